#include "bench/made_library.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <omp.h>
#include <random>
#include <unistd.h>

namespace unspin::bench {
namespace {

/// Longer words do, unless their last byte is part of a character.
bool takes_ending(std::string_view word) {
  return word.size() > 4 && static_cast<unsigned char>(word.back()) < 0x80;
}

/// One of 17,576, the first of them often.
std::string rare_ending(std::uint64_t chance) {
  const auto letter = [&](unsigned shift) {
    const std::uint64_t a = chance >> shift & 0xff;
    const std::uint64_t b = chance >> (shift + 8) & 0xff;
    return static_cast<char>('a' + a * b * 26 / (255 * 255 + 1));
  };
  return {letter(0), letter(16), letter(32)};
}

}  // namespace

TextMaker::TextMaker(std::span<const TextPair> texts) {
  for (const TextPair& pair : texts) {
    learn(pair.source);
    learn(pair.rewrite);
  }
}

std::string TextMaker::text(std::uint64_t number) const {
  std::mt19937_64 random(number);
  std::string made;
  std::uint32_t word = static_cast<std::uint32_t>(random() % words_.size());
  for (std::size_t i = 0; i < page_words; ++i) {
    made += words_[word];
    if (takes_ending(words_[word]) && random() % 8 == 0) {
      made.insert(made.size() - 1, rare_ending(random()));
    }
    made += ' ';
    word = followers_[word][random() % followers_[word].size()];
  }
  return made;
}

void TextMaker::learn(std::string_view text) {
  std::uint32_t before = 0;
  for (bool is_first = true; !text.empty(); is_first = false) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const auto [known, is_new] = number_of_.try_emplace(std::string(text.substr(0, end)),
                                                        static_cast<std::uint32_t>(words_.size()));
    if (is_new) {
      words_.push_back(known->first);
      followers_.emplace_back();
    }
    if (!is_first) {
      followers_[before].push_back(known->second);
    }
    before = known->second;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  followers_[before].push_back(0);
}

Library::Library(const std::function<std::string(std::uint32_t)>& text, std::uint32_t originals,
                 const KeyOptions& keys)
    : folder_(fmt::format("index-{}-{}-{}.bench", ::getpid(), originals, keys.sampling)),
      writer_(folder_, IndexWriter::Folder::may_be_new),
      spool_(folder_) {
  OriginalPacker packer;
  std::string record;
  for (std::uint32_t i = 0; i < originals; ++i) {
    record.clear();
    packer.append_record({.id = fmt::format("texts/{}.txt", i),
                          .address = "",
                          .title = "",
                          .date = "",
                          .text = text(i)},
                         record);
    spool_.write(record);
  }
  build(keys);
}

Library::~Library() { std::filesystem::remove_all(folder_); }

void Library::build(const KeyOptions& keys) {
  writer_.build(keys, spool_, {.threads = omp_get_num_procs()});
}

}  // namespace unspin::bench
