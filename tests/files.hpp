// Files that tests read.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "tests/places.hpp"

namespace unspin::testing {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path);
  }
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A text of corpora/: "city-bees/original".
inline std::string corpus_text(const std::string& name) {
  return read_file(std::string(places::corpora_folder) + "/" + name + ".txt");
}

inline const char* const corpus_subjects[] = {"city-bees", "first-10k", "old-newspapers",
                                              "railway-station"};

}  // namespace unspin::testing
