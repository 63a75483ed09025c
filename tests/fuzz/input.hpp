// An input in the forms in which readers take it: a file, a pipe that gives it piece by piece, a
// first line and the rest, well-formed text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/text/utf8.hpp"

namespace unspin::fuzz {

/// A file in memory, as long as this lives.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  int descriptor_;
  std::string path_;
};

/// A pipe of which each read() gets one piece: a byte, or more if the pieces would be too many. To
/// be opened once.
class PipeOfPieces {
 public:
  static constexpr std::size_t most_bytes = std::size_t{32} << 10;

  /// Of up to most_bytes.
  explicit PipeOfPieces(std::string_view bytes);
  ~PipeOfPieces();
  PipeOfPieces(const PipeOfPieces&) = delete;
  PipeOfPieces& operator=(const PipeOfPieces&) = delete;

  const std::string& path() const { return path_; }

 private:
  int descriptor_;
  std::string path_;
};

/// What checks need to be told beside the bytes stands in the first line.
struct FirstLine {
  explicit FirstLine(std::string_view input)
      : line(input.substr(0, input.find('\n'))),
        rest(input.substr(line.size() < input.size() ? line.size() + 1 : line.size())) {}
  std::string_view line, rest;
};

inline std::string well_formed(std::string_view input) {
  return replace_invalid_utf8(std::string(input)).text;
}

inline bool is_well_formed(std::string_view text) { return !first_invalid_utf8(text); }

}  // namespace unspin::fuzz
