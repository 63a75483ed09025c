#include "bench/training/excerpts.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/sentences.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::training {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

/// From the first word's first byte to before the word behind the last, without an opening quote
/// that belongs to what follows.
std::string text_of(std::string_view text, const Words& words, std::size_t begin, std::size_t end) {
  const std::size_t first = words.begin[begin];
  const std::size_t next = end < words.size() ? words.begin[end] : text.size();
  std::string_view part = without_blanks(text.substr(first, next - first));
  const std::size_t blank = part.find_last_of(blanks);
  if (blank != std::string_view::npos && first + blank > words.end[end - 1]) {
    part = without_blanks(part.substr(0, blank));
  }
  return std::string(part);
}

bool is_within(std::size_t words, Size size) { return words >= size.least && words <= size.most; }

}  // namespace

std::size_t count_words(std::string_view text) {
  WordSegmenter segmenter;
  std::size_t words = 0;
  segmenter.for_each_word(text, [&](const WordSegmenter::Segment&, std::string_view) { ++words; });
  return words;
}

std::string cut_sentences(std::string_view text, Size size, Random& random) {
  std::vector<std::uint32_t> starts = sentence_starts(text);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  const std::size_t wanted = size.least + random.below(size.most - size.least + 1);
  std::vector<std::size_t> words_before = {0};
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    words_before.push_back(words_before.back() +
                           count_words(text.substr(starts[i], starts[i + 1] - starts[i])));
  }
  if (words_before.back() <= wanted) {
    return std::string(without_blanks(text));
  }
  std::size_t first = random.below(starts.size() - 1);
  // Not so late that too few words follow.
  while (first > 0 && words_before.back() - words_before[first] < wanted) {
    --first;
  }
  std::size_t last = first + 1;
  while (last + 1 < starts.size() && words_before[last + 1] - words_before[first] <= wanted) {
    ++last;
  }
  std::string_view part = text.substr(starts[first], starts[last] - starts[first]);
  std::size_t words = 0, end = part.size();
  WordSegmenter segmenter;
  segmenter.for_each_word(part, [&](const WordSegmenter::Segment& word, std::string_view) {
    if (++words == size.most) {
      end = word.end;
    }
  });
  if (words > size.most) {
    part = part.substr(0, end);
  }
  return std::string(without_blanks(part));
}

std::optional<Excerpt> cut_pair(PreparedPair& pair, Size size, Random& random) {
  const std::vector<Bead>& beads = pair.alignment().beads;
  constexpr int tries = 8;
  for (int i = 0; i < tries && !beads.empty(); ++i) {
    const std::size_t first = random.below(beads.size());
    const std::size_t wanted = size.least + random.below(size.most - size.least + 1);
    Bead part = beads[first];
    for (std::size_t next = first + 1; next < beads.size(); ++next) {
      const std::size_t words = beads[next].source_end - part.source_begin;
      if (!part.is_followed_by(beads[next]) || words > wanted) {
        break;
      }
      part.source_end = beads[next].source_end;
      part.rewrite_end = beads[next].rewrite_end;
    }
    if (is_within(part.source_end - part.source_begin, size) &&
        is_within(part.rewrite_end - part.rewrite_begin, size)) {
      return Excerpt{
          text_of(pair.source(), pair.words(TextIndex::source), part.source_begin, part.source_end),
          text_of(pair.rewrite(), pair.words(TextIndex::rewrite), part.rewrite_begin,
                  part.rewrite_end)};
    }
  }
  return std::nullopt;
}

}  // namespace unspin::training
