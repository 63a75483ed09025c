// Reading labelled pairs for training and validation: texts in, figures out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/io/records.hpp"
#include "engine/score/evidence.hpp"
#include "scorers/verdict/features.hpp"

namespace unspin {

/// A pair whose label is known, as figures.
struct LabelledPair {
  std::string id;
  Label truth = Label::paraphrase;
  std::string group;   ///< pairs of one group (rewrites of one article) are never held apart
  std::string kind;    ///< kind of origin, for reports
  std::string family;  ///< of the spinner; empty: none
  VerdictFeatures with_lexicon, without_lexicon;
};

struct LabelledPairOptions {
  const Lexicon* lexicon = nullptr;  ///< null: the figures with and without are the same
  bool also_without_lexicon = true;  ///< else those without stay empty
  int threads = 1;
  std::size_t most_record_bytes = RecordReader::default_most_record_bytes;
};

/// Reads a stream of rows as `unspin score --pairs` does, with fields besides: `label` (verbatim,
/// spun, paraphrase or unrelated; needed), `origin` (pairs of one origin form a group; without it
/// each row is its own), `kind`, `family`. A broken row, or one of another label, goes to
/// `on_issue` and the rest is read. Throws Error(unreadable_input) if the file cannot be read.
std::vector<LabelledPair> read_labelled_pairs(const std::string& path,
                                              const LabelledPairOptions& options,
                                              const std::function<void(const RowIssue&)>& on_issue);

}  // namespace unspin
