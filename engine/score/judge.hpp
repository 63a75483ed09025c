// Whoever says what a rewrite is. The engine knows only this; the command brings the real one,
// tests bring their own.
#pragma once

#include "engine/score/evidence.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// The evidence that does not depend on who judges: all but the terms.
Evidence evidence_of(PreparedPair& pair);

class Judge {
 public:
  virtual ~Judge() = default;

  /// The verdict on a pair with its evidence. Depends on the two texts alone; safe to call from
  /// several threads, each with a pair of its own.
  virtual Judgement judge(PreparedPair& pair) const = 0;

  /// The same verdict without the evidence, which takes half of the time.
  virtual Verdict verdict(PreparedPair& pair) const { return judge(pair).verdict; }

  /// What the judge is, for the signature of a result: "model-1-0123abcd".
  virtual std::string_view name() const = 0;
};

}  // namespace unspin
