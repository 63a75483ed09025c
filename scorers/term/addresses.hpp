// The addresses of web pages and mailboxes in a source, and what a rewrite made of them.
#pragma once

#include <vector>

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"
#include "scorers/term/mentions.hpp"

namespace unspin {

/// The addresses of both texts, ascending.
struct Addresses {
  std::vector<Mention> source, rewrite;

  std::vector<WordRange> source_words() const;
  std::vector<WordRange> rewrite_words() const;
};

/// Finds http:// and https:// addresses, what begins with "www.", names of hosts with a well-known
/// ending that is no English word (example.com/path; not "end.It"), and e-mail addresses. They end
/// at a blank, a quotation mark or a bracket; punctuation behind them does not belong to them, a
/// closing bracket only if it was opened in them. For PreparedPair::shared. Linear.
Addresses read_addresses(PreparedPair& pair);

/// Web and e-mail addresses. Kept: equal but for capitals in scheme and host (everywhere in an
/// e-mail address) and a slash at the end; a variant: with another or no scheme, with or without
/// "www."; a near miss: one or two characters off; replaced by what stands in its place; lost. In
/// order of first mention. Linear but for sorting.
std::vector<TermRecord> find_urls(PreparedPair& pair);

}  // namespace unspin
