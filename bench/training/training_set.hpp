// What goes into the set that the verdict is fitted on, and into the one that it is tested with.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/training/closeness.hpp"
#include "bench/training/excerpts.hpp"
#include "bench/training/labelled_texts.hpp"
#include "bench/training/observed_swaps.hpp"
#include "bench/training/spinner.hpp"
#include "bench/training/training_row.hpp"

namespace unspin::training {

/// What the sets are made of.
struct Materials {
  std::vector<LabelledText> texts;                     ///< of either purpose
  std::vector<LabelledText> corpora;                   ///< the project's own; for evaluation
  std::unordered_map<std::string, SwapList> observed;  ///< by family
  const Thesaurus& thesaurus;
};

/// Writes a set: the honest pairs of its half; spins of their originals, and copies that nobody
/// reworded; unrelated pairs across works; and excerpts of one to a few sentences of all of these.
/// The same materials give the same bytes. For one thread.
class SetMaker {
 public:
  SetMaker(const Materials& materials, Purpose purpose, Sink& sink)
      : materials_(materials), purpose_(purpose), sink_(sink) {}

  void make();

  /// For people: rows by label and level, and the density that each family's spins reached.
  std::string tally() const;

 private:
  /// A text to spin and to copy.
  struct Original {
    std::string id, text, group;
    bool is_article = false;  // of OneStop, or of the corpora
    bool is_modern = true;
  };

  void collect_originals();
  void add_honest(const LabelledText& text);
  void add_part(const TrainingRow& whole, Size size, bool is_excerpt, const std::string& suffix);
  void add_spins(const Original& original);
  void add_spin(const Original& original, const std::string& family, int number);
  std::vector<const SwapList*> vocabularies_of(const Style& style) const;
  void add_copies(const Original& original);
  void add_copy(const Original& original, const std::string& how, const std::string& text);
  void add_unrelated(std::size_t original, int number);
  void add(const TrainingRow& row);
  std::string edited(const Original& original, std::string_view text, Random& random) const;

  const Materials& materials_;
  Purpose purpose_;
  Sink& sink_;
  PreparedPair pair_;
  std::vector<Original> originals_;
  std::map<std::string, std::size_t> counts_;              // by label and level
  std::map<std::string, std::vector<Density>> densities_;  // by family
};

}  // namespace unspin::training
