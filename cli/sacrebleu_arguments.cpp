#include "cli/sacrebleu_arguments.hpp"

#include <algorithm>
#include <iterator>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr MetricOption options_of_metrics[] = {
    {"-s,--smooth-method", "bleu", "smoothing", true, "bleu: exp, floor, add-k or none"},
    {"--smooth-value", "bleu", "smoothing_value", true, "bleu: of floor and add-k (-sv)"},
    {"--tokenize", "bleu", "tokenize", true, "bleu: 13a, intl, zh, char or none (-tok)"},
    {"--lowercase", "bleu", "lowercase", false, "bleu: compare in lower case (-lc)"},
    {"--chrf-char-order", "chrf", "char_order", true, "chrf: longest character n-grams (-cc)"},
    {"--chrf-word-order", "chrf", "word_order", true, "chrf: longest word n-grams (-cw)"},
    {"--chrf-beta", "chrf", "beta", true, "chrf: weight of recall against precision"},
    {"--chrf-whitespace", "chrf", "whitespace", false, "chrf: count white space, too"},
    {"--chrf-lowercase", "chrf", "lowercase", false, "chrf: compare in lower case"},
    {"--chrf-eps-smoothing", "chrf", "eps_smoothing", false, "chrf: average the orders' F-scores"},
    {"--ter-case-sensitive", "ter", "case_sensitive", false, "ter: tell upper from lower case"},
    {"--ter-asian-support", "ter", "asian_support", false, "ter: know East Asian characters"},
    {"--ter-no-punct", "ter", "no_punct", false, "ter: leave punctuation out"},
    {"--ter-normalized", "ter", "normalized", false, "ter: split punctuation off words"},
};

/// What stands for an argument: with an empty `ours` it is dropped, since it changes nothing here.
struct Spelling {
  std::string_view theirs;
  std::string_view ours;
  bool takes_value = false;  ///< of what is dropped: its value goes, too
};

constexpr Spelling spellings[] = {
    {"-tok", "--tokenize"},
    {"-lc", "--lowercase"},
    {"-sv", "--smooth-value"},
    {"-sl", "--sentence-level"},
    {"-cc", "--chrf-char-order"},
    {"-cw", "--chrf-word-order"},
    {"-ci", "--confidence"},
    {"-cin", "--confidence-n"},
    {"-par", "--paired-ar"},
    {"-parn", "--paired-ar-n"},
    {"-pbs", "--paired-bs"},
    {"-pbsn", "--paired-bs-n"},
    {"-sh", "--short"},
    {"-nr", "--num-refs"},
    {"-nc", ""},
    {"--no-color", ""},
    {"-j", "", true},
    {"--paired-jobs", "", true},
};

struct Refusal {
  std::string_view name;
  std::string_view remedy;
};

constexpr std::string_view no_test_sets =
    "write the test set to files first, with sacrebleu -t SET -l PAIR --echo ref > ref.txt, and "
    "give those";

constexpr std::string_view only_utf_8 = "iconv -f ENCODING -t UTF-8 makes files readable";

constexpr Refusal refusals[] = {
    {"-e", only_utf_8},           {"--encoding", only_utf_8},   {"-t", no_test_sets},
    {"--test-set", no_test_sets}, {"-l", no_test_sets},         {"--language-pair", no_test_sets},
    {"--list", no_test_sets},     {"--echo", no_test_sets},     {"--download", no_test_sets},
    {"-ol", no_test_sets},        {"--origlang", no_test_sets}, {"--subset", no_test_sets},
    {"-d", no_test_sets},         {"--detail", no_test_sets},   {"--citation", no_test_sets},
    {"--cite", no_test_sets},
};

bool is_utf_8(std::string_view name) {
  return name == "utf-8" || name == "UTF-8" || name == "utf8" || name == "UTF8";
}

}  // namespace

std::span<const MetricOption> metric_options() { return options_of_metrics; }

std::vector<std::string> from_sacrebleu(const std::vector<std::string>& arguments) {
  std::vector<std::string> ours;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") {  // what follows are files
      ours.insert(ours.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
      break;
    }
    const std::string_view name = argument.substr(0, argument.find('='));
    const std::string_view value = argument.substr(name.size());
    const auto refused = std::ranges::find(refusals, name, &Refusal::name);
    if (refused != std::end(refusals)) {
      if (refused->remedy == only_utf_8 && i + 1 < arguments.size() && is_utf_8(arguments[i + 1])) {
        ++i;
        continue;
      }
      throw Error(ErrorCode::usage, "sacreBLEU's " + std::string(name) + " is not known here",
                  std::string(refused->remedy));
    }
    const auto spelling = std::ranges::find(spellings, name, &Spelling::theirs);
    if (spelling == std::end(spellings)) {
      ours.emplace_back(argument);
    } else if (!spelling->ours.empty()) {
      ours.push_back(std::string(spelling->ours) + std::string(value));
    } else if (spelling->takes_value && value.empty()) {
      ++i;
    }
  }
  return ours;
}

std::string with_metric_options(std::string_view asked, const MetricOptionValues& values) {
  std::string_view name = asked.substr(0, asked.find(':'));
  const std::string_view own = asked.substr(std::min(asked.size(), name.size() + 1));
  std::string parameters;
  for (const MetricOption& option : options_of_metrics) {
    const auto given = values.find(option.names);
    const bool is_of_it = name == option.metric || (name == "chrf++" && option.metric == "chrf");
    if (is_of_it && given != values.end()) {
      parameters +=
          (parameters.empty() ? "" : ",") + std::string(option.parameter) + '=' + given->second;
    }
  }
  if (!own.empty()) {
    parameters += (parameters.empty() ? "" : ",") + std::string(own);
  }
  return parameters.empty() ? std::string(name) : std::string(name) + ':' + parameters;
}

}  // namespace unspin
