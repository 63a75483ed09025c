// Letters that look like a letter of another alphabet: Cyrillic а for Latin a, Cherokee Ꮒ for h.
//
// ICU's skeletons (UTS #39) say what looks alike, but they lead away from what is meant as often as
// to it ("m" has the skeleton "rn"). So skeletons are only compared: a character stands for that
// letter of the wanted alphabet which has the same skeleton. Look-ups are remembered.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace unspin {

enum class Alphabet : std::uint8_t { latin, cyrillic, greek };
constexpr std::size_t alphabet_count = 3;

class Homoglyphs {
 public:
  /// The letters that a character may be read as. Either may be 0, both if there are none.
  struct Letters {
    char32_t lower = 0;
    char32_t upper = 0;
    bool is_close = true;  ///< false: it looks like the small form of a capital, as т of T
    explicit operator bool() const { return lower != 0 || upper != 0; }
  };

  Homoglyphs();
  ~Homoglyphs();
  Homoglyphs(Homoglyphs&&) noexcept;
  Homoglyphs& operator=(Homoglyphs&&) noexcept;

  /// What `character`, which is no letter of `wanted`, looks like there.
  Letters letters_for(char32_t character, Alphabet wanted);

 private:
  struct Icu;
  Letters look_up(char32_t character, Alphabet wanted);
  Letters with_skeleton(const std::u16string& skeleton, Alphabet wanted) const;

  std::unique_ptr<Icu> icu_;
  std::array<std::unordered_map<char32_t, Letters>, alphabet_count> known_;
};

}  // namespace unspin
