#include "engine/report/side_by_side.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string>
#include <utility>

#include "engine/report/passage_cells.hpp"

namespace unspin {
namespace {

/// How a cell looks: tones for those who see colours, a mark below it for the others.
struct Look {
  Tone from = Tone::plain, to = Tone::plain;
  char mark = ' ';
};

constexpr Look swapped{Tone::strong_from, Tone::strong_to, '~'};
constexpr Look reworded{Tone::from, Tone::to, '*'};
constexpr Look small_change{Tone::underlined, Tone::underlined, '.'};
constexpr Look inserted{Tone::faint, Tone::faint, '+'};
constexpr Look dropped{Tone::faint, Tone::faint, '-'};

Look look_of(const Span& cell) {
  if (cell.source_begin == cell.source_end) {
    return inserted;
  }
  if (cell.rewrite_begin == cell.rewrite_end) {
    return dropped;
  }
  switch (cell.span_class) {
    case SpanClass::synonym:
      return swapped;
    case SpanClass::rewritten:
      return reworded;
    case SpanClass::minor:
      return small_change;
    case SpanClass::identical:
      break;
  }
  return {};
}

/// Words as they stand in a row: the tail of the last one belongs to none of them.
struct Stretch {
  std::size_t words = 0;
  std::string text, tail;
  std::size_t text_columns = 0, columns = 0;
  bool blank_after = false;
};

/// One text's words of a cell, taken from the front.
class WordQueue {
 public:
  explicit WordQueue(std::span<const ShownWord> words) : words_(words) {}

  bool empty() const { return words_.empty(); }

  std::size_t columns() const {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      columns += words_[i].columns() + blanks_before(i);
    }
    return columns;
  }

  /// As many of the next words as have room in so many columns.
  Stretch take(std::size_t room) {
    Stretch taken;
    for (; taken.words < words_.size(); ++taken.words) {
      const ShownWord& word = words_[taken.words];
      const std::size_t blanks = blanks_before(taken.words);
      if (taken.columns + blanks + word.columns() > room) {
        break;
      }
      taken.text += taken.tail;
      taken.text.append(blanks, ' ');
      taken.text += word.text;
      taken.text_columns = taken.columns + blanks + word.text_columns;
      taken.columns = taken.text_columns + word.tail_columns;
      taken.tail = word.tail;
      taken.blank_after = word.blank_after;
    }
    words_ = words_.subspan(taken.words);
    return taken;
  }

 private:
  std::size_t blanks_before(std::size_t i) const {
    return i > 0 && words_[i - 1].blank_after ? 1 : 0;
  }

  std::span<const ShownWord> words_;
};

/// Rows of three lines that grow to the right.
class Rows {
 public:
  Rows(std::size_t most, LineWriter& lines)
      : lines_(lines),
        room_(lines.width() - passage_gutter),
        whole_(std::max<std::size_t>(room_ / 2, 24)),
        left_(most) {}

  bool is_full() const { return left_ == 0; }
  void number(std::size_t source_sentence, std::size_t rewrite_sentence) {
    source_number_ = source_sentence;
    rewrite_number_ = rewrite_sentence;
  }

  /// Below each other, here or on further rows. Only a long cell may be torn.
  void place(WordQueue source, WordQueue rewrite, const Look& look) {
    while (!is_full() && !(source.empty() && rewrite.empty())) {
      const std::size_t at = column_ == 0 || !blank_owed_ ? column_ : column_ + 1;
      const std::size_t free = room_ - std::min(room_, at);
      const std::size_t needed = std::max(source.columns(), rewrite.columns());
      if (needed > free && at > 0 && (needed <= whole_ || free < room_ / 3)) {
        end_row();
        continue;
      }
      Stretch above = source.take(free);
      Stretch below = rewrite.take(free);
      if (above.words + below.words == 0) {  // a long word; at the start of a row it has room
        end_row();
        continue;
      }
      marks_.resize(at, ' ');
      marks_.append(std::max(above.text_columns, below.text_columns), look.mark);
      column_ = at + std::max(above.columns, below.columns);
      blank_owed_ = above.blank_after || below.blank_after;
      source_.push_back({at, std::move(above), look.from});
      rewrite_.push_back({at, std::move(below), look.to});
      if (!(source.empty() && rewrite.empty())) {
        end_row();
      }
    }
  }

