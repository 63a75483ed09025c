#include "scorers/term/mentions.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <unordered_map>
#include <xxhash.h>

namespace unspin {
namespace {

/// How many mentions are looked at for one that is nearly the same thing, in the whole pair;
/// ordinary pairs need a few hundred.
constexpr std::size_t most_comparisons(std::size_t mentions) { return 20'000 + 16 * mentions; }

class Finder {
 public:
  Finder(PreparedPair& pair, std::span<const Mention> source, std::span<const Mention> rewrite,
         const Judged& judge)
      : alignment_(pair.alignment()),
        counterparts_(pair.shared(find_counterparts)),
        facts_(pair.word_facts()),
        reading_(read_as_meant(pair, TextIndex::rewrite)),
        source_(source),
        rewrite_(rewrite),
        judge_(judge),
        fates_(source.size()),
        is_found_(source.size(), false),
        is_taken_(reading_.words.size(), false) {
    for (const Mention& mention : rewrite_) {
      longest_ = std::max(longest_, mention.words.size());
    }
  }

  std::vector<Fate> find() {
    each([&](std::uint32_t i) { find_in_place(i, &Finder::is_same_thing); });
    each([&](std::uint32_t i) { find_in_place(i, &Finder::is_judged); });
    sort_by_thing();
    each([&](std::uint32_t i) { find_same(i, false); });
    each([&](std::uint32_t i) { find_alike(i); });
    each([&](std::uint32_t i) { find_same(i, true); });
    each([&](std::uint32_t i) { find_in_place(i, nullptr); });
    each([&](std::uint32_t i) { find_counterpart(i); });
    return std::move(fates_);
  }

 private:
  using Test = Fate::Kind (Finder::*)(const Mention&, const Mention&) const;

  template <class Look>
  void each(Look&& look) {
    for (std::uint32_t i = 0; i < source_.size(); ++i) {
      if (!is_found_[i] && !source_[i].is_weak) {
        look(i);
      }
    }
  }

  Fate::Kind is_same_thing(const Mention& source, const Mention& rewrite) const {
    return source.thing != rewrite.thing ? Fate::lost
           : source.form == rewrite.form ? Fate::kept
                                         : judge_(source, rewrite, true);
  }
  Fate::Kind is_judged(const Mention& source, const Mention& rewrite) const {
    return judge_(source, rewrite, true);
  }

  bool is_free(const Mention& mention) const {
    return std::none_of(is_taken_.begin() + mention.words.begin,
                        is_taken_.begin() + mention.words.end, [](bool taken) { return taken; });
  }

  void settle(std::uint32_t i, Fate::Kind kind, const Mention& mention) {
    is_found_[i] = true;
    fates_[i].kind = kind;
    if (kind >= Fate::near_miss) {
      fates_[i].rendering = mention.text;
    }
    std::fill(is_taken_.begin() + mention.words.begin, is_taken_.begin() + mention.words.end, true);
  }

  /// Among the mentions that hold a word which stands for one of the source's mention. Without a
  /// test any of them has replaced it.
  void find_in_place(std::uint32_t i, Test test) {
    const WordRange words = source_[i].words;
    const WordRange counterpart = counterparts_.of(words);
    for (std::uint32_t j = counterpart.begin; j < counterpart.end && !is_found_[i]; ++j) {
      find_at(i, j, test);
    }
    for (std::uint32_t w = words.begin; w < words.end && !is_found_[i]; ++w) {
      if (alignment_.to_rewrite[w] != not_aligned) {
        find_at(i, alignment_.to_rewrite[w], test);
      }
    }
  }

  void find_at(std::uint32_t i, std::uint32_t word, Test test) {
    const std::uint32_t least = word - std::min(word, longest_);
    auto mention = std::lower_bound(
        rewrite_.begin(), rewrite_.end(), least,
        [](const Mention& one, std::uint32_t begin) { return one.words.begin < begin; });
    for (; mention != rewrite_.end() && mention->words.begin <= word; ++mention) {
      if (mention->words.end <= word || !is_free(*mention)) {
        continue;
      }
      const Fate::Kind kind = test == nullptr ? (mention->is_weak ? Fate::lost : Fate::replaced)
                                              : (this->*test)(source_[i], *mention);
      if (kind != Fate::lost) {
        return settle(i, kind, *mention);
      }
    }
  }

  void sort_by_thing() {
    by_thing_.resize(rewrite_.size());
    for (std::uint32_t j = 0; j < by_thing_.size(); ++j) {
      by_thing_[j] = j;
    }
    std::ranges::sort(by_thing_, [&](std::uint32_t a, std::uint32_t b) {
      const Mention& one = rewrite_[a];
      const Mention& other = rewrite_[b];
      return std::tie(one.is_weak, one.thing, one.form, a) <
             std::tie(other.is_weak, other.thing, other.form, b);
    });
    next_of_thing_.assign(rewrite_.size(), 0);
    next_of_form_.assign(rewrite_.size(), 0);
  }

  /// Anywhere in the rewrite, the same form first.
  void find_same(std::uint32_t i, bool is_weak) {
    const Mention& mention = source_[i];
    const auto of_thing = std::ranges::equal_range(
        by_thing_, std::pair(is_weak, mention.thing), {},
        [&](auto j) { return std::pair(rewrite_[j].is_weak, rewrite_[j].thing); });
    const auto of_form = std::ranges::equal_range(
        of_thing, mention.form, {}, [&](std::uint32_t j) { return rewrite_[j].form; });
    if (const Mention* same = take_next(of_form, next_of_form_)) {
      settle(i, Fate::kept, *same);
    } else if (const Mention* other = take_next(of_thing, next_of_thing_)) {
      settle(i, judge_(mention, *other, false), *other);
    }
  }

  /// The first free one of a group. How many at its start are not free is remembered: they stay so.
  template <class Group>
  const Mention* take_next(const Group& group, std::vector<std::uint32_t>& next) {
    if (group.empty()) {
      return nullptr;
    }
    std::uint32_t& at = next[static_cast<std::size_t>(&*group.begin() - by_thing_.data())];
    while (at < group.size() && !is_free(rewrite_[group[at]])) {
      ++at;
    }
    return at < group.size() ? &rewrite_[group[at]] : nullptr;
  }

  /// Anywhere in the rewrite, what is nearly it.
  void find_alike(std::uint32_t i) {
    for (const Mention& mention : rewrite_) {
      if (comparisons_left_ == 0) {
        return;
      }
      --comparisons_left_;
      if (mention.is_weak || !is_free(mention)) {
        continue;
      }
      if (const Fate::Kind kind = judge_(source_[i], mention, false); kind != Fate::lost) {
        return settle(i, kind, mention);
      }
    }
  }

  /// Whatever words stand in its place.
  void find_counterpart(std::uint32_t i) {
    const WordRange range = counterparts_.of(source_[i].words);
    if (range.is_empty()) {
      return;
    }
    const Mention mention{.words = range, .text = reading_.of(range)};
    const bool has_content =
        std::any_of(reading_.words.id.begin() + range.begin, reading_.words.id.begin() + range.end,
                    [&](std::uint32_t id) { return facts_.is_content(id); });
    if (has_content && is_free(mention)) {
      const Fate::Kind kind = judge_(source_[i], mention, true);
      settle(i, kind == Fate::lost ? Fate::replaced : kind, mention);
    }
  }

  const Alignment& alignment_;
  const Counterparts& counterparts_;
  const WordFacts& facts_;
  const Reading reading_;
  std::span<const Mention> source_, rewrite_;
  const Judged& judge_;
  std::vector<Fate> fates_;
  std::vector<bool> is_found_;  // by mention of the source
  std::vector<bool> is_taken_;  // by word of the rewrite
  std::uint32_t longest_ = 0;
  std::vector<std::uint32_t> by_thing_;  // mentions of the rewrite
  std::vector<std::uint32_t> next_of_thing_, next_of_form_;
  std::size_t comparisons_left_ = most_comparisons(source_.size());
};

/// Counts equal ones together, most frequent first.
void merge(std::vector<TermRecord::Rendering>& all) {
  std::ranges::sort(all, {}, &TermRecord::Rendering::text);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && all[kept - 1].text == all[i].text) {
      ++all[kept - 1].count;
    } else if (kept++ < i) {
      all[kept - 1] = std::move(all[i]);
    }
  }
  all.resize(kept);
  std::ranges::stable_sort(all, std::ranges::greater{}, &TermRecord::Rendering::count);
}

void count_fate(Fate fate, TermRecord& record) {
  ++record.occurrences;
  switch (fate.kind) {
    case Fate::kept:
      ++record.kept;
      break;
    case Fate::inflected:
      ++record.inflected;
      break;
    case Fate::variant:
      ++record.variants;
      break;
    case Fate::near_miss:
      record.near_misses.push_back({std::move(fate.rendering), 1});
      break;
    case Fate::replaced:
      record.replaced.push_back({std::move(fate.rendering), 1});
      break;
    case Fate::lost:
      ++record.lost;
      break;
  }
}

}  // namespace

