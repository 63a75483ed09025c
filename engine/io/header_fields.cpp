#include "engine/io/header_fields.hpp"

#include <algorithm>

#include "engine/text/ascii.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

bool is_fold(char c) { return c == ' ' || c == '\t'; }

/// Takes the first part, up to `separator`, off the text. Separators inside quotes are text.
std::string_view take_part(std::string_view& text, char separator) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < text.size() && (quoted || text[end] != separator); ++end) {
    quoted ^= text[end] == '"';
  }
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(part);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool same_word(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other,
                            [](char a, char b) { return lower_ascii(a) == lower_ascii(b); });
}

void read_header_fields(std::string_view lines, std::vector<HeaderField>& fields) {
  fields.clear();
  bool folds = false;  // whether a fold here would belong to the last field
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (trimmed(line).empty()) {
      return;
    }
    if (is_fold(line.front())) {
      if (folds) {
        std::string_view& value = fields.back().value;
        const std::string_view more = trimmed(line);
        value = value.empty() ? more : std::string_view(value.data(), more.data() + more.size());
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    folds = colon != std::string_view::npos;
    if (folds) {
      fields.push_back({trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))});
    }
  }
}

std::string_view field_value(std::span<const HeaderField> fields, std::string_view name) {
  const auto field = std::ranges::find_if(
      fields, [&](const HeaderField& each) { return same_word(each.name, name); });
  return field == fields.end() ? std::string_view() : field->value;
}

std::string field_text(std::string_view value) {
  std::string text;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    text += text.empty() ? "" : " ";
    text += trimmed(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  // What is left of these ends no line and means nothing (RFC 9110, section 5.5).
  std::ranges::replace_if(
      text, [](char c) { return c == '\r' || c == '\0'; }, ' ');
  return find_non_ascii(text, 0) == text.size() ? text : replace_invalid_utf8(text).text;
}

ContentType read_content_type(std::string_view value) {
  ContentType type;
  std::string_view media_type = take_part(value, ';');
  media_type = media_type.substr(0, media_type.find_first_of(" \t,"));
  if (media_type.find('/') != std::string_view::npos) {
    type.media_type = lower_ascii(field_text(media_type));
  }
  while (!value.empty() && type.charset.empty()) {
    std::string_view parameter = take_part(value, ';');
    if (parameter.find('=') != std::string_view::npos &&
        same_word(take_part(parameter, '='), "charset")) {
      const std::size_t first = parameter.find_first_not_of("\"' \t");
      const std::size_t last = parameter.find_last_not_of("\"' \t");
      if (first != std::string_view::npos) {
        type.charset = field_text(parameter.substr(first, last - first + 1));
      }
    }
  }
  return type;
}

}  // namespace unspin
