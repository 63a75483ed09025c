#include "engine/text/unfold.hpp"

#include <algorithm>
#include <bit>
#include <unicode/uchar.h>

#include "engine/text/character_kinds.hpp"
#include "engine/text/disguised_words.hpp"
#include "engine/text/hidden_characters.hpp"
#include "engine/text/homoglyphs.hpp"
#include "engine/text/text_facts.hpp"
#include "engine/text/unfolded_writer.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/words_around.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_marks_unsuspected = 4;
constexpr int most_passes = 5;

/// next_code_point() where it has to be fast: of the Latin, Greek and Cyrillic blocks.
char32_t quick_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0xE0) {
    return next_code_point(text, at);
  }
  const auto second = static_cast<unsigned char>(text[at + 1]);
  at += 2;
  return static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

/// The scripts of a run of letters, as bits.
constexpr unsigned bit_of(CharacterKind kind) {
  return kind >= CharacterKind::latin && kind <= CharacterKind::alien
             ? 1u << static_cast<unsigned>(kind)
             : 0;
}
constexpr unsigned latin_bit = bit_of(CharacterKind::latin);
constexpr unsigned foreign_bits =
    bit_of(CharacterKind::cyrillic) | bit_of(CharacterKind::greek) | bit_of(CharacterKind::alike);

}  // namespace

struct Unfolder::State {
  Homoglyphs homoglyphs;
  CharacterKinds kinds{homoglyphs};
  WordsAround around{kinds, homoglyphs};
  DisguisedWords words{homoglyphs, around};
  FactFinder fact_finder{kinds, homoglyphs};
  std::vector<ReadCharacter> characters;

  std::string_view raw;
  std::size_t line_end = 0;  ///< up to here we know whether the line has right-to-left letters
  bool is_right_to_left = false;

  std::size_t next_suspect(std::size_t at, unsigned stop_at, unsigned& seen);
  void unfold_with(const TextFacts& facts, Unfolded& out);
  void read_part(std::size_t begin, std::size_t end);
  bool has_right_to_left(std::size_t at);
};

/// The first character that cannot be passed over: one that may be hidden or a form, or the first
/// letter of another script within a run of letters, or any letter of the scripts `stop_at`. `seen`
/// gathers the scripts before it.
std::size_t Unfolder::State::next_suspect(std::size_t at, unsigned stop_at, unsigned& seen) {
  unsigned run = 0;
  std::size_t marks = 0;
  while (at < raw.size()) {
    if (static_cast<unsigned char>(raw[at]) < 0x80) {
      const std::size_t start = at;
      if ((run & ~latin_bit) != 0 && is_ascii_letter(static_cast<unsigned char>(raw[at]))) {
        seen |= latin_bit;
        return at;
      }
      at = find_non_ascii(raw, at);
      if (at > start + 1) {
        seen |= latin_bit;  // most likely; what is wrong here costs only time
      }
      run = is_ascii_letter(static_cast<unsigned char>(raw[at - 1])) ? latin_bit : 0;
      seen |= run;
      marks = 0;
      continue;
    }
    const std::size_t start = at;
    const char32_t c = quick_code_point(raw, at);
    const CharacterKind kind = kinds(c);
    if (kind <= CharacterKind::ideograph) {
      run = 0;
      marks = 0;
    } else if (kind == CharacterKind::mark) {
      if (++marks > most_marks_unsuspected || is_stroke_through(c)) {
        return start;
      }
    } else if (kind > CharacterKind::mark) {
      return start;
    } else {
      run |= bit_of(kind);
      seen |= run;
      marks = 0;
      if (!std::has_single_bit(run) || (run & stop_at) != 0) {
        return start;
      }
    }
  }
  return at;
}

