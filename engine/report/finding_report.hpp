// What an audit found, for programs: findings.jsonl, and the lines of a filter.
#pragma once

#include <string>

#include "engine/audit/page_audit.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document.hpp"

namespace unspin {

/// Version of the lines; within one, members are only ever added.
inline constexpr std::uint64_t findings_schema = 1;

/// Appends one line of JSON for each finding of a page:
///
///   {"schema": 1, "id": of the finding (finding_id.hpp),
///    "page": {"id", "file", "offset" or "line", "address", "date", "title", "words",
///             "metadata": {other fields of the row}},
///    "original": {"id", "address", "date", "title", "words"},
///    "verdict": {"label": "verbatim" or "spun", "confidence"},
///    "shares": {"page": {"before", "after"}, "original"},
///    "passages": [{"page": {"begin", "end", "begin_word", "end_word", "text"}, "original": {…},
///                  "label", "confidence", "probabilities": {label: of the judge}, "score",
///                  "reasons": [],
///                  "discounted": {"quotation", "template", "ignored"},
///                  "swaps": [{"from", "to", "count", "kind"}],
///                  "changes": {"minor", "synonym", "rewritten": [[the page's begin and end, the
///                  original's begin and end]]}}],
///    "also": [ids of other originals with the same passages],
///    "hidden_text": {"words": of the page's blocks that nobody sees, "characters": {trick:
///    count}},
///    "signature": program, resources, index and settings}
///
/// Places are bytes, and words, of the main texts, as `unspin extract` gives them. What is not
/// known is left out.
void append_findings(const Document& document, const Page& page, std::string_view text,
                     const PageAuditResult& result, const OriginalsIndex& index,
                     std::string_view signature, std::string& out);

/// Appends one line for a page that came as a row, whatever was found:
///
///   {"schema": 1, "page": {…}, "findings": [{"id", "original", "verdict", "shares",
///   "passages", "also"}],
///    "hidden_text": if there are findings, "signature"}
///
/// with a page that has no "file": where the row stood depends on how the rows were dealt out.
void append_audited_row(const Document& document, const Page& page, std::string_view text,
                        const PageAuditResult& result, const OriginalsIndex& index,
                        std::string_view signature, std::string& out);

}  // namespace unspin
