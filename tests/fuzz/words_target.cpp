// Words and sentences: the fast ways find exactly the boundaries that ICU finds; words and what is
// between them are the text, cut.
#include <memory>
#include <stdexcept>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <vector>

#include "engine/text/sentences.hpp"
#include "engine/text/word_segmenter.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

std::vector<std::uint32_t> starts_of_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, UText* (*)(UText*)> units(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
      utext_close);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU's data files are missing");
  }
  sentences->setText(units.get(), status);
  std::vector<std::uint32_t> starts;
  for (std::int32_t at = sentences->first(); at < static_cast<std::int32_t>(text.size());
       at = sentences->next()) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  return starts;
}

}  // namespace

void check_words(std::string_view input) {
  const std::string text = well_formed(input);
  static WordSegmenter segmenter;
  const auto segments = segmenter.segments(text, WordSegmenter::Path::fastest);
  std::uint32_t end = 0;
  for (const WordSegmenter::Segment& segment : segments) {
    promise(segment.begin == end && segment.begin < segment.end, "segments cut the text exactly");
    end = segment.end;
  }
  promise(end == text.size() || segments.empty(), "segments are all of the text, or it is unseen");
  promise(segments == segmenter.segments(text, WordSegmenter::Path::icu_only),
          "words are those of ICU");
  promise(sentence_starts(text) == starts_of_icu(text), "sentences are those of ICU");
}

}  // namespace unspin::fuzz
