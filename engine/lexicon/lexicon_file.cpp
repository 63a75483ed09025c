#include "engine/lexicon/lexicon_file.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "engine/io/error.hpp"
#include "engine/lexicon/lexicon_checksum.hpp"
#include "engine/lexicon/lexicon_format.hpp"

namespace unspin {
namespace {

constexpr std::string_view remedy = "Build it anew: unspin lexicon build";

class Opening {
 public:
  explicit Opening(const std::string& path) : path_(path) {}

  LexiconFile run() {
    map();
    check_header();
    LexiconFile lexicon;
    cut(lexicon);
    describe(lexicon);
    lexicon.file = std::move(file_);
    return lexicon;
  }

 private:
  [[noreturn]] void refuse(std::string_view why) const {
    throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}", path_, why),
                std::string(remedy));
  }

  void require(bool holds) const {
    if (!holds) {
      refuse("its parts do not fit together");
    }
  }

  void map() {
    try {
      file_ = MappedFile(path_);
    } catch (const Error& error) {
      throw Error(error.code(), error.what(),
                  fmt::format("{} Or build it anew: unspin lexicon build", error.remedy()));
    }
  }

  void check_header() {
    const auto bytes = file_.bytes();
    if (bytes.size() < lexicon_magic.size() ||
        std::memcmp(bytes.data(), lexicon_magic.data(), lexicon_magic.size()) != 0) {
      refuse(bytes.empty() ? "the file is empty" : "this is not a lexicon");
    }
    if (bytes.size() < sizeof(LexiconHeader)) {
      refuse("the lexicon is cut short");
    }
    std::memcpy(&header_, bytes.data(), sizeof(header_));
    if (header_.byte_order != byte_order_mark) {
      refuse("the lexicon is damaged, or from a machine of another byte order");
    }
    if (header_.version != lexicon_version) {
      refuse(fmt::format("the lexicon is of version {}, this program reads version {}",
                         header_.version, lexicon_version));
    }
    if (header_.bytes != bytes.size()) {
      refuse(fmt::format("the lexicon has {} bytes where it should have {}", bytes.size(),
                         header_.bytes));
    }
    if (lexicon_checksum(bytes.subspan(checksum_begin)) != header_.checksum) {
      refuse("the lexicon is damaged: its checksum is wrong");
    }
    require(header_.sections == section_count && header_.dimensions <= most_dimensions);
  }

  template <class T>
  std::span<const T> section(LexiconSection which) const {
    const auto [offset, size] = header_.places[static_cast<std::size_t>(which)];
    const auto bytes = file_.bytes();
    require(offset % section_alignment == 0 && offset <= bytes.size() &&
            size <= bytes.size() - offset && size % sizeof(T) == 0);
    return {reinterpret_cast<const T*>(bytes.data() + offset), size / sizeof(T)};
  }

  /// The table of which `offsets` is the first section.
  StringTable table(LexiconSection offsets) const {
    const auto first = static_cast<std::uint32_t>(offsets);
    const auto found = StringTable::over(
        section<std::uint32_t>(offsets), section<char>(static_cast<LexiconSection>(first + 1)),
        section<std::uint32_t>(static_cast<LexiconSection>(first + 2)));
    require(found.has_value());
    return *found;
  }

  std::span<const std::uint32_t> numbers(LexiconSection which) const {
    return section<std::uint32_t>(which);
  }

  void cut(LexiconFile& out) const {
    using enum LexiconSection;
    out.entries = table(entry_offsets);
    out.neighbour_offsets = numbers(neighbour_offsets);
    out.neighbour_words = numbers(neighbour_words);
    out.neighbour_testimony = section<std::uint16_t>(neighbour_testimony);
    out.stems = table(stem_offsets);
    out.mate_offsets = numbers(mate_offsets);
    out.mates = numbers(mates);
    out.forms = table(form_offsets);
    out.base_offsets = numbers(base_offsets);
    out.bases = numbers(bases);
    out.vector_words = table(vector_word_offsets);
    out.vectors = section<std::int8_t>(vectors);

    const WordNet::Tables wordnet = {.words = table(wordnet_offsets),
                                     .sense_offsets = numbers(sense_offsets),
                                     .senses = numbers(senses),
                                     .member_offsets = numbers(member_offsets),
                                     .members = numbers(members)};
    out.wordnet = WordNet(wordnet);

    const auto fits = [](std::span<const std::uint32_t> offsets, const StringTable& keys,
                         std::size_t values) {
      return offsets.size() == std::size_t{keys.size()} + 1 && cuts(offsets, values);
    };
    require(fits(out.neighbour_offsets, out.entries, out.neighbour_words.size()));
    require(out.neighbour_testimony.size() == out.neighbour_words.size());
    require(fits(out.mate_offsets, out.stems, out.mates.size()));
    require(fits(out.base_offsets, out.forms, out.bases.size()));
    require(fits(wordnet.sense_offsets, wordnet.words, wordnet.senses.size()));
    require(cuts(wordnet.member_offsets, wordnet.members.size()));
    require(out.vectors.size() == std::size_t{out.vector_words.size()} * header_.dimensions);
  }

  void describe(LexiconFile& out) const {
    Lexicon::Info& info = out.info;
    info.version = header_.version;
    info.hash = header_.checksum;
    info.bytes = header_.bytes;
    info.words = out.entries.size();
    info.dimensions = header_.dimensions;
    info.vectors = out.vector_words.size();

    const auto language_end = std::ranges::find(header_.language, '\0');
    info.language.assign(header_.language.begin(), language_end);
    require(std::ranges::all_of(info.language, [](char c) { return c >= 'a' && c <= 'z'; }));

    const auto names = section<char>(LexiconSection::source_names);
    for (const auto& record : section<LexiconSourceRecord>(LexiconSection::sources)) {
      require(record.resource <= static_cast<std::uint32_t>(Resource::vectors) &&
              record.name_begin <= names.size() &&
              record.name_bytes <= names.size() - record.name_begin);
      const auto name = names.subspan(record.name_begin, record.name_bytes);
      info.sources.push_back({.resource = static_cast<Resource>(record.resource),
                              .name = std::string(name.begin(), name.end()),
                              .relations = record.relations});
    }
  }

  const std::string& path_;
  MappedFile file_;
  LexiconHeader header_;
};

}  // namespace

LexiconFile open_lexicon_file(const std::string& path) { return Opening(path).run(); }

}  // namespace unspin
