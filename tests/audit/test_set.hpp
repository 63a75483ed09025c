// The whole test set: originals, a crawl, and the truth about it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tests/audit/cast.hpp"
#include "tests/audit/page_maker.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

/// How much to make; less is made where the texts do not suffice.
struct SetSize {
  std::size_t originals = 10'000, clean = 10'000;
  std::size_t hard = 1'000;  ///< of each other innocent kind
  std::size_t copies = 200;  ///< of each guilty kind
};

/// How many passages that takes.
CastSize cast_size(const SetSize& size);

struct TestSet {
  std::vector<Passage> originals;
  std::vector<MadePage> crawl;  ///< shuffled, with ids that do not tell the kind

  /// For people: originals, and pages by kind.
  std::string tally() const;
};

/// Makes the set of a cast: some originals get boilerplate, at least ten of each that a page
/// shares. Others are copied, each once as long as they last. The same cast gives the same set.
/// Throws Error(unreadable_input) if the cast has no originals or no hosts.
TestSet make_set(Cast cast, const SetSize& size, const Reworder& reworder);

/// Writes originals.jsonl (id, url, title, text), crawl.jsonl (id, url, text or html) and
/// truth.jsonl into a folder, which is made if need be. Throws Error(unwritable_output);
/// Error(unreadable_input) if a text would not come back from extraction as it went in.
void write_set(const TestSet& set, const std::string& folder);

}  // namespace unspin::audit_set
