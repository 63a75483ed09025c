#include "engine/report/html_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "engine/report/html_pictures.hpp"
#include "engine/report/html_rows.hpp"

namespace unspin {
namespace {

constexpr std::size_t factors_shown = 5;
constexpr double all_but_certain = 0.995;  // above it a rounded figure would be a certainty
constexpr double sure = 0.8;               // a label that is less so does not stand alone

Markup meaning_of(Label label) {
  switch (label) {
    case Label::verbatim:
      return "The rewrite is the original, word for word or nearly.";
    case Label::spun:
      return "The wording was swapped, the text was kept.";
    case Label::paraphrase:
      return "It tells the same in other words, as people do. No pattern of swapped words was "
             "found.";
    case Label::unrelated:
      return "The two texts have too little in common for one to be made from the other.";
    case Label::too_short:
      break;
  }
  return "There are too few words to tell how this text was made.";
}

/// As what the other possibilities are named: "for a spun copy".
Markup name_in_sentence(Label label) {
  switch (label) {
    case Label::verbatim:
      return "a verbatim copy";
    case Label::spun:
      return "a spun copy";
    case Label::paraphrase:
      return "an honest paraphrase";
    case Label::unrelated:
      return "unrelated texts";
    case Label::too_short:
      break;
  }
  return "no verdict";
}

std::string in_hundred(double share) {
  return share > all_but_certain ? "more than 99" : fmt::format("about {:.0f}", 100 * share);
}

/// 100% is all of them, 0% none.
std::string share_of(std::uint32_t words, double all) {
  return words == all ? "100%" : percent(words / all);
}

/// All labels, unless the one given is all but certain.
void put_alternatives(const Verdict& verdict, HtmlWriter& html) {
  if (!verdict.probabilities || (verdict.confidence && *verdict.confidence >= sure)) {
    return;
  }
  std::vector<std::pair<double, Label>> others;
  for (std::size_t i = 0; i < verdict.probabilities->size(); ++i) {
    if (static_cast<Label>(i) != verdict.label) {
      others.emplace_back((*verdict.probabilities)[i], static_cast<Label>(i));
    }
  }
  std::ranges::stable_sort(others, std::ranges::greater{}, &std::pair<double, Label>::first);
  html.markup(verdict.confidence ? Markup(" Otherwise: ") : Markup(" The guesses: "));
  for (std::size_t i = 0; i < others.size(); ++i) {
    html.markup(i == 0 ? Markup("") : Markup(", "))
        .markup(name_in_sentence(others[i].second))
        .markup(" ");
    html.text(percent(others[i].first));
  }
  html.markup(".");
}

std::string_view strength_of(double pull) {
  const double size = std::fabs(pull);
  return size >= 2.3    ? "strongly to "
         : size >= 0.7  ? "clearly to "
         : size >= 0.25 ? "a little to "
                        : "hardly to ";
}

std::string figure(const Factor& factor, double value) {
  return fmt::format("{:.{}f}{}", value + 0.0, factor.decimals, factor.unit);
}

void put_factor(const Factor& factor, const Verdict& verdict, HtmlWriter& html) {
  const Label towards = factor.pull > 0 ? verdict.label : verdict.against.value_or(verdict.label);
  html.markup("<tr><th scope=\"row\">").text(factor.meaning).markup("</th><td class=\"n\"><b>");
  html.text(figure(factor, factor.value)).markup("</b></td><td class=\"n\">");
  html.text(figure(factor, factor.honest_middle)).markup(" <small>");
  html.text(figure(factor, factor.honest_low)).markup("–");
  html.text(figure(factor, factor.honest_high)).markup("</small></td><td class=\"picture\">");
  put_factor_picture(factor, html);
  html.markup("</td><td>").text(strength_of(factor.pull)).markup(name_in_sentence(towards));
  html.markup("</td></tr>\n");
}

void put_share(const Markup& before, std::uint32_t words, double all, const Markup& behind,
               HtmlWriter& html) {
  if (words > 0) {
    html.markup(before).count(words).markup(" <small>(").text(share_of(words, all));
    html.markup(")</small> ").markup(behind);
  }
}

}  // namespace

std::string_view certainty_of(double confidence) {
  return confidence >= 0.985  ? "almost certain"
         : confidence >= 0.95 ? "very likely"
         : confidence >= sure ? "likely"
         : confidence >= 0.5  ? "more likely than not"
                              : "uncertain";
}

std::string percent(double share) {
  return share >= all_but_certain     ? ">\u00A099%"
         : share > 0 && share < 0.005 ? "<\u00A01%"
                                      : fmt::format("{:.0f}%", 100 * share);
}

Markup headline_of(Label label) {
  switch (label) {
    case Label::verbatim:
      return "Verbatim copy";
    case Label::spun:
      return "Spun copy";
    case Label::paraphrase:
      return "Paraphrase";
    case Label::unrelated:
      return "Unrelated";
    case Label::too_short:
      break;
  }
  return "Too short to tell";
}

void put_verdict(const Verdict& verdict, HtmlWriter& html) {
  html.markup("<h1>").markup(headline_of(verdict.label)).markup("</h1>\n<p class=\"lead\">");
  html.markup(meaning_of(verdict.label)).markup("</p>\n<p class=\"sure\">");
  if (verdict.confidence) {
    html.markup("Confidence: <b>").text(percent(*verdict.confidence)).markup("</b>, ");
    html.text(certainty_of(*verdict.confidence)).markup(": of verdicts as sure as this, ");
    html.text(in_hundred(*verdict.confidence));
    html.markup(" in 100 were right where the answer was known.");
  } else {
    html.markup("No confidence is given.");
  }
  put_alternatives(verdict, html);
  html.markup("</p>\n");
}

void put_reasons(const Verdict& verdict, HtmlWriter& html) {
  html.markup("<ul class=\"reasons\">\n");
  for (const std::string& reason : verdict.reasons) {
    html.markup("<li>").text(reason).markup("</li>\n");
  }
  html.markup("</ul>\n");
}

void put_factors(const Verdict& verdict, HtmlWriter& html) {
  if (verdict.factors.empty()) {
    return;
  }
  html.markup(
      "<h3>What moved the verdict</h3>\n<p>The figures that it was read from, the "
      "weightiest first. The bar is where 98 of 100 honest rewrites lie, the line in it "
      "their middle, the dot this pair, orange if it lies outside. A single figure may point "
      "elsewhere: what counts is all of them together.</p>\n<div class=\"wide\">");
  put_rows(verdict.factors.size(), factors_shown,
           "<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">this pair</th>"
           "<th scope=\"col\">honest rewrites</th><td></td><th scope=\"col\">points</th></tr>"
           "</thead>",
           "more figures", html,
           [&](std::size_t i) { put_factor(verdict.factors[i], verdict, html); });
  html.markup("</div>\n");
}

void put_composition(Label label, const PieceCounts& counts, HtmlWriter& html) {
  const auto words = [&](PieceKind kind) {
    return counts.rewrite_words[static_cast<std::size_t>(kind)];
  };
  const double all = std::accumulate(counts.rewrite_words.begin(), counts.rewrite_words.end(), 0.0);
  if (all == 0) {
    return;
  }
  html.markup("<p>Of the rewrite’s ").count(static_cast<std::uint64_t>(all)).markup(" words ");
  html.count(words(PieceKind::same)).markup(" <small>(");
  html.text(share_of(words(PieceKind::same), all)).markup(")</small> are the original’s");
  if (label == Label::unrelated) {
    html.markup(". What else is marked only happens to stand in the same place.</p>\n");
    return;
  }
  put_share(", ", words(PieceKind::swapped), all, "were swapped in", html);
  put_share(", ", words(PieceKind::reworded), all, "stand for other words", html);
  put_share(", ", words(PieceKind::small), all, "are small changes", html);
  put_share(", ", words(PieceKind::alone), all, "were put in", html);
  html.markup(".");
  if (const std::uint32_t left_out =
          counts.source_words[static_cast<std::size_t>(PieceKind::alone)];
      left_out > 0) {
    html.markup(" Of the original ").count(left_out);
    html.markup(left_out == 1 ? Markup(" word was left out.") : Markup(" words were left out."));
  }
  html.markup("</p>\n");
}

}  // namespace unspin
