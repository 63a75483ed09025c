#include "scorers/edit/code_points.hpp"

#include "engine/text/utf8.hpp"

namespace unspin {

void split_code_points(std::string_view text, TokenSink& out) {
  for (std::size_t at = 0; at < text.size();) {
    out.add_character(next_code_point(text, at));
  }
}

constinit const Tokenization code_points{"code points", split_code_points};

}  // namespace unspin
