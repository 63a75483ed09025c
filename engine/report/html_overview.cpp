#include "engine/report/html_overview.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/html_finding.hpp"
#include "engine/report/html_rows.hpp"

namespace unspin {
namespace {

using Copies = AuditOverview::Copies;
using Entry = std::pair<std::string, Copies>;

constexpr std::size_t rows_shown = 8;
constexpr std::size_t most_rows = 40;
constexpr std::size_t most_months = 36;

Markup pages_word(std::uint64_t pages) { return pages == 1 ? Markup(" page") : Markup(" pages"); }

/// Most pages first; of equal ones, most words.
std::vector<Entry> most_copied(const std::map<std::string, Copies>& all) {
  std::vector<Entry> order(all.begin(), all.end());
  std::ranges::stable_sort(order, std::ranges::greater(), [](const Entry& entry) {
    return std::pair(entry.second.pages, entry.second.words);
  });
  return order;
}

/// Spun and verbatim findings as parts of one bar, as long as `most` at full width.
void put_bar(const Copies& copies, std::uint64_t most, HtmlWriter& html) {
  html.markup("<svg class=\"bar\" preserveAspectRatio=\"none\" aria-hidden=\"true\"");
  html.attribute("viewBox", fmt::format("0 0 {} 1", std::max<std::uint64_t>(most, 1)));
  html.markup("><rect class=\"s\" height=\"1\"").attribute("width", copies.spun);
  html.markup("/><rect class=\"v\" height=\"1\"").attribute("x", copies.spun);
  html.attribute("width", copies.findings - copies.spun).markup("/></svg>");
}

/// A table of the first few; `name` writes what a row is about.
template <class Name>
void put_most(const std::map<std::string, Copies>& all, const Markup& head, const Markup& others,
              HtmlWriter& html, const Name& name) {
  const std::vector<Entry> order = most_copied(all);
  std::uint64_t most = 1;
  for (const auto& [id, copies] : order) {
    most = std::max(most, copies.findings);
  }
  put_rows(std::min(order.size(), most_rows), rows_shown, head, "more", html, [&](std::size_t i) {
    const Copies& copies = order[i].second;
    html.markup("<tr><th scope=\"row\">");
    name(order[i]);
    html.markup("</th><td class=\"n\">").count(copies.pages).markup("</td><td class=\"n\">");
    html.count(copies.spun).markup("</td><td class=\"n\">").count(copies.findings - copies.spun);
    html.markup("</td><td class=\"n\">").count(copies.words).markup("</td><td class=\"picture\">");
    put_bar(copies, most, html);
    html.markup("</td></tr>\n");
  });
  if (order.size() > most_rows) {
    html.markup("<p class=\"note\">And ").count(order.size() - most_rows).markup(" ");
    html.markup(others).markup(" with fewer.</p>\n");
  }
}

std::map<std::string, Copies> by_year(const std::map<std::string, Copies>& months) {
  std::map<std::string, Copies> years;
  for (const auto& [month, copies] : months) {
    Copies& year = years[month.substr(0, 4)];
    year.findings += copies.findings;
    year.pages += copies.pages;
    year.spun += copies.spun;
  }
  return years;
}

/// All months from the first to the last, those without findings too.
std::vector<Entry> without_gaps(const std::map<std::string, Copies>& times) {
  std::vector<Entry> all;
  std::string at = times.begin()->first;
  const std::string last = times.rbegin()->first;
  for (; at <= last && all.size() <= most_months;) {
    const auto found = times.find(at);
    all.emplace_back(at, found == times.end() ? Copies() : found->second);
    int year = std::stoi(at.substr(0, 4));
    const int month = at.size() > 4 ? std::stoi(at.substr(5)) + 1 : 0;
    year += month == 0 || month == 13 ? 1 : 0;
    at = month == 0 ? fmt::format("{:04}", year)
                    : fmt::format("{:04}-{:02}", year, month == 13 ? 1 : month);
  }
  return all;
}

/// By month if all are known and there are not too many of them, else by year.
std::vector<Entry> columns_of(const std::map<std::string, Copies>& months) {
  const bool has_months =
      std::ranges::all_of(months, [](const auto& entry) { return entry.first.size() > 4; });
  if (has_months) {
    std::vector<Entry> all = without_gaps(months);
    if (all.size() <= most_months) {
      return all;
    }
  }
  const std::map<std::string, Copies> years = by_year(months);
  const std::vector<Entry> all = without_gaps(years);
  return all.size() <= most_months ? all : std::vector<Entry>(years.begin(), years.end());
}

}  // namespace

void put_searched(const AuditSummary& summary, const AuditOverview& overview, HtmlWriter& html) {
  html.markup("<h1>");
  if (overview.all().findings == 0) {
    html.markup("No copies found");
  } else {
    html.markup("Copies on ").count(overview.all().pages).markup(" of ").count(summary.pages);
    html.markup(pages_word(summary.pages));
  }
  html.markup("</h1>\n<p class=\"lead\">").count(summary.pages).markup(pages_word(summary.pages));
  html.markup(summary.pages == 1 ? Markup(" was ") : Markup(" were "));
  if (summary.originals > 0) {
    html.markup("held against ").count(summary.originals);
    html.markup(summary.originals == 1 ? Markup(" original.") : Markup(" originals."));
  } else {
    html.markup("looked at.");  // lines of a filter do not say how many originals it had
  }
  if (overview.all().findings + overview.dismissed() == 0) {
    html.markup(" No passage of 25 words or more was found to be copied or spun.");
  }
  if (overview.all().findings > 0) {
    const std::size_t originals = overview.originals().size();
    html.markup(" ").count(originals);
    html.markup(originals == 1 ? Markup(" original was") : Markup(" originals were"));
    const std::size_t sites = overview.sites().size() - overview.sites().count("");
    html.markup(sites == 0 ? Markup(" copied.") : Markup(" copied, on "));
    if (sites > 0) {
      html.count(sites).markup(sites == 1 ? Markup(" site.") : Markup(" sites."));
    }
  }
  html.markup("</p>\n<p class=\"sure\">");
  std::uint64_t passed_over = 0;
  for (const auto& [type, count] : summary.passed_over) {
    passed_over += count;
  }
  const auto tell = [&](std::uint64_t count, const Markup& one, const Markup& many) {
    if (count > 0) {
      html.count(count).markup(count == 1 ? one : many).markup(" ");
    }
  };
  tell(summary.own_pages, " page is an original itself, by its address.",
       " pages are originals themselves, by their address.");
  tell(summary.left_out, " place could not be read.", " places could not be read.");
  tell(passed_over, " document is no text.", " documents are no text.");
  tell(overview.dismissed(), " finding was dismissed by a person and is not counted.",
       " findings were dismissed by a person and are not counted.");
  html.markup("</p>\n");
}

void put_verdicts(const AuditOverview& overview, HtmlWriter& html) {
  const Copies& all = overview.all();
  if (all.findings == 0) {
    return;
  }
  html.markup(
      "<table><thead><tr><th scope=\"col\">Verdict</th><th "
      "scope=\"col\">Findings</th><th scope=\"col\">Pages</th></tr></thead><tbody>\n");
  const auto row = [&](const Markup& label, const Markup& colour, const Markup& name,
                       std::uint64_t findings, std::uint64_t pages) {
    html.markup("<tr><th scope=\"row\"><svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect ");
    html.markup("width=\"1\" height=\"1\" class=\"").markup(colour).markup("\"/></svg>");
    html.markup("<a class=\"filter\" href=\"#list\" data-name=\"verdict\" data-value=\"");
    html.markup(label).markup("\">").markup(name);
    html.markup("</th><td class=\"n\">").count(findings);
    html.markup("</td><td class=\"n\">").count(pages).markup("</td></tr>\n");
  };
  row("spun", "s", "Spun</a> <small>words swapped, text kept</small>", all.spun,
      overview.spun_pages());
  row("verbatim", "v", "Verbatim</a> <small>word for word, or nearly</small>",
      all.findings - all.spun, overview.verbatim_pages());
  html.markup("<tr class=\"sum\"><th scope=\"row\">Together</th><td class=\"n\">");
  html.count(all.findings).markup("</td><td class=\"n\">").count(all.pages);
  html.markup("</td></tr>\n</tbody></table>\n");
  html.markup("<p class=\"caption\">A page has a finding for each original it copies from.</p>\n");
}

void put_originals(const AuditOverview& overview, HtmlWriter& html) {
  if (overview.all().findings == 0) {
    return;
  }
  html.markup("<section class=\"most\"><h2>Originals most copied</h2>\n");
  put_most(overview.originals(),
           "<thead><tr><th scope=\"col\">Original</th><th scope=\"col\">Pages</th><th "
           "scope=\"col\">Spun</th><th scope=\"col\">Verbatim</th><th "
           "scope=\"col\">Words</th><td></td></tr></thead>",
           "originals", html, [&](const Entry& entry) {
             html.markup("<a class=\"filter\" href=\"#list\" data-name=\"original\"")
                 .attribute("data-value", entry.first);
             html.markup("><bdi>").text(entry.second.name).markup("</bdi></a>");
             if (entry.second.name != entry.first) {
               html.markup(" <small><bdi>").text(entry.first).markup("</bdi></small>");
             }
           });
  html.markup("</section>\n");
}

void put_sites(const AuditOverview& overview, HtmlWriter& html) {
  if (overview.all().findings == 0) {
    return;
  }
  html.markup("<section class=\"most\"><h2>Sites that copy most</h2>\n");
  put_most(overview.sites(),
           "<thead><tr><th scope=\"col\">Site</th><th scope=\"col\">Pages</th><th "
           "scope=\"col\">Spun</th><th scope=\"col\">Verbatim</th><th "
           "scope=\"col\">Words</th><td></td></tr></thead>",
           "sites", html, [&](const Entry& entry) {
             html.markup("<a class=\"filter\" href=\"#list\" data-name=\"site\"")
                 .attribute("data-value", entry.first);
             html.markup(">");
             if (entry.first.empty()) {
               html.markup("pages without an address");
             } else {
               html.markup("<bdi>").text(entry.first).markup("</bdi>");
             }
             html.markup("</a>");
           });
  html.markup("</section>\n");
}

void put_times(const AuditOverview& overview, HtmlWriter& html) {
  if (overview.months().size() < 2) {
    return;
  }
  const std::vector<Entry> columns = columns_of(overview.months());
  std::uint64_t most = 1, dated = 0;
  for (const auto& [time, copies] : columns) {
    most = std::max(most, copies.pages);
    dated += copies.pages;
  }
  html.markup("<section class=\"times\"><h2>Over time</h2>\n<ol class=\"columns\">\n");
  std::string year;
  for (const auto& [time, copies] : columns) {
    const double height = 100.0 * static_cast<double>(copies.pages) / static_cast<double>(most);
    html.markup("<li><a class=\"filter\" href=\"#list\" data-name=\"date\"");
    html.attribute("data-value", time);
    html.markup("><svg viewBox=\"0 0 1 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    html.markup("<rect class=\"v\" width=\"1\"")
        .attribute("y", fmt::format("{:.4g}", 100 - height));
    html.attribute("height", fmt::format("{:.4g}", height)).markup("/></svg><span>");
    html.count(copies.pages).markup("</span> <span>");
    html.text(time.size() > 4 ? std::string_view(time).substr(5) : "").markup("</span> <span");
    html.markup(time.substr(0, 4) == year ? Markup(" class=\"again\">") : Markup(">"));
    html.text(time.substr(0, 4)).markup("</span></a></li>\n");
    year = time.substr(0, 4);
  }
  html.markup("</ol>\n<p class=\"caption\">Copied pages by their date");
  if (dated < overview.all().pages) {
    html.markup("; of ").count(overview.all().pages - dated).markup(" no date is known");
  }
  html.markup(".</p>\n</section>\n");
}

}  // namespace unspin
