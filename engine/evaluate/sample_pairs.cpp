#include "engine/evaluate/sample_pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/text/sentences.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

/// Shorter ones are titles and sub-headings.
constexpr std::size_t least_sentence_bytes = 60;

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::uint32_t> starts = sentence_starts(text);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  std::vector<std::string_view> sentences;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    sentences.push_back(strip_end(text.substr(starts[i], starts[i + 1] - starts[i])));
  }
  return sentences;
}

void add_pair(std::string_view source, std::string_view rewrite, std::vector<PairRow>& pairs) {
  PairRow& row = pairs.emplace_back();
  row.id = std::to_string(pairs.size());
  row.source = source;
  row.rewrite = rewrite;
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> sentence_pairs(
    const SampleArticle& article) {
  const std::vector<std::string_view> sources = sentences_of(article.original);
  const std::vector<std::string_view> rewrites = sentences_of(article.spun);
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  for (std::size_t i = 0; i < std::min(sources.size(), rewrites.size()); ++i) {
    const auto [shorter, longer] = std::minmax({sources[i].size(), rewrites[i].size()});
    if (shorter >= least_sentence_bytes && longer * 10 <= shorter * 14) {
      pairs.emplace_back(sources[i], rewrites[i]);
    }
  }
  return pairs;
}

std::vector<PairRow> sample_sentences() {
  std::vector<PairRow> pairs;
  for (const SampleArticle& article : sample_articles()) {
    for (const auto& [source, rewrite] : sentence_pairs(article)) {
      add_pair(source, rewrite, pairs);
    }
  }
  return pairs;
}

std::vector<PairRow> sample_documents() {
  std::vector<PairRow> pairs;
  for (const SampleArticle& article : sample_articles()) {
    for (const auto& [name, text] : article.versions()) {
      add_pair(article.original, text, pairs);
    }
  }
  return pairs;
}

}  // namespace unspin
