#include "engine/lexicon/moby_source.hpp"

#include "engine/lexicon/source_lines.hpp"

namespace unspin {

void read_moby(const std::string& path, LexiconDraft& draft) {
  SourceLines lines(path);
  while (lines.next()) {
    lines.require_utf8();
    std::string_view rest = lines.line();
    if (rest.empty()) {
      continue;
    }
    const std::uint32_t root = draft.entry(cut_field(rest, ','));
    while (!rest.empty()) {
      draft.claim({.head = root, .other = draft.entry(cut_field(rest, ','))});
    }
  }
}

}  // namespace unspin
