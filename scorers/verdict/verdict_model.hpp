// The fitted verdict: weights for a few kinds of pairs, as a file that a person can read.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"
#include "scorers/verdict/features.hpp"
#include "scorers/verdict/logistic.hpp"

namespace unspin {

/// Short texts have figures of their own kind: one swap moves them far.
enum class TextLength : std::uint8_t { too_short, sentence, document };
constexpr std::size_t least_words_of_sentence = 10;
constexpr std::size_t least_words_of_document = 50;

/// Of the shorter text of the pair.
TextLength length_of(const VerdictFeatures& features);

constexpr double default_max_false_flags = 0.01;

/// Of two texts with the same words.
constexpr std::array<double, probable_labels> surely_verbatim = {1, 0, 0, 0};

/// A single sentence on which the model is less sure than this is called too_short.
constexpr double least_confidence_in_sentence = 0.7;

/// One of the model's parts: it judges pairs of one length, with a lexicon or without.
struct VerdictSection {
  TextLength length = TextLength::document;
  bool has_lexicon = true;
  std::vector<Feature> features;  ///< the columns of `logistic`
  LogisticModel logistic;         ///< classes: Label, without too_short

  /// What honest pairs of the training set have: 1st, 50th and 99th percentile, by column.
  struct Usual {
    double least = 0, median = 0, most = 0;
  };
  std::vector<Usual> honest;

  /// P(spun) from which on at most this share of honest pairs was flagged on held-back folds.
  struct OperatingPoint {
    double max_false_flags = 0;
    double least_probability = 0;
  };
  std::vector<OperatingPoint> operating_points;  ///< ascending by share

  /// By Label.
  std::array<double, probable_labels> probabilities(const VerdictFeatures& features) const;
  /// P(spun) that a flag needs so that no more than this share of honest pairs is flagged: that of
  /// the largest point that does not allow more. Above 1, which no pair reaches, if there is none.
  double least_probability(double max_false_flags) const;
  /// The most probable label, where spun needs the operating point's probability too.
  Label decide(const std::array<double, probable_labels>& probabilities,
               double max_false_flags) const;
  /// Whether the texts are too short for the label to be more than a guess.
  bool is_unsure(Label label, const std::array<double, probable_labels>& probabilities) const {
    return length == TextLength::sentence &&
           probabilities[static_cast<std::size_t>(label)] < least_confidence_in_sentence;
  }
};

struct VerdictModel {
  std::vector<VerdictSection> sections;
  std::string report;  ///< how it was trained and what it reached, lines of text

  /// The section for a pair; null if the model has none for it.
  const VerdictSection* section_for(TextLength length, bool has_lexicon) const;

  /// The file. Numbers are rounded to six digits, so that it does not depend on the machine.
  std::string text() const;
  /// Throws Error(unreadable_input) naming `file`, the line and the remedy.
  static VerdictModel parse(std::string_view text, const std::string& file);
  static VerdictModel read(const std::string& path);
  /// What comes with the program.
  static const VerdictModel& shipped();

  /// "model-1-0123abcd", of all that the verdict depends on.
  std::string name() const;
};

}  // namespace unspin
