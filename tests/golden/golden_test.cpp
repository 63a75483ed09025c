// Expected values of the reference implementations, to the last bit: sacreBLEU 2.6.0,
// google-research rouge-score, NLTK 3.8, EASSE and rapidfuzz-cpp. edge_cases.jsonl.gz (every pair
// of 35 awkward strings) is part of the project; the larger sets are third-party texts, which are
// looked for in the folder that UNSPIN_SHARED names.
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <simdjson.h>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "engine/io/records.hpp"
#include "scorers/catalogue.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

namespace dom = simdjson::dom;

/// Key in the golden files → the metric that must give its values.
using Promises = std::map<std::string, std::string>;

const Promises of_sacrebleu_and_rouge = {
    {"bleu_13a", "bleu"},
    {"bleu_intl", "bleu:tokenize=intl"},
    {"bleu_zh", "bleu:tokenize=zh"},
    {"bleu_char", "bleu:tokenize=char"},
    {"bleu_none", "bleu:tokenize=none"},
    {"bleu_lc", "bleu:lowercase"},
    {"bleu_floor", "bleu:smoothing=floor"},
    {"bleu_addk", "bleu:smoothing=add-k"},
    {"bleu_nosmooth", "bleu:smoothing=none"},
    {"bleu_noeff", "bleu:effective_order=false"},
    {"chrf", "chrf"},
    {"chrfpp", "chrf++"},
    {"chrf_eps", "chrf:eps_smoothing"},
    {"chrf_lc", "chrf:lowercase"},
    {"chrf_ws", "chrf:whitespace"},
    {"rouge.rouge1", "rouge1"},
    {"rouge.rouge2", "rouge2"},
    {"rouge.rougeL", "rougeL"},
    {"rouge.rougeLsum", "rougeLsum"},
    {"rouge_stem.rouge1", "rouge1:stemmer"},
    {"rouge_stem.rouge2", "rouge2:stemmer"},
    {"rouge_stem.rougeL", "rougeL:stemmer"},
    {"rouge_stem.rougeLsum", "rougeLsum:stemmer"},
    {"ter", "ter"},
    {"ter_cased", "ter:case_sensitive"},
    {"ter_norm_nopunct", "ter:normalized,no_punct"},
    {"ter_asian", "ter:normalized,asian_support"},
};

/// METEOR's synonyms are WordNet 3.0's.
const Promises of_nltk = {{"meteor_nltk", "meteor"}, {"gleu", "gleu"}};

const Promises of_simplifications = {
    {"sari_easse", "sari"}, {"sari_add_keep_del", "sari"}, {"nist_nltk", "nist"}};

/// A distance is the metric's first statistic.
const Promises of_rapidfuzz = {
    {"levenshtein_distance", "levenshtein"},
    {"levenshtein_similarity", "levenshtein"},
    {"osa_distance", "osa"},
    {"damerau_levenshtein_distance", "damerau"},
    {"jaro", "jaro"},
    {"jaro_winkler", "jaro_winkler"},
    {"lcs_similarity", "lcs"},
    {"indel_distance", "indel"},
    {"fuzz_ratio", "ratio"},
    {"fuzz_token_sort_ratio", "token_sort_ratio"},
    {"fuzz_token_set_ratio", "token_set_ratio"},
};

bool names_a_count(const std::string& key) {
  return key.ends_with("_distance") || key == "lcs_similarity";
}

bool is_without_total(const std::string& key) { return key == "sari_add_keep_del"; }

double read_hexadecimal(dom::element value) {
  return std::strtod(value.get_c_str().value(), nullptr);
}

/// What a reference implementation gives under a key; none if the row does not have it.
simdjson::simdjson_result<dom::element> expected_under(dom::element expected,
                                                       const std::string& key) {
  const std::size_t dot = key.find('.');
  auto found = expected[key.substr(0, dot)];
  if (dot != std::string::npos && found.error() == simdjson::SUCCESS) {
    found = found[key.substr(dot + 1)];
  }
  return found;
}

/// A number, {"score": number, …} or a list of numbers; doubles are written in hexadecimal or as
/// the shortest text that reads back to them.
std::vector<double> expected_values(dom::element value) {
  if (value.is_null()) {
    return {};
  }
  if (value.is_object()) {
    return {read_hexadecimal(value["score"])};
  }
  if (value.is_number()) {
    return {value.get_double()};
  }
  if (value.is_string()) {
    return {read_hexadecimal(value)};
  }
  std::vector<double> values;
  for (const dom::element one : value.get_array()) {
    values.push_back(read_hexadecimal(one));
  }
  return values;
}

/// Counts, lengths and edits, where the reference gives them, under the names that they have here.
bool has_equal_statistics(dom::element value, const Selected& selected, const Score& score) {
  std::size_t at = 0;
  for (const Statistic& statistic : selected.scorer->statistics) {
    dom::element expected;
    if (value.is_object() && value[statistic.name].get(expected) == simdjson::SUCCESS) {
      std::vector<double> numbers;
      if (expected.is_array()) {
        for (const dom::element one : expected.get_array()) {
          numbers.push_back(one.get_double());
        }
      } else {
        numbers.push_back(expected.get_double());
      }
      if (!std::equal(numbers.begin(), numbers.end(), score.statistics.data() + at)) {
        return false;
      }
    }
    at += statistic.most;
  }
  return true;
}

struct Tally {
  std::size_t rows = 0, different = 0;
  std::string first;
};

/// Null if the project was built without WordNet.
std::shared_ptr<const Lexicon> default_lexicon() {
  const std::string path = places::default_lexicon_file;
  return path.empty() ? nullptr : Lexicon::open(path);
}

