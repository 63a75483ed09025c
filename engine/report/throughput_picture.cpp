#include "engine/report/throughput_picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "engine/report/printable.hpp"
#include "engine/report/rounded.hpp"
#include "engine/report/scaling_picture.hpp"
#include "engine/report/svg_canvas.hpp"
#include "engine/report/throughput_colours.hpp"

namespace unspin {
namespace {

constexpr double sheet_width = 252;
constexpr double margin = 6;
constexpr double axis_left = 100;  // the names stand to the left of it
constexpr double axis_right = sheet_width - 12;
constexpr double name_size = 6.2;
constexpr std::size_t name_columns = 26;

/// Pairs a second to points, by powers of ten.
class RateAxis {
 public:
  explicit RateAxis(const std::vector<ThroughputOfSet>& sets) {
    double slowest = INFINITY;
    double fastest = 0;
    for (const ThroughputOfSet& set : sets) {
      for (const Throughput& figure : set.figures) {
        if (figure.has_value && figure.what != Timed::threads) {
          slowest = std::min(slowest, figure.pairs_per_second().least);
          fastest = std::max(fastest, figure.pairs_per_second().most);
        }
      }
    }
    if (fastest > 0) {
      least_ = static_cast<int>(std::floor(std::log10(slowest)));
      most_ = std::max(static_cast<int>(std::ceil(std::log10(fastest))), least_ + 1);
    }
  }

  double at(double rate) const {
    const double share = (std::log10(rate) - least_) / (most_ - least_);
    return axis_left + std::clamp(share, 0., 1.) * (axis_right - axis_left);
  }
  int least() const { return least_; }
  int most() const { return most_; }

 private:
  int least_ = 0, most_ = 1;  // powers of ten
};

/// One name and its figure in each set; null where there is none.
struct Row {
  std::string name;
  bool is_heading = false;
  std::vector<const Throughput*> figures;
};

class RatesPanel {
 public:
  RatesPanel(const ThroughputReport& report, SvgCanvas& canvas)
      : sets_(report.sets),
        canvas_(canvas),
        axis_(sets_),
        bar_(sets_.size() > 1 ? 2.5 : 4.6),
        pitch_(bar_ * static_cast<double>(sets_.size()) + 2.2) {
    collect();
  }

  /// Returns where it ends.
  double draw(double top) {
    canvas_.text({margin, top}, "Pairs scored per second, on one thread", {.size = 7.5, .is_bold = true});
    double y = legend(top + 9);
    const double first = y + 10;
    const double last = first + height();
    grid(first, last);
    y = first;
    for (const Row& row : rows_) {
      y += row.is_heading ? gap : 0;
      draw(row, y);
      y += pitch_;
    }
    return last + 14;
  }

 private:
  static constexpr double gap = 3;  // above a family

  void collect() {
    for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
      const std::size_t before = rows_.size();
      rows_.push_back({std::string(name_of(family)), true, {}});
      for (const Throughput& figure : sets_.front().figures) {
        if (figure.family != family) {
          continue;
        }
        if (figure.what == Timed::family) {
          rows_[before] = row_of(figure, fmt::format("{}, together", figure.name), true);
        } else if (figure.what == Timed::metric) {
          rows_.push_back(row_of(figure, figure.name, false));
        }
      }
      if (rows_.size() == before + 1) {
        rows_.pop_back();
      }
    }
    bool is_first = true;
    for (const Throughput& figure : sets_.front().figures) {
      if (figure.what == Timed::together) {
        rows_.push_back(row_of(figure, figure.name, is_first));
        is_first = false;
      }
    }
  }

  /// The figure of the first set, and those of the others that are called the same.
  Row row_of(const Throughput& first, std::string name, bool is_heading) const {
    Row row{std::move(name), is_heading, {}};
    for (const ThroughputOfSet& set : sets_) {
      const auto same = std::ranges::find_if(set.figures, [&](const Throughput& figure) {
        return figure.what == first.what && figure.name == first.name;
      });
      row.figures.push_back(same == set.figures.end() ? nullptr : &*same);
    }
    return row;
  }

  double height() const {
    const auto headings = std::ranges::count_if(rows_, &Row::is_heading);
    return pitch_ * static_cast<double>(rows_.size()) + gap * static_cast<double>(headings);
  }

