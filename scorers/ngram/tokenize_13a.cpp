#include "scorers/ngram/tokenize_13a.hpp"

#include <array>
#include <utility>

namespace unspin {
namespace {

/// ASCII punctuation that always stands alone: all but ' , - . and, among {|}~ [\]^_` and blank to &,
/// ( to +, : to @ and /, as the expression's ranges have it.
constexpr std::array<bool, 256> stands_alone = [] {
  std::array<bool, 256> set{};
  const auto range = [&set](char from, char to) {
    for (int c = from; c <= to; ++c) set[static_cast<std::size_t>(c)] = true;
  };
  range('{', '~');
  range('[', '`');
  range(' ', '&');
  range('(', '+');
  range(':', '@');
  range('/', '/');
  return set;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_stop(char c) { return c == '.' || c == ','; }

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  std::size_t at = text.find(what);
  if (at == std::string::npos) return;
  std::string out;
  std::size_t from = 0;
  for (; at != std::string::npos; at = text.find(what, from)) {
    out.append(text, from, at - from).append(with);
    from = at + what.size();
  }
  text = out.append(text, from);
}

/// Bytes of the character that starts here; a replacement of one character must take it whole.
std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// ([^0-9])([.,]) → "\1 \2 "
void split_stops_unless_after_digit(const std::string& in, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < in.size();) {
    const std::size_t length = character_length(in[i]);
    out.append(in, i, length);
    if (!is_digit(in[i]) && i + length < in.size() && is_stop(in[i + length])) {
      out += ' ';
      out += in[i + length];
      out += ' ';
      i += length + 1;
    } else {
      i += length;
    }
  }
}

/// ([.,])([^0-9]) → " \1 \2"
void split_stops_unless_before_digit(const std::string& in, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < in.size();) {
    if (is_stop(in[i]) && i + 1 < in.size() && !is_digit(in[i + 1])) {
      const std::size_t length = character_length(in[i + 1]);
      out += ' ';
      out += in[i];
      out += ' ';
      out.append(in, i + 1, length);
      i += 1 + length;
    } else {
      out += in[i++];
    }
  }
}

/// ([0-9])(-) → "\1 \2 "
void split_dash_after_digit(const std::string& in, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < in.size(); ++i) {
    out += in[i];
    if (is_digit(in[i]) && i + 1 < in.size() && in[i + 1] == '-') {
      out += " - ";
      ++i;
    }
  }
}

}  // namespace

void tokenize_13a(std::string_view line, std::string& out) {
  thread_local std::string text;
  text.assign(line);
  replace_all(text, "<skipped>", "");
  replace_all(text, "-\n", "");
  bool has_stop = false;
  bool has_dash = false;
  for (char& c : text) {
    if (c == '\n') c = ' ';
    has_stop |= is_stop(c);
    has_dash |= c == '-';
  }
  if (text.find('&') != std::string::npos) {
    replace_all(text, "&quot;", "\"");
    replace_all(text, "&amp;", "&");
    replace_all(text, "&lt;", "<");
    replace_all(text, "&gt;", ">");
  }

  out.clear();
  out += ' ';
  for (const char c : text) {
    if (c != ' ' && stands_alone[static_cast<unsigned char>(c)]) {
      out += ' ';
      out += c;
      out += ' ';
    } else {
      out += c;
    }
  }
  out += ' ';
  // Each step runs over the whole output of the one before, as the reference's expressions do.
  if (has_stop) {
    split_stops_unless_after_digit(out, text);
    split_stops_unless_before_digit(text, out);
  }
  if (has_dash) {
    split_dash_after_digit(out, text);
    std::swap(out, text);
  }
}

}  // namespace unspin
