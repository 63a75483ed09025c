#include "scorers/ngram/tokenize_13a.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace unspin {
namespace {

/// ASCII punctuation that always stands alone: all but ' , - . and, among {|}~ [\]^_` and blank to
/// &, ( to +, : to @ and /, as the expression's ranges have it.
constexpr std::array<bool, 256> stands_alone = [] {
  std::array<bool, 256> set{};
  const auto range = [&set](unsigned char from, unsigned char to) {
    for (unsigned c = from; c <= to; ++c) {
      set[c] = true;
    }
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
  if (at == std::string::npos) {
    return;
  }
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

/// Room for the output of a step, which takes at most three bytes for one, and the blanks around
/// it. Never shrinks: growing a string byte by byte was most of the cost of tokenizing.
class Buffer {
 public:
  char* room_for(std::size_t input) {
    if (bytes_.size() < 3 * input + 2) {
      bytes_.resize(3 * input + 2);
    }
    return bytes_.data();
  }
  std::string_view filled_to(const char* end) const {
    return {bytes_.data(), static_cast<std::size_t>(end - bytes_.data())};
  }

 private:
  std::string bytes_;
};

/// One character; nearly all have one byte, for which a call of memmove would be dear.
char* append_character(char* out, std::string_view text, std::size_t at, std::size_t length) {
  *out++ = text[at];
  for (std::size_t i = 1; i < length; ++i) {
    *out++ = text[at + i];
  }
  return out;
}

/// " in ", with blanks around what always stands alone.
std::string_view split_marks(std::string_view in, Buffer& buffer) {
  char* out = buffer.room_for(in.size());
  *out++ = ' ';
  for (const char c : in) {
    const bool alone = stands_alone[static_cast<unsigned char>(c)];
    if (alone) {
      *out++ = ' ';
    }
    *out++ = c;
    if (alone) {
      *out++ = ' ';
    }
  }
  *out++ = ' ';
  return buffer.filled_to(out);
}

/// ([^0-9])([.,]) → "\1 \2 "
std::string_view split_stops_unless_after_digit(std::string_view in, Buffer& buffer) {
  char* out = buffer.room_for(in.size());
  for (std::size_t i = 0; i < in.size();) {
    const std::size_t length = character_length(in[i]);
    out = append_character(out, in, i, length);
    const bool splits = !is_digit(in[i]) && i + length < in.size() && is_stop(in[i + length]);
    i += length;
    if (!splits) {
      continue;
    }
    *out++ = ' ';
    *out++ = in[i++];
    *out++ = ' ';
  }
  return buffer.filled_to(out);
}

/// ([.,])([^0-9]) → " \1 \2"
std::string_view split_stops_unless_before_digit(std::string_view in, Buffer& buffer) {
  char* out = buffer.room_for(in.size());
  for (std::size_t i = 0; i < in.size();) {
    if (!is_stop(in[i]) || i + 1 == in.size() || is_digit(in[i + 1])) {
      *out++ = in[i++];
      continue;
    }
    *out++ = ' ';
    *out++ = in[i++];
    *out++ = ' ';
    const std::size_t length = character_length(in[i]);
    out = append_character(out, in, i, length);
    i += length;
  }
  return buffer.filled_to(out);
}

/// ([0-9])(-) → "\1 \2 "
std::string_view split_dash_after_digit(std::string_view in, Buffer& buffer) {
  char* out = buffer.room_for(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    *out++ = in[i];
    if (!is_digit(in[i]) || i + 1 == in.size() || in[i + 1] != '-') {
      continue;
    }
    *out++ = ' ';
    *out++ = in[++i];
    *out++ = ' ';
  }
  return buffer.filled_to(out);
}

/// What occurs in a line decides which steps it needs.
struct Occurring {
  bool markup = false;  // "<", "&" or a line end
  bool stops = false;
  bool dashes = false;
};

Occurring look_at(std::string_view line) {
  Occurring occurring;
  for (const char c : line) {
    occurring.markup |= c == '<' || c == '&' || c == '\n';
    occurring.stops |= is_stop(c);
    occurring.dashes |= c == '-';
  }
  return occurring;
}

/// Unescapes four entities and joins lines.
std::string_view without_markup(std::string_view line) {
  thread_local std::string text;
  text.assign(line);
  replace_all(text, "<skipped>", "");
  replace_all(text, "-\n", "");
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.find('&') != std::string::npos) {
    replace_all(text, "&quot;", "\"");
    replace_all(text, "&amp;", "&");
    replace_all(text, "&lt;", "<");
    replace_all(text, "&gt;", ">");
  }
  return text;
}

}  // namespace

std::string_view tokenize_13a(std::string_view line) {
  thread_local Buffer buffers[2];
  const Occurring occurring = look_at(line);
  if (occurring.markup) {
    line = without_markup(line);
  }
  // Each step runs over the whole output of the one before, as the reference's expressions do.
  std::string_view text = split_marks(line, buffers[0]);
  if (occurring.stops) {
    text = split_stops_unless_after_digit(text, buffers[1]);
    text = split_stops_unless_before_digit(text, buffers[0]);
  }
  if (occurring.dashes) {
    text = split_dash_after_digit(text, buffers[1]);
  }
  return text;
}

}  // namespace unspin
