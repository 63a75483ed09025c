#include "scorers/term/number_values.hpp"

#include <algorithm>
#include <unordered_map>

#include "scorers/term/word_list.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_digits = 18;

using Kind = NumberWord::Kind;

struct Entry {
  std::string_view word;
  NumberWord meaning;
};

constexpr Entry counted(std::string_view word, Kind kind, std::uint8_t value) {
  return {word, {kind, value, Unit::none}};
}
constexpr Entry measured(std::string_view word, Unit unit) { return {word, {Kind::unit, 0, unit}}; }

constexpr Entry words[] = {
    counted("one", Kind::one, 1),
    counted("zero", Kind::small, 0),
    counted("two", Kind::small, 2),
    counted("three", Kind::small, 3),
    counted("four", Kind::small, 4),
    counted("five", Kind::small, 5),
    counted("six", Kind::small, 6),
    counted("seven", Kind::small, 7),
    counted("eight", Kind::small, 8),
    counted("nine", Kind::small, 9),
    counted("ten", Kind::small, 10),
    counted("eleven", Kind::small, 11),
    counted("twelve", Kind::small, 12),
    counted("thirteen", Kind::small, 13),
    counted("fourteen", Kind::small, 14),
    counted("fifteen", Kind::small, 15),
    counted("sixteen", Kind::small, 16),
    counted("seventeen", Kind::small, 17),
    counted("eighteen", Kind::small, 18),
    counted("nineteen", Kind::small, 19),
    counted("twenty", Kind::tens, 20),
    counted("thirty", Kind::tens, 30),
    counted("forty", Kind::tens, 40),
    counted("fifty", Kind::tens, 50),
    counted("sixty", Kind::tens, 60),
    counted("seventy", Kind::tens, 70),
    counted("eighty", Kind::tens, 80),
    counted("ninety", Kind::tens, 90),
    counted("hundred", Kind::hundred, 2),
    counted("thousand", Kind::scale, 3),
    counted("million", Kind::scale, 6),
    counted("billion", Kind::scale, 9),
    counted("trillion", Kind::scale, 12),
    counted("bn", Kind::scale, 9),
    counted("mn", Kind::scale, 6),
    counted("dozen", Kind::dozen, 12),
    counted("first", Kind::ordinal, 1),
    counted("second", Kind::ordinal, 2),
    counted("third", Kind::ordinal, 3),
    counted("fourth", Kind::ordinal, 4),
    counted("fifth", Kind::ordinal, 5),
    counted("sixth", Kind::ordinal, 6),
    counted("seventh", Kind::ordinal, 7),
    counted("eighth", Kind::ordinal, 8),
    counted("ninth", Kind::ordinal, 9),
    counted("tenth", Kind::ordinal, 10),
    counted("eleventh", Kind::ordinal, 11),
    counted("twelfth", Kind::ordinal, 12),
    counted("thirteenth", Kind::ordinal, 13),
    counted("fourteenth", Kind::ordinal, 14),
    counted("fifteenth", Kind::ordinal, 15),
    counted("sixteenth", Kind::ordinal, 16),
    counted("seventeenth", Kind::ordinal, 17),
    counted("eighteenth", Kind::ordinal, 18),
    counted("nineteenth", Kind::ordinal, 19),
    counted("twentieth", Kind::ordinal, 20),
    counted("thirtieth", Kind::ordinal, 30),
    counted("fortieth", Kind::ordinal, 40),
    counted("fiftieth", Kind::ordinal, 50),
    counted("sixtieth", Kind::ordinal, 60),
    counted("seventieth", Kind::ordinal, 70),
    counted("eightieth", Kind::ordinal, 80),
    counted("ninetieth", Kind::ordinal, 90),
    counted("hundredth", Kind::ordinal, 100),
    counted("twenties", Kind::decade, 20),
    counted("thirties", Kind::decade, 30),
    counted("forties", Kind::decade, 40),
    counted("fifties", Kind::decade, 50),
    counted("sixties", Kind::decade, 60),
    counted("seventies", Kind::decade, 70),
    counted("eighties", Kind::decade, 80),
    counted("nineties", Kind::decade, 90),
    counted("half", Kind::half, 2),
    counted("halves", Kind::part, 2),
    counted("thirds", Kind::part, 3),
    counted("quarter", Kind::part, 4),
    counted("quarters", Kind::part, 4),
    counted("fourths", Kind::part, 4),
    counted("fifths", Kind::part, 5),
    counted("sixths", Kind::part, 6),
    counted("sevenths", Kind::part, 7),
    counted("eighths", Kind::part, 8),
    counted("ninths", Kind::part, 9),
    counted("tenths", Kind::part, 10),
    counted("percent", Kind::percent, 0),
    counted("pct", Kind::percent, 0),
    counted("per", Kind::per, 0),
    counted("january", Kind::month, 1),
    counted("jan", Kind::month, 1),
    counted("february", Kind::month, 2),
    counted("feb", Kind::month, 2),
    counted("march", Kind::month, 3),
    counted("mar", Kind::month, 3),
    counted("april", Kind::month, 4),
    counted("apr", Kind::month, 4),
    counted("may", Kind::month, 5),
    counted("june", Kind::month, 6),
    counted("jun", Kind::month, 6),
    counted("july", Kind::month, 7),
    counted("jul", Kind::month, 7),
    counted("august", Kind::month, 8),
    counted("aug", Kind::month, 8),
    counted("september", Kind::month, 9),
    counted("sept", Kind::month, 9),
    counted("sep", Kind::month, 9),
    counted("october", Kind::month, 10),
    counted("oct", Kind::month, 10),
    counted("november", Kind::month, 11),
    counted("nov", Kind::month, 11),
    counted("december", Kind::month, 12),
    counted("dec", Kind::month, 12),
    counted("a", Kind::article, 1),
    counted("an", Kind::article, 1),
    counted("minus", Kind::minus, 0),
    counted("a.m", Kind::meridiem, 0),
    counted("am", Kind::meridiem, 0),
    counted("p.m", Kind::meridiem, 12),
    counted("pm", Kind::meridiem, 12),
    counted("o'clock", Kind::o_clock, 0),

    measured("dollar", Unit::dollar),
    measured("dollars", Unit::dollar),
    measured("usd", Unit::dollar),
    measured("bucks", Unit::dollar),
    measured("euro", Unit::euro),
    measured("euros", Unit::euro),
    measured("eur", Unit::euro),
    measured("pound", Unit::pound),
    measured("pounds", Unit::pound),
    measured("gbp", Unit::pound),
    measured("quid", Unit::pound),
    measured("lb", Unit::pound),
    measured("lbs", Unit::pound),
    measured("yen", Unit::yen),
    measured("jpy", Unit::yen),
    measured("yuan", Unit::yuan),
    measured("rupee", Unit::rupee),
    measured("rupees", Unit::rupee),
    measured("cent", Unit::cent),
    measured("cents", Unit::cent),
    measured("pence", Unit::penny),
    measured("franc", Unit::franc),
    measured("francs", Unit::franc),
    measured("kronor", Unit::krona),
    measured("krona", Unit::krona),
    measured("kilometre", Unit::kilometre),
    measured("kilometres", Unit::kilometre),
    measured("kilometer", Unit::kilometre),
    measured("kilometers", Unit::kilometre),
    measured("km", Unit::kilometre),
    measured("kms", Unit::kilometre),
    measured("metre", Unit::metre),
    measured("metres", Unit::metre),
    measured("meter", Unit::metre),
    measured("meters", Unit::metre),
    measured("m", Unit::metre),
    measured("centimetre", Unit::centimetre),
    measured("centimetres", Unit::centimetre),
    measured("centimeter", Unit::centimetre),
    measured("centimeters", Unit::centimetre),
    measured("cm", Unit::centimetre),
    measured("millimetre", Unit::millimetre),
    measured("millimetres", Unit::millimetre),
    measured("millimeter", Unit::millimetre),
    measured("millimeters", Unit::millimetre),
    measured("mm", Unit::millimetre),
    measured("mile", Unit::mile),
    measured("miles", Unit::mile),
    measured("yard", Unit::yard),
    measured("yards", Unit::yard),
    measured("yd", Unit::yard),
    measured("foot", Unit::foot),
    measured("feet", Unit::foot),
    measured("ft", Unit::foot),
    measured("inch", Unit::inch),
    measured("inches", Unit::inch),
    measured("tonne", Unit::tonne),
    measured("tonnes", Unit::tonne),
    measured("ton", Unit::tonne),
    measured("tons", Unit::tonne),
    measured("kilogram", Unit::kilogram),
    measured("kilograms", Unit::kilogram),
    measured("kilogramme", Unit::kilogram),
    measured("kilogrammes", Unit::kilogram),
    measured("kilo", Unit::kilogram),
    measured("kilos", Unit::kilogram),
    measured("kg", Unit::kilogram),
    measured("kgs", Unit::kilogram),
    measured("gram", Unit::gram),
    measured("grams", Unit::gram),
    measured("gramme", Unit::gram),
    measured("grammes", Unit::gram),
    measured("g", Unit::gram),
    measured("milligram", Unit::milligram),
    measured("milligrams", Unit::milligram),
    measured("mg", Unit::milligram),
    measured("ounce", Unit::ounce),
    measured("ounces", Unit::ounce),
    measured("oz", Unit::ounce),
    measured("seconds", Unit::second),
    measured("sec", Unit::second),
    measured("secs", Unit::second),
    measured("minute", Unit::minute),
    measured("minutes", Unit::minute),
    measured("min", Unit::minute),
    measured("mins", Unit::minute),
    measured("hour", Unit::hour),
    measured("hours", Unit::hour),
    measured("hr", Unit::hour),
    measured("hrs", Unit::hour),
    measured("day", Unit::day),
    measured("days", Unit::day),
    measured("week", Unit::week),
    measured("weeks", Unit::week),
    measured("month", Unit::month),
    measured("months", Unit::month),
    measured("year", Unit::year),
    measured("years", Unit::year),
    measured("yr", Unit::year),
    measured("yrs", Unit::year),
    measured("decade", Unit::decade_long),
    measured("decades", Unit::decade_long),
    measured("century", Unit::century),
    measured("centuries", Unit::century),
    measured("litre", Unit::litre),
    measured("litres", Unit::litre),
    measured("liter", Unit::litre),
    measured("liters", Unit::litre),
    measured("l", Unit::litre),
    measured("ml", Unit::millilitre),
    measured("millilitres", Unit::millilitre),
    measured("milliliters", Unit::millilitre),
    measured("gallon", Unit::gallon),
    measured("gallons", Unit::gallon),
    measured("hectare", Unit::hectare),
    measured("hectares", Unit::hectare),
    measured("ha", Unit::hectare),
    measured("acre", Unit::acre),
    measured("acres", Unit::acre),
    measured("km2", Unit::square_kilometre),
    measured("m2", Unit::square_metre),
    measured("celsius", Unit::celsius),
    measured("centigrade", Unit::celsius),
    measured("fahrenheit", Unit::fahrenheit),
    measured("kph", Unit::kilometre_per_hour),
    measured("mph", Unit::mile_per_hour),
    measured("degree", Unit::degree),
    measured("degrees", Unit::degree),
    measured("byte", Unit::byte),
    measured("bytes", Unit::byte),
    measured("kilobytes", Unit::kilobyte),
    measured("kb", Unit::kilobyte),
    measured("megabyte", Unit::megabyte),
    measured("megabytes", Unit::megabyte),
    measured("mb", Unit::megabyte),
    measured("gigabyte", Unit::gigabyte),
    measured("gigabytes", Unit::gigabyte),
    measured("gb", Unit::gigabyte),
    measured("terabyte", Unit::terabyte),
    measured("terabytes", Unit::terabyte),
    measured("tb", Unit::terabyte),
    measured("watt", Unit::watt),
    measured("watts", Unit::watt),
    measured("w", Unit::watt),
    measured("kilowatt", Unit::kilowatt),
    measured("kilowatts", Unit::kilowatt),
    measured("kw", Unit::kilowatt),
    measured("megawatt", Unit::megawatt),
    measured("megawatts", Unit::megawatt),
    measured("mw", Unit::megawatt),
    measured("gigawatt", Unit::gigawatt),
    measured("gigawatts", Unit::gigawatt),
    measured("gw", Unit::gigawatt),
    measured("kwh", Unit::kilowatt_hour),
    measured("hz", Unit::hertz),
    measured("hertz", Unit::hertz),
    measured("mhz", Unit::megahertz),
    measured("megahertz", Unit::megahertz),
    measured("ghz", Unit::gigahertz),
    measured("gigahertz", Unit::gigahertz),
    measured("volt", Unit::volt),
    measured("volts", Unit::volt),
    measured("v", Unit::volt),
    measured("calories", Unit::calorie),
    measured("kcal", Unit::calorie),
};

