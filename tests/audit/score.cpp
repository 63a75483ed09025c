#include "tests/audit/score.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/io/error.hpp"

namespace unspin::audit_set {
namespace {

/// A page with what it is accused of.
struct Case {
  const Truth* truth = nullptr;
  std::vector<const Finding*> findings;

  bool copied(const std::string& original) const {
    return std::ranges::count(truth->copies, original, &Copy::original) > 0;
  }
  bool is_accused_of(const std::string& original) const {
    return std::ranges::count(findings, original, &Finding::original) > 0;
  }
  bool is_wronged() const {
    return std::ranges::any_of(findings, [this](const auto* f) { return !copied(f->original); });
  }
  bool is_found() const {
    return !truth->copies.empty() && std::ranges::all_of(truth->copies, [this](const Copy& copy) {
      return is_accused_of(copy.original);
    });
  }
  bool is_labelled() const {
    return is_found() && std::ranges::all_of(findings, [this](const Finding* finding) {
             return !copied(finding->original) || finding->label == label_of(truth->kind);
           });
  }
};

/// Passages of texts that are known by number.
class Passages {
 public:
  void add(std::size_t page, const Case& of) {
    for (const Copy& copy : of.truth->copies) {
      planted.push_back({page, number_of(copy.original), copy.page, copy.source});
    }
    for (const Finding* finding : of.findings) {
      for (const Finding::Passage& passage : finding->passages) {
        found.push_back({page, number_of(finding->original), passage.page, passage.source});
      }
    }
  }

  Plagdet measured() const { return plagdet(planted, found); }

 private:
  std::size_t number_of(const std::string& original) {
    return numbers_.try_emplace(original, numbers_.size()).first->second;
  }

  std::vector<CopiedPassage> planted, found;
  std::unordered_map<std::string, std::size_t> numbers_;
};

KindScore score_of(const std::vector<Case>& cases, Kind kind, std::string style) {
  KindScore score{.kind = kind, .style = std::move(style)};
  Passages passages;
  for (const Case& page : cases) {
    if (page.truth->kind == kind && (score.style.empty() || page.truth->style == score.style)) {
      passages.add(score.pages++, page);
      score.accused += page.is_wronged() ? 1u : 0u;
      score.found += page.is_found() ? 1u : 0u;
      score.labelled += page.is_labelled() ? 1u : 0u;
    }
  }
  score.passages = passages.measured();
  return score;
}

std::vector<Case> cases_of(const std::vector<Truth>& truth, const std::vector<Finding>& findings) {
  std::vector<Case> cases;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Truth& page : truth) {
    places.emplace(page.page, cases.size());
    cases.push_back({&page, {}});
  }
  for (const Finding& finding : findings) {
    const auto place = places.find(finding.page);
    if (place == places.end()) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("there is a finding of “{}”, a page that the truth does not know",
                              finding.page),
                  "Audit the crawl that was made together with the truth.");
    }
    cases[place->second].findings.push_back(&finding);
  }
  return cases;
}

std::string line_of(const Truth& truth, std::string_view original) {
  return fmt::format("{}\t{}\t{}\t{}", truth.page, name_of(truth.kind), truth.style, original);
}

void add_lists(const Case& page, Score& score) {
  for (const Finding* finding : page.findings) {
    ++score.accusations;
    if (page.copied(finding->original)) {
      ++score.right;
    } else {
      score.wrong.push_back(line_of(*page.truth, finding->original));
    }
  }
  for (const Copy& copy : page.truth->copies) {
    if (!page.is_accused_of(copy.original)) {
      score.missed.push_back(line_of(*page.truth, copy.original));
    }
  }
}

bool has_styles(Kind kind) {
  return kind == Kind::verbatim || kind == Kind::spun || kind == Kind::quoting;
}

std::string share_of(std::size_t hits, std::size_t tries) {
  const Interval interval = wilson(hits, tries);
  const double share = tries == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(tries);
  return fmt::format("{:.4f} [{:.4f}, {:.4f}]", share, interval.low, interval.high);
}

