// Which oracle holds which metric to account.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace unspin::reference {

/// The slow, obvious implementation of a metric's primary value with default parameters, from
/// source and rewrite in ASCII; empty if there is none, which is a failure for ngram and edit
/// metrics.
std::function<double(const std::string&, const std::string&)> oracle_of(std::string_view metric);

}  // namespace unspin::reference
