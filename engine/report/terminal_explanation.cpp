#include "engine/report/terminal_explanation.hpp"

#include "engine/report/line_writer.hpp"
#include "engine/report/terminal_evidence.hpp"
#include "engine/report/terminal_factors.hpp"
#include "engine/report/terminal_scores.hpp"
#include "engine/report/terminal_terms.hpp"
#include "engine/report/terminal_verdict.hpp"
#include "engine/report/whole_texts.hpp"

namespace unspin {

void append_explanation(const PairResult& result, const TerminalTitle& title,
                        const TerminalStyle& style, std::string& out) {
  LineWriter lines(style.width, style.colour, out);
  const auto& [verdict, evidence] = *result.judgement;
  put_headline(result, title, lines);
  put_reasons(verdict, lines);
  put_factors(verdict, lines);
  put_whole_texts(title, evidence.spans, lines);
  if (verdict.label == Label::unrelated) {
    lines.wrapped(
        "The texts are unrelated: below is what stands in the same place, not what was swapped.", 0,
        Tone::faint);
    lines.end_line();
  }
  put_swaps_by_count(evidence.substitutions, lines);
  put_terms(evidence.terms, true, lines);
  put_all_things(evidence, lines);
  put_hidden_places(evidence, title, lines);
  put_scores(result, lines);
  put_notes(result, lines);
}

}  // namespace unspin