  /// Whose colours are whose; returns where it ends.
  double legend(double y) const {
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      canvas_.rectangle({margin, y - 4.5}, 8, 4.5, colour_of_set(i));
      const std::string text =
          fmt::format("{}: {} pairs, {:g} and {:g} words a side (medians)", sets_[i].name,
                      sets_[i].pairs, sets_[i].source_words, sets_[i].rewrite_words);
      canvas_.text({margin + 11, y}, text, {});
      y += 8;
    }
    return y;
  }

  void grid(double first, double last) const {
    for (int decade = axis_.least(); decade <= axis_.most(); ++decade) {
      const double x = axis_.at(std::pow(10, decade));
      const Place ends[] = {{x, first - 2}, {x, last}};
      canvas_.line(ends, .4, decade == axis_.least() ? Markup("#000") : Markup("#bbb"));
      const std::string mark = shortly(std::pow(10, decade));
      for (const double y : {first - 4, last + 7}) {
        canvas_.text({x, y}, mark, {.size = 6, .anchor = "middle"});
      }
    }
  }

  void draw(const Row& row, double y) const {
    std::string title = row.name;
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      const Throughput* figure = row.figures[i];
      if (figure != nullptr && figure->has_value) {
        title += fmt::format("; {}: {} pairs/s", sets_[i].name,
                             rounded(figure->pairs_per_second().median));
      }
    }
    canvas_.open_group(title);
    const double middle = y + bar_ * static_cast<double>(sets_.size()) / 2;
    canvas_.text({axis_left - 3, middle + 2}, shortened(row.name, name_columns),
                 {.size = name_size, .anchor = "end", .is_bold = row.is_heading});
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      bar(row.figures[i], i, y + bar_ * static_cast<double>(i));
    }
    canvas_.close_group();
  }

  void bar(const Throughput* figure, std::size_t set, double y) const {
    if (figure == nullptr) {
      return;
    }
    if (!figure->has_value) {
      canvas_.text({axis_left + 2, y + bar_ - .2}, "no value", {.size = bar_ + 1, .fill = "#666"});
      return;
    }
    const Spread rate = figure->pairs_per_second();
    const double end = axis_.at(rate.median);
    canvas_.rectangle({axis_left, y}, std::max(end - axis_left, .3), bar_ - .3, colour_of_set(set));
    const double level = y + (bar_ - .3) / 2;
    canvas_.whisker({axis_.at(rate.least), level}, {axis_.at(rate.most), level}, bar_ / 3, "#000");
    if (sets_.size() == 1) {
      const double behind = axis_.at(rate.most) + 2;
      const bool is_outside = behind + 16 <= sheet_width;
      canvas_.text({is_outside ? behind : axis_.at(rate.least) - 2, level + 2}, shortly(rate.median),
                   {.size = 5.5,
                    .anchor = is_outside ? Markup("start") : Markup("end"),
                    .fill = is_outside ? Markup("#333") : Markup("#fff")});
    }
  }

  const std::vector<ThroughputOfSet>& sets_;
  SvgCanvas& canvas_;
  RateAxis axis_;
  double bar_, pitch_;  // height of a bar, and from one row to the next
  std::vector<Row> rows_;
};

double caption(const ThroughputReport& report, double y, SvgCanvas& canvas) {
  constexpr double size = 5.6;
  std::string text = fmt::format(
      "Bars and points: median of {} repetitions; whiskers: slowest and fastest. Tokenization is "
      "included, reading and writing are not. {}, {}. {}. {}.",
      report.plan.repetitions, in_words(report.machine), report.date.substr(0, 10),
      in_words(report.build), report.signature);
  for (const ThroughputOfSet& set : report.sets) {
    text += " " + in_words(set) + ".";
  }
  for (const std::string& line : lines_within(text, sheet_width - 2 * margin, size)) {
    canvas.text({margin, y}, line, {.size = size, .fill = "#333"});
    y += size + 1.4;
  }
  return y;
}

}  // namespace

void append_throughput_picture(const ThroughputReport& report, std::string& out) {
  SvgCanvas canvas;
  double y = RatesPanel(report, canvas).draw(12);
  y = draw_scaling(report, {margin, y + 8}, sheet_width - 2 * margin, canvas);
  y = caption(report, y + 6, canvas);
  out += canvas.sheet(sheet_width, y, "Pairs scored per second, and speed-up by threads");
}

}  // namespace unspin
