#include "tests/engine/align/aligned_texts.hpp"

#include <algorithm>
#include <vector>

#include "engine/lexicon/stemmer.hpp"

namespace unspin::testing {
namespace {

/// "2-3" for the sentences of the words from `begin` to `end`; nothing for none.
std::string sentences(const Words& words, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) {
    return "";
  }
  const auto number = [&](std::uint32_t word) {
    return std::upper_bound(words.sentence_begin.begin(), words.sentence_begin.end(), word) -
           words.sentence_begin.begin();
  };
  const auto first = number(begin);
  const auto last = number(end - 1);
  return std::to_string(first) + (first == last ? "" : "-" + std::to_string(last));
}

/// Looks for flaws. Each function adds to `flaws` what it finds.
class Inspector {
 public:
  explicit Inspector(PreparedPair& pair)
      : pair_(pair),
        alignment_(pair.alignment()),
        source_words_(pair.words(TextIndex::source).size()),
        rewrite_words_(pair.words(TextIndex::rewrite).size()) {}

  std::string flaws() {
    inspect_beads();
    inspect_links();
    inspect_changes();
    inspect_swaps();
    return std::move(flaws_);
  }

  std::string flaws_of_rows() {
    inspect_rows();
    return std::move(flaws_);
  }

 private:
  void require(bool holds, const std::string& what, std::uint32_t word) {
    if (!holds && flaws_.size() < 500) {
      flaws_ += what + " at word " + std::to_string(word) + "\n";
    }
  }

  void inspect_beads() {
    std::uint32_t source_at = 0;
    std::vector<int> beads_of_rewrite(rewrite_words_, 0);
    for (const Bead& bead : alignment_.beads) {
      require(bead.source_begin == source_at && bead.source_end >= source_at,
              "a bead leaves a gap or goes back", source_at);
      source_at = bead.source_end;
      for (std::uint32_t j = bead.rewrite_begin; j < bead.rewrite_end; ++j) {
        ++beads_of_rewrite.at(j);
      }
    }
    require(source_at == source_words_, "the beads end early", source_at);
    for (std::uint32_t j = 0; j < rewrite_words_; ++j) {
      require(beads_of_rewrite[j] == 1, "not in one bead: the rewrite", j);
    }
  }

  void inspect_links() {
    require(alignment_.to_rewrite.size() == source_words_, "a link for each source word", 0);
    require(alignment_.to_source.size() == rewrite_words_, "a link for each rewrite word", 0);
    std::size_t links = 0;
    for (const Bead& bead : alignment_.beads) {
      std::uint32_t next = bead.rewrite_begin;
      for (std::uint32_t i = bead.source_begin; i < bead.source_end; ++i) {
        const std::uint32_t j = alignment_.to_rewrite[i];
        require((j == not_aligned) == (alignment_.likeness[i] == Likeness::none),
                "the likeness contradicts the link", i);
        if (j == not_aligned) {
          continue;
        }
        require(j >= next && j < bead.rewrite_end, "a link crosses another or leaves its bead", i);
        require(j < rewrite_words_ && alignment_.to_source[j] == i, "no inverse", i);
        require((alignment_.likeness[i] == Likeness::identical) ==
                    (pair_.words(TextIndex::source).id[i] == pair_.words(TextIndex::rewrite).id[j]),
                "identical words and no others are identical", i);
        next = j + 1;
        ++links;
      }
    }
    const auto back = static_cast<std::size_t>(
        std::ranges::count_if(alignment_.to_source, [](auto i) { return i != not_aligned; }));
    require(back == links, "as many links back as there", 0);
  }

  void inspect_changes() {
    std::vector<int> of_source(source_words_, 0);
    std::vector<int> of_rewrite(rewrite_words_, 0);
    for (std::uint32_t i = 0; i < source_words_; ++i) {
      if (alignment_.is_kept(i)) {
        ++of_source[i];
        ++of_rewrite[alignment_.to_rewrite[i]];
      }
    }
    for (const Change& change : pair_.changes()) {
      require(change.source_words() + change.rewrite_words() > 0, "an empty change",
              change.source_begin);
      for (std::uint32_t i = change.source_begin; i < change.source_end; ++i) {
        ++of_source.at(i);
      }
      for (std::uint32_t j = change.rewrite_begin; j < change.rewrite_end; ++j) {
        ++of_rewrite.at(j);
      }
    }
    for (std::uint32_t i = 0; i < source_words_; ++i) {
      require(of_source[i] == 1, "neither kept nor in one change: the source", i);
    }
    for (std::uint32_t j = 0; j < rewrite_words_; ++j) {
      require(of_rewrite[j] == 1, "neither kept nor in one change: the rewrite", j);
    }
  }

