#include "engine/evaluate/corpus_metric.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <unicode/uversion.h>

namespace unspin {
namespace {

std::vector<std::size_t> used_places(const Selected& selected) {
  std::vector<std::size_t> places;
  std::size_t at = 0;
  for (const Statistic& statistic : selected.scorer->statistics) {
    const std::size_t used =
        statistic.used == nullptr ? statistic.most : statistic.used(selected.settings);
    for (std::size_t i = 0; i < used; ++i) {
      places.push_back(at + i);
    }
    at += statistic.most;
  }
  return places;
}

std::string value_of(const Parameter& parameter, const Settings& settings, std::size_t number) {
  switch (parameter.kind) {
    case Parameter::Kind::boolean:
      return settings.flag(number) ? "yes" : "no";
    case Parameter::Kind::choice:
      return std::string(parameter.choices[settings.count(number)]);
    default:
      return fmt::format("{}", settings.real(number));
  }
}

}  // namespace

CorpusMetric::CorpusMetric(Selected of_corpus, Selected of_segment)
    : corpus_(std::move(of_corpus)), segment_(std::move(of_segment)) {
  if (is_mean()) {
    width_ = scorer().value_count() + 1;
  } else {
    places_ = used_places(corpus_);
    width_ = places_.size();
  }
}

std::string CorpusMetric::title() const {
  return scorer().title == nullptr || corpus_.unfolds ? corpus_.key
                                                      : scorer().title(corpus_.settings);
}

Measured CorpusMetric::measure(PreparedPair& pair, std::span<double> numbers) const {
  std::array<double, Scorer::most_statistics> statistics{};
  PreparedPair& read = corpus_.unfolds ? pair.as_meant() : pair;
  const Measured outcome = scorer().measure(
      read, corpus_.settings, std::span(statistics).first(scorer().statistic_count()));
  std::ranges::fill(numbers, 0.0);
  if (outcome != Measured::done) {
    return outcome;
  }
  if (!is_mean()) {
    std::ranges::transform(places_, numbers.begin(),
                           [&](std::size_t at) { return statistics[at]; });
    return outcome;
  }
  const auto values = numbers.first(scorer().value_count());
  scorer().finish(std::span(statistics).first(scorer().statistic_count()), segment_.settings,
                  values);
  if (std::isnan(values[scorer().primary])) {
    std::ranges::fill(values, 0.0);
    return Measured::undefined;
  }
  numbers[values.size()] = 1;
  return outcome;
}

std::array<double, Scorer::most_statistics> CorpusMetric::unpacked(
    std::span<const double> numbers) const {
  std::array<double, Scorer::most_statistics> statistics{};
  for (std::size_t i = 0; i < places_.size(); ++i) {
    statistics[places_[i]] = numbers[i];
  }
  return statistics;
}

CorpusMetric::Values CorpusMetric::finish(std::span<const double> sums) const {
  Values values{};
  const std::size_t count = scorer().value_count();
  if (is_mean()) {
    for (std::size_t i = 0; i < count; ++i) {
      values[i] = sums[count] > 0 ? sums[i] / sums[count] : no_value;
    }
  } else {
    const auto statistics = unpacked(sums);
    scorer().finish(std::span(statistics).first(scorer().statistic_count()), corpus_.settings,
                    std::span(values).first(count));
  }
  return values;
}

double CorpusMetric::finish_single(std::span<const double> sums) const {
  Values values{};
  const auto statistics = unpacked(sums);
  scorer().finish_single(std::span(statistics).first(scorer().statistic_count()), corpus_.settings,
                         std::span(values).first(scorer().value_count()));
  return values[scorer().primary];
}

double CorpusMetric::primary(std::span<const double> sums) const {
  return finish(sums)[scorer().primary];
}

CorpusMetric::Values CorpusMetric::segment_values(std::span<const double> numbers) const {
  if (is_mean()) {
    return finish(numbers);
  }
  Values values{};
  const auto statistics = unpacked(numbers);
  scorer().finish(std::span(statistics).first(scorer().statistic_count()), segment_.settings,
                  std::span(values).first(scorer().value_count()));
  return values;
}

std::string CorpusMetric::details(std::span<const double> sums) const {
  return details_of(sums, corpus_.settings);
}

std::string CorpusMetric::segment_details(std::span<const double> numbers) const {
  return details_of(numbers, segment_.settings);
}

std::string CorpusMetric::details_of(std::span<const double> sums, const Settings& settings) const {
  if (scorer().details == nullptr) {
    return {};
  }
  const auto statistics = unpacked(sums);
  return scorer().details(std::span(statistics).first(scorer().statistic_count()), settings);
}

std::string CorpusMetric::signature_of(const Selected& selected, std::size_t references,
                                       std::string_view lexicon, std::string_view over) const {
  if (scorer().signature != nullptr && !selected.unfolds) {
    return scorer().signature(selected.settings, references);
  }
  std::string signature = fmt::format("nrefs:{}|corpus:{}", references, over);
  for (std::size_t i = 0; i < scorer().parameters.size(); ++i) {
    const Parameter& parameter = scorer().parameters[i];
    signature += fmt::format("|{}:{}", parameter.name, value_of(parameter, selected.settings, i));
  }
  if (selected.unfolds) {
    signature += "|unfold:yes";
  }
  UVersionInfo version{};
  u_getVersion(version);
  return signature + fmt::format("|lexicon:{}|icu:{}.{}|version:unspin-{}",
                                 asks_lexicon() ? lexicon : "none", version[0], version[1],
                                 UNSPIN_VERSION);
}

bool CorpusMetric::asks_lexicon() const {
  const Info& info = scorer().info;
  return info.asks_lexicon || info.family == Family::term || info.family == Family::spin;
}

std::string CorpusMetric::signature(std::size_t references, std::string_view lexicon) const {
  return signature_of(corpus_, references, lexicon, name_of(scorer().info.corpus));
}

std::string CorpusMetric::segment_signature(std::size_t references,
                                            std::string_view lexicon) const {
  return signature_of(segment_, references, lexicon, "none");
}

}  // namespace unspin
