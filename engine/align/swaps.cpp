#include "engine/align/swaps.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <span>

#include "engine/align/change_splitter.hpp"
#include "engine/lexicon/phrase_tree.hpp"
#include "engine/lexicon/stemmer.hpp"

namespace unspin {
namespace {

/// A mapping is constant from this many times on, if it covers most of what became of the word.
constexpr std::uint32_t constant_from = 2;
/// Unknown words that changed together are swaps up to this many a side; up to the second number if
/// content words stand for content words all along.
constexpr std::uint32_t most_unknown = 4;
constexpr std::uint32_t most_unknown_in_step = 6;
/// A term of which every word was swapped.
constexpr std::size_t longest_term = 3;
/// Words whose vectors have this cosine are near in meaning: nine of ten swaps of real spinners
/// reach it, and one of twenty pairs of random words.
constexpr double least_cosine = 0.4;

bool share_beginning(std::string_view a, std::string_view b) {
  return a.size() >= 3 && b.size() >= 3 && a.substr(0, 3) == b.substr(0, 3);
}

class Finder {
 public:
  explicit Finder(const AlignedPair& pair) : pair_(pair) {}

  SwapTable find(const std::vector<Change>& changes) {
    std::vector<Piece> pieces;
    for (const Change& stretch : stretches_) {
      splitter_.split(stretch, pieces);
      add_pieces(pieces);
    }
    count_replacements(changes);
    count_constant();
    add_terms();
    sort_rows();
    return std::move(table_);
  }

 private:
  /// The pieces of one stretch. Of unknown ones, only as many together as a spinner swaps.
  void add_pieces(const std::vector<Piece>& pieces) {
    for (std::size_t k = 0; k < pieces.size();) {
      if (pieces[k].is_known) {
        add(pieces[k++]);
        continue;
      }
      std::size_t end = k;
      std::uint32_t source_words = 0;
      std::uint32_t rewrite_words = 0;
      bool in_step = true;
      for (; end < pieces.size() && !pieces[end].is_known; ++end) {
        source_words += pieces[end].source_words();
        rewrite_words += pieces[end].rewrite_words();
        in_step = in_step && is_in_step(pieces[end]);
      }
      const std::uint32_t most = in_step ? most_unknown_in_step : most_unknown;
      for (; k < end; ++k) {
        if (!pieces[k].is_one_sided() && std::max(source_words, rewrite_words) <= most) {
          add(pieces[k]);
        }
      }
    }
  }

  void count_replacements(const std::vector<Change>& changes) {
    std::size_t next = 0;
    for (const Change& change : changes) {
      bool has_content_swap = false;
      for (; next < table_.swaps.size() && table_.swaps[next].source_begin < change.source_end;
           ++next) {
        const Swap& swap = table_.swaps[next];
        has_content_swap = has_content_swap || (swap.source_begin >= change.source_begin &&
                                                table_.rows[swap.row].is_content);
      }
      if (change.is_short_replacement()) {
        ++table_.short_replacements;
        table_.content_replacements += has_content_swap ? 1u : 0u;
      }
    }
  }

  /// Content words stand for content words, or there are none on either side.
  bool is_in_step(const Piece& piece) const {
    return !piece.is_one_sided() &&
           has_content(pair_.source, piece.source_begin, piece.source_end) ==
               has_content(pair_.rewrite, piece.rewrite_begin, piece.rewrite_end);
  }

  void add(const Piece& piece) {
    // The same words were mostly seen before; texts are only made for new ones.
    const std::uint32_t number = splitter_.number_of(piece);
    if (number >= row_of_piece_.size()) {
      row_of_piece_.resize(std::size_t{number} + 1, not_looked_up);
    }
    std::uint32_t& row_number = row_of_piece_[number];
    if (row_number == not_looked_up) {
      row_number = row_of(piece);
    }
    if (row_number == no_row) {
      return;
    }
    Substitution& row = table_.rows[row_number];
    ++row.count;
    if (row.is_content) {
      ++table_.content_swaps;
      table_.synonym_swaps += row.kind == SwapKind::synonym ? 1u : 0u;
    }
    table_.swaps.push_back(
        {piece.source_begin, piece.source_end, piece.rewrite_begin, piece.rewrite_end, row_number});
  }

