#include "bench/training/labelled_texts.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

#include "tests/engine/io/scratch_folder.hpp"
#include "tests/places.hpp"

namespace unspin::training {
namespace {

TEST(LabelledTexts, OnlyOpenLicencesAreTrainedOn) {
  EXPECT_TRUE(is_open("CC BY-SA (Wikipedia text); repository GPL-3.0"));
  EXPECT_TRUE(is_open("public domain texts; no licence file in the repository"));
  EXPECT_FALSE(is_open("CC BY-NC-SA 3.0"));
  EXPECT_FALSE(is_open("repository CC BY 4.0; research use"));
  EXPECT_FALSE(is_open("no licence stated"));
}

std::string row(const std::string& id, const std::string& rest) {
  return R"({"id":")" + id + R"(","source":"source of )" + id + R"(","rewrite":"rewrite",)" + rest +
         "}\n";
}

/// Forty articles with two rewrites each, and works in several rows under open and closed licences.
void put_sets(const testing::ScratchFolder& folder) {
  std::string articles, works;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "article " + std::to_string(i);
    for (const std::string version : {"light", "strong"}) {
      articles += row(name + "-adv-" + version,
                      R"("label":"human_rewrite","origin":"set","note":")" + version + "\"");
      const std::string work = "work " + std::to_string(i) + ": " + version;
      works += row(work, R"("label":"revision","kind":"books","origin":")" + work +
                             R"(","licence":")" + (i % 2 == 0 ? "CC0" : "research use") + "\"");
    }
  }
  folder.put("onestop.jsonl.gz", articles);
  folder.put("honest_hard.jsonl.gz", works);
  for (const std::string set : {"iterater_r3", "aesop", "apty"}) {
    folder.put(set + ".jsonl.gz", row(set, R"("label":"x","origin":")" + set + "\""));
  }
}

TEST(LabelledTexts, NoWorkIsInBothHalves) {
  const testing::ScratchFolder folder;
  put_sets(folder);
  std::map<std::string, std::set<Purpose>> purposes;
  std::map<Purpose, int> counts;
  for (const LabelledText& text : read_labelled_texts(folder.path(""))) {
    purposes[text.group].insert(text.purpose);
    ++counts[text.purpose];
  }
  for (const auto& [group, of_group] : purposes) {
    EXPECT_EQ(of_group.size(), 1u) << group;
  }
  EXPECT_EQ(purposes.size(), 40u + 40 + 3);
  EXPECT_GT(counts[Purpose::training], 30);
  EXPECT_GT(counts[Purpose::evaluation], 60);
}

TEST(LabelledTexts, ClosedLicencesAndEvaluationSetsAreNeverTrainedOn) {
  const testing::ScratchFolder folder;
  put_sets(folder);
  for (const LabelledText& text : read_labelled_texts(folder.path(""))) {
    const bool is_odd_work =
        text.group.starts_with("work ") && std::stoi(text.group.substr(5)) % 2 == 1;
    if (is_odd_work || text.group == "iterater_r3" || text.group == "aesop") {
      EXPECT_EQ(text.purpose, Purpose::evaluation) << text.id;
    }
  }
}

TEST(LabelledTexts, TheProjectsOwnTextsAreForEvaluation) {
  const auto texts = read_corpora(places::corpora_folder);
  EXPECT_EQ(texts.size(), 4u * 4 + 6);
  EXPECT_TRUE(std::ranges::all_of(
      texts, [](const LabelledText& text) { return text.purpose == Purpose::evaluation; }));
}

}  // namespace
}  // namespace unspin::training
