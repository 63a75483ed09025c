#include "engine/align/change_splitter.hpp"

#include <algorithm>
#include <limits>

namespace unspin {
namespace {

// Gains of taking words for each other.
constexpr int known_phrase = 34;
constexpr int recurring_phrase = 33;
constexpr int known_word = 30;
constexpr int inflected_word = 20;
constexpr int content_for_content = 12;
constexpr int function_for_function = 10;
constexpr int content_for_function = 4;
constexpr int equal_phrase = 15;  // two words for two and so on, if they do not go one by one
constexpr int unequal_phrase = 12;
constexpr int unlike_phrase = 11;  // content words on one side only
constexpr int inserted_word = -4;  // or dropped: rather a part of what stands beside it
// What a known word loses that takes others along: "turn into" for "become".
constexpr int function_taken_along = -1;
constexpr int content_taken_along = -5;
constexpr int content_beside_inflected = -3;  // function words are free: "will get" for "gets"

constexpr int across_sentences = -20;  // no phrase

// Longer stretches are cut at the words that are linked, and what is between is split if it is
// short: where nothing is known of many words, they were rewritten and not swapped.
constexpr std::uint32_t longest_without_a_link = 6;

std::uint64_t shape_of(std::uint32_t source_words, std::uint32_t rewrite_words) {
  return std::uint64_t{1} << ((source_words & 7) * 8 + (rewrite_words & 7));
}

/// Whether a sentence begins behind the first of these words.
bool crosses_sentence(const Words& words, std::uint32_t begin, std::uint32_t end) {
  const auto next =
      std::upper_bound(words.sentence_begin.begin(), words.sentence_begin.end(), begin);
  return next != words.sentence_begin.end() && *next < end;
}

}  // namespace

ChangeSplitter::ChangeSplitter(const AlignedPair& pair, const std::vector<Change>& stretches)
    : pair_(pair),
      phrases_(pair.lexicon, pair.vocabulary, pair.facts),
      numbers_(3 * stretches.size()) {
  for (const Change& c : stretches) {
    if (c.source_words() > 0 && c.rewrite_words() > 0 && c.source_words() != c.rewrite_words() &&
        c.source_words() + c.rewrite_words() <= longest_piece) {
      seen_shapes_ |= shape_of(c.source_words(), c.rewrite_words());
      const std::uint32_t number =
          number_of({c.source_begin, c.source_end, c.rewrite_begin, c.rewrite_end});
      times_seen_.resize(numbers_.size(), 0);
      ++times_seen_[number];
    }
  }
}

void ChangeSplitter::split(const Change& stretch, std::vector<Piece>& pieces) {
  pieces.clear();
  if (std::max(stretch.source_words(), stretch.rewrite_words()) <= longest_without_a_link) {
    return split_table(stretch, pieces);
  }
  Change rest = stretch;
  for (std::uint32_t i = stretch.source_begin; i < stretch.source_end; ++i) {
    const std::uint32_t j = pair_.alignment.to_rewrite[i];
    if (j == not_aligned || link(i, j) <= Likeness::replaced) {
      continue;
    }
    rest.source_end = i;
    rest.rewrite_end = j;
    split_table(rest, pieces);
    pieces.push_back({i, i + 1, j, j + 1, true});
    rest = {i + 1, stretch.source_end, j + 1, stretch.rewrite_end};
  }
  split_table(rest, pieces);
}

void ChangeSplitter::split_table(const Change& stretch, std::vector<Piece>& pieces) {
  const std::uint32_t n = stretch.source_words();
  const std::uint32_t m = stretch.rewrite_words();
  if (n == 0 || m == 0 || std::max(n, m) > longest_without_a_link) {
    if (n > 0 || m > 0) {
      pieces.push_back({stretch.source_begin, stretch.source_end, stretch.rewrite_begin,
                        stretch.rewrite_end, false});
    }
    return;
  }
  if (n == 1 && m == 1) {  // most of them
    const Likeness likeness = link(stretch.source_begin, stretch.rewrite_begin);
    pieces.push_back({stretch.source_begin, stretch.source_end, stretch.rewrite_begin,
                      stretch.rewrite_end, likeness > Likeness::replaced});
    return;
  }
  prepare(stretch);
  cells_.assign(std::size_t{n + 1} * (m + 1), Cell{});
  const auto cell = [&](std::uint32_t i, std::uint32_t j) -> Cell& {
    return cells_[std::size_t{i} * (m + 1) + j];
  };
  for (std::uint32_t i = 0; i <= n; ++i) {
    for (std::uint32_t j = 0; j <= m; ++j) {
      if (i == 0 && j == 0) {
        continue;
      }
      Cell best{.gain = std::numeric_limits<int>::min()};
      const auto consider = [&](std::uint32_t p, std::uint32_t q) {
        Cell step{.source_step = static_cast<std::uint8_t>(p),
                  .rewrite_step = static_cast<std::uint8_t>(q)};
        step.gain = cell(i - p, j - q).gain + (p == 0 || q == 0 ? inserted_word : 0);
        if (p > 0 && q > 0) {
          Piece piece{stretch.source_begin + i - p, stretch.source_begin + i,
                      stretch.rewrite_begin + j - q, stretch.rewrite_begin + j};
          step.gain += gain(piece);
          step.is_known = piece.is_known;
          step.is_listed = piece.is_listed;
        }
        if (step.gain > best.gain) {
          best = step;
        }
      };
      for (std::uint32_t p = 1; p <= std::min(i, longest_side); ++p) {
        for (std::uint32_t q = 1; q <= std::min({j, longest_side, longest_piece - p}); ++q) {
          consider(p, q);
        }
      }
      if (i > 0) {
        consider(1, 0);
      }
      if (j > 0) {
        consider(0, 1);
      }
      cell(i, j) = best;
    }
  }
  const auto first = pieces.size();
  for (std::uint32_t i = n, j = m; i > 0 || j > 0;) {
    const Cell& c = cell(i, j);
    pieces.push_back({stretch.source_begin + i - c.source_step, stretch.source_begin + i,
                      stretch.rewrite_begin + j - c.rewrite_step, stretch.rewrite_begin + j,
                      c.is_known, c.is_listed});
    i -= c.source_step;
    j -= c.rewrite_step;
  }
  std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end());
}

