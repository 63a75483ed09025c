#include "engine/index/posting_buckets.hpp"

#include <algorithm>
#include <bit>

namespace unspin {
namespace {

constexpr std::uint64_t most_in_bucket = 32;  // postings, on average
constexpr unsigned low_bits = 16;             // of the remainder, behind the top eight
constexpr std::size_t low_bytes = low_bits / 8;

std::uint64_t number_at(const char* bytes, unsigned count) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes, sizeof(number));
  return count < 8 ? number & ((std::uint64_t{1} << 8 * count) - 1) : number;
}

void append_number(std::string& out, std::uint64_t number, unsigned count) {
  out.append(reinterpret_cast<const char*>(&number), count);
}

std::uint64_t count_documents(std::span<const Posting> postings) {
  std::uint64_t documents = postings.empty() ? 0 : 1;
  for (std::size_t i = 1; i < postings.size(); ++i) {
    documents += postings[i].document != postings[i - 1].document ? 1u : 0u;
  }
  return documents;
}

void append_list(std::string& out, std::span<const Posting> postings) {
  append_varint(out, count_documents(postings));
  std::uint32_t before = 0;
  for (std::size_t begin = 0; begin < postings.size();) {
    const std::uint32_t document = postings[begin].document;
    std::size_t end = begin + 1;
    while (end < postings.size() && postings[end].document == document) {
      ++end;
    }
    const std::size_t count = end - begin;
    append_varint(out, std::uint64_t{document - before} << 1 | (count > 1 ? 1u : 0u));
    if (count > 1) {
      append_varint(out, count - 2);
    }
    std::uint32_t last = 0;
    for (; begin < end; ++begin) {
      append_varint(out, postings[begin].position - last);
      last = postings[begin].position;
    }
    before = document;
  }
}

template <class Keys>
void append_remainders(std::string& tags, std::string& lows, const Keys& keys) {
  for (const auto& key : keys) {
    tags += static_cast<char>(key.remainder >> low_bits);
    append_number(lows, key.remainder & ((1u << low_bits) - 1), low_bytes);
  }
}

/// Where the parts of a bucket begin.
struct Layout {
  std::uint64_t singles = 0, several = 0;
  unsigned width = 0, end_width = 0;
  const char *tags = nullptr, *lows = nullptr, *fields = nullptr, *ends = nullptr;
  std::string_view lists = {};
};

/// Nothing if the bucket has no room for its keys.
std::optional<Layout> read_layout(std::string_view bucket) {
  VarintReader reader(bucket.data(), bucket.data() + bucket.size());
  Layout layout;
  layout.singles = reader.next();
  layout.several = reader.next();
  const auto widths = static_cast<unsigned char>(*reader.skip(1));
  layout.width = widths & 15u;
  layout.end_width = static_cast<unsigned>(widths) >> 4;
  const std::uint64_t most = bucket.size();
  if (reader.is_damaged() || layout.singles > most || layout.several > most || layout.width > 8 ||
      layout.end_width > 8) {
    return std::nullopt;
  }
  const std::uint64_t keys = layout.singles + layout.several;
  layout.tags = reader.skip(keys);
  layout.lows = reader.skip(low_bytes * keys);
  layout.fields = reader.skip(layout.width * layout.singles);
  layout.ends = reader.skip(layout.end_width * layout.several);
  layout.lists = {reader.at(), static_cast<std::size_t>(reader.left())};
  return reader.is_damaged() ? std::nullopt : std::optional(layout);
}

std::optional<PostingList> find_list(const Layout& layout, std::uint64_t which) {
  const char* at = layout.ends + layout.end_width * which;
  const std::uint64_t begin = which == 0 ? 0 : number_at(at - layout.end_width, layout.end_width);
  const std::uint64_t end = number_at(at, layout.end_width);
  if (begin >= end || end > layout.lists.size()) {
    return std::nullopt;
  }
  VarintReader reader(layout.lists.data() + begin, layout.lists.data() + end);
  const std::uint64_t documents = reader.next();
  if (reader.is_damaged() || documents == 0 || documents > reader.left()) {
    return std::nullopt;
  }
  return PostingList({reader.at(), static_cast<std::size_t>(reader.left())},
                     static_cast<std::uint32_t>(documents));
}

}  // namespace

unsigned bucket_bits_for(std::uint64_t postings) {
  return static_cast<unsigned>(std::bit_width((postings > 0 ? postings - 1 : 0) / most_in_bucket));
}

std::optional<PostingList> find_in_bucket(std::string_view bucket, std::uint32_t remainder,
                                          unsigned document_bits) {
  if (bucket.empty()) {
    return std::nullopt;
  }
  const std::optional<Layout> layout = read_layout(bucket);
  if (!layout) {
    return std::nullopt;
  }
  const auto tag = static_cast<unsigned char>(remainder >> low_bits);
  const std::uint64_t low = remainder & ((1u << low_bits) - 1);
  const char* end = layout->lows;
  for (const char* at = layout->tags;; ++at) {
    at = static_cast<const char*>(std::memchr(at, tag, static_cast<std::size_t>(end - at)));
    if (at == nullptr) {
      return std::nullopt;
    }
    const auto i = static_cast<std::uint64_t>(at - layout->tags);
    if (number_at(layout->lows + low_bytes * i, low_bytes) != low) {
      continue;
    }
    if (i >= layout->singles) {
      return find_list(*layout, i - layout->singles);
    }
    const std::uint64_t packed = number_at(layout->fields + layout->width * i, layout->width);
    const std::uint64_t document = packed & ((std::uint64_t{1} << document_bits) - 1);
    return PostingList(Posting{static_cast<std::uint32_t>(document),
                               static_cast<std::uint32_t>(packed >> document_bits)});
  }
}

void BucketEncoder::add(std::uint32_t remainder, std::span<const Posting> postings) {
  if (postings.size() == 1) {
    const Posting only = postings.front();
    singles_.push_back({remainder, std::uint64_t{only.position} << document_bits_ | only.document});
    return;
  }
  append_list(lists_, postings);
  several_.push_back({remainder, lists_.size()});
}

void BucketEncoder::finish(std::string& out) {
  if (singles_.empty() && several_.empty()) {
    return;
  }
  std::uint64_t all = 0;
  for (const Single& single : singles_) {
    all |= single.packed;
  }
  const auto bytes_for = [](std::uint64_t number) {
    return static_cast<unsigned>((std::bit_width(number) + 7) / 8);
  };
  const unsigned width = bytes_for(all);
  const unsigned end_width = bytes_for(lists_.size());
  append_varint(out, singles_.size());
  append_varint(out, several_.size());
  append_number(out, width | end_width << 4, 1);
  std::string lows;
  append_remainders(out, lows, singles_);
  append_remainders(out, lows, several_);
  out += lows;
  for (const Single& single : singles_) {
    append_number(out, single.packed, width);
  }
  for (const Several& key : several_) {
    append_number(out, key.end, end_width);
  }
  out += lists_;
  singles_.clear();
  several_.clear();
  lists_.clear();
}

}  // namespace unspin
