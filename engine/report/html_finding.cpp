#include "engine/report/html_finding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "engine/report/html_passage.hpp"
#include "engine/report/html_rows.hpp"
#include "engine/report/html_verdict.hpp"
#include "engine/score/evidence.hpp"
#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

constexpr std::size_t swaps_shown = 12;
constexpr std::size_t id_shown = 12;  // characters that name a finding for unspin review

bool is_spun(std::string_view label) { return label == name_of(Label::spun); }

/// As far as a browser would follow it out of the page: no other scheme becomes a link.
bool is_web_address(std::string_view address) {
  const auto begins = [&](std::string_view scheme) {
    return address.size() > scheme.size() &&
           lower_ascii(address.substr(0, scheme.size())) == scheme;
  };
  return begins("http://") || begins("https://");
}

class FindingWriter {
 public:
  FindingWriter(const FindingLine& finding, const Review* review, HtmlWriter& html)
      : finding_(finding), review_(review), html_(html) {}

  void write(std::string_view anchor) {
    html_.markup("<article").attribute("id", anchor).markup(" class=\"");
    html_.markup(is_spun(finding_.label) ? Markup("spun") : Markup("verbatim")).markup("\">\n");
    header();
    why();
    where();
    passages();
    swaps();
    html_.markup("<p class=\"signature measure\">")
        .text(finding_.signature)
        .markup("</p>\n</article>\n");
  }

 private:
  void header() {
    html_.markup("<header class=\"top\">\n<p class=\"kicker\">Finding ");
    html_.text(std::string_view(finding_.id).substr(0, id_shown)).markup("</p>\n<h1>");
    html_.markup(is_spun(finding_.label) ? Markup("Spun copy") : Markup("Verbatim copy"));
    html_.markup("</h1>\n<p class=\"lead\">The page has ").count(words_of(finding_));
    html_.markup(is_spun(finding_.label)
                     ? Markup(" words that are the original’s with words swapped: ")
                     : Markup(" words that are the original’s, word for word or nearly: "));
    html_.text(share_text(finding_.page_share_before)).markup(" of the page; ");
    html_.text(share_text(finding_.original_share)).markup(" of the original stands in it.</p>\n");
    html_.markup("<p class=\"sure\">Confidence ").text(percent(finding_.confidence));
    html_.markup(": it is ").text(certainty_of(finding_.confidence));
    html_.markup(" that this was copied. Who copied from whom it does not say.</p>\n");
    review();
    html_.markup("<dl class=\"pair\">\n<div><dt>Original</dt><dd>");
    names(name_of(finding_.original), finding_.original.address, finding_.original.id,
          finding_.original.date, finding_.original.words);
    html_.markup("</dd></div>\n<div><dt>Page</dt><dd>");
    names(name_of(finding_.page), finding_.page.address, finding_.page.id, finding_.page.date,
          finding_.page.words);
    html_.markup("</dd></div>\n</dl>\n</header>\n");
  }

  void review() {
    if (review_ == nullptr) {
      return;
    }
    html_.markup("<p class=\"review\"><b>");
    html_.markup(review_->status == ReviewStatus::dismissed ? Markup("Dismissed")
                                                            : Markup("Confirmed"));
    html_.markup("</b>")
        .markup(review_->reason.empty() ? Markup("") : Markup(": "))
        .text(review_->reason)
        .markup("</p>\n");
  }

  void names(std::string_view name, std::string_view address, std::string_view id,
             std::string_view date, std::uint64_t words) {
    const auto link = [&] {
      html_.markup("<a rel=\"noreferrer noopener\"").attribute("href", address);
      html_.markup("><bdi>").text(address).markup("</bdi></a>");
    };
    if (is_web_address(address) && name == address) {
      link();
    } else {
      html_.markup("<bdi>").text(name).markup("</bdi>");
      const std::string_view other = address.empty() ? id : address;
      if (other != name) {
        html_.markup("<small>");
        if (is_web_address(address)) {
          link();
        } else {
          html_.markup("<bdi>").text(other).markup("</bdi>");
        }
        html_.markup("</small>");
      }
    }
    html_.markup("<small>");
    if (!date.empty()) {
      html_.markup("<bdi>").text(date).markup("</bdi> · ");
    }
    html_.count(words).markup(" words</small>");
  }

  void why() {
    html_.markup("<section class=\"measure\"><h2>Why</h2>\n");
    if (const std::vector<std::string> reasons = reasons_of(finding_); !reasons.empty()) {
      html_.markup("<ul class=\"reasons\">\n");
      for (const std::string& reason : reasons) {
        html_.markup("<li>").text(reason).markup("</li>\n");
      }
      html_.markup("</ul>\n");
    }
    notes();
    html_.markup("</section>\n");
  }

