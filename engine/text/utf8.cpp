#include "engine/text/utf8.hpp"

#include <algorithm>
#include <cstring>
#include <simdjson.h>
#include <unicode/utf8.h>

namespace unspin {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
    return std::nullopt;
  }
  const auto* data = bytes_of(bytes);
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(data, at, length, code_point);
    if (code_point < 0) {
      return static_cast<std::size_t>(start);
    }
  }
  return std::nullopt;
}

std::size_t find_non_ascii(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if (eight & 0x8080808080808080u) {
      break;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
    ++at;
  }
  return at;
}

RepairedText replace_invalid_utf8(std::string text) {
  RepairedText repaired;
  if (simdjson::validate_utf8(text.data(), text.size())) {
    repaired.text = std::move(text);
    return repaired;
  }
  const auto* data = bytes_of(text);
  const auto length = static_cast<std::int64_t>(text.size());
  repaired.text.reserve(text.size() + 16);
  for (std::int64_t at = 0; at < length;) {
    UChar32 code_point = 0;
    U8_NEXT(data, at, length, code_point);
    if (code_point < 0) {
      ++repaired.replaced;
      code_point = 0xFFFD;
    }
    append_utf8(static_cast<char32_t>(code_point), repaired.text);
  }
  return repaired;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 code_point = 0;
  U8_NEXT_UNSAFE(bytes_of(text), offset, code_point);
  return static_cast<char32_t>(code_point);
}

void append_code_points(std::string_view text, std::u32string& out) {
  out.reserve(out.size() + text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out.push_back(byte);
      ++at;
    } else {
      out.push_back(next_code_point(text, at));
    }
  }
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    return put(code_point);
  }
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

}  // namespace unspin
