// BLEU, chrF, ROUGE, Jaccard and containment by counting n-grams into a map.
//
//   matches(n)  = sum over n-grams of min(count in hypothesis, count in reference)
//   BLEU        = BP * exp(mean over n of log p(n)),  BP = exp(1 - r/h) if h < r, else 1;
//                 p(n) = 100 * matches(n) / total(n); smoothing puts in for the k-th n without a
//                 match 100 / (2^k * total(n)) (exp) or 100 * value / total(n) (floor), or adds a
//                 value to matches and total of all orders but the first (add-k); with effective
//                 order, orders that the hypothesis is too short for are left out
//   chrF        = 100 * (1 + b^2) * P * R / (b^2 * P + R); P and R averaged over the orders, or,
//                 with eps smoothing, the F of each order averaged, 1e-16 standing for 0/0
//   ROUGE-N, -L = precision and recall of the n-grams, or of the longest common subsequence
//   ROUGE-Lsum  = the same of the union of the subsequences of each reference line with all lines
//   Jaccard     = |A and B| / |A or B|;   containment = |A and B| / |B|, B the rewrite
//   resemblance = |A and B| / |A or B| of the k-grams
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

std::string lower_cased(const std::string& text) {
  std::string lower;
  for (const char c : text) {
    lower += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return lower;
}

std::string without_blank_end(std::string text) {
  while (!text.empty() && is_blank(text.back())) {
    text.pop_back();
  }
  return text;
}

// Symbols stand alone, then points and commas unless inside a number, then hyphens after a digit.
Words western_tokens(const std::string& text) {
  std::string spaced;
  for (const char c : text) {
    if (is_one_of(c, " !\"#$%&()*+/:;<=>?@[\\]^_`{|}~")) {
      spaced += std::string(" ") + c + " ";
    } else {
      spaced += c;
    }
  }
  spaced = space_out(spaced, is_not_digit, is_point_or_comma, "", " ", " ");
  spaced = space_out(spaced, is_point_or_comma, is_not_digit, " ", " ", "");
  spaced = space_out(spaced, is_digit, is_hyphen, "", " ", " ");
  return split_at_blanks(spaced);
}

// mteval-v13a: entities undone first.
Words tokens_13a(const std::string& sentence) {
  std::string text = sentence;
  text = replace_all(text, "<skipped>", "");
  text = replace_all(text, "-\n", "");
  text = replace_all(text, "\n", " ");
  text = replace_all(text, "&quot;", "\"");
  text = replace_all(text, "&amp;", "&");
  text = replace_all(text, "&lt;", "<");
  text = replace_all(text, "&gt;", ">");
  return western_tokens(" " + text + " ");
}

// Unicode's general categories P and S, within ASCII.
bool is_p(char c) { return is_one_of(c, "!\"#%&'()*,-./:;?@[\\]_{}"); }
bool is_s(char c) { return is_one_of(c, "$+<=>^`|~"); }

// mteval-v14, international: punctuation unless between digits, and symbols.
Words tokens_intl(const std::string& sentence) {
  std::string text = space_out(sentence, is_not_digit, is_p, "", " ", " ");
  text = space_out(text, is_p, is_not_digit, " ", " ", "");
  std::string spaced;
  for (const char c : text) {
    spaced += is_s(c) ? std::string(" ") + c + " " : std::string(1, c);
  }
  return split_at_blanks(spaced);
}

Words characters_of(const std::string& text, bool with_blanks = false) {
  Words characters;
  for (const char c : text) {
    if (with_blanks || !is_blank(c)) {
      characters.emplace_back(1, c);
    }
  }
  return characters;
}

Words bleu_tokens(const std::string& text, const BleuOptions& options) {
  const std::string sentence = without_blank_end(options.lowercase ? lower_cased(text) : text);
  if (options.tokenize == "13a") {
    return tokens_13a(sentence);
  }
  if (options.tokenize == "intl") {
    return tokens_intl(sentence);
  }
  if (options.tokenize == "zh") {  // there are no Chinese characters
    std::size_t start = 0;
    while (start < sentence.size() && is_blank(sentence[start])) {
      ++start;
    }
    return western_tokens(sentence.substr(start));
  }
  return options.tokenize == "char" ? characters_of(sentence) : split_at_blanks(sentence);
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

Prf prf_of(std::size_t common, std::size_t of_hypothesis, std::size_t of_reference) {
  Prf result;
  result.precision = divide(common, std::max<std::size_t>(of_hypothesis, 1));
  result.recall = divide(common, std::max<std::size_t>(of_reference, 1));
  const double sum = result.precision + result.recall;
  result.f1 = sum > 0 ? 2 * result.precision * result.recall / sum : 0.0;
  return result;
}

// The words of random_texts.hpp that are not their own stems by Porter's rules.
std::string stem_of(const std::string& word) {
  static const std::map<std::string, std::string> stems = {
      {"cats", "cat"}, {"government", "govern"}, {"skipped", "skip"}};
  return stems.contains(word) ? stems.at(word) : word;
}

Words rouge_words(const std::string& text, bool stemmed) {
  Words result = words(text);
  for (std::string& word : result) {
    word = stemmed ? stem_of(word) : word;
  }
  return result;
}

Words lines_of(const std::string& text) {
  Words lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

// The places of one longest common subsequence in the first text: read off the whole table from
// its end, a step along the second text only where that is longer than one along the first.
std::set<std::size_t> lcs_places(const Words& a, const Words& b) {
  std::vector<std::vector<std::size_t>> lcs(a.size() + 1,
                                            std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      lcs[i][j] =
          a[i - 1] == b[j - 1] ? lcs[i - 1][j - 1] + 1 : std::max(lcs[i - 1][j], lcs[i][j - 1]);
    }
  }
  std::set<std::size_t> places;
  for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    if (a[i - 1] == b[j - 1]) {
      places.insert(i - 1);
      --i;
      --j;
    } else if (lcs[i][j - 1] > lcs[i - 1][j]) {
      --j;
    } else {
      --i;
    }
  }
  return places;
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

Words words_13a(const std::string& text) { return tokens_13a(without_blank_end(text)); }

Words lower_13a_words(const std::string& text) {
  std::string lower;
  for (const char c : text) {
    lower += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return tokens_13a(lower);
}

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

double bleu(const std::string& reference, const std::string& hypothesis,
            const BleuOptions& options) {
  const Words reference_tokens = bleu_tokens(reference, options);
  const Words hypothesis_tokens = bleu_tokens(hypothesis, options);

  bool any_match = false;
  bool any_total_missing = false;
  double smoothing = 1.0;
  std::vector<double> precisions;
  for (std::size_t n = 1; n <= options.order; ++n) {
    const Counts counts = count_ngrams(hypothesis_tokens, n);
    auto matched = static_cast<double>(matches(counts, count_ngrams(reference_tokens, n)));
    auto in_all = static_cast<double>(total(counts));
    any_match = any_match || matched > 0;
    if (options.smoothing == "add-k" && n > 1) {
      matched += options.smoothing_value;
      in_all += options.smoothing_value;
    }
    any_total_missing = any_total_missing || in_all == 0;
    if (any_total_missing) {
      continue;
    }
    double precision = 100.0 * matched / in_all;
    if (matched == 0 && options.smoothing == "exp") {
      smoothing *= 2.0;
      precision = 100.0 / (smoothing * in_all);
    } else if (matched == 0 && options.smoothing == "floor") {
      precision = 100.0 * options.smoothing_value / in_all;
    }
    precisions.push_back(precision);
  }
  if (!any_match) {
    return 0.0;
  }
  if (!options.effective_order) {
    precisions.resize(options.order, 0.0);
  }

  double sum_of_logs = 0.0;
  for (const double precision : precisions) {
    sum_of_logs += precision == 0 ? -9999999999.0 : std::log(precision);
  }
  double brevity_penalty = 1.0;
  if (hypothesis_tokens.size() < reference_tokens.size()) {
    brevity_penalty = std::exp(1.0 - divide(reference_tokens.size(), hypothesis_tokens.size()));
  }
  return brevity_penalty * std::exp(sum_of_logs / static_cast<double>(precisions.size()));
}

double chrf(const std::string& reference, const std::string& hypothesis,
            const ChrfOptions& options) {
  const double beta_squared = options.beta * options.beta;
  double precision = 0.0;
  double recall = 0.0;
  double sum_of_f = 0.0;
  double effective_orders = 0.0;
  const auto add_order = [&](const Words& reference_tokens, const Words& hypothesis_tokens,
                             std::size_t n) {
    const Counts in_reference = count_ngrams(reference_tokens, n);
    const Counts in_hypothesis = count_ngrams(hypothesis_tokens, n);
    const std::size_t matched = matches(in_hypothesis, in_reference);
    const bool both = !in_reference.empty() && !in_hypothesis.empty();
    // A hypothesis has no n-grams to be counted where the reference has none.
    const double p = both ? divide(matched, total(in_hypothesis)) : 1e-16;
    const double r = in_reference.empty() ? 1e-16 : divide(matched, total(in_reference));
    const double below = beta_squared * p + r;
    sum_of_f += below > 0 ? (1.0 + beta_squared) * p * r / below : 1e-16;
    if (both) {
      precision += p;
      recall += r;
      effective_orders += 1.0;
    }
  };
  const auto text_of = [&](const std::string& text) {
    return options.lowercase ? lower_cased(text) : text;
  };
  for (std::size_t n = 1; n <= options.char_order; ++n) {
    add_order(characters_of(text_of(reference), options.whitespace),
              characters_of(text_of(hypothesis), options.whitespace), n);
  }
  for (std::size_t n = 1; n <= options.word_order; ++n) {
    add_order(chrf_words(text_of(reference)), chrf_words(text_of(hypothesis)), n);
  }
  if (options.eps_smoothing) {
    return 100.0 * sum_of_f / static_cast<double>(options.char_order + options.word_order);
  }
  if (precision + recall == 0.0) {
    return 0.0;
  }

  precision /= effective_orders;
  recall /= effective_orders;
  const double numerator = (1.0 + beta_squared) * precision * recall;
  return 100.0 * (numerator / (beta_squared * precision + recall));
}

Prf rouge_n(const std::string& reference, const std::string& hypothesis, std::size_t n,
            bool stemmed) {
  const Counts in_reference = count_ngrams(rouge_words(reference, stemmed), n);
  const Counts in_hypothesis = count_ngrams(rouge_words(hypothesis, stemmed), n);
  const std::size_t matched = matches(in_reference, in_hypothesis);
  return prf_of(matched, total(in_hypothesis), total(in_reference));
}

Prf rouge_l(const std::string& reference, const std::string& hypothesis, bool stemmed) {
  const Words in_reference = rouge_words(reference, stemmed);
  const Words in_hypothesis = rouge_words(hypothesis, stemmed);
  const std::size_t lcs = word_lcs_length(in_reference, in_hypothesis);
  return prf_of(lcs, in_hypothesis.size(), in_reference.size());
}

Prf rouge_lsum(const std::string& reference, const std::string& hypothesis, bool stemmed) {
  std::map<std::string, std::size_t> left;
  for (const std::string& word : rouge_words(hypothesis, stemmed)) {
    ++left[word];
  }
  std::size_t hits = 0;
  for (const std::string& line : lines_of(reference)) {
    const Words words_of_line = rouge_words(line, stemmed);
    std::set<std::size_t> united;
    for (const std::string& other : lines_of(hypothesis)) {
      united.merge(lcs_places(words_of_line, rouge_words(other, stemmed)));
    }
    for (const std::size_t place : united) {
      if (left[words_of_line[place]] > 0) {
        --left[words_of_line[place]];
        ++hits;
      }
    }
  }
  return prf_of(hits, rouge_words(hypothesis, stemmed).size(),
                rouge_words(reference, stemmed).size());
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

double resemblance(const Words& source, const Words& rewrite, std::size_t k) {
  const std::set<Words> a = distinct_ngrams(source, k);
  const std::set<Words> b = distinct_ngrams(rewrite, k);
  if (a.empty() && b.empty()) {
    return source == rewrite ? 1.0 : 0.0;
  }
  return divide(common(a, b), a.size() + b.size() - common(a, b));
}

}  // namespace unspin::reference
