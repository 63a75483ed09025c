#include "tests/audit/near_duplicates.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <xxhash.h>

#include "engine/text/word_segmenter.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::size_t shingle_words = 8;
constexpr std::uint64_t one_in = 4;
constexpr std::size_t most_shared = 2;

/// The sampled hashes of a text's runs of words.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> words, shingles;
  WordSegmenter segmenter;
  segmenter.for_each_word(text, [&](const WordSegmenter::Segment&, std::string_view folded) {
    words.push_back(XXH3_64bits(folded.data(), folded.size()));
  });
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    const std::uint64_t hash = XXH3_64bits(&words[i], shingle_words * sizeof words[i]);
    if (hash % one_in == 0 && hash != 0) {
      shingles.push_back(hash);
    }
  }
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

}  // namespace unspin::audit_set
