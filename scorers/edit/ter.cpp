// TER, translation edit rate: the fewest insertions, deletions, substitutions and shifts of blocks
// of words that a greedy search finds, for each word of the reference, times 100.
//
// Snover et al. 2006, "A study of translation edit rate with targeted human annotation". The
// numbers are sacreBLEU 2.6.0's sentence_ter, to the last bit; it follows Tercom with its limits:
// shifts of at most 10 words over at most 50, an edit distance that is only searched within 25
// words of the (pseudo-)diagonal, and at most 1,000 candidate shifts for a pair. The candidates are
// counted across rounds; the round that reaches the limit is thrown away.
//
// What takes the reference its time is the edit distance of every candidate. Here a candidate costs
// the rows of the table that its shift changes (beam_table.hpp), and of a short reference nothing
// but a few machine words, wherever the beam cannot have changed the distance.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "engine/score/scorer.hpp"
#include "scorers/edit/beam_table.hpp"
#include "scorers/edit/tercom_tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t longest_shift = 10;
constexpr std::size_t farthest_shift = 50;
constexpr std::size_t most_candidates = 1000;
constexpr std::size_t short_reference = 128;  // words whose distance is two machine words wide

enum Setting { case_sensitive, normalized, no_punct, asian_support };
constexpr Parameter parameters[] = {
    {.name = "case_sensitive", .summary = "tell upper case from lower case"},
    {.name = "normalized", .summary = "undo markup, split punctuation off words"},
    {.name = "no_punct", .summary = "leave punctuation out"},
    {.name = "asian_support",
     .summary = "normalized and no_punct know East Asian characters and punctuation, too"}};
constexpr Statistic statistics[] = {{"edits"}, {"ref_len"}};
enum Layout { edits, reference_length };

/// Cells that the search may have to look at.
std::size_t most_cells(std::size_t hypothesis, std::size_t reference) {
  const double ratio =
      static_cast<double>(reference) / static_cast<double>(std::max<std::size_t>(hypothesis, 1));
  return hypothesis * std::min(reference, 2 * beam_for(ratio)) * most_candidates;
}

/// The search for one hypothesis and one reference. Keeps its memory; one per thread.
class ShiftSearch {
 public:
  std::size_t count_edits(TokenSpan hypothesis, TokenSpan reference, BitParallel& bit_parallel) {
    if (reference.empty()) {
      return hypothesis.size();
    }
    words_.assign(hypothesis.begin(), hypothesis.end());
    reference_ = reference;
    bit_parallel_ = &bit_parallel;
    if (reference.size() <= short_reference) {
      bit_parallel.set_pattern(reference);
    }
    candidates_ = 0;
    std::size_t shifts = 0;
    while (shift_once()) {
      ++shifts;
    }
    return shifts + before_;
  }

 private:
  /// A candidate; better ones compare greater, in the order of Tercom's preferences.
  struct Shift {
    std::ptrdiff_t gain = 0;
    std::size_t length = 0, start = 0, target = 0;

    bool is_better_than(const Shift& other) const {
      if (gain != other.gain) {
        return gain > other.gain;
      }
      if (length != other.length) {
        return length > other.length;
      }
      if (start != other.start) {
        return start < other.start;
      }
      return target < other.target;
    }
  };

  /// A path of d edits strays from the diagonal by at most d, and the band's diagonal from the true
  /// one by the difference of the lengths: so far inside the band, the band changes nothing.
  bool is_within_band(std::size_t edit_distance) const {
    const std::size_t n = words_.size();
    const std::size_t m = reference_.size();
    return edit_distance + (n > m ? n - m : m - n) + 2 <= table_.beam() || m + 1 <= table_.beam();
  }

  /// Of shifted_, which differs from words_ in [from, to) only.
  std::size_t distance_of_shifted(std::size_t from, std::size_t to) {
    if (reference_.size() <= short_reference) {
      const std::size_t unbanded = bit_parallel_->levenshtein_to_pattern(shifted_);
      if (is_within_band(unbanded)) {
        return unbanded;
      }
    }
    return table_.distance_if(shifted_, from, to);
  }

