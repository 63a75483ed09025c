#include "engine/report/whole_texts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <span>
#include <string>

#include "engine/report/passage_cells.hpp"
#include "engine/report/printable.hpp"
#include "engine/report/side_by_side.hpp"

namespace unspin {
namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// Words from the gutter on, on as many lines as they need.
void put_words(std::span<const ShownWord> words, Tone tone, LineWriter& lines) {
  std::string line;  // put at once: a tone is not taken up again for every word
  std::size_t columns = passage_gutter;
  bool blank_owed = false;
  const auto put_line = [&] {
    lines.pad_to(passage_gutter);
    lines.put(line, tone);
    line.clear();
  };
  for (const ShownWord& word : words) {
    if (!line.empty() && columns + (blank_owed ? 1 : 0) + word.columns() > lines.width()) {
      put_line();
      lines.end_line();
      columns = passage_gutter;
      blank_owed = false;
    }
    line += (blank_owed ? " " : "") + word.text + word.tail;
    columns += (blank_owed ? 1 : 0) + word.columns();
    blank_owed = word.blank_after;
  }
  put_line();
}

/// Sentences that need one line only, each with its number and a sign.
class LoneSentences {
 public:
  LoneSentences(const PlacedText& text, char sign, Tone tone, LineWriter& lines)
      : text_(text), sign_(sign), tone_(tone), lines_(lines) {}

  /// Those of the words [begin, end). `other_number`: that of the first in the other text, which is
  /// told if it is another; 0: there is none.
  void put(std::uint32_t begin, std::uint32_t end, std::size_t other_number) {
    const std::vector<ShownWord> words =
        shown_words(text_.text, *text_.words, begin, end, lines_.width() - passage_gutter);
    for (std::uint32_t at = begin; at < end;) {
      const std::size_t number = sentence_of(*text_.words, at, end);
      const auto& starts = text_.words->sentence_begin;
      const std::uint32_t next = number < starts.size() ? std::min(end, starts[number]) : end;
      lines_.put(fmt::format("{:>4}{}", number, sign_), Tone::faint);
      put_words(std::span(words).subspan(at - begin, next - at), tone_, lines_);
      if (other_number > 0 && other_number != number) {
        put_other_number(other_number);
      }
      lines_.end_line();
      other_number += other_number > 0 ? 1 : 0;
      at = next;
    }
  }

 private:
  void put_other_number(std::size_t number) {
    const std::string said = fmt::format("(there {})", number);
    if (lines_.column() + 1 + said.size() > lines_.width()) {
      lines_.end_line();
      lines_.pad_to(passage_gutter);
    } else {
      lines_.skip(1);
    }
    lines_.put(said, Tone::faint);
  }

  const PlacedText& text_;
  char sign_;
  Tone tone_;
  LineWriter& lines_;
};

class WholeTexts {
 public:
  WholeTexts(const PlacedText& source, const PlacedText& rewrite,
             const std::vector<SpanRecord>& spans, LineWriter& lines)
      : source_(source), rewrite_(rewrite), spans_(spans), lines_(lines) {}

  void put(const Bead& bead) {
    const bool needs_one_line = bead.is_one_sided() || is_the_same(bead);
    if (!needs_one_line || needs_one_line != last_needed_one_line_) {
      lines_.end_section();
    }
    last_needed_one_line_ = needs_one_line;
    if (bead.rewrite_begin == bead.rewrite_end) {
      LoneSentences(source_, '-', Tone::from, lines_).put(bead.source_begin, bead.source_end, 0);
    } else if (bead.source_begin == bead.source_end) {
      LoneSentences(rewrite_, '+', Tone::to, lines_).put(bead.rewrite_begin, bead.rewrite_end, 0);
    } else if (needs_one_line) {
      LoneSentences(source_, '=', Tone::plain, lines_)
          .put(bead.source_begin, bead.source_end,
               sentence_of(*rewrite_.words, bead.rewrite_begin, bead.rewrite_end));
    } else {
      put_passage({bead.source_begin, bead.source_end, bead.rewrite_begin, bead.rewrite_end},
                  spans_, source_, rewrite_, no_limit, lines_);
    }
  }

 private:
  /// To the letter, as far as a reader sees it.
  bool is_the_same(const Bead& bead) const {
    if (bead.source_end - bead.source_begin != bead.rewrite_end - bead.rewrite_begin) {
      return false;
    }
    const auto shown = [&](const PlacedText& text, std::uint32_t begin, std::uint32_t end) {
      return shown_words(text.text, *text.words, begin, end, lines_.width());
    };
    return std::ranges::equal(shown(source_, bead.source_begin, bead.source_end),
                              shown(rewrite_, bead.rewrite_begin, bead.rewrite_end),
                              [](const ShownWord& a, const ShownWord& b) {
                                return a.text == b.text && a.tail == b.tail;
                              });
  }

  const PlacedText& source_;
  const PlacedText& rewrite_;
  const std::vector<SpanRecord>& spans_;
  LineWriter& lines_;
  bool last_needed_one_line_ = false;
};

}  // namespace

void put_whole_texts(const TerminalTitle& title, const std::vector<SpanRecord>& spans,
                     LineWriter& lines) {
  if (title.source_words + title.rewrite_words == 0 || title.source_words_at == nullptr ||
      title.rewrite_words_at == nullptr) {
    return;
  }
  lines.put("Sentence by sentence", Tone::strong);
  lines.skip(2);
  lines.wrapped(
      "the original above its rewrite; = the same in both, - left out, + put in; (there 9): the "
      "rewrite has it as its 9th",
      6, Tone::faint);
  put_passage_legend(lines);
  const PlacedText source{title.source_text, title.source_words_at};
  const PlacedText rewrite{title.rewrite_text, title.rewrite_words_at};
  WholeTexts texts(source, rewrite, spans, lines);
  for (const Bead& bead : title.beads) {
    texts.put(bead);
  }
  lines.end_section();
}

}  // namespace unspin
