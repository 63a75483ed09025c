// What a tokenizer cuts, on one line.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/tokens.hpp"

namespace unspin::testing {

/// The tokens of the text, joined by one blank.
inline std::string joined_tokens(void (*split)(std::string_view, TokenSink&),
                                 std::string_view text) {
  Vocabulary vocabulary;
  TokenIds ids;
  TokenSink sink(vocabulary, ids);
  split(text, sink);
  std::string joined;
  for (const std::uint32_t id : ids) {
    joined.append(joined.empty() ? "" : " ").append(vocabulary.text(id));
  }
  return joined;
}

}  // namespace unspin::testing
