// Translation edit rate, 100 * edits / reference words, where an edit inserts, deletes or replaces
// a word or moves a block of words of the hypothesis to where the reference has the same words.
//
// Finding the fewest moves is NP-hard, so the paper searches greedily: make the move that lowers
// the word edit distance most, until none does; then the edits are the moves and the distance that
// is left. Which moves are looked at, and in which order ties fall, decides the score. Here both
// are sacreBLEU 2.6.0's, but each distance is computed anew from a whole table.
//
// M. Snover et al., "A study of translation edit rate with targeted human annotation", 2006.
#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <stdexcept>
#include <tuple>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

constexpr std::size_t longest_block = 10;
constexpr std::size_t farthest_move = 50;
constexpr std::size_t most_candidates = 1000;
constexpr std::size_t half_beam = 25;
constexpr std::size_t unreached = 1'000'000'000;

Words pieces_of(const std::string& text) {
  const std::string blanks = " \t\n\v\f\r\x1c\x1d\x1e\x1f";
  Words pieces;
  std::string piece;
  for (const char c : text + " ") {
    if (blanks.find(c) == std::string::npos) {
      piece += c;
    } else if (!piece.empty()) {
      pieces.push_back(piece);
      piece.clear();
    }
  }
  return pieces;
}

std::string lower_cased(const std::string& text) {
  std::string lower;
  for (const char c : text) {
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return lower;
}

// Tercom's normalisation as regular expressions, one after the other.
std::string normalized(const std::string& text) {
  static const std::vector<std::pair<std::regex, std::string>> rules = [] {
    std::vector<std::pair<std::regex, std::string>> all;
    for (const auto& [what, with] :
         std::vector<std::pair<std::string, std::string>>{{"\n-", ""},
                                                          {"\n", " "},
                                                          {"&quot;", "\""},
                                                          {"&amp;", "&"},
                                                          {"&lt;", "<"},
                                                          {"&gt;", ">"},
                                                          {R"(([{-~\[-` -&(-+:-@/]))", " $1 "},
                                                          {"'s ", " 's "},
                                                          {R"(([^0-9])([.,]))", "$1 $2 "},
                                                          {R"(([.,])([^0-9]))", " $1 $2"},
                                                          {R"(([0-9])(-))", "$1 $2 "}}) {
      all.emplace_back(std::regex(what), with);
    }
    return all;
  }();
  std::string result = " " + text + " ";
  for (const auto& [what, with] : rules) {
    result = std::regex_replace(result, what, with);
  }
  return result;
}

Words tokens_of(const std::string& text, const TerOptions& options) {
  std::string sentence = options.case_sensitive ? text : lower_cased(text);
  const Words ends = pieces_of(sentence);
  if (ends.empty()) {
    return {};
  }
  sentence.resize(sentence.rfind(ends.back()) + ends.back().size());
  if (options.normalized) {
    sentence = normalized(sentence);
  }
  if (options.no_punct) {
    std::erase_if(sentence, [](char c) { return std::string(".,?:;!\"()").find(c) < 9; });
  }
  return pieces_of(sentence);
}

enum class Step { none, match, substitution, hypothesis_only, reference_only };

struct Cell {
  std::size_t cost = unreached;
  Step step = Step::none;
};

struct Alignment {
  std::size_t distance = 0;
  std::vector<bool> reference_wrong;
  std::vector<bool> hypothesis_wrong;
  // consumed[j]: how many hypothesis words the first j reference words are aligned with or
  // follow.
  std::vector<std::size_t> consumed;
};

// Word edit distance in a band around the diagonal, and one way to get there. Ties prefer a match
// or substitution, then a word of the hypothesis alone, then one of the reference alone.
Alignment align(const Words& reference, const Words& hypothesis) {
  const std::size_t rows = hypothesis.size();
  const std::size_t columns = reference.size();
  std::vector<std::vector<Cell>> table(rows + 1, std::vector<Cell>(columns + 1));
  for (std::size_t j = 0; j <= columns; ++j) {
    table[0][j] = {j, Step::reference_only};
  }

  const double slope = rows == 0 ? 1.0 : static_cast<double>(columns) / static_cast<double>(rows);
  std::size_t beam = half_beam;
  if (static_cast<double>(half_beam) < slope / 2) {
    beam = static_cast<std::size_t>(std::ceil(slope / 2 + static_cast<double>(half_beam)));
  }

  for (std::size_t i = 1; i <= rows; ++i) {
    const auto diagonal = static_cast<std::size_t>(std::floor(static_cast<double>(i) * slope));
    const std::size_t first = diagonal > beam ? diagonal - beam : 0;
    const std::size_t end = i == rows ? columns + 1 : std::min(columns + 1, diagonal + beam);
    for (std::size_t j = first; j < end; ++j) {
      Cell& cell = table[i][j];
      const auto offer = [&cell](std::size_t cost, Step step) {
        if (cost < cell.cost) {
          cell = {cost, step};
        }
      };
      if (j > 0) {
        const bool equal = hypothesis[i - 1] == reference[j - 1];
        offer(table[i - 1][j - 1].cost + (equal ? 0 : 1), equal ? Step::match : Step::substitution);
      }
      offer(table[i - 1][j].cost + 1, Step::hypothesis_only);
      if (j > 0) {
        offer(table[i][j - 1].cost + 1, Step::reference_only);
      }
    }
  }

  Alignment result;
  result.distance = table[rows][columns].cost;
  result.reference_wrong.assign(columns, false);
  result.hypothesis_wrong.assign(rows, false);
  result.consumed.assign(columns + 1, 0);
  std::size_t i = rows;
  std::size_t j = columns;
  while (i > 0 || j > 0) {
    const Step step = table[i][j].step;
    if (step == Step::none) {
      throw std::logic_error("the band cuts off the way back");
    }
    if (step != Step::hypothesis_only) {
      result.consumed[j] = i;
      result.reference_wrong[j - 1] = step != Step::match;
    }
    if (step != Step::reference_only) {
      result.hypothesis_wrong[i - 1] = step != Step::match;
    }
    if (step != Step::reference_only) {
      --i;
    }
    if (step != Step::hypothesis_only) {
      --j;
    }
  }
  return result;
}

bool any_wrong(const std::vector<bool>& wrong, std::size_t start, std::size_t length) {
  for (std::size_t i = start; i < start + length; ++i) {
    if (wrong[i]) {
      return true;
    }
  }
  return false;
}

// Takes the block out and puts it back. The target counts words as they stood before; a target
// in or right behind the block counts from the block's start on in what is left.
Words move_block(const Words& words, std::size_t start, std::size_t length, std::size_t target) {
  Words block;
  Words moved;
  for (std::size_t i = 0; i < words.size(); ++i) {
    (i >= start && i < start + length ? block : moved).push_back(words[i]);
  }
  const std::size_t behind_block = target > start + length ? length : 0;
  const std::size_t place = std::min(target - behind_block, moved.size());
  moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(place), block.begin(), block.end());
  return moved;
}

