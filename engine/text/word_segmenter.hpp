// Where words begin and end: ICU's word boundaries (UAX #29) over NFKC_Casefold, with byte offsets
// into the original text.
//
// ASCII, which is nearly everything in practice, takes a scanner of our own that gives exactly the
// boundaries that ICU gives (a differential test holds it to that). A run of other characters goes
// to ICU together with the words beside it, cut where a blank is followed by an ASCII letter or
// digit: no rule of UAX #29 looks across such a place.
//
// A folded character may be several (½ is 1⁄2). A boundary inside such a character does not exist
// in the original, so it is not reported: segments never overlap and cut the original exactly.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/utypes.h>
#include <vector>

namespace unspin {

class WordSegmenter {
 public:
  struct Segment {
    std::uint32_t begin = 0;  ///< byte offset of the first byte
    std::uint32_t end = 0;    ///< byte offset behind the last byte
    bool is_word = false;     ///< holds a letter, number or ideograph; else blanks, marks, symbols
    bool operator==(const Segment&) const = default;
  };

  enum class Path { fastest, icu_only };

  WordSegmenter();
  ~WordSegmenter();
  WordSegmenter(WordSegmenter&&) noexcept;
  WordSegmenter& operator=(WordSegmenter&&) noexcept;

  /// Calls `take(segment, folded)` for each word of well-formed UTF-8 of up to 2³¹ bytes, in order.
  /// `folded` is the word under NFKC_Casefold with typographic apostrophes as ', valid in the call.
  template <class Take>
  void for_each_word(std::string_view text, Take&& take) {
    scan(
        text, Path::fastest, false,
        [](void* context, Segment segment, std::string_view folded) {
          (*static_cast<std::remove_reference_t<Take>*>(context))(segment, folded);
        },
        &take);
  }

  /// All segments, those between words too: for tests and tools.
  std::vector<Segment> segments(std::string_view text, Path path);

 private:
  using Callback = void (*)(void* context, Segment segment, std::string_view folded);
  struct Icu;

  void scan(std::string_view text, Path path, bool all, Callback take, void* context);
  void scan_ascii(std::string_view text, std::size_t begin, std::size_t end, bool all,
                  Callback take, void* context);
  void scan_icu(std::string_view text, std::size_t begin, std::size_t end, bool all, Callback take,
                void* context);

  std::unique_ptr<Icu> icu_;
  std::string folded_;
};

}  // namespace unspin
