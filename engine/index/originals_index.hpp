// The library of originals, open to be searched: what a page's keys find, and the texts to hold it
// against.
//
// An index is a folder: segments, which never change, and a manifest, which says which of them are
// the index and which of their originals have been removed. A writer writes new segments first and
// then replaces the manifest, so whoever opens the index sees all of a change or nothing of it, and
// whoever has it open keeps what was there when it was opened.
//
//   const auto index = OriginalsIndex::open("originals.index");
//   KeyFinder finder(index.options());
//   finder.find(page, keys);
//   index.look_up(keys, found);
//   for (const IndexedKey& key : found) {
//     if (key.documents < too_many) {
//       index.for_each_posting(key, [&](Posting original) { … keys[key.key].position … });
//     }
//   }
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/index/manifest.hpp"
#include "engine/index/segment.hpp"

namespace unspin {

/// A key that stands in a segment of the index.
struct IndexedKey {
  std::uint32_t key = 0;        ///< index into what was looked up
  std::uint32_t documents = 0;  ///< in so many originals of the whole index, removed ones included
  std::uint32_t segment = 0;
  PostingList postings;  ///< numbered within the segment: see for_each_posting()
};

/// A snapshot of an index. For any number of threads.
class OriginalsIndex {
 public:
  /// Maps the segments and reads the manifest, nothing else. Throws Error(unreadable_input) for
  /// what is missing, no index, of another version, or visibly damaged.
  static OriginalsIndex open(const std::string& folder);

  /// Copies the keys into memory, in large pages, if they take no more than `most_bytes`; whether
  /// they did. Look-ups then take half of the time. For whoever is going to ask for many.
  bool keep_keys_in_memory(std::uint64_t most_bytes);

  const KeyOptions& options() const { return manifest_.keys; }
  const Manifest& manifest() const { return manifest_; }
  std::span<const Segment> segments() const { return segments_; }

  /// Numbers of originals are below this. Numbers change with the index, ids do not.
  std::uint32_t end() const { return static_cast<std::uint32_t>(is_removed_.size()); }
  /// How many originals there are: end() without the removed ones.
  std::uint32_t size() const { return size_; }
  bool is_removed(std::uint32_t original) const { return is_removed_[original]; }

  /// Of an original, by its number below end(). Throw Error(unreadable_input) where the index is
  /// damaged.
  OriginalLabel label(std::uint32_t original) const;
  std::uint32_t words(std::uint32_t original) const;
  void unpack_text(std::uint32_t original, TextUnpacker& unpacker, std::string& text) const;

  /// Overwrites `found` with the keys that stand in the index, segment by segment, in each in the
  /// order of `keys`. Of a library of 100,000, some 100 ns a key; ask for all of a page's keys at
  /// once.
  void look_up(std::span<const Key> keys, std::vector<IndexedKey>& found) const;

  /// Calls take(Posting) for each place of the key in originals that have not been removed, by
  /// their numbers in the index, ascending. A damaged list ends early.
  template <class Take>
  void for_each_posting(const IndexedKey& key, Take&& take) const {
    const std::uint32_t first = first_[key.segment];
    const std::uint32_t end = first_[key.segment + 1];
    key.postings.for_each([&](Posting posting) {
      if (posting.document < end - first && !is_removed_[first + posting.document]) {
        take(Posting{first + posting.document, posting.position});
      }
    });
  }

  /// Reads every byte of every segment. Throws Error(unreadable_input) at the first damage.
  void verify() const;

 private:
  OriginalsIndex() = default;
  void map_segments(const std::string& folder);
  std::size_t segment_of(std::uint32_t original) const;

  Manifest manifest_;
  std::vector<Segment> segments_;
  std::vector<std::uint32_t> first_;  // number of each segment's first original; one more
  std::vector<bool> is_removed_;
  std::uint32_t size_ = 0;
};

}  // namespace unspin