/// Compares every row that has one of the keys.
std::map<std::string, Tally> compare(const std::string& path, const Promises& promises) {
  std::map<std::string, std::vector<Selected>> selected;
  for (const auto& [key, metric] : promises) {
    select(metric, selected[key]);
  }
  const auto source = open_source(path);
  RecordReader reader(*source, path);
  RecordBatch batch;
  dom::parser parser;
  const auto lexicon = default_lexicon();
  PreparedPair pair({}, lexicon.get());
  std::vector<Score> scores;
  std::map<std::string, Tally> tallies;
  while (reader.fill(batch, 1000, 1 << 22)) {
    for (const Record& record : batch.records) {
      const std::string line(batch.view(record));
      const dom::element row = parser.parse(line);
      std::vector<std::string_view> references;
      for (const dom::element one : row["references"].get_array()) {
        references.push_back(one.get_string());
      }
      const std::string_view hypothesis = row["hypothesis"];
      for (const auto& [key, metric] : selected) {
        // rouge-score takes one reference
        if (references.size() > 1 && key.starts_with("rouge")) {
          continue;
        }
        dom::element value;
        if (expected_under(row["expected"], key).get(value) != simdjson::SUCCESS) {
          continue;
        }
        const std::vector<double> expected = expected_values(value);
        if (expected.empty()) {
          continue;
        }
        std::string_view original = references[0];
        [[maybe_unused]] const auto has_original = row["source"].get(original);
        pair.assign({original, hypothesis, references});
        score_pair(pair, metric, scores);
        Tally& tally = tallies[key];
        ++tally.rows;
        const double* found = names_a_count(key)
                                  ? scores[0].statistics.data()
                                  : scores[0].values.data() + (is_without_total(key) ? 1 : 0);
        if (!has_equal_statistics(value, metric[0], scores[0]) && tally.different++ == 0) {
          tally.first = std::string(row["id"].get_string().value()) + ": other statistics";
        }
        for (std::size_t i = 0; i < expected.size(); ++i) {
          if (std::bit_cast<std::uint64_t>(expected[i]) == std::bit_cast<std::uint64_t>(found[i])) {
            continue;
          }
          if (tally.different++ == 0) {
            tally.first = std::string(row["id"].get_string().value()) + ": expected " +
                          std::to_string(expected[i]) + ", got " + std::to_string(found[i]);
          }
          break;
        }
      }
    }
  }
  return tallies;
}

void expect_no_difference(const std::string& path, const Promises& promises,
                          std::size_t least_rows) {
  const auto tallies = compare(path, promises);
  EXPECT_EQ(tallies.size(), promises.size());
  for (const auto& [key, tally] : tallies) {
    EXPECT_EQ(tally.different, 0u) << key << ": first at " << tally.first;
    EXPECT_GE(tally.rows, least_rows) << key;
    std::printf("%-22s %5zu rows, %zu different\n", key.c_str(), tally.rows, tally.different);
  }
}

/// A file of third-party texts; null without the folder that has them.
std::optional<std::string> shared_file(const std::string& name) {
  const char* shared = std::getenv("UNSPIN_SHARED");
  return shared == nullptr ? std::nullopt : std::optional(std::string(shared) + "/golden/" + name);
}

constexpr const char* no_shared_folder =
    "UNSPIN_SHARED is not set: third-party texts are not at hand";

constexpr const char* no_wordnet = "built without wordnet-base: METEOR has no synonyms";

TEST(Golden, EdgeCases) {
  expect_no_difference(std::string(places::source_folder) + "/tests/golden/edge_cases.jsonl.gz",
                       of_sacrebleu_and_rouge, 1225);
}

TEST(Golden, NltkOnEdgeCases) {
  if (default_lexicon() == nullptr) {
    GTEST_SKIP() << no_wordnet;
  }
  expect_no_difference(std::string(places::source_folder) + "/tests/golden/edge_cases.jsonl.gz",
                       of_nltk, 1190);
}

TEST(Golden, NltkOnNewsAndSentences) {
  const auto path = shared_file("sacrebleu_rouge_meteor.jsonl.gz");
  if (!path || default_lexicon() == nullptr) {
    GTEST_SKIP() << (path ? no_wordnet : no_shared_folder);
  }
  expect_no_difference(*path, of_nltk, 2000);
}

TEST(Golden, SariAndNistOnSimplifications) {
  const auto path = shared_file("sari_nist.jsonl.gz");
  if (!path) {
    GTEST_SKIP() << no_shared_folder;
  }
  expect_no_difference(*path, of_simplifications, 300);
}

TEST(Golden, NewsAndSentences) {
  const auto path = shared_file("sacrebleu_rouge_meteor.jsonl.gz");
  if (!path) {
    GTEST_SKIP() << no_shared_folder;
  }
  expect_no_difference(*path, of_sacrebleu_and_rouge, 2000);
}

TEST(Golden, RapidFuzzOnEdgeCases) {
  const auto path = shared_file("rapidfuzz_edge.jsonl.gz");
  if (!path) {
    GTEST_SKIP() << no_shared_folder;
  }
  expect_no_difference(*path, of_rapidfuzz, 1225);
}

TEST(Golden, RapidFuzzOnNewsAndSentences) {
  const auto path = shared_file("rapidfuzz.jsonl.gz");
  if (!path) {
    GTEST_SKIP() << no_shared_folder;
  }
  Promises promises = of_rapidfuzz;
  promises["word_levenshtein_distance"] = "wer";  // these words have no white space but ASCII's
  expect_no_difference(*path, promises, 1999);
}

}  // namespace
}  // namespace unspin
