// How a layout writes a row: what PairRowParser chooses between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/pair_row.hpp"

namespace unspin {

class RowFormat {
 public:
  virtual ~RowFormat() = default;

  /// As PairRowParser::parse().
  virtual std::optional<RowIssue> parse(std::string_view record, std::uint64_t line,
                                        PairRow& row) = 0;
};

/// What a row is known to be: a pair, whose texts and references are read, or anything with fields,
/// of which only `id` is known (empty if there is none) and all others are extra.
enum class RowKind : std::uint8_t { pair, fields };

std::unique_ptr<RowFormat> make_json_format(RowKind kind);
std::unique_ptr<RowFormat> make_delimited_format(RowKind kind, Layout layout,
                                                 std::vector<std::string> columns);

/// The issue of the byte at `offset` of a record that starts at `line`.
RowIssue issue_at(std::string_view record, std::uint64_t line, std::size_t offset,
                  std::string_view code, std::string message);

RowIssue invalid_utf8_at(std::string_view record, std::uint64_t line, std::size_t offset);

/// Fills a vector anew in the elements it already has, which keep their memory.
template <class Element>
class Refill {
 public:
  explicit Refill(std::vector<Element>& elements) : elements_(elements) {}
  ~Refill() { elements_.resize(used_); }
  Refill(const Refill&) = delete;
  Refill& operator=(const Refill&) = delete;

  /// The next element, with what it last held.
  Element& next() {
    if (used_ == elements_.size()) {
      elements_.emplace_back();
    }
    return elements_[used_++];
  }
  void restart() { used_ = 0; }

 private:
  std::vector<Element>& elements_;
  std::size_t used_ = 0;
};

}  // namespace unspin
