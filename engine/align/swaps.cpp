#include "engine/align/swaps.hpp"

#include <algorithm>
#include <unordered_map>

namespace unspin {
namespace {

/// A mapping is constant from this many times on, if it covers most of what became of the word.
constexpr std::uint32_t constant_from = 2;

bool share_beginning(std::string_view a, std::string_view b) {
  return a.size() >= 3 && b.size() >= 3 && a.substr(0, 3) == b.substr(0, 3);
}

class Finder {
 public:
  Finder(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
         const WordFacts& facts, const Alignment& alignment)
      : source_(source),
        rewrite_(rewrite),
        vocabulary_(vocabulary),
        facts_(facts),
        alignment_(alignment) {}

  SwapTable find(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      split(change);
    }
    for (std::uint32_t i = 0; i < source_.size(); ++i) {
      if (alignment_.likeness[i] == Likeness::same_stem) {
        add_inflection(i);
      }
    }
    finish_rows();
    return std::move(table_);
  }

 private:
  void split(const Change& change) {
    const std::uint32_t content_before = table_.content_swaps;
    Change rest = change;  // what lies before the next strong link
    const bool word_by_word =
        change.is_short_replacement() && change.source_words() == change.rewrite_words();
    for (std::uint32_t i = change.source_begin; i < change.source_end; ++i) {
      const bool strong = alignment_.likeness[i] == Likeness::recurring ||
                          alignment_.likeness[i] == Likeness::near_spelling;
      if (!strong) {
        continue;
      }
      const std::uint32_t j = alignment_.to_rewrite[i];
      rest.source_end = i;
      rest.rewrite_end = j;
      add_rest(rest, word_by_word);
      add({i, i + 1, j, j + 1}, alignment_.likeness[i] == Likeness::near_spelling
                                    ? SwapKind::near_spelling
                                    : SwapKind::other);
      rest = {i + 1, change.source_end, j + 1, change.rewrite_end};
    }
    add_rest(rest, word_by_word);
    if (change.is_short_replacement()) {
      ++table_.short_replacements;
      if (table_.content_swaps > content_before) {
        ++table_.content_replacements;
      }
    }
  }

  void add_rest(const Change& rest, bool word_by_word) {
    if (!rest.is_short_replacement()) {
      return;
    }
    if (!word_by_word || rest.source_words() != rest.rewrite_words()) {
      return add(rest, SwapKind::other);
    }
    for (std::uint32_t k = 0; k < rest.source_words(); ++k) {
      const std::uint32_t i = rest.source_begin + k;
      const std::uint32_t j = rest.rewrite_begin + k;
      add({i, i + 1, j, j + 1}, SwapKind::other);
    }
  }

  void add_inflection(std::uint32_t i) {
    const std::uint32_t j = alignment_.to_rewrite[i];
    const Change word{i, i + 1, j, j + 1};
    if (without_possessive(text_of(source_, i, i + 1)) ==
        without_possessive(text_of(rewrite_, j, j + 1))) {
      return;
    }
    add(word, SwapKind::inflection);
  }

  void add(const Change& swap, SwapKind kind) {
    std::string from = text_of(source_, swap.source_begin, swap.source_end);
    std::string to = text_of(rewrite_, swap.rewrite_begin, swap.rewrite_end);
    const bool one_word = swap.source_words() == 1 && swap.rewrite_words() == 1;
    if (one_word) {  // brand → model's is brand → model
      from.resize(without_possessive(from).size());
      to.resize(without_possessive(to).size());
    }
    if (from == to) {
      return;
    }
    const bool is_content =
        (kind == SwapKind::other) && has_content(source_, swap.source_begin, swap.source_end) &&
        has_content(rewrite_, swap.rewrite_begin, swap.rewrite_end) && !share_beginning(from, to);
    if (is_content) {
      ++table_.content_swaps;
    }

    std::string key = from;
    key += '\n';
    key += to;
    const auto [found, is_new] = row_of_.try_emplace(std::move(key), table_.rows.size());
    if (is_new) {
      table_.rows.push_back({std::move(from), std::move(to), 0, 0, kind, is_content});
      one_word_.push_back(one_word);
    }
    ++table_.rows[found->second].count;
  }

  void finish_rows() {
    // How often each word that was swapped stands in the source, and how often it was replaced.
    std::unordered_map<std::string_view, std::uint32_t> available;
    std::unordered_map<std::string_view, std::uint32_t> replaced;
    for (const std::uint32_t id : source_.id) {
      ++available[without_possessive(vocabulary_.text(id))];
    }
    for (const Substitution& row : table_.rows) {
      if (row.kind == SwapKind::other) {
        replaced[row.from] += row.count;
      }
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      Substitution& row = table_.rows[i];
      if (one_word_[i]) {
        const auto found = available.find(row.from);
        row.available = found == available.end() ? 0 : found->second;
      }
      if (row.kind == SwapKind::other && row.is_content && row.count >= constant_from &&
          row.count * 2 > replaced[row.from]) {
        row.kind = SwapKind::constant;
        table_.constant_swaps += row.count;
      }
    }
    std::stable_sort(
        table_.rows.begin(), table_.rows.end(), [](const Substitution& a, const Substitution& b) {
          const auto weight = [](const Substitution& row) {
            return row.kind == SwapKind::inflection                        ? 1
                   : row.is_content || row.kind == SwapKind::near_spelling ? row.count * 4
                                                                           : row.count + 1;
          };
          return weight(a) > weight(b);
        });
  }

  std::string text_of(const Words& words, std::uint32_t begin, std::uint32_t end) const {
    std::string text(vocabulary_.text(words.id[begin]));
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      text += ' ';
      text += vocabulary_.text(words.id[i]);
    }
    return text;
  }

  bool has_content(const Words& words, std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(words.id.begin() + begin, words.id.begin() + end,
                       [&](std::uint32_t id) { return facts_.is_content(id); });
  }

  const Words& source_;
  const Words& rewrite_;
  const Vocabulary& vocabulary_;
  const WordFacts& facts_;
  const Alignment& alignment_;
  SwapTable table_;
  std::vector<bool> one_word_;  // by row
  std::unordered_map<std::string, std::size_t> row_of_;
};

}  // namespace

std::string_view name_of(SwapKind kind) {
  switch (kind) {
    case SwapKind::constant:
      return "constant";
    case SwapKind::near_spelling:
      return "near_spelling";
    case SwapKind::inflection:
      return "inflection";
    case SwapKind::other:
      break;
  }
  return "other";
}

SwapTable find_swaps(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
                     const WordFacts& facts, const Alignment& alignment,
                     const std::vector<Change>& changes) {
  return Finder(source, rewrite, vocabulary, facts, alignment).find(changes);
}

}  // namespace unspin
