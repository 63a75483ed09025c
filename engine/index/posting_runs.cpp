#include "engine/index/posting_runs.hpp"

#include <algorithm>
#include <string_view>

namespace unspin {
namespace {

/// Hashes are spread evenly, so cutting them by their top bits leaves pieces that fit the cache.
constexpr unsigned piece_bits = 8;
constexpr std::size_t pieces = std::size_t{1} << piece_bits;

void sort_records(std::vector<PostingRecord>& records) {
  std::vector<std::size_t> ends(pieces + 1);
  const auto piece_of = [](const PostingRecord& r) { return r.hash >> (64 - piece_bits); };
  for (const PostingRecord& record : records) {
    ++ends[piece_of(record) + 1];
  }
  for (std::size_t i = 1; i < ends.size(); ++i) {
    ends[i] += ends[i - 1];
  }
  std::vector<PostingRecord> cut(records.size());
  for (const PostingRecord& record : records) {
    cut[ends[piece_of(record)]++] = record;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < pieces; ++i) {
    std::sort(cut.begin() + static_cast<std::ptrdiff_t>(begin),
              cut.begin() + static_cast<std::ptrdiff_t>(ends[i]));
    begin = ends[i];
  }
  records.swap(cut);
}

}  // namespace

void PostingRuns::add(std::vector<PostingRecord>& records) {
  if (records.empty()) {
    return;
  }
  sort_records(records);
  {
    const std::lock_guard lock(mutex_);
    file_.write(
        {reinterpret_cast<const char*>(records.data()), records.size() * sizeof(PostingRecord)});
    ends_.push_back(size());
  }
  records.clear();
}

void PostingRuns::begin_merge() {
  const auto* records = reinterpret_cast<const PostingRecord*>(file_.bytes().data());
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends_) {
    cursors_.push_back({records + begin, records + end});
    begin = end;
  }
  for (std::size_t parent = cursors_.size(); parent-- > 0;) {
    sink(parent);
  }
}

void PostingRuns::step() {
  Cursor& first = cursors_.front();
  if (++first.at == first.end) {
    first = cursors_.back();
    cursors_.pop_back();
  }
  sink(0);
}

void PostingRuns::sink(std::size_t parent) {
  for (;;) {
    std::size_t least = parent;
    for (std::size_t child = 2 * parent + 1; child <= 2 * parent + 2; ++child) {
      if (child < cursors_.size() && *cursors_[child].at < *cursors_[least].at) {
        least = child;
      }
    }
    if (least == parent) {
      return;
    }
    std::swap(cursors_[least], cursors_[parent]);
    parent = least;
  }
}

}  // namespace unspin
