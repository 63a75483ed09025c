// The inverted index proper: keys, and where each stands.
//
// Keys are hashes, so they fall evenly into 2^b buckets by their top b bits, 16 to 32 postings to
// one. A bucket keeps the next 24 bits of its keys, sorted; the rest of the hash is dropped. A key
// that is not there is taken for one that is with a probability of (keys in the bucket) · 2⁻²⁴, at
// most 2 in a million. Most keys stand in one place only, and these are kept apart, in fields of
// one width. A bucket is
//
//   varint s, varint m      how many keys have a single posting, how many more than one
//   u8 w | e << 4           bytes of a single posting, and of the end of a list
//   u8[s + m]               top 8 of the 24 bits: singles ascending, then the others ascending
//   u16[s + m]              the other 16 bits
//   w bytes[s]              a single posting: position << document_bits | document
//   e bytes[m]              where each list ends, counted from where the first begins
//   lists                   varint documents, then for each document: varint (its number less the
//                           one before) << 1 | (more than one?), if more: varint (count - 2);
//                           varint positions, each less the one before
//
// and nothing at all without keys. A single posting takes 3 + 4 bytes in a library of a million
// documents; one in a list 2 to 5, the more of them the less. A look-up touches the bucket's offset
// (one line of memory), its beginning (one or two) and, of a long list, the list.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/varint.hpp"

namespace unspin {

/// A place where a key stands.
struct Posting {
  std::uint32_t document = 0;
  std::uint32_t position = 0;  ///< word number
  auto operator<=>(const Posting&) const = default;
};

inline constexpr unsigned remainder_bits = 24;

/// How many bits of a hash say its bucket, for so many postings in all.
unsigned bucket_bits_for(std::uint64_t postings);

constexpr std::uint64_t bucket_of(std::uint64_t hash, unsigned bucket_bits) {
  return bucket_bits == 0 ? 0 : hash >> (64 - bucket_bits);
}

/// What the bucket keeps of a hash.
constexpr std::uint32_t remainder_of(std::uint64_t hash, unsigned bucket_bits) {
  return static_cast<std::uint32_t>(hash << bucket_bits >> (64 - remainder_bits));
}

/// The postings of one key, still packed; a view into the index.
class PostingList {
 public:
  explicit PostingList(Posting only) : only_(only) {}
  PostingList(std::string_view packed, std::uint32_t documents)
      : documents_(documents), packed_(packed) {}

  /// In how many documents the key stands; known without reading the list.
  std::uint32_t documents() const { return documents_; }

  /// Calls take(Posting) for each, ascending; false if the list is damaged.
  template <class Take>
  bool for_each(Take&& take) const;

 private:
  std::uint32_t documents_ = 1;
  Posting only_;  // if nothing is packed
  std::string_view packed_;
};

/// The list of a key in a bucket; nothing if it has none, or if the bucket is damaged. Every bucket
/// must be followed by eight bytes that may be read.
std::optional<PostingList> find_in_bucket(std::string_view bucket, std::uint32_t remainder,
                                          unsigned document_bits);

/// Gathers the keys of one bucket after the other.
class BucketEncoder {
 public:
  explicit BucketEncoder(unsigned document_bits) : document_bits_(document_bits) {}

  /// Remainders and, for each, postings ascend strictly; at least one posting.
  void add(std::uint32_t remainder, std::span<const Posting> postings);

  /// Appends the bucket and begins the next.
  void finish(std::string& out);

 private:
  struct Single {
    std::uint32_t remainder;
    std::uint64_t packed;
  };
  struct Several {
    std::uint32_t remainder;
    std::size_t end;  // of its list in lists_
  };

  unsigned document_bits_;
  std::vector<Single> singles_;
  std::vector<Several> several_;
  std::string lists_;
};

template <class Take>
bool PostingList::for_each(Take&& take) const {
  if (packed_.empty()) {
    take(only_);
    return true;
  }
  VarintReader reader(packed_.data(), packed_.data() + packed_.size());
  std::uint64_t document = 0;
  for (std::uint32_t i = 0; i < documents_; ++i) {
    const std::uint64_t head = reader.next();
    document += head >> 1;
    std::uint64_t count = (head & 1) == 0 ? 1 : reader.next() + 2;
    for (std::uint64_t position = 0; count > 0; --count) {
      position += reader.next();
      if (reader.is_damaged() || document > UINT32_MAX || position > UINT32_MAX) {
        return false;
      }
      take(Posting{static_cast<std::uint32_t>(document), static_cast<std::uint32_t>(position)});
    }
  }
  return reader.left() == 0;
}

}  // namespace unspin
