// What a document says, whatever it came as: its bytes made UTF-8, then read as what they are.
#pragma once

#include <string>

#include "engine/extract/page.hpp"
#include "engine/io/document.hpp"
#include "engine/text/charset.hpp"

namespace unspin {

struct DocumentPage {
  DecodedText decoded;  ///< the page's bytes, to which all offsets refer, and how they were read
  std::string type;     ///< what they were read as: "text/html", "text/plain", "text/markdown"
  Page page;
};

/// Keeps its memory from document to document. One per thread.
class DocumentPageReader {
 public:
  explicit DocumentPageReader(const ExtractLimits& limits = {}) : pages_(limits) {}

  /// Overwrites `out`; takes the document's bytes. False if it is nothing to be read: `out.type`
  /// then says what it is ("image/png"). HTML, XHTML, plain text and Markdown are read by their
  /// media type; what has none, or only "application/octet-stream", by its beginning. The date is
  /// the page's own, and nothing if it tells none.
  bool read(Document& document, DocumentPage& out);

 private:
  PageReader pages_;
};

}  // namespace unspin
