#include "engine/io/document_trail.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace unspin {
namespace {

std::uint64_t chained(std::uint64_t mark, const Document& document) {
  const std::uint64_t place[] = {mark, document.offset, document.line};
  mark = XXH3_64bits(place, sizeof(place));
  for (const std::string* text :
       {&document.file, &document.id, &document.address, &document.date, &document.bytes}) {
    mark = XXH3_64bits_withSeed(text->data(), text->size(), mark);
  }
  return mark;
}

}  // namespace

bool DocumentTrail::next(Document& document, std::vector<DocumentIssue>& issues) {
  if (!reader_.next(document, issues)) {
    return false;
  }
  marks_.push_back(chained(marks_.back(), document));
  return true;
}

std::uint64_t DocumentTrail::mark(std::uint64_t documents) {
  while (passed_ < documents && marks_.size() > 1) {
    marks_.pop_front();
    ++passed_;
  }
  return marks_.front();
}

bool DocumentTrail::skip(std::uint64_t documents, std::uint64_t expected_mark) {
  Document document;
  std::vector<DocumentIssue> told_already;
  for (std::uint64_t i = 0; i < documents; ++i) {
    if (!next(document, told_already)) {
      return false;
    }
    told_already.clear();
    mark(i + 1);
  }
  return mark(documents) == expected_mark;
}

}  // namespace unspin