/// Of digits only: alone they are letters or other words.
constexpr Entry suffixes[] = {
    counted("k", Kind::scale, 3),     counted("b", Kind::scale, 9),
    counted("tn", Kind::scale, 12),   counted("st", Kind::ordinal, 0),
    counted("nd", Kind::ordinal, 0),  counted("rd", Kind::ordinal, 0),
    counted("th", Kind::ordinal, 0),  counted("s", Kind::decade, 0),
    counted("'s", Kind::decade, 0),   measured("h", Unit::hour),
    counted("am", Kind::meridiem, 0), counted("pm", Kind::meridiem, 12),
    measured("p", Unit::penny),
};

struct Sign {
  std::string_view text;
  Unit unit;
};
constexpr Sign signs[] = {{"$", Unit::dollar}, {"£", Unit::pound}, {"€", Unit::euro},
                          {"¥", Unit::yen},    {"₹", Unit::rupee}, {"¢", Unit::cent}};
/// Countries before a dollar sign; which one is not told apart.
constexpr std::string_view countries[] = {"US", "A", "AU", "C", "CA", "NZ", "HK", "S"};

using Table = std::unordered_map<std::string_view, NumberWord>;

template <std::size_t size>
Table table_of(const Entry (&entries)[size]) {
  Table table;
  for (const Entry& entry : entries) {
    table.emplace(entry.word, entry.meaning);
  }
  return table;
}

