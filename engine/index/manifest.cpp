#include "engine/index/manifest.hpp"

#define XXH_INLINE_ALL
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <xxhash.h>

#include "engine/io/error.hpp"
#include "engine/io/mapped_file.hpp"
#include "engine/io/sink.hpp"

namespace unspin {
namespace {

constexpr std::string_view first_words = "unspin index ";
constexpr std::string_view remedy = "Build the index anew: unspin index build";

/// Reads the words of a manifest, one after the other. Lenient about blanks: the reader compares
/// what it has understood with the bytes in the end.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  std::string_view peek() const {
    const std::size_t begin = std::min(text_.find_first_not_of(" \n"), text_.size());
    const std::size_t end = std::min(text_.find_first_of(" \n", begin), text_.size());
    return text_.substr(begin, end - begin);
  }
  std::string_view next() {
    const std::string_view word = peek();
    text_ = std::string_view(
        word.data() + word.size(),
        static_cast<std::size_t>(text_.data() + text_.size() - (word.data() + word.size())));
    return word;
  }
  /// The next word if it is a number of this base; else 0 and the word stays.
  template <class Number>
  bool next_number(Number& number, int base = 10) {
    const std::string_view word = peek();
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number, base);
    if (word.empty() || error != std::errc{} || end != word.data() + word.size()) {
      return false;
    }
    next();
    return true;
  }

 private:
  std::string_view text_;
};

Manifest understood(std::string_view text) {
  Words words(text);
  Manifest manifest;
  std::uint32_t version = 0;
  words.next();
  words.next();
  words.next_number(version);
  words.next();
  manifest.keys.language = words.next();
  words.next();
  words.next_number(manifest.keys.sampling);
  while (words.peek() == "segment") {
    words.next();
    Manifest::Entry& entry = manifest.segments.emplace_back();
    words.next_number(entry.identity, 16);
    words.next();
    words.next_number(entry.originals);
    if (words.peek() == "removed") {
      words.next();
      for (std::uint32_t number; words.next_number(number);) {
        entry.removed.push_back(number);
      }
    }
  }
  return manifest;
}

bool makes_sense(const Manifest& manifest) {
  const std::uint32_t sampling = manifest.keys.sampling;
  std::uint64_t originals = 0;
  bool holds =
      (sampling == 1 || sampling == 2 || sampling == 4) && manifest.keys.language.size() < 16;
  for (const Manifest::Entry& entry : manifest.segments) {
    originals += entry.originals;
    std::int64_t before = -1;
    for (const std::uint32_t number : entry.removed) {
      holds = holds && number > before && number < entry.originals;
      before = number;
    }
  }
  return holds && originals <= std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  std::string text = fmt::format("{}{}\nlanguage {}\nsampling {}\n", first_words, manifest_version,
                                 manifest.keys.language, manifest.keys.sampling);
  for (const Manifest::Entry& entry : manifest.segments) {
    text += fmt::format("segment {:016x} originals {}", entry.identity, entry.originals);
    if (!entry.removed.empty()) {
      text += fmt::format(" removed {}", fmt::join(entry.removed, " "));
    }
    text += '\n';
  }
  text += fmt::format("checksum {:016x}\n", XXH3_64bits(text.data(), text.size()));
  return text;
}

Manifest read_manifest(const std::string& folder) {
  const std::string path = fmt::format("{}/{}", folder, manifest_name);
  MappedFile file;
  try {
    file = MappedFile(path);
  } catch (const Error& error) {
    throw Error(error.code(), error.what(),
                "Name the folder of an index; unspin index build makes one.");
  }
  const std::string_view text(reinterpret_cast<const char*>(file.bytes().data()),
                              file.bytes().size());
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}", path, why), std::string(remedy));
  };
  if (!text.starts_with(first_words)) {
    refuse(text.empty() ? "the file is empty" : "this is not the manifest of an index");
  }
  std::uint32_t version = 0;
  if (Words(text.substr(first_words.size())).next_number(version) && version != manifest_version) {
    refuse(fmt::format("the index is of version {}, this program reads version {}", version,
                       manifest_version));
  }
  Manifest manifest = understood(text);
  if (manifest_text(manifest) != text || !makes_sense(manifest)) {
    refuse("the manifest is damaged");
  }
  return manifest;
}

void write_manifest(const std::string& folder, const Manifest& manifest) {
  FileSink sink(fmt::format("{}/{}", folder, manifest_name));
  sink.write(manifest_text(manifest));
  sink.finish();
}

}  // namespace unspin
