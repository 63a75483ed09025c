// The lexicon that the metrics' worked examples count on: two synonyms, vectors of their words and
// of a few that stand in the articles, and a WordNet.
#pragma once

#include <memory>
#include <string>

#include "engine/lexicon/lexicon.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::testing {

/// strong–robust and community–group are synonyms; the vectors of brand and model stand at right
/// angles, grew has one of its own. WordNet knows sofas and couches only. Returns the path of the
/// file.
inline std::string put_example_lexicon(const ScratchFolder& folder) {
  folder.put("th_en.dat", "UTF-8\nstrong|1\n(adj)|robust\ncommunity|1\n(noun)|group\n");
  folder.put("vectors.txt",
             "brand 1 0 0\nmodel 0 1 0\ngrew 0 0 1\nyear 1 2 3\nyears 1 2 4\nweek 2 1 3\n"
             "city -3 1 0\nold 0 -1 2\npeople 2 2 -1\nfirst 0 5 1\n");
  for (const char* part : {"noun", "verb", "adj", "adv"}) {
    const bool is_noun = std::string(part) == "noun";
    folder.put(std::string("data.") + part,
               is_noun ? "00000001 06 n 02 sofa 0 couch 0 000 | g\n" : "");
    folder.put(std::string("index.") + part,
               is_noun ? "sofa n 1 0 1 1 00000001  \ncouch n 1 0 1 1 00000001  \n" : "");
    folder.put(std::string(part) + ".exc", "");
  }
  LexiconSources sources;
  sources.wordnet_folder = folder.path(".");
  sources.mythes_files = {folder.path("th_en.dat")};
  sources.vectors_file = folder.path("vectors.txt");
  build_lexicon(sources, folder.path("example.lexicon"));
  return folder.path("example.lexicon");
}

inline const Lexicon* example_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = [] {
    const ScratchFolder folder;
    return Lexicon::open(put_example_lexicon(folder));
  }();
  return lexicon.get();
}

}  // namespace unspin::testing
