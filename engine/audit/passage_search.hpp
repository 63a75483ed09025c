// Finds the originals that passages of a page may have been copied from.
//
// A page's keys are looked up in the index of originals: first a quarter of them, then the others
// of those words near which the quarter makes chains (below) of a few. Each place where one stands
// in an original is a hit; its weight is the key's idf, and its diagonal (place in the original
// less place in the page) stays the same along a copied passage, whatever words were swapped in it.
// So (1) the weights of all hits are added up by original and diagonal in a small table; (2) the
// hits of the few cells that are heavy enough are kept; (3) of these, chains of hits that go on
// along about the same diagonal are found, by dynamic programming: a chain gains what its hits
// weigh and loses a little for every word it steps over. A chain heavy enough is a candidate.
// Everything is counted in whole sixteenths of a nat, so results depend on page and index alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/index/document_keys.hpp"
#include "engine/index/originals_index.hpp"

namespace unspin {

/// Passages that may be of one origin; word numbers as Key::position counts them, ends exclusive.
struct CandidatePassage {
  std::uint32_t original = 0;  ///< number in the index
  std::uint32_t page_begin = 0, page_end = 0;
  std::uint32_t original_begin = 0, original_end = 0;
  double score = 0;  ///< nats: what the shared keys say together, less the gaps
};

/// Keys that stand in more originals than this are not followed: such text is no one's own.
inline constexpr std::uint32_t most_originals_of_key = 16;
/// Nor are those that stand at more places of them: a refrain, held against itself, would make as
/// many hits as the square of its repetitions.
inline constexpr std::uint32_t most_places_of_key = 48;

/// Score from which a chain is a candidate, in nats, by how the index samples its keys. A lower one
/// finds no more copies of 40 words and makes more pages be looked at.
constexpr double least_candidate_score(std::uint32_t sampling) {
  return sampling == 1 ? 80 : sampling == 2 ? 52 : 32;
}

/// Words of the page that a candidate's chain reaches over, by how the index samples its keys. A
/// chain may score as much within a phrase of ten words that both texts happen to have; of ten
/// thousand copies that were found, a handful had all their hits in so few.
constexpr std::uint32_t least_candidate_words(std::uint32_t sampling) {
  return sampling == 1 ? 14 : sampling == 2 ? 10 : 6;
}

/// Searches one page after the other; keeps its memory. One per thread. The index must outlive it.
class PassageSearch {
 public:
  explicit PassageSearch(const OriginalsIndex& index);

  /// Overwrites `out` with the candidates in well-formed UTF-8 of up to 2³¹ bytes, those of the
  /// originals in the order of their numbers, of each the best first. Returns how many words the
  /// page has.
  std::uint32_t find(std::string_view text, std::vector<CandidatePassage>& out);

  /// Sets, for words from `begin` to before `end` of the page searched last, whether they stand in
  /// a phrase that more than eight originals have as a whole: template text, if it is long. All of
  /// a page takes several times as long as the search: for passages that would be accused.
  void mark_common_words(std::uint32_t begin, std::uint32_t end, std::vector<bool>& is_common);

 private:
  struct Hit {
    std::uint32_t original;
    std::int32_t diagonal;  // place in the original less place in the page
    std::uint32_t key;      // index into keys_
    std::int32_t weight;
  };
  struct Link {
    std::int32_t score;
    std::uint32_t before;      // the hit before it in its chain; its own number: none
    std::uint32_t first_word;  // of the chain in the page
    std::int32_t best_score;   // of this hit and those before it
  };
  /// For chains, in sixteenths of a nat.
  struct Bar {
    std::int32_t least_score;
    std::int32_t gap_cost;  // of a word without a hit
  };

  std::int32_t weight_of(std::uint32_t documents) const;
  template <class IsWanted>
  void look_up(IsWanted&& is_wanted);
  void find_promising_words();
  template <class Take>
  void for_each_original(const Bar& bar, Take&& take);
  void gather_hits(std::size_t from);
  void keep_heavy_cells(std::int32_t least_score);
  void share_weights(std::size_t begin, std::size_t end);
  void link_hits(std::size_t begin, std::size_t end, std::int32_t gap_cost);
  void take_chains(std::size_t begin, std::size_t end, std::vector<CandidatePassage>& out);
  std::uint32_t place_in_page(std::size_t hit) const { return keys_[hits_[hit].key].position; }
  std::size_t cell_of(const Hit& hit) const;

  const OriginalsIndex& index_;
  Bar first_, whole_;                  // for the first part of the keys, for all
  std::vector<std::int32_t> weights_;  // by number of documents
  std::uint32_t least_words_;
  KeyFinder finder_;
  std::uint32_t words_ = 0;  // of the page
  std::vector<Key> keys_;
  std::vector<Key> asked_;  // of keys_, those looked up at once
  std::vector<std::uint32_t> number_of_asked_;
  std::vector<IndexedKey> answers_, found_;
  std::unordered_set<std::uint64_t> refrains_;  // hashes of keys that stand at too many places
  std::vector<std::int32_t> is_promising_;      // by word of the page; not 0
  std::vector<Hit> hits_, all_hits_;
  std::vector<std::uint32_t> cells_;
  std::vector<std::uint32_t> key_at_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint8_t> is_used_;
};

}  // namespace unspin
