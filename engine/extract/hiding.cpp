#include "engine/extract/hiding.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::string_view strip(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// Lower case, without blanks and "!important".
std::string plain(std::string_view value) {
  std::string out;
  for (const char c : value.substr(0, value.find('!'))) {
    if (!is_blank(c)) {
      out += lower_ascii(c);
    }
  }
  return out;
}

/// The number that a length begins with.
std::optional<double> number_of(std::string_view length) {
  double number = 0;
  const auto read = std::from_chars(length.data(), length.data() + length.size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool is_zero(std::string_view length) { return number_of(length) == 0.0; }

/// Lengths beyond any margin that a design could want; in em a tenth of them.
bool is_far_off(std::string_view length) {
  const auto number = number_of(length);
  const double least = length.ends_with("em") ? -99 : -900;
  return number && *number <= least && !length.ends_with('%');
}

/// "#fff", "#ffffff", "white" and the like as one spelling.
std::string colour(std::string value) {
  if (value == "white") {
    return "#ffffff";
  }
  if (value == "black") {
    return "#000000";
  }
  if (value.size() == 4 && value[0] == '#') {
    return {'#', value[1], value[1], value[2], value[2], value[3], value[3]};
  }
  return value;
}

/// What several declarations say together.
struct Box {
  bool clips = false, is_placed = false, is_flat = false, is_narrow = false;
  bool is_off = false, is_hidden = false, is_indented_off = false;
  std::string text_colour, background;

  void declare(std::string_view name, const std::string& value);
  bool hides() const {
    return is_hidden || is_indented_off || (is_off && is_placed) ||
           (clips && (is_flat || is_narrow)) || (!text_colour.empty() && text_colour == background);
  }
};

void Box::declare(std::string_view name, const std::string& value) {
  if (name == "display") {
    is_hidden |= value == "none";
  } else if (name == "visibility") {
    is_hidden |= value == "hidden" || value == "collapse";
  } else if (name == "font-size") {
    is_hidden |= is_zero(value);
  } else if (name == "clip") {
    is_hidden |= value.starts_with("rect(0,0,0,0") || value.starts_with("rect(0000)") ||
                 value.starts_with("rect(0px,0px,0px,0px") ||
                 value.starts_with("rect(1px,1px,1px,1px");
  } else if (name == "clip-path") {
    is_hidden |= value == "inset(100%)" || value == "inset(50%)" || value == "circle(0)";
  } else if (name == "position") {
    is_placed |= value == "absolute" || value == "fixed";
  } else if (name == "left" || name == "top" || name == "right" || name == "bottom") {
    is_off |= is_far_off(value);
  } else if (name == "text-indent" || name == "margin-left" || name == "margin-top") {
    is_indented_off |= is_far_off(value);
  } else if (name == "overflow") {
    clips |= value == "hidden" || value == "clip";
  } else if (name == "height" || name == "max-height") {
    is_flat |= is_zero(value);
  } else if (name == "width" || name == "max-width") {
    is_narrow |= is_zero(value);
  } else if (name == "color") {
    is_hidden |= value == "transparent";
    text_colour = colour(value);
  } else if (name == "background-color" || name == "background") {
    background = colour(value);
  }
}

/// Whether a rule gives what it applies to a place on the page.
bool shows(std::string_view declarations) {
  const std::size_t at = declarations.find("display:");
  return at != declarations.npos && plain(declarations.substr(at + 8, 12)).substr(0, 4) != "none";
}

void add_selectors(std::string_view selectors, std::unordered_set<std::string>& out) {
  while (!selectors.empty()) {
    const std::size_t end = std::min(selectors.find(','), selectors.size());
    const std::string_view selector = strip(selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    std::string name;  // "\\:" is ":" in the name itself
    bool is_simple = selector.size() > 1 && (selector[0] == '.' || selector[0] == '#');
    for (std::size_t i = 0; i < selector.size() && is_simple; ++i) {
      if (selector[i] == '\\' && i + 1 < selector.size()) {
        ++i;
      } else if (i > 0 &&
                 std::string_view(" \t\n\r>+~:[.#*").find(selector[i]) != std::string_view::npos) {
        is_simple = false;
      }
      name += selector[i];
    }
    if (is_simple) {
      out.insert(name);
    }
  }
}

}  // namespace

bool hides(std::string_view declarations) {
  Box box;
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view declaration = declarations.substr(0, end);
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = declaration.find(':');
    if (colon != declaration.npos) {
      box.declare(plain(declaration.substr(0, colon)), plain(declaration.substr(colon + 1)));
    }
  }
  return box.hides();
}

void Hiding::read(const std::vector<std::string_view>& style_sheets) {
  hiding_.clear();
  showing_.clear();
  for (const std::string_view sheet : style_sheets) {
    read_rules(sheet, false);
  }
}

/// Rules "selectors { declarations }". A comment only spoils the rule that it stands in.
void Hiding::read_rules(std::string_view sheet, bool is_conditional) {
  std::size_t start = 0;
  for (;;) {
    const std::size_t open = sheet.find('{', start);
    if (open == sheet.npos) {
      return;
    }
    const std::string_view selectors = strip(sheet.substr(start, open - start));
    std::size_t at = open + 1;
    for (int depth = 1; at < sheet.size() && depth > 0; ++at) {
      depth += sheet[at] == '{' ? 1 : sheet[at] == '}' ? -1 : 0;
    }
    const std::size_t close = sheet[at - 1] == '}' ? at - 1 : at;
    const std::string_view body = sheet.substr(open + 1, close - open - 1);
    if (!selectors.starts_with('@')) {
      if (shows(body)) {
        add_selectors(selectors, showing_);
      } else if (!is_conditional && hides(body)) {
        add_selectors(selectors, hiding_);
      }
    } else if (selectors.starts_with("@media") && !is_conditional) {
      read_rules(body, true);
    }
    start = at;
  }
}

bool Hiding::matches(const Selectors& selectors, const Attributes& attributes) {
  if (selectors.empty()) {
    return false;
  }
  if (!attributes.id.empty() && selectors.contains("#" + std::string(attributes.id))) {
    return true;
  }
  for (std::string_view rest = attributes.classes; !rest.empty();) {
    const auto begin = std::ranges::find_if_not(rest, is_blank);
    const auto end = std::find_if(begin, rest.end(), is_blank);
    if (begin != end && selectors.contains("." + std::string(begin, end))) {
      return true;
    }
    rest = std::string_view(end, rest.end());
  }
  return false;
}

bool Hiding::is_hidden(const Attributes& attributes) const {
  if (attributes.is_hidden || (!attributes.style.empty() && hides(attributes.style))) {
    return true;
  }
  if (!attributes.color.empty() && !attributes.bgcolor.empty() &&
      colour(plain(attributes.color)) == colour(plain(attributes.bgcolor))) {
    return true;
  }
  return matches(hiding_, attributes) && !matches(showing_, attributes);
}

}  // namespace unspin
