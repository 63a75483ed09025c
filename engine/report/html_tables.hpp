// The tables of a page: swaps, what a rewrite should keep, hidden characters. A row knows its
// places: data-at has the words of the source, "12-13 40-41"; of hidden characters data-trick and
// data-side say which they are.
#pragma once

#include "engine/report/html_text.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// The swaps, most telling first; without any, a sentence that says so.
void put_swap_table(const Evidence& evidence, HtmlWriter& html);

/// Terms, names, numbers, addresses and quotations: a table for each kind that the source has.
void put_thing_tables(const Evidence& evidence, HtmlWriter& html);

/// Nothing if nothing was hidden.
void put_hidden_table(const Evidence& evidence, HtmlWriter& html);

}  // namespace unspin
