#include "engine/extract/document_page.hpp"

#include <utility>

#include "engine/extract/plain_text.hpp"
#include "engine/io/file_kind.hpp"

namespace unspin {
namespace {

constexpr std::size_t looked_at = 512;

/// "text/html", "text/plain" or "text/markdown"; else what the document is instead.
std::string type_of(const Document& document) {
  const std::string& said = document.media_type;
  if (said == "text/html" || said == "application/xhtml+xml") {
    return "text/html";
  }
  if (said == "text/markdown" || said == "text/x-markdown") {
    return "text/markdown";
  }
  const std::string_view beginning = std::string_view(document.bytes).substr(0, looked_at);
  const bool is_unknown = said.empty() || said == "application/octet-stream" || said == "unknown";
  if ((is_unknown || said == "text/plain") && kind_of_content(beginning) == FileKind::html) {
    return "text/html";
  }
  if (is_unknown && beginning.find('\0') != std::string_view::npos) {
    return "application/octet-stream";
  }
  return is_unknown ? "text/plain" : said;
}

}  // namespace

bool DocumentPageReader::read(Document& document, DocumentPage& out) {
  out.type = type_of(document);
  const bool is_html = out.type == "text/html";
  if (!is_html && out.type != "text/plain" && out.type != "text/markdown") {
    return false;
  }
  out.decoded = decode(std::move(document.bytes), document.charset, is_html);
  if (is_html) {
    pages_.read(out.decoded.text, out.page);
  } else {
    read_plain_text(out.decoded.text, out.type == "text/markdown", out.page);
  }
  return true;
}

}  // namespace unspin
