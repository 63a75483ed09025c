#include "scorers/verdict/verdict_model.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <xxhash.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"

namespace unspin {

extern const std::string_view shipped_verdict_model;  // made of verdict.model by the build

namespace {

constexpr std::string_view head = "unspin-verdict 1";
constexpr std::string_view report_mark = "#|";
constexpr std::uint64_t most_bytes = 1 << 20;
constexpr double largest_number = 1e6;  // sums of such stay finite
constexpr double least_deviation = 1e-9;
constexpr std::array<std::string_view, 3> length_names = {"too_short", "sentence", "document"};
constexpr std::array<std::string_view, 2> lexicon_names = {"without-lexicon", "with-lexicon"};

/// The file, line by line, field by field.
class ModelReader {
 public:
  ModelReader(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

  VerdictModel read() {
    next_line();
    expect(line_ == head, fmt::format("the first line should be \"{}\"", head));
    VerdictModel model;
    while (next_line()) {
      if (line_.starts_with('#')) {
        if (line_.starts_with(report_mark)) {
          model.report += line_.substr(std::min(line_.size(), report_mark.size() + 1));
          model.report += '\n';
        }
        continue;
      }
      const std::vector<std::string_view> all = fields();
      if (all[0] == "section") {
        finish(model);
        model.sections.push_back(section(all));
        expect(model.section_for(model.sections.back().length, model.sections.back().has_lexicon) ==
                   &model.sections.back(),
               "the section was there before");
      } else {
        expect(!model.sections.empty(), "a section should come first");
        add_to(model.sections.back(), all);
      }
    }
    expect(!model.sections.empty(), "there is no section");
    finish(model);
    return model;
  }

 private:
  void expect(bool holds, const std::string& what) const {
    if (!holds) {
      throw Error(ErrorCode::unreadable_input, fmt::format("{}: line {}: {}", file_, number_, what),
                  "use a file that unspin train wrote");
    }
  }

  bool next_line() {
    do {
      if (rest_.empty()) {
        return false;
      }
      line_ = rest_.substr(0, rest_.find('\n'));
      rest_.remove_prefix(std::min(rest_.size(), line_.size() + 1));
      ++number_;
    } while (line_.empty());
    return true;
  }

  std::vector<std::string_view> fields() const {
    std::vector<std::string_view> all;
    std::size_t at = 0;
    while ((at = line_.find_first_not_of(" \t\r", at)) != std::string_view::npos) {
      const std::size_t end = std::min(line_.find_first_of(" \t\r", at), line_.size());
      all.push_back(line_.substr(at, end - at));
      at = end;
    }
    expect(!all.empty(), "the line has nothing but blanks");
    return all;
  }

  /// A section is whole: a file that was cut must not judge.
  void finish(const VerdictModel& model) const {
    expect(model.sections.empty() || (has_intercepts_ && features_missing_ == 0),
           "the section above is not whole");
  }

  double number(std::string_view field) const {
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    expect(error == std::errc{} && end == field.data() + field.size() &&
               std::fabs(value) <= largest_number,
           fmt::format("\"{}\" should be a number", field));
    return value;
  }

  VerdictSection section(const std::vector<std::string_view>& all) {
    expect(all.size() == 4,
           "a section has a length, says whether there is a lexicon, and how many features follow");
    const auto length = std::ranges::find(length_names, all[1]);
    const auto lexicon = std::ranges::find(lexicon_names, all[2]);
    expect(length != length_names.end() && lexicon != lexicon_names.end(),
           fmt::format("there is no section \"{} {}\"", all[1], all[2]));
    VerdictSection section;
    section.length = static_cast<TextLength>(length - length_names.begin());
    section.has_lexicon = lexicon == lexicon_names.begin() + 1;
    section.logistic.classes = probable_labels;
    section.logistic.intercepts.assign(probable_labels, 0);
    const double features = number(all[3]);
    expect(features >= 1 && features <= feature_count && std::floor(features) == features,
           fmt::format("a section has 1 to {} features", feature_count));
    features_missing_ = static_cast<std::size_t>(features);
    has_intercepts_ = false;
    return section;
  }

  void add_to(VerdictSection& section, const std::vector<std::string_view>& all) {
    if (all[0] == "flags") {
      expect(all.size() == 3, "an operating point has two numbers");
      section.operating_points.push_back({number(all[1]), number(all[2])});
    } else if (all[0] == "intercept") {
      expect(all.size() == 1 + probable_labels && !has_intercepts_,
             "there is one intercept for each label");
      has_intercepts_ = true;
      for (std::size_t k = 0; k < probable_labels; ++k) {
        section.logistic.intercepts[k] = number(all[1 + k]);
      }
    } else {
      add_feature(section, all);
    }
  }

  void add_feature(VerdictSection& section, const std::vector<std::string_view>& all) {
    expect(all.size() == 6 + probable_labels,
           "a feature has its honest percentiles, mean, deviation and a weight for each label");
    std::size_t feature = 0;
    while (feature < feature_count && info_of(static_cast<Feature>(feature)).name != all[0]) {
      ++feature;
    }
    expect(feature < feature_count, fmt::format("there is no feature \"{}\"", all[0]));
    const double deviation = number(all[5]);
    expect(deviation >= least_deviation, "the deviation should be above 0");
    expect(features_missing_ > 0 &&
               std::ranges::find(section.features, static_cast<Feature>(feature)) ==
                   section.features.end(),
           "the section has this feature, or enough of them");
    --features_missing_;
    section.features.push_back(static_cast<Feature>(feature));
    section.honest.push_back({number(all[1]), number(all[2]), number(all[3])});
    LogisticModel& model = section.logistic;
    model.mean.push_back(number(all[4]));
    model.deviation.push_back(deviation);
    // Class by class: each class gets one more weight.
    const std::size_t columns = model.mean.size();
    for (std::size_t k = 0; k < probable_labels; ++k) {
      model.weights.insert(
          model.weights.begin() + static_cast<std::ptrdiff_t>(k * columns + columns - 1),
          number(all[6 + k]));
    }
  }

  std::string_view rest_;
  const std::string& file_;
  std::string_view line_;
  std::size_t number_ = 0;
  bool has_intercepts_ = true;        // of the last section
  std::size_t features_missing_ = 0;  // in the last section
};

void append_section(const VerdictSection& section, std::string& out) {
  out += fmt::format("\nsection {} {} {}\n", length_names[static_cast<std::size_t>(section.length)],
                     lexicon_names[section.has_lexicon ? 1 : 0], section.features.size());
  for (const auto& point : section.operating_points) {
    out += fmt::format("flags {:.6g} {:.6g}\n", point.max_false_flags, point.least_probability);
  }
  const LogisticModel& model = section.logistic;
  out += fmt::format("{:<20}", "intercept");
  for (const double intercept : model.intercepts) {
    out += fmt::format(" {:>11.6g}", intercept);
  }
  out += '\n';
  for (std::size_t c = 0; c < section.features.size(); ++c) {
    out += fmt::format("{:<20} {:>9.6g} {:>9.6g} {:>9.6g} {:>11.6g} {:>11.6g}",
                       info_of(section.features[c]).name, section.honest[c].least,
                       section.honest[c].median, section.honest[c].most, model.mean[c],
                       model.deviation[c]);
    for (std::size_t k = 0; k < model.classes; ++k) {
      out += fmt::format(" {:>11.6g}", model.weights[k * model.mean.size() + c]);
    }
    out += '\n';
  }
}

}  // namespace

TextLength length_of(const VerdictFeatures& features) {
  const std::size_t words = std::min(features.source_words, features.rewrite_words);
  return words >= least_words_of_document   ? TextLength::document
         : words >= least_words_of_sentence ? TextLength::sentence
                                            : TextLength::too_short;
}

std::array<double, probable_labels> VerdictSection::probabilities(
    const VerdictFeatures& values) const {
  std::array<double, feature_count> row{};
  for (std::size_t c = 0; c < features.size(); ++c) {
    row[c] = values.scaled(features[c]);
  }
  std::array<double, probable_labels> out{};
  logistic.probabilities(std::span(row).first(features.size()), out);
  return out;
}

double VerdictSection::least_probability(double max_false_flags) const {
  double least = std::numeric_limits<double>::infinity();
  for (const OperatingPoint& point : operating_points) {
    if (point.max_false_flags <= max_false_flags) {
      least = point.least_probability;
    }
  }
  return least;
}

Label VerdictSection::decide(const std::array<double, probable_labels>& probabilities,
                             double max_false_flags) const {
  const double flag = probabilities[static_cast<std::size_t>(Label::spun)];
  Label best = Label::verbatim;
  for (const Label label : {Label::paraphrase, Label::unrelated}) {
    if (probabilities[static_cast<std::size_t>(label)] >
        probabilities[static_cast<std::size_t>(best)]) {
      best = label;
    }
  }
  const bool is_flagged = flag > probabilities[static_cast<std::size_t>(best)] &&
                          flag >= least_probability(max_false_flags);
  return is_flagged ? Label::spun : best;
}

const VerdictSection* VerdictModel::section_for(TextLength length, bool has_lexicon) const {
  const auto found = std::ranges::find_if(sections, [&](const VerdictSection& section) {
    return section.length == length && section.has_lexicon == has_lexicon;
  });
  return found == sections.end() ? nullptr : &*found;
}

std::string VerdictModel::text() const {
  std::string out = fmt::format(
      "{}\n\n# A feature's line: what honest pairs have (1st, 50th, 99th percentile of its value), "
      "then of what\n# the model reads (the value, or log(1 + value)) mean, deviation and weights: "
      "{}.\n",
      head, fmt::join(std::span(label_names).first(probable_labels), ", "));
  for (const VerdictSection& section : sections) {
    append_section(section, out);
  }
  out += '\n';
  for (std::string_view rest = report; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    out += fmt::format("{}{}{}\n", report_mark, line.empty() ? "" : " ", line);
  }
  return out;
}

VerdictModel VerdictModel::parse(std::string_view text, const std::string& file) {
  return ModelReader(text, file).read();
}

VerdictModel VerdictModel::read(const std::string& path) {
  return parse(read_document(path, most_bytes), path);
}

const VerdictModel& VerdictModel::shipped() {
  static const VerdictModel model = parse(shipped_verdict_model, "verdict.model");
  return model;
}

std::string VerdictModel::name() const {
  std::string weights;
  for (const VerdictSection& section : sections) {
    append_section(section, weights);
  }
  return fmt::format("model-1-{:08x}", XXH3_64bits(weights.data(), weights.size()) >> 32);
}

}  // namespace unspin
