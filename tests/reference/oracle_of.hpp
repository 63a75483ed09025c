// Which oracle holds which metric to account.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::reference {

using Oracle = std::function<double(const std::string& source, const std::string& rewrite)>;

/// The slow, obvious implementation of a metric's primary value, from source and rewrite in ASCII.
/// `metric` is what stands behind -m: "bleu", "bleu:lowercase". Empty if there is none, which is a
/// failure for ngram and edit metrics.
Oracle oracle_of(std::string_view metric);

/// All that there is an oracle for.
std::vector<std::string> metrics_with_oracles();

/// The stem that METEOR counts with.
std::string porter_stem(const std::string& word);

}  // namespace unspin::reference
