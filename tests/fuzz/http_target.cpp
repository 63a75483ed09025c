// HTTP responses: what is found lies in the message; chunks put together are not longer than they
// were, and the chunks of any body give that body; values of fields become one line of well-formed
// UTF-8.
#include <fmt/format.h>
#include <functional>
#include <string>

#include "engine/io/http_message.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

bool lies_in(std::string_view part, std::string_view whole) {
  const std::less_equal<const char*> before;
  return part.empty() || (before(whole.data(), part.data()) &&
                          before(part.data() + part.size(), whole.data() + whole.size()));
}

std::string chunked(std::string_view body) {
  constexpr std::size_t chunk = 37;
  std::string chunks;
  for (std::size_t at = 0; at < body.size(); at += chunk) {
    const std::string_view part = body.substr(at, chunk);
    chunks += fmt::format("{:x}\r\n{}\r\n", part.size(), part);
  }
  return chunks + "0\r\n\r\n";
}

}  // namespace

void check_http(std::string_view input) {
  std::string joined;
  promise(join_chunks(chunked(input), joined) && joined == input, "chunks give the body again");
  join_chunks(input, joined);
  promise(joined.size() <= input.size(), "chunks are no longer than they were");

  HttpResponse response;
  if (!read_http_response(input, response)) {
    return;
  }
  promise(response.status >= 100 && response.status <= 999, "a status has three digits");
  promise(lies_in(response.body, input), "the body lies in the message");
  for (const HeaderField& field : response.fields) {
    promise(lies_in(field.name, input) && lies_in(field.value, input), "fields lie in the message");
    const std::string text = field_text(field.value);
    promise(is_well_formed(text), "the text of a field is well-formed UTF-8");
    promise(text.find_first_of("\r\n") == std::string::npos, "the text of a field is one line");
    const ContentType type = read_content_type(field.value);
    promise(is_well_formed(type.media_type), "a media type is well-formed UTF-8");
  }
}

}  // namespace unspin::fuzz
