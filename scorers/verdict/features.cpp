#include "scorers/verdict/features.hpp"

#include <algorithm>
#include <cmath>

#include "scorers/catalogue.hpp"

namespace unspin {
namespace {

constexpr std::array<FeatureInfo, feature_count> infos = {{
    {.name = "kept",
     .meaning = "shorter text's words kept in place",
     .sentence = "{}% of the shorter text's words stand in their places",
     .unit = 100},
    {.name = "kept_of_longer",
     .meaning = "longer text's words kept in place",
     .sentence = "{}% of the longer text's words stand in their places",
     .unit = 100},
    {.name = "containment",
     .meaning = "rewrite's 3-word runs from the original",
     .sentence = "{}% of the rewrite's 3-word runs are the original's",
     .unit = 100},
    {.name = "jaccard",
     .meaning = "vocabulary that both texts share",
     .sentence = "{}% of the two vocabularies is shared",
     .unit = 100},
    {.name = "paired",
     .meaning = "longer text in paired sentences",
     .sentence = "{}% of the longer text is in sentences that have a counterpart",
     .unit = 100},
    {.name = "order_kept",
     .meaning = "kept words in the original's order",
     .sentence = "{}% of the kept words follow each other as in the original",
     .unit = 100},
    {.name = "swaps",
     .is_logarithmic = true,
     .meaning = "short swaps between kept words, per 100",
     .sentence = "{} short swaps between kept words for each 100",
     .decimals = 1},
    {.name = "content_swaps",
     .is_logarithmic = true,
     .meaning = "content words swapped in place, per 100",
     .sentence = "{} content words swapped in place for each 100",
     .decimals = 1},
    {.name = "synonym_swaps",
     .is_logarithmic = true,
     .needs_lexicon = true,
     .meaning = "swaps that a thesaurus lists, per 100",
     .sentence = "{} words for each 100 became what a thesaurus lists beside them",
     .decimals = 1},
    {.name = "synonym_share",
     .needs_lexicon = true,
     .meaning = "content swaps that a thesaurus lists",
     .sentence = "{}% of the swapped words became what a thesaurus lists beside them",
     .unit = 100},
    {.name = "consistency",
     .meaning = "swaps with the same word each time",
     .sentence = "{}% of the swaps give one word the same other word each time",
     .unit = 100},
    {.name = "swaps_among_changes",
     .meaning = "changed words swapped one for one",
     .sentence = "{}% of the changed content words were swapped one for one, not rephrased",
     .unit = 100},
    {.name = "functions_kept",
     .meaning = "function words (the, of, …) left alone",
     .sentence = "{}% of the function words (the, of, and …) were left alone",
     .unit = 100},
    {.name = "inflections",
     .is_logarithmic = true,
     .meaning = "words with another ending, per 100",
     .sentence = "{} words for each 100 have another ending",
     .decimals = 1},
    {.name = "same_length",
     .meaning = "length kept in paired sentences",
     .sentence = "what was rewritten is {}% as long as its counterpart",
     .unit = 100},
    {.name = "sentences_kept",
     .meaning = "sentences paired one to one",
     .sentence = "{}% of the sentences have exactly one sentence as counterpart",
     .unit = 100},
}};

double share(double part, double whole, double of_nothing) {
  return whole > 0 ? part / whole : of_nothing;
}

/// Values of catalogue metrics that are features as they are.
void take_scores(PreparedPair& pair, VerdictFeatures& f) {
  static const std::vector<Selected> metrics = [] {
    std::vector<Selected> selected;
    for (const std::string_view asked :
         {"containment", "jaccard", "order_kept", "substitution_consistency"}) {
      select(asked, selected);
    }
    return selected;
  }();
  std::vector<Score> scores;
  score_pair(pair, metrics, scores);
  const auto value = [&](std::size_t i, double of_nothing) {
    return std::isnan(scores[i].values[0]) ? of_nothing : scores[i].values[0];
  };
  f[Feature::containment] = value(0, 0);
  f[Feature::jaccard] = value(1, 0);
  f[Feature::order_kept] = value(2, 1);
  f[Feature::consistency] = value(3, 0);
}

/// What is counted over the sentences that have a counterpart.
struct Counts {
  double source_words = 0, rewrite_words = 0;
  double source_functions = 0, functions_kept = 0;
  double content_changed = 0;  // content words of either side that were not kept
  double beads = 0, single_beads = 0;
};

std::size_t sentences_in(const Words& words, std::uint32_t begin, std::uint32_t end) {
  const auto& starts = words.sentence_begin;
  return static_cast<std::size_t>(std::lower_bound(starts.begin(), starts.end(), end) -
                                  std::lower_bound(starts.begin(), starts.end(), begin));
}

Counts count(PreparedPair& pair) {
  const Words& source = pair.words(TextIndex::source);
  const Words& rewrite = pair.words(TextIndex::rewrite);
  const Alignment& alignment = pair.alignment();
  const WordFacts& facts = pair.word_facts();
  Counts n;
  for (const Bead& bead : alignment.beads) {
    const std::size_t from = sentences_in(source, bead.source_begin, bead.source_end);
    const std::size_t to = sentences_in(rewrite, bead.rewrite_begin, bead.rewrite_end);
    n.beads += static_cast<double>(std::max(from, to));
    if (bead.is_one_sided()) {
      continue;
    }
    n.single_beads += from == 1 && to == 1 ? 1 : 0;
    n.source_words += bead.source_end - bead.source_begin;
    n.rewrite_words += bead.rewrite_end - bead.rewrite_begin;
    for (std::uint32_t i = bead.source_begin; i < bead.source_end; ++i) {
      const bool is_content = facts.is_content(source.id[i]);
      const bool is_kept = alignment.is_kept(i);
      n.source_functions += is_content ? 0 : 1;
      n.functions_kept += !is_content && alignment.likeness[i] == Likeness::identical ? 1 : 0;
      n.content_changed += is_content && !is_kept ? 1 : 0;
    }
    for (std::uint32_t j = bead.rewrite_begin; j < bead.rewrite_end; ++j) {
      const std::uint32_t i = alignment.to_source[j];
      const bool is_kept = i != not_aligned && alignment.is_kept(i);
      n.content_changed += facts.is_content(rewrite.id[j]) && !is_kept ? 1 : 0;
    }
  }
  return n;
}

/// Words that a thesaurus lists; vectors see likeness where no spinner looks.
bool is_in_thesaurus(const Substitution& row) {
  return row.kind == SwapKind::synonym && row.resource && *row.resource <= Resource::mythes;
}

}  // namespace

const FeatureInfo& info_of(Feature feature) { return infos[static_cast<std::size_t>(feature)]; }

double VerdictFeatures::scaled(Feature feature) const {
  return info_of(feature).is_logarithmic ? std::log1p((*this)[feature]) : (*this)[feature];
}

VerdictFeatures verdict_features(PreparedPair& pair) {
  const Words& source = pair.words(TextIndex::source);
  const Words& rewrite = pair.words(TextIndex::rewrite);
  const Alignment& alignment = pair.alignment();
  const WordFacts& facts = pair.word_facts();
  VerdictFeatures f;
  f.source_words = source.size();
  f.rewrite_words = rewrite.size();
  f.same_words = source.size() > 0 && source.id == rewrite.id;
  take_scores(pair, f);

  double kept = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    kept += alignment.is_kept(i) ? 1 : 0;
  }
  const std::size_t shorter = std::min(source.size(), rewrite.size());
  const std::size_t longer = std::max(source.size(), rewrite.size());
  const Counts n = count(pair);
  f[Feature::kept] = share(kept, static_cast<double>(shorter), 0);
  f[Feature::kept_of_longer] = share(kept, static_cast<double>(longer), 0);
  f[Feature::paired] = share(source.size() >= rewrite.size() ? n.source_words : n.rewrite_words,
                             static_cast<double>(longer), 0);
  f[Feature::same_length] = share(std::min(n.source_words, n.rewrite_words),
                                  std::max(n.source_words, n.rewrite_words), 1);
  f[Feature::functions_kept] = share(n.functions_kept, n.source_functions, 1);
  f[Feature::sentences_kept] = share(n.single_beads, n.beads, 1);

