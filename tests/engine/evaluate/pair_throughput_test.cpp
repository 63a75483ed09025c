// What is timed, and what is made of it, by a clock that made-up metrics move.
#include "engine/evaluate/pair_throughput.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <gtest/gtest.h>

namespace unspin {
namespace {

std::atomic<std::int64_t> microseconds = 0;  // what the clock shows
constexpr Statistic statistics[] = {{"value"}};

Measured take_a_millisecond(PreparedPair&, const Settings&, std::span<double> out) {
  microseconds += 1000;
  out[0] = 1;
  return Measured::done;
}

Measured take_ten_for_each_byte(PreparedPair& pair, const Settings&, std::span<double> out) {
  microseconds += static_cast<std::int64_t>(10 * pair.source().size());
  out[0] = 1;
  return Measured::done;
}

Measured need_a_reference(PreparedPair& pair, const Settings&, std::span<double> out) {
  microseconds += 1000;
  out[0] = 1;
  return pair.has_references() ? Measured::done : Measured::undefined;
}

Measured find_nothing(PreparedPair&, const Settings&, std::span<double> out) {
  microseconds += 1000;
  out[0] = no_value;
  return Measured::done;
}

Measured give_up_on_long_ones(PreparedPair& pair, const Settings&, std::span<double> out) {
  microseconds += 100;
  out[0] = 1;
  return pair.source().size() > 10 ? Measured::over_budget : Measured::done;
}

void pass_on(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[0];
}

constexpr Scorer made_up(std::string_view name, Family family, decltype(Scorer::measure) measure,
                         bool needs_references = false) {
  return {.info = {.name = name,
                   .family = family,
                   .summary = {},
                   .source = {},
                   .range = {0, 1},
                   .identity = 1,
                   .needs_references = needs_references,
                   .undefined_when = "there is nothing",
                   .example = {"", "", 1}},
          .statistics = statistics,
          .measure = measure,
          .finish = pass_on};
}

constexpr Scorer steady = made_up("steady", Family::ngram, take_a_millisecond);
constexpr Scorer by_length = made_up("by_length", Family::ngram, take_ten_for_each_byte);
constexpr Scorer with_reference = made_up("with_reference", Family::term, need_a_reference, true);
constexpr Scorer vain = made_up("vain", Family::term, find_nothing);
constexpr Scorer careful = made_up("careful", Family::edit, give_up_on_long_ones);

Selected selected(const Scorer& scorer) {
  return {&scorer, Settings(scorer.parameters), std::string(scorer.info.name)};
}

TimedPairs pairs(std::vector<std::string> texts) {
  TimedPairs set{.name = "set", .origin = "made up", .pairs = {}};
  for (std::string& text : texts) {
    PairRow& row = set.pairs.emplace_back();
    row.source = std::move(text);
    row.rewrite = "a rewrite";
  }
  return set;
}

std::vector<ThroughputOfSet> measured(const std::vector<TimedPairs>& sets,
                                      const std::vector<Selected>& metrics,
                                      std::vector<int> threads = {1}) {
  return measure_throughput(sets,
                            {.metrics = metrics,
                             .together = {{.name = "all of them", .selected = metrics}},
                             .threads = std::move(threads)},
                            {.seconds = 2},
                            {.now = [] { return 1e-6 * static_cast<double>(microseconds); }});
}

const Throughput& figure(const ThroughputOfSet& set, Timed what, std::string_view name) {
  const auto found = std::ranges::find_if(
      set.figures, [&](const Throughput& one) { return one.what == what && one.name == name; });
  EXPECT_NE(found, set.figures.end()) << name;
  return *found;
}

TEST(PairThroughput, DescribesThePairs) {
  const auto results = measured({pairs({"one two", "one two three", "one two three four five"})},
                                {selected(steady)});
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].pairs, 3u);
  EXPECT_EQ(results[0].bytes, 7u + 13 + 23 + 3 * 9);
  EXPECT_EQ(results[0].source_words, 3);
  EXPECT_EQ(results[0].rewrite_words, 2);
}

