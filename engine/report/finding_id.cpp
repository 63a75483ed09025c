#include "engine/report/finding_id.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace unspin {

std::string finding_id(const Document& document, std::string_view page, const Finding& finding,
                       std::string_view original_id) {
  std::string said;
  const auto add = [&](std::string_view part) {
    // With its length: where one part ends and the next begins is part of what is hashed.
    fmt::format_to(std::back_inserter(said), "{}:{}", part.size(), part);
  };
  add(document.address.empty() ? document.id : document.address);
  for (const FoundPassage& passage : finding.passages) {
    add(page.substr(passage.page.begin_byte, passage.page.end_byte - passage.page.begin_byte));
  }
  add(original_id);
  add(name_of(finding.label));
  const XXH128_hash_t hash = XXH3_128bits(said.data(), said.size());
  return fmt::format("f{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace unspin