using Row = std::vector<std::string>;

std::string name_of(const KindScore& kind) {
  return kind.style.empty() ? std::string(name_of(kind.kind))
                            : fmt::format("{}/{}", name_of(kind.kind), kind.style);
}

std::vector<Row> innocent_rows(const std::vector<KindScore>& kinds) {
  std::vector<Row> rows = {{"innocent", "pages", "accused", "share [95%]"}};
  for (const KindScore& kind : kinds) {
    if (is_innocent(kind.kind) && kind.pages > 0) {
      rows.push_back({name_of(kind), std::to_string(kind.pages), std::to_string(kind.accused),
                      share_of(kind.accused, kind.pages)});
    }
  }
  return rows;
}

std::vector<Row> guilty_rows(const std::vector<KindScore>& kinds) {
  std::vector<Row> rows = {{"copied", "pages", "found", "recall [95%]", "label right", "wronged",
                            "precision", "recall", "granularity", "plagdet"}};
  for (const KindScore& kind : kinds) {
    if (!is_innocent(kind.kind) && kind.pages > 0) {
      rows.push_back({name_of(kind), std::to_string(kind.pages), std::to_string(kind.found),
                      share_of(kind.found, kind.pages), std::to_string(kind.labelled),
                      std::to_string(kind.accused), fmt::format("{:.4f}", kind.passages.precision),
                      fmt::format("{:.4f}", kind.passages.recall),
                      fmt::format("{:.4f}", kind.passages.granularity),
                      fmt::format("{:.4f}", kind.passages.plagdet)});
    }
  }
  return rows;
}

std::string summary(const Score& score) {
  return fmt::format(
      "{} accusations, {} right: precision {}\n"
      "by bytes: precision {:.4f}, recall {:.4f}, granularity {:.4f}, plagdet {:.4f}\n",
      score.accusations, score.right, share_of(score.right, score.accusations),
      score.passages.precision, score.passages.recall, score.passages.granularity,
      score.passages.plagdet);
}

/// Columns as wide as they need to be, the first one at the left, all others at the right.
std::string text_table(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], row[i].size());
    }
  }
  std::string text;
  for (const Row& row : rows) {
    text += fmt::format("{:<{}}", row[0], widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i) {
      text += fmt::format("  {:>{}}", row[i], widths[i]);
    }
    text += '\n';
  }
  return text + '\n';
}

std::string markdown_table(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) {
    text += fmt::format("| {} |\n", fmt::join(row, " | "));
    if (&row == &rows[0]) {
      text += "|---|";
      for (std::size_t i = 1; i < row.size(); ++i) {
        text += "---:|";
      }
      text += '\n';
    }
  }
  return text + '\n';
}

template <class Table>
std::string report(const Score& score, Table&& table) {
  std::string text;
  for (const std::vector<KindScore>* kinds : {&score.kinds, &score.styles}) {
    for (const std::vector<Row>& rows : {innocent_rows(*kinds), guilty_rows(*kinds)}) {
      if (rows.size() > 1) {
        text += table(rows);
      }
    }
  }
  return text + summary(score);
}

}  // namespace

Score score(const std::vector<Truth>& truth, const std::vector<Finding>& findings) {
  const std::vector<Case> cases = cases_of(truth, findings);
  Score score;
  Passages passages;
  std::set<std::pair<Kind, std::string>> styles;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    passages.add(i, cases[i]);
    add_lists(cases[i], score);
    if (has_styles(cases[i].truth->kind)) {
      styles.emplace(cases[i].truth->kind, cases[i].truth->style);
    }
  }
  score.passages = passages.measured();
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    score.kinds.push_back(score_of(cases, static_cast<Kind>(kind), {}));
  }
  for (const auto& [kind, style] : styles) {
    score.styles.push_back(score_of(cases, kind, style));
  }
  return score;
}

std::string as_text(const Score& score) { return report(score, text_table); }
std::string as_markdown(const Score& score) { return report(score, markdown_table); }

}  // namespace unspin::audit_set
