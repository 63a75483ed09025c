#include "engine/lexicon/lexicon_writer.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>

#include "engine/lexicon/lexicon_checksum.hpp"
#include "engine/lexicon/lexicon_format.hpp"
#include "engine/lexicon/stemmer.hpp"
#include "engine/lexicon/string_table.hpp"

namespace unspin {
namespace {

/// What a stem offers; a word that is no form of the first six is none of the others either.
constexpr std::size_t most_mates = 6;

/// Keys, and the numbers that belong to each.
struct MultiMap {
  StringTableArrays keys;
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> values;
};

MultiMap make_multi_map(const std::map<std::string, std::vector<std::uint32_t>>& lists) {
  MultiMap made;
  std::vector<std::string_view> keys;
  keys.reserve(lists.size());
  made.offsets.push_back(0);
  for (const auto& [key, values] : lists) {
    keys.push_back(key);
    made.values.insert(made.values.end(), values.begin(), values.end());
    made.offsets.push_back(static_cast<std::uint32_t>(made.values.size()));
  }
  made.keys = make_string_table(keys);
  return made;
}

class Writer {
 public:
  Writer(const LexiconDraft& draft, const std::string& language)
      : draft_(draft), language_(language) {
    std::ranges::copy(language, header_.language.begin());
    out_.resize(sizeof(LexiconHeader));
  }

  std::string run() {
    number_entries();
    add_sources();
    add_table(LexiconSection::entry_offsets, make_string_table(texts_));
    add_neighbours();
    add_map(LexiconSection::stem_offsets, LexiconSection::mate_offsets, stems());
    add_map(LexiconSection::form_offsets, LexiconSection::base_offsets, forms());
    add_vectors();
    add_wordnet();
    finish();
    return std::move(out_);
  }

