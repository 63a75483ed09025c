// What the tests of the audit have in common: originals, pages made of them, and a judge that is
// easily understood.
#pragma once

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/score/judge.hpp"
#include "tests/engine/index/small_library.hpp"
#include "tests/files.hpp"

namespace unspin::testing {

/// The articles of corpora/, by subject.
inline std::vector<Original> corpus_originals() {
  std::vector<Original> originals;
  for (const char* subject : corpus_subjects) {
    originals.push_back(original(subject, corpus_text(std::string(subject) + "/original")));
  }
  return originals;
}

/// The words from `begin` to before `end` as white space parts them, a blank between.
inline std::string words_of(const std::string& text, std::size_t begin, std::size_t end) {
  std::istringstream stream(text);
  std::string cut;
  std::string word;
  for (std::size_t i = 0; i < end && stream >> word; ++i) {
    cut += i < begin ? "" : i == begin ? word : ' ' + word;
  }
  return cut;
}

/// A line of a text, without its end; 0 is the first.
inline std::string line_of(const std::string& text, std::size_t line) {
  std::istringstream stream(text);
  std::string found;
  for (std::size_t i = 0; i <= line; ++i) {
    std::getline(stream, found);
  }
  return found;
}

/// Every fourth word made another one, as a spinner without any dictionary would.
inline std::string crudely_spun(const std::string& text) {
  std::istringstream stream(text);
  std::string spun;
  std::string word;
  for (std::size_t i = 0; stream >> word; ++i) {
    spun += (spun.empty() ? "" : " ") + (i % 4 == 3 ? "un" + word : word);
  }
  return spun;
}

/// Calls verbatim what was kept nearly whole, spun of what half was kept in place, and unrelated
/// the rest, each with the same certainty. Remembers nothing.
class KeptWordsJudge : public Judge {
 public:
  Judgement judge(PreparedPair& pair) const override {
    const Alignment& alignment = pair.alignment();
    std::size_t kept = 0;
    for (std::size_t word = 0; word < alignment.likeness.size(); ++word) {
      kept += alignment.is_kept(word) ? 1u : 0u;
    }
    const std::size_t words = std::max(alignment.to_source.size(), alignment.to_rewrite.size());
    const Label label = 10 * kept > 9 * words   ? Label::verbatim
                        : 10 * kept > 5 * words ? Label::spun
                                                : Label::unrelated;
    return {.verdict = {.label = label, .reasons = {"words kept"}}, .evidence = {}};
  }

  std::string_view name() const override { return "kept-words"; }
};

}  // namespace unspin::testing
