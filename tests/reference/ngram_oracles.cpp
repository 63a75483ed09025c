// BLEU, chrF, ROUGE, Jaccard and containment by counting n-grams into a map.
//
//   matches(n)  = sum over n-grams of min(count in hypothesis, count in reference)
//   BLEU        = BP * exp(mean over n of log p(n)),  BP = exp(1 - r/h) if h < r, else 1;
//                 p(n) = 100 * matches(n) / total(n), or 100 / (2^k * total(n)) for the k-th n
//                 without a match; orders that the hypothesis is too short for are left out
//   chrF        = 100 * (1 + b^2) * P * R / (b^2 * P + R), b = 2; P and R averaged over the orders
//   ROUGE-N, -L = precision and recall of the n-grams, or of the longest common subsequence
//   Jaccard     = |A and B| / |A or B|;   containment = |A and B| / |B|, B the rewrite
//
// K. Papineni et al., "BLEU", 2002; B. Chen and C. Cherry, "A systematic comparison of smoothing
// techniques for sentence-level BLEU", 2014 (method 3); M. Popovic, "chrF", 2015, and "chrF++",
// 2017; C.-Y. Lin, "ROUGE", 2004; P. Jaccard, 1901; A. Broder, "On the resemblance and containment
// of documents", 1997. Choices and order of operations: sacreBLEU 2.6.0, rouge-score.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

using Counts = std::map<Words, std::size_t>;

bool is_one_of(char c, const std::string& characters) {
  return characters.find(c) != std::string::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_blank(char c) { return is_one_of(c, " \t\n\v\f\r\x1c\x1d\x1e\x1f"); }
bool is_point_or_comma(char c) { return c == '.' || c == ','; }
bool is_punctuation(char c) { return is_one_of(c, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"); }

Words split_at_blanks(const std::string& text) {
  Words pieces;
  std::string piece;
  for (const char c : text + " ") {
    if (!is_blank(c)) {
      piece += c;
    } else if (!piece.empty()) {
      pieces.push_back(piece);
      piece.clear();
    }
  }
  return pieces;
}

Counts count_ngrams(const Words& tokens, std::size_t n) {
  Counts counts;
  for (std::size_t start = 0; start + n <= tokens.size(); ++start) {
    Words ngram;
    for (std::size_t i = 0; i < n; ++i) {
      ngram.push_back(tokens[start + i]);
    }
    ++counts[ngram];
  }
  return counts;
}

std::size_t total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [ngram, count] : counts) {
    sum += count;
  }
  return sum;
}

std::size_t matches(const Counts& a, const Counts& b) {
  std::size_t sum = 0;
  for (const auto& [ngram, count] : a) {
    if (b.contains(ngram)) {
      sum += std::min(count, b.at(ngram));
    }
  }
  return sum;
}

double divide(std::size_t a, std::size_t b) {
  return static_cast<double>(a) / static_cast<double>(b);
}

std::string replace_all(const std::string& text, const std::string& from, const std::string& to) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (text.compare(i, from.size(), from) == 0) {
      result += to;
      i += from.size();
    } else {
      result += text[i++];
    }
  }
  return result;
}

// Neighbours that pass both tests are rewritten as `before`, first, `between`, second, `after`, and
// the search goes on behind them: in "a.,b" the comma's left neighbour is already used up.
std::string space_out(const std::string& text, bool (*first)(char), bool (*second)(char),
                      const std::string& before, const std::string& between,
                      const std::string& after) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (i + 1 < text.size() && first(text[i]) && second(text[i + 1])) {
      result += before + text[i] + between + text[i + 1] + after;
      i += 2;
    } else {
      result += text[i++];
    }
  }
  return result;
}

bool is_not_digit(char c) { return !is_digit(c); }
bool is_hyphen(char c) { return c == '-'; }

// mteval-v13a: entities undone, then symbols stand alone, then points and commas unless inside a
// number, then hyphens after a digit.
Words tokens_13a(const std::string& sentence) {
  std::string text = sentence;
  while (!text.empty() && is_blank(text.back())) {
    text.pop_back();
  }
  text = replace_all(text, "<skipped>", "");
  text = replace_all(text, "-\n", "");
  text = replace_all(text, "\n", " ");
  text = replace_all(text, "&quot;", "\"");
  text = replace_all(text, "&amp;", "&");
  text = replace_all(text, "&lt;", "<");
  text = replace_all(text, "&gt;", ">");
  std::string symbols_alone;
  for (const char c : " " + text + " ") {
    if (is_one_of(c, " !\"#$%&()*+/:;<=>?@[\\]^_`{|}~")) {
      symbols_alone += std::string(" ") + c + " ";
    } else {
      symbols_alone += c;
    }
  }
  text = space_out(symbols_alone, is_not_digit, is_point_or_comma, "", " ", " ");
  text = space_out(text, is_point_or_comma, is_not_digit, " ", " ", "");
  text = space_out(text, is_digit, is_hyphen, "", " ", " ");
  return split_at_blanks(text);
}

// One token a character, blanks left out.
Words characters_of(const std::string& text) {
  Words characters;
  for (const char c : text) {
    if (!is_blank(c)) {
      characters.emplace_back(1, c);
    }
  }
  return characters;
}

// chrF++ takes one punctuation mark off a word: the last character or else the first.
Words chrf_words(const std::string& text) {
  Words result;
  for (const std::string& word : split_at_blanks(text)) {
    if (word.size() > 1 && is_punctuation(word.back())) {
      result.push_back(word.substr(0, word.size() - 1));
      result.push_back(word.substr(word.size() - 1));
    } else if (word.size() > 1 && is_punctuation(word.front())) {
      result.push_back(word.substr(0, 1));
      result.push_back(word.substr(1));
    } else {
      result.push_back(word);
    }
  }
  return result;
}

