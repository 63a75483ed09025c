// What a verdict says and what it rests on: plain data, for reports.
#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/align/passages.hpp"
#include "engine/align/spans.hpp"
#include "engine/align/swaps.hpp"
#include "engine/io/records.hpp"
#include "engine/text/unfold.hpp"

namespace unspin {

enum class Label : std::uint8_t {
  verbatim,    ///< the same text, or nearly
  spun,        ///< the same text with its words swapped for others
  paraphrase,  ///< the same content in other words, honestly
  unrelated,   ///< not made from this source
  too_short,   ///< too few words to tell
};

constexpr std::array<std::string_view, 5> label_names = {"verbatim", "spun", "paraphrase",
                                                         "unrelated", "too_short"};
constexpr std::string_view name_of(Label label) {
  return label_names[static_cast<std::size_t>(label)];
}

/// The labels that a text of any length can have: all but too_short, in the order of Label.
constexpr std::size_t probable_labels = 4;

/// One figure of the pair that a judge went by, beside what honest rewrites show.
struct Factor {
  std::string_view name = {};  ///< as the judge's model calls it; a static text, as the next two
  std::string_view meaning =
      {};                      ///< in a few plain words: "short swaps between kept words, per 100"
  std::string_view unit = {};  ///< what stands behind the number: "%", or nothing
  int decimals = 0;            ///< that are worth showing
  double value = 0;            ///< of this pair, in that unit, as the next three
  double honest_low = 0;       ///< 1st percentile of honest rewrites
  double honest_middle = 0;    ///< their median
  double honest_high = 0;      ///< 99th percentile
  /// What it adds to the natural log of the odds of the verdict's label against Verdict::against.
  /// Above 0 it speaks for the label, below for the other; 0.7 doubles the odds, 2.3 makes ten
  /// times of them.
  double pull = 0;

  bool is_usual() const { return honest_low <= value && value <= honest_high; }
};

struct Verdict {
  Label label = Label::too_short;
  /// Probability that the label is right, from a judge that is calibrated; else nothing.
  std::optional<double> confidence = {};
  /// Of each label but too_short, by Label; they add up to 1. From a judge that is calibrated.
  std::optional<std::array<double, probable_labels>> probabilities = {};
  std::vector<std::string> reasons = {};  ///< in plain words, the most telling first

  /// All figures that a fitted model went by, the strongest pull first, if they were asked for
  /// (ModelJudge::explained). None if it needed no model (the same words) or says too_short.
  std::vector<Factor> factors = {};
  /// The most probable other label, which the factors weigh the verdict's against.
  std::optional<Label> against = {};
  /// Log of the odds before any figure: this and all pulls are log(P(label) / P(against)). That is
  /// below 0 where the more probable label was held back so that few honest texts are accused.
  double head_start = 0;
};

/// What became of one thing of the source that a rewrite should keep: a term, a name, a number, an
/// address or a quotation. The fates of its occurrences add up to `occurrences`.
struct TermRecord {
  struct Rendering {
    std::string text;
    std::uint32_t count = 0;
    bool is_forbidden = false;  ///< by the glossary
  };
  /// Words of the source, ends exclusive.
  struct Place {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Place&) const = default;
  };
  std::string term = {};  ///< as the source writes it most often; terms are folded
  std::uint32_t occurrences = 0;
  std::uint32_t kept = 0;       ///< word for word
  std::uint32_t inflected = 0;  ///< with other endings
  std::uint32_t variants = 0;   ///< in another form that is right: of the glossary, 1,000 as 1000
  std::vector<Rendering> near_misses = {};  ///< one or two letters off, most frequent first
  std::vector<Rendering> replaced = {};     ///< by what stands in its place, most frequent first
  std::uint32_t lost = 0;                   ///< nothing stands in its place
  bool is_from_glossary = false;
  std::vector<Place> places = {};  ///< of the occurrences, ascending

  std::uint32_t preserved() const { return kept + inflected + variants; }
};

/// Two ranges that belong together, and how.
struct SpanRecord {
  SpanClass span_class = SpanClass::rewritten;
  TextRange source, rewrite;
};

/// What was found hidden in one text, and where in its raw bytes.
struct Obfuscation {
  std::array<std::uint32_t, trick_names.size()> characters{};  ///< by Trick
  std::vector<HiddenText> places;                              ///< ascending

  std::uint32_t all() const { return std::accumulate(characters.begin(), characters.end(), 0u); }
};

struct Evidence {
  std::vector<Substitution> substitutions;               ///< most telling first
  std::vector<Swap> swaps;                               ///< where they happened, by source
  std::vector<TermRecord> terms;                         ///< most frequent first
  std::vector<TermRecord> names, numbers, urls, quotes;  ///< in the order of the source
  std::vector<SpanRecord> spans;                         ///< both texts whole, ascending by source
  std::vector<Passage> passages;  ///< the few most telling sentences, in their order
  Obfuscation source_obfuscation, rewrite_obfuscation;
  std::vector<RowIssue> issues;  ///< what was not looked at, and why
};

struct Judgement {
  Verdict verdict;
  Evidence evidence;
};

}  // namespace unspin
