#include "bench/training/training_set.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <unordered_set>

#include "bench/training/near_copies.hpp"
#include "bench/training/spun_words.hpp"

namespace unspin::training {
namespace {

constexpr Size excerpt_size{10, 60};
constexpr Size page_size{90, 300};  // real spun pages are short
constexpr Size document_size{80, 1200};
constexpr double cut_to_pages = 1.0 / 3;
constexpr double with_excerpt = 1.0 / 3;
/// With fewer swaps nobody could tell; and of 73 real spins none of a known family had fewer than
/// 5, or 3 of content words, in 100 words. A vocabulary that finds too little in a text makes no
/// spin.
constexpr Density least_density{.naive = 3};
constexpr Density least_wild_density{.naive = 5, .content = 3};

/// Texts in the English of 1900 and before: spinners work on web pages.
bool is_old(std::string_view kind) {
  constexpr std::string_view kinds[] = {"bible", "quixote", "iliad", "treasury", "livy", "fairy"};
  return std::ranges::any_of(
      kinds, [kind](std::string_view old) { return kind.find(old) != std::string_view::npos; });
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

}  // namespace

void SetMaker::make() {
  for (const LabelledText& text : materials_.texts) {
    if (text.purpose == purpose_) {
      add_honest(text);
    }
  }
  if (purpose_ == Purpose::evaluation) {
    std::ranges::for_each(materials_.corpora, [this](const auto& text) { add_honest(text); });
  }
  collect_originals();
  for (std::size_t i = 0; i < originals_.size(); ++i) {
    add_spins(originals_[i]);
    add_copies(originals_[i]);
    for (int number = 0; number < 2; ++number) {
      add_unrelated(i, number);
    }
  }
}

void SetMaker::collect_originals() {
  std::unordered_set<std::string_view> known;
  const auto collect = [&](const LabelledText& text, bool is_article) {
    if (count_words(text.source) >= document_size.least && known.insert(text.source).second) {
      originals_.push_back({text.id, text.source, text.group, is_article, !is_old(text.kind)});
    }
  };
  for (const LabelledText& text : materials_.texts) {
    const bool is_article = text.kind.starts_with("onestop/");
    if (text.purpose == purpose_ && !text.is_sentence && text.kind != "onestop/mismatched" &&
        (is_article || purpose_ == Purpose::training)) {
      collect(text, is_article);
    }
  }
  if (purpose_ == Purpose::evaluation) {
    std::ranges::for_each(materials_.corpora, [&](const auto& text) { collect(text, true); });
  }
}

void SetMaker::add(const TrainingRow& row) {
  write(row, sink_);
  ++counts_[fmt::format("{:<10} {}", name_of(row.label), row.is_excerpt ? "excerpt" : "document")];
}

void SetMaker::add_honest(const LabelledText& text) {
  TrainingRow row{.id = text.id,
                  .source = text.source,
                  .rewrite = text.rewrite,
                  .origin = text.group,
                  .kind = text.kind,
                  .is_excerpt = text.is_sentence};
  pair_.assign({row.source, row.rewrite});
  const bool is_spun = text.note == "spun";
  row.label = is_spun              ? PairLabel::spun
              : text.is_mismatched ? PairLabel::unrelated
                                   : honest_label(pair_);
  if (is_spun) {
    row.family = text.kind.substr(text.kind.rfind('-') + 1);
    row.style = "by hand";
  }
  add(row);
  if (text.is_sentence) {
    return;
  }
  // Training has few honest pairs and takes more of each.
  Random random(seed_of(row.id + "/parts"));
  const double share = purpose_ == Purpose::training ? 1 : with_excerpt;
  if (random.chance(share)) {
    add_part(row, excerpt_size, true, "excerpt");
  }
  if (random.chance(share)) {
    add_part(row, page_size, false, "page");
  }
  if (purpose_ == Purpose::training) {
    add_part(row, excerpt_size, true, "another-excerpt");
  }
}

void SetMaker::add_part(const TrainingRow& whole, Size size, bool is_excerpt,
                        const std::string& suffix) {
  TrainingRow row = whole;
  row.id += "/" + suffix;
  row.is_excerpt = is_excerpt;
  Random random(seed_of(row.id));
  if (whole.label == PairLabel::unrelated) {
    row.source = cut_sentences(whole.source, size, random);
    row.rewrite = cut_sentences(whole.rewrite, size, random);
    if (std::min(count_words(row.source), count_words(row.rewrite)) < size.least) {
      return;
    }
  } else {
    pair_.assign({whole.source, whole.rewrite});
    std::optional<Excerpt> part = cut_pair(pair_, size, random);
    if (!part) {
      return;
    }
    row.source = std::move(part->source);
    row.rewrite = std::move(part->rewrite);
    pair_.assign({row.source, row.rewrite});
    if (whole.label == PairLabel::spun) {
      if (pair_.swaps().content_swaps < 2) {
        return;
      }
    } else {
      row.label = honest_label(pair_);
    }
  }
  add(row);
}

void SetMaker::add_spins(const Original& original) {
  const auto add_family = [&](const std::string& family, int count) {
    for (int number = 0; number < count; ++number) {
      add_spin(original, family, number);
    }
  };
  if (purpose_ == Purpose::evaluation) {
    for (const std::string& family : wild_families()) {
      add_family(family, 2);
    }
    add_family("light", 2);
    add_family("thesaurus", 2);
  } else if (original.is_article) {
    for (const std::string& family : all_families()) {
      add_family(family, family == "light" || family == "thesaurus" ? 3 : 1);
    }
  } else {
    Random random(seed_of(original.id));
    const int count = original.is_modern ? 4 : random.chance(0.4) ? 1 : 0;
    const std::size_t first = random.below(all_families().size());
    for (int number = 0; number < count; ++number) {
      const std::size_t family = first + static_cast<std::size_t>(number) * 3;
      add_family(all_families()[family % all_families().size()], 1);
    }
  }
}

void SetMaker::add_spin(const Original& original, const std::string& family, int number) {
  TrainingRow row{.id = fmt::format("{}/{}/{}", original.id, family, number),
                  .label = PairLabel::spun,
                  .origin = original.group,
                  .kind = "spin",
                  .family = family};
  const std::uint64_t seed = seed_of(row.id);
  Random random(seed);
  const Style style = drawn_style(family, random);
  row.style = style.described();
  row.source = cut_sentences(
      original.text,
      random.chance(cut_to_pages) ? page_size : Size{document_size.most, document_size.most},
      random);
  row.rewrite =
      Spinner(materials_.thesaurus, vocabularies_of(style), style).spin(row.source, seed).text;
  pair_.assign({row.source, row.rewrite});
  const Density density = density_of(pair_);
  const bool is_wild = std::ranges::count(wild_families(), family) > 0;
  const Density least = is_wild ? least_wild_density : least_density;
  if (density.naive < least.naive || density.content < least.content) {
    return;
  }
  densities_[family].push_back(density);
  add(row);
  if (random.chance(with_excerpt)) {
    add_part(row, excerpt_size, true, "excerpt");
  }
}

std::vector<const SwapList*> SetMaker::vocabularies_of(const Style& style) const {
  std::vector<const SwapList*> vocabularies;
  for (const std::string& name : {style.vocabulary, style.second_vocabulary}) {
    if (const auto observed = materials_.observed.find(name);
        observed != materials_.observed.end()) {
      vocabularies.push_back(&observed->second);
    }
  }
  return vocabularies;
}

void SetMaker::add_copies(const Original& original) {
  Random random(seed_of(original.id + "/copies"));
  const std::string text = cut_sentences(
      original.text,
      random.chance(cut_to_pages) ? page_size : Size{document_size.most, document_size.most},
      random);
  Original part = original;
  part.text = text;
  const std::pair<const char*, std::string> copies[] = {
      {"identical", text},
      {"typos", with_typos(text, random)},
      {"hidden", with_hidden_characters(text, random)},
      {"typography", with_other_typography(text, random)},
      {"shortened", rearranged(text, random.between(0.05, 0.6), 0, random.next())},
      {"edited", edited(original, text, random)}};
  const bool takes_all = original.is_article && purpose_ == Purpose::training;
  for (const auto& [how, copy] : copies) {
    if (takes_all || random.chance(0.4)) {
      add_copy(part, how, copy);
    }
  }
}

/// The text with one to three words changed.
std::string SetMaker::edited(const Original& original, std::string_view text,
                             Random& random) const {
  const auto changes = static_cast<double>(1 + random.below(3));
  const Style style{.density = 100 * (changes - 0.5) / static_cast<double>(count_words(text)),
                    .coverage = 0.3};
  return Spinner(materials_.thesaurus, {}, style).spin(text, seed_of(original.id)).text;
}

void SetMaker::add_copy(const Original& original, const std::string& how, const std::string& text) {
  const TrainingRow row{.id = original.id + "/copy-" + how,
                        .source = original.text,
                        .rewrite = text,
                        .label = PairLabel::verbatim,
                        .origin = original.group,
                        .kind = "copy/" + how};
  add(row);
  if (Random(seed_of(row.id)).chance(with_excerpt)) {
    add_part(row, excerpt_size, true, "excerpt");
  }
}

void SetMaker::add_unrelated(std::size_t original, int number) {
  const Original& first = originals_[original];
  TrainingRow row{.id = fmt::format("{}/unrelated/{}", first.id, number),
                  .label = PairLabel::unrelated,
                  .origin = first.group,
                  .kind = "unrelated",
                  .is_excerpt = number > 0};
  Random random(seed_of(row.id));
  const Original& other = originals_[random.below(originals_.size())];
  if (other.group == first.group) {
    return;
  }
  const Size size = row.is_excerpt                ? excerpt_size
                    : random.chance(cut_to_pages) ? page_size
                                                  : document_size;
  row.source = cut_sentences(first.text, size, random);
  row.rewrite = cut_sentences(other.text, size, random);
  row.origin += " + " + other.group;
  if (std::min(count_words(row.source), count_words(row.rewrite)) >= excerpt_size.least) {
    add(row);
  }
}

std::string SetMaker::tally() const {
  std::string text;
  std::size_t total = 0;
  for (const auto& [what, count] : counts_) {
    total += count;
    fmt::format_to(std::back_inserter(text), "{:<22} {:>6}\n", what, count);
  }
  fmt::format_to(std::back_inserter(text), "{:<22} {:>6}\n\n", "rows", total);
  fmt::format_to(std::back_inserter(text), "{:<10} {:>5}  {:^17}  {:^17}\n", "family", "spins",
                 "naive 5% 50% 95%", "content 5% 50% 95%");
  for (const auto& [family, densities] : densities_) {
    fmt::format_to(std::back_inserter(text), "{:<10} {:>5}", family, densities.size());
    for (const auto member : {&Density::naive, &Density::content}) {
      std::vector<double> values;
      std::ranges::transform(densities, std::back_inserter(values), member);
      fmt::format_to(std::back_inserter(text), "  {:5.1f} {:5.1f} {:5.1f}",
                     percentile(values, 0.05), percentile(values, 0.5), percentile(values, 0.95));
    }
    text += '\n';
  }
  return text;
}

}  // namespace unspin::training
