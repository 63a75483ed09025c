#include "engine/report/paragraphs.hpp"

#include <algorithm>
#include <optional>

namespace unspin {
namespace {

constexpr std::size_t widest_filled_line = 120;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The lines without the white space around them; empty ones too.
std::vector<ByteRange> lines_of(std::string_view text) {
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin;
    std::size_t last = end;
    while (first < last && is_blank(text[first])) {
      ++first;
    }
    while (last > first && is_blank(text[last - 1])) {
      --last;
    }
    lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    begin = end + 1;
  }
  while (!lines.empty() && lines.back().begin == lines.back().end) {
    lines.pop_back();
  }
  return lines;
}

/// The width that the lines were filled to, if they were.
std::optional<std::size_t> filled_width(std::string_view text,
                                        const std::vector<ByteRange>& lines) {
  std::size_t longest = 0;
  bool has_empty = false;
  for (const ByteRange& line : lines) {
    has_empty = has_empty || line.begin == line.end;
    longest = std::max(longest, characters_in(text.substr(line.begin, line.end - line.begin)));
  }
  return has_empty && longest <= widest_filled_line ? std::optional(longest) : std::nullopt;
}

bool had_no_room(std::string_view text, const ByteRange& line, const ByteRange& next,
                 std::size_t width) {
  const std::string_view behind = text.substr(next.begin, next.end - next.begin);
  const std::string_view word = behind.substr(0, behind.find_first_of(" \t"));
  return characters_in(text.substr(line.begin, line.end - line.begin)) + 1 + characters_in(word) >
         width;
}

}  // namespace

std::vector<ByteRange> paragraphs_of(std::string_view text) {
  const std::vector<ByteRange> lines = lines_of(text);
  const std::optional<std::size_t> width = filled_width(text, lines);
  std::vector<ByteRange> paragraphs;
  bool goes_on = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ByteRange& line = lines[i];
    if (line.begin == line.end) {
      goes_on = false;
      continue;
    }
    if (goes_on) {
      paragraphs.back().end = line.end;
    } else {
      paragraphs.push_back(line);
    }
    goes_on = width && i + 1 < lines.size() && lines[i + 1].begin < lines[i + 1].end &&
              had_no_room(text, line, lines[i + 1], *width);
  }
  return paragraphs;
}

}  // namespace unspin
