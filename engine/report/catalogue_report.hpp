// The list of metrics, from their declarations alone.
#pragma once

#include <span>
#include <string>

#include "engine/score/scorer.hpp"

namespace unspin {

/// For a terminal, by family; with `with_parameters`, everything there is to know of each metric.
void append_catalogue_text(std::span<const Scorer* const> scorers, bool with_parameters,
                           std::string& out);

/// An array of objects, one a metric.
void append_catalogue_json(std::span<const Scorer* const> scorers, std::string& out);

/// The table in the README.
void append_catalogue_markdown(std::span<const Scorer* const> scorers, std::string& out);

/// docs/metrics.md: everything there is to know of each metric, by family, in Markdown.
void append_catalogue_reference(std::span<const Scorer* const> scorers, std::string& out);

}  // namespace unspin
