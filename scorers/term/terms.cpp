#include "scorers/term/terms.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace unspin {
namespace {

constexpr std::uint32_t longest_term = 4;
constexpr std::uint32_t least_occurrences = 2;

/// A term as its stems, and where it begins in the source.
struct Candidate {
  std::uint32_t length = 0;
  std::vector<std::uint32_t> begins;
};

class TermFinder {
 public:
  explicit TermFinder(PreparedPair& pair)
      : pair_(pair),
        source_(pair.words(TextIndex::source)),
        rewrite_(pair.words(TextIndex::rewrite)),
        facts_(pair.word_facts()),
        stands_for_(source_.size(), true) {
    // In a stretch that was rewritten at length nothing stands for a word of its own, unless that
    // is what it always becomes.
    for (const Change& change : pair.changes()) {
      if (change.is_short_replacement()) {
        continue;
      }
      for (std::uint32_t i = change.source_begin; i < change.source_end; ++i) {
        const Likeness likeness = pair.alignment().likeness[i];
        stands_for_[i] = likeness == Likeness::recurring || likeness == Likeness::near_spelling;
      }
    }
  }

  std::vector<TermRecord> find() {
    std::vector<TermRecord> records;
    for (const Candidate& candidate : repeated_runs()) {
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

  std::vector<Candidate> repeated_runs() const {
    std::map<Stems, Candidate> runs;
    std::uint32_t run = 0;  // term words that end here, unbroken
    for (std::uint32_t i = 0; i < source_.size(); ++i) {
      if (!is_term_word(source_.id[i])) {
        run = 0;
        continue;
      }
      run = run > 0 && continues(source_, pair_.source(), i) ? run + 1 : 1;
      for (std::uint32_t length = 2; length <= std::min(run, longest_term); ++length) {
        const std::uint32_t begin = i + 1 - length;
        Candidate& candidate = runs[stems(source_, begin, length)];
        candidate.length = length;
        candidate.begins.push_back(begin);
      }
    }
    std::erase_if(
        runs, [](const auto& run_of) { return run_of.second.begins.size() < least_occurrences; });

    std::vector<Candidate> terms;
    for (const auto& run_of : runs) {
      const Stems& key = run_of.first;
      const Candidate& candidate = run_of.second;
      const bool is_nested = std::any_of(runs.begin(), runs.end(), [&](const auto& other) {
        return other.second.length > candidate.length &&
               other.second.begins.size() == candidate.begins.size() &&
               std::search(other.first.begin(), other.first.end(), key.begin(), key.end()) !=
                   other.first.end();
      });
      if (!is_nested) {
        terms.push_back(candidate);
      }
    }
    std::sort(terms.begin(), terms.end(), [](const Candidate& a, const Candidate& b) {
      return a.begins.front() != b.begins.front() ? a.begins.front() < b.begins.front()
                                                  : a.length > b.length;
    });
    return terms;
  }

  TermRecord record_of(const Candidate& candidate) {
    const Alignment& alignment = pair_.alignment();
    const std::uint32_t length = candidate.length;
    TermRecord record;
    record.occurrences = static_cast<std::uint32_t>(candidate.begins.size());
    std::unordered_map<std::string, std::uint32_t> replaced;
    std::map<std::string, std::uint32_t> surfaces;
    std::uint32_t found_in_place = 0;
    for (const std::uint32_t begin : candidate.begins) {
      ++surfaces[text_of(source_, begin, begin + length)];
      std::uint32_t from = not_aligned;
      std::uint32_t to = 0;
      bool kept = true;
      bool replaced_in_place = true;
      bool identical = true;
      for (std::uint32_t i = begin; i < begin + length; ++i) {
        kept = kept && alignment.is_kept(i);
        replaced_in_place = replaced_in_place && stands_for_[i];
        identical = identical && alignment.likeness[i] == Likeness::identical;
        const std::uint32_t j = alignment.to_rewrite[i];
        if (j == not_aligned) {
          continue;
        }
        from = std::min(from, j);
        to = std::max(to, j + 1);
      }
      const bool together = from != not_aligned && to - from == length;
      if (kept && together) {
        ++found_in_place;
        ++(identical ? record.kept : record.inflected);
      } else if (replaced_in_place && from != not_aligned && to - from <= length + 1 &&
                 has_content(from, to)) {
        ++replaced[text_of(rewrite_, from, to)];
      } else {
        ++record.lost;
      }
    }
    credit_moved(candidate, found_in_place, record, replaced);
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

  /// Occurrences in the rewrite beyond those in place stand for lost ones that were moved.
  void credit_moved(const Candidate& candidate, std::uint32_t in_place, TermRecord& record,
                    std::unordered_map<std::string, std::uint32_t>& replaced) const {
    if (record.lost == 0 && replaced.empty()) {
      return;
    }
    const Stems key = stems(source_, candidate.begins.front(), candidate.length);
    std::uint32_t in_rewrite = 0;
    for (std::uint32_t j = 0; j + candidate.length <= rewrite_.size(); ++j) {
      bool same = true;
      for (std::uint32_t k = 0; same && k < candidate.length; ++k) {
        same = facts_.stem[rewrite_.id[j + k]] == key[k];
      }
      in_rewrite += same ? 1 : 0;
    }
    const std::uint32_t moved = std::min(in_rewrite - std::min(in_rewrite, in_place), record.lost);
    record.lost -= moved;
    record.kept += moved;
  }

  bool has_content(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(rewrite_.id.begin() + begin, rewrite_.id.begin() + end,
                       [&](std::uint32_t id) { return facts_.is_content(id); });
  }

  std::string text_of(const Words& words, std::uint32_t begin, std::uint32_t end) const {
    std::string text;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i > begin) {
        text += ' ';
      }
      text += without_possessive(pair_.word_vocabulary().text(words.id[i]));
    }
    return text;
  }

  PreparedPair& pair_;
  const Words& source_;
  const Words& rewrite_;
  const WordFacts& facts_;
  std::vector<bool> stands_for_;  // by source word: the word aligned with it was put in its place
};

}  // namespace

std::vector<TermRecord> find_terms(PreparedPair& pair) { return TermFinder(pair).find(); }

}  // namespace unspin
