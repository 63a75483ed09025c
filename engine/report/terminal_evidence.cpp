#include "engine/report/terminal_evidence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr std::size_t swaps_shown = 12;
constexpr std::size_t swap_columns = 40;  // of one swap; as many side by side as there is room for
constexpr std::size_t wide_swap_columns = 52;  // of a swap with its sense behind it
constexpr std::size_t sense_columns = 24;      // "WordNet association#12"
constexpr std::size_t hidden_columns = 40;     // of the words around hidden characters
constexpr std::size_t tag_columns = 4;         // a blank and the tag

struct Tag {
  std::string_view text;
  std::string_view meaning;
};

Tag tag_of(SwapKind kind) {
  switch (kind) {
    case SwapKind::synonym:
      return {"syn", "synonym"};
    case SwapKind::constant:
      return {"rep", "recurring"};
    case SwapKind::near_spelling:
      return {"sp.", "spelling"};
    case SwapKind::inflection:
      return {"inf", "inflection"};
    case SwapKind::other:
      break;
  }
  return {};
}

class SwapList {
 public:
  SwapList(std::span<const Substitution> rows, bool one_a_line, LineWriter& lines)
      : rows_(rows), lines_(lines), one_a_line_(one_a_line) {
    with_senses_ = one_a_line && lines.width() >= 2 + wide_swap_columns + sense_columns;
    columns_ = one_a_line ? std::min(wide_swap_columns, lines.width() - 2) : swap_columns;
    has_tags_ =
        std::ranges::any_of(rows, [](const auto& row) { return !tag_of(row.kind).text.empty(); });
  }

  void put_heading() {
    std::string heading = "times swapped / in the original";
    std::string_view separator = ";";
    for (const SwapKind kind :
         {SwapKind::synonym, SwapKind::constant, SwapKind::near_spelling, SwapKind::inflection}) {
      if (std::ranges::find(rows_, kind, &Substitution::kind) != rows_.end()) {
        heading += fmt::format("{} {} {}", separator, tag_of(kind).text, tag_of(kind).meaning);
        separator = ",";
      }
    }
    lines_.put("Swaps", Tone::strong);
    lines_.skip(2);
    lines_.wrapped(heading, 7, Tone::faint);
  }

  void put_rows() {
    const std::size_t across =
        one_a_line_ ? 1 : std::max<std::size_t>(1, lines_.width() / columns_);
    const std::size_t down = (rows_.size() + across - 1) / across;
    for (std::size_t line = 0; line < down; ++line) {
      for (std::size_t k = 0; k < across && line + k * down < rows_.size(); ++k) {
        lines_.pad_to(2 + k * columns_);
        put(rows_[line + k * down]);
      }
      lines_.end_line();
    }
  }

 private:
  /// Within columns_ less a gap; what is too long is cut.
  void put(const Substitution& row) {
    const std::size_t start = lines_.column();
    const std::size_t end = start + columns_ - 2 - (has_tags_ ? tag_columns : 0);
    const std::string count = row.available > 0 ? fmt::format("{}/{}", row.count, row.available)
                                                : fmt::format("{}", row.count);
    const std::size_t both = end - start - 3 - 1 - count.size();  // arrow, blank
    const std::string raw_from = printable(row.from);
    const std::string to =
        shortened(printable(row.to),
                  std::max<std::size_t>(both / 2, both - std::min(both, columns_of(raw_from))));
    const std::string from = shortened(raw_from, both - columns_of(to));
    lines_.put(from, Tone::from);
    lines_.pad_to(start + std::min<std::size_t>(columns_ / 3, both - columns_of(to)));
    lines_.put(" → ");
    lines_.put(to, Tone::to);
    const std::size_t count_at = std::min(start + columns_ - 12, end - count.size());
    lines_.pad_to(std::max(lines_.column() + 1, count_at));
    lines_.put(count);
    if (const std::string_view tag = tag_of(row.kind).text; !tag.empty()) {
      lines_.pad_to(end + 1);
      lines_.put(tag, Tone::faint);
    }
    if (with_senses_ && !row.sense.empty()) {
      lines_.pad_to(2 + columns_);
      lines_.put(shortened(printable(row.sense), lines_.width() - lines_.column()), Tone::faint);
    }
  }

  std::span<const Substitution> rows_;
  LineWriter& lines_;
  bool one_a_line_;
  bool with_senses_ = false;
  bool has_tags_ = false;
  std::size_t columns_ = swap_columns;
};

std::string_view words_for(Trick trick) {
  switch (trick) {
    case Trick::invisible:
      return "invisible characters";
    case Trick::soft_hyphen:
      return "soft hyphens";
    case Trick::bidi_control:
      return "direction marks";
    case Trick::homoglyph:
      return "look-alike letters";
    case Trick::letter_form:
      return "letters in odd forms";
    case Trick::mark_flood:
      return "marks piled on letters";
  }
  return {};
}

