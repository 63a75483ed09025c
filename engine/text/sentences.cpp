#include "engine/text/sentences.hpp"

#include <memory>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace unspin {

std::vector<std::uint32_t> sentence_starts(std::string_view text) {
  // Opening an iterator reads ICU's data: one per thread.
  thread_local std::unique_ptr<icu::BreakIterator> iterator;
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator) {
    iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU's data files are missing");
  }
  iterator->setText(&utext, status);

  std::vector<std::uint32_t> starts;
  for (int32_t at = iterator->first();
       at != icu::BreakIterator::DONE && at < static_cast<int32_t>(text.size());
       at = iterator->next()) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  utext_close(&utext);
  return starts;
}

}  // namespace unspin
