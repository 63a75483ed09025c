#include "bench/inputs.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <memory>
#include <string_view>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/io/records.hpp"
#include "engine/text/sentences.hpp"
#include "engine/text/white_space.hpp"

namespace unspin::bench {
namespace {

constexpr std::string_view ascii_articles[] = {"city-bees", "first-10k"};
constexpr std::string_view typographic_articles[] = {"old-newspapers", "railway-station"};
constexpr std::string_view versions[] = {"spun", "reworded", "shortened", "same_topic"};

/// Shorter ones are titles and sub-headings.
constexpr std::size_t least_sentence_bytes = 60;

std::string read_article(std::string_view article, std::string_view version) {
  constexpr std::uint64_t most_bytes = 1 << 20;
  return read_document(fmt::format("{}/{}/{}.txt", UNSPIN_CORPORA, article, version), most_bytes);
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::uint32_t> starts = sentence_starts(text);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    sentences.emplace_back(strip_end(text.substr(starts[i], starts[i + 1] - starts[i])));
  }
  return sentences;
}

void pair_sentences(std::string_view original, std::string_view spun, PairSet& set) {
  std::vector<std::string> sources = sentences_of(original);
  std::vector<std::string> rewrites = sentences_of(spun);
  for (std::size_t i = 0; i < std::min(sources.size(), rewrites.size()); ++i) {
    const auto [shorter, longer] = std::minmax({sources[i].size(), rewrites[i].size()});
    if (shorter < least_sentence_bytes || longer * 10 > shorter * 14) {
      continue;
    }
    set.pairs.push_back({std::move(sources[i]), std::move(rewrites[i])});
  }
}

void add_article(std::string_view article, std::string& originals, Inputs& inputs) {
  const std::string original = read_article(article, "original");
  originals += original;
  for (const std::string_view version : versions) {
    inputs.article_pairs.pairs.push_back(
        {original, read_article(article, version), std::string(version)});
  }
  pair_sentences(original, read_article(article, "spun"), inputs.short_pairs);
}

/// The text with the letter behind each of its longer words: another text of the same build.
std::string varied(std::string_view text, char letter) {
  std::string varied_text;
  std::size_t letters = 0;
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_letter && letters > 4) {
      varied_text += letter;
    }
    letters = is_letter ? letters + 1 : 0;
    varied_text += c;
  }
  return varied_text;
}

/// Up to the space behind the last of so many words.
std::string first_words(std::string_view text, std::size_t words) {
  std::size_t end = 0;
  for (; end < text.size() && words > 0; ++end) {
    words -= text[end] == ' ' ? 1u : 0u;
  }
  return std::string(text.substr(0, end));
}

void add_spun_pairs(Inputs& inputs) {
  constexpr std::size_t long_words = 20'000;
  for (const TextPair& pair : inputs.article_pairs.pairs) {
    if (pair.version == "spun") {
      inputs.spun_pairs.pairs.push_back(pair);
    }
  }
  TextPair all;
  const auto words = [&] { return std::ranges::count(all.source, ' '); };
  for (char letter = 'a'; words() < static_cast<std::ptrdiff_t>(long_words); ++letter) {
    for (const TextPair& pair : inputs.spun_pairs.pairs) {
      all.source += varied(pair.source, letter);
      all.rewrite += varied(pair.rewrite, letter);
    }
  }
  std::size_t begun_words = 500;
  for (PairSet& begun : inputs.growing_pairs) {
    begun.pairs.push_back(
        {first_words(all.source, begun_words), first_words(all.rewrite, begun_words)});
    begun_words *= 4;
  }
  inputs.long_pairs.pairs.push_back(std::move(all));
}

[[noreturn]] void refuse_row(const std::string& path, const RowIssue& issue) {
  throw Error(ErrorCode::unreadable_input,
              fmt::format("{}: line {}: {}: {}", path, issue.line, issue.code, issue.message),
              "mend or remove the row: only good ones are measured");
}

std::vector<TextPair> read_pairs(const std::string& path) {
  const auto source = open_source(path);
  RecordReader reader(*source, path);
  PairRowParser parser(reader);
  RecordBatch batch;
  PairRow row;
  std::vector<TextPair> pairs;
  while (reader.fill(batch, 4096, std::size_t{4} << 20)) {
    for (const Record& record : batch.records) {
      if (record.issue) {
        refuse_row(path, *record.issue);
      }
      if (const auto issue = parser.parse(batch.view(record), record.line, row)) {
        refuse_row(path, *issue);
      }
      pairs.push_back({row.source, row.rewrite});
    }
  }
  if (pairs.empty()) {
    throw Error(ErrorCode::unreadable_input, path + " has no pairs",
                "give a file of rows with id, source and rewrite");
  }
  return pairs;
}

}  // namespace

std::size_t PairSet::bytes() const {
  std::size_t bytes = 0;
  for (const TextPair& pair : pairs) {
    bytes += pair.bytes();
  }
  return bytes;
}

Inputs read_inputs(const std::string& pairs_file) {
  Inputs inputs;
  for (const std::string_view article : ascii_articles) {
    add_article(article, inputs.ascii_text, inputs);
  }
  for (const std::string_view article : typographic_articles) {
    add_article(article, inputs.typographic_text, inputs);
  }
  add_spun_pairs(inputs);
  if (!pairs_file.empty()) {
    inputs.short_pairs.pairs = read_pairs(pairs_file);
  }
  return inputs;
}

const Lexicon* default_lexicon() {
  static const std::shared_ptr<const Lexicon> opened =
      std::string_view(UNSPIN_DEFAULT_LEXICON).empty() ? nullptr
                                                       : Lexicon::open(UNSPIN_DEFAULT_LEXICON);
  return opened.get();
}

}  // namespace unspin::bench