  /// The number of the piece's row, a new one if need be.
  std::uint32_t row_of(const Piece& piece) {
    std::string from =
        phrase_of(pair_.source, pair_.vocabulary, piece.source_begin, piece.source_end);
    std::string to =
        phrase_of(pair_.rewrite, pair_.vocabulary, piece.rewrite_begin, piece.rewrite_end);
    const bool is_one_word = piece.source_words() == 1 && piece.rewrite_words() == 1;
    if (is_one_word) {  // brand → model's is brand → model
      from.resize(without_possessive(from).size());
      to.resize(without_possessive(to).size());
    }
    if (from == to) {
      return no_row;
    }
    texts_.assign(from).append(1, '\n').append(to);
    const std::uint32_t row = row_texts_.intern(texts_);
    if (row == table_.rows.size()) {
      table_.rows.push_back(row_for(piece, is_one_word, std::move(from), std::move(to)));
      is_one_word_.push_back(is_one_word);
    }
    return row;
  }

  Substitution row_for(const Piece& piece, bool is_one_word, std::string from, std::string to) {
    Substitution row;
    const Likeness likeness =
        is_one_word && pair_.alignment.to_rewrite[piece.source_begin] == piece.rewrite_begin
            ? pair_.alignment.likeness[piece.source_begin]
            : Likeness::none;
    if (splitter_.is_inflection(piece)) {
      row.kind = SwapKind::inflection;
    } else if (likeness == Likeness::near_spelling || splitter_.is_respelling(piece)) {
      row.kind = SwapKind::near_spelling;
    } else {
      row.is_content = has_content(pair_.source, piece.source_begin, piece.source_end) &&
                       has_content(pair_.rewrite, piece.rewrite_begin, piece.rewrite_end) &&
                       !share_beginning(from, to);
      ask_resources(piece, is_one_word, from, to, row);
    }
    row.from = std::move(from);
    row.to = std::move(to);
    return row;
  }

  void ask_resources(const Piece& piece, bool is_one_word, const std::string& from,
                     const std::string& to, Substitution& row) {
    if (pair_.lexicon == nullptr) {
      return;
    }
    std::optional<PhraseTestimony> said;
    if (is_one_word) {
      const Synonym* synonym = pair_.synonyms.find(pair_.source.id[piece.source_begin],
                                                   pair_.rewrite.id[piece.rewrite_begin]);
      if (synonym != nullptr && !synonym->is_same_entry) {
        said = {synonym->testimony, synonym->from, synonym->to};
      }
    } else if (piece.is_listed) {
      said = testimony_on(pair_.lexicon, from, to);
    }
    if (said) {
      row.resource = said->testimony.resource;
      row.sense = pair_.lexicon->describe(said->testimony, said->from, said->to);
    } else if (const auto cosine = pair_.lexicon->cosine(from, to);
               cosine && *cosine >= least_cosine) {
      row.resource = Resource::vectors;
      row.sense = fmt::format("vectors {:.2f}", *cosine);
    }
    if (row.resource) {
      row.kind = SwapKind::synonym;
    }
  }

  /// How often each word that was swapped stands in the source, and how often it was replaced.
  void count_constant() {
    Vocabulary froms;
    std::vector<std::uint32_t> from_of_row;
    from_of_row.reserve(table_.rows.size());
    for (const Substitution& row : table_.rows) {
      from_of_row.push_back(froms.intern(row.from));
    }
    std::vector<std::uint32_t> available(froms.size(), 0);
    std::vector<std::uint32_t> replaced(froms.size(), 0);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      replaced[from_of_row[i]] += table_.rows[i].is_content ? table_.rows[i].count : 0;
    }
    std::vector<std::uint32_t> count_of(pair_.vocabulary.size(), 0);
    for (const std::uint32_t id : pair_.source.id) {
      ++count_of[id];
    }
    for (std::uint32_t id = 0; id < count_of.size(); ++id) {
      if (count_of[id] == 0) {
        continue;
      }
      const std::uint32_t from = froms.intern(without_possessive(pair_.vocabulary.text(id)));
      if (from < available.size()) {  // else it was not swapped
        available[from] += count_of[id];
      }
    }
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      Substitution& row = table_.rows[i];
      row.available = is_one_word_[i] ? available[from_of_row[i]] : 0;
      row.is_constant =
          row.is_content && row.count >= constant_from && row.count * 2 > replaced[from_of_row[i]];
      if (!row.is_constant) {
        continue;
      }
      table_.constant_swaps += row.count;
      if (row.kind == SwapKind::synonym) {
        table_.constant_synonyms += row.count;
      } else {
        row.kind = SwapKind::constant;
      }
    }
  }

