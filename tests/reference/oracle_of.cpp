#include "tests/reference/oracle_of.hpp"

#include <map>

#include "scorers/ngram/porter_stemmer.hpp"
#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

using Text = const std::string&;
using Oracles = std::map<std::string, Oracle, std::less<>>;

void add_bleu(Oracles& all) {
  const auto add = [&](const std::string& name, const BleuOptions& options) {
    all[name] = [options](Text s, Text r) { return bleu(s, r, options); };
    all["i" + name] = [options](Text s, Text r) {
      return 0.8 * bleu(s, r, options) - (1 - 0.8) * bleu(s, r, options);
    };
  };
  add("bleu", {});
  for (const char* tokenize : {"intl", "zh", "char", "none"}) {
    add(std::string("bleu:tokenize=") + tokenize, {.tokenize = tokenize});
    add(std::string("bleu:lowercase,tokenize=") + tokenize,
        {.tokenize = tokenize, .lowercase = true});
  }
  add("bleu:lowercase", {.lowercase = true});
  add("bleu:smoothing=floor", {.smoothing = "floor", .smoothing_value = 0.1});
  add("bleu:smoothing=floor,smoothing_value=0.5", {.smoothing = "floor", .smoothing_value = 0.5});
  add("bleu:smoothing=add-k", {.smoothing = "add-k", .smoothing_value = 1});
  add("bleu:smoothing=add-k,smoothing_value=2", {.smoothing = "add-k", .smoothing_value = 2});
  add("bleu:smoothing=none", {.smoothing = "none"});
  add("bleu:effective_order=false", {.effective_order = false});
  add("bleu:order=2", {.order = 2});
  add("bleu:order=8,smoothing=add-k,effective_order=false",
      {.smoothing = "add-k", .smoothing_value = 1, .effective_order = false, .order = 8});
}

void add_chrf(Oracles& all, const std::string& metric, std::size_t word_order) {
  const auto add = [&](const std::string& parameters, ChrfOptions options) {
    if (parameters.find("word_order") == std::string::npos) {
      options.word_order = word_order;
    }
    all[metric + parameters] = [options](Text s, Text r) { return chrf(s, r, options); };
  };
  add("", {});
  add(":char_order=3", {.char_order = 3});
  add(":word_order=1", {.word_order = 1});
  add(":beta=1", {.beta = 1});
  add(":lowercase", {.lowercase = true});
  add(":whitespace", {.whitespace = true});
  add(":whitespace,lowercase", {.lowercase = true, .whitespace = true});
  add(":eps_smoothing", {.eps_smoothing = true});
}

void add_rouge(Oracles& all) {
  const auto add = [&](const std::string& metric, const auto& rouge) {
    all[metric] = [=](Text s, Text r) { return rouge(s, r, false).f1; };
    all[metric + ":stemmer"] = [=](Text s, Text r) { return rouge(s, r, true).f1; };
    // Of such texts the words are the same by any rule.
    all[metric + ":tokenize=unicode"] = all[metric];
    all[metric + ":tokenize=unicode,stemmer"] = all[metric + ":stemmer"];
  };
  for (std::size_t n = 1; n <= 9; ++n) {
    add("rouge" + std::to_string(n),
        [n](Text s, Text r, bool stemmed) { return rouge_n(s, r, n, stemmed); });
  }
  add("rougeL", rouge_l);
  add("rougeLsum", rouge_lsum);
}

void add_ter(Oracles& all) {
  const auto add = [&](const std::string& name, const TerOptions& options) {
    all[name] = [options](Text s, Text r) { return ter(s, r, options); };
  };
  add("ter", {});
  add("ter:normalized", {.normalized = true});
  add("ter:no_punct", {.no_punct = true});
  add("ter:case_sensitive", {.case_sensitive = true});
  add("ter:normalized,no_punct", {.normalized = true, .no_punct = true});
  add("ter:normalized,asian_support", {.normalized = true});  // there are no such characters
}

/// A text whose words are separated by blanks as 13a tokens are.
std::string spaced_13a(Text text) {
  std::string spaced;
  for (const std::string& token : words_13a(text)) {
    spaced += token + ' ';
  }
  return spaced;
}

