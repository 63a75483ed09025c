#include "cli/evaluation_checks.hpp"

#include <algorithm>
#include <vector>

#include "cli/message.hpp"
#include "engine/evaluate/input_checks.hpp"

namespace unspin {

bool minds_case(const CorpusMetric& metric) {
  // It is tried out: metrics have many ways to say that they read lower case, or always do.
  constexpr std::string_view cased = "The Old Cat Sat On The Mat";
  constexpr std::string_view lower = "the old cat sat on the mat";
  PreparedPair pair;
  const auto value = [&](std::string_view rewrite) {
    const std::string_view references[] = {cased};
    pair.assign({cased, rewrite, references});
    std::vector<double> numbers(metric.width());
    metric.measure(pair, numbers);
    return numbers;
  };
  return value(cased) != value(lower);
}

bool tell_mistakes(const Segments& segments, std::span<const CorpusMetric> metrics,
                   bool may_be_tokenized, bool is_quiet) {
  bool is_sound = true;
  for (const InputRemark& remark :
       check_inputs(segments, {.may_be_tokenized = may_be_tokenized,
                              .case_matters = std::ranges::any_of(metrics, minds_case)})) {
    const bool is_error = remark.severity == InputRemark::Severity::error;
    is_sound = is_sound && !is_error;
    if (is_error || !is_quiet) {
      message(remark.what, remark.remedy);
    }
  }
  return is_sound;
}

}  // namespace unspin