std::string_view Reading::behind(std::uint32_t word) const {
  const std::size_t end = word + 1 < words.size() ? words.begin[word + 1] : text.size();
  return text.substr(words.end[word], end - words.end[word]);
}

std::string_view Reading::before(std::uint32_t word) const {
  const std::size_t begin = word > 0 ? words.end[word - 1] : 0;
  return text.substr(begin, words.begin[word] - begin);
}

WordRange Reading::words_in(std::size_t begin, std::size_t end) const {
  const auto first = std::ranges::upper_bound(words.end, begin);
  const auto last = std::lower_bound(words.begin.begin(), words.begin.end(), end);
  const auto from = static_cast<std::uint32_t>(first - words.end.begin());
  const auto to = static_cast<std::uint32_t>(last - words.begin.begin());
  return {from, std::max(from, to)};
}

Reading read_as_meant(PreparedPair& pair, TextIndex which) {
  PreparedPair& meant = pair.as_meant();
  return {meant.text(which), meant.words(which), meant.word_vocabulary()};
}

std::vector<Fate> find_again(PreparedPair& pair, std::span<const Mention> source,
                             std::span<const Mention> rewrite, const Judged& judge) {
  return source.empty() ? std::vector<Fate>{} : Finder(pair, source, rewrite, judge).find();
}

std::vector<TermRecord> records_of(std::span<const Mention> source, std::vector<Fate> fates) {
  std::vector<TermRecord> records;
  std::unordered_map<std::uint64_t, std::uint32_t> record_of;
  std::unordered_map<std::uint64_t, std::uint32_t> times_written;
  std::vector<std::uint32_t> most_written;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i].is_weak) {
      continue;
    }
    const auto [found, is_new] =
        record_of.try_emplace(source[i].thing, static_cast<std::uint32_t>(records.size()));
    if (is_new) {
      records.emplace_back();
      most_written.push_back(0);
    }
    records[found->second].places.push_back({source[i].words.begin, source[i].words.end});
    count_fate(std::move(fates[i]), records[found->second]);
    const std::uint32_t times = ++times_written[mix(source[i].thing, hash_of(source[i].text))];
    if (times > most_written[found->second]) {
      most_written[found->second] = times;
      records[found->second].term = source[i].text;
    }
  }
  for (TermRecord& record : records) {
    merge(record.near_misses);
    merge(record.replaced);
  }
  return records;
}

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  const std::array<std::uint64_t, 2> both{hash, value};
  return XXH3_64bits(both.data(), sizeof(both));
}

}  // namespace unspin
