#include "engine/evaluate/line_ends.hpp"

#include <vector>

namespace unspin {
namespace {

struct Candidate {
  std::string_view name;
  std::vector<std::string_view> texts;
};

const std::vector<Candidate>& candidates() {
  static const std::vector<Candidate> all = {
      {"U+2028 (line separator)", {"\xe2\x80\xa8"}},
      {"U+2029 (paragraph separator)", {"\xe2\x80\xa9"}},
      {"U+0085 (next line)", {"\xc2\x85"}},
      {"a carriage return", {"\r"}},
      {"a form feed or vertical tab", {"\f", "\v"}},
      {"U+001C, U+001D or U+001E", {"\x1c", "\x1d", "\x1e"}},
      {"\\n, written as two characters", {"\\n"}},
      {"<br>", {"<br>", "<br/>", "<br />"}},
      // What Python's str.splitlines() adds to \n.
      {"a character that Python's str.splitlines() takes for a line end, such as U+2028 or U+0085",
       {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xc2\x85", "\r", "\f", "\v", "\x1c", "\x1d", "\x1e"}}};
  return all;
}

std::size_t count_in(std::string_view line, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = line.find(text, at)) != std::string_view::npos;
       at += text.size()) {
    ++count;
  }
  return count;
}

}  // namespace

std::optional<HiddenLineEnds> hidden_line_ends(std::span<const std::string> lines,
                                               std::size_t more) {
  for (const Candidate& candidate : candidates()) {
    HiddenLineEnds found{.name = candidate.name};
    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size() && count <= more; ++i) {
      std::string_view line = lines[i];
      if (line.ends_with('\r')) {  // a part of the end that the line has
        line.remove_suffix(1);
      }
      for (const std::string_view text : candidate.texts) {
        count += count_in(line, text);
      }
      if (count > 0 && found.first_line == 0) {
        found.first_line = i + 1;
      }
    }
    if (count == more) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace unspin
