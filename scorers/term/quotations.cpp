#include "scorers/term/quotations.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "engine/text/quotation_marks.hpp"
#include "scorers/term/mentions.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t least_words = 3;
constexpr std::uint32_t most_words = 100;
constexpr double near_share = 0.8;
constexpr double replaced_share = 1.0 / 3;
constexpr std::size_t shown_bytes = 60;

/// The words between quotation marks, ascending.
std::vector<WordRange> read_quotes(const Reading& reading, std::uint32_t least) {
  std::vector<WordRange> quotes;
  for (const QuotedRange& quoted : quoted_ranges(reading.text)) {
    const WordRange words = reading.words_in(quoted.begin, quoted.end);
    if (words.size() >= least && words.size() <= most_words) {
      quotes.push_back(words);
    }
  }
  return quotes;
}

/// Hashes of all runs of words of one length in the rewrite.
class RunIndex {
 public:
  explicit RunIndex(const TokenIds& words) : prefix_(words.size() + 1), power_(words.size() + 1) {
    power_[0] = 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
      prefix_[i + 1] = prefix_[i] * base + words[i] + 1;
      power_[i + 1] = power_[i] * base;
    }
  }
  std::uint64_t hash(std::uint32_t begin, std::uint32_t length) const {
    return prefix_[begin + length] - prefix_[begin] * power_[length];
  }

 private:
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15;  // odd; hits are compared word by word
  std::vector<std::uint64_t> prefix_, power_;
};

class QuoteFinder {
 public:
  explicit QuoteFinder(PreparedPair& pair)
      : source_(read_as_meant(pair, TextIndex::source)),
        rewrite_(read_as_meant(pair, TextIndex::rewrite)),
        quotes_(read_quotes(source_, least_words)),
        alignment_(quotes_.empty() ? nullptr : &pair.alignment()) {}

  std::vector<TermRecord> find() {
    if (quotes_.empty()) {
      return {};
    }
    in_marks_ = read_quotes(rewrite_, 1);
    std::vector<Mention> mentions;
    for (const WordRange& quote : quotes_) {
      Mention mention{.words = quote, .text = source_.of(quote)};
      for (std::uint32_t i = quote.begin; i < quote.end; ++i) {
        mention.thing = mix(mention.thing, source_.words.id[i]);
      }
      mentions.push_back(mention);
    }
    is_taken_.resize(rewrite_.words.size());
    fates_.resize(mentions.size());
    is_found_.resize(mentions.size());
    find_in_place();
    find_elsewhere();
    for (std::size_t i = 0; i < fates_.size(); ++i) {
      if (!is_found_[i]) {
        fates_[i] = fate_in_place(quotes_[i]);
      }
    }
    std::vector<TermRecord> records = records_of(mentions, std::move(fates_));
    for (TermRecord& record : records) {
      record.term = shortened(record.term);
    }
    return records;
  }

 private:
  bool stands_at(const WordRange& quote, std::uint32_t j) const {
    return j + quote.size() <= rewrite_.words.size() && !is_taken_[j] &&
           std::equal(source_.words.id.begin() + quote.begin, source_.words.id.begin() + quote.end,
                      rewrite_.words.id.begin() + j);
  }

  void settle(std::size_t i, std::uint32_t j) {
    const WordRange there{j, j + quotes_[i].size()};
    is_taken_[j] = true;
    is_found_[i] = true;
    fates_[i].kind = is_in_marks(there) ? Fate::kept : Fate::variant;
  }

  bool is_in_marks(WordRange words) const {
    const auto behind = std::ranges::upper_bound(in_marks_, words.begin, {}, &WordRange::begin);
    return behind != in_marks_.begin() && std::prev(behind)->end >= words.end;
  }