std::string hidden_in(std::string_view text_name, const Obfuscation& found) {
  std::string line =
      fmt::format("{} character{} in the {}", found.all(), found.all() == 1 ? "" : "s", text_name);
  std::vector<std::pair<std::uint32_t, Trick>> tricks;
  for (std::size_t i = 0; i < found.characters.size(); ++i) {
    if (found.characters[i] > 0) {
      tricks.emplace_back(found.characters[i], static_cast<Trick>(i));
    }
  }
  std::ranges::stable_sort(tricks, std::greater{}, &std::pair<std::uint32_t, Trick>::first);
  for (std::size_t i = 0; i < tricks.size(); ++i) {
    line +=
        fmt::format("{}{} {}", i == 0 ? ": " : ", ", words_for(tricks[i].second), tricks[i].first);
  }
  return line;
}

/// The words that a place touches, or stands between, as they were written.
std::string words_at(const HiddenText& place, std::string_view text, const Words& words) {
  if (words.size() == 0) {
    return {};
  }
  const auto behind = [](const std::vector<std::uint32_t>& ascending, std::uint32_t at) {
    return static_cast<std::size_t>(std::ranges::upper_bound(ascending, at) - ascending.begin());
  };
  const std::size_t first = behind(words.end, place.begin);       // ends behind its beginning
  const std::size_t beyond = behind(words.begin, place.end - 1);  // begins at or behind its end
  const std::size_t from = first < beyond ? first : first - std::min<std::size_t>(first, 1);
  const std::size_t last = first < beyond ? beyond - 1 : std::min(first, words.size() - 1);
  return shortened(printable(words.original(text, from, last)), hidden_columns);
}

/// A line for each trick and word: "rewrite, invisible characters in comm·unity: at byte 120, 961".
void put_places_in(std::string_view text_name, const Obfuscation& found, std::string_view text,
                   const Words* words, LineWriter& lines) {
  std::vector<std::pair<std::string, std::string>> rows;  // what is said, bytes
  std::map<std::string, std::size_t> row_of;
  for (const HiddenText& place : found.places) {
    const std::string word = words == nullptr ? std::string() : words_at(place, text, *words);
    const std::string said = fmt::format("{}, {} in {}", text_name, words_for(place.trick), word);
    const auto [row, is_new] = row_of.try_emplace(said, rows.size());
    if (is_new) {
      rows.emplace_back(said, "");
    }
    rows[row->second].second += fmt::format("{}{}", is_new ? "" : ", ", place.begin);
  }
  for (const auto& [said, bytes] : rows) {
    lines.skip(2);
    lines.wrapped(fmt::format("{}: at byte {}", said, bytes), 4);
  }
}

/// A line for each text in which something was hidden; whether there is one.
bool put_hidden_counts(const Evidence& evidence, LineWriter& lines) {
  bool any = false;
  for (const auto& [name, found] : {std::pair{"rewrite", &evidence.rewrite_obfuscation},
                                    std::pair{"original", &evidence.source_obfuscation}}) {
    if (found->all() > 0) {
      lines.put(any ? "" : "Hidden", Tone::strong);
      lines.pad_to(8);
      lines.wrapped(hidden_in(name, *found), 10);
      any = true;
    }
  }
  return any;
}

}  // namespace

void put_hidden(const Evidence& evidence, LineWriter& lines) {
  if (put_hidden_counts(evidence, lines)) {
    lines.end_line();
  }
}

void put_hidden_places(const Evidence& evidence, const TerminalTitle& title, LineWriter& lines) {
  if (put_hidden_counts(evidence, lines)) {
    put_places_in("rewrite", evidence.rewrite_obfuscation, title.rewrite_text,
                  title.rewrite_words_at, lines);
    put_places_in("original", evidence.source_obfuscation, title.source_text, title.source_words_at,
                  lines);
    lines.end_line();
  }
}

void put_swaps(const std::vector<Substitution>& rows, bool all, LineWriter& lines) {
  const auto telling = static_cast<std::size_t>(std::ranges::count_if(
      rows, [](const Substitution& row) { return row.kind != SwapKind::inflection; }));
  const std::size_t shown = all ? rows.size() : std::min(swaps_shown, telling);
  if (shown == 0) {
    return;
  }
  const bool has_senses =
      std::ranges::any_of(rows, [](const Substitution& row) { return !row.sense.empty(); });
  const bool has_room = lines.width() >= 2 + wide_swap_columns + sense_columns;
  SwapList list({rows.data(), shown}, all && has_senses && has_room, lines);
  list.put_heading();
  list.put_rows();
  lines.end_list(rows.size() - shown);
}

void put_swaps_by_count(std::vector<Substitution> rows, LineWriter& lines) {
  if (rows.empty()) {
    return;
  }
  std::ranges::stable_sort(rows, std::greater{}, &Substitution::count);
  SwapList list(rows, true, lines);
  list.put_heading();
  list.put_rows();
  lines.end_line();
}

}  // namespace unspin
