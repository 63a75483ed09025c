// What a page says of the verdict: in words, with its reasons, and with the figures that moved it.
#pragma once

#include <string>
#include <string_view>

#include "engine/report/html_pieces.hpp"
#include "engine/report/html_text.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// "Spun copy": what the page is called.
Markup headline_of(Label label);

/// "almost certain", of a probability.
std::string_view certainty_of(double confidence);

/// "49%", of 0 to 1; rounding makes neither a certainty of it nor an impossibility.
std::string percent(double share);

/// Headline, a sentence that says what it means, and how sure the judge is.
void put_verdict(const Verdict& verdict, HtmlWriter& html);

void put_reasons(const Verdict& verdict, HtmlWriter& html);

/// The figures that moved the verdict, strongest first; nothing if there are none.
void put_factors(const Verdict& verdict, HtmlWriter& html);

/// In a sentence, of how many words the rewrite has what became. Of unrelated texts only how many
/// they share: nothing became of the others.
void put_composition(Label label, const PieceCounts& counts, HtmlWriter& html);

}  // namespace unspin