 private:
  /// Entries get their numbers in the order of their bytes, whatever the order of the sources.
  void number_entries() {
    const Vocabulary& entries = draft_.entries();
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t entry) { return entries.text(entry); });
    number_of_.resize(order.size());
    texts_.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      number_of_[order[i]] = static_cast<std::uint32_t>(i);
      texts_.push_back(entries.text(order[i]));
    }
  }

  void add_sources() {
    std::vector<LexiconSourceRecord> records;
    std::string names;
    for (const auto& source : draft_.sources()) {
      records.push_back({.relations = source.relations,
                         .name_begin = static_cast<std::uint32_t>(names.size()),
                         .name_bytes = static_cast<std::uint32_t>(source.name.size()),
                         .resource = static_cast<std::uint32_t>(source.resource)});
      names += source.name;
    }
    add(LexiconSection::sources, std::span<const LexiconSourceRecord>(records));
    add(LexiconSection::source_names, std::span<const char>(names));
  }

  void add_neighbours() {
    const auto& pairs = draft_.pairs();
    std::vector<std::uint32_t> offsets(texts_.size() + 1);
    for (const RelationList::Pair& pair : pairs) {
      ++offsets[number_of_[pair.low] + 1];
      ++offsets[number_of_[pair.high] + 1];
    }
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());

    // A neighbour and its testimony in one number, to be sorted together.
    std::vector<std::uint64_t> beside(offsets.back());
    std::vector<std::uint32_t> filled(offsets.begin(), offsets.end() - 1);
    for (const RelationList::Pair& pair : pairs) {
      const std::uint32_t low = number_of_[pair.low];
      const std::uint32_t high = number_of_[pair.high];
      beside[filled[low]++] = std::uint64_t{high} << 16 | pack(pair.from_low);
      beside[filled[high]++] = std::uint64_t{low} << 16 | pack(pair.from_high);
    }
    std::vector<std::uint32_t> words(beside.size());
    std::vector<std::uint16_t> testimony(beside.size());
    for (std::size_t word = 0; word < texts_.size(); ++word) {
      std::sort(beside.begin() + offsets[word], beside.begin() + offsets[word + 1]);
    }
    for (std::size_t i = 0; i < beside.size(); ++i) {
      words[i] = static_cast<std::uint32_t>(beside[i] >> 16);
      testimony[i] = static_cast<std::uint16_t>(beside[i]);
    }
    add(LexiconSection::neighbour_offsets, std::span<const std::uint32_t>(offsets));
    add(LexiconSection::neighbour_words, std::span<const std::uint32_t>(words));
    add(LexiconSection::neighbour_testimony, std::span<const std::uint16_t>(testimony));
  }

  MultiMap stems() const {
    std::map<std::string, std::vector<std::uint32_t>> mates_of;
    Stemmer stemmer(language_);
    for (std::size_t word = 0; word < texts_.size(); ++word) {
      if (texts_[word].find(' ') == std::string_view::npos) {
        mates_of[std::string(stemmer.stem(texts_[word]))].push_back(
            static_cast<std::uint32_t>(word));
      }
    }
    for (auto& [stem, mates] : mates_of) {
      std::ranges::stable_sort(mates, {}, [&](std::uint32_t word) { return texts_[word].size(); });
      mates.resize(std::min(mates.size(), most_mates));
    }
    return make_multi_map(mates_of);
  }

  /// Irregular forms of those words that are entries.
  MultiMap forms() const {
    std::map<std::string, std::vector<std::uint32_t>> bases_of;
    for (const auto& [form, base] : draft_.forms()) {
      const auto at = std::ranges::lower_bound(texts_, std::string_view(base));
      if (at == texts_.end() || *at != base) {
        continue;
      }
      std::vector<std::uint32_t>& bases = bases_of[form];
      const auto entry = static_cast<std::uint32_t>(at - texts_.begin());
      if (std::ranges::find(bases, entry) == bases.end()) {
        bases.push_back(entry);
      }
    }
    return make_multi_map(bases_of);
  }

  void add_vectors() {
    const LexiconDraft::Vectors& vectors = draft_.vectors;
    header_.dimensions = vectors.dimensions;
    add_words(LexiconSection::vector_word_offsets, vectors.words);
    add(LexiconSection::vectors, std::span<const std::int8_t>(vectors.numbers));
  }

  void add_wordnet() {
    const WordNetDraft::Arrays arrays = draft_.wordnet.arrays();
    add_words(LexiconSection::wordnet_offsets, draft_.wordnet.words());
    add(LexiconSection::sense_offsets, std::span<const std::uint32_t>(arrays.sense_offsets));
    add(LexiconSection::senses, std::span<const std::uint32_t>(arrays.senses));
    add(LexiconSection::member_offsets, std::span<const std::uint32_t>(arrays.member_offsets));
    add(LexiconSection::members, std::span<const std::uint32_t>(arrays.members));
  }

  /// Three sections from `first` on, as the next.
  void add_words(LexiconSection first, const Vocabulary& words) {
    std::vector<std::string_view> texts;
    texts.reserve(words.size());
    for (std::uint32_t word = 0; word < words.size(); ++word) {
      texts.push_back(words.text(word));
    }
    add_table(first, make_string_table(texts));
  }

  void add_table(LexiconSection first, const StringTableArrays& table) {
    const auto number = static_cast<std::uint32_t>(first);
    add(first, std::span<const std::uint32_t>(table.offsets));
    add(static_cast<LexiconSection>(number + 1), std::span<const char>(table.bytes));
    add(static_cast<LexiconSection>(number + 2), std::span<const std::uint32_t>(table.slots));
  }

  void add_map(LexiconSection keys, LexiconSection offsets, const MultiMap& map) {
    add_table(keys, map.keys);
    add(offsets, std::span<const std::uint32_t>(map.offsets));
    add(static_cast<LexiconSection>(static_cast<std::uint32_t>(offsets) + 1),
        std::span<const std::uint32_t>(map.values));
  }

  template <class T>
  void add(LexiconSection section, std::span<const T> values) {
    out_.resize((out_.size() + section_alignment - 1) / section_alignment * section_alignment);
    header_.places[static_cast<std::size_t>(section)] = {out_.size(), values.size_bytes()};
    out_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }

  void finish() {
    header_.bytes = out_.size();
    std::memcpy(out_.data(), &header_, sizeof(header_));
    header_.checksum = lexicon_checksum(std::as_bytes(std::span(out_)).subspan(checksum_begin));
    std::memcpy(out_.data(), &header_, sizeof(header_));
  }

  const LexiconDraft& draft_;
  const std::string& language_;
  std::vector<std::uint32_t> number_of_;  // of an entry of the draft
  std::vector<std::string_view> texts_;
  LexiconHeader header_;
  std::string out_;
};

}  // namespace

std::string lexicon_bytes(const LexiconDraft& draft, const std::string& language) {
  return Writer(draft, language).run();
}

}  // namespace unspin
