#include "engine/report/terminal_factors.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>

#include "engine/report/printable.hpp"
#include "engine/report/terminal_verdict.hpp"

namespace unspin {
namespace {

// Where columns of the table end or, of what is set to the left, begin.
constexpr std::size_t here_end = 6, honest_end = 15, range_at = 17, bar_at = 28;
constexpr std::size_t least_room = 16;  // for the words behind the bar; else they go below it

std::string said(double value, const Factor& factor) {
  return fmt::format("{:.{}f}{}", value + 0.0, factor.decimals, factor.unit);  // no −0
}

std::string said_range(const Factor& factor) {
  return fmt::format("{:.{}f}–{}", factor.honest_low + 0.0, factor.decimals,
                     said(factor.honest_high, factor));
}

void put_right_aligned(const std::string& text, std::size_t end, Tone tone, LineWriter& lines) {
  lines.pad_to(end - std::min(end, columns_of(text)));
  lines.put(text, tone);
}

class FactorTable {
 public:
  FactorTable(const Verdict& verdict, LineWriter& lines)
      : verdict_(verdict),
        lines_(lines),
        half_(lines.width() < 64    ? 3
              : lines.width() < 100 ? 5
                                    : 8),
        strongest_(std::fabs(verdict.factors.front().pull)) {}

  void put_heading() {
    lines_.put("What moved it", Tone::strong);
    lines_.skip(2);
    lines_.wrapped(fmt::format("a bar to the right speaks for {}, to the left for {}; ! is outside "
                               "of what 98 in 100 honest rewrites have",
                               name_of(verdict_.label), name_of(*verdict_.against)),
                   15, Tone::faint);
    put_right_aligned("here", here_end, Tone::faint, lines_);
    put_right_aligned("honest", honest_end, Tone::faint, lines_);
    lines_.pad_to(range_at);
    lines_.put("98 in 100", Tone::faint);
    lines_.end_line();
  }

  void put(const Factor& factor) {
    put_right_aligned(said(factor.value, factor), here_end,
                      factor.is_usual() ? Tone::plain : Tone::strong, lines_);
    if (!factor.is_usual()) {
      lines_.skip(1);
      lines_.put("!", Tone::strong);
    }
    put_right_aligned(said(factor.honest_middle, factor), honest_end, Tone::plain, lines_);
    lines_.pad_to(range_at);
    lines_.put(said_range(factor));
    put_bar(factor.pull);
    std::size_t words_at = bar_at + 2 * half_ + 3;
    if (words_at + least_room > lines_.width()) {
      lines_.end_line();
      words_at = 4;
    }
    lines_.pad_to(words_at);
    lines_.wrapped(factor.meaning, words_at);
  }

  void put_odds() {
    double log_odds = verdict_.head_start;
    for (const Factor& factor : verdict_.factors) {
      log_odds += factor.pull;
    }
    const bool is_for_label = log_odds >= 0;
    const double times = std::exp(std::fabs(log_odds));
    lines_.skip(2);
    lines_.wrapped(
        fmt::format(
            "All of it together makes {} {} times as probable as {}{}.",
            name_of(is_for_label ? verdict_.label : *verdict_.against),
            times > 1000 ? "more than 1000" : fmt::format("{:.{}f}", times, times < 9.95 ? 1 : 0),
            name_of(is_for_label ? *verdict_.against : verdict_.label),
            is_for_label ? "" : ", but that is not sure enough to accuse anyone"),
        2);
  }

 private:
  void put_bar(double pull) {
    const auto full = static_cast<double>(2 * half_);  // half blocks
    const auto halves = static_cast<std::size_t>(
        strongest_ > 0 ? std::lround(std::fabs(pull) / strongest_ * full) : 0);
    const bool speaks_for_label = pull > 0;
    const Tone tone = tone_of(speaks_for_label ? verdict_.label : *verdict_.against);
    std::string bar;
    for (std::size_t i = 0; i < halves / 2; ++i) {
      bar += "█";
    }
    if (halves % 2 == 1) {
      bar = speaks_for_label ? bar + "▌" : "▐" + bar;
    }
    if (!speaks_for_label) {
      put_right_aligned(bar, bar_at + half_, tone, lines_);
    }
    lines_.pad_to(bar_at + half_);
    lines_.put("│", Tone::faint);
    if (speaks_for_label) {
      lines_.put(bar, tone);
    }
  }

  const Verdict& verdict_;
  LineWriter& lines_;
  std::size_t half_;  // columns of a bar to either side
  double strongest_;
};

}  // namespace

void put_factors(const Verdict& verdict, LineWriter& lines) {
  if (verdict.factors.empty() || !verdict.against) {
    return;
  }
  FactorTable table(verdict, lines);
  table.put_heading();
  for (const Factor& factor : verdict.factors) {
    table.put(factor);
  }
  table.put_odds();
  lines.end_line();
}

}  // namespace unspin
