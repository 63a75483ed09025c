#include "engine/report/passage_cells.hpp"

#include <algorithm>
#include <unicode/uchar.h>

#include "engine/report/printable.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// The part of a span that lies in the passage, or an empty one.
Span trimmed(const SpanRecord& record, const Passage& passage) {
  Span span{record.span_class, record.source.begin_word, record.source.end_word,
            record.rewrite.begin_word, record.rewrite.end_word};
  const std::uint32_t words = span.source_end - span.source_begin;
  if (words > 0 && words == span.rewrite_end - span.rewrite_begin) {
    const auto missing = [](std::uint32_t at, std::uint32_t bound) {
      return at < bound ? bound - at : 0;
    };
    const std::uint32_t front = std::max(missing(span.source_begin, passage.source_begin),
                                         missing(span.rewrite_begin, passage.rewrite_begin));
    const std::uint32_t back = std::max(missing(passage.source_end, span.source_end),
                                        missing(passage.rewrite_end, span.rewrite_end));
    if (front >= words || back >= words - front) {
      return {};
    }
    span.source_begin += front;
    span.rewrite_begin += front;
    span.source_end -= back;
    span.rewrite_end -= back;
    return span;
  }
  span.source_begin = std::clamp(span.source_begin, passage.source_begin, passage.source_end);
  span.source_end = std::clamp(span.source_end, passage.source_begin, passage.source_end);
  span.rewrite_begin = std::clamp(span.rewrite_begin, passage.rewrite_begin, passage.rewrite_end);
  span.rewrite_end = std::clamp(span.rewrite_end, passage.rewrite_begin, passage.rewrite_end);
  return span;
}

/// Whether a span has its place in the passage by its source side, on which spans are ordered.
bool is_placed(const TextRange& source, const Passage& passage) {
  return source.begin_word == source.end_word
             ? passage.source_begin <= source.begin_word && source.begin_word <= passage.source_end
             : source.begin_word < passage.source_end && passage.source_begin < source.end_word;
}

/// The first byte that is shown with the word: behind the last blank since the word before, or the
/// word's own. Marks at the very beginning of the text go with its first word.
std::size_t first_byte(std::string_view text, const Words& words, std::size_t word) {
  std::size_t first = word > 0 ? words.begin[word] : 0;
  for (std::size_t at = word > 0 ? words.end[word - 1] : 0; at < words.begin[word];) {
    if (is_blank(next_code_point(text, at))) {
      first = at;
    }
  }
  return first;
}

/// Behind the last byte shown with a passage's last word.
std::size_t last_byte(std::string_view text, const Words& words, std::size_t word) {
  const std::size_t bound = word + 1 < words.size() ? words.begin[word + 1] : text.size();
  std::size_t last = words.end[word];
  for (std::size_t at = last; at < bound && !is_blank(next_code_point(text, at));) {
    last = at;
  }
  return last;
}

/// Printable, with each run of white space as one blank.
std::string on_one_line(std::string_view raw) {
  std::string line;
  bool was_blank = false;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t begin = at;
    const bool blank = is_blank(next_code_point(raw, at));
    if (!blank) {
      line += raw.substr(begin, at - begin);
    } else if (!was_blank) {
      line += ' ';
    }
    was_blank = blank;
  }
  return printable(line);
}

ShownWord shown_word(std::string_view raw, std::string_view raw_tail, std::size_t most_columns) {
  std::string tail = on_one_line(raw_tail);
  ShownWord word;
  word.blank_after = tail.ends_with(' ');
  if (word.blank_after) {
    tail.pop_back();
  }
  word.tail = shortened(tail, most_columns / 4);
  word.tail_columns = columns_of(word.tail);
  word.text = shortened(on_one_line(raw), most_columns - word.tail_columns);
  word.text_columns = columns_of(word.text);
  return word;
}

}  // namespace

std::vector<Span> spans_within(const Passage& passage, std::span<const SpanRecord> spans) {
  std::vector<Span> within;
  std::uint32_t source_at = passage.source_begin;
  std::uint32_t rewrite_at = passage.rewrite_begin;
  const auto add = [&](const Span& span) {
    if (span.source_begin < span.source_end || span.rewrite_begin < span.rewrite_end) {
      within.push_back(span);
    }
    source_at = span.source_end;
    rewrite_at = span.rewrite_end;
  };
  const auto first =
      std::ranges::lower_bound(spans, passage.source_begin, {},
                               [](const SpanRecord& record) { return record.source.end_word; });
  for (const SpanRecord& record : std::ranges::subrange(first, spans.end())) {
    if (record.source.begin_word > passage.source_end) {
      break;
    }
    if (!is_placed(record.source, passage)) {
      continue;
    }
    Span span = trimmed(record, passage);
    if (span.rewrite_begin == span.rewrite_end) {  // dropped: that it was, not where from
      span.rewrite_begin = span.rewrite_end = rewrite_at;
    }
    if ((span.source_begin == span.source_end && span.rewrite_begin == span.rewrite_end) ||
        span.source_begin < source_at || span.rewrite_begin < rewrite_at) {
      continue;
    }
    add({SpanClass::rewritten, source_at, span.source_begin, rewrite_at, span.rewrite_begin});
    add(span);
  }
  add({SpanClass::rewritten, source_at, passage.source_end, rewrite_at, passage.rewrite_end});
  return within;
}

std::size_t sentence_of(const Words& words, std::uint32_t begin, std::uint32_t end) {
  return begin == end
             ? 0
             : static_cast<std::size_t>(std::ranges::upper_bound(words.sentence_begin, begin) -
                                        words.sentence_begin.begin());
}

std::vector<ShownWord> shown_words(std::string_view text, const Words& words, std::uint32_t begin,
                                   std::uint32_t end, std::size_t most_columns) {
  std::vector<ShownWord> shown;
  shown.reserve(end - begin);
  for (std::size_t word = begin; word < end; ++word) {
    const std::size_t first = first_byte(text, words, word);
    const std::size_t last =
        word + 1 < end ? first_byte(text, words, word + 1) : last_byte(text, words, word);
    const std::size_t behind = words.end[word];
    shown.push_back(shown_word(text.substr(first, behind - first),
                               text.substr(behind, last - behind), most_columns));
  }
  return shown;
}

}  // namespace unspin
