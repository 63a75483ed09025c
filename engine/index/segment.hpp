// An open segment: mapped, its head and foot checked, nothing else read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/original.hpp"
#include "engine/index/posting_buckets.hpp"
#include "engine/index/segment_format.hpp"
#include "engine/io/large_pages.hpp"
#include "engine/io/mapped_file.hpp"

namespace unspin {

/// The mapping outlives the file: a segment can be read to the end after a writer has removed it.
/// For any number of threads.
class Segment {
 public:
  /// In constant time. Throws Error(unreadable_input) for what is missing, no segment, of another
  /// version, cut short, or damaged in what describes it.
  explicit Segment(const std::string& path);

  const SegmentFoot& foot() const { return foot_; }
  KeyOptions options() const;
  std::uint32_t size() const { return foot_.documents; }

  /// Of an original, by its number from 0 to size(). Throws Error(unreadable_input) where the
  /// segment is damaged.
  PackedOriginal original(std::uint32_t document) const;
  OriginalLabel label(std::uint32_t document) const;
  std::uint32_t words(std::uint32_t document) const { return record(document).words; }
  void unpack_text(std::uint32_t document, TextUnpacker& unpacker, std::string& text) const;

  /// Calls take(index into `keys`, PostingList) for each key that stands in the segment, in their
  /// order. Memory is fetched ahead, so ask for all of a page's keys at once. Damage is met by
  /// finding nothing: verify() tells.
  template <class Take>
  void look_up(std::span<const Key> keys, Take&& take) const;

  /// How large the keys are, and a copy of them in memory, in large pages: look-ups take half of
  /// the time. Throws std::bad_alloc.
  std::size_t key_bytes() const { return offsets_.size() + buckets_.size(); }
  void keep_keys_in_memory();

  /// Reads every byte. Throws Error(unreadable_input) if a section is not as it was written.
  void verify() const;

 private:
  [[noreturn]] void refuse(const std::string& why) const;
  void check_head() const;
  void check_foot();
  std::string_view section(SegmentSection which) const;
  SegmentDocument record(std::uint32_t document) const;
  /// How many keys before its turn a key's memory is asked for; enough to keep memory busy.
  static constexpr std::size_t ahead = 32;
  static constexpr std::size_t most_prefetched = 256;  // bytes of a bucket

  const char* offset_of(std::uint64_t hash) const {
    return offsets_.data() + bucket_of(hash, foot_.bucket_bits) * offset_bytes;
  }
  std::string_view bucket_at(const char* offset) const;

  std::string path_;
  MappedFile file_;
  SegmentFoot foot_;
  std::string_view offsets_, buckets_;        // in the file, or in what follows
  LargePageBytes own_offsets_, own_buckets_;  // empty unless kept in memory
};

template <class Take>
void Segment::look_up(std::span<const Key> keys, Take&& take) const {
  std::array<std::string_view, ahead> buckets;
  for (std::size_t i = 0; i < keys.size() + 2 * ahead; ++i) {
    std::string_view& bucket = buckets[i % ahead];
    if (i >= 2 * ahead) {
      const std::size_t key = i - 2 * ahead;
      const auto postings = find_in_bucket(bucket, remainder_of(keys[key].hash, foot_.bucket_bits),
                                           foot_.document_bits);
      if (postings) {
        take(static_cast<std::uint32_t>(key), *postings);
      }
    }
    if (i >= ahead && i - ahead < keys.size()) {
      bucket = bucket_at(offset_of(keys[i - ahead].hash));
      for (std::size_t line = 0; line < bucket.size() && line < most_prefetched; line += 64) {
        __builtin_prefetch(bucket.data() + line);
      }
    }
    if (i < keys.size()) {
      __builtin_prefetch(offset_of(keys[i].hash));
    }
  }
}

}  // namespace unspin
