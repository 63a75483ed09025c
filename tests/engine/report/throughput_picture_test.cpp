// The picture is sound XML, says everything, and stays on its sheet.
#include "engine/report/throughput_picture.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <memory>
#include <string>
#include <vector>

#include "tests/engine/report/made_up_throughput.hpp"

namespace unspin {
namespace {

using testing::made_up_figure;
using testing::made_up_set;
using testing::made_up_throughput;

/// The values of an XPath expression; of a picture that is not XML, a failure.
class Picture {
 public:
  explicit Picture(const ThroughputReport& report) {
    append_throughput_picture(report, svg_);
    document_.reset(xmlReadMemory(svg_.data(), static_cast<int>(svg_.size()), nullptr, "UTF-8",
                                  XML_PARSE_NONET));
    EXPECT_NE(document_, nullptr) << svg_;
    context_.reset(xmlXPathNewContext(document_.get()));
  }

  std::vector<std::string> find(const std::string& path) const {
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context_.get()),
        xmlXPathFreeObject);
    std::vector<std::string> values;
    for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
      const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
          xmlNodeGetContent(found->nodesetval->nodeTab[i]), xmlFree);
      values.emplace_back(reinterpret_cast<const char*>(value.get()));
    }
    return values;
  }

  bool shows(const std::string& text) const {
    return !find("//*[local-name()='text' and text()=\"" + text + "\"]").empty();
  }

  const std::string& svg() const { return svg_; }

 private:
  std::string svg_;
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_{nullptr, xmlFreeDoc};
  std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context_{nullptr,
                                                                            xmlXPathFreeContext};
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ThroughputPicture, NamesEveryMetric) {
  const Picture picture(made_up_throughput());
  for (const char* name : {"fast", "slow:n=5", "never", "ngram, together", "all of these"}) {
    EXPECT_TRUE(picture.shows(name)) << name;
  }
  EXPECT_TRUE(picture.shows("not measured"));
}

TEST(ThroughputPicture, SaysWhereAndOnWhatItWasMeasured) {
  const Picture picture(made_up_throughput());
  std::string all;
  for (const std::string& text : picture.find("//*[local-name()='text']")) {
    all += text + " ";
  }
  for (const char* part : {"Some & Processor, 2 cores", "g++ 12.2.0", "2026-01-02", "unspin:1.2.3",
                           "sentences (made up): 100 pairs", "threads", "×2", "ideal",
                           "more threads than cores", "100k"}) {
    EXPECT_TRUE(has(all, part)) << part << "\n" << all;
  }
}

TEST(ThroughputPicture, HasABarForEachFigureAndASeriesForEachSet) {
  ThroughputReport report = made_up_throughput();
  report.sets.push_back(made_up_set("articles"));
  const Picture picture(report);
  const auto count = [&](const std::string& shape, const std::string& colour) {
    return picture.find("//*[local-name()='" + shape + "'][@fill='" + colour + "']").size();
  };
  EXPECT_EQ(count("rect", "#0072b2"), 4u + 1) << "bars, and one in the legend";
  EXPECT_EQ(count("circle", "#0072b2"), 3u + 1) << "points, and one in the legend";
  EXPECT_EQ(count("rect", "#e69f00"), 4u + 1 + 3 + 1) << "the points of the second are squares";
  EXPECT_EQ(count("circle", "#e69f00"), 0u);
}

TEST(ThroughputPicture, SaysWhatItsAxesAre) {
  const Picture picture(made_up_throughput());
  for (const char* text : {"pairs per second, logarithmic", "threads", "speed-up", "×0"}) {
    EXPECT_TRUE(picture.shows(text)) << text;
  }
}

TEST(ThroughputPicture, BreaksLongNames) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures[0].name = "bleu:tokenize=intl,lowercase";
  report.sets[0].figures[1].name = "bleu:tokenize=intl";
  const Picture picture(report);
  EXPECT_TRUE(picture.shows("bleu:tokenize=intl,"));
  EXPECT_TRUE(picture.shows("lowercase"));
  EXPECT_TRUE(picture.shows("bleu:tokenize=intl"));
}

TEST(ThroughputPicture, HeadsSeveralKindsOfEverything) {
  ThroughputReport report = made_up_throughput();
  EXPECT_FALSE(Picture(report).shows("everything, together"));
  report.sets[0].figures.push_back(made_up_figure(Timed::together, "every metric", {1}));
  const Picture picture(report);
  std::vector<std::string> bold = picture.find("//*[@font-weight='bold']");
  EXPECT_EQ(std::ranges::count(bold, "everything, together"), 1);
  EXPECT_EQ(std::ranges::count(bold, "every metric") + std::ranges::count(bold, "all of these"), 0);
}

