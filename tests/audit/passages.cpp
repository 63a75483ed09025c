#include "tests/audit/passages.hpp"

#include <algorithm>

#include "bench/training/excerpts.hpp"
#include "bench/training/random.hpp"
#include "engine/extract/page.hpp"
#include "engine/extract/plain_text.hpp"
#include "engine/lexicon/function_words.hpp"
#include "engine/text/sentences.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::string_view paragraph_border = "\n\n";

bool is_letter_or_blank(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
}

/// The paragraphs that follow one another in a passage.
struct Draft {
  std::string text;
  std::size_t words = 0, paragraphs = 0, sentences = 0;

  void add(std::string_view paragraph, std::size_t its_words) {
    text += text.empty() ? std::string_view() : paragraph_border;
    text += paragraph;
    words += its_words;
    sentences += sentence_starts(paragraph).size();
    ++paragraphs;
  }

  bool is_worth(std::size_t least) const {
    return words >= least && words >= 15 * paragraphs && words >= 6 * sentences &&
           words <= 60 * sentences;
  }
};

}  // namespace

std::string as_extracted(std::string_view text) {
  Page page;
  read_plain_text(text, false, page);
  return main_text(page).text;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t border = std::min(text.find(paragraph_border), text.size());
    paragraphs.push_back(text.substr(0, border));
    text.remove_prefix(std::min(border + paragraph_border.size(), text.size()));
  }
  return paragraphs;
}

bool is_prose(std::string_view paragraph) {
  const auto plain = static_cast<std::size_t>(std::ranges::count_if(paragraph, is_letter_or_blank));
  if (6 * plain < 5 * paragraph.size() || paragraph.find_first_of(".!?") == paragraph.npos) {
    return false;
  }
  std::size_t words = 0, function_words = 0;
  WordSegmenter segmenter;
  segmenter.for_each_word(paragraph, [&](const WordSegmenter::Segment&, std::string_view folded) {
    ++words;
    function_words += is_function_word(folded) ? 1u : 0u;
  });
  return words >= 8 && 4 * function_words >= words;
}

std::vector<std::string> cut_passages(std::string_view text, PassageSize size, std::uint64_t seed) {
  training::Random random(seed);
  std::vector<std::string> passages;
  Draft draft;
  std::size_t wanted = 0;
  const auto begin = [&] {
    draft = {};
    wanted = size.least + random.below(size.most - size.least + 1);
  };
  const auto close = [&] {
    if (draft.is_worth(size.least) && as_extracted(draft.text) == draft.text) {
      passages.push_back(std::move(draft.text));
    }
    begin();
  };
  begin();
  for (const std::string_view paragraph : paragraphs_of(text)) {
    if (!is_prose(paragraph)) {
      continue;
    }
    const std::size_t words = training::count_words(paragraph);
    if (words > size.most) {
      continue;
    }
    if (draft.words + words > size.most) {
      close();
    }
    draft.add(paragraph, words);
    if (draft.words >= wanted) {
      close();
    }
  }
  close();
  return passages;
}

}  // namespace unspin::audit_set
