#include "engine/text/plain_tokenizations.hpp"

#include <string>

#include "engine/text/lower_case.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

void split_pieces(std::string_view text, TokenSink& out) {
  split_at_white_space(text, [&](std::string_view piece) { out.add(piece); });
}

void split_characters(std::string_view text, TokenSink& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    char32_t c = byte;
    if (byte < 0x80) {
      ++at;
    } else {
      c = next_code_point(text, at);
    }
    if (!is_white_space(c)) {
      out.add_character(c);
    }
  }
}

template <void (*split)(std::string_view, TokenSink&)>
void split_lower(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  split(lower, out);
}

}  // namespace

constinit const Tokenization pieces{"white space", split_pieces};
constinit const Tokenization lower_pieces{"white space, lower case", split_lower<split_pieces>};
constinit const Tokenization characters{"characters", split_characters};
constinit const Tokenization lower_characters{"characters, lower case",
                                              split_lower<split_characters>};

}  // namespace unspin
