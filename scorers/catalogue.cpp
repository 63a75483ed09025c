#include "scorers/catalogue.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "engine/io/error.hpp"
#include "engine/score/nearest_name.hpp"

namespace unspin {

// One line a metric.
#define UNSPIN_METRICS(METRIC)     \
  METRIC(bleu)                     \
  METRIC(chrf)                     \
  METRIC(chrf_plus)                \
  METRIC(rouge1)                   \
  METRIC(rouge2)                   \
  METRIC(rouge3)                   \
  METRIC(rouge4)                   \
  METRIC(rouge5)                   \
  METRIC(rouge6)                   \
  METRIC(rouge7)                   \
  METRIC(rouge8)                   \
  METRIC(rouge9)                   \
  METRIC(rouge_l)                  \
  METRIC(rouge_lsum)               \
  METRIC(meteor)                   \
  METRIC(gleu)                     \
  METRIC(nist)                     \
  METRIC(sari)                     \
  METRIC(ibleu)                    \
  METRIC(jaccard)                  \
  METRIC(containment)              \
  METRIC(resemblance)              \
  METRIC(ter)                      \
  METRIC(wer)                      \
  METRIC(levenshtein)              \
  METRIC(word_levenshtein)         \
  METRIC(word_lcs)                 \
  METRIC(osa)                      \
  METRIC(damerau)                  \
  METRIC(jaro)                     \
  METRIC(jaro_winkler)             \
  METRIC(lcs)                      \
  METRIC(indel)                    \
  METRIC(ratio)                    \
  METRIC(token_sort_ratio)         \
  METRIC(token_set_ratio)          \
  METRIC(term_preservation)        \
  METRIC(term_consistency)         \
  METRIC(name_preservation)        \
  METRIC(number_preservation)      \
  METRIC(url_preservation)         \
  METRIC(quote_preservation)       \
  METRIC(substitution_density)     \
  METRIC(substitution_consistency) \
  METRIC(synonym_share)            \
  METRIC(length_ratio)             \
  METRIC(order_kept)               \
  METRIC(word_order)               \
  METRIC(vector_similarity)        \
  METRIC(obfuscation)

#define UNSPIN_DECLARE(name) extern const Scorer name##_scorer;
#define UNSPIN_LIST(name) &name##_scorer,
UNSPIN_METRICS(UNSPIN_DECLARE)

namespace {

constexpr const Scorer* all_scorers[] = {UNSPIN_METRICS(UNSPIN_LIST)};

[[noreturn]] void refuse(const std::string& what, std::string remedy) {
  throw Error(ErrorCode::usage, what, std::move(remedy));
}

double parse_value(const Parameter& parameter, std::string_view text) {
  using Kind = Parameter::Kind;
  if (parameter.kind == Kind::choice) {
    const auto found = std::ranges::find(parameter.choices, text);
    if (found != parameter.choices.end()) {
      return static_cast<double>(found - parameter.choices.begin());
    }
    refuse(fmt::format("{} cannot be \"{}\"", parameter.name, text),
           suggest_name(text, parameter.choices));
  }
  if (parameter.kind == Kind::boolean) {
    if (text == "true" || text == "1" || text == "yes") {
      return 1;
    }
    if (text == "false" || text == "0" || text == "no") {
      return 0;
    }
    refuse(fmt::format("{} cannot be \"{}\"", parameter.name, text), "it is true or false");
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  const bool is_whole = parameter.kind == Kind::real || std::floor(value) == value;
  if (!is_number || !is_whole || !(value >= parameter.least && value <= parameter.most)) {
    refuse(fmt::format("{} cannot be \"{}\"", parameter.name, text),
           fmt::format("it is {} from {} to {}",
                       parameter.kind == Kind::integer ? "a whole number" : "a number",
                       parameter.least, parameter.most));
  }
  return value;
}

/// "smoothing=floor,lowercase=true"; a boolean alone means true.
Selected parse(const Scorer& scorer, std::string_view asked, std::string_view text,
               Scope scope = Scope::pair) {
  Selected selected{&scorer, Settings(scorer.parameters, scope), std::string(asked)};
  const std::vector<Parameter> parameters = settable_parameters(scorer);
  while (!text.empty()) {
    const std::string_view assignment = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), assignment.size() + 1));
    const std::size_t equals = assignment.find('=');
    const std::string_view name = assignment.substr(0, equals);
    const auto found = std::ranges::find(parameters, name, &Parameter::name);
    if (found == parameters.end()) {
      std::vector<std::string_view> known;
      known.reserve(parameters.size());
      for (const Parameter& parameter : parameters) {
        known.push_back(parameter.name);
      }
      refuse(fmt::format("{} has no parameter \"{}\"", scorer.info.name, name),
             known.empty() ? "it has none at all" : suggest_name(name, known));
    }
    const std::string_view text_of_value = equals != std::string_view::npos
                                               ? assignment.substr(equals + 1)
                                           : found->kind == Parameter::Kind::boolean ? "true"
                                                                                     : "";
    const double value = parse_value(*found, text_of_value);
    const auto number = static_cast<std::size_t>(found - parameters.begin());
    if (number < scorer.parameters.size()) {
      selected.settings.set(number, value);
    } else {
      selected.unfolds = value != 0;
    }
  }
  return selected;
}

void add(Selected one, std::vector<Selected>& selected) {
  const bool is_new =
      std::ranges::none_of(selected, [&](const Selected& s) { return s.key == one.key; });
  if (is_new) {
    selected.push_back(std::move(one));
  }
}

}  // namespace

std::span<const Scorer* const> catalogue() { return all_scorers; }

void select(std::string_view asked, std::vector<Selected>& selected, Scope scope) {
  const std::string_view name = asked.substr(0, asked.find(':'));
  std::vector<std::string_view> known{"all"};
  bool found = false;
  for (const Scorer* scorer : all_scorers) {
    const Info& info = scorer->info;
    if (asked == "all" || asked == name_of(info.family)) {
      add(parse(*scorer, info.name, {}, scope), selected);
      found = true;
    } else if (name == info.name) {
      add(parse(*scorer, asked, asked.substr(std::min(asked.size(), name.size() + 1)), scope),
          selected);
      found = true;
    }
    known.push_back(info.name);
    if (std::ranges::find(known, name_of(info.family)) == known.end()) {
      known.push_back(name_of(info.family));
    }
  }
  if (!found && std::ranges::find(known, name) != known.end()) {
    refuse(fmt::format("\"{}\" names several metrics, and parameters belong to one", name),
           fmt::format("ask for {}, or for NAME{}", name, asked.substr(name.size())));
  }
  if (!found) {
    refuse(fmt::format("there is no metric \"{}\"", name), suggest_name(name, known));
  }
}

std::vector<Selected> default_selection() {
  std::vector<Selected> selected;
  for (const Scorer* scorer : all_scorers) {
    if (scorer->info.is_default) {
      add(parse(*scorer, scorer->info.name, {}), selected);
    }
  }
  return selected;
}

}  // namespace unspin
