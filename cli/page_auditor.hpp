// A document held against the originals: what the audit of a crawl and that of rows have in common.
#pragma once

#include <vector>

#include "engine/audit/page_audit.hpp"
#include "engine/extract/document_page.hpp"

namespace unspin {

/// One document after the other; keeps its memory. One per thread.
class PageAuditor {
 public:
  explicit PageAuditor(const AuditMeans& means) : audit_(means) {}

  /// Reads the document's page, taking its bytes, and audits it; false if it is no text: type()
  /// then says what it is.
  bool audit(Document& document);

  // Of the document audited last.
  const std::string& type() const { return page_.type; }
  const Page& page() const { return page_.page; }
  const std::string& text() const { return main_.text; }
  const PageAuditResult& result() const { return result_; }

 private:
  DocumentPageReader reader_;
  DocumentPage page_;
  MainText main_;
  std::vector<QuotedRange> quoted_;
  PageAudit audit_;
  PageAuditResult result_;
};

}  // namespace unspin
