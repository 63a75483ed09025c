// Resources of a few words, and what a lexicon made of them says.
#pragma once

#include <array>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/error.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::testing {

/// WordNet in a scratch folder. Synsets: community and group, brand and its kinds, buy, good and
/// bad, full-time. The numbers that WordNet uses as file offsets are only names to us.
class SmallWordNet {
 public:
  SmallWordNet() {
    folder.put(
        "data.noun",
        "  1 the licence\n"
        "00000100 14 n 02 community 0 Grouping 0 002 @ 00000200 n 0000 ! 00000500 n 0101 | g\n"
        "00000200 14 n 01 group 0 002 ~ 00000100 n 0000 @ 00000300 n 0000 | g\n"
        "00000300 14 n 01 entity 0 001 ~ 00000200 n 0000 | g\n"
        "00000400 14 n 02 body 0 community 0 000 | the second sense of community\n"
        "00000500 14 n 02 loner 0 hermit 0 001 ! 00000100 n 0101 | g\n"
        "00000600 14 n 02 purchase 0 attorney_general 0 001 + 00000010 v 0102 | g\n");
    folder.put("index.noun",
               "  1 the licence\n"
               "community n 2 2 @ ! 2 1 00000400 00000100  \n"
               "grouping n 1 1 @ 1 0 00000100  \n"
               "group n 1 2 @ ~ 1 1 00000200  \n"
               "entity n 1 1 ~ 1 1 00000300  \n"
               "body n 1 0 1 1 00000400  \n"
               "loner n 1 1 ! 1 1 00000500  \n"
               "hermit n 1 1 ! 1 1 00000500  \n"
               "purchase n 1 1 + 1 1 00000600  \n"
               "attorney_general n 1 0 1 0 00000600  \n");
    folder.put("data.verb",
               "00000010 40 v 02 acquire 0 buy 0 001 + 00000600 n 0201 01 + 02 00 | g\n"
               "00000020 40 v 02 carry_out 0 perform 0 000 01 + 02 00 | g\n");
    folder.put("index.verb",
               "acquire v 1 1 + 1 1 00000010  \n"
               "buy v 1 1 + 1 1 00000010  \n"
               "carry_out v 1 0 1 1 00000020  \n"
               "perform v 1 0 1 1 00000020  \n");
    folder.put(
        "data.adj",
        "00001000 00 a 02 good(a) 0 full-time 0 002 & 00001010 a 0000 ! 00001020 a 0101 | g\n"
        "00001010 00 s 01 fine(ip) 0 001 & 00001000 a 0000 | g\n"
        "00001020 00 a 01 bad 0 001 ! 00001000 a 0101 | g\n");
    folder.put("index.adj",
               "good a 1 2 & ! 1 1 00001000  \n"
               "full-time a 1 0 1 1 00001000  \n"
               "fine a 1 1 & 1 1 00001010  \n"
               "bad a 1 1 ! 1 1 00001020  \n");
    folder.put("data.adv", "");
    folder.put("index.adv", "");
    folder.put("noun.exc", "attorneys_general attorney_general\n");
    folder.put("verb.exc", "bought buy\ncarried carry\n");
    folder.put("adj.exc", "better good\nbetter well\n");
    folder.put("adv.exc", "");
  }

  std::string path() const { return folder.path("."); }
  ScratchFolder folder;
};

/// A lexicon of sources that lie in a scratch folder.
inline std::shared_ptr<const Lexicon> built(const LexiconSources& sources) {
  const ScratchFolder folder;
  build_lexicon(sources, folder.path("built"));
  return Lexicon::open(folder.path("built"));  // lives on when the file is gone
}

/// A lexicon of one MyThes thesaurus, whose first line is put before `entries`.
inline std::shared_ptr<const Lexicon> built_from_mythes(std::string_view entries,
                                                        const std::string& language = "en",
                                                        const std::string& encoding = "UTF-8") {
  const ScratchFolder folder;
  const std::string file = folder.put("th.dat", encoding + "\n" + std::string(entries));
  return built({.language = language, .mythes_files = {file}});
}

/// "synonym noun WordNet community#1"; "nothing" for words that are not related, "no entry" if one
/// of them has none.
inline std::string said(const Lexicon& lexicon, std::string_view a, std::string_view b) {
  constexpr std::array<std::string_view, 3> relations = {"synonym", "generic", "similar"};
  constexpr std::array<std::string_view, 5> parts = {"unknown", "noun", "verb", "adjective",
                                                     "adverb"};
  const Lexicon::WordId first = lexicon.find(a);
  const Lexicon::WordId second = lexicon.find(b);
  if (first == Lexicon::unknown || second == Lexicon::unknown) {
    return "no entry";
  }
  const auto testimony = lexicon.relation(first, second);
  if (!testimony) {
    return "nothing";
  }
  return std::string(relations[static_cast<std::size_t>(testimony->relation)]) + " " +
         std::string(parts[static_cast<std::size_t>(testimony->part)]) + " " +
         lexicon.describe(*testimony, first, second);
}

inline std::vector<std::string> base_forms(const Lexicon& lexicon, std::string_view word,
                                           std::size_t most = 16) {
  std::vector<Lexicon::WordId> found(most);
  found.resize(lexicon.base_forms(word, found));
  std::vector<std::string> texts;
  for (const Lexicon::WordId entry : found) {
    texts.emplace_back(lexicon.text(entry));
  }
  return texts;
}

/// What an Error says, with its remedy; "done" if there was none.
template <class Act>
std::string complaint(Act&& act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.remedy();
  }
  return "done";
}

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace unspin::testing
