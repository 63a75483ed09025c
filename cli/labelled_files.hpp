// The labelled pairs of `unspin train` and `unspin validate`.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "scorers/verdict/labelled_pairs.hpp"

namespace unspin {

struct LabelledFiles {
  std::vector<std::string> paths;
  std::string lexicon;
  int threads = 0;  ///< 0: all cores

  /// Declares the files, --lexicon and --threads.
  void add_options(CLI::App& command);

  struct Pairs {
    std::vector<LabelledPair> all;
    std::size_t broken = 0;
    std::string lexicon_hash;  ///< "en-0123456789abcdef" or "none"
  };
  /// Reads all of them; broken rows are named on standard error.
  Pairs read(bool also_without_lexicon) const;
  int thread_count() const;
};

}  // namespace unspin
