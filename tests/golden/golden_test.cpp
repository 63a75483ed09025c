// Expected values of the reference implementations, to the last bit: sacreBLEU 2.6.0 and
// google-research rouge-score. edge_cases.jsonl.gz (every pair of 35 awkward strings) is part of
// the project; the larger sets are third-party texts, which are looked for in the folder that
// UNSPIN_SHARED names.
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
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

/// Key in the golden files → the metric that must give its value.
const std::map<std::string, std::string> metric_of = {
    {"bleu_13a", "bleu"},
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
    {"ter", "ter"},
    {"ter_cased", "ter:case_sensitive"},
};

double read_hexadecimal(dom::element value) {
  return std::strtod(value.get_c_str().value(), nullptr);
}

/// The values under a key: a number, {"score": number, …} or a list of numbers.
std::vector<double> expected_values(dom::element expected, const std::string& key) {
  dom::element value;
  const std::size_t dot = key.find('.');
  auto found = expected[key.substr(0, dot)];
  if (dot != std::string::npos && found.error() == simdjson::SUCCESS) {
    found = found[key.substr(dot + 1)];
  }
  if (found.get(value) != simdjson::SUCCESS || value.is_null()) {
    return {};
  }
  if (value.is_object()) {
    return {read_hexadecimal(value["score"])};
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

struct Tally {
  std::size_t rows = 0, different = 0;
  std::string first;
};

/// Compares every row that has one of the keys.
std::map<std::string, Tally> compare(const std::string& path) {
  std::map<std::string, std::vector<Selected>> selected;
  for (const auto& [key, metric] : metric_of) {
    select(metric, selected[key]);
  }
  const auto source = open_source(path);
  RecordReader reader(*source, path);
  RecordBatch batch;
  dom::parser parser;
  PreparedPair pair;
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
        const std::vector<double> expected = expected_values(row["expected"], key);
        if (expected.empty()) {
          continue;
        }
        pair.assign({references[0], hypothesis, references});
        score_pair(pair, metric, scores);
        Tally& tally = tallies[key];
        ++tally.rows;
        for (std::size_t i = 0; i < expected.size(); ++i) {
          if (std::bit_cast<std::uint64_t>(expected[i]) ==
              std::bit_cast<std::uint64_t>(scores[0].values[i])) {
            continue;
          }
          if (tally.different++ == 0) {
            tally.first = std::string(row["id"].get_string().value()) + ": expected " +
                          std::to_string(expected[i]) + ", got " +
                          std::to_string(scores[0].values[i]);
          }
          break;
        }
      }
    }
  }
  return tallies;
}

void expect_no_difference(const std::string& path, std::size_t least_rows) {
  const auto tallies = compare(path);
  EXPECT_EQ(tallies.size(), metric_of.size());
  for (const auto& [key, tally] : tallies) {
    EXPECT_EQ(tally.different, 0u) << key << ": first at " << tally.first;
    EXPECT_GE(tally.rows, least_rows) << key;
    std::printf("%-14s %5zu rows, %zu different\n", key.c_str(), tally.rows, tally.different);
  }
}

TEST(Golden, EdgeCases) {
  expect_no_difference(std::string(places::source_folder) + "/tests/golden/edge_cases.jsonl.gz",
                       1225);
}

TEST(Golden, NewsAndSentences) {
  const char* shared = std::getenv("UNSPIN_SHARED");
  if (shared == nullptr) {
    GTEST_SKIP() << "UNSPIN_SHARED is not set: third-party texts are not at hand";
  }
  expect_no_difference(std::string(shared) + "/golden/sacrebleu_rouge_meteor.jsonl.gz", 2000);
}

}  // namespace
}  // namespace unspin
