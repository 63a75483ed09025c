// METEOR, GLEU, NIST and SARI by lists and maps.
//
//   METEOR = F * (1 - 0.5 * (chunks / matches)^3),  F = P * R / (0.9 * P + 0.1 * R); the words are
//            paired greedily, from the end of both texts: same words, same stems, synonyms of stems
//   GLEU   = matches / the larger number of n-grams, orders 1 to 4 together
//   NIST   = sum over n <= 5 of (information of the matches / n-grams) * penalty for brevity
//   SARI   = mean F1 of what was added, kept and deleted, of orders 1 to 4
//
// A. Lavie and A. Agarwal, "METEOR", 2007; Y. Wu et al., "Google's neural machine translation
// system", 2016; G. Doddington, "Automatic evaluation of machine translation quality using n-gram
// co-occurrence statistics", 2002; W. Xu et al., "Optimizing statistical machine translation for
// text simplification", 2016. Choices and order of operations: NLTK 3.8, EASSE.
#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "tests/reference/oracles.hpp"

namespace unspin::reference {
namespace {

using Counts = std::map<Words, std::size_t>;

Words pieces(const std::string& text) {
  Words all;
  std::istringstream in(text);
  for (std::string piece; in >> piece;) {
    all.push_back(piece);
  }
  return all;
}

std::string lower(std::string text) {
  for (char& c : text) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return text;
}

Words ngram_at(const Words& words, std::size_t at, std::size_t n) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
  return {begin, begin + static_cast<std::ptrdiff_t>(n)};
}

Counts count(const Words& words, std::size_t n) {
  Counts counts;
  for (std::size_t at = 0; at + n <= words.size(); ++at) {
    ++counts[ngram_at(words, at, n)];
  }
  return counts;
}

std::size_t in(const Counts& counts, const Words& ngram) {
  return counts.contains(ngram) ? counts.at(ngram) : 0;
}

double real(std::size_t number) { return static_cast<double>(number); }

// A word and its place in its text.
using Placed = std::pair<std::size_t, std::string>;
using PlacedWords = std::vector<Placed>;

PlacedWords placed(const Words& words) {
  PlacedWords all;
  for (const std::string& word : words) {
    all.emplace_back(all.size(), word);
  }
  return all;
}

// Takes pairs that belong together out of both lists.
template <class BelongTogether>
void pair_up(PlacedWords& hypothesis, PlacedWords& reference, BelongTogether&& belong_together,
             std::map<std::size_t, std::size_t>& pairs) {
  for (std::size_t i = hypothesis.size(); i-- > 0;) {
    for (std::size_t j = reference.size(); j-- > 0;) {
      if (belong_together(hypothesis[i].second, reference[j].second)) {
        pairs[hypothesis[i].first] = reference[j].first;
        hypothesis.erase(hypothesis.begin() + static_cast<std::ptrdiff_t>(i));
        reference.erase(reference.begin() + static_cast<std::ptrdiff_t>(j));
        break;
      }
    }
  }
}

std::size_t chunks_of(const std::map<std::size_t, std::size_t>& pairs) {
  std::size_t chunks = 0;
  for (const auto& [place, partner] : pairs) {
    const auto before = place > 0 ? pairs.find(place - 1) : pairs.end();
    if (before == pairs.end() || before->second + 1 != partner) {
      ++chunks;
    }
  }
  return chunks;
}

double f1(std::size_t right, std::size_t done, std::size_t meant) {
  if (right == 0) {
    return 0;
  }
  const double precision = real(right) / real(done);
  const double recall = real(right) / real(meant);
  return 2 * precision * recall / (precision + recall);
}

}  // namespace

double meteor(const std::string& reference, const std::string& hypothesis, const Stem& stem,
              const AreSynonyms& are_synonyms, const MeteorOptions& options) {
  PlacedWords ours = placed(pieces(lower(hypothesis)));
  PlacedWords theirs = placed(pieces(lower(reference)));
  const double our_length = real(ours.size());
  const double their_length = real(theirs.size());
  std::map<std::size_t, std::size_t> pairs;
  pair_up(ours, theirs, std::equal_to<>(), pairs);
  for (PlacedWords* words : {&ours, &theirs}) {
    for (Placed& word : *words) {
      word.second = stem(word.second);
    }
  }
  pair_up(ours, theirs, std::equal_to<>(), pairs);
  pair_up(ours, theirs, are_synonyms, pairs);
  if (pairs.empty()) {
    return 0;
  }
  const double precision = real(pairs.size()) / our_length;
  const double recall = real(pairs.size()) / their_length;
  const double mean =
      (precision * recall) / (options.alpha * precision + (1 - options.alpha) * recall);
  const double fragmentation = real(chunks_of(pairs)) / real(pairs.size());
  const double penalty = options.gamma * std::pow(fragmentation, options.beta);
  return (1 - penalty) * mean;
}

