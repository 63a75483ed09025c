#include "engine/text/sentences.hpp"

#include <array>
#include <unicode/uchar.h>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

/// A set of values of the property Sentence_Break; one character's class is a set of one.
using Classes = std::uint32_t;

constexpr Classes set_of(int sentence_break) { return Classes{1} << sentence_break; }

constexpr Classes aterm = set_of(U_SB_ATERM);
constexpr Classes close = set_of(U_SB_CLOSE);
constexpr Classes blank = set_of(U_SB_SP);
constexpr Classes lower = set_of(U_SB_LOWER);
constexpr Classes upper = set_of(U_SB_UPPER);
constexpr Classes numeric = set_of(U_SB_NUMERIC);
constexpr Classes carriage_return = set_of(U_SB_CR);
constexpr Classes ignored = set_of(U_SB_EXTEND) | set_of(U_SB_FORMAT);  // SB5
constexpr Classes separator = set_of(U_SB_SEP) | carriage_return | set_of(U_SB_LF);
constexpr Classes terminator = aterm | set_of(U_SB_STERM);
constexpr Classes stops_look_ahead =
    set_of(U_SB_OLETTER) | upper | lower | separator | terminator;  // SB8
constexpr Classes end_of_text = 0;                                  // in no set

/// Typographic marks and the alphabets are below; asking ICU costs a few times as much.
constexpr char32_t tabled = 0x3000;

struct Table {
  std::array<std::uint8_t, tabled> sentence_break{};
  std::array<bool, 256> is_quiet{};  // bytes that are an ASCII character after which no rule breaks

  static int look_up(char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  }

  Table() {
    for (char32_t c = 0; c < tabled; ++c) {
      sentence_break[c] = static_cast<std::uint8_t>(look_up(c));
    }
    for (char32_t c = 0; c < 0x80; ++c) {
      is_quiet[c] = (classes_of(c) & (terminator | separator)) == 0;
    }
  }

  Classes classes_of(char32_t c) const {
    return set_of(c < tabled ? sentence_break[c] : look_up(c));
  }
};

class Scanner {
 public:
  Scanner(const Table& table, std::string_view text, std::vector<std::uint32_t>& starts)
      : table_(table), text_(text), starts_(starts) {}

  void scan() {
    starts_.clear();
    start_at(0);
    for (Character here = find_end(0); here.classes != end_of_text;) {
      here = find_end(here.classes & separator ? pass_separator(here) : pass_terminator(here));
    }
  }

 private:
  struct Character {
    Classes classes = end_of_text;
    std::size_t begin = 0;  // byte offsets
    std::size_t end = 0;
  };

  void start_at(std::size_t at) {
    if (at < text_.size()) {
      starts_.push_back(static_cast<std::uint32_t>(at));
    }
  }

  Character read_any(std::size_t at) const {
    if (at == text_.size()) {
      return {end_of_text, at, at};
    }
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      return {table_.classes_of(byte), at, at + 1};
    }
    std::size_t end = at;
    const char32_t c = next_code_point(text_, end);
    return {table_.classes_of(c), at, end};
  }

  /// SB5: what is ignored belongs to the character before it.
  Character read(std::size_t at) const {
    Character next = read_any(at);
    while (next.classes & ignored) {
      next = read_any(next.end);
    }
    return next;
  }

  Classes classes_before(std::size_t at) const {
    Classes before = end_of_text;
    do {
      if (at == 0) {
        return end_of_text;
      }
      do {
        --at;
      } while ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80);
      before = read_any(at).classes;
    } while (before & ignored);
    return before;
  }

  /// The first terminator or separator at or behind `at`.
  Character find_end(std::size_t at) const {
    for (;;) {
      while (at < text_.size() && table_.is_quiet[static_cast<unsigned char>(text_[at])]) {
        ++at;
      }
      const Character next = read_any(at);
      if (next.classes == end_of_text || next.classes & (terminator | separator)) {
        return next;
      }
      at = next.end;
    }
  }

  /// Gives where to scan on, as pass_terminator does.
  std::size_t pass_separator(Character here) {
    std::size_t at = here.end;
    if (here.classes == carriage_return && at < text_.size() && text_[at] == '\n') {
      ++at;  // SB3
    }
    start_at(at);  // SB4
    return at;
  }

  /// Everything up to the place it gives has been read once and needs no second look: the
  /// look-ahead of SB8 passes no terminator, so even texts of nothing but full stops and digits are
  /// linear.
  std::size_t pass_terminator(Character here) {
    Character next = read(here.end);
    const bool is_full_stop = here.classes == aterm;
    if (is_full_stop && next.classes & numeric) {
      return next.begin;  // SB6
    }
    if (is_full_stop && next.classes & upper && classes_before(here.begin) & (upper | lower)) {
      return next.begin;  // SB7
    }
    while (next.classes & close) {  // SB9
      next = read(next.end);
    }
    while (next.classes & blank) {  // SB10
      next = read(next.end);
    }
    if (next.classes & (separator | terminator | set_of(U_SB_SCONTINUE))) {
      return next.begin;  // SB8a and SB9 to SB11
    }
    const std::size_t start = next.begin;
    if (is_full_stop) {
      while (next.classes != end_of_text && !(next.classes & stops_look_ahead)) {
        next = read(next.end);
      }
    }
    if (!is_full_stop || !(next.classes & lower)) {  // SB8
      start_at(start);                               // SB11
    }
    return next.begin;
  }

  const Table& table_;
  std::string_view text_;
  std::vector<std::uint32_t>& starts_;
};

}  // namespace

void sentence_starts(std::string_view text, std::vector<std::uint32_t>& starts) {
  static const Table table;
  Scanner(table, text, starts).scan();
}

std::vector<std::uint32_t> sentence_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  sentence_starts(text, starts);
  return starts;
}

}  // namespace unspin
