#include "engine/report/scaling_picture.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "engine/report/printable.hpp"
#include "engine/report/rounded.hpp"
#include "engine/report/throughput_colours.hpp"

namespace unspin {
namespace {

constexpr double plot_height = 84;
constexpr double margin = 4;  // between the last points and the ends of the axes
constexpr double least_between_marks = 13;
constexpr double letter = 3.1;  // about as wide as one of size 6
constexpr std::size_t title_columns = 56;

std::vector<const Throughput*> on_threads(const ThroughputOfSet& set) {
  std::vector<const Throughput*> figures;
  for (const Throughput& figure : set.figures) {
    if (figure.what == Timed::threads && figure.is_measured) {
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
        left_(at.x + 34),
        right_(at.x + width - 8),
        top_(at.y + 18),
        bottom_(top_ + plot_height),
        canvas_(canvas) {
    for (const ThroughputOfSet& set : report.sets) {
      figures_ = figures_.empty() ? on_threads(set) : figures_;
    }
    for (const Throughput* figure : figures_) {
      most_ = std::max(most_, static_cast<double>(figure->threads));
    }
    is_log_ = most_ > 8;
    fit_speed_ups();
  }

  double draw() {
    if (figures_.size() < 2) {
      return at_.y;
    }
    canvas_.text(
        at_,
        shortened(fmt::format("Speed-up by threads: {}", figures_.front()->name), title_columns),
        {.size = 7.5, .is_bold = true});
    over_cores();
    key();
    frame();
    const Place ideal[] = {{x(1), y(1)}, {x(most_), y(most_)}};
    canvas_.line(ideal, .6, "#666", "2 2");
    for (std::size_t i = 0; i < report_.sets.size(); ++i) {
      series(i);
    }
    canvas_.text({(left_ + right_) / 2, bottom_ + 16}, "threads", {.size = 6, .anchor = "middle"});
    canvas_.text({at_.x + 6, (top_ + bottom_) / 2}, "speed-up",
                 {.size = 6, .anchor = "middle", .goes_up = true});
    return bottom_ + 22;
  }

 private:
  static double base_of(const ThroughputOfSet& set) {
    return on_threads(set).front()->pairs_per_second().median;
  }

  /// Slow ones fit, as on more threads than cores, and superlinear ones, as by luck of the caches
  /// or of a disturbed first repetition.
  void fit_speed_ups() {
    most_speed_up_ = most_;
    double least = .5;
    for (const ThroughputOfSet& set : report_.sets) {
      for (const Throughput* figure : on_threads(set)) {
        const Spread rate = figure->pairs_per_second();
        least = std::min(least, rate.least / base_of(set));
        most_speed_up_ = std::max(most_speed_up_, rate.most / base_of(set));
      }
    }
    least_speed_up_ = std::exp2(std::floor(std::log2(least)));
  }

  double share(double value, double least, double most) const {
    return is_log_ ? std::log2(value / least) / std::log2(most / least) : value / most;
  }
  /// The ends keep clear of the frame, so that points at them are whole.
  double x(double threads) const {
    return left_ + share(threads, .5, most_) * (right_ - left_ - margin);
  }
  double y(double speed_up) const {
    return bottom_ - share(speed_up, least_speed_up_, most_speed_up_) * (bottom_ - top_ - margin);
  }

  bool has_more_than_cores() const {
    return report_.machine.cores >= 1 && most_ > report_.machine.cores;
  }

  void over_cores() {
    if (!has_more_than_cores()) {
      return;
    }
    const double from = x(report_.machine.cores) + margin;
    canvas_.rectangle({from, top_}, right_ - from, bottom_ - top_, "#eee");
  }

  /// What is what, above the plot, where nothing else is drawn.
  void key() {
    const double base = at_.y + 10;
    const double middle = base - 2;
    double at = at_.x + 3;
    const auto say = [&](std::string_view what) {
      canvas_.text({at, base}, what, {.size = 6});
      at += static_cast<double>(columns_of(what)) * letter + 10;
    };
    for (std::size_t i = 0; i < report_.sets.size(); ++i) {
      point({at, middle}, i);
      at += 5;
      say(report_.sets[i].name);
    }
    const Place ideal[] = {{at, middle}, {at + 10, middle}};
    canvas_.line(ideal, .6, "#666", "2 2");
    at += 13;
    say("ideal");
    if (has_more_than_cores()) {
      canvas_.rectangle({at, base - 4.5}, 8, 4.5, "#ddd");
      at += 11;
      say("more threads than cores");
    }
  }

  /// Sets differ in shape, too, as colours do not in all prints.
  void point(Place middle, std::size_t set) {
    constexpr double radius = 2;
    if (set % 2 == 0) {
      canvas_.disc(middle, radius, colour_of_set(set), "#fff");
    } else {
      canvas_.rectangle({middle.x - radius, middle.y - radius}, 2 * radius, 2 * radius,
                        colour_of_set(set));
    }
  }

  void frame() {
    for (const Throughput* figure : figures_) {
      const double at = x(figure->threads);
      const Place tick[] = {{at, bottom_}, {at, bottom_ + 2}};
      canvas_.line(tick, .5, "#000");
    }
    name_threads();
    for (double speed_up = is_log_ ? least_speed_up_ : 0; speed_up <= most_speed_up_;
         speed_up = next_mark(speed_up)) {
      const Place mark[] = {{left_, y(speed_up)}, {right_, y(speed_up)}};
      canvas_.line(mark, .3, "#ccc");
      canvas_.text({left_ - 3, y(speed_up) + 2}, "×" + shortly(speed_up),
                   {.size = 6, .anchor = "end"});
    }
    const Place axes[] = {{left_, top_}, {left_, bottom_}, {right_, bottom_}};
    canvas_.line(axes, .5, "#000");
  }

  /// Where there is no room for all, powers of two go first.
  void name_threads() {
    std::vector<double> named;
    for (const bool is_power : {true, false}) {
      for (const Throughput* figure : figures_) {
        const double at = x(figure->threads);
        const bool has_room = std::ranges::all_of(
            named, [&](double other) { return std::abs(at - other) >= least_between_marks; });
        if (has_room && std::has_single_bit(static_cast<unsigned>(figure->threads)) == is_power) {
          canvas_.text({at, bottom_ + 8}, fmt::format("{}", figure->threads),
                       {.size = 6, .anchor = "middle"});
          named.push_back(at);
        }
      }
    }
  }

  double next_mark(double speed_up) const {
    constexpr double most_marks = 10;
    if (!is_log_) {
      return speed_up + std::max(1., std::floor(most_speed_up_ / 6));
    }
    return speed_up *
           std::exp2(std::ceil(std::log2(most_speed_up_ / least_speed_up_) / most_marks));
  }

  void series(std::size_t number) {
    const ThroughputOfSet& set = report_.sets[number];
    if (on_threads(set).empty()) {
      return;
    }
    const double one = base_of(set);
    // Where sets meet, the ends of their whiskers differ.
    const double end = 1.5 + static_cast<double>(number % 2);
    std::vector<Place> places;
    canvas_.open_group(set.name);
    for (const Throughput* figure : on_threads(set)) {
      const Spread rate = figure->pairs_per_second();
      const double at = x(figure->threads);
      canvas_.whisker({at, y(rate.least / one)}, {at, y(rate.most / one)}, end,
                      colour_of_set(number));
      places.push_back({at, y(rate.median / one)});
    }
    canvas_.line(places, .8, colour_of_set(number));
    for (const Place& place : places) {
      point(place, number);
    }
    canvas_.close_group();
  }

  const ThroughputReport& report_;
  Place at_;
  double left_, right_, top_, bottom_;
  SvgCanvas& canvas_;
  std::vector<const Throughput*> figures_ = {};  // of the first set that was measured
  double most_ = 1;                              // threads
  double least_speed_up_ = .5, most_speed_up_ = 1;
  bool is_log_ = false;  // else both axes begin at 0
};

}  // namespace

double draw_scaling(const ThroughputReport& report, Place at, double width, SvgCanvas& canvas) {
  return ScalingPanel(report, at, width, canvas).draw();
}

}  // namespace unspin
