#include "engine/report/throughput_report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "engine/report/line_writer.hpp"
#include "engine/report/printable.hpp"
#include "engine/report/rate_decades.hpp"
#include "engine/report/rounded.hpp"

namespace unspin {
namespace {

constexpr std::size_t page_columns = 100;
constexpr std::size_t name_columns = 27;
constexpr std::size_t bar_columns = 10;
/// Repetitions on an idle machine agree within a few per cent.
constexpr double most_disagreement = .1;

/// In eighths of a column, at least one.
std::string bar(double share) {
  constexpr std::string_view parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = std::max<std::size_t>(
      1, static_cast<std::size_t>(std::lround(share * 8 * static_cast<double>(bar_columns))));
  std::string bar;
  for (std::size_t i = 0; i < eighths / 8; ++i) {
    bar += "█";
  }
  return bar.append(parts[eighths % 8]);
}

/// How far the quartiles of a figure lie apart, as a share of it: of half of the figures, farther.
double typical_disagreement(const std::vector<ThroughputOfSet>& sets) {
  std::vector<double> all;
  for (const ThroughputOfSet& set : sets) {
    for (const Throughput& figure : set.figures) {
      if (figure.is_measured) {
        const Spread rate = figure.pairs_per_second();
        all.push_back((rate.upper_quartile - rate.lower_quartile) / rate.median);
      }
    }
  }
  return all.empty() ? 0 : spread_of(all).median;
}

class Page {
 public:
  Page(const ThroughputReport& report, std::string& out)
      : report_(report), lines_(page_columns, false, out) {}

  void write() {
    line(fmt::format("Throughput of {}", report_.signature), 0);
    line(fmt::format("{}, {}, {}", in_words(report_.machine), report_.machine.kernel, report_.date),
         0);
    line(in_words(report_.build), 0);
    if (!report_.build.is_optimised) {
      line("This build is not optimised: its speed says nothing.", 0);
    }
    for (const ThroughputOfSet& set : report_.sets) {
      lines_.end_line();
      table(set);
    }
    lines_.end_line();
    if (const double apart = typical_disagreement(report_.sets); apart > most_disagreement) {
      line(fmt::format("The machine was not idle: quartiles are typically {:.0f}% of the median "
                       "apart. Measure again when it is.",
                       100 * apart),
           0);
    }
    line("Tokenization is included; reading rows and writing results is not. Rates are medians.",
         0);
    line(fmt::format("Planned: {} repetitions after one trial, in turns, {} s in all.",
                     report_.plan.repetitions, rounded(report_.plan.seconds)),
         0);
  }

 private:
  void line(std::string_view text, std::size_t indent) {
    lines_.skip(indent);
    lines_.wrapped(printable(text), indent);
  }

  /// One that is too long has a line of its own: cut, it would be like its siblings.
  void name_cell(std::size_t indent, std::string_view name) {
    const std::string shown = shortened(printable(name), page_columns - indent);
    lines_.skip(indent);
    lines_.put(shown);
    if (columns_of(shown) > name_columns - indent - 1) {
      lines_.end_line();
    }
    lines_.pad_to(name_columns);
  }

  void row(std::size_t indent, std::string_view name, std::string_view bar,
           const std::vector<std::string>& cells) {
    constexpr std::size_t widths[] = {11, 22, 8, 9, 9};
    name_cell(indent, name);
    lines_.put(bar);
    std::size_t end = name_columns + bar_columns;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      end += widths[i];
      lines_.pad_to(end - std::min(end, columns_of(cells[i])));
      lines_.put(cells[i]);
    }
    lines_.end_line();
  }

  void figure(const Throughput& of, const RateDecades& scale, std::size_t indent,
              const std::string& name, const std::string& last) {
    if (!of.is_measured) {
      name_cell(indent, name);
      lines_.wrapped(printable("not measured: " + of.note), name_columns);
      return;
    }
    const Spread rate = of.pairs_per_second();
    row(indent, name, bar(scale.share(rate.median)),
        {rounded(rate.median),
         of.seconds.size() < report_.plan.repetitions
             ? fmt::format("{} taken", of.seconds.size())
             : fmt::format("{}–{}", rounded(rate.lower_quartile), rounded(rate.upper_quartile)),
         rounded(of.bytes_per_second() / 1e6), rounded(1e6 / rate.median), last});
  }

