#include "engine/evaluate/tokenization_marks.hpp"

#include <fmt/format.h>
#include <string_view>

#include "engine/evaluate/input_wording.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

constexpr std::size_t lines_that_sacrebleu_warns_at = 100;
constexpr std::size_t fewest_with_spaces = 5;

/// A kind of mark: the lines that have it, and those that could.
struct Seen {
  std::size_t lines = 0;
  std::size_t first = 0;  // its place

  void add(std::size_t line) {
    first = lines == 0 ? line : first;
    ++lines;
  }
};

bool ends_in_loose_stop(std::string_view line) { return strip_end(line).ends_with(" ."); }

/// " , " between words.
bool has_loose_comma(std::string_view line) { return line.find(" , ") != std::string_view::npos; }

bool has_comma_or_stop(std::string_view line) {
  return line.find(", ") != std::string_view::npos || strip_end(line).ends_with('.');
}

/// "con@@ tinued": behind a word, not the "@@ " of a patch.
bool has_bpe_mark(std::string_view line) {
  for (std::size_t at = 1; (at = line.find("@@ ", at)) != std::string_view::npos; ++at) {
    const char before = line[at - 1];
    if (before != ' ' && before != '@') {
      return true;
    }
  }
  return false;
}

/// "▁word" at the start of a line or behind a blank, twice: one may be text about it.
bool has_sentencepiece_marks(std::string_view line) {
  constexpr std::string_view mark = "\xe2\x96\x81";
  std::size_t count = 0;
  for (std::size_t at = 0; (at = line.find(mark, at)) != std::string_view::npos;) {
    const bool starts_a_word = at == 0 || line[at - 1] == ' ';
    at += mark.size();
    count += starts_a_word && at < line.size() && line[at] != ' ' ? 1u : 0u;
  }
  return count >= 2;
}

bool has_escape(std::string_view line) {
  for (const std::string_view escape : {"&apos;", "&quot;", "&#91;", "&#93;", "&#124;"}) {
    if (line.find(escape) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string tokenization_marks(std::span<const std::string> lines) {
  Seen stops;
  Seen spaces;
  Seen could_have_spaces;
  Seen bpe;
  Seen sentencepiece;
  Seen escapes;
  const auto look = [&](std::size_t i, bool is_seen, Seen& seen) {
    if (is_seen) {
      seen.add(i);
    }
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    look(i, ends_in_loose_stop(line), stops);
    look(i, ends_in_loose_stop(line) || has_loose_comma(line), spaces);
    look(i, has_comma_or_stop(line), could_have_spaces);
    look(i, has_bpe_mark(line), bpe);
    look(i, has_sentencepiece_marks(line), sentencepiece);
    look(i, has_escape(line), escapes);
  }
  std::string found;
  const auto say = [&](bool is_told, const Seen& seen, std::string_view what) {
    if (is_told) {
      found +=
          fmt::format("{}{} of {} lines have {}, such as line {}: {}", found.empty() ? "" : "; ",
                      seen.lines, lines.size(), what, seen.first + 1, excerpt(lines[seen.first]));
    }
  };
  const auto is_a_hundredth = [&](const Seen& seen) {
    return seen.lines > 0 && seen.lines * 100 >= lines.size();
  };
  say((stops.lines >= lines_that_sacrebleu_warns_at && is_a_hundredth(stops)) ||
          (spaces.lines >= fewest_with_spaces && 2 * spaces.lines > could_have_spaces.lines),
      spaces, "a space before their comma or full stop");
  say(is_a_hundredth(bpe), bpe, "“@@ ” between parts of words (byte pair encoding)");
  say(is_a_hundredth(sentencepiece), sentencepiece, "“▁” before words (SentencePiece)");
  say(is_a_hundredth(escapes), escapes, "escapes such as “&apos;”");
  return found;
}

}  // namespace unspin
