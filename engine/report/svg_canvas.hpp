// Shapes and text on a sheet of paper, as SVG that any program reads: no style sheet, no script,
// nothing from outside. Lengths are points, from the top left. All text is escaped as in HTML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/html_text.hpp"

namespace unspin {

struct TextLook {
  double size = 6.5;        ///< of the letters
  Markup anchor = "start";  ///< which part of the text is at the place: start, middle, end
  Markup fill = "#000";
  bool is_bold = false;
  bool goes_up = false;  ///< turned by a right angle, as beside an axis
};

struct Place {
  double x, y;
};

class SvgCanvas {
 public:
  /// `title` is what a screen reader says and a browser shows on hovering.
  void open_group(std::string_view title);
  void close_group();

  void text(Place at, std::string_view text, const TextLook& look);
  void rectangle(Place corner, double width, double height, const Markup& fill);
  /// `dashes` as SVG has them, "2 2"; empty: none.
  void line(std::span<const Place> places, double width, const Markup& stroke,
            const Markup& dashes = {});
  /// A horizontal (or vertical) whisker with short ends.
  void whisker(Place from, Place to, double end, const Markup& stroke);
  void disc(Place middle, double radius, const Markup& fill, const Markup& stroke);

  /// The sheet with all that was drawn, on white.
  std::string sheet(double width, double height, std::string_view title) const;

 private:
  HtmlWriter& number(const Markup& name, double value);

  std::string shapes_;
  HtmlWriter writer_{shapes_};
};

/// The text in lines of up to `width` points, if its letters have that size: those of common fonts
/// without serifs are narrower than what is reckoned with here.
std::vector<std::string> lines_within(std::string_view text, double width, double size);

}  // namespace unspin
