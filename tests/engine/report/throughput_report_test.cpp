// Throughput for people and for scripts.
#include "engine/report/throughput_report.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "engine/report/printable.hpp"
#include "tests/engine/report/made_up_throughput.hpp"

namespace unspin {
namespace {

using testing::made_up_throughput;

std::string text_of(const ThroughputReport& report) {
  std::string out;
  append_throughput_text(report, out);
  return out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(ThroughputText, SaysWhatAPersonWantsToKnow) {
  EXPECT_EQ(text_of(made_up_throughput()),
            R"(Throughput of unspin:1.2.3|lexicon:none|icu:72.1|verdict:none
Some & Processor, 2 cores, 8.0 GiB, Debian, Linux 6.1, 2026-01-02T03:04:05Z
g++ 12.2.0 -O3 (Release), SSE2

sentences (made up): 100 pairs, 10.0 kB, 9 and 8.5 words a side (medians)

one thread                 100–1M log    pairs/s             quartiles    MB/s  µs/pair    pairs
ngram, all together        ██▌               980               952–990  0.0980    1,020      100
  fast                     ███████▌      100,000        90,900–100,000    10.0     10.0      100
  slow:n=5                 ██▌             1,000           1,000–1,000   0.100    1,000      100
edit
  never                    not measured: something <is> missing
all of these               █▊                500               500–500  0.0500    2,000      100
all of these, on threads                                                                speed-up
  1                        █▊                500               500–500  0.0500    2,000     1.00
  2                        ██▌             1,000             909–1,000   0.100    1,000     2.00
  4 (more than cores)      ██▊             1,250           1,110–1,250   0.125      800     2.50

Tokenization is included; reading rows and writing results is not. Rates are medians.
Planned: 5 repetitions after one trial, in turns, 30.0 s in all.
)");
}

TEST(ThroughputText, FitsInto100Columns) {
  ThroughputReport report = made_up_throughput();
  report.machine.processor.append(200, 'x');
  report.sets[0].figures[0].name.append(200, 'x');
  report.sets[0].figures[1].seconds = {1e-7, 1e-7, 2e-7, 1e-7, 1e-7};
  report.sets[0].figures[7].name.append(200, 'x');
  const std::string text = text_of(report);
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    EXPECT_LE(columns_of(line), 100u) << line;
    rest.remove_prefix(line.size() + 1);
  }
}

TEST(ThroughputText, CallsASampleASample) {
  ThroughputReport report = made_up_throughput();
  EXPECT_FALSE(has(text_of(report), "sample spread evenly"));
  report.sets[0].figures[1].pairs = 10;
  EXPECT_TRUE(has(text_of(report), "sample spread evenly"));
}

TEST(ThroughputText, MarksWhatRestsOnOnePair) {
  ThroughputReport report = made_up_throughput();
  EXPECT_FALSE(has(text_of(report), "†"));
  report.sets[0].figures[1].pairs = 1;
  report.sets[0].figures[3].pairs = 1;
  const std::string text = text_of(report);
  for (const char* part : {"  slow:n=5 † ", "ngram, all together † ", "† 1 pair only"}) {
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  }
  report.sets[0].pairs = 1;
  EXPECT_FALSE(has(text_of(report), "†")) << "there is no other";
}

TEST(ThroughputText, TellsLongNamesApart) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures[0].name = "bleu:tokenize=intl,lowercase";
  report.sets[0].figures[1].name = "bleu:tokenize=intl,lowercase,n=2";
  const std::string text = text_of(report);
  EXPECT_TRUE(has(text, "  bleu:tokenize=intl,lowercase\n")) << text;
  EXPECT_TRUE(has(text, "  bleu:tokenize=intl,lowercase,n=2\n")) << text;
}

TEST(ThroughputText, HasNoSpeedOfWhatWasNotMeasured) {
  ThroughputReport report = made_up_throughput();
  for (Throughput& figure : report.sets[0].figures) {
    figure.is_measured = false;
    figure.note = "why";
  }
  const std::string text = text_of(report);
  EXPECT_TRUE(has(text, "  4 (more than cores)      not measured: why\n")) << text;
  EXPECT_FALSE(has(text, "█")) << text;
  std::string json;
  append_throughput_json(report, json);
  EXPECT_FALSE(has(json, "pairs_per_second"));
  EXPECT_FALSE(has(json, "speed_up"));
}

TEST(ThroughputText, SaysWhenThereIsNoSpread) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures[1].seconds = {1, 1};
  EXPECT_TRUE(has(text_of(report), "2 taken")) << text_of(report);
}

