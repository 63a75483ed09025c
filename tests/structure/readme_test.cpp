// The README's table of metrics and docs/metrics.md are the catalogue's.
#include <gtest/gtest.h>

#include "engine/report/catalogue_report.hpp"
#include "scorers/catalogue.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

TEST(Readme, HasTheTableOfMetricsThatTheCatalogueGives) {
  const std::string readme = testing::read_file(std::string(places::source_folder) + "/README.md");
  std::string table;
  append_catalogue_markdown(catalogue(), table);
  EXPECT_NE(readme.find(table), std::string::npos)
      << "stale: replace the table by the output of  unspin metrics --format markdown\n"
      << table;
}

TEST(MetricsPage, IsWhatTheCatalogueGives) {
  std::string page;
  append_catalogue_reference(catalogue(), page);
  EXPECT_EQ(testing::read_file(std::string(places::source_folder) + "/docs/metrics.md"), page)
      << "stale: ./dev docs writes it anew";
}

}  // namespace
}  // namespace unspin
