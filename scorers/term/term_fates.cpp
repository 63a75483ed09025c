#include "scorers/term/term_fates.hpp"

#include <algorithm>
#include <string>

#include "scorers/term/counterparts.hpp"
#include "scorers/term/near_miss.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t most_words_gained = 2;     // by what stands for a term
constexpr std::uint32_t most_words_in_place = 40;  // a longer stretch is no place
constexpr std::size_t most_looked_at = 16;         // renderings in one place

/// What a phrase is to a term; the first of these that stands in a place is what counts there.
enum class Role : std::uint8_t { itself, forbidden, variant };

constexpr std::size_t most_meanings = 8;  // of one phrase

/// Where the rewrite has a term or one of its renderings.
struct Sighting {
  WordRange at;
  Role role = Role::itself;
  bool is_used = false;  // stands for an occurrence
};

/// All that is looked for in the rewrite, and what it is. One phrase may be something to several
/// terms: an acronym is a term and its expansion's variant.
class Renderings {
 public:
  Renderings(std::span<const SourceTerm> terms, const TermWords& words) : words_(words) {
    for (std::uint32_t term = 0; term < terms.size(); ++term) {
      const SourceTerm& of = terms[term];
      const auto stems = words.source_stems().begin() + of.begins.front();
      add({stems, stems + of.length}, {term, Role::itself, of.is_acronym});
      for (const SourceTerm::Rendering& rendering : of.forbidden) {
        add(rendering.phrase, {term, Role::forbidden, rendering.is_acronym});
      }
      for (const SourceTerm::Rendering& rendering : of.variants) {
        add(rendering.phrase, {term, Role::variant, rendering.is_acronym});
      }
    }
  }

  /// By term, ascending by place. Where several renderings of a term begin, the longest is meant;
  /// none overlaps another.
  std::vector<std::vector<Sighting>> find(std::size_t terms) const {
    std::vector<std::vector<Sighting>> found(terms);
    const std::vector<std::uint32_t>& stems = words_.rewrite_stems();
    for (std::uint32_t begin = 0; begin < stems.size(); ++begin) {
      std::uint32_t phrase = PhraseTree::empty_phrase;
      for (std::uint32_t i = begin; i < stems.size(); ++i) {
        phrase = phrases_.find(phrase, stems[i]);
        if (phrase == PhraseTree::none) {
          break;
        }
        for (std::uint32_t at = first_[phrase]; at != PhraseTree::none; at = meanings_[at].next) {
          const Meaning& meaning = meanings_[at];
          if (!meaning.is_acronym || words_.is_rewrite_acronym(begin)) {
            see({{begin, i + 1}, meaning.role}, found[meaning.term]);
          }
        }
      }
    }
    return found;
  }

 private:
  struct Meaning {
    std::uint32_t term = 0;
    Role role = Role::itself;
    bool is_acronym = false;
    std::uint32_t next = PhraseTree::none;  // of the same phrase
  };

  static void see(const Sighting& sighting, std::vector<Sighting>& all) {
    if (all.empty() || all.back().at.end <= sighting.at.begin) {
      all.push_back(sighting);
    } else if (all.back().at.begin == sighting.at.begin) {
      all.back() = sighting;
    }
  }

  /// What was added first is met last, so that it stays what a phrase is to a term. What means too
  /// many things says nothing of any: only the first of them count.
  void add(const TermPhrase& stems, Meaning meaning) {
    std::uint32_t phrase = PhraseTree::empty_phrase;
    for (const std::uint32_t stem : stems) {
      phrase = phrases_.extend(phrase, stem);
    }
    first_.resize(phrases_.size(), PhraseTree::none);
    std::size_t meanings = 0;
    for (std::uint32_t at = first_[phrase]; at != PhraseTree::none; at = meanings_[at].next) {
      ++meanings;
    }
    if (meanings == most_meanings) {
      return;
    }
    meaning.next = first_[phrase];
    first_[phrase] = static_cast<std::uint32_t>(meanings_.size());
    meanings_.push_back(meaning);
  }

  const TermWords& words_;
  PhraseTree phrases_;
  std::vector<std::uint32_t> first_ = {PhraseTree::none};  // by phrase: its first meaning
  std::vector<Meaning> meanings_;
};

/// Counts texts, the most frequent first.
std::vector<TermRecord::Rendering> counted(std::vector<TermRecord::Rendering>& texts) {
  std::ranges::sort(texts, {}, &TermRecord::Rendering::text);
  std::vector<TermRecord::Rendering> distinct;
  for (TermRecord::Rendering& one : texts) {
    if (distinct.empty() || distinct.back().text != one.text) {
      distinct.push_back(std::move(one));
    } else {
      distinct.back().count += one.count;
      distinct.back().is_forbidden = distinct.back().is_forbidden || one.is_forbidden;
    }
  }
  std::ranges::stable_sort(distinct, std::ranges::greater(), &TermRecord::Rendering::count);
  return distinct;
}

