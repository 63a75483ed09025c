#include "engine/lexicon/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <utility>

#include "engine/lexicon/lexicon_file.hpp"
#include "engine/lexicon/stemmer.hpp"

namespace unspin {
namespace {

/// A lexicon is shared, a stemmer is not: each thread keeps its own, one a language.
Stemmer& stemmer_of(const std::string& language) {
  thread_local std::map<std::string, Stemmer> stemmers;
  const auto at = stemmers.find(language);
  return at != stemmers.end() ? at->second : stemmers.emplace(language, language).first->second;
}

/// What belongs to the key with this number; nothing if there is none.
std::span<const std::uint32_t> values_of(std::uint32_t key, std::span<const std::uint32_t> offsets,
                                         std::span<const std::uint32_t> values) {
  if (key == StringTable::none) {
    return {};
  }
  return values.subspan(offsets[key], offsets[key + 1] - offsets[key]);
}

std::string_view proper_name_of(Resource resource) {
  constexpr std::array<std::string_view, 4> names = {"WordNet", "MyThes", "Moby", "vectors"};
  return names[static_cast<std::size_t>(resource)];
}

/// Collects distinct entries while there is room for them.
class Collector {
 public:
  Collector(std::span<Lexicon::WordId> out, std::uint32_t entries) : out_(out), entries_(entries) {}

  void add(Lexicon::WordId word) {
    const auto found = out_.first(size_);
    if (word < entries_ && size_ < out_.size() && std::ranges::find(found, word) == found.end()) {
      out_[size_++] = word;
    }
  }

  bool is_full() const { return size_ == out_.size(); }
  std::size_t size() const { return size_; }

