// A lexicon of a few swaps that spinners make.
#pragma once

#include <memory>

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin::testing {

inline const Lexicon* small_thesaurus() {
  static const std::shared_ptr<const Lexicon> lexicon = built_from_mythes(
      "community|2\n"
      "(noun)|group|society\n"
      "(noun)|neighbourhood\n"
      "management|1\n"
      "(noun)|administration\n"
      "strong|1\n"
      "(adj)|robust|sturdy\n"
      "carry|1\n"
      "(verb)|haul\n"
      "turn|1\n"
      "(verb)|rotate\n"
      "carry out|1\n"
      "(verb)|perform|execute\n"
      "become|1\n"
      "(verb)|turn into\n"
      "before|1\n"
      "(adv)|earlier than\n"
      "such as|1\n"
      "(adv)|like\n"
      "buy|1\n"
      "(verb)|purchase\n"
      "within|1\n"
      "(adv)|inside\n");
  return lexicon.get();
}

}  // namespace unspin::testing
