#include "tests/reference/oracle_of.hpp"

#include <map>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {

std::function<double(const std::string&, const std::string&)> oracle_of(std::string_view metric) {
  using Text = const std::string&;
  static const std::map<std::string_view, std::function<double(Text, Text)>> oracles = {
      {"bleu", [](Text s, Text r) { return bleu(s, r); }},
      {"chrf", [](Text s, Text r) { return chrf(s, r, 0); }},
      {"chrf++", [](Text s, Text r) { return chrf(s, r, 2); }},
      {"rouge1", [](Text s, Text r) { return rouge_n(s, r, 1).f1; }},
      {"rouge2", [](Text s, Text r) { return rouge_n(s, r, 2).f1; }},
      {"rougeL", [](Text s, Text r) { return rouge_l(s, r).f1; }},
      {"jaccard", [](Text s, Text r) { return jaccard(words(s), words(r)); }},
      {"containment", [](Text s, Text r) { return containment(words(s), words(r), 3); }},
      {"ter", [](Text s, Text r) { return ter(s, r); }},
      {"levenshtein", [](Text s, Text r) { return levenshtein_similarity(s, r); }},
      {"word_levenshtein",
       [](Text s, Text r) { return word_levenshtein_similarity(words(s), words(r)); }},
      {"word_lcs", [](Text s, Text r) { return word_lcs_similarity(words(s), words(r)); }},
  };
  const auto found = oracles.find(metric);
  if (found == oracles.end()) {
    return {};
  }
  return found->second;
}

}  // namespace unspin::reference