TEST(ThroughputText, DoubtsAMachineThatIsNotIdle) {
  ThroughputReport report = made_up_throughput();
  for (Throughput& figure : report.sets[0].figures) {
    figure.seconds = {1, 2, 3, 4, 5};
  }
  EXPECT_TRUE(has(text_of(report), "not idle"));
}

TEST(ThroughputText, DoubtsABuildThatIsNotOptimised) {
  ThroughputReport report = made_up_throughput();
  report.build.is_optimised = false;
  EXPECT_TRUE(has(text_of(report), "not optimised"));
}

TEST(ThroughputText, CountsWhatWasLeftOut) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].broken = 1;
  report.sets[0].is_whole = false;
  EXPECT_TRUE(
      has(in_words(report.sets[0]), ", 1 broken row left out, the beginning of a longer file"));
  EXPECT_TRUE(has(text_of(report), "1 broken row left out"));
}

TEST(ThroughputJson, HasEverything) {
  std::string out;
  append_throughput_json(made_up_throughput(), out);
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(out);
  EXPECT_EQ(std::uint64_t(json["schema"]), 1u);
  EXPECT_EQ(std::string_view(json["date"]), "2026-01-02T03:04:05Z");
  EXPECT_EQ(std::string_view(json["machine"]["processor"]), "Some & Processor");
  EXPECT_EQ(std::uint64_t(json["machine"]["memory_bytes"]), std::uint64_t{8} << 30);
  EXPECT_EQ(std::string_view(json["build"]["flags"]), "-O3");
  EXPECT_EQ(std::uint64_t(json["plan"]["repetitions"]), 5u);
  const simdjson::dom::element set = json["sets"].at(0);
  EXPECT_EQ(std::uint64_t(set["pairs"]), 100u);
  EXPECT_EQ(double(set["median_words"]["rewrite"]), 8.5);
  const simdjson::dom::element fast = set["figures"].at(0);
  EXPECT_EQ(std::string_view(fast["what"]), "metric");
  EXPECT_EQ(std::string_view(fast["family"]), "ngram");
  EXPECT_EQ(std::string_view(fast["metrics"].at(0)), "fast");
  EXPECT_EQ(fast["seconds"].get_array().size(), 5u);
  EXPECT_DOUBLE_EQ(double(fast["pairs_per_second"]["median"]), 100'000);
  EXPECT_DOUBLE_EQ(double(fast["pairs_per_second"]["quartiles"].at(0)), 1000 / .011);
  EXPECT_DOUBLE_EQ(double(fast["pairs_per_second"]["most"]), 1000 / .009);
  EXPECT_DOUBLE_EQ(double(fast["megabytes_per_second"]), 10);
  EXPECT_DOUBLE_EQ(double(fast["microseconds_per_pair"]), 10);
  const simdjson::dom::element never = set["figures"].at(2);
  EXPECT_EQ(never["pairs_per_second"].error(), simdjson::NO_SUCH_FIELD);
  EXPECT_EQ(std::string_view(never["note"]), "something <is> missing");
  EXPECT_EQ(double(set["figures"].at(6)["speed_up"]), 2);
  EXPECT_EQ(std::uint64_t(set["figures"].at(7)["threads"]), 4u);
}

}  // namespace
}  // namespace unspin
