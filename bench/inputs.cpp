#include "bench/inputs.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <memory>
#include <string_view>

#include "engine/evaluate/sample_pairs.hpp"
#include "engine/io/error.hpp"
#include "engine/io/pair_rows.hpp"

namespace unspin::bench {
namespace {

void add_article(const SampleArticle& article, Inputs& inputs) {
  const bool is_ascii = std::ranges::all_of(
      article.original, [](char c) { return static_cast<signed char>(c) >= 0; });
  (is_ascii ? inputs.ascii_text : inputs.typographic_text) += article.original;
  for (const auto& [name, text] : article.versions()) {
    inputs.article_pairs.pairs.push_back(
        {std::string(article.original), std::string(text), std::string(name)});
  }
  for (const auto& [source, rewrite] : sentence_pairs(article)) {
    inputs.short_pairs.pairs.push_back({std::string(source), std::string(rewrite)});
  }
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
  std::size_t begun_words = 1'250;
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
  PairRows rows = read_pair_rows(path, std::numeric_limits<std::uint64_t>::max(),
                                 [&](const RowIssue& issue) { refuse_row(path, issue); });
  if (rows.pairs.empty()) {
    throw Error(ErrorCode::unreadable_input, path + " has no pairs",
                "give a file of rows with id, source and rewrite");
  }
  std::vector<TextPair> pairs;
  pairs.reserve(rows.pairs.size());
  for (PairRow& row : rows.pairs) {
    pairs.push_back({std::move(row.source), std::move(row.rewrite)});
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
  for (const SampleArticle& article : sample_articles()) {
    add_article(article, inputs);
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
