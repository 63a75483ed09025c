#include "tests/audit/near_duplicates.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <xxhash.h>

#include "engine/text/word_segmenter.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::size_t shingle_words = 8;
constexpr std::uint64_t one_in = 4;
constexpr std::size_t most_shared = 2;
constexpr std::size_t sentence_words = 12;

/// The hashes of a text's runs of so many words.
std::vector<std::uint64_t> runs_of(std::string_view text, std::size_t length) {
  std::vector<std::uint64_t> words, runs;
  WordSegmenter segmenter;
  segmenter.for_each_word(text, [&](const WordSegmenter::Segment&, std::string_view folded) {
    words.push_back(XXH3_64bits(folded.data(), folded.size()));
  });
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    runs.push_back(XXH3_64bits(&words[i], length * sizeof words[i]));
  }
  return runs;
}

/// The sampled ones.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> shingles = runs_of(text, shingle_words);
  std::erase_if(shingles, [](std::uint64_t hash) { return hash % one_in != 0 || hash == 0; });
  return shingles;
}

/// Where a hash is looked for first; its lowest bits are those of all that are sampled.
std::size_t slot_of(std::uint64_t hash, std::size_t slots) { return hash / one_in % slots; }

}  // namespace

bool SeenShingles::admit(std::string_view text) {
  const std::vector<std::uint64_t> shingles = shingles_of(text);
  const auto shared = static_cast<std::size_t>(
      std::ranges::count_if(shingles, [this](std::uint64_t hash) { return contains(hash); }));
  if (shared > most_shared) {
    return false;
  }
  std::ranges::for_each(shingles, [this](std::uint64_t hash) { insert(hash); });
  return true;
}

bool SeenShingles::contains(std::uint64_t hash) const {
  std::size_t slot = slot_of(hash, slots_.size());
  while (slots_[slot] != 0 && slots_[slot] != hash) {
    slot = (slot + 1) % slots_.size();
  }
  return slots_[slot] == hash;
}

void SeenShingles::insert(std::uint64_t hash) {
  if (4 * taken_ >= 3 * slots_.size()) {
    grow();
  }
  std::size_t slot = slot_of(hash, slots_.size());
  while (slots_[slot] != 0 && slots_[slot] != hash) {
    slot = (slot + 1) % slots_.size();
  }
  taken_ += slots_[slot] == 0 ? 1u : 0u;
  slots_[slot] = hash;
}

void SeenShingles::grow() {
  std::vector<std::uint64_t> old(slots_.size() * 2);
  std::swap(old, slots_);
  taken_ = 0;
  for (const std::uint64_t hash : old) {
    if (hash != 0) {
      insert(hash);
    }
  }
}

std::vector<bool> which_repeat(const std::vector<std::string_view>& pages,
                               const std::vector<std::string_view>& originals) {
  std::unordered_multimap<std::uint64_t, std::size_t> pages_with;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const std::uint64_t run : runs_of(pages[page], sentence_words)) {
      pages_with.emplace(run, page);
    }
  }
  std::vector<bool> repeats(pages.size());
  for (const std::string_view original : originals) {
    for (const std::uint64_t run : runs_of(original, sentence_words)) {
      const auto [first, last] = pages_with.equal_range(run);
      std::for_each(first, last, [&](const auto& entry) { repeats[entry.second] = true; });
    }
  }
  return repeats;
}

}  // namespace unspin::audit_set
