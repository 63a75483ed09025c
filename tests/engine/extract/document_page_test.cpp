#include "engine/extract/document_page.hpp"

#include <gtest/gtest.h>
#include <string>

namespace unspin {
namespace {

Document document(std::string media_type, std::string bytes, std::string charset = "") {
  Document made;
  made.media_type = std::move(media_type);
  made.bytes = std::move(bytes);
  made.charset = std::move(charset);
  return made;
}

/// The type it was read as and its main text, or the type it was not read for.
std::string reading(Document made) {
  DocumentPageReader reader;
  DocumentPage page;
  const bool is_read = reader.read(made, page);
  return is_read ? page.type + "|" + main_text(page.page).text : "no: " + page.type;
}

TEST(DocumentPage, IsReadAsItsMediaTypeSays) {
  EXPECT_EQ(reading(document("text/html", "<p>One &amp; two")), "text/html|One & two");
  EXPECT_EQ(reading(document("text/plain", "<p>One &amp; two")), "text/plain|<p>One &amp; two");
  EXPECT_EQ(reading(document("text/markdown", "# One")), "text/markdown|One");
  EXPECT_EQ(reading(document("image/png", "\x89PNG")), "no: image/png");
}

TEST(DocumentPage, IsReadByItsBeginningIfNobodySays) {
  EXPECT_EQ(reading(document("", "<!doctype html><p>One")), "text/html|One");
  EXPECT_EQ(reading(document("application/octet-stream", "One")), "text/plain|One");
  EXPECT_EQ(reading(document("", std::string("PK\0\3", 4))), "no: application/octet-stream");
  EXPECT_EQ(reading(document("text/plain", "<html><p>sent as text")), "text/html|sent as text");
}

TEST(DocumentPage, HasPlacesInItsTextAsUtf8) {
  Document made = document("text/html",
                           "<p>Gr\xFC\xDF"
                           "e</p>",
                           "iso-8859-1");
  DocumentPage page;
  DocumentPageReader().read(made, page);
  ASSERT_EQ(page.page.blocks.size(), 1u);
  const PageBlock& block = page.page.blocks[0];
  EXPECT_EQ(page.decoded.text.substr(block.begin, block.end - block.begin), "Grüße");
  EXPECT_EQ(page.decoded.charset, "windows-1252");
}

}  // namespace
}  // namespace unspin