/// In the line of the character at `at`. A letter within a word of another script may be there for
/// its looks.
bool Unfolder::State::has_right_to_left(std::size_t at) {
  if (at < line_end) {
    return is_right_to_left;
  }
  std::size_t begin = raw.rfind('\n', at);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  line_end = std::min(raw.find('\n', at), raw.size());
  is_right_to_left = false;
  bool found = false, is_mixed = false;  // in the run of letters
  while (begin < line_end && !is_right_to_left) {
    const char32_t c = next_code_point(raw, begin);
    const CharacterKind kind = kinds(c);
    if (kind == CharacterKind::alike || kind == CharacterKind::alien) {
      const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
      found |= direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
      is_right_to_left = found && kind == CharacterKind::alien;
    } else if (kind > CharacterKind::ideograph) {
      is_mixed |= kind != CharacterKind::mark && kind != CharacterKind::ignorable;
    }
    if (kind <= CharacterKind::ideograph || begin >= line_end) {
      is_right_to_left |= found && !is_mixed;
      found = is_mixed = false;
    }
  }
  return is_right_to_left;
}

/// Reads what stands between two blanks.
void Unfolder::State::read_part(std::size_t begin, std::size_t end) {
  characters.clear();
  bool has_bidi = false;
  for (std::size_t at = begin; at < end;) {
    ReadCharacter& one = characters.emplace_back();
    one.begin = static_cast<std::uint32_t>(at);
    one.c = next_code_point(raw, at);
    one.end = static_cast<std::uint32_t>(at);
    one.kind = kinds(one.c);
    has_bidi |= is_bidi_control(one.c);
  }
  remove_strokes(characters);
  remove_mark_floods(characters);
  const bool beside_right_to_left = has_bidi && has_right_to_left(begin);
  remove_invisible(characters, beside_right_to_left);
  words.read(characters);
  remove_strokes(characters);
  remove_invisible(characters, beside_right_to_left);
}

void Unfolder::State::unfold_with(const TextFacts& facts, Unfolded& out) {
  UnfoldedWriter writer(raw, out);
  words.start(facts);
  around.start(raw);
  line_end = 0;
  const unsigned stop_at = facts.dominant == Alphabet::latin ? foreign_bits : 0;
  unsigned seen = 0;
  std::size_t done = 0;
  while (done < raw.size()) {
    const std::size_t suspect = next_suspect(done, stop_at, seen);
    if (suspect == raw.size()) {
      break;
    }
    std::size_t begin = suspect;
    while (begin > done && !is_blank(raw[begin - 1])) {
      --begin;
    }
    done = suspect;
    while (done < raw.size() && !is_blank(raw[done])) {
      ++done;
    }
    read_part(begin, done);
    for (const ReadCharacter& one : characters) {
      if (one.is_undone) {
        writer.replace(one.begin, one.end, one.meant, one.trick);
      }
    }
  }
  writer.finish();
}

Unfolder::Unfolder() = default;
Unfolder::~Unfolder() = default;
Unfolder::Unfolder(Unfolder&&) noexcept = default;
Unfolder& Unfolder::operator=(Unfolder&&) noexcept = default;

void Unfolder::unfold(std::string_view raw, Unfolded& out) {
  out.is_changed = false;
  out.text.clear();
  out.places.clear();
  out.pieces.clear();
  const std::size_t start = find_non_ascii(raw, 0);
  if (start == raw.size()) {
    return;
  }
  if (!state_) {
    state_ = std::make_unique<State>();
  }
  State& state = *state_;
  state.raw = raw;
  unsigned seen = 0;
  const std::size_t from = start - (start > 0 ? 1 : 0);
  if (state.next_suspect(from, 0, seen) == raw.size() &&
      (((seen & latin_bit) == 0 && start == 0) || (seen & foreign_bits) == 0)) {
    return;
  }

  // What is undone may be evidence for weak signs, and may show in which alphabet the text is
  // written. Both only grow, and the limit has not been met by any text.
  TextFacts facts = state.fact_finder.find(raw);
  for (int passes = 0; passes < most_passes; ++passes) {
    state.unfold_with(facts, out);
    TextFacts now = out.is_changed ? state.fact_finder.find(out.text) : facts;
    now.has_evidence = facts.has_evidence || (state.words.found_clear && state.words.left_weak);
    if (now == facts) {
      return;
    }
    facts = now;
  }
}

}  // namespace unspin