  void notes() {
    std::uint64_t quotation = 0, common = 0, ignored = 0, characters = 0;
    for (const FindingLine::Passage& passage : finding_.passages) {
      quotation += passage.quotation;
      common += passage.common;
      ignored += passage.ignored;
    }
    for (const auto& [trick, count] : finding_.hidden_characters) {
      characters += count;
    }
    if (quotation + common + ignored > 0) {
      html_.markup("<p class=\"note\">Not held against the page: ")
          .text(fmt::format("{} words of quotations, {} of template text, {} of what is to be "
                            "ignored; without them {} of the page.",
                            quotation, common, ignored, share_text(finding_.page_share)));
      html_.markup("</p>\n");
    }
    if (characters + finding_.hidden_words > 0) {
      html_.markup("<p class=\"note\">Hidden in the page: ")
          .text(fmt::format("{} characters that look like others or like nothing, {} words in "
                            "parts that nobody sees.",
                            characters, finding_.hidden_words));
      html_.markup("</p>\n");
    }
    if (!finding_.also.empty()) {
      html_.markup("<p class=\"note\">Other originals have the same passages: ");
      for (std::size_t i = 0; i < finding_.also.size(); ++i) {
        html_.markup(i == 0 ? Markup("<bdi>") : Markup(", <bdi>"))
            .text(finding_.also[i])
            .markup("</bdi>");
      }
      html_.markup("</p>\n");
    }
  }

  void where() {
    html_.markup("<section class=\"measure\"><h2>Where</h2>\n");
    strip("Original", finding_.original.words, &FindingLine::Passage::original);
    strip("Page", finding_.page.words, &FindingLine::Passage::page);
    html_.markup(
        "<p class=\"caption\">Both texts from beginning to end; the copied passages are "
        "filled.</p>\n</section>\n");
  }

  void strip(const Markup& name, std::uint64_t words,
             FindingLine::Range FindingLine::Passage::*range) {
    html_.markup("<div class=\"strip\"><p class=\"name\">")
        .markup(name)
        .markup("</p><svg preserveAspectRatio=\"none\" aria-hidden=\"true\"");
    html_.attribute("viewBox", fmt::format("0 0 {} 1", std::max<std::uint64_t>(words, 1)))
        .markup(">");
    for (const FindingLine::Passage& passage : finding_.passages) {
      const FindingLine::Range& at = passage.*range;
      html_.markup("<rect height=\"1\" class=\"")
          .markup(is_spun(passage.label) ? Markup("s") : Markup("v"))
          .markup("\"");
      html_.attribute("x", at.begin_word)
          .attribute("width", at.end_word - std::min(at.begin_word, at.end_word))
          .markup("/>");
    }
    html_.markup("</svg></div>\n");
  }

  void passages() {
    html_.markup(
        "<section class=\"both\"><h2>Side by side</h2>\n<p class=\"key\"><span "
        "class=\"s\">swapped</span> <span class=\"r\">reworded</span> <span class=\"m\">small "
        "change</span> <span class=\"a\">left out or put in</span> <span class=\"hidden\">·</span> "
        "hidden characters. What is not marked is the same.</p>\n");
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < finding_.passages.size(); ++i) {
      const FindingLine::Passage& passage = finding_.passages[i];
      html_.markup("<h3>");
      if (finding_.passages.size() > 1) {
        html_.markup("Passage ")
            .number(i + 1)
            .markup(" of ")
            .number(finding_.passages.size())
            .markup(" ");
      }
      html_.markup("<small>")
          .markup(is_spun(passage.label) ? Markup("spun") : Markup("verbatim"))
          .markup(", ");
      html_.text(percent(passage.confidence)).markup(" · words ");
      words(passage.original);
      html_.markup(" of the original, ");
      words(passage.page);
      html_.markup(" of the page</small></h3>\n");
      number = put_passage_texts(passage, number, html_);
    }
    html_.markup("</section>\n");
  }

  void words(const FindingLine::Range& range) {
    html_.count(range.begin_word + 1).markup("–").count(range.end_word);
  }

  void swaps() {
    const std::vector<FindingLine::Swap> all = swaps_of(finding_);
    if (all.empty()) {
      return;
    }
    html_.markup("<section class=\"measure swaps\"><h2>Swapped words</h2>\n");
    put_rows(all.size(), swaps_shown,
             "<thead><tr><th scope=\"col\">Swap</th><th scope=\"col\">Times</th><th "
             "scope=\"col\">Kind</th></tr></thead>",
             "more", html_, [&](std::size_t i) {
               html_.markup("<tr><th scope=\"row\"><bdi>")
                   .text(all[i].from)
                   .markup("</bdi> <span class=\"to\">→</span> <bdi>");
               html_.text(all[i].to)
                   .markup("</bdi></th><td class=\"n\">")
                   .count(all[i].count)
                   .markup("</td><td>");
               html_.text(all[i].kind).markup("</td></tr>\n");
             });
    html_.markup("</section>\n");
  }

  const FindingLine& finding_;
  const Review* review_;
  HtmlWriter& html_;
};

std::string_view first_known(std::string_view title, std::string_view address,
                             std::string_view id) {
  return !title.empty() ? title : !address.empty() ? address : id;
}

}  // namespace

std::string_view name_of(const FindingLine::Page& page) {
  return first_known(page.title, page.address, page.id);
}
std::string_view name_of(const FindingLine::Original& original) {
  return first_known(original.title, original.address, original.id);
}

std::string share_text(double share) { return share >= 1 ? "100%" : percent(share); }

void put_finding(const FindingLine& finding, const Review* review, std::string_view anchor,
                 HtmlWriter& html) {
  FindingWriter(finding, review, html).write(anchor);
}

}  // namespace unspin
