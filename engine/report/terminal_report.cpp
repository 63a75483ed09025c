#include "engine/report/terminal_report.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::size_t swaps_shown = 12;
constexpr std::size_t terms_shown = 8;

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

/// Columns that a text takes: two for wide East Asian characters, none for combining marks.
std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
        category == U_FORMAT_CHAR) {
      continue;
    }
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(u_iscntrl(static_cast<UChar32>(c)) ? U'·' : c, shown);
  }
  return shown;
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
      swaps();
      terms();
    }
    scores();
    notes();
  }

 private:
  void put(std::string_view text, Tone tone = Tone::plain) {
    const std::string_view code = style_.colour ? code_of(tone) : std::string_view{};
    out_ += code;
    out_ += text;
    if (!code.empty()) out_ += "\x1b[0m";
    column_ += columns_of(text);
  }
  void end_line() {
    out_ += '\n';
    column_ = 0;
  }
  void pad_to(std::size_t column) {
    while (column_ < column) put(" ");
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
      if (first) {
        if (!on_first_line) pad_to(indent);
      } else {
        put(" ");
      }
      put(word);
      first = false;
    }
    end_line();
  }

  void headline() {
    const std::string names =
        printable(title_.source_name) + " → " + printable(title_.rewrite_name);
    const std::string words =
        fmt::format("{} → {} words", title_.source_words, title_.rewrite_words);
    if (result_.judgement != nullptr) {
      const Verdict& verdict = result_.judgement->verdict;
      std::string label(name_of(verdict.label));
      std::ranges::transform(label, label.begin(), [](char c) {
        return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      });
      const Tone tone = verdict.label == Label::spun || verdict.label == Label::verbatim ? Tone::bad
                        : verdict.label == Label::paraphrase                             ? Tone::good
                                                                                          : Tone::warning;
      if (style_.colour) out_ += "\x1b[1m";
      put(label, tone);
      if (verdict.confidence) put(fmt::format(" · confidence {:.2f}", *verdict.confidence));
      put("   ");
    }
    if (column_ > 0 && column_ + columns_of(names) + 3 + words.size() > style_.width) {
      put(words, Tone::faint);
      end_line();
      put(names, Tone::faint);
    } else {
      put(names);
      put("   ");
      put(words, Tone::faint);
    }
    end_line();
    end_line();
  }

  void reasons() {
    const auto& all = result_.judgement->verdict.reasons;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0) put("Why", Tone::strong);
      pad_to(6);
      wrapped(printable(all[i]), 8);
    }
    if (!all.empty()) end_line();
  }

  void swaps() {
    const auto& rows = result_.judgement->evidence.substitutions;
    const auto telling = static_cast<std::size_t>(std::ranges::count_if(
        rows, [](const Substitution& row) { return row.kind != SwapKind::inflection; }));
    if (telling == 0) return;
    const std::size_t shown = style_.show_all ? rows.size() : std::min(swaps_shown, telling);
    put("Swaps", Tone::strong);
    put("  times swapped / times in the original", Tone::faint);
    end_line();
    const std::size_t across = std::max<std::size_t>(1, style_.width / 40);
    const std::size_t down = (shown + across - 1) / across;
    for (std::size_t line = 0; line < down; ++line) {
      for (std::size_t k = 0; k < across && line + k * down < shown; ++k) {
        pad_to(2 + k * 40);
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

  void swap(const Substitution& row) {
    const std::size_t start = column_;
    const std::size_t from_width = std::max<std::size_t>(13, columns_of(row.from));
    put(printable(row.from), Tone::from);
    pad_to(start + from_width);
    put(" → ");
    put(printable(row.to), Tone::to);
    pad_to(std::max(column_ + 1, start + 30));
    put(row.available > 0 ? fmt::format("{}/{}", row.count, row.available)
                          : fmt::format("{}", row.count));
    if (row.kind == SwapKind::near_spelling) put(" sp.", Tone::faint);
    put(" ");
  }

  void terms() {
    const auto& records = result_.judgement->evidence.terms;
    if (records.empty()) return;
    put("Terms", Tone::strong);
    put("  of several words that the original repeats", Tone::faint);
    end_line();
    const std::size_t shown = style_.show_all ? records.size() : std::min(terms_shown, records.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const TermRecord& term = records[i];
      put("  ");
      put(printable(term.term));
      pad_to(std::max<std::size_t>(column_ + 1, 30));
      put(fmt::format("{:>3}  ", term.occurrences));
      std::string fate;
      const auto add = [&fate](std::string part) { fate += (fate.empty() ? "" : ", ") + part; };
      if (term.kept == term.occurrences) {
        add("all kept");
      } else {
        if (term.kept > 0) add(fmt::format("kept {}", term.kept));
        if (term.inflected > 0) add(fmt::format("inflected {}", term.inflected));
        for (const auto& replacement : term.replaced) {
          add(fmt::format("→ {} ×{}", printable(replacement.text), replacement.count));
        }
        if (term.lost > 0) add(fmt::format("lost {}", term.lost));
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
    if (std::isnan(value)) return "–";
    return std::fabs(value) < 2 ? fmt::format("{:.3f}", value) : fmt::format("{:.1f}", value);
  }

  void scores() {
    bool any = false;
    for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
      bool first = true;
      for (std::size_t i = 0; i < result_.selected.size(); ++i) {
        const Selected& selected = result_.selected[i];
        if (selected.scorer->info.family != family) continue;
        const std::string number =
            shown_number(result_.scores[i].values[selected.scorer->primary]);
        if (!first && column_ + 3 + columns_of(selected.key) + 1 + columns_of(number) > style_.width) {
          end_line();
          first = true;
        } else if (first) {
          put(name_of(family), Tone::strong);
        }
        pad_to(7);
        if (!first) put("   ");
        put(printable(selected.key), Tone::faint);
        put(" ");
        put(number);
        first = false;
        any = true;
      }
      if (!first) end_line();
    }
    if (any) end_line();
  }

  void notes() {
    std::vector<std::string> all;
    for (const RowIssue& issue : result_.issues) all.push_back(issue.message);
    if (result_.judgement != nullptr) {
      const auto& issues = result_.judgement->evidence.issues;
      all.insert(all.end(), issues.begin(), issues.end());
    }
    for (std::size_t i = 0; i < result_.selected.size(); ++i) {
      const std::string_view why = result_.scores[i].missing_because(*result_.selected[i].scorer);
      if (!why.empty()) all.push_back(fmt::format("{}: no value, {}", result_.selected[i].key, why));
    }
    for (const std::string& note : all) {
      put("Note", Tone::warning);
      pad_to(6);
      wrapped(printable(note), 6);
    }
    if (!all.empty()) end_line();
  }

  const PairResult& result_;
  const TerminalTitle& title_;
  const TerminalStyle& style_;
  std::string& out_;
  std::size_t column_ = 0;
};

}  // namespace

void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out) {
  Screen(result, title, style, out).draw();
}

}  // namespace unspin
