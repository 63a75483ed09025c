#include "engine/text/charset.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <utility>

#include "engine/text/ascii.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::size_t searched_of_page = 4096;
constexpr std::size_t searched_by_detection = std::size_t{16} << 10;
/// Damaged UTF-8, cut in the middle of a character perhaps, is still UTF-8.
constexpr double most_damaged_utf8 = 0.05;
constexpr int32_t least_confidence = 10;  // of ICU's 100: below, it guesses

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, Close>;
using Detector = std::unique_ptr<UCharsetDetector, Close>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view around = " \t\r\n\f\"'";
  const std::size_t begin = text.find_first_not_of(around);
  return begin == std::string_view::npos
             ? std::string_view()
             : text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

/// What browsers read where this is named: supersets that people mean.
std::string meant_by(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22> meanings = {{
      {"utf8", "utf-8"},
      {"unicode-1-1-utf-8", "utf-8"},
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"latin-1", "windows-1252"},
      {"l1", "windows-1252"},
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"latin5", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-gbk", "gb18030"},
      {"shift_jis", "windows-31j"},
      {"shift-jis", "windows-31j"},
      {"x-sjis", "windows-31j"},
      {"sjis", "windows-31j"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
  }};
  const std::string wanted = lower_ascii(trimmed(name));
  const auto found = std::ranges::find(meanings, wanted, [](const auto& m) { return m.first; });
  return found == meanings.end() ? wanted : std::string(found->second);
}

/// Null if ICU does not know the name.
Converter converter_of(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(charset.empty() ? nullptr : ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

struct ByteOrderMark {
  std::string_view bytes, charset;
};
constexpr std::array<ByteOrderMark, 3> byte_order_marks = {
    {{"\xEF\xBB\xBF", "utf-8"}, {"\xFE\xFF", "utf-16be"}, {"\xFF\xFE", "utf-16le"}}};

std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = text.find(replacement); at != std::string_view::npos;
       at = text.find(replacement, at + replacement.size())) {
    ++count;
  }
  return count;
}

DecodedText converted(std::string_view bytes, UConverter* converter, std::string charset,
                      CharsetBy by) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString units(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                 status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU could not convert a text");
  }
  DecodedText out{.text = {}, .charset = std::move(charset), .by = by};
  units.toUTF8String(out.text);
  out.replaced = count_replacements(out.text);
  return out;
}

DecodedText as_utf8(std::string bytes, CharsetBy by) {
  RepairedText repaired = replace_invalid_utf8(std::move(bytes));
  return {std::move(repaired.text), "utf-8", by, repaired.replaced};
}

/// What ICU takes the bytes for; empty if it has no idea.
std::string detected_charset(std::string_view bytes, bool is_markup) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status));
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU's data files are missing");
  }
  const std::string_view looked_at = bytes.substr(0, searched_by_detection);
  ucsdet_setText(detector.get(), looked_at.data(), static_cast<int32_t>(looked_at.size()), &status);
  ucsdet_enableInputFilter(detector.get(), static_cast<UBool>(is_markup));
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr ||
      ucsdet_getConfidence(match, &status) < least_confidence) {
    return {};
  }
  return meant_by(ucsdet_getName(match, &status));
}

/// Whether the bytes are of an encoding that looks like ASCII and is not.
bool hides_in_ascii(std::string_view bytes, std::string_view charset) {
  return (charset.starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos) ||
         (charset == "hz-gb-2312" && bytes.find("~{") != std::string_view::npos) ||
         (charset.starts_with("utf-16") && bytes.find('\0') != std::string_view::npos);
}

/// The value of `name=` behind `at` in a tag that ends at '>'.
std::string value_in_tag(std::string_view lowered, std::size_t at, std::string_view name) {
  const std::string_view tag = lowered.substr(at, lowered.find('>', at) - at);
  std::size_t found = tag.find(name);
  if (found == std::string_view::npos) {
    return {};
  }
  found = tag.find_first_not_of(" \t\r\n", found + name.size());
  if (found == std::string_view::npos || tag[found] != '=') {
    return {};
  }
  const std::size_t begin = tag.find_first_not_of(" \t\r\n\"'", found + 1);
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(tag.substr(begin, tag.find_first_of(" \t\r\n\"';/?>", begin) - begin));
}

}  // namespace

std::string charset_of_page(std::string_view bytes) {
  const std::string page = lower_ascii(bytes.substr(0, searched_of_page));
  if (page.starts_with("<?xml")) {
    std::string named = value_in_tag(page, 0, "encoding");
    if (!named.empty()) {
      return named;
    }
  }
  for (std::size_t at = page.find("<meta"); at != std::string::npos;
       at = page.find("<meta", at + 1)) {
    std::string named = value_in_tag(page, at, "charset");
    if (!named.empty()) {
      return named;
    }
  }
  return {};
}

DecodedText decode(std::string bytes, std::string_view declared, bool is_markup) {
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (!std::string_view(bytes).starts_with(mark.bytes)) {
      continue;
    }
    bytes.erase(0, mark.bytes.size());
    const std::string charset(mark.charset);
    return charset == "utf-8"
               ? as_utf8(std::move(bytes), CharsetBy::byte_order_mark)
               : converted(bytes, converter_of(charset).get(), charset, CharsetBy::byte_order_mark);
  }
  const std::string by_container = meant_by(declared);
  const bool is_ascii = find_non_ascii(bytes, 0) == bytes.size();
  const bool is_hidden = is_ascii && hides_in_ascii(bytes, by_container);
  if (!is_hidden && (is_ascii || !first_invalid_utf8(bytes))) {
    return {std::move(bytes), "utf-8", CharsetBy::form, 0};
  }
  if (by_container != "utf-8") {
    if (const Converter converter = converter_of(by_container)) {
      return converted(bytes, converter.get(), by_container, CharsetBy::container);
    }
  }
  std::string by_page = is_markup ? meant_by(charset_of_page(bytes)) : std::string();
  if (by_page.starts_with("utf-16")) {
    by_page = "utf-8";  // it could not have been read as ASCII if it were UTF-16
  }
  if (by_container != "utf-8" && by_page != "utf-8") {
    if (const Converter converter = converter_of(by_page)) {
      return converted(bytes, converter.get(), by_page, CharsetBy::page);
    }
  }
  // Said to be UTF-8, and is not quite; or nothing was said.
  DecodedText repaired = as_utf8(bytes, by_container == "utf-8" ? CharsetBy::container
                                        : by_page == "utf-8"    ? CharsetBy::page
                                                                : CharsetBy::detection);
  const auto beyond_ascii = static_cast<double>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  if (static_cast<double>(repaired.replaced) <= most_damaged_utf8 * beyond_ascii) {
    return repaired;
  }
  const std::string detected = detected_charset(bytes, is_markup);
  if (const Converter converter = detected == "utf-8" ? nullptr : converter_of(detected)) {
    return converted(bytes, converter.get(), detected, CharsetBy::detection);
  }
  return repaired;
}

}  // namespace unspin
