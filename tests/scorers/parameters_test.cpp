// Every parameter of every ngram and edit metric is held against an oracle.
#include <algorithm>
#include <bit>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "scorers/catalogue.hpp"
#include "tests/build_kind.hpp"
#include "tests/reference/oracle_of.hpp"
#include "tests/reference/random_texts.hpp"
#include "tests/scorers/example_lexicon.hpp"

namespace unspin {
namespace {

std::vector<std::string> with_parameters() {
  std::vector<std::string> names = reference::metrics_with_oracles();
  std::erase_if(names, [](const std::string& name) { return name.find(':') == std::string::npos; });
  return names;
}

TEST(Parameters, AllHaveAnOracle) {
  const std::vector<std::string> names = with_parameters();
  for (const Scorer* scorer : catalogue()) {
    if (scorer->info.family != Family::ngram && scorer->info.family != Family::edit) {
      continue;
    }
    for (const Parameter& parameter : scorer->parameters) {
      EXPECT_TRUE(std::ranges::any_of(names,
                                      [&](const std::string& name) {
                                        return name.starts_with(std::string(scorer->info.name) +
                                                                ":") &&
                                               name.find(parameter.name) != std::string::npos;
                                      }))
          << scorer->info.name << " " << parameter.name
          << ": add one to tests/reference/oracle_of.cpp";
    }
  }
}

TEST(Parameters, AgreeWithTheirOracles) {
  const std::uint64_t samples = testing::is_sanitized ? 50 : 3'000;
  PreparedPair pair({}, testing::example_lexicon());
  std::vector<Score> scores;
  for (const std::string& name : with_parameters()) {
    std::vector<Selected> selected;
    select(name, selected);
    const auto oracle = reference::oracle_of(name);
    for (std::uint64_t seed = 0; seed < samples; ++seed) {
      const auto texts = reference::random_text_pair(seed);
      const std::string_view reference = texts.source;
      const bool needs_it = selected[0].scorer->info.needs_references;
      pair.assign({texts.source, texts.rewrite, {&reference, needs_it ? 1u : 0u}});
      score_pair(pair, selected, scores);
      ASSERT_EQ(std::bit_cast<std::uint64_t>(scores[0].values[selected[0].scorer->primary]),
                std::bit_cast<std::uint64_t>(oracle(texts.source, texts.rewrite)))
          << name << "\nsource:  " << ::testing::PrintToString(texts.source)
          << "\nrewrite: " << ::testing::PrintToString(texts.rewrite);
    }
  }
}

}  // namespace
}  // namespace unspin
