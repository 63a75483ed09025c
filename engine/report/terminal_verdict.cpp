#include "engine/report/terminal_verdict.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr double sure = 0.8;  // a label that is less so does not stand alone

/// The most probable other label, where that of the verdict is not all but certain.
std::string runner_up(const Verdict& verdict) {
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

void put_label(const Verdict& verdict, LineWriter& lines) {
  std::string name(name_of(verdict.label));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  lines.put(name, tone_of(verdict.label));
  if (!verdict.confidence) {
    return;
  }
  // Rounding must not make a certainty of it.
  lines.put(*verdict.confidence > 0.995 ? " · confidence > 0.99"
                                        : fmt::format(" · confidence {:.2f}", *verdict.confidence));
  if (const std::string other = runner_up(verdict); !other.empty()) {
    lines.put(",");
    if (lines.column() + 1 + columns_of(other) > lines.width()) {
      lines.end_line();
    } else {
      lines.skip(1);
    }
    lines.put(other);
  }
}

}  // namespace

Tone tone_of(Label label) {
  const bool is_copy = label == Label::spun || label == Label::verbatim;
  return is_copy ? Tone::bad : label == Label::paraphrase ? Tone::good : Tone::warning;
}

void put_headline(const PairResult& result, const TerminalTitle& title, LineWriter& lines) {
  const std::string words = fmt::format("{} → {} words", title.source_words, title.rewrite_words);
  if (result.judgement != nullptr) {
    put_label(result.judgement->verdict, lines);
    lines.skip(3);
  }
  const std::string source = printable(title.source_name);
  const std::string rewrite = printable(title.rewrite_name);
  const std::size_t names = columns_of(source) + 3 + columns_of(rewrite);
  const bool on_one_line = lines.column() + names + 3 + columns_of(words) <= lines.width();
  if (!on_one_line) {
    if (lines.column() + columns_of(words) > lines.width()) {
      lines.end_line();
    }
    lines.put(words, Tone::faint);
    lines.end_line();
  }
  const std::size_t most = (lines.width() - 3) / 2;
  lines.put(on_one_line ? source : shortened(source, most));
  lines.put(" → ");
  lines.put(on_one_line ? rewrite : shortened(rewrite, most));
  if (on_one_line) {
    lines.skip(3);
    lines.put(words, Tone::faint);
  }
  lines.end_line();
  lines.end_line();
}

void put_reasons(const Verdict& verdict, LineWriter& lines) {
  const auto& all = verdict.reasons;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0) {
      lines.put("Why", Tone::strong);
    }
    lines.pad_to(6);
    lines.wrapped(printable(all[i]), 8);
  }
  if (!all.empty()) {
    lines.end_line();
  }
}

}  // namespace unspin
