// Porter's stemmer as NLTK extends it: the one that METEOR and ROUGE count with.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

/// Porter 1980, "An algorithm for suffix stripping", with the departures of NLTK 3.8's
/// PorterStemmer in its default mode, to the letter. Keeps its memory; one per thread.
///
/// libstemmer's "porter" is the published algorithm, whose stems differ for 1.4% of words.
class PorterStemmer {
 public:
  /// The stem of a word in lower case, which may be of any script; characters other than a–z count
  /// as consonants. Words of one or two characters are their own stems. Valid until the next call.
  /// Linear in the length of the word.
  std::string_view stem(std::string_view word);

 private:
  std::u32string word_;
  std::string stem_;
};

}  // namespace unspin
