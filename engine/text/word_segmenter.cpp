#include "engine/text/word_segmenter.hpp"

#include <array>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

enum Class : std::uint8_t {
  other,
  letter,
  digit,
  underscore,
  at_sign,
  mid_number_letter,
  mid_number,
  blank
};

constexpr std::array<Class, 128> ascii_classes = [] {
  std::array<Class, 128> classes{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    classes[c] = letter;
  }
  for (unsigned char c = 'A'; c <= 'Z'; ++c) {
    classes[c] = letter;
  }
  for (unsigned char c = '0'; c <= '9'; ++c) {
    classes[c] = digit;
  }
  classes['_'] = underscore;
  classes['@'] = at_sign;
  classes['.'] = classes['\''] = mid_number_letter;
  classes[','] = classes[';'] = mid_number;
  classes[' '] = blank;
  return classes;
}();

Class class_of(char c) { return ascii_classes[static_cast<unsigned char>(c)]; }

/// What a character does to the word it stands in.
enum Role : std::uint8_t { breaks = 0, joins = 1, makes_word = 2 };
using Roles = std::array<std::uint8_t, 128>;

constexpr Roles roles_of_ascii(bool at_sign_joins) {
  Roles roles{};
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const Class kind = ascii_classes[c];
    if (kind == letter || kind == digit) {
      roles[c] = joins | makes_word;
    } else if (kind == underscore || (kind == at_sign && at_sign_joins)) {
      roles[c] = joins;
    }
  }
  return roles;
}

constexpr Roles roles_with_at_sign = roles_of_ascii(true);
constexpr Roles roles_without_at_sign = roles_of_ascii(false);

void fold_ascii(std::string_view text, std::string& folded) {
  folded.resize(text.size());
  const char* __restrict from = text.data();
  char* __restrict to = folded.data();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(from[i]);
    const bool is_capital = static_cast<unsigned char>(byte - 'A') < 26;
    to[i] = static_cast<char>(byte | (is_capital ? 0x20 : 0));
  }
}

/// No rule of UAX #29, and no normalisation, reaches across such a place.
bool is_safe_cut(std::string_view text, std::size_t at) {
  const auto before = text[at - 1];
  const auto after = static_cast<unsigned char>(text[at]);
  return (before == ' ' || before == '\n') && after < 0x80 &&
         (class_of(text[at]) == letter || class_of(text[at]) == digit);
}

/// ICU's normalisation is quadratic in runs of combining marks; longer ones are folded piecewise.
constexpr int most_marks = 30;

}  // namespace

struct WordSegmenter::Icu {
  const icu::Normalizer2* fold = nullptr;
  std::unique_ptr<icu::BreakIterator> words;
  std::u16string units;                // the folded text
  std::vector<std::uint32_t> origins;  // for each unit, the byte offset of the character it is from
  UText text = UTEXT_INITIALIZER;
  bool at_sign_joins = false;  // ICU 72 counts @ among the letters, earlier and later ones do not

  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw std::runtime_error("ICU's data files are missing");
    }
    const icu::UnicodeString probe(u"a@b");
    words->setText(probe);
    at_sign_joins = words->following(0) == 3;
  }
  ~Icu() { utext_close(&text); }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;

  void append_folded(std::string_view original, std::size_t begin, std::size_t end);
  void fold_text(std::string_view original, std::size_t begin, std::size_t end);
};

void WordSegmenter::Icu::append_folded(std::string_view original, std::size_t begin,
                                       std::size_t end) {
  std::size_t behind = begin;
  const char32_t first = next_code_point(original, behind);
  if (behind == end && (first < 0x80 || fold->isInert(static_cast<UChar32>(first)))) {
    const char32_t c = first - U'A' < 26 ? first + 32 : first;  // most characters, by far
    if (c >= 0x10000) {
      units.push_back(U16_LEAD(c));
    }
    units.push_back(c >= 0x10000 ? static_cast<char16_t>(U16_TRAIL(c)) : static_cast<char16_t>(c));
    origins.resize(units.size(), static_cast<std::uint32_t>(begin));
    return;
  }
  const auto piece = icu::UnicodeString::fromUTF8(
      icu::StringPiece(original.data() + begin, static_cast<int32_t>(end - begin)));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded;
  fold->normalize(piece, folded, status);
  units.append(folded.getBuffer(), static_cast<std::size_t>(folded.length()));
  origins.resize(units.size(), static_cast<std::uint32_t>(begin));
}

void WordSegmenter::Icu::fold_text(std::string_view original, std::size_t begin, std::size_t end) {
  units.clear();
  origins.clear();
  std::size_t at = begin;
  std::size_t cluster = begin;  // what may change together under normalisation
  int length = 0;
  while (at < end) {
    const std::size_t start = at;
    const auto c = static_cast<UChar32>(next_code_point(original.substr(0, end), at));
    if (length > 0 && (length > most_marks || fold->hasBoundaryBefore(c))) {
      append_folded(original, cluster, start);
      cluster = start;
      length = 0;
    }
    ++length;
  }
  if (length > 0) {
    append_folded(original, cluster, end);
  }
}

