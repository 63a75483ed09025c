#include "engine/report/html_audit.hpp"

#include "engine/report/html_overview.hpp"
#include "engine/report/html_template.hpp"
#include "engine/report/html_text.hpp"

namespace unspin {

extern const Markup audit_page;  // made by the build

AuditReport::AuditReport(const std::string& folder, const AuditSummary& summary,
                         const Reviews& reviews)
    : summary_(summary),
      reviews_(reviews),
      report_(folder + "/report.html"),
      pages_(folder + "/report"),
      list_(folder) {}

void AuditReport::add(const FindingLine& finding) {
  const Review* review = review_of(reviews_, finding.id);
  overview_.add(finding, review != nullptr && review->status == ReviewStatus::dismissed);
  list_.add(finding, review, pages_.add(finding, review));
}

void AuditReport::finish() {
  pages_.finish();
  std::string text;
  HtmlWriter html(text);
  fill_template(audit_page, html, [&](std::string_view name) { fill(name, text); });
  report_.write(text);
  report_.finish();
  pages_.remove_others();
}

void AuditReport::fill(std::string_view name, std::string& text) {
  HtmlWriter html(text);
  if (name == "state") {
    html.markup(overview_.all().findings + overview_.dismissed() == 0 ? Markup("empty")
                                                                      : Markup("full"));
  } else if (name == "searched") {
    put_searched(summary_, overview_, html);
  } else if (name == "verdicts") {
    put_verdicts(overview_, html);
  } else if (name == "originals") {
    put_originals(overview_, html);
  } else if (name == "sites") {
    put_sites(overview_, html);
  } else if (name == "times") {
    put_times(overview_, html);
  } else if (name == "shown") {
    if (!list_.has_all_in_table()) {
      html.markup("The surest ").number(FindingList::most_in_table).markup(" of ");
    }
    html.count(overview_.all().findings)
        .markup(overview_.all().findings == 1 ? Markup(" finding") : Markup(" findings"));
  } else if (name == "rows") {
    list_.put_table(pages_.files(), html);
  } else if (name == "settings") {
    html.text(summary_.settings);
  } else if (name == "data") {
    report_.write(text);
    text.clear();
    list_.write_data(pages_.files(), report_);
  }
}

}  // namespace unspin
