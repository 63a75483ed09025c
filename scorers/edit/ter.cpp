// TER, translation edit rate: the fewest insertions, deletions, substitutions and shifts of blocks
// of words that a greedy search finds, for each word of the reference, times 100.
//
// Snover et al. 2006, "A study of translation edit rate with targeted human annotation". The
// numbers are sacreBLEU 2.6.0's sentence_ter, to the last bit; it follows Tercom with its limits:
// shifts of at most 10 words over at most 50, an edit distance that is only searched within 25
// words of the (pseudo-)diagonal, and at most 1,000 candidate shifts for a pair. The candidates are
// counted across rounds; the round that reaches the limit is thrown away.
//
// What takes the reference its time is the edit distance of every candidate. Here only the text at
// the start of a round needs the table with its trace; candidates need the distance alone, which is
// bit-parallel wherever the band around the diagonal cannot have changed it.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

constexpr std::size_t longest_shift = 10;
constexpr std::size_t farthest_shift = 50;
constexpr std::size_t least_beam = 25;
constexpr std::size_t most_candidates = 1000;
constexpr std::uint32_t infinite = 1u << 30;

enum Setting { case_sensitive };
constexpr Parameter parameters[] = {
    {.name = "case_sensitive", .summary = "tell upper case from lower case"}};
constexpr Statistic statistics[] = {{"edits"}, {"ref_len"}};
enum Layout { edits, reference_length };

void split_cased(std::string_view text, TokenSink& out) {
  split_at_white_space(text, [&](std::string_view token) { out.add(token); });
}

void split_lower(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  split_cased(lower, out);
}

constexpr Tokenization cased_words{"white space", split_cased};
constexpr Tokenization lower_words{"white space, lower case", split_lower};

