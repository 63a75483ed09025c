// The evidence of a verdict as JSON: the part of the report (json_report.hpp) that explains it.
#pragma once

#include "engine/report/json_writer.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// Writes the members substitutions, terms, names, numbers, urls, quotes, obfuscation and spans of
/// the open object. `spaced`: blanks behind commas and colons, as the writer puts them when it
/// indents.
void write_evidence(JsonWriter& json, const Evidence& evidence, bool spaced);

}  // namespace unspin
