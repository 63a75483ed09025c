#include "engine/index/segment.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <xxhash.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr std::string_view remedy = "Build the index anew: unspin index build";

constexpr std::array<std::string_view, segment_sections> section_names = {
    "labels", "texts", "documents", "buckets", "offsets"};

template <class Number>
Number read_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof(number));
  return number;
}

/// The foot behind the last one makes eight bytes readable.
std::uint64_t read_offset(const char* bytes) {
  return read_at<std::uint64_t>(bytes) & ((std::uint64_t{1} << 8 * offset_bytes) - 1);
}

}  // namespace

Segment::Segment(const std::string& path) : path_(path) {
  try {
    file_ = MappedFile(path);
  } catch (const Error& error) {
    throw Error(error.code(), error.what(),
                fmt::format("{} If it is gone: {}", error.remedy(), remedy));
  }
  check_head();
  check_foot();
  offsets_ = section(SegmentSection::offsets);
  buckets_ = section(SegmentSection::buckets);
}

void Segment::refuse(const std::string& why) const {
  throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}", path_, why), std::string(remedy));
}

void Segment::check_head() const {
  const auto bytes = file_.bytes();
  SegmentHead head;
  if (bytes.size() < sizeof(head)) {
    refuse(bytes.empty() ? "the file is empty" : "the segment is cut short");
  }
  std::memcpy(&head, bytes.data(), sizeof(head));
  if (head.magic != segment_magic) {
    refuse("this is not a segment of an index");
  }
  if (head.byte_order != segment_byte_order) {
    refuse("the segment is damaged, or from a machine of another byte order");
  }
  if (head.version != segment_version) {
    refuse(fmt::format("the segment is of version {}, this program reads version {}", head.version,
                       segment_version));
  }
}

void Segment::check_foot() {
  const auto bytes = file_.bytes();
  if (bytes.size() < sizeof(SegmentHead) + sizeof(SegmentFoot)) {
    refuse("the segment is cut short");
  }
  std::memcpy(&foot_, bytes.data() + bytes.size() - sizeof(foot_), sizeof(foot_));
  const SegmentFoot& foot = foot_;
  if (foot.checksum != foot_checksum({}, foot) || foot.bytes != bytes.size()) {
    refuse("the segment is damaged or cut short: the checksum of its end is wrong");
  }
  std::uint64_t end = sizeof(SegmentHead);
  bool fits = true;
  for (const SegmentFoot::Place& place : foot.places) {
    fits = fits && place.begin == end && place.bytes <= foot.bytes - end;
    end += place.bytes;
  }
  const auto bytes_of = [&](SegmentSection which) {
    return foot.places[static_cast<std::size_t>(which)].bytes;
  };
  fits = fits && end + sizeof(foot) == foot.bytes && foot.bucket_bits <= 64 - remainder_bits &&
         foot.document_bits <= 32 && foot.language.back() == '\0' &&
         (foot.sampling == 1 || foot.sampling == 2 || foot.sampling == 4) &&
         bytes_of(SegmentSection::documents) ==
             (std::uint64_t{foot.documents} + 1) * sizeof(SegmentDocument) &&
         bytes_of(SegmentSection::offsets) ==
             ((std::uint64_t{1} << foot.bucket_bits) + 1) * offset_bytes;
  if (!fits) {
    refuse("its parts do not fit together");
  }
}

std::string_view Segment::section(SegmentSection which) const {
  const SegmentFoot::Place& place = foot_.places[static_cast<std::size_t>(which)];
  return {reinterpret_cast<const char*>(file_.bytes().data()) + place.begin,
          static_cast<std::size_t>(place.bytes)};
}

KeyOptions Segment::options() const {
  return {.language = foot_.language.data(), .sampling = foot_.sampling};
}

SegmentDocument Segment::record(std::uint32_t document) const {
  return read_at<SegmentDocument>(section(SegmentSection::documents).data() +
                                  std::size_t{document} * sizeof(SegmentDocument));
}

PackedOriginal Segment::original(std::uint32_t document) const {
  const SegmentDocument here = record(document);
  const SegmentDocument next = record(document + 1);
  const auto cut = [&](SegmentSection which, std::uint64_t begin, std::uint64_t end) {
    const std::string_view bytes = section(which);
    if (begin > end || end > bytes.size()) {
      refuse(fmt::format("the segment is damaged at its original {}", document));
    }
    return bytes.substr(begin, end - begin);
  };
  return {cut(SegmentSection::labels, here.label_begin, next.label_begin),
          cut(SegmentSection::texts, here.text_begin, next.text_begin), here.text_bytes};
}

OriginalLabel Segment::label(std::uint32_t document) const {
  const std::optional<OriginalLabel> label = read_label(original(document).label);
  if (!label) {
    refuse(fmt::format("the segment is damaged at its original {}", document));
  }
  return *label;
}

void Segment::unpack_text(std::uint32_t document, TextUnpacker& unpacker, std::string& text) const {
  const PackedOriginal packed = original(document);
  if (!unpacker.unpack(packed.frame, packed.text_bytes, text)) {
    refuse(fmt::format("the segment is damaged at its original {}", document));
  }
}

void Segment::keep_keys_in_memory() {
  constexpr std::size_t readable_behind = 8;
  own_offsets_ = LargePageBytes(offsets_, readable_behind);
  own_buckets_ = LargePageBytes(buckets_, readable_behind);
  offsets_ = own_offsets_.bytes();
  buckets_ = own_buckets_.bytes();
}

std::string_view Segment::bucket_at(const char* offset) const {
  const std::uint64_t begin = read_offset(offset);
  const std::uint64_t end = read_offset(offset + offset_bytes);
  return begin <= end && end <= buckets_.size() ? buckets_.substr(begin, end - begin)
                                                : std::string_view();
}

void Segment::verify() const {
  for (std::size_t i = 0; i < segment_sections; ++i) {
    const std::string_view bytes = section(static_cast<SegmentSection>(i));
    if (XXH3_64bits(bytes.data(), bytes.size()) != foot_.places[i].checksum) {
      refuse(
          fmt::format("the segment is damaged: the checksum of its {} is wrong", section_names[i]));
    }
  }
}

}  // namespace unspin