  void end_row() {
    if (column_ == 0 || is_full()) {
      return;
    }
    put(source_, source_number_);
    put(rewrite_, rewrite_number_);
    marks_.erase(marks_.find_last_not_of(' ') + 1);
    if (!lines_.has_colour() && !marks_.empty()) {
      lines_.skip(passage_gutter);
      lines_.put(marks_);
    }
    lines_.end_line();
    source_.clear();
    rewrite_.clear();
    marks_.clear();
    source_number_ = rewrite_number_ = 0;
    column_ = 0;
    blank_owed_ = false;
    --left_;
  }

 private:
  struct Run {
    std::size_t column;
    Stretch words;
    Tone tone;
  };

  void put(const std::vector<Run>& runs, std::size_t number) {
    if (number > 0 && number < 100'000) {
      lines_.put(fmt::format("{:>4}", number), Tone::faint);
    }
    for (const Run& run : runs) {
      lines_.pad_to(passage_gutter + run.column);
      lines_.put(run.words.text, run.tone);
      lines_.put(run.words.tail);
    }
    lines_.end_line();
  }

  LineWriter& lines_;
  std::size_t room_;
  std::size_t whole_;  // columns that a cell stays in one piece for
  std::size_t left_;
  std::size_t source_number_ = 0, rewrite_number_ = 0;
  std::vector<Run> source_, rewrite_;
  std::string marks_;
  std::size_t column_ = 0;
  bool blank_owed_ = false;
};

Passage within(const Passage& passage, const Words& source, const Words& rewrite) {
  const auto bound = [](std::uint32_t at, const Words& words) {
    return std::min(at, static_cast<std::uint32_t>(words.size()));
  };
  return {bound(passage.source_begin, source), bound(passage.source_end, source),
          bound(passage.rewrite_begin, rewrite), bound(passage.rewrite_end, rewrite)};
}

}  // namespace

void put_passage_legend(LineWriter& lines) {
  struct Entry {
    std::string_view meaning;
    Look look;
  };
  bool is_first = true;
  for (const auto& [meaning, look] :
       {Entry{"swapped", swapped}, Entry{"reworded", reworded}, Entry{"small change", small_change},
        Entry{"put in", inserted}, Entry{"left out", dropped}}) {
    const std::string mark = lines.has_colour() ? "" : std::string(3, look.mark) + " ";
    if (!is_first && lines.column() + 3 + mark.size() + meaning.size() > lines.width()) {
      lines.end_line();
      is_first = true;
    }
    lines.skip(is_first ? passage_gutter : 3);
    lines.put(mark);
    lines.put(meaning, look.to);
    is_first = false;
  }
  lines.end_line();
}

void put_passage(const Passage& passage, const std::vector<SpanRecord>& spans,
                 const PlacedText& source, const PlacedText& rewrite, std::size_t most_rows,
                 LineWriter& lines) {
  const Passage whole = within(passage, *source.words, *rewrite.words);
  const std::size_t longest = lines.width() - passage_gutter;
  const std::vector<ShownWord> source_words =
      shown_words(source.text, *source.words, whole.source_begin, whole.source_end, longest);
  const std::vector<ShownWord> rewrite_words =
      shown_words(rewrite.text, *rewrite.words, whole.rewrite_begin, whole.rewrite_end, longest);
  const auto queue = [](const std::vector<ShownWord>& words, std::size_t first, std::size_t count) {
    return WordQueue(std::span(words).subspan(first, count));
  };

  Rows rows(most_rows, lines);
  rows.number(sentence_of(*source.words, whole.source_begin, whole.source_end),
              sentence_of(*rewrite.words, whole.rewrite_begin, whole.rewrite_end));
  for (const Span& span : spans_within(whole, spans)) {
    const Look look = look_of(span);
    const std::uint32_t words = span.source_end - span.source_begin;
    const bool is_word_for_word =
        span.span_class == SpanClass::identical && words == span.rewrite_end - span.rewrite_begin;
    // One cell for each identical word: a row may end behind any of them.
    for (std::uint32_t k = 0; is_word_for_word && k < words; ++k) {
      rows.place(queue(source_words, span.source_begin + k - whole.source_begin, 1),
                 queue(rewrite_words, span.rewrite_begin + k - whole.rewrite_begin, 1), look);
    }
    if (!is_word_for_word) {
      rows.place(queue(source_words, span.source_begin - whole.source_begin, words),
                 queue(rewrite_words, span.rewrite_begin - whole.rewrite_begin,
                       span.rewrite_end - span.rewrite_begin),
                 look);
    }
  }
  const bool is_cut = rows.is_full();
  rows.end_row();
  if (is_cut) {
    lines.skip(passage_gutter);
    lines.put("…", Tone::faint);
    lines.end_line();
  }
}

}  // namespace unspin
