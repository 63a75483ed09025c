// The kernels beside what one would write first: for Levenshtein distance and longest common
// subsequence the dynamic-programming table in two rows of 32-bit numbers, for clipped n-gram
// matches a hash map of the n-grams' texts. Both sides get the same words (ready numbers for the
// tables, texts for the n-grams), and a benchmark whose two sides disagree fails.
//
// The texts are windows of the articles' words and a rewrite of each, of which 25% of the words are
// substituted and 9% dropped or added: several windows, lest the branch predictor learn one by
// heart.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bench/benchmarks.hpp"
#include "engine/kernel/bit_parallel.hpp"
#include "engine/kernel/ngram_counter.hpp"
#include "engine/text/tokens.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::bench {
namespace {

constexpr std::size_t ngram_orders = 4;

struct WordPair {
  std::vector<std::string> source, rewrite;
  TokenIds source_ids, rewrite_ids;
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  WordSegmenter().for_each_word(
      text, [&](WordSegmenter::Segment, std::string_view folded) { words.emplace_back(folded); });
  return words;
}

std::vector<WordPair> make_pairs(const std::vector<std::string>& words, std::size_t length) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(length));
  const auto any_word = [&] { return words[random() % words.size()]; };
  std::vector<WordPair> pairs(std::max<std::size_t>(8, 4000 / length));
  for (WordPair& pair : pairs) {
    const std::size_t first = random() % (words.size() - length);
    for (std::size_t i = 0; i < length; ++i) {
      const std::string& word = words[first + i];
      pair.source.push_back(word);
      const auto percent = random() % 100;
      if (percent < 4) {
        continue;  // dropped
      }
      pair.rewrite.push_back(percent < 29 ? any_word() : word);
      if (percent >= 95) {
        pair.rewrite.push_back(any_word());
      }
    }
    Vocabulary vocabulary;
    for (const std::string& word : pair.source) {
      pair.source_ids.push_back(vocabulary.intern(word));
    }
    for (const std::string& word : pair.rewrite) {
      pair.rewrite_ids.push_back(vocabulary.intern(word));
    }
  }
  return pairs;
}

/// The table in two rows, with Levenshtein's costs.
std::size_t plain_levenshtein(TokenSpan a, TokenSpan b) {
  thread_local std::vector<std::uint32_t> above, row;
  above.resize(b.size() + 1);
  row.resize(b.size() + 1);
  std::iota(above.begin(), above.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint32_t substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substituted, above[j] + 1, row[j - 1] + 1});
    }
    std::swap(above, row);
  }
  return above[b.size()];
}

std::size_t plain_lcs(TokenSpan a, TokenSpan b) {
  thread_local std::vector<std::uint32_t> above, row;
  above.assign(b.size() + 1, 0);
  row.assign(b.size() + 1, 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = a[i - 1] == b[j - 1] ? above[j - 1] + 1 : std::max(above[j], row[j - 1]);
    }
    std::swap(above, row);
  }
  return above[b.size()];
}

/// Matches of all orders together, each n-gram known by its words with blanks between them.
std::uint64_t plain_matches(const WordPair& pair) {
  std::unordered_map<std::string, std::uint32_t> counts;
  const auto for_each_ngram = [](const std::vector<std::string>& words, auto&& take) {
    std::string joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
      joined = words[i];
      take(joined);
      for (std::size_t n = 2; n <= ngram_orders && i + n <= words.size(); ++n) {
        joined.append(" ").append(words[i + n - 1]);
        take(joined);
      }
    }
  };
  for_each_ngram(pair.source, [&](const std::string& ngram) { ++counts[ngram]; });
  std::uint64_t matches = 0;
  for_each_ngram(pair.rewrite, [&](const std::string& ngram) {
    const auto found = counts.find(ngram);
    if (found != counts.end() && found->second > 0) {
      --found->second;
      ++matches;
    }
  });
  return matches;
}

/// The engine's way from the same texts: number the words, then count.
class NumberedMatches {
 public:
  std::uint64_t operator()(const WordPair& pair) {
    vocabulary_.clear();
    number(pair.source, source_);
    number(pair.rewrite, rewrite_);
    const TokenSpan reference = source_;
    const NgramMatches matches = counter_.clipped_matches({&reference, 1}, rewrite_, ngram_orders);
    return std::accumulate(matches.begin(), matches.begin() + ngram_orders, std::uint64_t{0});
  }

 private:
  void number(const std::vector<std::string>& words, TokenIds& ids) {
    ids.clear();
    for (const std::string& word : words) {
      ids.push_back(vocabulary_.intern(word));
    }
  }

  Vocabulary vocabulary_;
  TokenIds source_, rewrite_;
  NgramCounter counter_;
};

/// Measures `compute(pair)` over all pairs; `expect` says what it must give.
template <class Compute, class Expect>
void register_kernel(const std::string& name, const std::vector<WordPair>& pairs, Compute compute,
                     Expect expect) {
  const auto measure = [pairs, compute, expect](benchmark::State& state) mutable {
    for (const WordPair& pair : pairs) {
      if (compute(pair) != expect(pair)) {
        state.SkipWithError("the two ways do not agree");
      }
    }
    for (auto iteration : state) {
      for (const WordPair& pair : pairs) {
        benchmark::DoNotOptimize(compute(pair));
      }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(pairs.size()));
  };
  benchmark::RegisterBenchmark(name.c_str(), measure)->Unit(benchmark::kMicrosecond);
}

void register_length(const std::vector<std::string>& words, std::size_t length) {
  const std::vector<WordPair> pairs = make_pairs(words, length);
  const auto register_both = [&](const std::string& name, const auto& ours, const auto& plain) {
    const std::string prefix = name + "/" + std::to_string(length);
    register_kernel(prefix + "/ours", pairs, ours, plain);
    register_kernel(prefix + "/plain", pairs, plain, ours);
  };
  register_both(
      "levenshtein",
      [bits = BitParallel()](const WordPair& pair) mutable {
        return bits.levenshtein(pair.source_ids, pair.rewrite_ids);
      },
      [](const WordPair& pair) { return plain_levenshtein(pair.source_ids, pair.rewrite_ids); });
  register_both(
      "lcs",
      [bits = BitParallel()](const WordPair& pair) mutable {
        return bits.lcs_length(pair.source_ids, pair.rewrite_ids);
      },
      [](const WordPair& pair) { return plain_lcs(pair.source_ids, pair.rewrite_ids); });
  register_both("ngrams", NumberedMatches(), plain_matches);
}

}  // namespace

void register_kernel_benchmarks(const Inputs& inputs) {
  const std::vector<std::string> words = words_of(inputs.ascii_text + inputs.typographic_text);
  for (const std::size_t length : {25u, 100u, 1000u}) {
    register_length(words, length);
  }
}

}  // namespace unspin::bench
