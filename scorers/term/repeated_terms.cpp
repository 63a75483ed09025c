#include "scorers/term/repeated_terms.hpp"

#include <algorithm>
#include <array>

#include "scorers/term/stop_list.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t longest = 4;
constexpr std::uint32_t least_occurrences = 2;
constexpr double least_value = 1;
constexpr std::array<double, longest + 1> log2_of = {0, 0, 1, 1.584962500721156, 2};

/// What a word may do in a run.
enum class Part : std::uint8_t { none, link, content };

class RunFinder {
 public:
  explicit RunFinder(const TermWords& words)
      : words_(words), stems_(words.source_stems()), runs_(stems_.size()) {}

  std::vector<SourceTerm> find() {
    find_parts();
    count_pairs();
    find_places();
    std::vector<bool> is_term(counts_.size(), false);
    choose(is_term);
    return terms(is_term);
  }

 private:
  /// A run and where it stands once.
  struct Place {
    std::uint32_t run, begin, length;
  };

  void find_parts() {
    const std::vector<std::uint32_t>& ids = words_.source().id;
    std::vector<Part> by_word(words_.pair().word_vocabulary().size());
    std::vector<bool> is_known(by_word.size(), false);
    parts_.reserve(ids.size());
    for (const std::uint32_t word : ids) {
      if (!is_known[word]) {
        is_known[word] = true;
        by_word[word] = part_of(word);
      }
      parts_.push_back(by_word[word]);
    }
  }

  Part part_of(std::uint32_t word) const {
    const std::string_view text = words_.text(word);
    if (text == "of") {
      return Part::link;
    }
    const bool is_number = text[0] >= '0' && text[0] <= '9';
    return words_.is_content(word) && text.size() > 1 && !is_number ? Part::content : Part::none;
  }

  std::uint32_t& count(std::uint32_t run) {
    if (run >= counts_.size()) {
      counts_.resize(runs_.size());
    }
    return counts_[run];
  }

  /// Pairs of neighbours first, so that longer runs are looked at only where every pair repeats.
  void count_pairs() {
    pair_ending_at_.assign(stems_.size(), PhraseTree::none);
    for (std::uint32_t i = 1; i < stems_.size(); ++i) {
      const bool is_pair = parts_[i - 1] != Part::none && parts_[i] != Part::none &&
                           (parts_[i - 1] == Part::content || parts_[i] == Part::content);
      if (is_pair && words_.is_joined(i)) {
        pair_ending_at_[i] = words_.add_source_phrase(i - 1, 2, runs_);
        ++count(pair_ending_at_[i]);
      }
    }
  }

  bool repeats_at(std::uint32_t i) const {
    return i < stems_.size() && pair_ending_at_[i] != PhraseTree::none &&
           counts_[pair_ending_at_[i]] >= least_occurrences;
  }

  void find_places() {
    for (std::uint32_t begin = 0; begin + 1 < stems_.size(); ++begin) {
      std::uint32_t run = PhraseTree::empty_phrase;
      for (std::uint32_t length = 2; length <= longest && repeats_at(begin + length - 1);
           ++length) {
        const std::uint32_t last = begin + length - 1;
        run = length == 2 ? pair_ending_at_[last] : runs_.extend(run, stems_[last]);
        if (length > 2) {
          ++count(run);
        }
        if (parts_[begin] == Part::content && parts_[last] == Part::content) {
          places_.push_back({run, begin, length});
        }
      }
    }
  }

  /// Longest first: whether a run is a term depends on the longer ones that are.
  void choose(std::vector<bool>& is_term) {
    std::erase_if(places_,
                  [&](const Place& place) { return counts_[place.run] < least_occurrences; });
    find_stopped();
    std::vector<std::uint32_t> nested(counts_.size(), 0);
    std::vector<bool> is_done(counts_.size(), false);
    for (std::uint32_t length = longest; length >= 2; --length) {
      for (const Place& place : places_) {
        if (place.length != length || is_done[place.run] || is_stopped_[place.run]) {
          continue;
        }
        is_done[place.run] = true;
        const std::uint32_t occurrences = counts_[place.run];
        const double of_its_own = static_cast<double>(occurrences) - nested[place.run];
        if (log2_of[length] * of_its_own >= least_value) {
          is_term[place.run] = true;
          for_each_inner_run(
              place, [&](std::uint32_t run) { nested[run] = std::max(nested[run], occurrences); });
        }
      }
    }
  }

  template <class Take>
  void for_each_inner_run(const Place& place, Take&& take) const {
    const std::uint32_t end = place.begin + place.length;
    for (std::uint32_t begin = place.begin; begin < end; ++begin) {
      std::uint32_t run = runs_.find(PhraseTree::empty_phrase, stems_[begin]);
      for (std::uint32_t last = begin + 1; last < end; ++last) {
        run = runs_.find(run, stems_[last]);
        if (run != place.run) {
          take(run);
        }
      }
    }
  }

  /// By run: whether a word of the stop-list stands at an edge, unless the run is a name
  /// throughout.
  void find_stopped() {
    enum : std::uint8_t { unknown, passes, passes_as_name };
    std::vector<std::uint8_t> state(counts_.size(), unknown);
    is_stopped_.assign(counts_.size(), false);
    for (const Place& place : places_) {
      std::uint8_t& known = state[place.run];
      const std::uint32_t last = place.begin + place.length - 1;
      if (known == unknown) {
        const bool stops = begins_no_term(text(place.begin)) || ends_no_term(text(last));
        known = stops ? passes_as_name : passes;
      }
      if (known == passes_as_name && !is_name(place.begin, last)) {
        is_stopped_[place.run] = true;
      }
    }
  }

  /// Capitalised, and not only because a sentence begins.
  bool is_name(std::uint32_t first, std::uint32_t last) const {
    return words_.is_capitalised(first) && words_.is_capitalised(last) &&
           !std::ranges::binary_search(words_.source().sentence_begin, first);
  }

  std::string_view text(std::uint32_t i) const { return words_.text(words_.source().id[i]); }

  std::vector<SourceTerm> terms(const std::vector<bool>& is_term) const {
    std::vector<SourceTerm> found;
    std::vector<std::uint32_t> number(is_term.size(), PhraseTree::none);
    for (const Place& place : places_) {
      if (!is_term[place.run]) {
        continue;
      }
      if (number[place.run] == PhraseTree::none) {
        number[place.run] = static_cast<std::uint32_t>(found.size());
        found.push_back({.length = place.length, .begins = {}});
        found.back().begins.reserve(counts_[place.run]);
      }
      found[number[place.run]].begins.push_back(place.begin);
    }
    std::stable_sort(found.begin(), found.end(), [](const SourceTerm& a, const SourceTerm& b) {
      return a.begins.front() != b.begins.front() ? a.begins.front() < b.begins.front()
                                                  : a.length > b.length;
    });
    return found;
  }

  const TermWords& words_;
  const std::vector<std::uint32_t>& stems_;
  std::vector<Part> parts_;  // by source word
  PhraseTree runs_;
  std::vector<std::uint32_t> counts_;          // by run
  std::vector<std::uint32_t> pair_ending_at_;  // by source word: the run of two that ends there
  std::vector<Place> places_;                  // of runs that may be terms, in the source's order
  std::vector<bool> is_stopped_;               // by run
};

}  // namespace

std::vector<SourceTerm> repeated_terms(const TermWords& words) { return RunFinder(words).find(); }

}  // namespace unspin
