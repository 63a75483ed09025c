// The evidence as cells of a table: a few words that a person reads and a script can split.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/score/evidence.hpp"

namespace unspin {

/// The ten most telling rows: "community>group x21 synonym; brand>model x15 constant". Folded words
/// have no '>' and no "; " in them; should a text have one all the same, it becomes '_' and ", ".
std::string substitutions_cell(const std::vector<Substitution>& rows);

/// The five most frequent terms: "community management: kept 0 of 7, group administration x5". More
/// that may follow: "inflected 1", "allowed 1" (another right form), "~ comunity management x1" (a
/// near miss), "crowd care x1 forbidden" (by the glossary), "lost 1".
std::string terms_cell(const std::vector<TermRecord>& terms);

/// The first five names, numbers, addresses or quotations that were not always kept, and what
/// became of them: "Erica ~ Erika x1, lost 1; 1,000: 2,000 x1". Empty if all were kept.
std::string things_cell(const std::vector<TermRecord>& things);

/// Words of the source in spans of each class, by SpanClass.
std::array<std::uint64_t, span_class_names.size()> words_by_class(
    std::span<const SpanRecord> spans);

}  // namespace unspin
