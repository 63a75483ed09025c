#include "engine/report/svg_canvas.hpp"

#include <fmt/format.h>
#include <iterator>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

/// To a tenth of a point, which no printer shows.
std::string in_short(double value) {
  std::string text = fmt::format("{:.1f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) {
    text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace

HtmlWriter& SvgCanvas::number(const Markup& name, double value) {
  return writer_.attribute(name, in_short(value));
}

void SvgCanvas::open_group(std::string_view title) {
  writer_.markup("<g><title>").text(title).markup("</title>\n");
}

void SvgCanvas::close_group() { writer_.markup("</g>\n"); }

void SvgCanvas::text(Place at, std::string_view text, const TextLook& look) {
  writer_.markup("<text");
  number("x", at.x);
  number("y", at.y);
  number("font-size", look.size);
  if (look.anchor.text() != "start") {
    writer_.attribute("text-anchor", look.anchor.text());
  }
  if (look.fill.text() != "#000") {
    writer_.attribute("fill", look.fill.text());
  }
  if (look.is_bold) {
    writer_.markup(" font-weight=\"bold\"");
  }
  if (look.goes_up) {
    writer_.attribute("transform",
                      fmt::format("rotate(-90 {} {})", in_short(at.x), in_short(at.y)));
  }
  writer_.markup(">").text(text).markup("</text>\n");
}

void SvgCanvas::rectangle(Place corner, double width, double height, const Markup& fill) {
  writer_.markup("<rect");
  number("x", corner.x);
  number("y", corner.y);
  number("width", width);
  number("height", height).attribute("fill", fill.text()).markup("/>\n");
}

void SvgCanvas::line(std::span<const Place> places, double width, const Markup& stroke,
                     const Markup& dashes) {
  std::string path;
  for (const Place& place : places) {
    fmt::format_to(std::back_inserter(path), "{}{} {}", path.empty() ? 'M' : 'L', in_short(place.x),
                   in_short(place.y));
  }
  writer_.markup("<path").attribute("d", path).attribute("stroke", stroke.text());
  number("stroke-width", width);
  if (!dashes.text().empty()) {
    writer_.attribute("stroke-dasharray", dashes.text());
  }
  writer_.markup(" fill=\"none\"/>\n");
}

void SvgCanvas::whisker(Place from, Place to, double end, const Markup& stroke) {
  const bool is_level = from.y == to.y;
  std::string path = fmt::format("M{} {}L{} {}", in_short(from.x), in_short(from.y), in_short(to.x),
                                 in_short(to.y));
  for (const Place& place : {from, to}) {
    fmt::format_to(
        std::back_inserter(path), "M{} {}{}{}", in_short(is_level ? place.x : place.x - end),
        in_short(is_level ? place.y - end : place.y), is_level ? 'v' : 'h', in_short(2 * end));
  }
  writer_.markup("<path").attribute("d", path).attribute("stroke", stroke.text());
  writer_.markup("/>\n");
}

void SvgCanvas::disc(Place middle, double radius, const Markup& fill, const Markup& stroke) {
  writer_.markup("<circle");
  number("cx", middle.x);
  number("cy", middle.y);
  number("r", radius).attribute("fill", fill.text()).attribute("stroke", stroke.text());
  writer_.markup("/>\n");
}

std::string SvgCanvas::sheet(double width, double height, std::string_view title) const {
  std::string out;
  HtmlWriter writer(out);
  writer.markup("<svg xmlns=\"http://www.w3.org/2000/svg\"");
  writer.attribute("width", in_short(width) + "pt").attribute("height", in_short(height) + "pt");
  writer.attribute("viewBox", fmt::format("0 0 {} {}", in_short(width), in_short(height)));
  writer.markup(
      " role=\"img\" stroke-width=\".5\" font-family=\"Helvetica, Arial, Liberation Sans, "
      "sans-serif\">\n<title>");
  writer.text(title).markup("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  return out + shapes_ + "</svg>\n";
}

std::vector<std::string> lines_within(std::string_view text, double width, double size) {
  constexpr double mean_letter = .53;  // of the size
  const auto columns = static_cast<std::size_t>(width / (size * mean_letter));
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (lines.empty() || columns_of(lines.back()) + 1 + columns_of(word) > columns) {
      lines.push_back(shortened(word, columns));
    } else {
      lines.back().append(" ").append(word);
    }
  }
  return lines;
}

}  // namespace unspin
