// A metric over a corpus: what is kept of each segment, and how the sum of many becomes a score.
//
// A metric whose field sums statistics (Corpus::sum, as BLEU) keeps them. One whose field takes the
// mean over segments (Corpus::mean, as ROUGE) keeps its values and a 1, so that the sum of all
// segments, of a resample or of a shuffle is all that a score needs, whatever the metric.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/score/results.hpp"

namespace unspin {

class CorpusMetric {
 public:
  using Values = std::array<double, Scorer::most_values>;

  /// `of_corpus` has the parameters' defaults of a corpus, `of_segment` those of a pair; they are
  /// the same otherwise.
  CorpusMetric(Selected of_corpus, Selected of_segment);

  const Scorer& scorer() const { return *corpus_.scorer; }
  const Selected& selected() const { return corpus_; }
  const Selected& selected_for_segments() const { return segment_; }

  /// Whether its values depend on the lexicon.
  bool asks_lexicon() const;

  /// How the score is called: "BLEU", "chrF2++", or the text that asked for it.
  std::string title() const;

  /// Numbers that are kept of a segment.
  std::size_t width() const { return width_; }
  /// Whether they are held in single precision where segments are drawn at random.
  bool is_sampled_in_single() const { return scorer().finish_single != nullptr && !is_mean(); }

  /// Measures one segment. Where there is no value, `numbers` (width() of them) are 0: they add
  /// nothing to a sum.
  Measured measure(PreparedPair& pair, std::span<double> numbers) const;

  /// All values from a sum of numbers; no_value where there is none.
  Values finish(std::span<const double> sums) const;
  /// The primary value, from sums that were made in single precision.
  double finish_single(std::span<const double> sums) const;
  /// The primary value.
  double primary(std::span<const double> sums) const;

  /// All values of one segment, from its numbers.
  Values segment_values(std::span<const double> numbers) const;
  /// What the reference implementation says behind the score; empty if it says nothing.
  std::string details(std::span<const double> sums) const;
  std::string segment_details(std::span<const double> numbers) const;

  /// "nrefs:1|case:mixed|eff:no|…|version:2.6.0": the reference implementation's, or one of ours in
  /// the same manner for a metric without. `lexicon` is "none" or names the one in use.
  std::string signature(std::size_t references, std::string_view lexicon) const;
  /// Of a segment's score.
  std::string segment_signature(std::size_t references, std::string_view lexicon) const;

 private:
  bool is_mean() const { return scorer().info.corpus == Corpus::mean; }
  std::array<double, Scorer::most_statistics> unpacked(std::span<const double> numbers) const;
  std::string details_of(std::span<const double> sums, const Settings& settings) const;
  std::string signature_of(const Selected& selected, std::size_t references,
                           std::string_view lexicon, std::string_view over) const;

  Selected corpus_;
  Selected segment_;
  std::vector<std::size_t> places_;  ///< of the statistics that are in use
  std::size_t width_;
};

}  // namespace unspin
