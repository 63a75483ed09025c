#include "engine/report/throughput_picture.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/report/rates_picture.hpp"
#include "engine/report/scaling_picture.hpp"
#include "engine/report/svg_canvas.hpp"

namespace unspin {
namespace {

constexpr double sheet_width = 252;
constexpr double margin = 6;

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
  if (std::ranges::any_of(report.sets, [](const ThroughputOfSet& set) {
        return std::ranges::any_of(
            set.figures, [&](const Throughput& figure) { return set.is_of_one_pair(figure); });
      })) {
    text += " †: 1 pair only.";
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
  constexpr double width = sheet_width - 2 * margin;
  double y = draw_rates(report, {margin, 12}, width, canvas);
  y = draw_scaling(report, {margin, y + 8}, width, canvas);
  y = caption(report, y + 6, canvas);
  out += canvas.sheet(sheet_width, y, "Pairs scored per second, and speed-up by threads");
}

}  // namespace unspin
