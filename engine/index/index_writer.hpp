// Changes to an index: build, add, remove, compact. Each is there completely or not at all,
// whenever the process or the machine stops: new files are written under names that nothing has,
// made durable, and then the manifest is replaced. What a stopped writer left behind the next one
// clears away.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/index/manifest.hpp"
#include "engine/index/original_spool.hpp"
#include "engine/index/segment_writer.hpp"

namespace unspin {

/// An index under a lock that no other writer gets; readers are not held up.
class IndexWriter {
 public:
  enum class Folder { has_index, may_be_new };

  /// Takes the lock. A new folder is made; one that holds other things than an index is refused.
  /// Throws Error: unwritable_output if somebody else writes the index or nothing can be written
  /// there, unreadable_input if there is no index where there must be one.
  explicit IndexWriter(std::string folder, Folder state = Folder::has_index);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// Where spools for add() and build() belong.
  const std::string& folder() const { return folder_; }
  const KeyOptions& keys() const { return manifest_.keys; }

  // All throw as write_segment() and write_manifest() do, and Error(unreadable_input) if they meet
  // damage; then the index is as it was.

  /// These originals instead of all that were there. Throws Error(usage) for keys that cannot be.
  void build(const KeyOptions& keys, OriginalSpool& spool, const SegmentWriteOptions& options);

  /// Adds a segment. Those with an id that the index has replace the older ones; returns how many.
  std::uint64_t add(OriginalSpool& spool, const SegmentWriteOptions& options);

  /// Removes originals by id; returns the ids that the index does not have, in their order. The
  /// bytes go with the next compact(), or when a whole segment is removed.
  std::vector<std::string> remove(std::span<const std::string> ids);

  /// One segment of all originals that are left: the same bytes as if just these had been built, in
  /// this order. Costs as much as building, since keys are found anew.
  void compact(const SegmentWriteOptions& options);

 private:
  void make_folder() const;
  void lock();
  void check_others() const;
  void remove_leftovers() const;
  /// Marks the originals with these ids as removed in `manifest`; returns those that it found.
  std::unordered_set<std::string_view> mark_removed(const std::unordered_set<std::string_view>& ids,
                                                    Manifest& manifest) const;
  void commit(Manifest manifest);

  std::string folder_;
  int lock_ = -1;
  Manifest manifest_;
};

}  // namespace unspin
