#include "engine/report/terminal_report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr std::size_t swaps_shown = 12;
constexpr std::size_t terms_shown = 8;
constexpr std::size_t swap_columns = 40;  // of one swap; as many side by side as there is room for

enum class Tone { plain, faint, strong, from, to, bad, warning, good };

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::faint:
      return "\x1b[2m";
    case Tone::strong:
      return "\x1b[1m";
    case Tone::from:
    case Tone::bad:
      return "\x1b[31m";
    case Tone::warning:
      return "\x1b[33m";
    case Tone::to:
    case Tone::good:
      return "\x1b[32m";
    case Tone::plain:
      break;
  }
  return {};
}

class Screen {
 public:
  Screen(const PairResult& result, const TerminalTitle& title, const TerminalStyle& style,
         std::string& out)
      : result_(result), title_(title), style_(style), out_(out) {}

  void draw() {
    headline();
    if (result_.judgement != nullptr) {
      reasons();
      // What stands in the same place of unrelated texts was not swapped.
      if (result_.judgement->verdict.label != Label::unrelated || style_.show_all) {
        swaps();
        terms();
      }
    }
    scores();
    notes();
  }

 private:
  void put(std::string_view text, Tone tone = Tone::plain) {
    if (text.empty()) {
      return;
    }
    out_.append(blanks_, ' ');
    blanks_ = 0;
    const std::string_view code = style_.colour ? code_of(tone) : std::string_view{};
    out_ += code;
    out_ += text;
    if (!code.empty()) {
      out_ += "\x1b[0m";
    }
    column_ += columns_of(text);
  }
  void end_line() {
    out_ += '\n';
    column_ = 0;
    blanks_ = 0;
  }
  /// Blanks are only written before something else: no line ends in them.
  void skip(std::size_t columns) {
    blanks_ += columns;
    column_ += columns;
  }
  void pad_to(std::size_t column) {
    if (column_ < column) {
      skip(column - column_);
    }
  }

