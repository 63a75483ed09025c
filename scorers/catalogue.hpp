// The list of all metrics, and how a user asks for some of them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/score/results.hpp"

namespace unspin {

/// Every metric, by family.
std::span<const Scorer* const> catalogue();

/// Understands what stands behind -m: NAME, NAME:param=value,…, the name of a family, or "all".
/// Adds to `selected` what is not in it yet. Throws Error(usage) that says what could have been
/// meant. `scope` says which defaults parameters have.
void select(std::string_view asked, std::vector<Selected>& selected, Scope scope = Scope::pair);

/// What is scored when nothing is asked for.
std::vector<Selected> default_selection();

}  // namespace unspin
