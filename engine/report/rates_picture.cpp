#include "engine/report/rates_picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "engine/report/label_lines.hpp"
#include "engine/report/rate_decades.hpp"
#include "engine/report/rounded.hpp"
#include "engine/report/throughput_colours.hpp"

namespace unspin {
namespace {

constexpr double name_width = 94;  // what the names stand in
constexpr double name_size = 6.2;
constexpr std::size_t name_columns = 26;

constexpr double line_height = 6.6;

/// One name and its figure in each set; null where there is none.
struct Row {
  std::string name;
  bool is_heading = false;
  std::vector<const Throughput*> figures;
  std::vector<std::string> lines = label_lines(name, name_columns);
};

class RatesPanel {
 public:
  RatesPanel(const ThroughputReport& report, Place corner, double width, SvgCanvas& canvas)
      : sets_(report.sets),
        corner_(corner),
        left_(corner.x + name_width),
        right_(corner.x + width - 6),
        canvas_(canvas),
        decades_(rate_decades(sets_)),
        bar_(sets_.size() > 1 ? 2.5 : 4.6),
        pitch_(bar_ * static_cast<double>(sets_.size()) + 2.1) {
    collect();
  }

  /// Returns where it ends.
  double draw() {
    canvas_.text(corner_, "Pairs scored per second, on one thread", {.size = 7.5, .is_bold = true});
    double y = legend(corner_.y + 9);
    const double first = y + 10;
    const double last = first + height();
    grid(first, last);
    y = first;
    for (const Row& row : rows_) {
      y += row.is_heading ? gap : 0;
      draw(row, y);
      y += height(row);
    }
    canvas_.text({(left_ + right_) / 2, last + 14}, "pairs per second, logarithmic",
                 {.size = 6, .anchor = "middle"});
    return last + 20;
  }

 private:
  double at(double rate) const { return left_ + decades_.share(rate) * (right_ - left_); }

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
    const bool is_one =
        std::ranges::count(sets_.front().figures, Timed::together, &Throughput::what) == 1;
    if (!is_one) {
      rows_.push_back({"everything, together", true, {}});
    }
    for (const Throughput& figure : sets_.front().figures) {
      if (figure.what == Timed::together) {
        rows_.push_back(row_of(figure, figure.name, is_one));
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
    double height = gap * static_cast<double>(headings);
    for (const Row& row : rows_) {
      height += this->height(row);
    }
    return height;
  }

  double height(const Row& row) const {
    return std::max(pitch_, line_height * static_cast<double>(row.lines.size()));
  }

  /// Whose colours are whose; returns where it ends.
  double legend(double y) const {
    const double step = (right_ - corner_.x) / static_cast<double>(sets_.size());
    double x = corner_.x;
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      canvas_.rectangle({x, y - 4.5}, 8, 4.5, colour_of_set(i));
      const std::string text =
          fmt::format("{}, {:g} words a side", sets_[i].name, sets_[i].source_words);
      canvas_.text({x + 11, y}, text, {});
      x += step;
    }
    return y + 8;
  }

  void grid(double first, double last) const {
    for (int decade = decades_.least; decade <= decades_.most; ++decade) {
      const double x = at(std::pow(10, decade));
      const Place ends[] = {{x, first - 2}, {x, last}};
      canvas_.line(ends, .4, decade == decades_.least ? Markup("#000") : Markup("#bbb"));
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
      if (figure != nullptr && figure->is_measured) {
        title += fmt::format("; {}: {} pairs/s", sets_[i].name,
                             rounded(figure->pairs_per_second().median));
      }
    }
    canvas_.open_group(title);
    y += (height(row) - pitch_) / 2;
    const double middle = y + bar_ * static_cast<double>(sets_.size()) / 2;
    double base = middle + 2 - line_height * static_cast<double>(row.lines.size() - 1) / 2;
    for (const std::string& line : row.lines) {
      canvas_.text({left_ - 3, base}, line,
                   {.size = name_size, .anchor = "end", .is_bold = row.is_heading});
      base += line_height;
    }
    if (std::ranges::all_of(
            row.figures,
            [](const Throughput* figure) { return figure != nullptr && !figure->is_measured; }) &&
        !row.figures.empty()) {
      canvas_.text({left_ + 2, middle + 2}, "not measured", {.size = 5, .fill = "#666"});
    }
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
      bar(row.figures[i], i, y + bar_ * static_cast<double>(i));
    }
    canvas_.close_group();
  }

  void bar(const Throughput* figure, std::size_t set, double y) const {
    if (figure == nullptr || !figure->is_measured) {
      return;
    }
    const Spread rate = figure->pairs_per_second();
    const double end = at(rate.median);
    canvas_.rectangle({left_, y}, std::max(end - left_, .3), bar_ - .3, colour_of_set(set));
    const double level = y + (bar_ - .3) / 2;
    canvas_.whisker({at(rate.least), level}, {at(rate.most), level}, bar_ / 3, "#000");
    const std::string_view mark = sets_[set].is_of_one_pair(*figure) ? "†" : "";
    if (sets_.size() > 1) {
      canvas_.text({at(rate.most) + 1.5, level + 1.5}, mark, {.size = 5});
    } else {
      const double behind = at(rate.most) + 2;
      const bool is_outside = behind + 16 <= right_ + 12;
      canvas_.text({is_outside ? behind : at(rate.least) - 2, level + 2},
                   shortly(rate.median).append(mark),
                   {.size = 5.5,
                    .anchor = is_outside ? Markup("start") : Markup("end"),
                    .fill = is_outside ? Markup("#333") : Markup("#fff")});
    }
  }

  const std::vector<ThroughputOfSet>& sets_;
  Place corner_;
  double left_, right_;  // of the axis
  SvgCanvas& canvas_;
  RateDecades decades_;
  double bar_, pitch_;  // height of a bar, and from one row to the next
  std::vector<Row> rows_;
};

}  // namespace

double draw_rates(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas) {
  return RatesPanel(report, at, width, canvas).draw();
}

}  // namespace unspin
