// `unspin_bench`: what the engine's parts cost, beside honest baselines. See README.md.
#include <benchmark/benchmark.h>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "bench/benchmarks.hpp"
#include "engine/io/error.hpp"

namespace {

/// Takes --pairs=FILE, which Google Benchmark does not know, out of the arguments.
std::string take_pairs_file(int& count, char** arguments) {
  constexpr std::string_view flag = "--pairs=";
  std::string file;
  int kept = 0;
  for (int i = 0; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument.starts_with(flag)) {
      file = argument.substr(flag.size());
    } else {
      arguments[kept++] = arguments[i];
    }
  }
  count = kept;
  return file;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string pairs_file = take_pairs_file(count, arguments);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) {
    return static_cast<int>(unspin::ErrorCode::usage);
  }
  try {
    const unspin::bench::Inputs inputs = unspin::bench::read_inputs(pairs_file);
    unspin::bench::register_metric_benchmarks(inputs);
    unspin::bench::register_text_benchmarks(inputs);
    unspin::bench::register_extract_benchmarks(inputs);
    unspin::bench::register_kernel_benchmarks(inputs);
    unspin::bench::register_runner_benchmarks(inputs);
    unspin::bench::register_crawl_benchmarks(inputs);
    unspin::bench::register_index_benchmarks(inputs);
    unspin::bench::register_audit_benchmarks(inputs);
    benchmark::RunSpecifiedBenchmarks();
  } catch (const unspin::Error& error) {
    fmt::print(stderr, "unspin_bench: {}\n              {}\n", error.what(), error.remedy());
    return static_cast<int>(error.code());
  }
  benchmark::Shutdown();
  return 0;
}