  void table(const ThroughputOfSet& set) {
    line(in_words(set), 0);
    lines_.end_line();
    const RateDecades scale = rate_decades({&set, 1});
    row(0, "one thread",
        fmt::format("{}–{} log", shortly(std::pow(10, scale.least)),
                    shortly(std::pow(10, scale.most))),
        {"pairs/s", "quartiles", "MB/s", "µs/pair", "pairs"});
    for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
      one_family(set, family, scale);
    }
    for (const Throughput& of : set.figures) {
      if (of.what == Timed::together) {
        figure(of, scale, 0, of.name + mark(set, of), fmt::format("{}", of.pairs));
      }
    }
    threads(set, scale);
    notes(set);
  }

  /// What refers to the notes.
  static std::string mark(const ThroughputOfSet& set, const Throughput& of) {
    const bool has_note = of.is_measured && !of.note.empty();
    const bool is_of_one = of.is_measured && set.is_of_one_pair(of);
    return has_note || is_of_one ? fmt::format(" {}{}", has_note ? "*" : "", is_of_one ? "†" : "")
                                 : "";
  }

  void one_family(const ThroughputOfSet& set, Family family, const RateDecades& scale) {
    const auto is_of = [&](const Throughput& of, Timed what) {
      return of.what == what && of.family == family;
    };
    const auto together = std::ranges::find_if(
        set.figures, [&](const Throughput& of) { return is_of(of, Timed::family); });
    if (together != set.figures.end()) {
      figure(*together, scale, 0, together->name + ", all together" + mark(set, *together),
             fmt::format("{}", together->pairs));
    } else if (std::ranges::any_of(
                   set.figures, [&](const Throughput& of) { return is_of(of, Timed::metric); })) {
      line(name_of(family), 0);
    }
    for (const Throughput& of : set.figures) {
      if (is_of(of, Timed::metric)) {
        figure(of, scale, 2, of.name + mark(set, of), fmt::format("{}", of.pairs));
      }
    }
  }

  void threads(const ThroughputOfSet& set, const RateDecades& scale) {
    bool is_first = true;
    for (const Throughput& of : set.figures) {
      if (of.what != Timed::threads) {
        continue;
      }
      if (is_first) {
        lines_.put(shortened(printable(of.name), 60));
        lines_.put(", on threads");
        lines_.pad_to(96 - 8);
        lines_.put("speed-up");
        lines_.end_line();
        is_first = false;
      }
      const bool is_over = report_.machine.cores > 0 && of.threads > report_.machine.cores;
      figure(of, scale, 2,
             fmt::format("{}{}{}", of.threads, is_over ? " (more than cores)" : "", mark(set, of)),
             fmt::format("{:.2f}", set.speed_up(of)));
    }
  }

  void notes(const ThroughputOfSet& set) {
    for (const Throughput& of : set.figures) {
      if (of.is_measured && !of.note.empty()) {
        line(fmt::format("* {}: {}", of.name, of.note), 2);
      }
    }
    if (std::ranges::any_of(set.figures, [&](const Throughput& of) {
          return of.is_measured && set.is_of_one_pair(of);
        })) {
      line("† 1 pair only, as there was no time for more: --seconds gives it.", 2);
    }
    if (std::ranges::any_of(set.figures,
                            [&](const Throughput& of) { return of.pairs < set.pairs; })) {
      line("Where \"pairs\" is less than all, a sample spread evenly over them was timed.", 2);
    }
  }

  const ThroughputReport& report_;
  LineWriter lines_;
};

}  // namespace

std::string in_words(const Machine& machine) {
  std::string text = machine.processor.empty() ? "unknown processor" : machine.processor;
  text += fmt::format(", {} {}", machine.cores, machine.cores == 1 ? "core" : "cores");
  if (machine.memory > 0) {
    text += fmt::format(", {:.1f} GiB", static_cast<double>(machine.memory) / (1 << 30));
  }
  return machine.system.empty() ? text : text + ", " + machine.system;
}

std::string in_words(const Build& build) {
  return fmt::format("{} {} ({}), {}", build.compiler, build.flags, build.type, build.vectors);
}

std::string in_words(const ThroughputOfSet& set) {
  const double kilobytes = static_cast<double>(set.bytes) / 1e3;
  std::string text = fmt::format("{} ({}): {} {}, {} kB, {:g} and {:g} words a side (medians)",
                                 set.name, set.origin, set.pairs, set.pairs == 1 ? "pair" : "pairs",
                                 rounded(kilobytes), set.source_words, set.rewrite_words);
  if (set.broken > 0) {
    text += fmt::format(", {} broken {} left out", set.broken, set.broken == 1 ? "row" : "rows");
  }
  if (!set.is_whole) {
    text += ", the beginning of a longer file";
  }
  return text;
}

void append_throughput_text(const ThroughputReport& report, std::string& out) {
  Page(report, out).write();
}

}  // namespace unspin