/// Half the width of the band, which must be wide enough to overlap from row to row.
std::size_t beam_for(double length_ratio) {
  const auto width = static_cast<double>(least_beam);
  return width < length_ratio / 2 ? static_cast<std::size_t>(std::ceil(length_ratio / 2 + width))
                                  : least_beam;
}

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
    set_beam();
    // Of a longer reference the band is the smaller part of the table.
    is_short_ = reference.size() <= std::min(BitParallel::longest_pattern, 128 * beam_);
    if (is_short_) {
      bit_parallel.set_pattern(reference);
    }
    candidates_ = 0;
    std::size_t shifts = 0;
    while (shift_once()) {
      ++shifts;
    }
    return shifts + distance(words_);
  }

 private:
  enum Step : std::uint8_t { keep, substitute, drop_hypothesis, add_reference };

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

  void set_beam() {
    ratio_ = words_.empty()
                 ? 1
                 : static_cast<double>(reference_.size()) / static_cast<double>(words_.size());
    beam_ = beam_for(ratio_);
  }

  /// Columns [from, to) of row `i` (1-based) that the band lets one see.
  std::pair<std::size_t, std::size_t> band(std::size_t i) const {
    const auto diagonal = static_cast<std::size_t>(std::floor(static_cast<double>(i) * ratio_));
    const std::size_t from = diagonal > beam_ ? diagonal - beam_ : 0;
    const std::size_t to = std::min(reference_.size() + 1, diagonal + beam_);
    return {from, i == words_.size() ? reference_.size() + 1 : to};
  }

  /// A path of d edits strays from the diagonal by at most d, and the band's diagonal from the true
  /// one by the difference of the lengths: so far inside the band, the band changes nothing.
  bool is_within_band(std::size_t edit_distance) const {
    const std::size_t n = words_.size();
    const std::size_t m = reference_.size();
    return edit_distance + (n > m ? n - m : m - n) + 2 <= beam_ || m + 1 <= beam_;
  }

  std::size_t distance(TokenSpan hypothesis) {
    if (!is_short_) {
      return banded_distance(hypothesis, nullptr);
    }
    const std::size_t unbanded = bit_parallel_->levenshtein_to_pattern(hypothesis);
    return is_within_band(unbanded) ? unbanded : banded_distance(hypothesis, nullptr);
  }

  /// Fills the table within the band, row by row; with `trace`, its steps as well.
  std::size_t banded_distance(TokenSpan hypothesis, std::vector<Step>* trace) {
    const std::size_t n = hypothesis.size();
    const std::size_t m = reference_.size();
    row_.resize(m + 1);
    next_.resize(m + 1);
    for (std::size_t j = 0; j <= m; ++j) {
      row_[j] = static_cast<std::uint32_t>(j);
    }
    if (trace != nullptr) {
      trace->resize((n + 1) * trace_stride());
    }
    for (std::size_t i = 1; i <= n; ++i) {
      const auto [from, to] = band(i);
      if (from > 0) {
        next_[from - 1] = infinite;
      }
      for (std::size_t j = from; j < to; ++j) {
        std::uint32_t best = infinite;
        Step step = add_reference;
        const auto offer = [&](std::uint32_t cost, Step candidate) {
          if (cost >= best) {
            return;
          }
          best = cost;
          step = candidate;
        };
        if (j > 0) {
          const bool same = hypothesis[i - 1] == reference_[j - 1];
          offer(row_[j - 1] + (same ? 0 : 1), same ? keep : substitute);
        }
        offer(row_[j] + 1, drop_hypothesis);
        if (j > 0) {
          offer(next_[j - 1] + 1, add_reference);
        }
        next_[j] = best;
        if (trace != nullptr) {
          (*trace)[i * trace_stride() + (j - from)] = step;
        }
      }
      // The next row sees a little farther to the right.
      for (std::size_t j = to; i < n && j < band(i + 1).second; ++j) {
        next_[j] = infinite;
      }
      std::swap(row_, next_);
    }
    return row_[m];
  }

  std::size_t trace_stride() const { return 2 * beam_ + 1; }

  /// For each reference word the hypothesis word it is aligned with or follows (−1: before all),
  /// and which words of either are wrong.
  void align_words() {
    align_.assign(reference_.size(), -1);
    reference_wrong_.assign(reference_.size(), false);
    hypothesis_wrong_.assign(words_.size(), false);
    for (std::size_t i = words_.size(), j = reference_.size(); i > 0 || j > 0;) {
      const Step step = i == 0 ? add_reference : trace_[i * trace_stride() + (j - band(i).first)];
      if (step != drop_hypothesis) {
        align_[j - 1] = static_cast<std::ptrdiff_t>(i) - 1;
      }
      if (step == drop_hypothesis || step == substitute) {
        hypothesis_wrong_[i - 1] = true;
      }
      if (step == add_reference || step == substitute) {
        reference_wrong_[j - 1] = true;
      }
      if (step != add_reference) {
        --i;
      }
      if (step != drop_hypothesis) {
        --j;
      }
    }
  }

  /// Makes the best shift of this round. False if none gains or the candidates are used up.
  bool shift_once() {
    const std::size_t before = banded_distance(words_, &trace_);
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
          try_targets(before, start, at, length, any, best);
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

  void try_targets(std::size_t before, std::size_t start, std::size_t at, std::size_t length,
                   bool& any, Shift& best) {
    std::ptrdiff_t previous = -1;
    for (std::size_t k = 0; k <= length && at + k <= reference_.size(); ++k) {
      const std::ptrdiff_t target = at + k == 0 ? 0 : align_[at + k - 1] + 1;
      if (target == previous) {
        continue;
      }
      previous = target;
      Shift shift{0, length, start, static_cast<std::size_t>(target)};
      perform(shift);
      shift.gain =
          static_cast<std::ptrdiff_t>(before) - static_cast<std::ptrdiff_t>(distance(shifted_));
      ++candidates_;
      if (!any || shift.is_better_than(best)) {
        best = shift;
      }
      any = true;
    }
  }

  /// Writes words_ with the shift made to shifted_.
  void perform(const Shift& shift) {
    const auto begin = words_.begin();
    const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    const std::size_t end = shift.start + shift.length;
    shifted_ = words_;
    const auto out = shifted_.begin();
    if (shift.target < shift.start) {
      std::rotate_copy(at(shift.target), at(shift.start), at(end),
                       out + static_cast<std::ptrdiff_t>(shift.target));
    } else {
      // A target inside the block counts from behind the block.
      const std::size_t to =
          shift.target > end ? shift.target : std::min(words_.size(), shift.target + shift.length);
      std::rotate_copy(at(shift.start), at(end), at(to),
                       out + static_cast<std::ptrdiff_t>(shift.start));
    }
  }

  TokenIds words_, shifted_;
  TokenSpan reference_;
  BitParallel* bit_parallel_ = nullptr;
  double ratio_ = 1;
  std::size_t beam_ = least_beam;
  bool is_short_ = true;  // the bit-parallel distance is worth trying
  std::size_t candidates_ = 0;
  std::vector<std::uint32_t> row_, next_;
  std::vector<Step> trace_;
  std::vector<std::ptrdiff_t> align_;
  std::vector<bool> reference_wrong_, hypothesis_wrong_;
};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  thread_local ShiftSearch search;
  const Tokenization& tokenization = settings.flag(case_sensitive) ? cased_words : lower_words;
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

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  double rate = 0;
  if (stats[reference_length] > 0) {
    rate = stats[edits] / stats[reference_length];
  } else if (stats[edits] > 0) {
    rate = 1;  // an empty reference
  }
  values[0] = 100 * rate;
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
             .example = {"a b c d", "c d a b", 25}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
