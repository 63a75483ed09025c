#include "engine/report/terminal_report.hpp"

#include <limits>

#include "engine/report/line_writer.hpp"
#include "engine/report/side_by_side.hpp"
#include "engine/report/terminal_evidence.hpp"
#include "engine/report/terminal_scores.hpp"
#include "engine/report/terminal_terms.hpp"
#include "engine/report/terminal_verdict.hpp"

namespace unspin {
namespace {

constexpr std::size_t rows_of_passage = 8;  // a sentence of eighty words; more is no sentence

/// Sentences side by side, if the texts are at hand.
void put_passages(const Evidence& evidence, const TerminalTitle& title, bool whole,
                  LineWriter& lines) {
  const PlacedText source{title.source_text, title.source_words_at};
  const PlacedText rewrite{title.rewrite_text, title.rewrite_words_at};
  if (evidence.passages.empty() || source.text.empty() || rewrite.text.empty() ||
      source.words == nullptr || rewrite.words == nullptr) {
    return;
  }
  lines.put("Side by side", Tone::strong);
  lines.skip(2);
  lines.wrapped("the original above its rewrite, numbered by sentence", 6, Tone::faint);
  put_passage_legend(lines);
  for (const Passage& passage : evidence.passages) {
    lines.end_section();
    put_passage(passage, evidence.spans, source, rewrite,
                whole ? std::numeric_limits<std::size_t>::max() : rows_of_passage, lines);
  }
  lines.end_section();
}

}  // namespace

void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out) {
  LineWriter lines(style.width, style.colour, out);
  put_headline(result, title, lines);
  if (result.judgement != nullptr) {
    const auto& [verdict, evidence] = *result.judgement;
    put_reasons(verdict, lines);
    put_hidden(evidence, lines);
    // What stands in the same place of unrelated texts was not swapped.
    if (verdict.label != Label::unrelated || style.show_all) {
      put_swaps(evidence.substitutions, style.show_all, lines);
      put_terms(evidence.terms, style.show_all, lines);
      put_things(evidence, style.show_all, lines);
      put_passages(evidence, title, style.show_all, lines);
    }
  }
  put_scores(result, lines);
  put_notes(result, lines);
}

}  // namespace unspin
