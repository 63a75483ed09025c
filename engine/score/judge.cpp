#include "engine/score/judge.hpp"

#include <fmt/format.h>

namespace unspin {
namespace {

Obfuscation obfuscation_of(const Unfolded& unfolded) {
  Obfuscation found;
  for (std::size_t trick = 0; trick < found.characters.size(); ++trick) {
    found.characters[trick] = unfolded.count(static_cast<Trick>(trick));
  }
  found.places = unfolded.places;
  return found;
}

std::vector<SpanRecord> span_records(PreparedPair& pair) {
  const RangeFinder source(pair.source(), pair.words(TextIndex::source));
  const RangeFinder rewrite(pair.rewrite(), pair.words(TextIndex::rewrite));
  std::vector<SpanRecord> records;
  records.reserve(pair.spans().size());
  for (const Span& span : pair.spans()) {
    records.push_back({span.span_class, source.of(span.source_begin, span.source_end),
                       rewrite.of(span.rewrite_begin, span.rewrite_end)});
  }
  return records;
}

}  // namespace

Evidence evidence_of(PreparedPair& pair) {
  Evidence evidence;
  evidence.substitutions = pair.swaps().rows;
  evidence.swaps = pair.swaps().swaps;
  evidence.spans = span_records(pair);
  evidence.passages = telling_passages(pair.alignment(), pair.swaps());
  evidence.source_obfuscation = obfuscation_of(pair.unfolded(TextIndex::source));
  evidence.rewrite_obfuscation = obfuscation_of(pair.unfolded(TextIndex::rewrite));
  if (const std::uint64_t skipped = pair.alignment().skipped_cells; skipped > 0) {
    evidence.issues.push_back(
        {.code = "not_aligned",
         .message =
             fmt::format("stretches without a common pair of words are too long to align ({} "
                         "cells): swaps in them are not counted",
                         skipped)});
  }
  return evidence;
}

}  // namespace unspin