TEST(ThroughputPicture, MarksWhatRestsOnOnePair) {
  ThroughputReport report = made_up_throughput();
  EXPECT_FALSE(has(Picture(report).svg(), "†"));
  report.sets[0].figures[1].pairs = 1;
  EXPECT_TRUE(has(Picture(report).svg(), "†: 1 pair only"));
}

TEST(ThroughputPicture, HasNoThreadsIfNothingWasMeasured) {
  ThroughputReport report = made_up_throughput();
  for (Throughput& figure : report.sets[0].figures) {
    figure.is_measured = false;
  }
  EXPECT_FALSE(has(Picture(report).svg(), "Speed-up by threads:"));
}

TEST(ThroughputPicture, TakesNothingFromOutsideAndRunsNothing) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures[0].name = "<script>alert(1)</script>\"'&";
  report.sets[0].name = "]]><image href=\"http://example.com\"/>";
  report.machine.processor = "</text>";
  const Picture picture(report);
  for (const char* element : {"script", "image", "style", "foreignObject", "use", "a"}) {
    EXPECT_TRUE(picture.find("//*[local-name()='" + std::string(element) + "']").empty());
  }
  EXPECT_TRUE(picture.find("//@*[starts-with(local-name(), 'on') or local-name()='href']").empty());
}

TEST(ThroughputPicture, HasOnlyNumbersAndStaysOnItsSheet) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures[0].seconds = {1e-9};
  report.sets[0].figures[1].seconds = {1e9};
  report.sets[0].figures[0].name.append(200, 'x');
  const Picture picture(report);
  EXPECT_FALSE(has(picture.svg(), "nan"));
  EXPECT_FALSE(has(picture.svg(), "inf"));
  const double width = std::stod(picture.find("/*/@width")[0]);
  const double height = std::stod(picture.find("/*/@height")[0]);
  EXPECT_EQ(width, 252);
  for (const std::string& x : picture.find("//@x | //@cx")) {
    EXPECT_GE(std::stod(x), 0);
    EXPECT_LE(std::stod(x), width);
  }
  for (const std::string& y : picture.find("//@y | //@cy")) {
    EXPECT_GE(std::stod(y), 0);
    EXPECT_LE(std::stod(y), height);
  }
}

TEST(ThroughputPicture, LeavesTheThreadsOutIfThereIsOnlyOne) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures.resize(6);
  EXPECT_FALSE(has(Picture(report).svg(), "Speed-up by threads:"));
}

TEST(ThroughputPicture, DrawsManyThreadsOnALogarithmicAxis) {
  ThroughputReport report = made_up_throughput();
  for (const int threads : {8, 16, 32, 64}) {
    report.sets[0].figures.push_back(made_up_figure(Timed::threads, "all of these",
                                                    std::vector<double>(5, 2. / threads), threads));
  }
  report.machine.cores = 64;
  const Picture picture(report);
  EXPECT_TRUE(picture.shows("×64"));
  EXPECT_TRUE(picture.shows("×0.5"));
  EXPECT_TRUE(picture.shows("64"));
  EXPECT_FALSE(picture.shows("more threads than cores"));
}

TEST(ThroughputPicture, HasPointsOfSlowThreadsAboveTheFloor) {
  ThroughputReport report = made_up_throughput();
  report.sets[0].figures.push_back(
      made_up_figure(Timed::threads, "all of these", std::vector<double>(5, 20), 16));
  const Picture picture(report);
  EXPECT_TRUE(picture.shows("×0.0625"));
  std::vector<double> points;
  for (const std::string& y : picture.find("//@cy")) {
    points.push_back(std::stod(y));
  }
  const double floor = std::stod(picture.find("//*[text()='×0.0625']/@y")[0]) - 2;
  EXPECT_LT(std::ranges::max(points), floor - 2) << "the slowest, ×0.1";
}

TEST(ThroughputPicture, NamesPowersOfTwoFirst) {
  ThroughputReport report = made_up_throughput();
  for (const int threads : {15, 16, 17, 31, 32, 33, 63, 64}) {
    report.sets[0].figures.push_back(
        made_up_figure(Timed::threads, "all of these", std::vector<double>(5, 1), threads));
  }
  const Picture picture(report);
  for (const char* threads : {"1", "2", "4", "16", "32", "64"}) {
    EXPECT_TRUE(picture.shows(threads)) << threads;
  }
  for (const char* threads : {"15", "17", "31", "33", "63"}) {
    EXPECT_FALSE(picture.shows(threads)) << threads;
  }
}

}  // namespace
}  // namespace unspin
