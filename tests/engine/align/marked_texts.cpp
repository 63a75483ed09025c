#include "tests/engine/align/marked_texts.hpp"

#include <cstddef>
#include <stdexcept>
#include <utility>

namespace unspin::testing {
namespace {

class MarkedReader {
 public:
  MarkedText read(std::string_view text) {
    for (const char byte : text) {
      take(byte);
      line_ += byte == '\n';
    }
    if (place_ != Place::outside) {
      fail("the mark is not closed");
    }
    return std::move(result_);
  }

 private:
  enum class Place { outside, left, right };

  void take(char byte) {
    switch (byte) {
      case '{':
        return open();
      case '|':
        return bar();
      case '}':
        return close();
      case '\n':
        if (place_ != Place::outside) {
          fail("the mark is not closed");
        }
        break;
      default:
        break;
    }
    if (place_ != Place::right) {
      result_.source += byte;
    }
    if (place_ != Place::left) {
      result_.rewrite += byte;
    }
  }

  void open() {
    if (place_ != Place::outside) {
      fail("a mark inside a mark");
    }
    place_ = Place::left;
    mark_.source_begin = end_of(result_.source);
    mark_.rewrite_begin = end_of(result_.rewrite);
  }

  void bar() {
    if (place_ != Place::left) {
      fail(place_ == Place::outside ? "a bar outside the marks" : "a mark with two bars");
    }
    place_ = Place::right;
  }

  void close() {
    if (place_ != Place::right) {
      fail(place_ == Place::outside ? "a mark is closed that was not opened"
                                    : "a mark without a bar");
    }
    place_ = Place::outside;
    mark_.source_end = end_of(result_.source);
    mark_.rewrite_end = end_of(result_.rewrite);
    if (mark_.source_begin == mark_.source_end && mark_.rewrite_begin == mark_.rewrite_end) {
      fail("a mark with two empty sides");
    }
    result_.marks.push_back(mark_);
  }

  static std::uint32_t end_of(const std::string& text) {
    return static_cast<std::uint32_t>(text.size());
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error("line " + std::to_string(line_) + ": " + what);
  }

  MarkedText result_;
  Mark mark_;
  Place place_ = Place::outside;
  std::size_t line_ = 1;
};

}  // namespace

bool Mark::is_substitution() const {
  return source_begin != source_end && rewrite_begin != rewrite_end;
}

MarkedText read_marked(std::string_view text) { return MarkedReader().read(text); }

}  // namespace unspin::testing
