// What kind of documents a file holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unspin {

enum class FileKind : std::uint8_t { warc, rows, html, markdown, text };

/// By the extension under .gz or .zst, in any case; nothing if it is none that is known.
std::optional<FileKind> kind_of_name(std::string_view name);

/// By the first bytes, unpacked; nothing if they do not tell.
std::optional<FileKind> kind_of_content(std::string_view beginning);

/// The first bytes of a file, unpacked as far as they can be, up to a few hundred; "-" is standard
/// input, from which nothing is taken. Empty if it cannot be read.
std::string beginning_of(const std::string& path);

}  // namespace unspin
