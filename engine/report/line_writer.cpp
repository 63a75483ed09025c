#include "engine/report/line_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::faint:
      return "\x1b[2m";
    case Tone::strong:
      return "\x1b[1m";
    case Tone::underlined:
      return "\x1b[4m";
    case Tone::from:
      return "\x1b[31m";
    case Tone::to:
      return "\x1b[32m";
    case Tone::strong_from:
    case Tone::bad:
      return "\x1b[1;31m";
    case Tone::strong_to:
    case Tone::good:
      return "\x1b[1;32m";
    case Tone::warning:
      return "\x1b[1;33m";
    case Tone::plain:
      break;
  }
  return {};
}

}  // namespace

void LineWriter::put(std::string_view text, Tone tone) {
  if (text.empty()) {
    return;
  }
  out_.append(blanks_, ' ');
  blanks_ = 0;
  const std::string_view code = colour_ ? code_of(tone) : std::string_view{};
  out_ += code;
  out_ += text;
  if (!code.empty()) {
    out_ += "\x1b[0m";
  }
  column_ += columns_of(text);
}

void LineWriter::end_list(std::size_t more) {
  if (more > 0) {
    put(fmt::format("  … {} more: --all", more), Tone::faint);
    end_line();
  }
  end_line();
}

void LineWriter::wrapped(std::string_view text, std::size_t indent, Tone tone) {
  std::string line;  // put at once: a tone is not taken up again for every word
  std::size_t columns = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) {
      continue;
    }
    if (!line.empty() && column_ + columns + 1 + columns_of(word) > width_) {
      put(line, tone);
      end_line();
      pad_to(indent);
      line.clear();
      columns = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++columns;
    }
    const std::size_t room = width_ - std::min(column_ + columns, width_ - 1);
    const std::string shown = shortened(word, room);
    line += shown;
    columns += columns_of(shown);
  }
  put(line, tone);
  end_line();
}

}  // namespace unspin