  /// Neighbouring words that were swapped one by one, and together more than once, are a term.
  void add_terms() {
    struct Run {
      std::size_t first = 0, length = 0;  // swaps
      std::uint32_t count = 0;
    };
    PhraseTree runs_of_rows(table_.swaps.size());
    std::vector<Run> runs(1);
    for (std::size_t k = 0; k < table_.swaps.size(); ++k) {
      std::uint32_t run = PhraseTree::empty_phrase;
      for (std::size_t length = 1; length <= longest_term && k + length <= table_.swaps.size();
           ++length) {
        const Swap& swap = table_.swaps[k + length - 1];
        const bool goes_on = length == 1 || follows(table_.swaps[k + length - 2], swap);
        if (!table_.rows[swap.row].is_content || !is_one_word_[swap.row] || !goes_on) {
          break;
        }
        run = runs_of_rows.extend(run, swap.row);
        if (run == runs.size()) {
          runs.push_back({k, length});
        }
        ++runs[run].count;
      }
    }
    for (const Run& run : runs) {
      if (run.length > 1 && run.count >= constant_from) {
        add_term(std::span(table_.swaps).subspan(run.first, run.length), run.count);
      }
    }
  }

  void add_term(std::span<const Swap> swaps, std::uint32_t count) {
    Substitution term{.from = {},
                      .to = {},
                      .count = count,
                      .kind = SwapKind::constant,
                      .is_content = true,
                      .is_constant = true,
                      .is_made_of_rows = true};
    for (const Swap& swap : swaps) {
      const std::string_view blank = term.from.empty() ? "" : " ";
      term.from.append(blank).append(table_.rows[swap.row].from);
      term.to.append(blank).append(table_.rows[swap.row].to);
    }
    if (const auto said = testimony_on(pair_.lexicon, term.from, term.to)) {
      term.kind = SwapKind::synonym;
      term.resource = said->testimony.resource;
      term.sense = pair_.lexicon->describe(said->testimony, said->from, said->to);
    }
    table_.rows.push_back(std::move(term));
  }

  bool follows(const Swap& first, const Swap& second) const {
    return first.source_end == second.source_begin && first.rewrite_end == second.rewrite_begin;
  }

  /// What recurs convinces most, then names that were damaged and synonyms, then the rest. Other
  /// forms and function words convince nobody, however many there are.
  static std::uint32_t weight(const Substitution& row) {
    constexpr std::uint32_t most_of_no_weight = 3;
    if (row.kind == SwapKind::inflection) {
      return 0;
    }
    if (!row.is_content && row.kind != SwapKind::near_spelling) {
      return std::min(row.count, most_of_no_weight);
    }
    return row.count * (row.is_constant                       ? 8u
                        : row.kind == SwapKind::near_spelling ? 7u
                        : row.kind == SwapKind::synonym       ? 6u
                                                              : 4u);
  }

  void sort_rows() {
    struct Place {
      std::uint32_t weight, row;
    };
    std::vector<Place> order;
    order.reserve(table_.rows.size());
    for (const Substitution& row : table_.rows) {
      order.push_back({weight(row), static_cast<std::uint32_t>(order.size())});
    }
    std::ranges::sort(order, [](const Place& a, const Place& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.row < b.row;
    });
    std::vector<Substitution> rows;
    rows.reserve(order.size());
    std::vector<std::uint32_t> place(order.size());
    for (const Place& at : order) {
      place[at.row] = static_cast<std::uint32_t>(rows.size());
      rows.push_back(std::move(table_.rows[at.row]));
    }
    table_.rows = std::move(rows);
    for (Swap& swap : table_.swaps) {
      swap.row = place[swap.row];
    }
    std::stable_sort(table_.swaps.begin(), table_.swaps.end(),
                     [](const Swap& a, const Swap& b) { return a.source_begin < b.source_begin; });
  }

  bool has_content(const Words& words, std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(words.id.begin() + begin, words.id.begin() + end,
                       [&](std::uint32_t id) { return pair_.facts.is_content(id); });
  }

  AlignedPair pair_;
  const std::vector<Change> stretches_ = stretches_of(pair_.alignment);
  ChangeSplitter splitter_{pair_, stretches_};
  SwapTable table_;
  std::vector<bool> is_one_word_;  // by row
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t not_looked_up = no_row - 1;
  std::vector<std::uint32_t> row_of_piece_;  // by the splitter's number
  Vocabulary row_texts_;                     // of the rows, numbered as they are
  std::string texts_;
};

}  // namespace

std::string_view name_of(SwapKind kind) {
  constexpr std::string_view names[] = {"synonym", "constant", "near_spelling", "other",
                                        "inflection"};
  return names[static_cast<std::size_t>(kind)];
}

SwapTable find_swaps(const AlignedPair& pair, const std::vector<Change>& changes) {
  return Finder(pair).find(changes);
}

}  // namespace unspin
