// A metric, declared as a constant: what it is, how a pair is measured, and how measurements become
// values. From this one declaration come the list of metrics, its help and the README's table, the
// benchmark, and the tests that every metric passes.
//
// A measurement is a few sums (matches, lengths, edits). Those of many pairs may be added, so that
// a corpus score is finish(sum of measurements), unless the field takes the mean (Info::corpus).
#pragma once

#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/prepared_pair.hpp"
#include "engine/score/settings.hpp"

namespace unspin {

enum class Family : std::uint8_t { ngram, edit, term, spin };

constexpr std::string_view name_of(Family family) {
  constexpr std::string_view names[] = {"ngram", "edit", "term", "spin"};
  return names[static_cast<std::size_t>(family)];
}

/// A pair whose score can be checked by hand. There is no metric without one: it has no default.
struct Example {
  constexpr Example(std::string_view source_text, std::string_view rewrite_text, double expected,
                    std::string_view reference_text = {})
      : source(source_text), rewrite(rewrite_text), value(expected), reference(reference_text) {}

  std::string_view source, rewrite;
  double value;                ///< of the primary value
  std::string_view reference;  ///< of a metric that needs references; else empty
};

struct Range {
  double least, most;
};

/// What `measure` did.
enum class Measured : std::uint8_t {
  done,
  over_budget,  ///< more work than Limits allows: the score is null with that reason
  undefined,    ///< something is missing that it needs: null, because of Info::undefined_when
};

/// What the score of many pairs is, as the metric's field reports it.
enum class Corpus : std::uint8_t {
  sum,   ///< finish(sum of the measurements): long pairs weigh more
  mean,  ///< the mean of the pairs' values, of those that have one
};

constexpr std::string_view name_of(Corpus corpus) { return corpus == Corpus::sum ? "sum" : "mean"; }

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

struct Info {
  std::string_view name;
  Family family;
  std::string_view summary;  ///< one line, for people
  std::string_view source;   ///< paper, and the implementation whose numbers it gives
  Range range;               ///< of the primary value
  double identity;           ///< the primary value of a text against itself; no_value: it varies
  bool higher_is_closer = true;
  Corpus corpus = Corpus::sum;
  bool symmetric = false;
  bool takes_references =
      false;  ///< else it compares source and rewrite, whatever references there are
  bool needs_references = false;  ///< has no value for a pair without references of its own
  bool asks_lexicon = false;      ///< as every metric of terms and of spin does
  bool is_default = true;         ///< scored without -m: fast at any length
  /// It promises a reference implementation's numbers, so it reads the text as it is, hidden
  /// characters and all. Such a metric takes `unfold=true`.
  bool reads_raw_text = false;
  std::string_view undefined_when = {};  ///< what is said when the value is null
  std::string_view definition = {};      ///< what is computed and chosen, in full: Markdown
  std::string_view cost = {};  ///< how time and memory grow with m and n, the texts' lengths
  /// What is odd about the reference implementation, and what is done about it: Markdown.
  std::string_view defects = {};
  Example example;
};

/// A named part of a measurement.
struct Statistic {
  std::string_view name;
  std::size_t most = 1;  ///< numbers it takes; more than one is shown as a list
  /// How many of them are in use under these settings; null: all.
  std::size_t (*used)(const Settings&) = nullptr;
};

struct Scorer {
  static constexpr std::size_t most_statistics = 64;
  static constexpr std::size_t most_values = 4;

  Info info;
  std::span<const Parameter> parameters = {};
  std::span<const Statistic> statistics;
  /// Names of the values when there are several (precision, recall, f1); empty: one, unnamed.
  std::span<const std::string_view> values = {};
  std::size_t primary = 0;  ///< which value is meant when one is asked for

  /// Writes the pair's measurement; `statistics` has statistic_count() zeros.
  Measured (*measure)(PreparedPair& pair, const Settings& settings, std::span<double> statistics);
  /// From a (sum of) measurement(s) to value_count() values; no_value where there is none.
  void (*finish)(std::span<const double> statistics, const Settings& settings,
                 std::span<double> values);
  /// finish() for sums that the reference implementation holds in single precision, as sacreBLEU
  /// does when it bootstraps: what it rounds to that precision is rounded. Null if it has no such
  /// thing; resamples are then summed and finished as everything else.
  void (*finish_single)(std::span<const double> statistics, const Settings& settings,
                        std::span<double> values) = nullptr;
  /// How the reference implementation calls the score; null: Info::name.
  std::string (*title)(const Settings& settings) = nullptr;
  /// What the reference implementation says behind a score; null: nothing.
  std::string (*details)(std::span<const double> statistics, const Settings& settings) = nullptr;
  /// How the reference implementation would sign a score against so many references; null if it
  /// signs none.
  std::string (*signature)(const Settings& settings, std::size_t references) = nullptr;

  constexpr std::size_t statistic_count() const {
    std::size_t count = 0;
    for (const Statistic& statistic : statistics) {
      count += statistic.most;
    }
    return count;
  }
  constexpr std::size_t value_count() const { return values.empty() ? 1 : values.size(); }
};

/// What a user can set: the declared parameters, and `unfold` of a metric that reads the raw text.
inline std::vector<Parameter> settable_parameters(const Scorer& scorer) {
  std::vector<Parameter> all(scorer.parameters.begin(), scorer.parameters.end());
  if (scorer.info.reads_raw_text) {
    all.push_back({.name = "unfold",
                   .summary = "undo what hides text from software first (see obfuscation)"});
  }
  return all;
}

}  // namespace unspin
