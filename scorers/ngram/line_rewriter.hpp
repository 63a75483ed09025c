// The steps of which mteval's tokenizers, and Tercom's, are made: each rewrites the whole output of
// the one before, as the references' regular expressions do, and puts blanks where tokens end. The
// last steps are the same for all Western text and go piece by piece.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {

/// One line on its way through the steps; keeps its memory, which is linear in the longest line.
/// One per thread and tokenizer. Every step is linear.
class LineRewriter {
 public:
  enum class Padding { none, blanks };
  /// Whether 's with a blank behind it is a token.
  enum class Possessives { whole, split };

  /// A new line, of well-formed UTF-8, which must outlive the first step.
  void start(std::string_view line);
  /// The line as rewritten so far; valid until the next step.
  std::string_view line() const { return line_; }

  /// Deletes every `hyphenation` (a hyphen and the line end that it stands at), joins lines, and
  /// unescapes &quot; &amp; &lt; and &gt;, in that order.
  void remove_markup(std::string_view hyphenation);
  void remove(std::string_view what) { replace(what, ""); }

  /// Calls `take` with the tokens of the Western steps: ASCII punctuation but ' , - and the full
  /// stop stands alone; full stops and commas do, unless a digit stands before and behind them; so
  /// do hyphens behind a digit. With padding, a blank stands before and behind the line.
  template <class Take>
  void for_each_western(Padding padding, Possessives possessives, Take&& take);

  /// For neighbours of which `first` and `second` hold: "\1 \2 ". Neighbours do not overlap.
  template <class First, class Second>
  void split_behind(First first, Second second) {
    split_pairs<false, true>(first, second);
  }
  /// For such neighbours: " \1 \2".
  template <class First, class Second>
  void split_before(First first, Second second) {
    split_pairs<true, false>(first, second);
  }
  /// Blanks around each character of which `is` holds.
  template <class Is>
  void split_each(Is is);
  /// Deletes each character of which `is` holds.
  template <class Is>
  void remove_each(Is is);

 private:
  /// What a byte means to the Western steps.
  enum Meaning : std::uint8_t {
    plain = 0,
    separate = 1,  // punctuation that stands alone, or a blank
    joint = 2,     // a full stop, comma or hyphen, which may or may not stand alone
    unusual = 4    // white space but the blank, or not ASCII
  };
  static const std::array<Meaning, 256> meanings;

  /// Whether such a piece, with a blank behind it, is what most are: a word with nothing to split
  /// but one full stop or comma at its end.
  static bool is_word_and_stop(std::string_view piece);

  /// Of a piece without separate punctuation, with a blank at each end where one stands.
  std::string_view split_joints(std::string_view piece, bool blank_before, bool blank_behind);

  void replace(std::string_view what, std::string_view with);
  template <bool blank_first, bool blank_last, class First, class Second>
  void split_pairs(First first, Second second);

  /// Room for the output of a step, which takes at most three bytes for one, and the blanks around
  /// it. Never shrinks: growing a string byte by byte was most of the cost of tokenizing.
  char* begin_step();
  void end_step(const char* end);

  /// One character; nearly all have one byte, for which a call of memmove would be dear.
  static char* append(char* out, std::string_view text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      *out++ = text[i];
    }
    return out;
  }
  static char32_t read(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ++at;
      return byte;
    }
    return next_code_point(text, at);
  }

  std::string_view line_;
  bool has_markup_ = false;  // "<", "&" or a line end
  std::string piece_;
  bool is_piece_ = false;
  std::string buffers_[2][2];  // of the line and of a piece: a step reads one and writes the other
  std::size_t current_ = 0;
};

template <class Take>
void LineRewriter::for_each_western(Padding padding, Possessives possessives, Take&& take) {
  const std::string_view in = line_;
  // No step looks across separate punctuation, which has blanks on both sides after the first.
  for (std::size_t at = 0; at < in.size();) {
    const std::size_t begin = at;
    unsigned seen = 0;
    unsigned meaning = 0;
    for (; at < in.size(); ++at) {
      meaning = meanings[static_cast<unsigned char>(in[at])];
      if (meaning == separate) {
        break;
      }
      seen |= meaning;
    }
    const bool blank_before = begin > 0 || padding == Padding::blanks;
    const bool blank_behind = at < in.size() || padding == Padding::blanks;
    std::string_view piece = in.substr(begin, at - begin);
    const bool is_possessive =
        possessives == Possessives::split && blank_behind && piece.ends_with("'s");
    if (is_possessive) {
      piece.remove_suffix(2);
    }
    std::string_view stop;
    if (seen == joint && blank_behind && is_word_and_stop(piece)) {
      seen = plain;
      if (piece.back() == '.' || piece.back() == ',') {
        stop = piece.substr(piece.size() - 1);
        piece.remove_suffix(1);
      }
    }
    if ((seen & joint) != 0) {
      piece = split_joints(piece, blank_before, blank_behind);
    }
    if (seen != plain) {
      split_at_white_space(piece, take);
    } else if (!piece.empty()) {
      take(piece);
    }
    if (!stop.empty()) {
      take(stop);
    }
    if (is_possessive) {
      take(std::string_view("'s"));
    }
    if (at < in.size()) {
      if (in[at] != ' ') {
        take(in.substr(at, 1));
      }
      ++at;
    }
  }
}

template <bool blank_first, bool blank_last, class First, class Second>
void LineRewriter::split_pairs(First first, Second second) {
  const std::string_view in = line_;
  char* out = begin_step();
  for (std::size_t at = 0; at < in.size();) {
    std::size_t behind_first = at;
    std::size_t behind_second = 0;
    bool splits = first(read(in, behind_first)) && behind_first < in.size();
    if (splits) {
      behind_second = behind_first;
      splits = second(read(in, behind_second));
    }
    if (!splits) {
      out = append(out, in, at, behind_first);
      at = behind_first;
      continue;
    }
    if constexpr (blank_first) {
      *out++ = ' ';
    }
    out = append(out, in, at, behind_first);
    *out++ = ' ';
    out = append(out, in, behind_first, behind_second);
    if constexpr (blank_last) {
      *out++ = ' ';
    }
    at = behind_second;
  }
  end_step(out);
}

template <class Is>
void LineRewriter::split_each(Is is) {
  const std::string_view in = line_;
  char* out = begin_step();
  for (std::size_t at = 0; at < in.size();) {
    const std::size_t from = at;
    const bool splits = is(read(in, at));
    if (splits) {
      *out++ = ' ';
    }
    out = append(out, in, from, at);
    if (splits) {
      *out++ = ' ';
    }
  }
  end_step(out);
}

template <class Is>
void LineRewriter::remove_each(Is is) {
  const std::string_view in = line_;
  char* out = begin_step();
  for (std::size_t at = 0; at < in.size();) {
    const std::size_t from = at;
    if (!is(read(in, at))) {
      out = append(out, in, from, at);
    }
  }
  end_step(out);
}

}  // namespace unspin
