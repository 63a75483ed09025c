// Edit distances and longest common subsequence, one full table each.
//
//   distance(i, j) = the smallest of  distance(i-1, j) + 1,  distance(i, j-1) + 1,
//                                     distance(i-1, j-1) + [a_i differs from b_j]
//     with swaps also  distance(i-2, j-2) + 1                        if a_i-1 a_i = b_j b_j-1,
//     and if what is swapped may be edited again
//                      distance(k-1, l-1) + (i-k-1) + 1 + (j-l-1)    with k the last row before i
//                                                  where a_k = b_j, l the last column where b_l =
//                                                  a_i
//   lcs(i, j)      = lcs(i-1, j-1) + 1 if a_i equals b_j,
//                    else the larger of lcs(i-1, j), lcs(i, j-1)
//
// V. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966.
// R. Wagner and M. Fischer, "The string-to-string correction problem", 1974.
// R. Lowrance and R. Wagner, "An extension of the string-to-string correction problem", 1975.
#include <algorithm>
#include <set>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

using Table = std::vector<std::vector<std::size_t>>;

enum class Swaps { none, unedited, edited };

/// The place behind the last `wanted` among the first `count` characters, 0 if there is none.
template <typename Sequence>
std::size_t last_of(const Sequence& text, std::size_t count,
                    const typename Sequence::value_type& wanted) {
  while (count > 0 && text[count - 1] != wanted) {
    --count;
  }
  return count;
}

template <typename Sequence>
std::size_t edit_distance(const Sequence& a, const Sequence& b, Swaps swaps = Swaps::none) {
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
        const std::size_t k = last_of(a, i - 1, b[j - 1]);
        const std::size_t l = last_of(b, j - 1, a[i - 1]);
        const bool is_plain = k + 1 == i && l + 1 == j;
        if (k > 0 && l > 0 && (swaps == Swaps::edited || (swaps == Swaps::unedited && is_plain))) {
          distance[i][j] =
              std::min(distance[i][j], distance[k - 1][l - 1] + (i - k - 1) + 1 + (j - l - 1));
        }
      }
    }
  }
  return distance[a.size()][b.size()];
}

template <typename Sequence>
std::size_t common_subsequence(const Sequence& a, const Sequence& b) {
  Table lcs(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      lcs[i][j] =
          a[i - 1] == b[j - 1] ? lcs[i - 1][j - 1] + 1 : std::max(lcs[i - 1][j], lcs[i][j - 1]);
    }
  }
  return lcs[a.size()][b.size()];
}

template <typename Sequence>
double edit_similarity(const Sequence& a, const Sequence& b, Swaps swaps = Swaps::none) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) {
    return 1.0;
  }
  return 1.0 - static_cast<double>(edit_distance(a, b, swaps)) / static_cast<double>(longer);
}

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

Words sorted_pieces(const std::string& text) {
  Words pieces = pieces_of(text);
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

std::string join(const Words& pieces) {
  std::string text;
  for (const std::string& piece : pieces) {
    text += (text.empty() ? "" : " ") + piece;
  }
  return text;
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

double osa_similarity(const std::string& source, const std::string& rewrite) {
  return edit_similarity(source, rewrite, Swaps::unedited);
}

double damerau_similarity(const std::string& source, const std::string& rewrite) {
  return edit_similarity(source, rewrite, Swaps::edited);
}

double word_levenshtein_similarity(const Words& source, const Words& rewrite) {
  return edit_similarity(source, rewrite);
}

std::size_t word_lcs_length(const Words& source, const Words& rewrite) {
  return common_subsequence(source, rewrite);
}

std::size_t lcs_length(const std::string& source, const std::string& rewrite) {
  return common_subsequence(source, rewrite);
}

double word_lcs_similarity(const Words& source, const Words& rewrite) {
  const std::size_t lengths = source.size() + rewrite.size();
  if (lengths == 0) {
    return 1.0;
  }
  return 2.0 * static_cast<double>(word_lcs_length(source, rewrite)) / static_cast<double>(lengths);
}

double lcs_similarity(const std::string& source, const std::string& rewrite) {
  const std::size_t longer = std::max(source.size(), rewrite.size());
  if (longer == 0) {
    return 1.0;
  }
  return 1.0 -
         static_cast<double>(longer - lcs_length(source, rewrite)) / static_cast<double>(longer);
}

double indel_similarity(const std::string& source, const std::string& rewrite) {
  const std::size_t lengths = source.size() + rewrite.size();
  if (lengths == 0) {
    return 1.0;
  }
  const std::size_t edits = lengths - 2 * lcs_length(source, rewrite);
  return 1.0 - static_cast<double>(edits) / static_cast<double>(lengths);
}

double ratio(const std::string& source, const std::string& rewrite) {
  return indel_similarity(source, rewrite) * 100.0;
}

double token_sort_ratio(const std::string& source, const std::string& rewrite) {
  return ratio(join(sorted_pieces(source)), join(sorted_pieces(rewrite)));
}

double token_set_ratio(const std::string& source, const std::string& rewrite) {
  const Words in_source = pieces_of(source);
  const Words in_rewrite = pieces_of(rewrite);
  if (in_source.empty() || in_rewrite.empty()) {
    return 0.0;
  }
  const std::set<std::string> a(in_source.begin(), in_source.end());
  const std::set<std::string> b(in_rewrite.begin(), in_rewrite.end());
  Words common, rest_of_a, rest_of_b;
  for (const std::string& word : a) {
    (b.contains(word) ? common : rest_of_a).push_back(word);
  }
  for (const std::string& word : b) {
    if (!a.contains(word)) {
      rest_of_b.push_back(word);
    }
  }
  const auto with_common = [&common](const Words& rest) {
    const bool needs_space = !common.empty() && !rest.empty();
    return join(common) + (needs_space ? " " : "") + join(rest);
  };
  const auto per_cent = [](const std::string& one, const std::string& other) {
    const std::size_t lengths = one.size() + other.size();
    const std::size_t edits = lengths - 2 * lcs_length(one, other);
    return 100.0 - 100.0 * static_cast<double>(edits) / static_cast<double>(lengths);
  };
  const double of_all = per_cent(with_common(rest_of_a), with_common(rest_of_b));
  if (common.empty()) {
    return of_all;
  }
  return std::max({of_all, per_cent(join(common), with_common(rest_of_a)),
                   per_cent(join(common), with_common(rest_of_b))});
}

double wer(const std::string& reference, const std::string& hypothesis) {
  const Words words_of_reference = pieces_of(reference);
  const std::size_t edits = edit_distance(words_of_reference, pieces_of(hypothesis));
  return static_cast<double>(edits) /
         static_cast<double>(std::max<std::size_t>(words_of_reference.size(), 1));
}

}  // namespace unspin::reference