  /// Words from here on, with further lines indented.
  void wrapped(std::string_view text, std::size_t indent) {
    bool first = true;
    bool on_first_line = true;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(text.size(), word.size() + 1));
      if (!first && column_ + 1 + columns_of(word) > style_.width) {
        end_line();
        first = true;
        on_first_line = false;
      }
      if (!first) {
        skip(1);
      } else if (!on_first_line) {
        pad_to(indent);
      }
      put(shortened(word, style_.width - std::min(column_, style_.width - 1)));
      first = false;
    }
    end_line();
  }

  void headline() {
    const std::string words =
        fmt::format("{} → {} words", title_.source_words, title_.rewrite_words);
    if (result_.judgement != nullptr) {
      const Verdict& verdict = result_.judgement->verdict;
      std::string label(name_of(verdict.label));
      std::ranges::transform(label, label.begin(), [](char c) {
        return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      });
      const Tone tone = verdict.label == Label::spun || verdict.label == Label::verbatim ? Tone::bad
                        : verdict.label == Label::paraphrase ? Tone::good
                                                             : Tone::warning;
      if (style_.colour) {
        out_ += "\x1b[1m";
      }
      put(label, tone);
      if (verdict.confidence) {
        put(fmt::format(" · confidence {:.2f}", *verdict.confidence));
      }
      skip(3);
    }
    const std::string source = printable(title_.source_name);
    const std::string rewrite = printable(title_.rewrite_name);
    const std::size_t names = columns_of(source) + 3 + columns_of(rewrite);
    const bool on_one_line = column_ + names + 3 + columns_of(words) <= style_.width;
    if (!on_one_line) {
      put(words, Tone::faint);
      end_line();
    }
    const std::size_t most = (style_.width - 3) / 2;
    put(on_one_line ? source : shortened(source, most));
    put(" → ");
    put(on_one_line ? rewrite : shortened(rewrite, most));
    if (on_one_line) {
      skip(3);
      put(words, Tone::faint);
    }
    end_line();
    end_line();
  }

  void reasons() {
    const auto& all = result_.judgement->verdict.reasons;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0) {
        put("Why", Tone::strong);
      }
      pad_to(6);
      wrapped(printable(all[i]), 8);
    }
    if (!all.empty()) {
      end_line();
    }
  }

  void swaps() {
    const auto& rows = result_.judgement->evidence.substitutions;
    const auto telling = static_cast<std::size_t>(std::ranges::count_if(
        rows, [](const Substitution& row) { return row.kind != SwapKind::inflection; }));
    if (telling == 0) {
      return;
    }
    const std::size_t shown = style_.show_all ? rows.size() : std::min(swaps_shown, telling);
    put("Swaps", Tone::strong);
    put("  times swapped / times in the original", Tone::faint);
    end_line();
    const std::size_t across = std::max<std::size_t>(1, style_.width / swap_columns);
    const std::size_t down = (shown + across - 1) / across;
    for (std::size_t line = 0; line < down; ++line) {
      for (std::size_t k = 0; k < across && line + k * down < shown; ++k) {
        pad_to(2 + k * swap_columns);
        swap(rows[line + k * down]);
      }
      end_line();
    }
    if (rows.size() > shown) {
      put(fmt::format("  … {} more: --all", rows.size() - shown), Tone::faint);
      end_line();
    }
    end_line();
  }

  /// Within swap_columns less a gap; what is too long is cut.
  void swap(const Substitution& row) {
    const std::size_t start = column_;
    std::string count = row.available > 0 ? fmt::format("{}/{}", row.count, row.available)
                                          : fmt::format("{}", row.count);
    if (row.kind == SwapKind::near_spelling) {
      count += " sp.";
    }
    const std::size_t both = swap_columns - 2 - 3 - 1 - 1 - count.size();  // gap, arrow, blanks
    const std::string to =
        shortened(printable(row.to),
                  std::max<std::size_t>(both / 2, both - std::min(both, columns_of(row.from))));
    const std::string from = shortened(printable(row.from), both - columns_of(to));
    put(from, Tone::from);
    pad_to(start + std::min<std::size_t>(13, both - columns_of(to)));
    put(" → ");
    put(to, Tone::to);
    pad_to(std::max(column_ + 1, std::min(start + 30, start + swap_columns - 2 - count.size())));
    put(count);
  }

  void terms() {
    const auto& records = result_.judgement->evidence.terms;
    if (records.empty()) {
      return;
    }
    put("Terms", Tone::strong);
    put("  of several words that the original repeats", Tone::faint);
    end_line();
    const std::size_t shown =
        style_.show_all ? records.size() : std::min(terms_shown, records.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const TermRecord& term = records[i];
      skip(2);
      put(shortened(printable(term.term), 27));
      pad_to(30);
      put(fmt::format("{:>3}", term.occurrences));
      skip(2);
      std::string fate;
      const auto add = [&fate](const std::string& part) {
        fate += (fate.empty() ? "" : ", ") + part;
      };
      if (term.kept == term.occurrences) {
        add("all kept");
      } else {
        if (term.kept > 0) {
          add(fmt::format("kept {}", term.kept));
        }
        if (term.inflected > 0) {
          add(fmt::format("inflected {}", term.inflected));
        }
        for (const auto& replacement : term.replaced) {
          add(fmt::format("→ {} ×{}", printable(replacement.text), replacement.count));
        }
        if (term.lost > 0) {
          add(fmt::format("lost {}", term.lost));
        }
      }
      wrapped(fate, 35);
    }
    if (records.size() > shown) {
      put(fmt::format("  … {} more: --all", records.size() - shown), Tone::faint);
      end_line();
    }
    end_line();
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
        if (!first &&
            column_ + 3 + columns_of(selected.key) + 1 + columns_of(number) > style_.width) {
          end_line();
          first = true;
        } else if (first) {
          put(name_of(family), Tone::strong);
        }
        pad_to(7);
        if (!first) {
          skip(3);
        }
        put(shortened(printable(selected.key), style_.width - 20), Tone::faint);
        skip(1);
        put(number);
        first = false;
        any = true;
      }
      if (!first) {
        end_line();
      }
    }
    if (any) {
      end_line();
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
      put("Note", Tone::warning);
      pad_to(6);
      wrapped(printable(note), 6);
    }
    if (!all.empty()) {
      end_line();
    }
  }

  const PairResult& result_;
  const TerminalTitle& title_;
  const TerminalStyle& style_;
  std::string& out_;
  std::size_t column_ = 0;
  std::size_t blanks_ = 0;  // owed before the next text
};

}  // namespace

void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out) {
  Screen(result, title, style, out).draw();
}

}  // namespace unspin
