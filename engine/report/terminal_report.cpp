#include "engine/report/terminal_report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <vector>

#include "engine/report/line_writer.hpp"
#include "engine/report/printable.hpp"
#include "engine/report/side_by_side.hpp"
#include "engine/report/terminal_evidence.hpp"
#include "engine/report/terminal_terms.hpp"

namespace unspin {
namespace {

constexpr std::size_t rows_of_passage = 8;  // a sentence of eighty words; more is no sentence

constexpr double sure = 0.8;  // a label that is less so does not stand alone

class Screen {
 public:
  Screen(const PairResult& result, const TerminalTitle& title, const TerminalStyle& style,
         std::string& out)
      : result_(result), title_(title), style_(style), lines_(style.width, style.colour, out) {}

  void draw() {
    headline();
    if (result_.judgement != nullptr) {
      reasons();
      put_hidden(result_.judgement->evidence, lines_);
      // What stands in the same place of unrelated texts was not swapped.
      if (result_.judgement->verdict.label != Label::unrelated || style_.show_all) {
        put_swaps(result_.judgement->evidence.substitutions, style_.show_all, lines_);
        put_terms(result_.judgement->evidence.terms, style_.show_all, lines_);
        put_things(result_.judgement->evidence, style_.show_all, lines_);
        passages();
      }
    }
    scores();
    notes();
  }

 private:
  void headline() {
    const std::string words =
        fmt::format("{} → {} words", title_.source_words, title_.rewrite_words);
    if (result_.judgement != nullptr) {
      label(result_.judgement->verdict);
      lines_.skip(3);
    }
    const std::string source = printable(title_.source_name);
    const std::string rewrite = printable(title_.rewrite_name);
    const std::size_t names = columns_of(source) + 3 + columns_of(rewrite);
    const bool on_one_line = lines_.column() + names + 3 + columns_of(words) <= style_.width;
    if (!on_one_line) {
      if (lines_.column() + columns_of(words) > style_.width) {
        lines_.end_line();
      }
      lines_.put(words, Tone::faint);
      lines_.end_line();
    }
    const std::size_t most = (style_.width - 3) / 2;
    lines_.put(on_one_line ? source : shortened(source, most));
    lines_.put(" → ");
    lines_.put(on_one_line ? rewrite : shortened(rewrite, most));
    if (on_one_line) {
      lines_.skip(3);
      lines_.put(words, Tone::faint);
    }
    lines_.end_line();
    lines_.end_line();
  }

  void label(const Verdict& verdict) {
    std::string name(name_of(verdict.label));
    std::ranges::transform(name, name.begin(), [](char c) {
      return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    const bool is_copy = verdict.label == Label::spun || verdict.label == Label::verbatim;
    const Tone honest = verdict.label == Label::paraphrase ? Tone::good : Tone::warning;
    lines_.put(name, is_copy ? Tone::bad : honest);
    if (!verdict.confidence) {
      return;
    }
    // Rounding must not make a certainty of it.
    lines_.put(*verdict.confidence > 0.995
                   ? " · confidence > 0.99"
                   : fmt::format(" · confidence {:.2f}", *verdict.confidence));
    if (const std::string other = runner_up(verdict); !other.empty()) {
      lines_.put(",");
      if (lines_.column() + 1 + columns_of(other) > style_.width) {
        lines_.end_line();
      } else {
        lines_.skip(1);
      }
      lines_.put(other);
    }
  }

  /// The most probable other label, where that of the verdict is not all but certain.
  static std::string runner_up(const Verdict& verdict) {
    if (!verdict.probabilities || *verdict.confidence >= sure) {
      return {};
    }
    const auto& all = *verdict.probabilities;
    std::size_t best = verdict.label == Label::verbatim ? 1 : 0;
    for (std::size_t i = best + 1; i < all.size(); ++i) {
      if (all[i] > all[best] && i != static_cast<std::size_t>(verdict.label)) {
        best = i;
      }
    }
    return fmt::format("{} {:.2f}", label_names[best], all[best]);
  }

  void reasons() {
    const auto& all = result_.judgement->verdict.reasons;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0) {
        lines_.put("Why", Tone::strong);
      }
      lines_.pad_to(6);
      lines_.wrapped(printable(all[i]), 8);
    }
    if (!all.empty()) {
      lines_.end_line();
    }
  }

  /// Sentences side by side, if the texts are at hand.
  void passages() {
    const Evidence& evidence = result_.judgement->evidence;
    const PlacedText source{title_.source_text, title_.source_words_at};
    const PlacedText rewrite{title_.rewrite_text, title_.rewrite_words_at};
    if (evidence.passages.empty() || source.text.empty() || rewrite.text.empty() ||
        source.words == nullptr || rewrite.words == nullptr) {
      return;
    }
    lines_.put("Side by side", Tone::strong);
    lines_.skip(2);
    lines_.wrapped("the original above its rewrite, numbered by sentence", 6, Tone::faint);
    put_passage_legend(lines_);
    for (const Passage& passage : evidence.passages) {
      lines_.end_section();
      put_passage(passage, evidence.spans, source, rewrite,
                  style_.show_all ? std::numeric_limits<std::size_t>::max() : rows_of_passage,
                  lines_);
    }
    lines_.end_section();
  }

  static std::string shown_number(double value) {
    if (std::isnan(value)) {
      return "–";
    }
    return std::fabs(value) < 2 ? fmt::format("{:.3f}", value) : fmt::format("{:.1f}", value);
  }

  void scores() {
    bool any = false;
    for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
      bool first = true;
      for (std::size_t i = 0; i < result_.selected.size(); ++i) {
        const Selected& selected = result_.selected[i];
        if (selected.scorer->info.family != family) {
          continue;
        }
        const std::string number = shown_number(result_.scores[i].values[selected.scorer->primary]);
        if (!first && lines_.column() + 3 + columns_of(selected.key) + 1 + columns_of(number) >
                          style_.width) {
          lines_.end_line();
          first = true;
        } else if (first) {
          lines_.put(name_of(family), Tone::strong);
        }
        lines_.pad_to(7);
        if (!first) {
          lines_.skip(3);
        }
        lines_.put(shortened(printable(selected.key), style_.width - 20), Tone::faint);
        lines_.skip(1);
        lines_.put(number);
        first = false;
        any = true;
      }
      if (!first) {
        lines_.end_line();
      }
    }
    if (any) {
      lines_.end_line();
    }
  }

  void notes() {
    std::vector<std::string> all;
    for (const RowIssue& issue : result_.all_issues()) {
      all.push_back(issue.message);
    }
    for (std::size_t i = 0; i < result_.selected.size(); ++i) {
      const std::string_view why = result_.scores[i].missing_because(*result_.selected[i].scorer);
      if (!why.empty()) {
        all.push_back(fmt::format("{}: no value, {}", result_.selected[i].key, why));
      }
    }
    for (const std::string& note : all) {
      lines_.put("Note", Tone::warning);
      lines_.pad_to(6);
      lines_.wrapped(printable(note), 6);
    }
    if (!all.empty()) {
      lines_.end_line();
    }
  }

  const PairResult& result_;
  const TerminalTitle& title_;
  const TerminalStyle& style_;
  LineWriter lines_;
};

}  // namespace

void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out) {
  Screen(result, title, style, out).draw();
}

}  // namespace unspin
