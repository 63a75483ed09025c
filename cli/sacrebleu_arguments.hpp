// sacreBLEU's command line, as its users' fingers know it. Its options of several letters behind
// one dash (-tok, -lc, -sl) are put into the form that the argument parser reads; its options for a
// metric are parameters of that metric here; and what has no counterpart is refused with the way
// out.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// An option of sacreBLEU that sets a parameter of a metric.
struct MetricOption {
  std::string_view names;      ///< as the argument parser declares them: "-s,--smooth-method"
  std::string_view metric;     ///< and of chrf also chrf++
  std::string_view parameter;  ///< of the metric
  bool takes_value;            ///< else its presence means true
  std::string_view help;
};

std::span<const MetricOption> metric_options();

/// The arguments behind `unspin evaluate`, as its parser reads them. Throws Error(usage) for an
/// option of sacreBLEU that has no counterpart.
std::vector<std::string> from_sacrebleu(const std::vector<std::string>& arguments);

/// Parameter → value as given, by the names of the options in metric_options().
using MetricOptionValues = std::map<std::string_view, std::string>;

/// What to ask the catalogue for: "bleu:tokenize=intl,order=3" for bleu:order=3 beside -tok intl.
/// What `asked` says itself comes last and so wins.
std::string with_metric_options(std::string_view asked, const MetricOptionValues& values);

}  // namespace unspin