 private:
  std::span<Lexicon::WordId> out_;
  std::uint32_t entries_;
  std::size_t size_ = 0;
};

/// Entries of which `word`, a single one or a phrase as a whole, may be a form.
void add_forms(const LexiconFile& file, std::string_view word, Collector& out) {
  out.add(file.entries.find(word));
  const std::string_view bare = without_possessive(word);
  if (bare.size() < word.size()) {
    out.add(file.entries.find(bare));
  }
  for (const Lexicon::WordId base :
       values_of(file.forms.find(bare), file.base_offsets, file.bases)) {
    out.add(base);
  }
  if (out.is_full() || word.find(' ') != std::string_view::npos) {
    return;
  }
  const std::string_view stem = stemmer_of(file.info.language).stem(word);
  for (const Lexicon::WordId mate :
       values_of(file.stems.find(stem), file.mate_offsets, file.mates)) {
    out.add(mate);
  }
}

}  // namespace

struct Lexicon::Mapped : LexiconFile {};

Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;

std::shared_ptr<const Lexicon> Lexicon::open(const std::string& path) {
  const std::shared_ptr<Lexicon> lexicon(new Lexicon());
  lexicon->mapped_ = std::make_unique<Mapped>(Mapped{open_lexicon_file(path)});
  return lexicon;
}

const Lexicon::Info& Lexicon::info() const { return mapped_->info; }

Lexicon::WordId Lexicon::find(std::string_view folded) const {
  static_assert(unknown == StringTable::none);
  return mapped_->entries.find(folded);
}

std::string_view Lexicon::text(WordId word) const { return mapped_->entries.text(word); }

Lexicon::WordId Lexicon::first_phrase(std::string_view first) const {
  const std::string prefix = std::string(first) + ' ';
  WordId low = 0;
  for (WordId count = size(); count > 0;) {  // entries ascend by their bytes
    const WordId half = count / 2;
    const bool is_below = text(low + half) < prefix;
    low += is_below ? half + 1 : 0;
    count = is_below ? count - half - 1 : half;
  }
  return low;
}

std::size_t Lexicon::base_forms(std::string_view folded, std::span<WordId> out) const {
  const LexiconFile& file = *mapped_;
  Collector found(out, file.entries.size());
  add_forms(file, folded, found);
  const std::size_t first_blank = folded.find(' ');
  if (first_blank == std::string_view::npos || found.is_full()) {
    return found.size();
  }

  // Of a phrase one word is inflected: the first ("carried out") or the last ("best practices").
  std::array<WordId, 8> forms = {};
  std::string phrase;
  const std::size_t last_blank = folded.rfind(' ');
  const auto try_forms_of = [&](std::size_t begin, std::size_t end) {
    Collector bases(forms, file.entries.size());
    add_forms(file, folded.substr(begin, end - begin), bases);
    for (const WordId base : std::span(forms).first(bases.size())) {
      phrase.assign(folded.substr(0, begin)).append(text(base)).append(folded.substr(end));
      found.add(find(phrase));
    }
  };
  try_forms_of(0, first_blank);
  try_forms_of(last_blank + 1, folded.size());
  return found.size();
}

Lexicon::Neighbours Lexicon::neighbours(WordId word) const {
  if (word >= size()) {
    return {};
  }
  const std::uint32_t begin = mapped_->neighbour_offsets[word];
  const std::uint32_t count = mapped_->neighbour_offsets[word + 1] - begin;
  return {mapped_->neighbour_words.subspan(begin, count),
          mapped_->neighbour_testimony.subspan(begin, count)};
}

Testimony Lexicon::testimony_of(std::uint16_t packed) {
  // As pack() in lexicon_format.hpp; numbers that it never writes become the last of their kind.
  const unsigned part = packed >> 4 & 7u;
  return {.resource = static_cast<Resource>(packed & 3u),
          .relation = static_cast<Relation>(std::min(packed >> 2 & 3u, 2u)),
          .part = static_cast<PartOfSpeech>(std::min(part, 4u)),
          .sense = static_cast<std::uint8_t>(packed >> 8),
          .head_is_second = (packed >> 7 & 1u) != 0};
}

std::optional<Testimony> Lexicon::relation(WordId a, WordId b) const {
  const Neighbours beside = neighbours(a);
  const auto at = std::ranges::lower_bound(beside.words, b);
  if (at == beside.words.end() || *at != b) {
    return std::nullopt;
  }
  return testimony_of(beside.testimony[static_cast<std::size_t>(at - beside.words.begin())]);
}

std::string Lexicon::describe(const Testimony& testimony, WordId a, WordId b) const {
  const std::string_view name = proper_name_of(testimony.resource);
  if (testimony.resource == Resource::vectors) {
    const auto similarity = cosine(text(a), text(b));
    return similarity ? fmt::format("{} {:.2f}", name, *similarity) : std::string(name);
  }
  const std::string_view head = text(testimony.head_is_second ? b : a);
  std::string said;
  said.reserve(name.size() + head.size() + 5);
  said.append(name).append(1, ' ').append(head);
  if (testimony.sense > 0) {
    said.append(1, '#').append(std::to_string(testimony.sense));
  }
  return said;
}

std::span<const std::int8_t> Lexicon::vector(std::string_view folded) const {
  const std::uint32_t word = mapped_->vector_words.find(folded);
  if (word == StringTable::none) {
    return {};
  }
  const std::size_t dimensions = mapped_->info.dimensions;
  return mapped_->vectors.subspan(word * dimensions, dimensions);
}

std::optional<double> Lexicon::cosine(std::string_view a, std::string_view b) const {
  const auto first = vector(a);
  const auto second = first.empty() ? first : vector(b);
  if (second.empty()) {
    return std::nullopt;
  }
  std::int32_t product = 0;  // at most 4096 · 127²: all three are exact, and so is their product
  std::int32_t length_a = 0;
  std::int32_t length_b = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    product += first[i] * second[i];
    length_a += first[i] * first[i];
    length_b += second[i] * second[i];
  }
  const double lengths = static_cast<double>(length_a) * length_b;
  return lengths > 0 ? std::optional(product / std::sqrt(lengths)) : std::nullopt;
}

const WordNet& Lexicon::wordnet() const { return mapped_->wordnet; }

std::string_view name_of(Resource resource) {
  constexpr std::array<std::string_view, 4> names = {"wordnet", "mythes", "moby", "vectors"};
  return names[static_cast<std::size_t>(resource)];
}

}  // namespace unspin