TEST(PairThroughput, IsPairsByTime) {
  const auto results =
      measured({pairs({"four", "eight by", ""})}, {selected(steady), selected(by_length)});
  const Throughput& of_steady = figure(results[0], Timed::metric, "steady");
  EXPECT_NEAR(of_steady.pairs_per_second().median, 1000, 1e-6);
  EXPECT_NEAR(of_steady.pairs_per_second().lower_quartile, 1000, 1e-6);
  EXPECT_EQ(of_steady.pairs, 3u);
  EXPECT_EQ(of_steady.bytes, 12u + 3 * 9);
  EXPECT_NEAR(of_steady.bytes_per_second(), 13000, 1e-3);
  EXPECT_EQ(of_steady.seconds.size(), 5u);
  EXPECT_NEAR(figure(results[0], Timed::metric, "by_length").pairs_per_second().median, 3 / 120e-6,
              1e-3);
}

TEST(PairThroughput, IsThatOfFamiliesAndEverythingToo) {
  const auto results =
      measured({pairs({"0123456789"})}, {selected(steady), selected(by_length), selected(careful)});
  const ThroughputOfSet& set = results[0];
  EXPECT_NEAR(figure(set, Timed::family, "ngram").pairs_per_second().median, 1 / 1100e-6, 1e-6);
  EXPECT_NEAR(figure(set, Timed::together, "all of them").pairs_per_second().median, 1 / 1200e-6,
              1e-6);
  EXPECT_EQ(std::ranges::count(set.figures, Timed::family, &Throughput::what), 1)
      << "one metric of a family is no figure of the family";
}

TEST(PairThroughput, IsComparedForAnyNumberOfThreads) {
  const auto results = measured({pairs({"a", "b", "c"})}, {selected(steady)}, {1, 2, 3});
  std::vector<int> threads;
  for (const Throughput& one : results[0].figures) {
    if (one.what == Timed::threads) {
      threads.push_back(one.threads);
      // All threads move one clock, so nothing gets faster.
      EXPECT_NEAR(results[0].speed_up(one), 1, 1e-9);
    } else {
      EXPECT_TRUE(std::isnan(results[0].speed_up(one)));
    }
  }
  EXPECT_EQ(threads, (std::vector<int>{1, 2, 3}));
}

TEST(PairThroughput, LetsTheSourceStandInForAMissingReference) {
  TimedPairs with = pairs({"a"});
  with.pairs[0].references = {"a reference"};
  const auto results = measured({pairs({"a"}), with}, {selected(with_reference)});
  const Throughput& without = figure(results[0], Timed::metric, "with_reference");
  EXPECT_TRUE(without.is_measured);
  EXPECT_NE(without.note.find("stands in"), std::string::npos) << without.note;
  EXPECT_EQ(figure(results[1], Timed::metric, "with_reference").note, "");
}

TEST(PairThroughput, SaysWhatWasNotMeasured) {
  const auto results =
      measured({pairs({"0123456789ab"}), pairs({"0123456789ab", "short"}), pairs({"short"})},
               {selected(careful), selected(vain)});
  EXPECT_FALSE(figure(results[0], Timed::metric, "careful").is_measured);
  EXPECT_NE(figure(results[0], Timed::metric, "careful").note, "");
  EXPECT_TRUE(figure(results[1], Timed::metric, "careful").is_measured);
  EXPECT_NE(figure(results[1], Timed::metric, "careful").note, "");
  EXPECT_EQ(figure(results[2], Timed::metric, "careful").note, "");
  EXPECT_TRUE(figure(results[2], Timed::metric, "vain").is_measured);
  EXPECT_EQ(figure(results[2], Timed::metric, "vain").note, "looked for in vain: there is nothing");
}

TEST(PairThroughput, IsNotThatOfDoingNothing) {
  const auto some =
      measured({pairs({"0123456789ab"})}, {selected(careful), selected(steady)}, {1, 2});
  EXPECT_TRUE(figure(some[0], Timed::together, "all of them").is_measured);
  const auto nothing = measured({pairs({"0123456789ab"})}, {selected(careful)}, {1, 2});
  for (const Throughput& one : nothing[0].figures) {
    EXPECT_FALSE(one.is_measured) << one.name << " on " << one.threads;
    EXPECT_NE(one.note, "");
  }
}

}  // namespace
}  // namespace unspin
