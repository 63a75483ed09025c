#include "scorers/term/terms.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "scorers/term/counterparts.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t longest_term = 4;
constexpr std::uint32_t least_occurrences = 2;
constexpr std::uint32_t most_words_gained = 2;  // by what stands for a term

/// A term as its stems, and where it begins in the source.
struct Candidate {
  std::uint32_t length = 0;
  std::vector<std::uint32_t> begins;
  bool is_nested = false;
};

class TermFinder {
 public:
  explicit TermFinder(PreparedPair& pair)
      : pair_(pair),
        source_(pair.words(TextIndex::source)),
        rewrite_(pair.words(TextIndex::rewrite)),
        facts_(pair.word_facts()),
        counterparts_(pair.shared(find_counterparts)) {}

  std::vector<TermRecord> find() {
    std::vector<TermRecord> records;
    const std::vector<Candidate> candidates = repeated_runs();
    find_in_rewrite(candidates);
    records.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
      records.push_back(record_of(candidate));
    }
    std::stable_sort(records.begin(), records.end(), [](const TermRecord& a, const TermRecord& b) {
      return a.occurrences > b.occurrences;
    });
    return records;
  }

 private:
  using Stems = std::vector<std::uint32_t>;

  Stems stems(const Words& words, std::uint32_t begin, std::uint32_t length) const {
    Stems key(length);
    for (std::uint32_t k = 0; k < length; ++k) {
      key[k] = facts_.stem[words.id[begin + k]];
    }
    return key;
  }

  /// Content words and nothing but a blank or a hyphen between neighbours.
  bool continues(const Words& words, std::string_view text, std::uint32_t i) const {
    const std::string_view between =
        text.substr(words.end[i - 1], words.begin[i] - words.end[i - 1]);
    return between == " " || between == "-";
  }

  bool is_term_word(std::uint32_t id) const {
    const std::string_view text = pair_.word_vocabulary().text(id);
    return facts_.is_content(id) && text.size() > 1 && (text[0] < '0' || text[0] > '9');
  }

  /// Runs of term words by their stems, if they repeat. Only runs of repeated pairs are looked at.
  std::vector<Candidate> repeated_runs() const {
    const std::vector<bool> in_pair = ends_repeated_pair();
    std::map<Stems, Candidate> runs;
    std::uint32_t run = 0;  // words that end here, each in a repeated pair with the one before
    for (std::uint32_t i = 0; i < source_.size(); ++i) {
      run = in_pair[i] ? run + 1 : 0;
      for (std::uint32_t length = 2; length <= std::min(run + 1, longest_term); ++length) {
        Candidate& candidate = runs[stems(source_, i + 1 - length, length)];
        candidate.length = length;
        candidate.begins.push_back(i + 1 - length);
      }
    }
    std::erase_if(
        runs, [](const auto& run_of) { return run_of.second.begins.size() < least_occurrences; });

    // A run is nested if the run that is longer by a word, before or behind, occurs as often.
    for (const auto& [key, candidate] : runs) {
      for (const Stems& inner :
           {Stems(key.begin() + 1, key.end()), Stems(key.begin(), key.end() - 1)}) {
        const auto found = runs.find(inner);
        if (found != runs.end() && found->second.begins.size() == candidate.begins.size()) {
          found->second.is_nested = true;
        }
      }
    }
    std::vector<Candidate> terms;
    for (auto& [key, candidate] : runs) {
      if (!candidate.is_nested) {
        terms.push_back(std::move(candidate));
      }
    }
    std::sort(terms.begin(), terms.end(), [](const Candidate& a, const Candidate& b) {
      return a.begins.front() != b.begins.front() ? a.begins.front() < b.begins.front()
                                                  : a.length > b.length;
    });
    return terms;
  }

  /// By source word: whether it and the word before make a pair of term words that repeats.
  std::vector<bool> ends_repeated_pair() const {
    const auto pair_at = [&](std::uint32_t i) {
      return (std::uint64_t{facts_.stem[source_.id[i - 1]]} << 32) | facts_.stem[source_.id[i]];
    };
    std::vector<bool> ends_pair(source_.size(), false);
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (std::uint32_t i = 1; i < source_.size(); ++i) {
      ends_pair[i] = is_term_word(source_.id[i - 1]) && is_term_word(source_.id[i]) &&
                     continues(source_, pair_.source(), i);
      if (ends_pair[i]) {
        ++counts[pair_at(i)];
      }
    }
    for (std::uint32_t i = 1; i < source_.size(); ++i) {
      ends_pair[i] = ends_pair[i] && counts[pair_at(i)] >= least_occurrences;
    }
    return ends_pair;
  }

  /// Where the rewrite has the candidates, by their stems.
  void find_in_rewrite(const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
      in_rewrite_[stems(source_, candidate.begins.front(), candidate.length)];
    }
    for (std::uint32_t j = 0; !in_rewrite_.empty() && j < rewrite_.size(); ++j) {
      for (std::uint32_t length = 2; length <= longest_term && j + length <= rewrite_.size();
           ++length) {
        const auto found = in_rewrite_.find(stems(rewrite_, j, length));
        if (found != in_rewrite_.end()) {
          found->second.push_back(j);
        }
      }
    }
  }

  TermRecord record_of(const Candidate& candidate) {
    const Alignment& alignment = pair_.alignment();
    const std::uint32_t length = candidate.length;
    TermRecord record;
    record.occurrences = static_cast<std::uint32_t>(candidate.begins.size());
    std::unordered_map<std::string, std::uint32_t> replaced;
    std::map<std::string, std::uint32_t> surfaces;
    for (const std::uint32_t begin : candidate.begins) {
      ++surfaces[text_of(pair_, source_, {begin, begin + length})];
      bool kept = true;
      bool identical = true;
      for (std::uint32_t i = begin; i < begin + length; ++i) {
        kept = kept && alignment.is_kept(i);
        identical = identical && alignment.likeness[i] == Likeness::identical;
      }
      const WordRange counterpart = counterparts_.of({begin, begin + length}, most_words_gained);
      if (kept && counterpart.size() == length) {
        ++(identical ? record.kept : record.inflected);
      } else if (!counterpart.is_empty() && has_content(counterpart)) {
        ++replaced[text_of(pair_, rewrite_, counterpart)];
      } else {
        ++record.lost;
      }
    }
    credit_moved(candidate, record);
    for (auto& [text, count] : replaced) {
      record.replaced.push_back({text, count});
    }
    std::sort(record.replaced.begin(), record.replaced.end(), [](const auto& a, const auto& b) {
      return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    record.term =
        std::max_element(surfaces.begin(), surfaces.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
    return record;
  }

  /// An occurrence in the rewrite that is not in place stands for a lost one that was moved.
  void credit_moved(const Candidate& candidate, TermRecord& record) const {
    const auto& places = in_rewrite_.at(stems(source_, candidate.begins.front(), candidate.length));
    for (const std::uint32_t j : places) {
      const std::uint32_t i = pair_.alignment().to_source[j];
      const bool is_in_place = i != not_aligned && pair_.alignment().is_kept(i);
      if (record.lost == 0 || is_in_place) {
        continue;
      }
      --record.lost;
      const bool is_same =
          std::equal(rewrite_.id.begin() + j, rewrite_.id.begin() + j + candidate.length,
                     source_.id.begin() + candidate.begins.front());
      ++(is_same ? record.kept : record.inflected);
    }
  }

  bool has_content(WordRange range) const {
    return std::any_of(rewrite_.id.begin() + range.begin, rewrite_.id.begin() + range.end,
                       [&](std::uint32_t id) { return facts_.is_content(id); });
  }

  PreparedPair& pair_;
  const Words& source_;
  const Words& rewrite_;
  const WordFacts& facts_;
  std::map<Stems, std::vector<std::uint32_t>> in_rewrite_;  // where the terms begin
  const Counterparts& counterparts_;
};

}  // namespace

std::vector<TermRecord> find_terms(PreparedPair& pair) { return TermFinder(pair).find(); }

}  // namespace unspin
