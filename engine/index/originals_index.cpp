#include "engine/index/originals_index.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/io/error.hpp"

namespace unspin {

OriginalsIndex OriginalsIndex::open(const std::string& folder) {
  OriginalsIndex index;
  index.manifest_ = read_manifest(folder);
  // A writer may have replaced what the manifest named before we could map it, and may by now have
  // come back to what it was: the same manifest that fails again and again is damaged.
  constexpr int most_failures = 4;
  for (int failures = 0;;) {
    try {
      index.map_segments(folder);
      return index;
    } catch (const Error&) {
      Manifest now = read_manifest(folder);
      failures = now == index.manifest_ ? failures + 1 : 0;
      if (failures == most_failures) {
        throw;
      }
      index.manifest_ = std::move(now);
    }
  }
}

bool OriginalsIndex::keep_keys_in_memory(std::uint64_t most_bytes) {
  std::uint64_t bytes = 0;
  for (const Segment& segment : segments_) {
    bytes += segment.key_bytes();
  }
  if (bytes > most_bytes) {
    return false;
  }
  for (Segment& segment : segments_) {
    segment.keep_keys_in_memory();
  }
  return true;
}

void OriginalsIndex::map_segments(const std::string& folder) {
  segments_.clear();
  first_.assign(1, 0);
  is_removed_.clear();
  size_ = 0;
  for (const Manifest::Entry& entry : manifest_.segments) {
    const std::string path = folder + "/" + segment_name(entry.identity);
    const Segment& segment = segments_.emplace_back(path);
    if (segment.foot().identity != entry.identity || segment.size() != entry.originals ||
        segment.options() != manifest_.keys) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{}: this segment belongs to another index", path),
                  "Build the index anew: unspin index build");
    }
    const std::uint32_t first = first_.back();
    first_.push_back(first + entry.originals);
    is_removed_.resize(first_.back());
    for (const std::uint32_t removed : entry.removed) {
      is_removed_[first + removed] = true;
    }
    size_ += entry.originals - static_cast<std::uint32_t>(entry.removed.size());
  }
}

std::size_t OriginalsIndex::segment_of(std::uint32_t original) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(first_, original) - first_.begin() - 1);
}

OriginalLabel OriginalsIndex::label(std::uint32_t original) const {
  const std::size_t segment = segment_of(original);
  return segments_[segment].label(original - first_[segment]);
}

std::uint32_t OriginalsIndex::words(std::uint32_t original) const {
  const std::size_t segment = segment_of(original);
  return segments_[segment].words(original - first_[segment]);
}

void OriginalsIndex::unpack_text(std::uint32_t original, TextUnpacker& unpacker,
                                 std::string& text) const {
  const std::size_t segment = segment_of(original);
  segments_[segment].unpack_text(original - first_[segment], unpacker, text);
}

void OriginalsIndex::look_up(std::span<const Key> keys, std::vector<IndexedKey>& found) const {
  found.clear();
  for (std::uint32_t segment = 0; segment < segments_.size(); ++segment) {
    segments_[segment].look_up(keys, [&](std::uint32_t key, const PostingList& postings) {
      found.push_back({key, postings.documents(), segment, postings});
    });
  }
  if (segments_.size() < 2) {
    return;
  }
  std::vector<std::uint32_t> documents(keys.size());
  for (const IndexedKey& key : found) {
    documents[key.key] += key.documents;
  }
  for (IndexedKey& key : found) {
    key.documents = documents[key.key];
  }
}

void OriginalsIndex::verify() const {
  for (const Segment& segment : segments_) {
    segment.verify();
  }
}

}  // namespace unspin
