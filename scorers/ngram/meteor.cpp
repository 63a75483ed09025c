// METEOR: words of the hypothesis are matched with words of the reference, the same word first,
// then words of the same stem, then synonyms. With m matches, which lie in c chunks of words that
// stand side by side in both texts,
//
//   P = m / (words of the hypothesis),  R = m / (words of the reference),
//   METEOR = P · R / (α · P + (1 − α) · R) · (1 − γ · (c / m)^β).
//
// Lavie and Agarwal 2007, "METEOR: an automatic metric for MT evaluation with high levels of
// correlation with human judgments". The numbers are NLTK 3.8's, to the last bit, with its matches:
// each stage goes through the hypothesis from the end and takes the last word of the reference that
// is left; synonyms are looked up with stems. Of several references the best counts. A corpus score
// has the sums of m, c and the lengths, as the paper says.
//
// NLTK compares every word with every other. Here the places of each word wait in a stack, the last
// on top, so that the time is linear.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/score/scorer.hpp"
#include "scorers/ngram/given_tokens.hpp"
#include "scorers/ngram/porter_stemmer.hpp"

namespace unspin {
namespace {

enum Setting { alpha, beta, gamma, synonyms, tokenize };

constexpr Parameter parameters[] = {
    {.name = "alpha",
     .kind = Parameter::Kind::real,
     .default_value = 0.9,
     .summary = "weight of recall against precision"},
    {.name = "beta",
     .kind = Parameter::Kind::real,
     .default_value = 3,
     .least = 0,
     .most = 100,
     .summary = "how steeply the penalty falls with longer chunks"},
    {.name = "gamma",
     .kind = Parameter::Kind::real,
     .default_value = 0.5,
     .summary = "largest penalty for words in another order"},
    {.name = "synonyms", .default_value = 1, .summary = "match WordNet's synonyms too"},
    given_tokens_parameter,
};

constexpr Statistic statistics[] = {{"matches"}, {"chunks"}, {"hyp_len"}, {"ref_len"}};
enum Layout { matches, chunks, hypothesis_length, reference_length };

struct Matched {
  std::size_t words = 0, chunks = 0;
};

/// Matches one text after another; keeps its memory.
class Matcher {
 public:
  /// The hypothesis of the next matches. What is given must live as long as these; without WordNet
  /// (null) nothing is a synonym.
  void assign(TokenSpan hypothesis, const Vocabulary& words, const WordNet* wordnet) {
    hypothesis_ = hypothesis;
    words_ = &words;
    wordnet_ = wordnet;
    stems_.clear();
    stem_of_word_.clear();
  }

  Matched match(TokenSpan reference) {
    reference_ = reference;
    partner_.assign(hypothesis_.size(), none);
    is_taken_.assign(reference.size(), false);
    match_equal(hypothesis_, reference_);
    stem_what_is_left();
    match_equal(hypothesis_stems_, reference_stems_);
    if (wordnet_ != nullptr) {
      match_synonyms();
    }
    return count();
  }

 private:
  using Number = std::uint32_t;
  static constexpr Number none = std::numeric_limits<Number>::max();

  /// Takes the last place that is left of what has this key, if any.
  Number take(Number key) {
    const Number place = last_place_[key];
    if (place != none) {
      last_place_[key] = place_before_[place];
      is_taken_[place] = true;
    }
    return place;
  }

  /// `in_hypothesis` and `in_reference` have a key for each word; those of matched ones are unused.
  void match_equal(TokenSpan in_hypothesis, TokenSpan in_reference) {
    for (const TokenSpan keys : {in_hypothesis, in_reference}) {
      for (const Number key : keys) {
        last_place_.resize(std::max<std::size_t>(last_place_.size(), key + 1));
        last_place_[key] = none;
      }
    }
    place_before_.resize(in_reference.size());
    for (Number place = 0; place < in_reference.size(); ++place) {
      if (!is_taken_[place]) {
        place_before_[place] = std::exchange(last_place_[in_reference[place]], place);
      }
    }
    for (std::size_t i = in_hypothesis.size(); i-- > 0;) {
      if (partner_[i] == none) {
        partner_[i] = take(in_hypothesis[i]);
      }
    }
  }

  Number stem_of(Number word) {
    if (stem_of_word_.size() <= word) {
      stem_of_word_.resize(words_->size(), none);
    }
    if (stem_of_word_[word] == none) {
      stem_of_word_[word] = stems_.intern(stemmer_.stem(words_->text(word)));
    }
    return stem_of_word_[word];
  }

  void stem_what_is_left() {
    hypothesis_stems_.assign(hypothesis_.size(), 0);
    for (std::size_t i = 0; i < hypothesis_.size(); ++i) {
      if (partner_[i] == none) {
        hypothesis_stems_[i] = stem_of(hypothesis_[i]);
      }
    }
    reference_stems_.assign(reference_.size(), 0);
    for (std::size_t i = 0; i < reference_.size(); ++i) {
      if (!is_taken_[i]) {
        reference_stems_[i] = stem_of(reference_[i]);
      }
    }
  }

  /// The stems that are left in the reference, by their numbers in WordNet.
  void list_lemmas() {
    lemmas_.clear();
    for (Number place = 0; place < reference_.size(); ++place) {
      const Number stem = reference_stems_[place];
      if (is_taken_[place] || last_place_[stem] != place) {
        continue;
      }
      if (const Number lemma = wordnet_->find(stems_.text(stem)); lemma != WordNet::unknown) {
        lemmas_.emplace_back(lemma, stem);
      }
    }
    std::ranges::sort(lemmas_);
  }

  /// Of the stems in lemmas_ the synonyms of one of the hypothesis: a range of synonym_stems_.
  struct Range {
    std::size_t begin = 0, end = 0;
    bool is_known = false;
  };

