#include "engine/report/audit_overview.hpp"

#include <algorithm>

#include "engine/report/html_finding.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void AuditOverview::add(const FindingLine& finding, bool is_dismissed) {
  if (is_dismissed) {
    ++dismissed_;
    return;
  }
  const bool is_new_page = page_ != finding.page;
  const bool is_spun = finding.label == name_of(Label::spun);
  if (is_new_page) {
    page_ = finding.page;
    has_spun_ = has_verbatim_ = false;
  }
  bool& has_such = is_spun ? has_spun_ : has_verbatim_;
  (is_spun ? spun_pages_ : verbatim_pages_) += has_such ? 0u : 1u;
  has_such = true;
  const auto count = [&](Copies& copies, bool is_on_new_page) {
    ++copies.findings;
    copies.pages += is_on_new_page ? 1u : 0u;
    copies.spun += is_spun ? 1u : 0u;
    copies.words += words_of(finding);
  };
  count(all_, is_new_page);
  Copies& original = originals_[finding.original.id];
  original.name = name_of(finding.original);
  count(original, true);  // a page has one finding of an original
  count(sites_[site_of(finding.page.address)], is_new_page);
  if (const std::string month = month_of(finding.page.date); !month.empty()) {
    count(months_[month], is_new_page);
  }
}

std::string month_of(std::string_view date) {
  if (date.size() < 4 || !is_number(date.substr(0, 4))) {
    return {};
  }
  const std::string_view month = date.substr(4, 3);
  const bool has_month = month.size() == 3 && month[0] == '-' && is_number(month.substr(1)) &&
                         month > "-00" && month < "-13";
  return has_month                            ? std::string(date.substr(0, 7))
         : date.size() == 4 || date[4] == '-' ? std::string(date.substr(0, 4))
                                              : std::string();
}

}  // namespace unspin