WordSegmenter::WordSegmenter() : icu_(std::make_unique<Icu>()) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

std::vector<WordSegmenter::Segment> WordSegmenter::segments(std::string_view text, Path path) {
  std::vector<Segment> found;
  scan(
      text, path, true,
      [](void* context, Segment segment, std::string_view) {
        static_cast<std::vector<Segment>*>(context)->push_back(segment);
      },
      &found);
  return found;
}

void WordSegmenter::scan(std::string_view text, Path path, bool all, Callback take, void* context) {
  if (path == Path::icu_only) {
    return scan_icu(text, 0, text.size(), all, take, context);
  }
  std::size_t done = 0;
  while (done < text.size()) {
    const std::size_t odd = find_non_ascii(text, done);
    if (odd == text.size()) {
      return scan_ascii(text, done, odd, all, take, context);
    }
    std::size_t begin = odd;
    while (begin > done && (begin == odd || !is_safe_cut(text, begin))) {
      --begin;
    }
    if (begin > done) {
      scan_ascii(text, done, begin, all, take, context);
    }
    std::size_t end = odd + 1;
    while (end < text.size() && !is_safe_cut(text, end)) {
      ++end;
    }
    scan_icu(text, begin, end, all, take, context);
    done = end;
  }
}

void WordSegmenter::scan_ascii(std::string_view text, std::size_t begin, std::size_t end, bool all,
                               Callback take, void* context) {
  fold_ascii(text.substr(begin, end - begin), folded_);
  const Roles& roles = icu_->at_sign_joins ? roles_with_at_sign : roles_without_at_sign;
  const auto role = [&](std::size_t i) { return roles[static_cast<unsigned char>(text[i])]; };
  const auto kind = [&](std::size_t i) { return i < end ? class_of(text[i]) : other; };
  const auto is_letter = [&](Class c) { return c == letter || (c == at_sign && roles['@'] != 0); };
  for (std::size_t at = begin; at < end;) {
    const std::size_t start = at;
    if (role(at) == breaks) {
      const Class first = kind(at++);
      if (first == blank) {
        while (kind(at) == blank) {
          ++at;
        }
      } else if (text[start] == '\r' && at < end && text[at] == '\n') {
        ++at;
      }
      if (all) {
        take(context, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at), false},
             {});
      }
      continue;
    }
    unsigned seen = 0;
    for (;;) {
      for (unsigned next; at < end && (next = role(at)) != breaks; ++at) {
        seen |= next;
      }
      const Class between = kind(at);
      if (between != mid_number_letter && between != mid_number) {
        break;
      }
      const Class before = kind(at - 1);
      const Class after = kind(at + 1);
      const bool letters = is_letter(before) && is_letter(after) && between == mid_number_letter;
      const bool digits = before == digit && after == digit;
      if (!letters && !digits) {
        break;
      }
      ++at;
    }
    const bool is_word = (seen & makes_word) != 0;
    if (is_word || all) {
      take(context, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at), is_word},
           std::string_view(folded_).substr(start - begin, at - start));
    }
  }
}

void WordSegmenter::scan_icu(std::string_view text, std::size_t begin, std::size_t end, bool all,
                             Callback take, void* context) {
  icu_->fold_text(text, begin, end);
  const std::u16string& units = icu_->units;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUChars(&icu_->text, units.data(), static_cast<int64_t>(units.size()), &status);
  icu_->words->setText(&icu_->text, status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU could not read a text");
  }

  const auto origin = [&](std::size_t unit) {
    return unit < units.size() ? icu_->origins[unit] : static_cast<std::uint32_t>(end);
  };
  std::size_t first = 0;
  bool is_word = false;
  icu_->words->first();
  for (int32_t next = icu_->words->next(); next != icu::BreakIterator::DONE;
       next = icu_->words->next()) {
    const auto last = static_cast<std::size_t>(next);
    is_word |= icu_->words->getRuleStatus() != UBRK_WORD_NONE;
    if (last < units.size() && icu_->origins[last] == icu_->origins[last - 1]) {
      continue;
    }

    folded_.clear();
    bool has_letter = false;
    for (std::size_t i = first; i < last;) {
      char32_t c = units[i++];
      if (U16_IS_LEAD(c) && i < last) {
        c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, units[i++]));
      }
      has_letter |= c < 0x80 ? class_of(static_cast<char>(c)) == letter ||
                                   class_of(static_cast<char>(c)) == digit
                             : u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK) !=
                                   U_WB_EXTENDNUMLET;
      append_utf8(c == 0x2019 || c == 0x02BC ? U'\'' : c, folded_);
    }
    is_word = is_word && has_letter;
    if (is_word || all) {
      take(context,
           {first == 0 ? static_cast<std::uint32_t>(begin) : origin(first), origin(last), is_word},
           folded_);
    }
    first = last;
    is_word = false;
  }
}

}  // namespace unspin
