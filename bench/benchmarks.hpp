// The groups of benchmarks. They are registered when the program runs, since their names come from
// the catalogue and their inputs from files. The inputs must outlive the run.
#pragma once

#include "bench/inputs.hpp"

namespace unspin::bench {

void register_metric_benchmarks(const Inputs& inputs);  ///< metric/…, all_defaults/…, verdict/…
void register_text_benchmarks(const Inputs& inputs);    ///< segments/…, words/…
void register_kernel_benchmarks(const Inputs& inputs);  ///< levenshtein/…, lcs/…, ngrams/…
void register_runner_benchmarks(const Inputs& inputs);  ///< runner/…

}  // namespace unspin::bench
