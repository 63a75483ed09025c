// What number words, units and digits mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace unspin {

/// An exact decimal number: digits · 10^exponent, without zeros at the end of the digits, so that
/// equal numbers have equal members.
struct Decimal {
  std::uint64_t digits = 0;
  std::int32_t exponent = 0;
  bool operator==(const Decimal&) const = default;

  bool is_whole() const { return exponent >= 0; }
  /// The value of a whole number of at most nine digits; −1 of any other.
  std::int64_t small() const;
};

/// digits · 10^exponent.
Decimal decimal(std::uint64_t digits, std::int32_t exponent = 0);

/// Reads a number that begins with a digit: 1,000 (thousands in threes), 3.14, 1,5 (a comma that
/// groups nothing is a decimal point). `length` is set to the bytes read. Nothing if a second point
/// follows (a version, an address of a machine) or it has more than 18 digits.
std::optional<Decimal> read_decimal(std::string_view text, std::size_t& length);

/// What a number counts or measures. One for each way to write it: km, kilometres.
enum class Unit : std::uint8_t {
  none,
  ordinal,
  decade,
  date,
  time,  // kinds of number rather than units
  dollar,
  euro,
  pound,
  yen,
  yuan,
  rupee,
  cent,
  penny,
  franc,
  krona,
  kilometre,
  metre,
  centimetre,
  millimetre,
  mile,
  yard,
  foot,
  inch,
  tonne,
  kilogram,
  gram,
  milligram,
  ounce,
  second,
  minute,
  hour,
  day,
  week,
  month,
  year,
  decade_long,
  century,
  litre,
  millilitre,
  gallon,
  hectare,
  acre,
  square_metre,
  square_kilometre,
  square_mile,
  square_foot,
  kilometre_per_hour,
  mile_per_hour,
  celsius,
  fahrenheit,
  degree,
  byte,
  kilobyte,
  megabyte,
  gigabyte,
  terabyte,
  watt,
  kilowatt,
  megawatt,
  gigawatt,
  kilowatt_hour,
  hertz,
  megahertz,
  gigahertz,
  volt,
  calorie,
};

/// What a folded word may be in a number.
struct NumberWord {
  enum class Kind : std::uint8_t {
    none,
    digits,  ///< begins with a digit
    one,     ///< "one"
    small,   ///< zero, two … nineteen
    tens,    ///< twenty … ninety
    hundred,
    scale,  ///< thousand, million …; value: its power of ten
    dozen,
    ordinal,  ///< first … ninetieth, hundredth
    decade,   ///< twenties …; value 20 …
    half,
    part,  ///< thirds, quarter …; value: the denominator
    unit,
    percent,  ///< "percent", "pct"
    per,      ///< of "per cent"
    month,    ///< value 1 … 12
    article,  ///< "a", "an"
    minus,
    meridiem,  ///< a.m. (0), p.m. (12): the hours it adds
    o_clock,
  };
  Kind kind = Kind::none;
  std::uint8_t value = 0;
  Unit unit = Unit::none;
};

/// Constant time.
NumberWord number_word(std::string_view folded);

/// What may be glued to digits: "k" (scale), "km" (unit), "th" (ordinal), "s" (decade).
NumberWord number_suffix(std::string_view folded);

/// "square" kilometre, kilometre "per hour", degree "Celsius": none if there is no such unit.
Unit square_of(Unit unit);
Unit per_hour(Unit unit);

/// The unit of a currency sign at the end of `text` (US$, £), and the bytes it takes there.
struct CurrencySign {
  Unit unit = Unit::none;
  std::size_t length = 0;
};
CurrencySign currency_before(std::string_view text);
CurrencySign currency_at(std::string_view text);  ///< at its beginning: "5€"

}  // namespace unspin
