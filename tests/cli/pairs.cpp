#include "tests/cli/pairs.hpp"

#include <array>
#include <random>
#include <stdexcept>
#include <zlib.h>
#include <zstd.h>

#include "engine/io/json_text.hpp"

namespace unspin::cli {
namespace {

constexpr std::array<std::string_view, 40> words = {
    "the",    "river",  "runs",   "past",   "old",     "mill",  "and",    "every",
    "spring", "people", "come",   "to",     "see",     "boats", "that",   "were",
    "built",  "here",   "before", "war",    "café",    "owner", "sells",  "bread",
    "from",   "a",      "small",  "window", "while",   "music", "plays",  "in",
    "square", "naïve",  "young",  "guides", "explain", "how",   "wheels", "turned"};

constexpr std::array<std::string_view, 8> others = {"stream", "ancient", "mortals", "vessels",
                                                    "tiny",   "tunes",   "plaza",   "gyrated"};

class Writer {
 public:
  Pair pair(std::size_t number) {
    Pair pair{.id = "p" + std::to_string(number), .source = {}, .rewrite = {}, .note = {}};
    const std::size_t swaps = below(6);  // of ten words
    for (std::size_t sentence = 1 + below(4); sentence > 0; --sentence) {
      for (std::size_t left = 4 + below(9); left > 0; --left) {
        const std::string_view word = words[below(words.size())];
        const std::string_view gap = left == 1 ? ". " : below(8) == 0 ? ", " : " ";
        pair.source.append(word).append(gap);
        pair.rewrite.append(below(10) < swaps ? others[below(others.size())] : word).append(gap);
      }
    }
    if (below(5) == 0) {
      pair.rewrite = "\"" + pair.rewrite + "\"";
    }
    pair.note = below(2) == 0 ? "checked, twice" : "say \"no\"";
    return pair;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::mt19937 random_{20240229};
};

void append_csv_cell(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out += '"';
}

}  // namespace

std::vector<Pair> made_up_pairs(std::size_t count) {
  Writer writer;
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < count; ++i) {
    pairs.push_back(writer.pair(i));
  }
  return pairs;
}

std::string as_jsonl(const std::vector<Pair>& pairs) {
  std::string out;
  for (const Pair& pair : pairs) {
    out += "{\"id\": ";
    append_json_string(pair.id, out);
    out += ", \"source\": ";
    append_json_string(pair.source, out);
    out += ", \"rewrite\": ";
    append_json_string(pair.rewrite, out);
    out += ", \"note\": ";
    append_json_string(pair.note, out);
    out += "}\n";
  }
  return out;
}

std::string as_tsv(const std::vector<Pair>& pairs) {
  std::string out = "id\tsource\trewrite\tnote\n";
  for (const Pair& pair : pairs) {
    out += pair.id + "\t" + pair.source + "\t" + pair.rewrite + "\t" + pair.note + "\n";
  }
  return out;
}

std::string as_csv(const std::vector<Pair>& pairs) {
  std::string out = "id,source,rewrite,note\n";
  for (const Pair& pair : pairs) {
    append_csv_cell(pair.id, out);
    for (const std::string* cell : {&pair.source, &pair.rewrite, &pair.note}) {
      out += ',';
      append_csv_cell(*cell, out);
    }
    out += '\n';
  }
  return out;
}

std::string short_rows(std::size_t first, std::size_t count) {
  std::string out;
  for (std::size_t i = first; i < first + count; ++i) {
    out += R"({"id":)" + std::to_string(i) + R"(,"source":"the cat sat on mat )" +
           std::to_string(i % 97) + R"(","rewrite":"the cat lay on mat )" + std::to_string(i % 89) +
           "\"}\n";
  }
  return out;
}

std::string as_gzip(std::string_view bytes) {
  z_stream stream = {};
  constexpr int gzip_header = 16;
  if (deflateInit2(&stream, 1, Z_DEFLATED, MAX_WBITS + gzip_header, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::runtime_error("deflateInit2");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) {
    throw std::runtime_error("deflate");
  }
  return out;
}

std::string as_zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  if (ZSTD_isError(size) != 0) {
    throw std::runtime_error("ZSTD_compress");
  }
  out.resize(size);
  return out;
}

}  // namespace unspin::cli