  const Range& synonyms_of(Number stem) {
    Range& range = synonyms_of_stem_[stem];
    if (!range.is_known) {
      range = {.begin = synonym_stems_.size(), .is_known = true};
      wordnet_->synonyms(stems_.text(stem), synonyms_);
      for (const WordNet::WordId lemma : synonyms_) {
        const auto found = std::ranges::lower_bound(lemmas_, lemma, {}, &Lemma::first);
        if (found != lemmas_.end() && found->first == lemma) {
          synonym_stems_.push_back(found->second);
        }
      }
      range.end = synonym_stems_.size();
    }
    return range;
  }

  /// Goes on with the stacks of stems that match_equal() has left.
  void match_synonyms() {
    list_lemmas();
    if (lemmas_.empty()) {
      return;
    }
    synonym_stems_.clear();
    synonyms_of_stem_.assign(stems_.size(), Range{});
    for (std::size_t i = hypothesis_.size(); i-- > 0;) {
      if (partner_[i] != none) {
        continue;
      }
      const Range range = synonyms_of(hypothesis_stems_[i]);
      Number last = none;
      for (std::size_t k = range.begin; k < range.end; ++k) {
        const Number place = last_place_[synonym_stems_[k]];
        if (place != none && (last == none || place > last)) {
          last = place;
        }
      }
      if (last != none) {
        partner_[i] = take(reference_stems_[last]);
      }
    }
  }

  Matched count() const {
    Matched matched;
    for (std::size_t i = 0; i < partner_.size(); ++i) {
      if (partner_[i] == none) {
        continue;
      }
      ++matched.words;
      const bool goes_on = i > 0 && partner_[i - 1] != none && partner_[i - 1] + 1 == partner_[i];
      matched.chunks += goes_on ? 0 : 1;
    }
    return matched;
  }

  using Lemma = std::pair<WordNet::WordId, Number>;

  TokenSpan hypothesis_, reference_;
  const Vocabulary* words_ = nullptr;
  const WordNet* wordnet_ = nullptr;
  PorterStemmer stemmer_;
  Vocabulary stems_;
  std::vector<Number> stem_of_word_;
  TokenIds hypothesis_stems_, reference_stems_;
  std::vector<Number> partner_;       // by place in the hypothesis: that in the reference
  std::vector<bool> is_taken_;        // by place in the reference
  std::vector<Number> last_place_;    // by key: the top of its stack
  std::vector<Number> place_before_;  // by place: what lies under it
  std::vector<Lemma> lemmas_;
  std::vector<WordNet::WordId> synonyms_;
  std::vector<Range> synonyms_of_stem_;
  std::vector<Number> synonym_stems_;
};

void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  values[0] = 0;
  if (stats[matches] == 0) {
    return;
  }
  const double precision = stats[matches] / stats[hypothesis_length];
  const double recall = stats[matches] / stats[reference_length];
  const double mean =
      precision * recall / (settings.real(alpha) * precision + (1 - settings.real(alpha)) * recall);
  const double penalty =
      settings.real(gamma) * std::pow(stats[chunks] / stats[matches], settings.real(beta));
  values[0] = (1 - penalty) * mean;
}

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const WordNet* wordnet = nullptr;
  if (settings.flag(synonyms)) {
    if (pair.lexicon() == nullptr || pair.lexicon()->wordnet().is_empty()) {
      return Measured::undefined;
    }
    wordnet = &pair.lexicon()->wordnet();
  }
  const Tokenization& tokenization =
      given_tokens_in_lower_case(settings.choice<GivenTokens>(tokenize));
  const TokenSpan hypothesis = pair.tokens(tokenization, TextIndex::rewrite);
  thread_local Matcher matcher;
  matcher.assign(hypothesis, pair.vocabulary(tokenization), wordnet);
  double best = -1;
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(tokenization, pair.reference(i));
    const Matched matched = matcher.match(reference);
    const std::array<double, 4> candidate = {
        static_cast<double>(matched.words), static_cast<double>(matched.chunks),
        static_cast<double>(hypothesis.size()), static_cast<double>(reference.size())};
    double value = 0;
    finish(candidate, settings, {&value, 1});
    if (value > best) {  // of references that score the same the first counts
      best = value;
      std::ranges::copy(candidate, out.begin());
    }
  }
  return Measured::done;
}

}  // namespace

extern constinit const Scorer meteor_scorer{
    .info = {.name = "meteor",
             .family = Family::ngram,
             .summary = "words matched as such, by stem or as synonyms, and their order",
             .source = "Lavie and Agarwal 2007; NLTK 3.8",
             .range = {0, 1},
             .identity = no_value,
             .corpus = Corpus::mean,
             .takes_references = true,
             .asks_lexicon = true,
             .is_default = false,
             .reads_raw_text = true,
             .undefined_when = "the lexicon has no WordNet (meteor:synonyms=false needs none)",
             .definition = "F · (1 − γ · (chunks / matches)^β), with F = P · R / (α · P + (1 − "
                           "α) · R). Words match as they are, then by NLTK's Porter stem, then "
                           "as WordNet synonyms, each stage greedily from the end; chunks are "
                           "runs of matches in the same order. Of several references the best "
                           "counts.",
             .cost = "time and memory O(m + n)",
             .defects = "NLTK's synonym stage goes on with the stems of what is unmatched, and "
                        "its matching is quadratic: a known denial of service. The numbers are "
                        "as there, in linear time.",
             // 3 words and a stem of 5 in 2 chunks: 0.8 · (1 − 0.5 · (2/4)³)
             .example = {"the old cat sat quietly", "the cats sat quietly down", 0.75}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
