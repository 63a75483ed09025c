// The picture is sound XML, says everything, and stays on its sheet.
#include "engine/report/throughput_picture.hpp"

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
  for (const char* colour : {"#0072b2", "#e69f00"}) {
    const std::string of_colour = std::string("[@fill='") + colour + "']";
    EXPECT_EQ(picture.find("//*[local-name()='rect']" + of_colour).size(), 4u + 1)
        << "bars, and one in the legend";
    EXPECT_EQ(picture.find("//*[local-name()='circle']" + of_colour).size(), 3u);
  }
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
  EXPECT_TRUE(picture.shows("64"));
  EXPECT_FALSE(picture.shows("more threads than cores"));
}

}  // namespace
}  // namespace unspin