/// Rules most other words out.
constexpr auto known_words = [] {
  std::string_view texts[std::size(words)];
  std::ranges::transform(words, texts, &Entry::word);
  return WordList(texts);
}();

NumberWord look_up(const Table& table, std::string_view word) {
  const auto found = table.find(word);
  return found == table.end() ? NumberWord{} : found->second;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) {
    ++end;
  }
  return end - at;
}

}  // namespace

std::int64_t Decimal::small() const {
  std::uint64_t value = digits;
  for (std::int32_t k = 0; k < exponent && value < 1'000'000'000; ++k) {
    value *= 10;
  }
  return exponent >= 0 && value < 1'000'000'000 ? static_cast<std::int64_t>(value) : -1;
}

Decimal decimal(std::uint64_t digits, std::int32_t exponent) {
  if (digits == 0) {
    return {};
  }
  while (digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  return {digits, exponent};
}

std::optional<Decimal> read_decimal(std::string_view text, std::size_t& length) {
  std::size_t at = digits_at(text, 0);
  std::size_t digit_count = at;
  const bool may_be_grouped = at <= 3;
  while (may_be_grouped && at < text.size() && text[at] == ',' && digits_at(text, at + 1) == 3) {
    at += 4;
    digit_count += 3;
  }
  std::int32_t exponent = 0;
  const bool has_fraction = at + 1 < text.size() && is_digit(text[at + 1]) &&
                            (text[at] == '.' || (text[at] == ',' && digit_count == at));
  if (has_fraction) {
    const std::size_t fraction = digits_at(text, at + 1);
    exponent = -static_cast<std::int32_t>(std::min(fraction, most_digits + 1));
    digit_count += fraction;
    at += 1 + fraction;
  }
  length = at;
  const bool goes_on =
      at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1]);
  if (goes_on || digit_count > most_digits) {
    return std::nullopt;
  }
  std::uint64_t digits = 0;
  for (const char c : text.substr(0, at)) {
    digits = is_digit(c) ? digits * 10 + static_cast<std::uint64_t>(c - '0') : digits;
  }
  return decimal(digits, exponent);
}