  const SwapTable& table = pair.swaps();
  double content = 0;
  double synonyms = 0;
  double inflections = 0;
  double swapped_words = 0;  // content words on either side
  for (const Swap& swap : table.swaps) {
    const Substitution& row = table.rows[swap.row];
    inflections += row.kind == SwapKind::inflection ? 1 : 0;
    if (!row.is_content) {
      continue;
    }
    content += 1;
    synonyms += is_in_thesaurus(row) ? 1 : 0;
    for (std::uint32_t i = swap.source_begin; i < swap.source_end; ++i) {
      swapped_words += facts.is_content(source.id[i]) && !alignment.is_kept(i) ? 1 : 0;
    }
    for (std::uint32_t j = swap.rewrite_begin; j < swap.rewrite_end; ++j) {
      swapped_words += facts.is_content(rewrite.id[j]) ? 1 : 0;
    }
  }
  f[Feature::swaps] = 100 * share(table.short_replacements, n.source_words, 0);
  f[Feature::content_swaps] = 100 * share(content, n.source_words, 0);
  f[Feature::synonym_swaps] = 100 * share(synonyms, n.source_words, 0);
  f[Feature::synonym_share] = share(synonyms, content, 0);
  f[Feature::inflections] = 100 * share(inflections, n.source_words, 0);
  f[Feature::swaps_among_changes] = std::min(1.0, share(swapped_words, n.content_changed, 0));
  return f;
}

}  // namespace unspin