void ChangeSplitter::prepare(const Change& stretch) {
  now_.stretch = stretch;
  now_.links.clear();
  for (std::uint32_t i = stretch.source_begin; i < stretch.source_end; ++i) {
    for (std::uint32_t j = stretch.rewrite_begin; j < stretch.rewrite_end; ++j) {
      now_.links.push_back(link(i, j));
    }
  }
  const auto count = [&](const Words& words, std::uint32_t begin, std::uint32_t end,
                         std::vector<std::uint32_t>& content) {
    content.assign(1, 0);
    for (std::uint32_t i = begin; i < end; ++i) {
      content.push_back(content.back() + (pair_.facts.is_content(words.id[i]) ? 1u : 0u));
    }
  };
  count(pair_.source, stretch.source_begin, stretch.source_end, now_.source_content);
  count(pair_.rewrite, stretch.rewrite_begin, stretch.rewrite_end, now_.rewrite_content);
  find_forms(pair_.source, stretch.source_begin, stretch.source_end, now_.source_forms);
  find_forms(pair_.rewrite, stretch.rewrite_begin, stretch.rewrite_end, now_.rewrite_forms);
  now_.has_sentence_start =
      crosses_sentence(pair_.source, stretch.source_begin, stretch.source_end) ||
      crosses_sentence(pair_.rewrite, stretch.rewrite_begin, stretch.rewrite_end);
}

int ChangeSplitter::gain(Piece& piece) const {
  const std::uint32_t n = piece.source_words();
  const std::uint32_t m = piece.rewrite_words();
  if (n == 1 && m == 1) {
    const Likeness likeness = now_.link(piece.source_begin, piece.rewrite_begin);
    piece.is_known = likeness > Likeness::replaced;
    return gain_of_words(piece.source_begin, piece.rewrite_begin, likeness);
  }
  if (now_.has_sentence_start &&
      (crosses_sentence(pair_.source, piece.source_begin, piece.source_end) ||
       crosses_sentence(pair_.rewrite, piece.rewrite_begin, piece.rewrite_end))) {
    return across_sentences;
  }
  piece.is_known = true;
  piece.is_listed = is_known_phrase(piece);
  if (piece.is_listed || is_contraction(piece) || is_respelling(piece)) {
    return known_phrase;
  }
  if (recurs(piece)) {
    return recurring_phrase;
  }
  piece.is_known = false;
  return gain_of_phrase(piece, piece.is_known);
}