NumberWord number_word(std::string_view folded) {
  static const Table table = table_of(words);
  if (folded.empty() || is_digit(folded[0])) {
    return {folded.empty() ? Kind::none : Kind::digits};
  }
  return known_words.may_contain(folded) ? look_up(table, folded) : NumberWord{};
}

NumberWord number_suffix(std::string_view folded) {
  static const Table table = table_of(suffixes);
  const NumberWord own = look_up(table, folded);
  if (own.kind != Kind::none) {
    return own;
  }
  const NumberWord word = number_word(folded);
  const bool is_abbreviation =
      folded.size() <= 4 && (word.kind == Kind::unit || word.kind == Kind::scale);
  return is_abbreviation ? word : NumberWord{};
}

Unit square_of(Unit unit) {
  return unit == Unit::kilometre ? Unit::square_kilometre
         : unit == Unit::metre   ? Unit::square_metre
         : unit == Unit::mile    ? Unit::square_mile
         : unit == Unit::foot    ? Unit::square_foot
                                 : Unit::none;
}

Unit per_hour(Unit unit) {
  return unit == Unit::kilometre ? Unit::kilometre_per_hour
         : unit == Unit::mile    ? Unit::mile_per_hour
                                 : Unit::none;
}

CurrencySign currency_before(std::string_view text) {
  for (const Sign& sign : signs) {
    if (!text.ends_with(sign.text)) {
      continue;
    }
    CurrencySign found{sign.unit, sign.text.size()};
    text.remove_suffix(sign.text.size());
    for (const std::string_view country : countries) {
      const bool is_whole =
          text.ends_with(country) &&
          (text.size() == country.size() || (text[text.size() - country.size() - 1] | 32) < 'a' ||
           (text[text.size() - country.size() - 1] | 32) > 'z');
      if (sign.unit == Unit::dollar && is_whole) {
        found.length += country.size();
        break;
      }
    }
    return found;
  }
  return {};
}

CurrencySign currency_at(std::string_view text) {
  for (const Sign& sign : signs) {
    if (text.starts_with(sign.text)) {
      return {sign.unit, sign.text.size()};
    }
  }
  return {};
}

}  // namespace unspin
