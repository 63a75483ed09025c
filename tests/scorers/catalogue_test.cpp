#include "scorers/catalogue.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

std::vector<Selected> selected(std::string_view asked) {
  std::vector<Selected> all;
  select(asked, all);
  return all;
}

std::string refusal(std::string_view asked) {
  try {
    selected(asked);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage);
    return std::string(error.what()) + ": " + error.remedy();
  }
  return "accepted";
}

TEST(Catalogue, HasEachNameOnce) {
  std::set<std::string_view> names;
  for (const Scorer* scorer : catalogue()) {
    EXPECT_TRUE(names.insert(scorer->info.name).second);
  }
  EXPECT_GE(names.size(), 15u);
}

TEST(Catalogue, SaysWhatItsPublishedMetricsComputeAndCost) {
  for (const Scorer* scorer : catalogue()) {
    const Info& info = scorer->info;
    if (info.family == Family::ngram || info.family == Family::edit) {
      EXPECT_FALSE(info.definition.empty()) << info.name;
      EXPECT_FALSE(info.cost.empty()) << info.name;
    }
  }
}

TEST(Catalogue, SignsAsSacrebleuDoes) {
  const auto signature = [](std::string_view metric, std::size_t references) {
    const Selected one = selected(metric).at(0);
    return one.scorer->signature(one.settings, references);
  };
  EXPECT_EQ(signature("bleu", 1), "nrefs:1|case:mixed|eff:yes|tok:13a|smooth:exp|version:2.6.0");
  EXPECT_EQ(signature("bleu:smoothing=floor,lowercase,tokenize=intl,effective_order=false", 2),
            "nrefs:2|case:lc|eff:no|tok:intl|smooth:floor[0.10]|version:2.6.0");
  EXPECT_EQ(signature("chrf", 1), "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0");
  EXPECT_EQ(signature("chrf++:eps_smoothing,whitespace", 1),
            "nrefs:1|case:mixed|eff:no|nc:6|nw:2|space:yes|version:2.6.0");
  EXPECT_EQ(signature("ter:normalized,no_punct", 1),
            "nrefs:1|case:lc|tok:tercom|norm:yes|punct:no|asian:no|version:2.6.0");
}

TEST(Catalogue, DeclarationsAreWithinTheEnginesBounds) {
  for (const Scorer* scorer : catalogue()) {
    EXPECT_LE(scorer->statistic_count(), Scorer::most_statistics) << scorer->info.name;
    EXPECT_LE(scorer->value_count(), Scorer::most_values) << scorer->info.name;
    EXPECT_LT(scorer->primary, scorer->value_count()) << scorer->info.name;
    EXPECT_LE(scorer->parameters.size(), Settings::most_parameters) << scorer->info.name;
    EXPECT_FALSE(scorer->info.summary.empty()) << scorer->info.name;
    EXPECT_FALSE(scorer->info.source.empty()) << scorer->info.name;
    for (const Parameter& p : scorer->parameters) {
      EXPECT_FALSE(p.summary.empty()) << p.name;
    }
  }
}

TEST(Selection, IsByNameFamilyOrAll) {
  EXPECT_EQ(selected("bleu").size(), 1u);
  EXPECT_EQ(selected("all").size(), catalogue().size());
  for (const Selected& one : selected("edit")) {
    EXPECT_EQ(one.scorer->info.family, Family::edit);
  }
  EXPECT_FALSE(selected("edit").empty());
}

TEST(Selection, KeepsTheTextThatAskedAndItsParameters) {
  const auto all = selected("bleu:smoothing=floor,lowercase");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].key, "bleu:smoothing=floor,lowercase");
  EXPECT_EQ(all[0].settings.real(0), 1);  // the second choice
  EXPECT_TRUE(all[0].settings.flag(3));
  EXPECT_TRUE(all[0].settings.flag(2));  // effective_order, by default
}

TEST(Selection, TakesTheSameMetricTwiceOnlyWithOtherParameters) {
  std::vector<Selected> all;
  for (const char* asked : {"bleu", "bleu", "ngram", "bleu:lowercase"}) {
    select(asked, all);
  }
  EXPECT_EQ(std::ranges::count(all, "bleu", &Selected::key), 1);
  EXPECT_EQ(std::ranges::count(all, "bleu:lowercase", &Selected::key), 1);
}

TEST(Selection, SaysWhatCouldHaveBeenMeant) {
  EXPECT_EQ(refusal("blue"), "there is no metric \"blue\": did you mean bleu?");
  EXPECT_EQ(refusal("bleu:smooth=exp"),
            "bleu has no parameter \"smooth\": did you mean smoothing?");
  EXPECT_EQ(refusal("bleu:smoothing=flor"), "smoothing cannot be \"flor\": did you mean floor?");
  EXPECT_EQ(refusal("containment:n=99"), "n cannot be \"99\": it is a whole number from 1 to 16");
  EXPECT_EQ(refusal("containment:n=2.5"), "n cannot be \"2.5\": it is a whole number from 1 to 16");
  EXPECT_EQ(refusal("containment:n"), "n cannot be \"\": it is a whole number from 1 to 16");
  EXPECT_EQ(refusal("chrf:lowercase=maybe"), "lowercase cannot be \"maybe\": it is true or false");
  EXPECT_EQ(refusal("bleu:tokenize=int"), "tokenize cannot be \"int\": did you mean intl?");
  EXPECT_EQ(refusal("rouge10"), "there is no metric \"rouge10\": did you mean rouge1?");
  EXPECT_EQ(refusal("ngram:lowercase"),
            "\"ngram\" names several metrics, and parameters belong to one: ask for ngram, or for "
            "NAME:lowercase");
  EXPECT_EQ(refusal("jaccard:n=2"), "jaccard has no parameter \"n\": it has none at all");
}

}  // namespace
}  // namespace unspin
