#include "engine/report/html_tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "engine/report/html_rows.hpp"
#include "engine/report/things.hpp"

namespace unspin {
namespace {

constexpr std::size_t rows_shown = 15;     // the others unfold
constexpr std::size_t longest_of_row = 3;  // swaps that a row made of rows has

std::string_view words_for(SwapKind kind) {
  switch (kind) {
    case SwapKind::synonym:
      return "synonym";
    case SwapKind::constant:
      return "recurring";
    case SwapKind::near_spelling:
      return "spelling";
    case SwapKind::inflection:
      return "other form of the word";
    case SwapKind::other:
      break;
  }
  return "replaced";
}

using Places = std::vector<TermRecord::Place>;

std::string cell_of(const Places& places) {
  std::string cell;
  for (const TermRecord::Place& place : places) {
    fmt::format_to(std::back_inserter(cell), "{}{}-{}", cell.empty() ? "" : " ", place.begin,
                   place.end);
  }
  return cell;
}

/// Where the swaps of each row stand. A row made of rows stands where these follow each other.
std::vector<Places> places_of_rows(const Evidence& evidence) {
  const std::vector<Substitution>& rows = evidence.substitutions;
  std::vector<Places> places(rows.size());
  std::map<std::pair<std::string, std::string>, std::size_t> made_of_rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_made_of_rows) {
      made_of_rows.emplace(std::pair(rows[i].from, rows[i].to), i);
    }
  }
  const std::vector<Swap>& swaps = evidence.swaps;
  for (std::size_t k = 0; k < swaps.size(); ++k) {
    places[swaps[k].row].push_back({swaps[k].source_begin, swaps[k].source_end});
    std::pair texts(rows[swaps[k].row].from, rows[swaps[k].row].to);
    for (std::size_t last = k + 1;
         !made_of_rows.empty() && last < swaps.size() && last < k + longest_of_row &&
         swaps[last - 1].source_end == swaps[last].source_begin;
         ++last) {
      texts.first += " " + rows[swaps[last].row].from;
      texts.second += " " + rows[swaps[last].row].to;
      if (const auto made = made_of_rows.find(texts); made != made_of_rows.end()) {
        places[made->second].push_back({swaps[k].source_begin, swaps[last].source_end});
      }
    }
  }
  return places;
}

void put_swap(const Substitution& row, const Places& places, HtmlWriter& html) {
  html.markup("<tr");
  if (!places.empty()) {
    html.attribute("data-at", cell_of(places));
  }
  html.markup("><th scope=\"row\"><bdi>").text(row.from).markup("</bdi> <span class=\"to\">→");
  html.markup("</span> <bdi>").text(row.to).markup("</bdi></th><td class=\"n\">").number(row.count);
  if (row.available > 0) {
    html.markup(" <small>of ").number(row.available).markup("</small>");
  }
  html.markup("</td><td>").text(words_for(row.kind));
  if (row.kind == SwapKind::synonym && row.is_constant) {
    html.markup(", recurring");
  }
  html.markup("</td><td class=\"says\"><bdi>").text(row.sense).markup("</bdi></td></tr>\n");
}

void put_renderings(const Markup& sign, const std::vector<TermRecord::Rendering>& renderings,
                    bool& any, HtmlWriter& html) {
  for (const auto& rendering : renderings) {
    html.markup(any ? Markup(", ") : Markup(""))
        .markup(sign)
        .markup("<bdi class=\"new\">")
        .text(rendering.text);
    html.markup("</bdi>");
    if (rendering.count > 1) {
      html.markup(" ×").number(rendering.count);
    }
    html.markup(rendering.is_forbidden ? Markup(" (forbidden by the glossary)") : Markup(""));
    any = true;
  }
}

void put_fate(const Markup& name, std::uint32_t count, bool& any, HtmlWriter& html) {
  if (count > 0) {
    html.markup(any ? Markup(", ") : Markup("")).markup(name).markup(" ").number(count);
    any = true;
  }
}

void put_record(const TermRecord& record, const Markup& near, HtmlWriter& html) {
  html.markup("<tr");
  if (!record.places.empty()) {
    html.attribute("data-at", cell_of(record.places));
  }
  html.markup("><th scope=\"row\"><bdi>").text(record.term).markup("</bdi></th><td class=\"n\">");
  html.number(record.preserved()).markup(" <small>of ").number(record.occurrences);
  html.markup("</small></td><td>");
  bool any = false;
  put_renderings("→ ", record.replaced, any, html);
  put_renderings(near, record.near_misses, any, html);
  put_fate("inflected", record.inflected, any, html);
  put_fate("in another right form", record.variants, any, html);
  put_fate("left out", record.lost, any, html);
  html.markup(any ? Markup("") : Markup("kept")).markup("</td></tr>\n");
}

