// Labelled pairs of honest text, and which of them training may see.
//
// The split is by work, never by row: OneStop by article (both rewrites and the mismatched pairs of
// an article stay together; a mismatched pair across the split is in neither half), honest_hard by
// `group`, which is what comes before the details in its field `origin` (a book of the Bible in all
// translations, one chapter of Don Quixote, all of Simple Wikipedia, all licence texts). A group is
// for training if a hash of its name says so and all its rows may be trained on: public domain and
// open licences only. IteraTeR and Aesop are for evaluation, APTY is for training.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unspin::training {

enum class Purpose { training, evaluation };

struct LabelledText {
  std::string id = {};
  std::string source = {}, rewrite = {};
  std::string group = {};  ///< what must not be parted
  std::string kind = {};   ///< "onestop/light", "independent_translation/quixote"
  std::string note = {};   ///< the label that the set gives
  bool is_sentence = false;
  bool is_mismatched = false;  ///< two works put together: unrelated, whatever they share
  Purpose purpose = Purpose::evaluation;
};

/// Whether a licence, as the data states it, lets anyone train on the text.
bool is_open(std::string_view licence);

/// All rows of the sets in a folder. Throws Error(unreadable_input).
std::vector<LabelledText> read_labelled_texts(const std::string& folder);

/// The project's own articles with their companions, for evaluation: the spun ones too, whose kind
/// begins with "spin". Throws Error(unreadable_input).
std::vector<LabelledText> read_corpora(const std::string& folder);

}  // namespace unspin::training