double gleu(const std::vector<std::string>& references, const std::string& hypothesis,
            std::size_t shortest, std::size_t longest) {
  const Words words = pieces(hypothesis);
  double best = 0;
  for (const std::string& reference : references) {
    std::size_t matched = 0;
    std::size_t ours = 0;
    std::size_t theirs = 0;
    for (std::size_t n = shortest; n <= longest; ++n) {
      const Counts in_reference = count(pieces(reference), n);
      for (const auto& [ngram, times] : count(words, n)) {
        matched += std::min(times, in(in_reference, ngram));
        ours += times;
      }
      for (const auto& [ngram, times] : in_reference) {
        theirs += times;
      }
    }
    if (matched > 0) {
      best = std::max(best, real(matched) / real(std::max(ours, theirs)));
    }
  }
  return best;
}

double nist(const std::vector<std::string>& references, const std::string& hypothesis,
            std::size_t order) {
  const Words ours = pieces(hypothesis);
  Counts in_all;  // of all orders
  for (const std::string& reference : references) {
    for (std::size_t n = 0; n <= order; ++n) {
      for (const auto& [ngram, times] : count(pieces(reference), n)) {
        in_all[ngram] += n == 0 ? times - 1 : times;  // there are as many empty ones as words
      }
    }
  }
  double sum = 0;
  std::size_t their_length = 0;
  for (std::size_t n = 1; n <= order; ++n) {
    std::vector<std::pair<double, std::size_t>> told;  // information, length: by reference
    for (const std::string& reference : references) {
      const Words theirs = pieces(reference);
      const Counts in_reference = count(theirs, n);
      Counts left = count(ours, n);
      double information = 0;
      for (std::size_t at = 0; at + n <= ours.size(); ++at) {
        const Words ngram = ngram_at(ours, at, n);
        const std::size_t matched = std::min(in(left, ngram), in(in_reference, ngram));
        left[ngram] = 0;
        if (matched > 0) {
          const double odds = real(in_all[ngram_at(ours, at, n - 1)]) / real(in_all[ngram]);
          information += std::log(odds) / std::log(2.0) * real(matched);
        }
      }
      told.emplace_back(information, theirs.size());
    }
    const auto most = *std::max_element(told.begin(), told.end());
    their_length += most.second;
    if (ours.size() >= n) {
      sum += most.first / real(ours.size() - n + 1);
    }
  }
  const double ratio = their_length > 0 ? real(order * ours.size()) / real(their_length) : 1;
  if (ratio >= 1 || ratio == 0) {
    return ratio == 0 ? 0 : sum;
  }
  const double beta = std::log(0.5) / (std::log(1.5) * std::log(1.5));
  return sum * std::exp(beta * (std::log(ratio) * std::log(ratio)));
}

double sari(const std::string& source, const std::string& rewrite,
            const std::vector<std::string>& references) {
  double added = 0;
  double kept = 0;
  double deleted = 0;
  for (std::size_t n = 1; n <= 4; ++n) {
    const Counts before = count(lower_13a_words(source), n);
    const Counts after = count(lower_13a_words(rewrite), n);
    Counts wanted;
    Counts all = before;
    all.insert(after.begin(), after.end());
    for (const std::string& reference : references) {
      for (const auto& [ngram, times] : count(lower_13a_words(reference), n)) {
        wanted[ngram] += times;
        all[ngram] += times;
      }
    }
    // By operation: right, done, meant.
    std::size_t add[3] = {};
    std::size_t keep[3] = {};
    std::size_t remove[3] = {};
    for (const auto& [ngram, times] : all) {
      const std::size_t had = in(before, ngram) * references.size();
      const std::size_t has = in(after, ngram) * references.size();
      const std::size_t should = in(wanted, ngram);
      const auto tell = [](std::size_t(&told)[3], std::size_t done, std::size_t meant) {
        told[0] += std::min(done, meant);
        told[1] += done;
        told[2] += meant;
      };
      tell(add, had == 0 && has > 0 ? 1 : 0, had == 0 && should > 0 ? 1 : 0);
      tell(keep, std::min(had, has), std::min(had, should));
      tell(remove, had - std::min(had, has), had - std::min(had, should));
    }
    added += f1(add[0], add[1], add[2]) / 4;
    kept += f1(keep[0], keep[1], keep[2]) / 4;
    deleted += f1(remove[0], remove[1], remove[2]) / 4;
  }
  return (100.0 * added + 100.0 * kept + 100.0 * deleted) / 3;
}

}  // namespace unspin::reference