  /// For each reference word the hypothesis word it is aligned with or follows (−1: before all),
  /// and which words of either are wrong.
  void align_words() {
    align_.assign(reference_.size(), -1);
    reference_wrong_.assign(reference_.size(), false);
    hypothesis_wrong_.assign(words_.size(), false);
    for (std::size_t i = words_.size(), j = reference_.size(); i > 0 || j > 0;) {
      const auto step = table_.step(i, j);
      if (step != BeamTable::drop_hypothesis) {
        align_[j - 1] = static_cast<std::ptrdiff_t>(i) - 1;
      }
      if (step == BeamTable::drop_hypothesis || step == BeamTable::substitute) {
        hypothesis_wrong_[i - 1] = true;
      }
      if (step == BeamTable::add_reference || step == BeamTable::substitute) {
        reference_wrong_[j - 1] = true;
      }
      if (step != BeamTable::add_reference) {
        --i;
      }
      if (step != BeamTable::drop_hypothesis) {
        --j;
      }
    }
  }

  /// Makes the best shift of this round. False if none gains or the candidates are used up.
  bool shift_once() {
    before_ = table_.fill(words_, reference_);
    align_words();
    bool any = false;
    Shift best;
    const std::size_t n = words_.size();
    const std::size_t m = reference_.size();
    for (std::size_t start = 0; start < n; ++start) {
      const std::size_t first = start > farthest_shift ? start - farthest_shift : 0;
      for (std::size_t at = first; at < std::min(m, start + farthest_shift + 1); ++at) {
        bool wrong_here = false;
        bool wrong_there = false;
        for (std::size_t length = 1; length <= longest_shift; ++length) {
          if (start + length > n || at + length > m) {
            break;
          }
          if (words_[start + length - 1] != reference_[at + length - 1]) {
            break;
          }
          wrong_here = wrong_here || hypothesis_wrong_[start + length - 1];
          wrong_there = wrong_there || reference_wrong_[at + length - 1];
          if (!wrong_here || !wrong_there) {
            continue;
          }
          const auto aligned = align_[at];
          if (aligned >= static_cast<std::ptrdiff_t>(start) &&
              aligned < static_cast<std::ptrdiff_t>(start + length)) {
            continue;
          }
          try_targets(start, at, length, any, best);
          if (candidates_ >= most_candidates) {
            return false;
          }
        }
      }
    }
    if (!any || best.gain <= 0) {
      return false;
    }
    perform(best);
    std::swap(words_, shifted_);
    return true;
  }

  void try_targets(std::size_t start, std::size_t at, std::size_t length, bool& any, Shift& best) {
    std::ptrdiff_t previous = -1;
    for (std::size_t k = 0; k <= length && at + k <= reference_.size(); ++k) {
      const std::ptrdiff_t target = at + k == 0 ? 0 : align_[at + k - 1] + 1;
      if (target == previous) {
        continue;
      }
      previous = target;
      Shift shift{0, length, start, static_cast<std::size_t>(target)};
      const auto [from, to] = perform(shift);
      shift.gain = static_cast<std::ptrdiff_t>(before_) -
                   static_cast<std::ptrdiff_t>(distance_of_shifted(from, to));
      ++candidates_;
      if (!any || shift.is_better_than(best)) {
        best = shift;
      }
      any = true;
    }
  }

  /// Writes words_ with the shift made to shifted_. The words [first, second) are others now.
  std::pair<std::size_t, std::size_t> perform(const Shift& shift) {
    const auto begin = words_.begin();
    const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    const std::size_t end = shift.start + shift.length;
    shifted_ = words_;
    const auto out = shifted_.begin();
    if (shift.target < shift.start) {
      std::rotate_copy(at(shift.target), at(shift.start), at(end),
                       out + static_cast<std::ptrdiff_t>(shift.target));
      return {shift.target, end};
    }
    // A target inside the block counts from behind the block.
    const std::size_t to =
        shift.target > end ? shift.target : std::min(words_.size(), shift.target + shift.length);
    std::rotate_copy(at(shift.start), at(end), at(to),
                     out + static_cast<std::ptrdiff_t>(shift.start));
    return {shift.start, to};
  }

