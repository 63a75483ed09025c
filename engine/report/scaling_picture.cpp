#include "engine/report/scaling_picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "engine/report/rounded.hpp"
#include "engine/report/throughput_colours.hpp"

namespace unspin {
namespace {

constexpr double plot_height = 84;
constexpr double least_between_marks = 13;

std::vector<const Throughput*> on_threads(const ThroughputOfSet& set) {
  std::vector<const Throughput*> figures;
  for (const Throughput& figure : set.figures) {
    if (figure.what == Timed::threads) {
      figures.push_back(&figure);
    }
  }
  return figures;
}

class ScalingPanel {
 public:
  ScalingPanel(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas)
      : report_(report),
        at_(at),
        left_(at.x + 24),
        right_(at.x + width - 22),
        top_(at.y + 8),
        bottom_(top_ + plot_height),
        canvas_(canvas),
        figures_(on_threads(report.sets.front())) {
    for (const Throughput* figure : figures_) {
      most_ = std::max(most_, static_cast<double>(figure->threads));
    }
    // Superlinear ones, as by luck of the caches or of a disturbed first repetition, fit too.
    most_speed_up_ = most_;
    for (const ThroughputOfSet& set : report.sets) {
      const double one = base_of(set);
      for (const Throughput* figure : on_threads(set)) {
        most_speed_up_ = std::max(most_speed_up_, figure->pairs_per_second().most / one);
      }
    }
    is_log_ = most_ > 8;
  }

  double draw() {
    if (figures_.size() < 2) {
      return at_.y;
    }
    canvas_.text(at_, fmt::format("Speed-up by threads: {}", figures_.front()->name),
                 {.size = 7.5, .is_bold = true});
    over_cores();
    frame();
    const Place ideal[] = {{x(1), y(1)}, {x(most_), y(most_)}};
    canvas_.line(ideal, .6, "#666", "2 2");
    canvas_.text({x(most_) + 3, y(most_) + 2}, "ideal", {.size = 6, .fill = "#666"});
    for (std::size_t i = 0; i < report_.sets.size(); ++i) {
      series(i);
    }
    canvas_.text({(left_ + right_) / 2, bottom_ + 16}, "threads", {.size = 6, .anchor = "middle"});
    return bottom_ + 22;
  }

 private:
  static double base_of(const ThroughputOfSet& set) {
    return on_threads(set).front()->pairs_per_second().median;
  }

  double share(double value, double most) const {
    return is_log_ ? std::log2(std::max(value, .5) * 2) / std::log2(most * 2) : value / most;
  }
  double x(double threads) const { return left_ + share(threads, most_) * (right_ - left_); }
  double y(double speed_up) const {
    return bottom_ - share(speed_up, most_speed_up_) * (bottom_ - top_);
  }

  void over_cores() {
    const double cores = report_.machine.cores;
    if (cores < 1 || most_ <= cores) {
      return;
    }
    const double from = x(cores) + 1;
    canvas_.rectangle({from, top_}, right_ - from, bottom_ - top_, "#eee");
    canvas_.text({right_ - 2, bottom_ - 3}, "more threads than cores",
                 {.size = 5.6, .anchor = "end", .fill = "#444"});
  }

  void frame() {
    const Place axes[] = {{left_, top_}, {left_, bottom_}, {right_, bottom_}};
    canvas_.line(axes, .5, "#000");
    double last = -INFINITY;
    for (const Throughput* figure : figures_) {
      const double at = x(figure->threads);
      if (at - last >= least_between_marks) {
        canvas_.text({at, bottom_ + 8}, fmt::format("{}", figure->threads),
                     {.size = 6, .anchor = "middle"});
        last = at;
      }
      const Place tick[] = {{at, bottom_}, {at, bottom_ + 2}};
      canvas_.line(tick, .5, "#000");
    }
    for (double speed_up = 1; speed_up <= most_speed_up_; speed_up = next_mark(speed_up)) {
      const Place mark[] = {{left_, y(speed_up)}, {right_, y(speed_up)}};
      canvas_.line(mark, .3, "#ccc");
      canvas_.text({left_ - 3, y(speed_up) + 2}, "×" + shortly(speed_up),
                   {.size = 6, .anchor = "end"});
    }
  }

  double next_mark(double speed_up) const {
    return is_log_ ? speed_up * 2 : speed_up + std::max(1., std::floor(most_speed_up_ / 6));
  }

  void series(std::size_t number) {
    const ThroughputOfSet& set = report_.sets[number];
    const double one = base_of(set);
    // Where sets meet, their whiskers stand beside each other.
    const double beside =
        (static_cast<double>(number) - static_cast<double>(report_.sets.size() - 1) / 2) * 3;
    std::vector<Place> places;
    canvas_.open_group(set.name);
    for (const Throughput* figure : on_threads(set)) {
      const Spread rate = figure->pairs_per_second();
      const double at = x(figure->threads) + beside;
      canvas_.whisker({at, y(rate.least / one)}, {at, y(rate.most / one)}, 1.5,
                      colour_of_set(number));
      places.push_back({at, y(rate.median / one)});
    }
    canvas_.line(places, .8, colour_of_set(number));
    for (const Place& place : places) {
      canvas_.disc(place, 2, colour_of_set(number), "#fff");
    }
    canvas_.close_group();
  }

  const ThroughputReport& report_;
  Place at_;
  double left_, right_, top_, bottom_;
  SvgCanvas& canvas_;
  std::vector<const Throughput*> figures_;  // of the first set
  double most_ = 1, most_speed_up_ = 1;     // ends of the axes
  bool is_log_ = false;                     // else both axes begin at 0
};

}  // namespace

double draw_scaling(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas) {
  return ScalingPanel(report, at, width, canvas).draw();
}

}  // namespace unspin
