#include "tests/engine/align/random_documents.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/text/sentences.hpp"
#include "tests/files.hpp"

namespace unspin::testing {
namespace {

using Sentences = std::vector<std::string>;

const Sentences& sentences_of_corpora() {
  static const Sentences all = [] {
    Sentences found;
    for (const std::string subject : corpus_subjects) {
      for (const char* kind : {"/original", "/spun", "/reworded"}) {
        const std::string text = corpus_text(subject + kind);
        std::vector<std::uint32_t> starts = sentence_starts(text);
        starts.push_back(static_cast<std::uint32_t>(text.size()));
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
          found.push_back(text.substr(starts[i], starts[i + 1] - starts[i]));
        }
      }
    }
    return found;
  }();
  return all;
}

class Editor {
 public:
  explicit Editor(std::uint64_t seed) : engine_(seed) {}

  reference::TextPair pair() {
    Sentences source;
    for (std::size_t left = below(25); left > 0; --left) {
      source.push_back(any_sentence());
    }
    Sentences rewrite = source;
    if (below(10) == 0) {
      std::ranges::reverse(rewrite);
    }
    for (std::size_t left = below(8); left > 0 && !rewrite.empty(); --left) {
      change_sentences(rewrite);
    }
    const std::size_t swaps = below(4);  // of ten words
    reference::TextPair pair;
    for (const std::string& sentence : source) {
      pair.source += sentence;
    }
    for (const std::string& sentence : rewrite) {
      pair.rewrite += swapped(sentence, swaps);
    }
    return pair;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  const std::string& any_sentence() {
    return sentences_of_corpora()[below(sentences_of_corpora().size())];
  }

  void change_sentences(Sentences& sentences) {
    const std::size_t place = below(sentences.size());
    const auto at = sentences.begin() + static_cast<std::ptrdiff_t>(place);
    switch (below(6)) {
      case 0:
        sentences.erase(at);
        break;
      case 1:
        sentences.insert(at, std::string(sentences[place]));
        break;
      case 2:
        sentences.insert(at, any_sentence());
        break;
      case 3: {  // split
        const std::size_t blank = at->find(' ', at->size() / 2);
        if (blank != std::string::npos) {
          at->replace(blank, 1, ".\n");
        }
        break;
      }
      case 4: {  // merged with the next one
        const std::size_t end = at->find_last_of(".!?\n");
        if (end != std::string::npos) {
          at->replace(end, std::string::npos, ", and ");
        }
        break;
      }
      default: {
        const std::string moved = *at;
        sentences.erase(at);
        sentences.insert(
            sentences.begin() + static_cast<std::ptrdiff_t>(below(sentences.size() + 1)), moved);
      }
    }
  }

  /// With so many of ten words replaced: by words that recur, that occur once, or by several.
  std::string swapped(const std::string& sentence, std::size_t of_ten) {
    static const char* const others[] = {"group",   "model",     "thing's",    "in order to",
                                         "quickly", "as well",   "zebra",      "the",
                                         "cities",  "worked on", "well-known", "isn't"};
    std::string text;
    std::size_t at = 0;
    while (at < sentence.size()) {
      const std::size_t end = std::min(sentence.find_first_of(" \n", at), sentence.size() - 1);
      if (below(10) < of_ten) {
        text += others[below(std::size(others))];
        text += sentence[end];
      } else {
        text.append(sentence, at, end + 1 - at);
      }
      at = end + 1;
    }
    return text;
  }

  std::mt19937_64 engine_;
};

}  // namespace

reference::TextPair random_document_pair(std::uint64_t seed) { return Editor(seed).pair(); }

}  // namespace unspin::testing
