#include "cli/page_auditor.hpp"

namespace unspin {
namespace {

/// The parts of a main text that its page sets apart as quotations.
void find_quotations(const Page& page, const MainText& main, std::vector<QuotedRange>& quoted) {
  quoted.clear();
  for (std::size_t i = 0; i < main.parts.size(); ++i) {
    if (page.blocks[main.parts[i].block].kind == BlockKind::quote) {
      const std::size_t end =
          i + 1 < main.parts.size() ? main.parts[i + 1].begin : main.text.size();
      quoted.push_back({main.parts[i].begin, end});
    }
  }
}

}  // namespace

bool PageAuditor::audit(Document& document) {
  if (!reader_.read(document, page_)) {
    return false;
  }
  main_ = main_text(page_.page);
  find_quotations(page_.page, main_, quoted_);
  const std::string_view address =
      document.address.empty() ? page_.page.canonical : document.address;
  audit_.audit({.text = main_.text, .address = address, .quoted = quoted_}, result_);
  return true;
}

}  // namespace unspin