/// What was not kept comes first: that is what a reader looks for.
void put_records(const Markup& title, const Markup& one, const Markup& near,
                 std::span<const TermRecord> records, HtmlWriter& html) {
  if (records.empty()) {
    return;
  }
  const Preserved all = preserved(records);
  html.markup("<section class=\"things\" data-one=\"")
      .markup(one)
      .markup("\"><h3>")
      .markup(title)
      .markup(" <small>");
  html.number(all.kept).markup(" of ").number(all.occurrences).markup(" kept</small></h3>\n");
  std::vector<const TermRecord*> order;
  for (const TermRecord& record : records) {
    order.push_back(&record);
  }
  std::ranges::stable_partition(
      order, [](const TermRecord* record) { return record->preserved() < record->occurrences; });
  put_rows(order.size(), rows_shown,
           "<thead><tr><th scope=\"col\">In the original</th><th scope=\"col\">kept</th>"
           "<th scope=\"col\">In the rewrite</th></tr></thead>",
           "more", html, [&](std::size_t i) { put_record(*order[i], near, html); });
  html.markup("</section>\n");
}

constexpr std::array<Markup, trick_names.size()> tricks = {
    "invisible characters", "soft hyphens",         "direction marks",
    "look-alike letters",   "letters in odd forms", "marks piled on letters"};

void put_hidden_rows(const Obfuscation& found, const Markup& side, const Markup& name,
                     HtmlWriter& html) {
  for (std::size_t trick = 0; trick < tricks.size(); ++trick) {
    if (found.characters[trick] > 0) {
      html.markup("<tr data-side=\"").markup(side).markup("\"");
      html.attribute("data-trick", trick).markup("><th scope=\"row\">").markup(tricks[trick]);
      html.markup("</th><td class=\"n\">").number(found.characters[trick]);
      html.markup("</td><td>").markup(name).markup("</td></tr>\n");
    }
  }
}

}  // namespace

void put_swap_table(const Evidence& evidence, HtmlWriter& html) {
  const std::vector<Substitution>& rows = evidence.substitutions;
  if (rows.empty()) {
    html.markup("<p>No word was found that was swapped for another.</p>\n");
    return;
  }
  const std::vector<Places> places = places_of_rows(evidence);
  put_rows(rows.size(), rows_shown,
           "<thead><tr><th scope=\"col\">Original → rewrite</th><th scope=\"col\">times</th>"
           "<th scope=\"col\">what it is</th><th scope=\"col\">listed by</th></tr></thead>",
           "more swaps", html, [&](std::size_t i) { put_swap(rows[i], places[i], html); });
}

void put_thing_tables(const Evidence& evidence, HtmlWriter& html) {
  const auto things = things_of(evidence);
  if (evidence.terms.empty() &&
      std::ranges::all_of(things, [](const Things& some) { return some.records.empty(); })) {
    html.markup("<p>None were found in the original.</p>\n");
  }
  put_records("Terms that the original repeats", "Term", "changed little: ", evidence.terms, html);
  put_records("Names", "Name", "misspelt ", evidence.names, html);
  put_records("Numbers", "Number", "changed little: ", evidence.numbers, html);
  put_records("Addresses", "Address", "changed little: ", evidence.urls, html);
  put_records("Quotations", "Quotation", "changed little: ", evidence.quotes, html);
}

void put_hidden_table(const Evidence& evidence, HtmlWriter& html) {
  if (evidence.source_obfuscation.all() + evidence.rewrite_obfuscation.all() == 0) {
    return;
  }
  html.markup(
      "<section class=\"measure things\" aria-labelledby=\"hidden-title\">"
      "<h2 id=\"hidden-title\">Hidden from software</h2>\n<p>Characters that a "
      "person does not see and that keep programs from finding a copy. They are boxed in "
      "the texts.</p>\n<table><thead><tr><th scope=\"col\">What</th><th scope=\"col\">how "
      "many</th><th scope=\"col\">where</th></tr></thead><tbody>\n");
  put_hidden_rows(evidence.rewrite_obfuscation, "rewrite", "in the rewrite", html);
  put_hidden_rows(evidence.source_obfuscation, "source", "in the original", html);
  html.markup("</tbody></table></section>\n");
}

}  // namespace unspin
