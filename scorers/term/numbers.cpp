#include "scorers/term/numbers.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "engine/text/ascii.hpp"
#include "scorers/term/addresses.hpp"
#include "scorers/term/mentions.hpp"
#include "scorers/term/number_values.hpp"

namespace unspin {
namespace {

using Kind = NumberWord::Kind;

/// A number as it was read so far.
struct Number {
  Decimal value;
  std::uint64_t denominator = 1;  ///< of a fraction that is no decimal number
  std::uint64_t literal = 0;      ///< a date, or digits that are no number: their hash instead
  Unit unit = Unit::none;
  std::int32_t scale = 0;  ///< of the exponent, what scale words and percent added
  bool is_negative = false;
  bool is_weak = false;
  WordRange words;
  std::size_t begin = 0, end = 0;  ///< bytes of the reading

  bool is_plain() const { return unit == Unit::none && literal == 0 && scale == 0; }
};

struct Date {
  std::int64_t year = 0, month = 0, day = 0;  ///< 0: not said
};

constexpr std::string_view halves[] = {"first", "second", "other", "latter", "better"};
constexpr std::string_view before_a_moment[] = {"a",     "per",  "every", "each",
                                                "split", "this", "any"};
constexpr std::string_view group_blanks[] = {" ", "\u00A0", "\u2009", "\u202F"};
constexpr std::string_view dashes[] = {"-", "–", "—", " - ", " – ", "‑"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
  return std::ranges::find(words, word) != std::end(words);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
bool is_year(std::int64_t value) { return value >= 1000 && value < 3000; }

std::int64_t to_number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits.substr(0, 9)) {
    value = value * 10 + (c - '0');
  }
  return value;
}

std::uint64_t literal_of(const Date& date) {
  return mix(hash_of("date"),
             static_cast<std::uint64_t>(date.year * 10'000 + date.month * 100 + date.day));
}

/// The numbers of one text.
class NumberReader {
 public:
  NumberReader(const Reading& reading, const std::vector<NumberWord>& meanings,
               const std::vector<Mention>& addresses)
      : reading_(reading), meanings_(meanings), addresses_(addresses) {}

  std::vector<Mention> read() {
    std::size_t address = 0;
    const auto words = static_cast<std::uint32_t>(reading_.words.size());
    for (std::uint32_t i = 0; i < words;) {
      if (kind(i) == Kind::none) {
        ++i;
        continue;
      }
      while (address < addresses_.size() && addresses_[address].words.end <= i) {
        ++address;
      }
      if (address < addresses_.size() && addresses_[address].words.begin <= i) {
        i = addresses_[address].words.end;
        continue;
      }
      i = read_at(i) ? std::max(i + 1, numbers_.back().words.end) : i + 1;
    }
    return mentions();
  }

 private:
  // What stands where. Behind the last word there is nothing.

  NumberWord meaning(std::uint32_t i) const {
    return i < reading_.words.size() ? meanings_[reading_.words.id[i]] : NumberWord{};
  }
  Kind kind(std::uint32_t i) const { return meaning(i).kind; }
  std::string_view of(std::uint32_t i) const {
    return i < reading_.words.size() ? reading_.of(i) : std::string_view{};
  }
  std::string_view folded(std::uint32_t i) const {
    return i < reading_.words.size() ? reading_.folded(i) : std::string_view{};
  }
  bool is_joined(std::uint32_t i) const {
    const std::string_view between = reading_.behind(i);
    return between == " " || between == "-" || between == "\u00A0" || between == "‑";
  }
  bool is_digits(std::uint32_t i, std::size_t least, std::size_t most) const {
    const std::string_view word = of(i);
    return word.size() >= least && word.size() <= most && is_all_digits(word);
  }
  char byte_before(std::size_t at) const { return at > 0 ? reading_.text[at - 1] : ' '; }

  bool read_at(std::uint32_t i) {
    switch (kind(i)) {
      case Kind::digits:
        return read_digits(i);
      case Kind::month:
        return read_month_first(i);
      case Kind::ordinal:
        return read_ordinal(i, 0, i);
      case Kind::decade:
        return add_decade(i, i, 1900 + meaning(i).value);
      case Kind::half:
        return read_half(i);
      case Kind::one:
      case Kind::small:
      case Kind::tens:
      case Kind::article:
        return read_words(i);
      default:
        return false;
    }
  }

  Number begin_number(std::uint32_t first, std::uint32_t last) const {
    Number number;
    number.words = {first, last + 1};
    number.begin = reading_.words.begin[first];
    number.end = reading_.words.end[last];
    return number;
  }

  void extend(Number& number, std::uint32_t last) const {
    number.words.end = last + 1;
    number.end = std::max<std::size_t>(number.end, reading_.words.end[last]);
  }

  bool add(Number number) {
    const std::uint32_t first = number.words.begin;
    if (first > 0 && is_unread(first - 1) && kind(first - 1) == Kind::minus &&
        number.literal == 0) {
      number.is_negative = true;
      number.begin = reading_.words.begin[--number.words.begin];
    }
    numbers_.push_back(number);
    return true;
  }

  bool add_literal(std::uint32_t first, std::uint32_t last, std::uint64_t literal, Unit unit) {
    Number number = begin_number(first, last);
    number.literal = literal;
    number.unit = unit;
    return add(number);
  }

  bool add_decade(std::uint32_t first, std::uint32_t last, std::int64_t year) {
    Number number = begin_number(first, last);
    number.value = decimal(static_cast<std::uint64_t>(year));
    number.unit = Unit::decade;
    return add(number);
  }

  bool add_time(std::uint32_t first, std::uint32_t last, std::int64_t hour, std::int64_t minute) {
    add_literal(first, last, mix(hash_of("time"), static_cast<std::uint64_t>(hour * 60 + minute)),
                Unit::time);
    const bool has_stop =
        of(last).find('.') != std::string_view::npos && kind(last) == Kind::meridiem;
    numbers_.back().end += has_stop && reading_.behind(last).starts_with('.') ? 1u : 0u;
    return true;
  }

  // Digits.

  bool read_digits(std::uint32_t i) {
    if (is_part_of_name(i) || is_list_number(i)) {
      return false;
    }
    const std::string_view word = of(i);
    std::size_t length = 0;
    std::optional<Decimal> value;
    Number number = begin_number(i, i);
    if (is_digit(word[0])) {
      value = read_decimal(word, length);
    } else {
      value = decimal(0);
    }
    if (!value) {
      return add_literal(i, i, hash_of(word), Unit::none);
    }
    number.value = *value;
    const bool is_bare_fraction = number.begin > 0 && byte_before(number.begin) == '.' &&
                                  !is_word_byte(byte_before(number.begin - 1));
    if (is_bare_fraction && is_all_digits(word) && length < 10) {  // .5
      number.value =
          decimal(number.value.digits, number.value.exponent - static_cast<std::int32_t>(length));
      --number.begin;
    }
    if (length == word.size() && (read_numeric_date(i) || read_clock(i) || read_slash(i))) {
      return true;
    }
    if (!read_suffix(i, word.substr(length), number)) {
      return false;
    }
    if (number.unit == Unit::time) {
      return true;  // it was added
    }
    if (length == word.size()) {
      join_groups(number);
    }
    if (read_day_first(number) || read_hour(number)) {
      return true;
    }
    read_prefix(number);
    read_tail(number);
    return add(number);
  }

  static bool is_word_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  /// COVID-19, F-16; but not mid-1990s.
  bool is_part_of_name(std::uint32_t i) const {
    return i > 0 && (reading_.before(i) == "-" || reading_.before(i) == "‑") &&
           std::ranges::any_of(of(i - 1), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           kind(i - 1) != Kind::month;
  }

  /// "1. Goals", "2) Means"
  bool is_list_number(std::uint32_t i) const {
    const std::string_view before = reading_.before(i);
    const std::size_t line = before.rfind('\n');
    const bool begins_line =
        (i == 0 || line != std::string_view::npos) &&
        before.substr(line + 1).find_first_not_of(" \t(") == std::string_view::npos;
    const std::string_view behind = reading_.behind(i);
    return begins_line && is_digits(i, 1, 2) && behind.size() > 1 &&
           (behind.starts_with('.') || behind.starts_with(')')) &&
           behind.find_first_not_of(" \t", 1) == std::string_view::npos;
  }

  /// 2020-03-12, 12/03/2020. Of the latter, what is no month is the day; else they stay in order.
  bool read_numeric_date(std::uint32_t i) {
    const std::string_view between = reading_.behind(i);
    if ((between != "-" && between != "/") || i + 2 >= reading_.words.size() ||
        reading_.behind(i + 1) != between || !is_digits(i, 1, 4) || !is_digits(i + 1, 1, 2) ||
        !is_digits(i + 2, 1, 4)) {
      return false;
    }
    const std::int64_t a = to_number(of(i));
    const std::int64_t b = to_number(of(i + 1));
    const std::int64_t c = to_number(of(i + 2));
    Date date;
    if (is_year(a)) {
      date = {a, b, c};
    } else if (is_year(c) || (between == "/" && of(i + 2).size() == 2)) {
      date = a > 12 ? Date{c, b, a} : Date{c, a, b};
    }
    if (date.month < 1 || date.day < 1 || date.month > 31 || date.day > 31) {
      return false;
    }
    return add_literal(i, i + 2, literal_of(date), Unit::date);
  }

  /// 10:30, 22:30:15, 10:30 p.m.
  bool read_clock(std::uint32_t i) {
    if (reading_.behind(i) != ":" || !is_digits(i, 1, 2)) {
      return false;
    }
    const std::string_view minutes = of(i + 1);
    if (minutes.size() < 2 || !is_all_digits(minutes.substr(0, 2)) ||
        (minutes.size() > 2 && number_suffix(minutes.substr(2)).kind != Kind::meridiem)) {
      return false;
    }
    const std::int64_t hour = to_number(of(i));
    const std::int64_t minute = to_number(minutes.substr(0, 2));
    if (hour > 24 || minute > 59) {
      return false;
    }
    std::uint32_t last = i + 1;
    std::uint8_t added = number_suffix(folded(last).substr(2)).value;
    bool is_said = minutes.size() > 2;
    if (reading_.behind(last) == ":" && is_digits(last + 1, 2, 2)) {
      ++last;
    }
    if (!is_said && is_joined(last) && kind(last + 1) == Kind::meridiem) {
      added = meaning(++last).value;
      is_said = true;
    }
    return add_time(i, last, hour_of_day(hour, is_said, added), minute);
  }

  /// 10 a.m., 10.30 pm, ten o'clock
  bool read_hour(const Number& number) {
    const std::uint32_t last = number.words.end - 1;
    const NumberWord behind = is_joined(last) ? meaning(last + 1) : NumberWord{};
    const bool is_said = behind.kind == Kind::meridiem;
    if (number.unit != Unit::none || (!is_said && behind.kind != Kind::o_clock)) {
      return false;
    }
    std::int64_t hour = number.value.small();
    std::int64_t minute = 0;
    if (const std::size_t dot = of(last).find('.'); dot != std::string_view::npos) {
      hour = to_number(of(last).substr(0, dot));
      minute = to_number(of(last).substr(dot + 1));
    }
    if (hour < 0 || hour > 24 || minute > 59) {
      return false;
    }
    return add_time(number.words.begin, last + 1, hour_of_day(hour, is_said, behind.value), minute);
  }

  static std::int64_t hour_of_day(std::int64_t hour, bool is_said, std::uint8_t added) {
    return is_said ? hour % 12 + added : hour % 24;
  }

  /// 2/3 is a fraction; 9/11 and 24/7 are what they are.
  bool read_slash(std::uint32_t i) {
    if (reading_.behind(i) != "/" || !is_digits(i, 1, 3) || !is_digits(i + 1, 1, 3)) {
      return false;
    }
    const std::int64_t above = to_number(of(i));
    const std::int64_t below = to_number(of(i + 1));
    if (above < 1 || above >= below || below > 10) {
      return add_literal(i, i + 1, mix(hash_of(of(i)), hash_of(of(i + 1))), Unit::none);
    }
    Number number = begin_number(i, i + 1);
    set_fraction(number, static_cast<std::uint64_t>(above), static_cast<std::uint64_t>(below));
    read_tail(number);
    return add(number);
  }

  static void set_fraction(Number& number, std::uint64_t above, std::uint64_t below) {
    const std::uint64_t shared = std::gcd(above, below);
    above /= shared;
    below /= shared;
    if (1000 % below == 0) {
      number.value = decimal(above * (1000 / below), -3);
    } else {
      number.value = decimal(above);
      number.denominator = below;
    }
  }

  /// What is glued to the digits. False if that makes them no number.
  bool read_suffix(std::uint32_t i, std::string_view written, Number& number) {
    if (written.empty()) {
      return true;
    }
    if (const std::uint64_t thousandths = vulgar_fraction(written); thousandths > 0) {
      const std::int64_t whole = number.value.small();
      number.value = decimal(
          static_cast<std::uint64_t>(std::max<std::int64_t>(whole, 0)) * 1000 + thousandths, -3);
      return whole >= 0;
    }
    const std::string_view word = folded(i);
    const NumberWord suffix =
        number_suffix(word.substr(std::min(word.size(), of(i).size() - written.size())));
    const std::int64_t small = number.value.small();
    const CurrencySign sign = currency_before(reading_.text.substr(0, number.begin));
    switch (suffix.kind) {
      case Kind::scale:
        scale(number, suffix.value);
        return true;
      case Kind::ordinal:
        number.unit = Unit::ordinal;
        return small >= 0;
      case Kind::unit:
        if (suffix.unit == Unit::metre && (sign.unit != Unit::none || counts_things(i))) {
          scale(number, 6);  // $5m, 22m viewers
        } else {
          number.unit = suffix.unit;
        }
        return true;
      case Kind::decade:
        number.unit = Unit::decade;
        number.value = decimal(static_cast<std::uint64_t>(small < 100 ? 1900 + small : small));
        return small >= 10 && small % 10 == 0 && (small < 100 || is_year(small));
      case Kind::meridiem:
        number.unit = Unit::time;
        return small >= 1 && small <= 12 &&
               add_time(i, i, hour_of_day(small, true, suffix.value), 0);
      default:
        return false;
    }
  }

  /// A plural stands behind it: what is counted, not measured.
  bool counts_things(std::uint32_t i) const {
    const std::string_view next = folded(i + 1);
    return reading_.behind(i) == " " &&
           ((next.size() > 3 && next.ends_with('s')) || next == "people");
  }

  static std::uint64_t vulgar_fraction(std::string_view written) {
    return written == "½" ? 500 : written == "¼" ? 250 : written == "¾" ? 750 : 0;
  }

  static void scale(Number& number, std::int32_t power) {
    number.value = decimal(number.value.digits, number.value.exponent + power);
    number.scale += power;
  }

  /// 1 000 000
  void join_groups(Number& number) const {
    const std::string_view first = of(number.words.begin);
    if (first.size() > 3 || !is_all_digits(first) || first[0] == '0') {
      return;
    }
    auto value = static_cast<std::uint64_t>(to_number(first));
    std::uint32_t last = number.words.begin;
    while (last < number.words.begin + 4 && is_one_of(reading_.behind(last), group_blanks) &&
           is_digits(last + 1, 3, 3)) {
      value = value * 1000 + static_cast<std::uint64_t>(to_number(of(++last)));
    }
    if (last > number.words.begin) {
      number.value = decimal(value);
      extend(number, last);
    }
  }

  // Dates in words.

  /// 12 March 2020, 12th of March
  bool read_day_first(const Number& number) {
    const std::int64_t day = number.value.small();
    const bool may_be_day = day >= 1 && day <= 31 && number.literal == 0 &&
                            (number.unit == Unit::none || number.unit == Unit::ordinal);
    const std::uint32_t last = number.words.end - 1;
    if (!may_be_day || !is_joined(last)) {
      return false;
    }
    std::uint32_t month = last + 1;
    if (folded(month) == "of" && is_joined(month)) {
      ++month;
    }
    if (!is_month(month)) {
      return false;
    }
    return add_date(number.words.begin, month, {0, meaning(month).value, day});
  }

  /// March 12, 2020; March 2020
  bool read_month_first(std::uint32_t i) {
    const std::string_view between = reading_.behind(i);
    if (!is_month(i) || (between != " " && between != ". " && between != "\u00A0") ||
        kind(i + 1) != Kind::digits) {
      return false;
    }
    const std::string_view word = of(i + 1);
    std::size_t length = 0;
    while (length < word.size() && is_digit(word[length])) {
      ++length;
    }
    const std::int64_t value = to_number(word.substr(0, length));
    const bool is_ordinal = number_suffix(folded(i + 1).substr(length)).kind == Kind::ordinal;
    if (length == 4 && word.size() == 4 && is_year(value)) {
      return add_literal(i, i + 1, literal_of({value, meaning(i).value, 0}), Unit::date);
    }
    const bool goes_on = reading_.behind(i + 1) == ":" || reading_.behind(i + 1).starts_with('%');
    if (value < 1 || value > 31 || length > 2 || goes_on || (length < word.size() && !is_ordinal)) {
      return false;
    }
    return add_date(i, i + 1, {0, meaning(i).value, value});
  }

  bool is_month(std::uint32_t i) const {
    return kind(i) == Kind::month && of(i)[0] >= 'A' && of(i)[0] <= 'Z';
  }

  bool add_date(std::uint32_t first, std::uint32_t last, Date date) {
    const std::string_view between = reading_.behind(last);
    if ((is_joined(last) || between == ", " || between == ". ") && is_digits(last + 1, 4, 4) &&
        is_year(to_number(of(last + 1)))) {
      date.year = to_number(of(++last));
    }
    return add_literal(first, last, literal_of(date), Unit::date);
  }

  // Words.

  bool read_words(std::uint32_t i) {
    std::uint64_t total = 0;
    std::uint64_t now = 0;  // below a thousand, of the scale that follows
    std::uint8_t last_scale = 255;
    std::uint32_t next = i;
    std::uint32_t last = i;
    bool has_scale = false;
    const bool has_article = kind(i) == Kind::article;
    if (has_article) {
      now = 1;
      ++next;
      if (!is_joined(i)) {
        return false;
      }
      if (kind(next) == Kind::ordinal || kind(next) == Kind::part) {
        return read_part(i, next, 1, true);
      }
      if (kind(next) != Kind::hundred && kind(next) != Kind::scale && kind(next) != Kind::dozen) {
        return false;
      }
    }
    for (;; ++next) {
      const NumberWord word = meaning(next);
      if (word.kind == Kind::one || word.kind == Kind::small) {
        const bool is_behind_tens = now % 100 >= 20 && now % 10 == 0 && word.value < 10;
        if (now % 100 != 0 && !is_behind_tens) {
          break;
        }
        now += word.value;
      } else if (word.kind == Kind::tens && now % 100 == 0) {
        now += word.value;
      } else if (word.kind == Kind::hundred && now > 0 && now < 100) {
        now *= 100;
        has_scale = true;
      } else if (word.kind == Kind::dozen && now > 0 && now < 100) {
        now *= 12;
        has_scale = true;
      } else if (word.kind == Kind::scale && now > 0 && word.value < last_scale) {
        for (std::uint8_t k = 0; k < word.value; ++k) {
          now *= 10;
        }
        total += now;
        now = 0;
        last_scale = word.value;
        has_scale = true;
      } else {
        break;
      }
      last = next;
      if (!is_joined(next)) {
        break;
      }
      const bool has_and = has_scale && folded(next + 1) == "and" && is_joined(next + 1);
      const Kind behind_and = kind(next + 2);
      if (has_and &&
          (behind_and == Kind::one || behind_and == Kind::small || behind_and == Kind::tens)) {
        ++next;
      }
    }
    next = last + 1;
    const std::uint64_t value = total + now;
    if (is_joined(last)) {
      if (kind(next) == Kind::ordinal && is_ordinal_behind(now, meaning(next).value)) {
        return read_ordinal(i, value, next);
      }
      if (kind(next) == Kind::decade && value == 19) {
        return add_decade(i, next, 1900 + meaning(next).value);
      }
      const bool is_part = kind(next) == Kind::part ||
                           (kind(next) == Kind::ordinal && value == 1 && meaning(next).value > 2);
      if (is_part && value < 10 && value > 0) {
        return read_part(i, next, value, false);
      }
    }
    Number number = begin_number(i, last);
    number.value = decimal(value);
    number.scale = kind(last) == Kind::scale ? meaning(last).value : 0;
    if (read_hour(number)) {
      return true;
    }
    read_and_a_half(number);
    read_tail(number);
    const bool is_one = value == 1 && number.value == decimal(1);
    const bool is_round = has_article && (value == 100 || value == 1000) && number.scale == 0;
    number.is_weak = (is_one || is_round) && number.unit == Unit::none;
    number.is_weak = number.is_weak || (is_one && number.unit == Unit::day);
    return add(number);
  }

  /// twenty-first, hundred and first; but not "ten second".
  static bool is_ordinal_behind(std::uint64_t now, std::uint8_t ordinal) {
    return now % 10 == 0 && ordinal < 100 && (now % 100 == 0 || ordinal < 10) && now != 10;
  }

  /// two thirds, a quarter of, one-third
  bool read_part(std::uint32_t first, std::uint32_t last, std::uint64_t above, bool has_article) {
    const std::uint8_t below = meaning(last).value;
    if (below < 3 || below > 10 || (has_article && folded(last + 1) != "of")) {
      return false;
    }
    Number number = begin_number(first, last);
    set_fraction(number, above, below);
    read_tail(number);
    return add(number);
  }

  bool read_ordinal(std::uint32_t first, std::uint64_t value, std::uint32_t last) {
    const std::uint8_t own = meaning(last).value;
    Number number = begin_number(first, last);
    number.value = decimal(value + own);
    number.unit = Unit::ordinal;
    const bool is_moment = own == 2 && first > 0 && is_one_of(folded(first - 1), before_a_moment);
    number.is_weak = value == 0 && (own == 1 || is_moment);
    return read_day_first(number) || add(number);
  }

  /// half, half a million, half an hour
  bool read_half(std::uint32_t i) {
    const bool is_prefix = reading_.behind(i) == "-" || folded(i + 1) == "past";
    if (is_prefix || (i > 0 && is_one_of(folded(i - 1), halves))) {
      return false;
    }
    Number number = begin_number(i, i);
    number.value = decimal(5, -1);
    const NumberWord behind = meaning(i + 2);
    const bool has_noun = kind(i + 1) == Kind::article && is_joined(i) && is_joined(i + 1);
    if (has_noun && behind.kind == Kind::scale) {
      scale(number, behind.value);
      extend(number, i + 2);
      read_tail(number);
    } else if (has_noun && behind.kind == Kind::unit) {
      number.unit = behind.unit;
      extend(number, i + 2);
    }
    return add(number);
  }

  /// two and a half
  void read_and_a_half(Number& number) const {
    const std::uint32_t last = number.words.end - 1;
    const std::int64_t whole = number.value.small();
    if (is_joined(last) && folded(last + 1) == "and" && folded(last + 2) == "a" &&
        kind(last + 3) == Kind::half && whole >= 0) {
      number.value = decimal(static_cast<std::uint64_t>(whole) * 10 + 5, -1);
      extend(number, last + 3);
    }
  }

  // What stands before and behind any of them.

  /// Belongs to no number so far: in "12 USD 40" the unit is the first one's.
  bool is_unread(std::uint32_t i) const {
    return numbers_.empty() || numbers_.back().words.end <= i;
  }

  void read_prefix(Number& number) const {
    const std::string_view before = reading_.text.substr(0, number.begin);
    if (const CurrencySign sign = currency_before(before); sign.unit != Unit::none) {
      number.unit = number.unit == Unit::none ? sign.unit : number.unit;
      number.begin -= sign.length;
      const std::uint32_t with_sign = reading_.words_in(number.begin, number.end).begin;
      number.words.begin = is_unread(with_sign) ? with_sign : number.words.begin;
    } else if (const std::uint32_t i = number.words.begin;
               i > 0 && is_unread(i - 1) && number.unit == Unit::none &&
               kind(i - 1) == Kind::unit && of(i - 1).size() == 3 && of(i - 1)[0] < 'a' &&
               is_joined(i - 1)) {
      number.unit = meaning(i - 1).unit;  // USD 5
      number.words.begin = i - 1;
      number.begin = reading_.words.begin[i - 1];
    }
    for (const std::string_view minus : {"-", "−"}) {
      const std::string_view ahead = reading_.text.substr(0, number.begin);
      const bool is_sign = ahead.ends_with(minus) &&
                           (ahead.size() == minus.size() ||
                            std::string_view(" \n\t(").find(
                                ahead[ahead.size() - minus.size() - 1]) != std::string_view::npos);
      if (is_sign) {
        number.is_negative = true;
        number.begin -= minus.size();
        return;
      }
    }
  }

  /// Scale words, per cent, units, times.
  void read_tail(Number& number) const {
    const auto last = [&] { return number.words.end - 1; };
    if (number.unit == Unit::ordinal || number.unit == Unit::decade) {
      return;
    }
    while (is_joined(last()) &&
           (kind(last() + 1) == Kind::scale || kind(last() + 1) == Kind::hundred)) {
      scale(number, meaning(last() + 1).value);
      extend(number, last() + 1);
    }
    std::string_view behind = reading_.behind(last());
    const std::size_t blank = behind.starts_with(' ') ? 1 : 0;
    behind.remove_prefix(blank);
    if (behind.starts_with('%')) {
      number.end = reading_.words.end[last()] + blank + 1;
      return scale(number, -2);
    }
    if (const CurrencySign sign = currency_at(behind);
        sign.unit != Unit::none && number.unit == Unit::none &&
        (behind.size() == sign.length || !is_digit(behind[sign.length]))) {
      const bool belongs_to_next =
          blank > 0 && behind.size() == sign.length && kind(last() + 1) == Kind::digits;
      if (!belongs_to_next) {
        number.unit = sign.unit;
        number.end = reading_.words.end[last()] + blank + sign.length;
        return;
      }
    }
    if (behind.starts_with("°")) {
      read_degrees(number, behind);
      return;
    }
    if (is_joined(last())) {
      read_unit(number);
    }
  }

  void read_degrees(Number& number, std::string_view behind) const {
    const std::uint32_t next = number.words.end;
    number.unit = Unit::degree;
    if (behind == "°" || behind == "° ") {
      const Unit unit = folded(next) == "c"   ? Unit::celsius
                        : folded(next) == "f" ? Unit::fahrenheit
                                              : Unit::degree;
      if (unit != Unit::degree) {
        number.unit = unit;
        extend(number, next);
      }
    }
  }

  void read_unit(Number& number) const {
    std::uint32_t next = number.words.end;
    const NumberWord word = meaning(next);
    if (word.kind == Kind::percent ||
        (word.kind == Kind::per && is_joined(next) && folded(next + 1) == "cent")) {
      extend(number, word.kind == Kind::per ? next + 1 : next);
      return scale(number, -2);
    }
    if (word.kind == Kind::ordinal && word.value == 2) {  // a ten-second pause
      if (number.unit == Unit::none) {
        number.unit = Unit::second;
        extend(number, next);
      }
      return;
    }
    if ((folded(next) == "us" || folded(next) == "u.s") && meaning(next + 1).unit == Unit::dollar) {
      ++next;
    }
    const bool is_square =
        folded(next) == "square" && square_of(meaning(next + 1).unit) != Unit::none;
    next += is_square ? 1u : 0u;
    const NumberWord unit = meaning(next);
    if (unit.kind != Kind::unit) {
      return;
    }
    const bool is_letter = of(next).size() == 1;
    if (is_letter && (reading_.behind(next).starts_with('.') || reading_.behind(next) == "'")) {
      return;
    }
    if (number.unit == Unit::none) {
      number.unit = is_square ? square_of(unit.unit) : unit.unit;
      extend(number, next);
      read_behind_unit(number);
    } else if (number.unit == unit.unit) {  // $5 dollars, US$5 USD
      extend(number, next);
    }
  }

  /// kilometres per hour, km/h, degrees Celsius
  void read_behind_unit(Number& number) const {
    const std::uint32_t next = number.words.end;
    const std::string_view between = reading_.behind(next - 1);
    const bool is_per_hour = (between == "/" && folded(next) == "h") ||
                             (between == " " && (folded(next) == "per" || folded(next) == "an") &&
                              folded(next + 1) == "hour");
    if (is_per_hour && per_hour(number.unit) != Unit::none) {
      number.unit = per_hour(number.unit);
      extend(number, between == "/" ? next : next + 1);
    } else if (number.unit == Unit::degree && between == " " &&
               (meaning(next).unit == Unit::celsius || meaning(next).unit == Unit::fahrenheit)) {
      number.unit = meaning(next).unit;
      extend(number, next);
    }
  }

  // All of them.

  /// Of "10–12 km" and "two or three million", the first gets what the second has.
  void share_units() {
    for (std::size_t k = 1; k < numbers_.size(); ++k) {
      Number& first = numbers_[k - 1];
      const Number& second = numbers_[k];
      if (!first.is_plain() || second.literal != 0 || second.unit == Unit::ordinal ||
          second.unit == Unit::decade || !are_joined(first, second)) {
        continue;
      }
      first.unit = second.unit;
      first.is_weak = first.is_weak && second.unit == Unit::none && second.scale == 0;
      scale(first, second.scale);
    }
  }

  bool are_joined(const Number& first, const Number& second) const {
    const std::string_view between = reading_.text.substr(first.end, second.begin - first.end);
    if (second.begin < first.end) {
      return false;
    }
    const bool is_between = first.words.begin > 0 && folded(first.words.begin - 1) == "between";
    return is_one_of(between, dashes) || between == " to " || between == " or " ||
           (between == " and " && is_between);
  }

  std::vector<Mention> mentions() {
    share_units();
    std::vector<Mention> all;
    all.reserve(numbers_.size());
    std::string form;
    for (const Number& number : numbers_) {
      Mention mention;
      mention.words = number.words;
      mention.is_weak = number.is_weak;
      mention.text = reading_.text.substr(number.begin, number.end - number.begin);
      form.assign(mention.text);
      for (char& c : form) {
        c = c == '-' ? ' ' : lower_ascii(c);
      }
      mention.form = hash_of(form);
      if (number.literal != 0) {
        mention.thing = number.literal;
      } else {
        const std::array<std::uint64_t, 4> value{number.value.digits,
                                                 static_cast<std::uint64_t>(number.value.exponent),
                                                 number.denominator, number.is_negative ? 1u : 0u};
        for (const std::uint64_t part : value) {
          mention.core = mix(mention.core, part);
        }
        const bool has_unit = number.unit != Unit::none;
        mention.thing =
            has_unit ? mix(mention.core, static_cast<std::uint64_t>(number.unit)) : mention.core;
        if (number.unit == Unit::ordinal || number.unit == Unit::decade) {
          mention.core = 0;
        }
      }
      all.push_back(mention);
    }
    return all;
  }

  const Reading& reading_;
  const std::vector<NumberWord>& meanings_;  // by word number
  const std::vector<Mention>& addresses_;
  std::vector<Number> numbers_;
};

/// Another form of the same value, or the same without its unit.
Fate::Kind judge(const Mention& one, const Mention& other, bool) {
  const bool is_bare = one.thing == one.core || other.thing == other.core;
  const bool is_same =
      one.thing == other.thing || (one.core != 0 && one.core == other.core && is_bare);
  return is_same ? Fate::variant : Fate::lost;
}

}  // namespace

std::vector<TermRecord> find_numbers(PreparedPair& pair) {
  const Reading source = read_as_meant(pair, TextIndex::source);
  const Reading rewrite = read_as_meant(pair, TextIndex::rewrite);
  std::vector<NumberWord> meanings(source.vocabulary.size());
  for (std::uint32_t id = 0; id < meanings.size(); ++id) {
    meanings[id] = number_word(source.vocabulary.text(id));
  }
  const Addresses& addresses = pair.shared(read_addresses);
  const std::vector<Mention> numbers = NumberReader(source, meanings, addresses.source).read();
  const std::vector<Mention> found = NumberReader(rewrite, meanings, addresses.rewrite).read();
  return records_of(numbers, find_again(pair, numbers, found, judge));
}

}  // namespace unspin
