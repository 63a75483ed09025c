// The scores of one pair, ready to be reported.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/records.hpp"
#include "engine/score/evidence.hpp"
#include "engine/score/scorer.hpp"

namespace unspin {

/// A metric with the values of its parameters, as asked for.
struct Selected {
  const Scorer* scorer;
  Settings settings;
  std::string key;       ///< the text that asked for it: the score's name in the output
  bool unfolds = false;  ///< unfold=true: measures the texts as they are meant
};

/// One metric's measurement and values for one pair.
struct Score {
  Measured outcome = Measured::done;
  std::array<double, Scorer::most_statistics> statistics{};
  std::array<double, Scorer::most_values> values{};
  std::size_t references = 1;  ///< that the pair has

  /// Why there is no value; empty if there is one.
  std::string_view missing_because(const Scorer& scorer) const;
};

/// Measures and finishes every selected metric, in order. `scores` is overwritten.
void score_pair(PreparedPair& pair, std::span<const Selected> selected, std::vector<Score>& scores);

/// Everything a report says of one pair. The spans and views live as long as the pair's data.
struct PairResult {
  std::string_view id;  ///< JSON text
  std::span<const Selected> selected;
  std::span<const Score> scores;  ///< in the order of `selected`
  const Judgement* judgement = nullptr;
  std::span<const RowIssue> issues = {};
  std::span<const std::pair<std::string, std::string>> extra =
      {};  ///< fields passed through: name, JSON
  std::string_view signature;

  /// The issues of the pair and those of its evidence.
  std::vector<RowIssue> all_issues() const;
};

/// What the numbers depend on:
/// "unspin:VERSION|lexicon:en-0123456789abcdef|icu:72.1|verdict:model-1-0123abcd". Without a judge
/// (an empty name) or a lexicon (null): "none". With a glossary, "|glossary:0123456789abcdef"
/// follows.
std::string signature_of(std::string_view judge_name, const Lexicon* lexicon,
                         const Glossary* glossary = nullptr);

}  // namespace unspin