struct Move {
  std::ptrdiff_t gain = 0;
  std::size_t length = 0;
  std::size_t start = 0;
  std::size_t target = 0;
  Words result;
};

// The larger gain, then the longer block, then the earlier block, then the earlier target.
bool better(const Move& a, const Move& b) {
  return std::tuple(-a.gain, b.length, a.start, a.target) <
         std::tuple(-b.gain, a.length, b.start, b.target);
}

// Tries moving hypothesis[start ...] next to the equal words reference[match ...], in front of,
// within and behind what these are aligned with.
void try_moves(const Words& reference, const Words& hypothesis, const Alignment& now,
               std::size_t start, std::size_t match, std::size_t length, std::optional<Move>& best,
               std::size_t& candidates) {
  if (!any_wrong(now.hypothesis_wrong, start, length)) {
    return;
  }
  if (!any_wrong(now.reference_wrong, match, length)) {
    return;
  }
  const std::size_t aligned = now.consumed[match + 1];
  if (aligned > start && aligned <= start + length) {
    return;
  }

  std::optional<std::size_t> previous;
  for (std::size_t j = match; j <= match + length; ++j) {
    const std::size_t target = now.consumed[j];
    if (target == previous) {
      continue;
    }
    previous = target;
    ++candidates;
    Move move;
    move.result = move_block(hypothesis, start, length, target);
    move.gain = static_cast<std::ptrdiff_t>(now.distance) -
                static_cast<std::ptrdiff_t>(align(reference, move.result).distance);
    move.length = length;
    move.start = start;
    move.target = target;
    if (!best || better(move, *best)) {
      best = move;
    }
  }
}

// The best move, if there is any, once all are tried or there have been too many candidates.
std::optional<Move> best_move(const Words& reference, const Words& hypothesis,
                              std::size_t& candidates) {
  const Alignment now = align(reference, hypothesis);
  std::optional<Move> best;
  for (std::size_t start = 0; start < hypothesis.size(); ++start) {
    for (std::size_t match = 0; match < reference.size(); ++match) {
      if (std::max(start, match) - std::min(start, match) > farthest_move) {
        continue;
      }
      for (std::size_t length = 1; length <= longest_block; ++length) {
        const std::size_t last = length - 1;
        if (start + last >= hypothesis.size() || match + last >= reference.size()) {
          break;
        }
        if (hypothesis[start + last] != reference[match + last]) {
          break;
        }
        try_moves(reference, hypothesis, now, start, match, length, best, candidates);
        if (candidates >= most_candidates) {
          return best;
        }
      }
    }
  }
  return best;
}

std::size_t count_edits(const Words& reference, Words hypothesis) {
  if (reference.empty()) {
    return hypothesis.size();
  }
  std::size_t moves = 0;
  std::size_t candidates = 0;  // in all rounds together
  while (true) {
    const std::optional<Move> best = best_move(reference, hypothesis, candidates);
    // A search cut short is given up: even the best move found so far is not made.
    if (candidates >= most_candidates || !best || best->gain <= 0) {
      break;
    }
    hypothesis = best->result;
    ++moves;
  }
  return moves + align(reference, hypothesis).distance;
}

}  // namespace

double ter(const std::string& reference, const std::string& hypothesis, const TerOptions& options) {
  std::string once;  // references are cut twice
  for (const std::string& token : tokens_of(reference, options)) {
    once += (once.empty() ? "" : " ") + token;
  }
  const Words reference_words = tokens_of(once, options);
  const std::size_t edits = count_edits(reference_words, tokens_of(hypothesis, options));
  if (reference_words.empty()) {
    return edits > 0 ? 100.0 : 0.0;
  }
  return 100.0 * (static_cast<double>(edits) / static_cast<double>(reference_words.size()));
}

}  // namespace unspin::reference
