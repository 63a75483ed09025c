// An HTTP response as a crawler wrote it down (RFC 9112), read as tolerantly as browsers do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/header_fields.hpp"

namespace unspin {

/// Views into the message.
struct HttpResponse {
  int status = 0;  ///< 100 to 999
  std::vector<HeaderField> fields;
  std::string_view body;  ///< with its transfer and content encodings
};

/// Takes a response apart; false if it does not begin with a status line. A message that ends in
/// its header has an empty body. Overwrites `response`, keeps its memory. Linear in the header.
bool read_http_response(std::string_view message, HttpResponse& response);

/// Undoes the chunked transfer encoding: overwrites `out` with the text of the chunks, up to the
/// last one or as far as they go. False if the body is not chunked at all, whatever its header
/// says: many crawlers write down bodies that they have put together. Linear.
bool join_chunks(std::string_view body, std::string& out);

}  // namespace unspin