double harmonic_mean(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
}

std::set<Words> distinct_ngrams(const Words& tokens, std::size_t n) {
  std::set<Words> ngrams;
  for (const auto& [ngram, count] : count_ngrams(tokens, n)) {
    ngrams.insert(ngram);
  }
  return ngrams;
}

std::size_t common(const std::set<Words>& a, const std::set<Words>& b) {
  std::size_t sum = 0;
  for (const Words& ngram : a) {
    if (b.contains(ngram)) {
      ++sum;
    }
  }
  return sum;
}

}  // namespace

Words words(const std::string& text) {
  std::string spaced;
  for (const char c : text) {
    if (is_upper(c)) {
      spaced += static_cast<char>(c - 'A' + 'a');
    } else {
      spaced += is_lower(c) || is_digit(c) ? c : ' ';
    }
  }
  return split_at_blanks(spaced);
}

double bleu(const std::string& reference, const std::string& hypothesis) {
  const Words reference_tokens = tokens_13a(reference);
  const Words hypothesis_tokens = tokens_13a(hypothesis);

  bool any_match = false;
  double smoothing = 1.0;
  double sum_of_logs = 0.0;
  double effective_order = 0.0;
  for (std::size_t n = 1; n <= 4; ++n) {
    const Counts counts = count_ngrams(hypothesis_tokens, n);
    if (counts.empty()) {
      break;
    }
    const std::size_t matched = matches(counts, count_ngrams(reference_tokens, n));
    const double in_all = static_cast<double>(total(counts));
    double precision = 0.0;
    if (matched > 0) {
      any_match = true;
      precision = 100.0 * static_cast<double>(matched) / in_all;
    } else {
      smoothing *= 2.0;
      precision = 100.0 / (smoothing * in_all);
    }
    sum_of_logs += std::log(precision);
    effective_order += 1.0;
  }
  if (!any_match) {
    return 0.0;
  }

  double brevity_penalty = 1.0;
  if (hypothesis_tokens.size() < reference_tokens.size()) {
    brevity_penalty = std::exp(1.0 - divide(reference_tokens.size(), hypothesis_tokens.size()));
  }
  return brevity_penalty * std::exp(sum_of_logs / effective_order);
}

double chrf(const std::string& reference, const std::string& hypothesis, int word_order) {
  double precision = 0.0;
  double recall = 0.0;
  double effective_orders = 0.0;
  const auto add_order = [&](const Words& reference_tokens, const Words& hypothesis_tokens,
                             std::size_t n) {
    const Counts in_reference = count_ngrams(reference_tokens, n);
    const Counts in_hypothesis = count_ngrams(hypothesis_tokens, n);
    if (in_reference.empty() || in_hypothesis.empty()) {
      return;
    }
    const std::size_t matched = matches(in_hypothesis, in_reference);
    precision += divide(matched, total(in_hypothesis));
    recall += divide(matched, total(in_reference));
    effective_orders += 1.0;
  };
  for (std::size_t n = 1; n <= 6; ++n) {
    add_order(characters_of(reference), characters_of(hypothesis), n);
  }
  for (int n = 1; n <= word_order; ++n) {
    add_order(chrf_words(reference), chrf_words(hypothesis), static_cast<std::size_t>(n));
  }
  if (precision + recall == 0.0) {
    return 0.0;
  }

  precision /= effective_orders;
  recall /= effective_orders;
  const double beta_squared = 4.0;
  const double numerator = (1.0 + beta_squared) * precision * recall;
  return 100.0 * (numerator / (beta_squared * precision + recall));
}

Prf rouge_n(const std::string& reference, const std::string& hypothesis, std::size_t n) {
  const Counts in_reference = count_ngrams(words(reference), n);
  const Counts in_hypothesis = count_ngrams(words(hypothesis), n);
  const std::size_t matched = matches(in_reference, in_hypothesis);
  Prf result;
  result.precision = divide(matched, std::max<std::size_t>(total(in_hypothesis), 1));
  result.recall = divide(matched, std::max<std::size_t>(total(in_reference), 1));
  result.f1 = harmonic_mean(result.precision, result.recall);
  return result;
}

Prf rouge_l(const std::string& reference, const std::string& hypothesis) {
  const Words reference_words = words(reference);
  const Words hypothesis_words = words(hypothesis);
  if (reference_words.empty() || hypothesis_words.empty()) {
    return {};
  }
  const std::size_t lcs = word_lcs_length(reference_words, hypothesis_words);
  Prf result;
  result.precision = divide(lcs, hypothesis_words.size());
  result.recall = divide(lcs, reference_words.size());
  result.f1 = harmonic_mean(result.precision, result.recall);
  return result;
}

double jaccard(const Words& source, const Words& rewrite) {
  const std::set<Words> a = distinct_ngrams(source, 1);
  const std::set<Words> b = distinct_ngrams(rewrite, 1);
  if (a.empty() && b.empty()) {
    return 1.0;
  }
  return divide(common(a, b), a.size() + b.size() - common(a, b));
}

double containment(const Words& source, const Words& rewrite, std::size_t n) {
  const std::set<Words> in_source = distinct_ngrams(source, n);
  const std::set<Words> in_rewrite = distinct_ngrams(rewrite, n);
  if (in_rewrite.empty()) {
    return in_source.empty() && source == rewrite ? 1.0 : 0.0;
  }
  return divide(common(in_rewrite, in_source), in_rewrite.size());
}

}  // namespace unspin::reference
