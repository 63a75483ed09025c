// Levenshtein distance and longest common subsequence, one full table each.
//
//   distance(i, j) = the smallest of  distance(i-1, j) + 1,  distance(i, j-1) + 1,
//                                     distance(i-1, j-1) + [a_i differs from b_j]
//   lcs(i, j)      = lcs(i-1, j-1) + 1 if a_i equals b_j,
//                    else the larger of lcs(i-1, j), lcs(i, j-1)
//
// V. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966.
// R. Wagner and M. Fischer, "The string-to-string correction problem", 1974.
#include <algorithm>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

using Table = std::vector<std::vector<std::size_t>>;

template <typename Sequence>
std::size_t edit_distance(const Sequence& a, const Sequence& b) {
  Table distance(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0) {
        distance[i][j] = j;
      } else if (j == 0) {
        distance[i][j] = i;
      } else {
        const std::size_t substitution = a[i - 1] == b[j - 1] ? 0 : 1;
        distance[i][j] = std::min({distance[i - 1][j] + 1, distance[i][j - 1] + 1,
                                   distance[i - 1][j - 1] + substitution});
      }
    }
  }
  return distance[a.size()][b.size()];
}

template <typename Sequence>
double edit_similarity(const Sequence& a, const Sequence& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) {
    return 1.0;
  }
  return 1.0 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longer);
}

}  // namespace

std::size_t levenshtein_distance(const std::string& source, const std::string& rewrite) {
  return edit_distance(source, rewrite);
}

std::size_t word_levenshtein_distance(const Words& source, const Words& rewrite) {
  return edit_distance(source, rewrite);
}

double levenshtein_similarity(const std::string& source, const std::string& rewrite) {
  return edit_similarity(source, rewrite);
}

double word_levenshtein_similarity(const Words& source, const Words& rewrite) {
  return edit_similarity(source, rewrite);
}

std::size_t word_lcs_length(const Words& source, const Words& rewrite) {
  Table lcs(source.size() + 1, std::vector<std::size_t>(rewrite.size() + 1, 0));
  for (std::size_t i = 1; i <= source.size(); ++i) {
    for (std::size_t j = 1; j <= rewrite.size(); ++j) {
      lcs[i][j] = source[i - 1] == rewrite[j - 1] ? lcs[i - 1][j - 1] + 1
                                                  : std::max(lcs[i - 1][j], lcs[i][j - 1]);
    }
  }
  return lcs[source.size()][rewrite.size()];
}

double word_lcs_similarity(const Words& source, const Words& rewrite) {
  const std::size_t lengths = source.size() + rewrite.size();
  if (lengths == 0) {
    return 1.0;
  }
  return 2.0 * static_cast<double>(word_lcs_length(source, rewrite)) / static_cast<double>(lengths);
}

}  // namespace unspin::reference