/// Seen elsewhere in the pair as a whole stretch.
bool ChangeSplitter::recurs(const Piece& piece) const {
  const std::uint32_t n = piece.source_words();
  const std::uint32_t m = piece.rewrite_words();
  if (n == m || (seen_shapes_ & shape_of(n, m)) == 0) {
    return false;
  }
  const std::uint32_t number = walk(piece, [this](std::uint32_t phrase, std::uint32_t word) {
    return numbers_.find(phrase, word);
  });
  const bool is_whole = n == now_.stretch.source_words() && m == now_.stretch.rewrite_words();
  return number < times_seen_.size() && times_seen_[number] > (is_whole ? 1u : 0u);
}

int ChangeSplitter::gain_of_words(std::uint32_t source_word, std::uint32_t rewrite_word,
                                  Likeness likeness) const {
  if (likeness > Likeness::replaced) {
    return likeness == Likeness::same_stem ? inflected_word : known_word;
  }
  const bool source_is_content = pair_.facts.is_content(pair_.source.id[source_word]);
  const bool rewrite_is_content = pair_.facts.is_content(pair_.rewrite.id[rewrite_word]);
  return source_is_content != rewrite_is_content ? content_for_function
         : source_is_content                     ? content_for_content
                                                 : function_for_function;
}

/// A phrase that nobody knows as one. If it holds two words that go together, the others were taken
/// along.
int ChangeSplitter::gain_of_phrase(const Piece& piece, bool& is_known) const {
  if (piece.source_words() == piece.rewrite_words()) {
    return equal_phrase;
  }
  const std::uint32_t source_content =
      now_.source_content[piece.source_end - now_.stretch.source_begin] -
      now_.source_content[piece.source_begin - now_.stretch.source_begin];
  const std::uint32_t rewrite_content =
      now_.rewrite_content[piece.rewrite_end - now_.stretch.rewrite_begin] -
      now_.rewrite_content[piece.rewrite_begin - now_.stretch.rewrite_begin];
  const std::uint32_t shorter = std::min(piece.source_words(), piece.rewrite_words());
  if (shorter > 1) {
    return source_content + rewrite_content == 0
               ? static_cast<int>(shorter) * function_for_function + 3
               : unequal_phrase;
  }
  int best = (source_content > 0) != (rewrite_content > 0) ? unlike_phrase : unequal_phrase;
  const auto words = static_cast<int>(piece.source_words() + piece.rewrite_words()) - 2;
  for (std::uint32_t i = piece.source_begin; i < piece.source_end; ++i) {
    for (std::uint32_t j = piece.rewrite_begin; j < piece.rewrite_end; ++j) {
      const Likeness likeness = now_.link(i, j);
      if (likeness <= Likeness::replaced) {
        continue;
      }
      is_known = true;
      const auto content = static_cast<int>(source_content + rewrite_content) -
                           (pair_.facts.is_content(pair_.source.id[i]) ? 1 : 0) -
                           (pair_.facts.is_content(pair_.rewrite.id[j]) ? 1 : 0);
      best = std::max(best, likeness == Likeness::same_stem
                                ? inflected_word + content * content_beside_inflected
                                : known_word + content * content_taken_along +
                                      (words - content) * function_taken_along);
    }
  }
  return best;
}

void ChangeSplitter::find_forms(const Words& words, std::uint32_t begin, std::uint32_t end,
                                std::vector<PhraseForms>& forms) {
  forms.assign(std::size_t{end - begin} * longest_side, PhraseForms{});
  if (pair_.lexicon == nullptr) {
    return;
  }
  for (std::uint32_t i = begin; i < end; ++i) {
    for (std::uint32_t length = 1; length <= std::min(longest_side, end - i); ++length) {
      forms[std::size_t{i - begin} * longest_side + length - 1] =
          phrases_.forms_of(words, i, i + length);
    }
  }
}

bool ChangeSplitter::is_known_phrase(const Piece& piece) const {
  const PhraseForms& from =
      now_.source_forms[std::size_t{piece.source_begin - now_.stretch.source_begin} * longest_side +
                        piece.source_words() - 1];
  const PhraseForms& to =
      now_.rewrite_forms[std::size_t{piece.rewrite_begin - now_.stretch.rewrite_begin} *
                             longest_side +
                         piece.rewrite_words() - 1];
  for (std::size_t a = 0; a < from.count; ++a) {
    for (std::size_t b = 0; b < to.count; ++b) {
      if (pair_.lexicon->relation(from.ids[a], to.ids[b])) {
        return true;
      }
    }
  }
  return false;
}

