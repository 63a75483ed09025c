#include "engine/report/html_finding_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "engine/report/html_finding.hpp"
#include "engine/report/html_verdict.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {
namespace {

/// The number of a text in a list that it joins if it is new.
std::size_t number_of(const std::string& text, std::map<std::string, std::size_t>& numbers,
                      std::vector<std::string>& list) {
  const auto [entry, is_new] = numbers.try_emplace(text, list.size());
  if (is_new) {
    list.push_back(text);
  }
  return entry->second;
}

void put_strings(const std::vector<std::string>& texts, HtmlWriter& html) {
  html.markup("[");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    html.markup(i == 0 ? Markup("") : Markup(",")).json(texts[i]);
  }
  html.markup("]");
}

std::string review_text(const Review* review) {
  return review == nullptr        ? std::string()
         : review->reason.empty() ? std::string("Confirmed")
                                  : "Confirmed: " + review->reason;
}

}  // namespace

void FindingList::add(const FindingLine& finding, const Review* review,
                      const FindingPages::Place& place) {
  const bool is_first = rows_.size() == 0;
  const std::size_t originals = original_ids_.size();
  const std::size_t original = number_of(finding.original.id, original_numbers_, original_ids_);
  if (original == originals) {
    original_names_.emplace_back(name_of(finding.original));
  }
  text_.clear();
  HtmlWriter html(text_);
  html.markup(is_first ? Markup("[") : Markup(",\n["));
  html.number(finding.label == name_of(Label::spun) ? 1 : 0);
  html.text(fmt::format(",{:.6g},{},{:.6g},", finding.confidence, words_of(finding),
                        finding.page_share_before));
  html.number(number_of(site_of(finding.page.address), site_numbers_, sites_)).markup(",");
  html.number(original).markup(",").json(finding.page.date).markup(",").json(finding.page.title);
  html.markup(",").json(finding.page.address.empty() ? finding.page.id : finding.page.address);
  html.markup(",").json(place.anchor).markup(",").number(place.file).markup(",");
  html.number(review == nullptr ? 0 : review->status == ReviewStatus::confirmed ? 1 : 2);
  html.markup(",").json(review == nullptr ? std::string_view() : review->reason).markup("]");
  rows_.write(text_);
  if (review == nullptr || review->status != ReviewStatus::dismissed) {
    ++open_;
    keep_surest(finding, review, place);
  }
}

/// Of equal ones those with more words first; by place last: the order is one, whatever the heap
/// does.
bool FindingList::is_surer(const Row& a, const Row& b) {
  return std::tuple(b.finding.confidence, b.words, a.place.file, a.place.anchor) <
         std::tuple(a.finding.confidence, a.words, b.place.file, b.place.anchor);
}

void FindingList::keep_surest(const FindingLine& finding, const Review* review,
                              const FindingPages::Place& place) {
  Row row = {.finding = {.page = finding.page,
                         .original = finding.original,
                         .label = finding.label,
                         .confidence = finding.confidence,
                         .page_share_before = finding.page_share_before},
             .words = words_of(finding),
             .place = place,
             .review = review_text(review)};
  if (surest_.size() < most_in_table) {
    surest_.push_back(std::move(row));
    std::ranges::push_heap(surest_, is_surer);
  } else if (is_surer(row, surest_.front())) {
    std::ranges::pop_heap(surest_, is_surer);
    surest_.back() = std::move(row);
    std::ranges::push_heap(surest_, is_surer);
  }
}

void FindingList::put_table(const std::vector<std::string>& files, HtmlWriter& html) {
  std::vector<const Row*> order;
  order.reserve(surest_.size());
  for (const Row& row : surest_) {
    order.push_back(&row);
  }
  std::ranges::sort(order, [](const Row* a, const Row* b) { return is_surer(*a, *b); });
  for (const Row* row : order) {
    const FindingLine& finding = row->finding;
    html.markup("<tr role=\"row\"><td role=\"cell\" class=\"verdict\">");
    html.markup(finding.label == name_of(Label::spun)
                    ? Markup("<span class=\"s\">Spun</span>")
                    : Markup("<span class=\"v\">Verbatim</span>"));
    html.markup("</td><td role=\"cell\" class=\"n\">").text(percent(finding.confidence));
    html.markup("</td><td role=\"cell\" class=\"page\"><a");
    html.attribute("href", fmt::format("report/{}#{}", files[row->place.file], row->place.anchor))
        .markup("><bdi>");
    html.text(name_of(finding.page)).markup("</bdi></a>");
    const std::string& address =
        finding.page.address.empty() ? finding.page.id : finding.page.address;
    if (address != name_of(finding.page)) {
      html.markup(" <small><bdi>").text(address).markup("</bdi></small>");
    }
    if (!row->review.empty()) {
      html.markup(" <small class=\"review\">").text(row->review).markup("</small>");
    }
    html.markup("</td><td role=\"cell\" class=\"original\"><bdi>")
        .text(name_of(finding.original))
        .markup("</bdi></td><td role=\"cell\" class=\"n\">");
    html.count(row->words)
        .markup("</td><td role=\"cell\" class=\"n\">")
        .text(share_text(finding.page_share_before));
    html.markup("</td><td role=\"cell\" class=\"n date\">")
        .text(finding.page.date.substr(0, 10))
        .markup("</td></tr>\n");
  }
}

void FindingList::write_data(const std::vector<std::string>& files, Sink& sink) {
  std::string text;
  HtmlWriter html(text);
  html.markup("{\"files\":");
  put_strings(files, html);
  html.markup(",\"sites\":");
  put_strings(sites_, html);
  html.markup(",\"originals\":[");
  for (std::size_t i = 0; i < original_ids_.size(); ++i) {
    html.markup(i == 0 ? Markup("[") : Markup(",[")).json(original_ids_[i]).markup(",");
    html.json(original_names_[i]).markup("]");
  }
  html.markup("],\"rows\":[");
  sink.write(text);
  sink.write(rows_.bytes());
  sink.write("]}");
}

}  // namespace unspin
