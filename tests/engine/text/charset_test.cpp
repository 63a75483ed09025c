#include "engine/text/charset.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace unspin {
namespace {

/// UTF-8 in another encoding, by ICU's own converter.
std::string encoded(std::string_view text, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset, &status),
                                                                     ucnv_close);
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(text.size() * 4 + 16, '\0');
  bytes.resize(static_cast<std::size_t>(
      units.extract(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status)));
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  return bytes;
}

TEST(Charset, WhatIsWellFormedUtf8IsUtf8WhateverWasSaid) {
  const DecodedText decoded = decode("Über die Brücke", "iso-8859-1", false);
  EXPECT_EQ(decoded.text, "Über die Brücke");
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_EQ(decoded.by, CharsetBy::form);
  EXPECT_EQ(decode("plain", "windows-1251", true).charset, "utf-8");
}

TEST(Charset, TheContainerCountsBeforeThePage) {
  const std::string page = "<meta charset=windows-1252><p>" + encoded("Привет", "windows-1251");
  const DecodedText decoded = decode(page, "Windows-1251", true);
  EXPECT_EQ(decoded.text, "<meta charset=windows-1252><p>Привет");
  EXPECT_EQ(decoded.charset, "windows-1251");
  EXPECT_EQ(decoded.by, CharsetBy::container);
}

TEST(Charset, APageMaySayItItself) {
  const std::string russian = encoded("Привет, мир", "koi8-r");
  for (const char* head :
       {"<meta charset='KOI8-R'>", "<META content=\"text/html; charset=koi8-r\">",
        "<?xml version=\"1.0\" encoding=\"koi8-r\"?>"}) {
    const DecodedText decoded = decode(head + russian, "", true);
    EXPECT_EQ(decoded.text, std::string(head) + "Привет, мир");
    EXPECT_EQ(decoded.by, CharsetBy::page);
  }
  EXPECT_EQ(charset_of_page("<meta name=charset content=x><meta charset = \" gbk \" >"), "gbk");
  EXPECT_EQ(charset_of_page("<p>charset=latin1</p>"), "");
}

TEST(Charset, AByteOrderMarkIsRemovedAndBelieved) {
  EXPECT_EQ(decode("\xEF\xBB\xBFword", "latin1", false).text, "word");
  for (const char* charset : {"utf-16le", "utf-16be"}) {
    const DecodedText decoded = decode(encoded("\uFEFFnaïve 中文", charset), "", false);
    EXPECT_EQ(decoded.text, "naïve 中文");
    EXPECT_EQ(decoded.charset, charset);
    EXPECT_EQ(decoded.by, CharsetBy::byte_order_mark);
  }
}

TEST(Charset, NamesMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(decode("\x93quoted\x94", "ISO-8859-1", false).text, "“quoted”");
  EXPECT_EQ(decode("\x93quoted\x94", " \"latin1\" ", false).charset, "windows-1252");
  EXPECT_EQ(decode(encoded("ｱｲｳ 日本語①", "windows-31j"), "Shift_JIS", false).text, "ｱｲｳ 日本語①");
  EXPECT_EQ(decode(encoded("简体中文", "gb18030"), "gb2312", false).text, "简体中文");
}

TEST(Charset, WhatHidesInAsciiIsReadIfTheContainerSaysSo) {
  const std::string japanese = encoded("日本語の文章", "iso-2022-jp");
  EXPECT_EQ(decode(japanese, "iso-2022-jp", false).text, "日本語の文章");
  EXPECT_EQ(decode(japanese, "", false).text, japanese);
  EXPECT_EQ(decode(encoded("plain", "utf-16le"), "utf-16le", false).text, "plain");
}

TEST(Charset, DetectsWhatNobodyNamed) {
  const std::string german =
      "Die Übergänge zwischen den Häusern waren für größere Möbel zu schmal, und so mussten die "
      "Träger über die Straße gehen, während es draußen stürmte und schneite.";
  const DecodedText decoded = decode(encoded(german, "windows-1252"), "", false);
  EXPECT_EQ(decoded.text, german);
  EXPECT_EQ(decoded.by, CharsetBy::detection);
  const std::string russian =
      "Переходы между домами были слишком узкими для крупной мебели, и носильщикам пришлось идти "
      "через улицу, пока снаружи бушевала метель.";
  EXPECT_EQ(decode(encoded(russian, "windows-1251"), "no-such-charset", false).text, russian);
}

TEST(Charset, DamagedUtf8StaysUtf8) {
  std::string text;
  for (int i = 0; i < 50; ++i) {
    text += "größer ";
  }
  const DecodedText decoded = decode(text + "\xC3", "", false);
  EXPECT_EQ(decoded.text, text + "\uFFFD");
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_EQ(decoded.replaced, 1u);
}

TEST(Charset, CountsWhatIsNoneOfTheEncoding) {
  const DecodedText decoded = decode("\xBA\xC3 ok \xFF", "gbk", false);
  EXPECT_EQ(decoded.replaced, 1u) << decoded.text;
}

TEST(Charset, NothingIsText) {
  EXPECT_EQ(decode("", "", true).text, "");
  EXPECT_EQ(decode("\xFF\xFE", "", false).text, "");
}

}  // namespace
}  // namespace unspin
