#include "engine/io/http_message.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace unspin {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The number in "HTTP/1.1 200 OK". Shoutcast servers call themselves ICY.
std::optional<int> status_of(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("HTTP") && !line.starts_with("ICY")) {
    return std::nullopt;
  }
  const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view number = trimmed(line.substr(blank)).substr(0, 3);
  int status = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), status);
  if (error != std::errc() || end != number.data() + 3 || status < 100) {
    return std::nullopt;
  }
  return status;
}

/// The size in a chunk's first line, whose extensions say nothing.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) {
    return std::nullopt;
  }
  return size;
}

}  // namespace

bool read_http_response(std::string_view message, HttpResponse& response) {
  const std::optional<int> status = status_of(take_line(message));
  if (!status) {
    return false;
  }
  response.status = *status;
  read_header_fields(message, response.fields);
  while (!message.empty() && !trimmed(take_line(message)).empty()) {
  }
  response.body = message;
  return true;
}

bool join_chunks(std::string_view body, std::string& out) {
  out.clear();
  for (bool first = true;; first = false) {
    const bool whole_line = body.find('\n') != std::string_view::npos;
    const std::optional<std::uint64_t> size = chunk_size(take_line(body));
    if (!size || !whole_line) {
      return !first;
    }
    if (*size == 0) {
      return true;
    }
    out += body.substr(0, *size);
    if (*size >= body.size()) {
      return true;  // the connection broke in this chunk
    }
    body.remove_prefix(*size);
    // A text that only looked like the first line of a chunk goes on behind it anyhow.
    if (first && !body.starts_with('\n') && !body.starts_with("\r\n") && body != "\r") {
      return false;
    }
    take_line(body);
  }
}

}  // namespace unspin
