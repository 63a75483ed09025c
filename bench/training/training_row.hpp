// One labelled pair of the sets that the verdict is fitted on and tested with.
#pragma once

#include <string>
#include <string_view>

#include "engine/io/sink.hpp"

namespace unspin::training {

enum class PairLabel { verbatim, spun, paraphrase, unrelated };
std::string_view name_of(PairLabel label);

struct TrainingRow {
  std::string id = {};
  std::string source = {}, rewrite = {};
  PairLabel label = PairLabel::paraphrase;
  std::string origin = {};  ///< group that must not be parted when the set is split again
  std::string kind = {};    ///< "spin", "copy/typos", "independent_translation/quixote"
  bool is_excerpt = false;
  std::string family = {}, style = {};  ///< of spins
};

/// Writes the row as one line of JSON. Throws as the sink does.
void write(const TrainingRow& row, Sink& sink);

}  // namespace unspin::training
