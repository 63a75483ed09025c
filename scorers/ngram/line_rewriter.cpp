#include "scorers/ngram/line_rewriter.hpp"

#include <algorithm>
#include <array>

namespace unspin {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_not_digit(char32_t c) { return !is_digit(c); }
bool is_stop(char32_t c) { return c == '.' || c == ','; }
bool is_dash(char32_t c) { return c == '-'; }

}  // namespace

/// What stands alone: {|}~ [\]^_` and blank to &, ( to +, : to @ and /, as the references'
/// expression has it; not ' , - and the full stop.
constinit const std::array<LineRewriter::Meaning, 256> LineRewriter::meanings = [] {
  std::array<Meaning, 256> all{};
  const auto set = [&all](unsigned from, unsigned to, Meaning meaning) {
    for (unsigned c = from; c <= to; ++c) {
      all[c] = meaning;
    }
  };
  set(0, 0x1F, unusual);
  set(0x80, 0xFF, unusual);
  set('{', '~', separate);
  set('[', '`', separate);
  set(' ', '&', separate);
  set('(', '+', separate);
  set(':', '@', separate);
  set('/', '/', separate);
  set(',', '.', joint);
  return all;
}();

void LineRewriter::start(std::string_view line) {
  line_ = line;
  has_markup_ = line.find_first_of("<&\n") != std::string_view::npos;
}

char* LineRewriter::begin_step() {
  std::string& buffer = buffers_[is_piece_ ? 1 : 0][current_ ^= 1];
  if (buffer.size() < 3 * line_.size() + 2) {
    buffer.resize(3 * line_.size() + 2);
  }
  return buffer.data();
}

void LineRewriter::end_step(const char* end) {
  const std::string& buffer = buffers_[is_piece_ ? 1 : 0][current_];
  line_ = {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

void LineRewriter::replace(std::string_view what, std::string_view with) {
  std::size_t found = line_.find(what);
  if (found == std::string_view::npos) {
    return;
  }
  const std::string_view in = line_;
  char* out = begin_step();
  std::size_t from = 0;
  for (; found != std::string_view::npos; found = in.find(what, from)) {
    out = append(out, in, from, found);
    out = append(out, with, 0, with.size());
    from = found + what.size();
  }
  end_step(append(out, in, from, in.size()));
}

void LineRewriter::remove_markup(std::string_view hyphenation) {
  if (!has_markup_) {
    return;
  }
  remove(hyphenation);
  replace("\n", " ");
  replace("&quot;", "\"");
  replace("&amp;", "&");
  replace("&lt;", "<");
  replace("&gt;", ">");
}

bool LineRewriter::is_word_and_stop(std::string_view piece) {
  char32_t before = ' ';
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const auto c = static_cast<unsigned char>(piece[i]);
    if ((is_stop(c) && i + 1 < piece.size()) || (is_dash(c) && is_digit(before))) {
      return false;
    }
    before = c;
  }
  return true;
}

std::string_view LineRewriter::split_joints(std::string_view piece, bool blank_before,
                                            bool blank_behind) {
  const std::string_view whole = line_;
  const std::size_t current = current_;
  is_piece_ = true;
  piece_.assign(blank_before ? " " : "").append(piece).append(blank_behind ? " " : "");
  line_ = piece_;
  split_pairs<false, true>(is_not_digit, is_stop);
  split_pairs<true, false>(is_stop, is_not_digit);
  split_pairs<false, true>(is_digit, is_dash);
  const std::string_view split = line_;
  line_ = whole;
  current_ = current;
  is_piece_ = false;
  return split;
}

}  // namespace unspin
