// Texts that honest pages share: notices of licences, shops, sites and mailing lists, written for
// this test set, with slots that each page fills its own way.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "bench/training/random.hpp"

namespace unspin::audit_set {

/// 60 to 150 words each; slots are names in braces: {company}, {year}.
std::span<const std::string_view> boilerplates();

/// The text with a value drawn for each slot; one value wherever the slot returns.
std::string filled(std::string_view boilerplate, training::Random& random);

}  // namespace unspin::audit_set