bool ChangeSplitter::is_contraction(const Piece& piece) const {
  if (piece.is_one_sided() || piece.source_words() + piece.rewrite_words() != 3) {
    return false;
  }
  const bool shortens = piece.rewrite_words() == 1;
  const std::string_view one = shortens
                                   ? pair_.vocabulary.text(pair_.rewrite.id[piece.rewrite_begin])
                                   : pair_.vocabulary.text(pair_.source.id[piece.source_begin]);
  const std::string_view first = shortens
                                     ? pair_.vocabulary.text(pair_.source.id[piece.source_begin])
                                     : pair_.vocabulary.text(pair_.rewrite.id[piece.rewrite_begin]);
  return one.size() > first.size() && one.starts_with(first) &&
         one.find('\'') != std::string_view::npos;
}

bool ChangeSplitter::is_respelling(const Piece& piece) const {
  if (piece.source_words() == piece.rewrite_words()) {
    return false;
  }
  // Letter by letter: most pieces differ in the first.
  std::uint32_t j = piece.rewrite_begin;
  std::string_view rest = pair_.vocabulary.text(pair_.rewrite.id[j]);
  for (std::uint32_t i = piece.source_begin; i < piece.source_end; ++i) {
    for (const char c : pair_.vocabulary.text(pair_.source.id[i])) {
      if (rest.empty() && ++j < piece.rewrite_end) {
        rest = pair_.vocabulary.text(pair_.rewrite.id[j]);
      }
      if (rest.empty() || rest.front() != c) {
        return false;
      }
      rest.remove_prefix(1);
    }
  }
  return rest.empty() && j + 1 == piece.rewrite_end;
}

bool ChangeSplitter::is_inflection(const Piece& piece) const {
  if (is_contraction(piece)) {
    return true;
  }
  std::uint32_t others = content_words(pair_.source, piece.source_begin, piece.source_end) +
                         content_words(pair_.rewrite, piece.rewrite_begin, piece.rewrite_end);
  bool found = false;
  for (std::uint32_t i = piece.source_begin; i < piece.source_end; ++i) {
    const std::uint32_t j = pair_.alignment.to_rewrite[i];
    if (j >= piece.rewrite_begin && j < piece.rewrite_end && link(i, j) == Likeness::same_stem) {
      found = true;
      others -= (pair_.facts.is_content(pair_.source.id[i]) ? 1u : 0u) +
                (pair_.facts.is_content(pair_.rewrite.id[j]) ? 1u : 0u);
    }
  }
  return found && others == 0;
}

Likeness ChangeSplitter::link(std::uint32_t source_word, std::uint32_t rewrite_word) const {
  if (pair_.alignment.to_rewrite[source_word] == rewrite_word &&
      pair_.alignment.likeness[source_word] > Likeness::replaced) {
    return pair_.alignment.likeness[source_word];
  }
  const Synonym* synonym =
      pair_.synonyms.find(pair_.source.id[source_word], pair_.rewrite.id[rewrite_word]);
  return synonym == nullptr       ? Likeness::none
         : synonym->is_same_entry ? Likeness::same_stem
                                  : Likeness::synonym;
}

template <class Step>
std::uint32_t ChangeSplitter::walk(const Piece& piece, Step&& step) const {
  // First the length, else "a b" → "c" and "a" → "b c" would be the same.
  std::uint32_t phrase = step(PhraseTree::empty_phrase, piece.source_words());
  for (std::uint32_t i = piece.source_begin; i < piece.source_end; ++i) {
    phrase = step(phrase, pair_.source.id[i]);
  }
  for (std::uint32_t j = piece.rewrite_begin; j < piece.rewrite_end; ++j) {
    phrase = step(phrase, pair_.rewrite.id[j]);
  }
  return phrase;
}

std::uint32_t ChangeSplitter::number_of(const Piece& piece) {
  return walk(piece, [this](std::uint32_t phrase, std::uint32_t word) {
    return numbers_.extend(phrase, word);
  });
}

std::uint32_t ChangeSplitter::content_words(const Words& words, std::uint32_t begin,
                                            std::uint32_t end) const {
  return static_cast<std::uint32_t>(
      std::count_if(words.id.begin() + begin, words.id.begin() + end,
                    [&](std::uint32_t id) { return pair_.facts.is_content(id); }));
}

}  // namespace unspin