class FateFinder {
 public:
  FateFinder(std::span<const SourceTerm> terms, const TermWords& words)
      : words_(words),
        pair_(words.pair()),
        alignment_(pair_.alignment()),
        counterparts_(pair_.shared(find_counterparts)),
        sightings_(Renderings(terms, words).find(terms.size())) {}

  TermFate fate_of(const SourceTerm& term, std::size_t number) {
    sightings_of_term_ = sightings_[number];
    variants_.clear();
    near_misses_.clear();
    replaced_.clear();
    TermRecord record;
    record.term = name_of(term);
    record.occurrences = static_cast<std::uint32_t>(term.begins.size());
    record.is_from_glossary = term.is_from_glossary;
    record.places.reserve(term.begins.size());
    for (const std::uint32_t begin : term.begins) {
      record.places.push_back({begin, begin + term.length});
      look_up({begin, begin + term.length}, record);
    }
    credit_moved(term, record);
    record.variants = static_cast<std::uint32_t>(variants_.size());
    record.near_misses = counted(near_misses_);
    record.replaced = counted(replaced_);
    const std::uint32_t most_alike = most_alike_of(record);
    return {std::move(record), most_alike};
  }

 private:
  /// As the source writes it most often, and first of all.
  std::string name_of(const SourceTerm& term) const {
    const auto ids = words_.source().id.begin();
    const auto is_as_first = [&](std::uint32_t begin) {
      const auto first = ids + term.begins.front();
      return std::equal(first, first + term.length, ids + begin);
    };
    std::vector<TermRecord::Rendering> surfaces;
    if (!std::ranges::all_of(term.begins, is_as_first)) {
      for (const std::uint32_t begin : term.begins) {
        surfaces.push_back({text_of(pair_, words_.source(), {begin, begin + term.length}), 1});
      }
      return std::move(counted(surfaces).front().text);
    }
    return text_of(pair_, words_.source(),
                   {term.begins.front(), term.begins.front() + term.length});
  }

  void look_up(WordRange occurrence, TermRecord& record) {
    const WordRange counterpart = counterparts_.of(occurrence, most_words_gained);
    if (counterpart.size() == occurrence.size() && is_kept(occurrence)) {
      ++(is_identical(occurrence) ? record.kept : record.inflected);
    } else if (Sighting* sighting = sighting_in_place_of(occurrence)) {
      use(*sighting, occurrence.begin, record);
    } else if (counterpart.is_empty() || !has_content(counterpart)) {
      ++record.lost;
    } else {
      (is_near(occurrence, counterpart) ? near_misses_ : replaced_)
          .push_back({text_of(pair_, words_.rewrite(), whole(occurrence, counterpart)), 1});
    }
  }

  /// What the whole occurrence became if exactly that was changed, also words that stand for none
  /// of its own: public library → open reading room.
  WordRange whole(WordRange occurrence, WordRange counterpart) const {
    const std::vector<Change>& changes = pair_.changes();
    const auto change =
        std::ranges::upper_bound(changes, occurrence.begin, {}, &Change::source_end);
    const bool is_all = change != changes.end() && change->source_begin == occurrence.begin &&
                        change->source_end == occurrence.end &&
                        change->rewrite_begin <= counterpart.begin &&
                        counterpart.end <= change->rewrite_end &&
                        change->rewrite_words() <= occurrence.size() + most_words_gained;
    return is_all ? WordRange{change->rewrite_begin, change->rewrite_end} : counterpart;
  }

  bool is_kept(WordRange occurrence) const {
    for (std::uint32_t i = occurrence.begin; i < occurrence.end; ++i) {
      if (!alignment_.is_kept(i)) {
        return false;
      }
    }
    return true;
  }

  bool is_identical(WordRange occurrence) const {
    const auto likeness = alignment_.likeness.begin();
    return std::all_of(likeness + occurrence.begin, likeness + occurrence.end,
                       [](Likeness one) { return one == Likeness::identical; });
  }

  bool is_near(WordRange occurrence, WordRange counterpart) const {
    if (counterpart.size() != occurrence.size()) {
      return false;
    }
    for (std::uint32_t k = 0; k < occurrence.size(); ++k) {
      const std::uint32_t i = occurrence.begin + k;
      const std::uint32_t j = counterpart.begin + k;
      if (words_.source_stems()[i] != words_.rewrite_stems()[j] &&
          !is_near_miss(words_.text(words_.source().id[i]), words_.text(words_.rewrite().id[j]))) {
        return false;
      }
    }
    return true;
  }