  TokenIds words_, shifted_;
  TokenSpan reference_;
  BitParallel* bit_parallel_ = nullptr;
  BeamTable table_;
  std::size_t before_ = 0;  // the distance of words_
  std::size_t candidates_ = 0;
  std::vector<std::ptrdiff_t> align_;
  std::vector<bool> reference_wrong_, hypothesis_wrong_;
};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  thread_local ShiftSearch search;
  const Tokenization& tokenization =
      tercom_tokens({.normalized = settings.flag(normalized),
                     .no_punct = settings.flag(no_punct),
                     .asian_support = settings.flag(asian_support),
                     .case_sensitive = settings.flag(case_sensitive)});
  const TokenSpan hypothesis = pair.tokens(tokenization, TextIndex::rewrite);
  double lengths = 0;
  double fewest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(tokenization, pair.reference(i));
    if (most_cells(hypothesis.size(), reference.size()) > pair.limits().edit_cells) {
      return Measured::over_budget;
    }
    const std::size_t needed = search.count_edits(hypothesis, reference, pair.bit_parallel());
    fewest = std::min(fewest, static_cast<double>(needed));
    lengths += static_cast<double>(reference.size());
  }
  out[edits] = fewest;
  out[reference_length] = lengths / static_cast<double>(pair.reference_count());
  return Measured::done;
}

/// `Number` is what the reference implementation holds the statistics, and so their quotient, in.
template <class Number>
void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  double rate = 0;
  if (stats[reference_length] > 0) {
    rate = static_cast<double>(static_cast<Number>(stats[edits]) /
                               static_cast<Number>(stats[reference_length]));
  } else if (stats[edits] > 0) {
    rate = 1;  // an empty reference
  }
  values[0] = 100 * rate;
}

std::string signature(const Settings& settings, std::size_t references) {
  const auto yes = [&](Setting setting) { return settings.flag(setting) ? "yes" : "no"; };
  return fmt::format("nrefs:{}|case:{}|tok:tercom|norm:{}|punct:{}|asian:{}|version:2.6.0",
                     references, settings.flag(case_sensitive) ? "mixed" : "lc", yes(normalized),
                     settings.flag(no_punct) ? "no" : "yes", yes(asian_support));
}

}  // namespace

extern constinit const Scorer ter_scorer{
    .info = {.name = "ter",
             .family = Family::edit,
             .summary = "edits, with shifts of blocks, for each 100 reference words",
             .source = "Snover et al. 2006; sacreBLEU 2.6.0",
             .range = {0, std::numeric_limits<double>::infinity()},
             .identity = 0,
             .higher_is_closer = false,
             .takes_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "100 · edits / reference words, with the fewest insertions, "
                           "deletions and substitutions of words that are left after a greedy "
                           "search for shifts: in each round the shift of up to 10 words over "
                           "up to 50 that saves most. Of several references the fewest edits "
                           "count, over their mean length. An empty reference is 100, or 0 if "
                           "the rewrite is empty, too.",
             .cost = "time O(1,000 · n · 50) at most, memory O(n · 50): linear in the longer "
                     "text",
             .defects = "The distance is only searched within 25 words of the diagonal; a "
                        "round that reaches the 1,000th candidate is thrown away; with "
                        "`normalized`, references are tokenized twice, the rewrite once; "
                        "normalizing deletes a line end and the hyphen behind it; runs of kana "
                        "are never split. As there. What is too large for `--edit-cells` is "
                        "skipped.",
             .example = {"a b c d", "c d a b", 25}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish<double>,
    .finish_single = finish<float>,
    .title = [](const Settings&) { return std::string("TER"); },
    .signature = signature};

}  // namespace unspin
