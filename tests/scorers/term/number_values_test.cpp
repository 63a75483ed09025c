#include "scorers/term/number_values.hpp"

#include <gtest/gtest.h>

namespace unspin {
namespace {

std::optional<Decimal> read(std::string_view text, std::size_t expected_length) {
  std::size_t length = 0;
  const auto value = read_decimal(text, length);
  EXPECT_EQ(length, expected_length) << text;
  return value;
}

TEST(NumberValues, AreExactAndHaveOneFormEach) {
  EXPECT_EQ(decimal(1000), (Decimal{1, 3}));
  EXPECT_EQ(decimal(54, 5), decimal(5'400'000));
  EXPECT_EQ(decimal(0, 7), Decimal{});
  EXPECT_EQ(decimal(12, 2).small(), 1200);
  EXPECT_EQ(decimal(5, -1).small(), -1);
  EXPECT_EQ(decimal(5, 300).small(), -1);
}

TEST(NumberValues, OfDigits) {
  EXPECT_EQ(read("1,000,000 men", 9), decimal(1, 6));
  EXPECT_EQ(read("3.14", 4), decimal(314, -2));
  EXPECT_EQ(read("1,5", 3), decimal(15, -1));
  EXPECT_EQ(read("5m", 1), decimal(5));
  EXPECT_EQ(read("007", 3), decimal(7));
  EXPECT_EQ(read("999999999999999999", 18), decimal(999'999'999'999'999'999));
  EXPECT_EQ(read("9999999999999999999", 19), std::nullopt);
  EXPECT_EQ(read("1.2.3", 3), std::nullopt);
}

TEST(NumberValues, OfSignsWithTheCountryBeforeThem) {
  EXPECT_EQ(currency_before("cost US$").length, 3u);
  EXPECT_EQ(currency_before("BUS$").length, 1u);
  EXPECT_EQ(currency_before("cost £").unit, Unit::pound);
  EXPECT_EQ(currency_before("cost ").unit, Unit::none);
}

TEST(NumberValues, OfLettersDependOnWhetherDigitsStandBeforeThem) {
  EXPECT_EQ(number_suffix("k").kind, NumberWord::Kind::scale);
  EXPECT_EQ(number_word("k").kind, NumberWord::Kind::none);
  EXPECT_EQ(number_suffix("km").unit, Unit::kilometre);
  EXPECT_EQ(number_suffix("x").kind, NumberWord::Kind::none);
}

}  // namespace
}  // namespace unspin
