// Made-up pairs of texts, and the files they come in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::cli {

struct Pair {
  std::string id;
  std::string source;
  std::string rewrite;
  std::string note;  ///< a field that is none of the command's business
};

/// Always the same ones: short texts of one to four sentences, rewritten more or less closely, with
/// commas, quotes and letters beyond ASCII. Their ids are "p0", "p1" and so on.
std::vector<Pair> made_up_pairs(std::size_t count);

std::string as_jsonl(const std::vector<Pair>& pairs);
std::string as_tsv(const std::vector<Pair>& pairs);
std::string as_csv(const std::vector<Pair>& pairs);

/// The smallest JSONL rows there are, from `first` on, with numbers as ids: for long streams.
std::string short_rows(std::size_t first, std::size_t count);

std::string as_gzip(std::string_view bytes);
std::string as_zstd(std::string_view bytes);

}  // namespace unspin::cli