void add_nltk(Oracles& all) {
  const auto add = [&](const std::string& name, const std::string& parameters, const auto& oracle) {
    all[name + (parameters.empty() ? "" : ":" + parameters)] = oracle;
    all[name + ":tokenize=13a" + (parameters.empty() ? "" : "," + parameters)] =
        [=](Text s, Text r) { return oracle(spaced_13a(s), spaced_13a(r)); };
  };
  const auto add_meteor = [&](const std::string& parameters, const MeteorOptions& options) {
    // The words of random_text_pair() have no synonyms in the tests' lexicon.
    add("meteor", parameters, [=](Text s, Text r) {
      return meteor(
          s, r, porter_stem, [](Text, Text) { return false; }, options);
    });
  };
  add_meteor("", {});
  add_meteor("synonyms=false", {});
  add_meteor("alpha=0.5,beta=1.5,gamma=0.3", {.alpha = 0.5, .beta = 1.5, .gamma = 0.3});
  add("gleu", "", [](Text s, Text r) { return gleu({s}, r); });
  add("gleu", "min_len=2,max_len=3", [](Text s, Text r) { return gleu({s}, r, 2, 3); });
  add("nist", "", [](Text s, Text r) { return nist({s}, r); });
  add("nist", "order=2", [](Text s, Text r) { return nist({s}, r, 2); });
}

const Oracles& all_oracles() {
  static const Oracles oracles = [] {
    Oracles all = {
        // with the source as the only reference
        {"sari", [](Text s, Text r) { return sari(s, r, {s}); }},
        {"ibleu:alpha=0.6",
         [](Text s, Text r) { return 0.6 * bleu(s, r) - (1 - 0.6) * bleu(s, r); }},
        {"jaccard", [](Text s, Text r) { return jaccard(words(s), words(r)); }},
        {"containment", [](Text s, Text r) { return containment(words(s), words(r), 3); }},
        {"containment:n=1", [](Text s, Text r) { return containment(words(s), words(r), 1); }},
        {"resemblance", [](Text s, Text r) { return resemblance(words(s), words(r), 3); }},
        {"resemblance:k=1", [](Text s, Text r) { return jaccard(words(s), words(r)); }},
        {"resemblance:k=5", [](Text s, Text r) { return resemblance(words(s), words(r), 5); }},
        {"levenshtein", [](Text s, Text r) { return levenshtein_similarity(s, r); }},
        {"word_levenshtein",
         [](Text s, Text r) { return word_levenshtein_similarity(words(s), words(r)); }},
        {"word_lcs", [](Text s, Text r) { return word_lcs_similarity(words(s), words(r)); }},
        {"osa", [](Text s, Text r) { return osa_similarity(s, r); }},
        {"damerau", [](Text s, Text r) { return damerau_similarity(s, r); }},
        {"jaro", [](Text s, Text r) { return jaro(s, r); }},
        {"jaro_winkler", [](Text s, Text r) { return jaro_winkler(s, r); }},
        {"jaro_winkler:prefix_weight=0.2", [](Text s, Text r) { return jaro_winkler(s, r, 0.2); }},
        {"wer", [](Text s, Text r) { return wer(s, r); }},
        {"lcs", [](Text s, Text r) { return lcs_similarity(s, r); }},
        {"indel", [](Text s, Text r) { return indel_similarity(s, r); }},
        {"ratio", [](Text s, Text r) { return ratio(s, r); }},
        {"token_set_ratio", [](Text s, Text r) { return token_set_ratio(s, r); }},
        {"token_sort_ratio", [](Text s, Text r) { return token_sort_ratio(s, r); }},
    };
    add_bleu(all);
    add_chrf(all, "chrf", 0);
    add_chrf(all, "chrf++", 2);
    add_rouge(all);
    add_ter(all);
    add_nltk(all);
    return all;
  }();
  return oracles;
}

}  // namespace

std::string porter_stem(const std::string& word) {
  static thread_local PorterStemmer stemmer;
  return std::string(stemmer.stem(word));
}

Oracle oracle_of(std::string_view metric) {
  const auto found = all_oracles().find(metric);
  return found == all_oracles().end() ? Oracle() : found->second;
}

std::vector<std::string> metrics_with_oracles() {
  std::vector<std::string> names;
  for (const auto& [name, oracle] : all_oracles()) {
    names.push_back(name);
  }
  return names;
}

}  // namespace unspin::reference
