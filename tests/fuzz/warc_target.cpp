// Crawls, packed or not: what every reader promises, under the usual limits and under narrow ones;
// a file read whole and read from a pipe in small pieces gives the same documents; a record before
// it comes through, whatever the rest is; and junk behind a sound crawl costs at most its last
// record.
#include <string>

#include "engine/io/warc_reader.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/readings.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

/// Beyond any length that is believed: over a limit, a pipe must believe what a file can look up.
constexpr DocumentLimits wide = {.most_bytes = std::uint64_t{1} << 41};

Reading read_at(const std::string& path, const DocumentLimits& limits) {
  return read_all(*open_warc(path, limits), limits);
}

Reading read(std::string_view bytes, const DocumentLimits& limits = wide) {
  const MemoryFile file(bytes);
  return read_at(file.path(), limits);
}

bool is_same(const Reading& one, const Reading& other) {
  return one.documents.size() == other.documents.size() &&
         begin_alike(one, other, one.documents.size());
}

}  // namespace

void check_warc(std::string_view input) {
  const Reading whole = read(input);
  read(input, {.most_bytes = 100, .most_ratio = 2});

  if (input.size() <= PipeOfPieces::most_bytes) {
    const PipeOfPieces pipe(input);
    promise(is_same(read_at(pipe.path(), wide), whole), "pieces are read as the whole is");
  }
  const std::string first =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\nbees\r\n\r\n";
  const Reading behind_first = read(first + std::string(input));
  promise(!behind_first.documents.empty() && behind_first.documents.front().bytes == "bees",
          "a sound record comes through, whatever follows");
  if (whole.issues.empty() && !whole.documents.empty()) {
    const Reading before_junk = read(std::string(input) + "\r\n\r\njunk, and no record");
    promise(begin_alike(before_junk, whole, whole.documents.size() - 1),
            "junk behind a crawl costs nothing before it");
  }
}

}  // namespace unspin::fuzz