  bool has_content(WordRange range) const {
    const auto ids = words_.rewrite().id.begin();
    return std::any_of(ids + range.begin, ids + range.end,
                       [&](std::uint32_t id) { return words_.is_content(id); });
  }

  /// The rendering that stands where the occurrence stood, if one does.
  Sighting* sighting_in_place_of(WordRange occurrence) {
    if (sightings_of_term_.empty()) {
      return nullptr;
    }
    const WordRange place = place_of(occurrence);
    const auto first = std::ranges::lower_bound(sightings_of_term_, place.begin, {},
                                                [](const Sighting& one) { return one.at.begin; });
    Sighting* best = nullptr;
    std::size_t looked_at = 0;
    for (auto one = first;
         one != sightings_of_term_.end() && one->at.begin < place.end && looked_at < most_looked_at;
         ++one, ++looked_at) {
      if (one->at.end <= place.end && !one->is_used &&
          (one->role != Role::itself || !is_in_place_outside(*one, occurrence)) &&
          (best == nullptr || one->role < best->role)) {
        best = &*one;
      }
    }
    return best;
  }

  /// From the first to the last of the words that stand for the occurrence or for what is changed
  /// with it; empty if these are too many to be one place.
  WordRange place_of(WordRange occurrence) const {
    WordRange place{PhraseTree::none, 0};
    const auto add = [&place](std::uint32_t begin, std::uint32_t end) {
      place = {std::min(place.begin, begin), std::max(place.end, end)};
    };
    for (std::uint32_t i = occurrence.begin; i < occurrence.end; ++i) {
      if (alignment_.is_kept(i)) {
        add(alignment_.to_rewrite[i], alignment_.to_rewrite[i] + 1);
      }
    }
    const std::vector<Change>& changes = pair_.changes();
    for (auto change = std::ranges::upper_bound(changes, occurrence.begin, {}, &Change::source_end);
         change != changes.end() && change->source_begin < occurrence.end; ++change) {
      add(change->rewrite_begin, change->rewrite_end);
    }
    return place.begin > place.end || place.size() > most_words_in_place ? WordRange{} : place;
  }

  void use(Sighting& sighting, std::uint32_t source_begin, TermRecord& record) {
    sighting.is_used = true;
    if (sighting.role == Role::itself) {
      const auto rewrite = words_.rewrite().id.begin();
      const bool is_same = std::equal(rewrite + sighting.at.begin, rewrite + sighting.at.end,
                                      words_.source().id.begin() + source_begin);
      ++(is_same ? record.kept : record.inflected);
      return;
    }
    const bool is_forbidden = sighting.role == Role::forbidden;
    (is_forbidden ? replaced_ : variants_)
        .push_back({text_of(pair_, words_.rewrite(), sighting.at), 1, is_forbidden});
  }

  /// Whether it stands where its first word stood in the source.
  bool is_in_place(const Sighting& sighting) const { return is_in_place_outside(sighting, {}); }

  /// Whether its first word stood outside of the occurrence: it is another one's.
  bool is_in_place_outside(const Sighting& sighting, WordRange occurrence) const {
    const std::uint32_t i = alignment_.to_source[sighting.at.begin];
    return i != not_aligned && alignment_.is_kept(i) &&
           (i < occurrence.begin || i >= occurrence.end);
  }

  void credit_moved(const SourceTerm& term, TermRecord& record) {
    for (Sighting& sighting : sightings_of_term_) {
      if (record.lost == 0) {
        return;
      }
      // An acronym that stood beside its expansion stands for both when that was dropped.
      const bool may_stand_for_it = sighting.role == Role::variant ||
                                    (sighting.role == Role::itself && !is_in_place(sighting));
      if (may_stand_for_it && !sighting.is_used) {
        --record.lost;
        use(sighting, term.begins.front(), record);
      }
    }
  }

  std::uint32_t most_alike_of(const TermRecord& record) {
    std::uint32_t most = record.kept + record.inflected;
    for (const auto& all : {counted(variants_), record.near_misses, record.replaced}) {
      if (!all.empty()) {
        most = std::max(most, all.front().count);
      }
    }
    return most;
  }

  const TermWords& words_;
  PreparedPair& pair_;
  const Alignment& alignment_;
  const Counterparts& counterparts_;
  std::vector<std::vector<Sighting>> sightings_;  // by term
  std::span<Sighting> sightings_of_term_;
  std::vector<TermRecord::Rendering> variants_, near_misses_, replaced_;  // of the term, uncounted
};

}  // namespace

std::vector<TermFate> fates_of(std::span<const SourceTerm> terms, const TermWords& words) {
  std::vector<TermFate> fates;
  if (terms.empty()) {
    return fates;
  }
  FateFinder finder(terms, words);
  fates.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    fates.push_back(finder.fate_of(terms[i], i));
  }
  return fates;
}

}  // namespace unspin