  void inspect_swaps() {
    const SwapTable& table = pair_.swaps();
    std::vector<int> swaps_of_rewrite(rewrite_words_, 0);
    std::uint32_t source_at = 0;
    for (const Swap& swap : table.swaps) {
      require(swap.source_begin >= source_at && swap.source_end > swap.source_begin &&
                  swap.rewrite_end > swap.rewrite_begin,
              "a swap is empty, or overlaps the one before", swap.source_begin);
      source_at = swap.source_end;
      for (std::uint32_t j = swap.rewrite_begin; j < swap.rewrite_end; ++j) {
        require(++swaps_of_rewrite.at(j) == 1, "in two swaps: the rewrite", j);
      }
      require(block_of(swap.source_begin, swap.source_end, true) ==
                  block_of(swap.rewrite_begin, swap.rewrite_end, false),
              "a swap leaves its sentences", swap.source_begin);
    }
  }

  void inspect_rows() {
    const SwapTable& table = pair_.swaps();
    std::vector<std::uint32_t> counts(table.rows.size(), 0);
    for (const Swap& swap : table.swaps) {
      ++counts.at(swap.row);
      const Substitution& row = table.rows[swap.row];
      const bool is_one_word = swap.source_words() == 1 && swap.rewrite_words() == 1;
      const std::string from =
          words_of(pair_, TextIndex::source, swap.source_begin, swap.source_end);
      const std::string to =
          words_of(pair_, TextIndex::rewrite, swap.rewrite_begin, swap.rewrite_end);
      require((is_one_word ? without_possessive(from) : std::string_view(from)) == row.from &&
                  (is_one_word ? without_possessive(to) : std::string_view(to)) == row.to,
              "a swap of \"" + from + "\" and \"" + to + "\" in the row of \"" + row.from +
                  "\" and \"" + row.to + "\"",
              swap.source_begin);
    }
    for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
      require(table.rows[r].is_made_of_rows || table.rows[r].count == counts[r],
              "a row does not count its swaps: " + table.rows[r].from, r);
      require(table.rows[r].from != table.rows[r].to, "nothing was swapped in a row", r);
    }
  }

  /// The number of the run of beads, each of which follows the one before in both texts, that the
  /// words are in; −1 if they are in several.
  int block_of(std::uint32_t begin, std::uint32_t end, bool is_source) const {
    int block = 0;
    int found = -1;
    for (std::size_t b = 0; b < alignment_.beads.size(); ++b) {
      const Bead& bead = alignment_.beads[b];
      block += b > 0 && !alignment_.beads[b - 1].is_followed_by(bead) ? 1 : 0;
      const std::uint32_t from = is_source ? bead.source_begin : bead.rewrite_begin;
      const std::uint32_t to = is_source ? bead.source_end : bead.rewrite_end;
      if (std::max(from, begin) < std::min(to, end)) {
        if (found >= 0 && found != block) {
          return -1;
        }
        found = block;
      }
    }
    return found;
  }

  PreparedPair& pair_;
  const Alignment& alignment_;
  std::size_t source_words_, rewrite_words_;
  std::string flaws_;
};

}  // namespace

std::string words_of(PreparedPair& pair, TextIndex which, std::uint32_t begin, std::uint32_t end) {
  std::string text;
  for (std::uint32_t i = begin; i < end; ++i) {
    text += i == begin ? "" : " ";
    text += pair.word_vocabulary().text(pair.words(which).id[i]);
  }
  return text;
}

std::string beads_of(PreparedPair& pair) {
  std::string text;
  for (const Bead& bead : pair.alignment().beads) {
    text += text.empty() ? "" : " ";
    text += sentences(pair.words(TextIndex::source), bead.source_begin, bead.source_end);
    text += bead.kind == Bead::Kind::linked ? "=" : bead.kind == Bead::Kind::moved ? "~" : "?";
    text += sentences(pair.words(TextIndex::rewrite), bead.rewrite_begin, bead.rewrite_end);
  }
  return text;
}

std::string flaw_of(PreparedPair& pair) { return Inspector(pair).flaws(); }

std::string flaw_of_rows(PreparedPair& pair) { return Inspector(pair).flaws_of_rows(); }

std::size_t links_of(PreparedPair& pair) {
  return static_cast<std::size_t>(std::ranges::count_if(
      pair.alignment().to_rewrite, [](std::uint32_t j) { return j != not_aligned; }));
}

std::size_t identical_links_of(PreparedPair& pair) {
  return static_cast<std::size_t>(
      std::ranges::count(pair.alignment().likeness, Likeness::identical));
}

std::size_t kept_words_of(PreparedPair& pair) {
  return static_cast<std::size_t>(std::ranges::count_if(
      pair.alignment().likeness, [](Likeness l) { return l >= Likeness::same_stem; }));
}

std::size_t kept_content_words_of(PreparedPair& pair) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pair.words(TextIndex::source).size(); ++i) {
    const std::uint32_t id = pair.words(TextIndex::source).id[i];
    count += pair.alignment().is_kept(i) && pair.word_facts().is_content(id) ? 1u : 0u;
  }
  return count;
}

}  // namespace unspin::testing
