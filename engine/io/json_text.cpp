#include "engine/io/json_text.hpp"

#include <array>
#include <cstddef>
#include <simdjson.h>

namespace unspin {
namespace {

/// Bytes at which escaping must stop and look. E2 begins U+2028/9 and much that stays as it is.
constexpr std::array<bool, 256> needs_look = [] {
  std::array<bool, 256> table = {};
  for (std::size_t byte = 0; byte < 0x20; ++byte) {
    table[byte] = true;
  }
  table['"'] = table['\\'] = table[0x7F] = table[0xE2] = true;
  return table;
}();

void append_escape(char c, std::string& out) {
  constexpr std::string_view named = "\b\t\n\f\r\"\\";
  constexpr std::string_view names = "btnfr\"\\";
  const std::size_t found = named.find(c);
  out += '\\';
  if (found != std::string_view::npos) {
    out += names[found];
    return;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += digits[byte >> 4];
  out += digits[byte & 0xF];
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ++at;
  }
  return at;
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  constexpr std::string_view line_separator = "\u2028";
  constexpr std::string_view paragraph_separator = "\u2029";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!needs_look[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::string_view three = text.substr(at, 3);
    const bool separator = three == line_separator || three == paragraph_separator;
    if (text[at] == '\xE2' && !separator) {
      ++at;
      continue;
    }
    out += text.substr(plain, at - plain);
    if (separator) {
      out += three == line_separator ? "\\u2028" : "\\u2029";
      at += 3;
    } else {
      append_escape(text[at++], out);
    }
    plain = at;
  }
  out += text.substr(plain);
  out += '"';
}

bool read_json_string(std::string_view json, std::string& text) {
  if (json.size() < 2 || json.front() != '"') {
    return false;
  }
  if (json.find('\\') == std::string_view::npos) {
    text = json.substr(1, json.size() - 2);
    return true;
  }
  thread_local simdjson::ondemand::parser parser;
  const simdjson::padded_string padded(json);
  simdjson::ondemand::document document;
  std::string_view unescaped;
  if (parser.iterate(padded).get(document) || document.get_string().get(unescaped)) {
    return false;
  }
  text = unescaped;
  return true;
}

bool is_json_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) {
    return false;
  }
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    if (at == fraction) {
      return false;
    }
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
      ++at;
    }
    const std::size_t exponent = at;
    at = skip_digits(text, exponent);
    if (at == exponent) {
      return false;
    }
  }
  return at == text.size();
}

}  // namespace unspin