  void find_in_place() {
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      const std::uint32_t j = alignment_->to_rewrite[quotes_[i].begin];
      if (j != not_aligned && stands_at(quotes_[i], j)) {
        settle(i, j);
      }
    }
  }

  void find_elsewhere() {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> of_length;
    std::vector<std::uint32_t> lengths;
    std::vector<bool> is_in_rewrite(rewrite_.vocabulary.size(), false);
    for (const std::uint32_t id : rewrite_.words.id) {
      is_in_rewrite[id] = true;
    }
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      const bool may_be_there =
          !is_found_[i] && std::all_of(source_.words.id.begin() + quotes_[i].begin,
                                       source_.words.id.begin() + quotes_[i].end,
                                       [&](std::uint32_t id) { return is_in_rewrite[id]; });
      if (may_be_there) {
        std::vector<std::size_t>& same = of_length[quotes_[i].size()];
        if (same.empty()) {
          lengths.push_back(quotes_[i].size());
        }
        same.push_back(i);
      }
    }
    if (lengths.empty()) {
      return;
    }
    const std::vector<std::uint32_t> places = places_of_first_words();
    const RunIndex in_source(source_.words.id);
    const RunIndex in_rewrite(rewrite_.words.id);
    for (const std::uint32_t length : lengths) {
      find_of_length(length, of_length[length], places, in_source, in_rewrite);
    }
  }

  /// Where the rewrite has the first word of a quotation that is still looked for, ascending.
  std::vector<std::uint32_t> places_of_first_words() const {
    std::vector<bool> begins_one(rewrite_.vocabulary.size(), false);
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      if (!is_found_[i]) {
        begins_one[source_.words.id[quotes_[i].begin]] = true;
      }
    }
    std::vector<std::uint32_t> places;
    for (std::uint32_t j = 0; j < rewrite_.words.size(); ++j) {
      if (begins_one[rewrite_.words.id[j]]) {
        places.push_back(j);
      }
    }
    return places;
  }

  /// Equal quotations take their places in the rewrite one after the other.
  void find_of_length(std::uint32_t length, const std::vector<std::size_t>& quotes,
                      const std::vector<std::uint32_t>& places, const RunIndex& in_source,
                      const RunIndex& in_rewrite) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> wanted;
    for (auto i = quotes.rbegin(); i != quotes.rend(); ++i) {
      wanted[in_source.hash(quotes_[*i].begin, length)].push_back(*i);
    }
    for (const std::uint32_t j : places) {
      if (j + length > rewrite_.words.size()) {
        break;
      }
      const auto found = wanted.find(in_rewrite.hash(j, length));
      if (found != wanted.end() && !found->second.empty() &&
          stands_at(quotes_[found->second.back()], j)) {
        settle(found->second.back(), j);
        found->second.pop_back();
      }
    }
  }

  Fate fate_in_place(const WordRange& quote) const {
    std::uint32_t same = 0;
    std::uint32_t linked = 0;
    WordRange there;
    std::uint32_t last = 0;  // behind the last of the same words
    for (std::uint32_t i = quote.begin; i < quote.end; ++i) {
      const std::uint32_t j = alignment_->to_rewrite[i];
      if (j == not_aligned) {
        continue;
      }
      ++linked;
      there = there.is_empty() ? WordRange{j, j + 1}
                               : WordRange{std::min(there.begin, j), std::max(there.end, j + 1)};
      if (alignment_->likeness[i] == Likeness::identical && j >= last) {
        ++same;
        last = j + 1;
      }
    }
    // A sentence that was moved away leaves the rest; what lies between is not what stands there.
    if (there.size() > 2 * quote.size() + least_words || linked < replaced_share * quote.size()) {
      return {};
    }
    return {same >= near_share * quote.size() ? Fate::near_miss : Fate::replaced,
            shortened(rewrite_.of(there))};
  }

  /// Cut at a blank, with … behind it.
  static std::string shortened(std::string_view text) {
    if (text.size() <= shown_bytes) {
      return std::string(text);
    }
    std::size_t end = text.rfind(' ', shown_bytes);
    if (end == std::string_view::npos || end == 0) {
      end = std::min(text.find(' '), text.size());
    }
    return end == text.size() ? std::string(text) : std::string(text.substr(0, end)) + "…";
  }

  Reading source_, rewrite_;
  std::vector<WordRange> quotes_;
  const Alignment* alignment_;
  std::vector<WordRange> in_marks_;  // of the rewrite, ascending
  std::vector<bool> is_taken_;       // by word of the rewrite: a quotation begins there
  std::vector<Fate> fates_;
  std::vector<bool> is_found_;
};

}  // namespace

std::vector<TermRecord> find_quotes(PreparedPair& pair) { return QuoteFinder(pair).find(); }

}  // namespace unspin
