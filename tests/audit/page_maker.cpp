#include "tests/audit/page_maker.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "bench/training/excerpts.hpp"
#include "bench/training/near_copies.hpp"
#include "engine/extract/page.hpp"
#include "tests/audit/excerpt.hpp"
#include "tests/audit/insertion.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::string_view paragraph_border = "\n\n";
constexpr std::size_t most_tries = 8;

training::Random random_of(Kind kind, std::size_t number) {
  return training::Random(training::seed_of(name_of(kind), number));
}

std::string_view part_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// The first paragraphs with `least` words.
std::string_view beginning_of(std::string_view text, std::size_t least) {
  std::size_t end = text.find(paragraph_border);
  while (end != text.npos && training::count_words(text.substr(0, end)) < least) {
    end = text.find(paragraph_border, end + 1);
  }
  return text.substr(0, end);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// A title that can stand beside a quotation.
std::string name_for(const Passage& original) {
  std::string name = original.title;
  for (const std::string_view mark : {"\"", "“", "”", "‘", "’", "'", "«", "»", ">", "\n"}) {
    for (std::size_t at; (at = name.find(mark)) != name.npos;) {
      name.erase(at, mark.size());
    }
  }
  return as_extracted(name);
}

/// How a page sets a quotation apart: what stands around it, what must not be in it.
struct QuotingStyle {
  std::string_view name, before, after, unwanted;
};
constexpr QuotingStyle quoting_styles[] = {
    {"curly", "{} puts it like this: “", "” There is little to add to that.", "“”\""},
    {"straight", "According to {}, \"", "\" (quoted as it stands there).", "“”\""},
    {"lines", "We read in {}:\n\n> ", "", ">"},
    {"blockquote", "The following is from {}.\n\n", "", ""}};

/// Of an original, and where it stands there.
struct Piece {
  Span place;
  std::string text;
};

Piece cut_piece(const Passage& original, std::size_t words, training::Random& random) {
  const Span place = cut_excerpt(original.own_text(), words, random);
  return {place, std::string(part_of(original.text, place))};
}

/// A verbatim copy, before extraction, and what of the original it is of.
struct Copied {
  std::string_view how;
  std::string text;
  Span source;
};

Copied copied(const Passage& original, std::size_t number, training::Random& random) {
  const std::string& text = original.text;
  const Span all{0, text.size()};
  switch (number % 5) {
    case 0:
      return {"whole", text, all};
    case 1:
      return {"typos", training::with_typos(text, random), all};
    case 2:
      return {"typography", training::with_other_typography(text, random), all};
    case 3:
      return {"hidden", training::with_hidden_characters(text, random), all};
    default: {
      const Span half = cut_excerpt(text, training::count_words(text) / 2, random);
      return {"half", std::string(part_of(text, half)), half};
    }
  }
}

}  // namespace

std::string html_of(std::string_view text, Span quotation) {
  std::string html = "<!DOCTYPE html><html><body><article>\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(paragraph_border, begin), text.size());
    const bool is_quotation = begin == quotation.begin;
    html += is_quotation ? "<blockquote><p>" : "<p>";
    html += escaped(text.substr(begin, end - begin));
    html += is_quotation ? "</p></blockquote>\n" : "</p>\n";
    begin = end + paragraph_border.size();
  }
  return html + "</article></body></html>\n";
}

std::string main_text_of(const MadePage& page) {
  return page.html.empty() ? as_extracted(page.text) : main_text(read_page(page.html)).text;
}

MadePage PageMaker::unchanged(Kind kind, const Passage& passage, std::string_view original) {
  return {.truth = {.kind = kind, .original = std::string(original)}, .text = passage.text};
}

MadePage PageMaker::templated(const Passage& host, std::string_view notice, std::size_t number) {
  training::Random random = random_of(Kind::templated, number);
  const bool is_short = random.chance(0.5);
  std::string text(is_short ? beginning_of(host.text, 80) : host.text);
  text += paragraph_border;
  text += notice;
  return {.truth = {.kind = Kind::templated, .style = is_short ? "short" : "long"},
          .text = std::move(text)};
}

MadePage PageMaker::quoting(const Passage& host, const Passage& original, std::size_t number) {
  training::Random random = random_of(Kind::quoting, number);
  const QuotingStyle& style = quoting_styles[number % std::size(quoting_styles)];
  const std::optional<Span> place =
      cut_quotation(original.own_text(), 30, 100, style.unwanted, random);
  if (!place) {
    return {};
  }
  const std::string before = fmt::format(fmt::runtime(style.before), name_for(original));
  const std::string quotation(part_of(original.text, *place));
  Composition page{.text = host.text};
  insert(page, before + quotation + std::string(style.after), random);
  MadePage made{
      .truth = {.kind = Kind::quoting, .style = std::string(style.name), .original = original.id},
      .text = std::move(page.text)};
  if (style.name == "blockquote") {
    const std::size_t begin = page.pieces[0].begin + before.size();
    made.html = html_of(made.text, {begin, begin + quotation.size()});
    if (main_text_of(made) != made.text) {
      return {};  // extraction took a paragraph for something beside the text
    }
  }
  return made;
}

MadePage PageMaker::verbatim(const Passage& original, std::size_t number) {
  training::Random random = random_of(Kind::verbatim, number);
  const Copied copy = copied(original, number, random);
  MadePage page{
      .truth = {.kind = Kind::verbatim, .style = std::string(copy.how), .original = original.id},
      .text = as_extracted(copy.text)};
  page.truth.copies = {{original.id, {0, page.text.size()}, copy.source}};
  return page;
}

MadePage PageMaker::spun(const Passage& original, std::size_t number) const {
  Reworded spun =
      reworder_.spin(original.text, number, training::seed_of(name_of(Kind::spun), number));
  MadePage page{.truth = {.kind = Kind::spun,
                          .style = std::move(spun.family),
                          .strength = spun.density,
                          .original = original.id},
                .text = std::move(spun.text)};
  page.truth.copies = {{original.id, {0, page.text.size()}, {0, original.text.size()}}};
  return page;
}

MadePage PageMaker::with_pieces(Kind kind, const Passage& host,
                                const std::vector<const Passage*>& originals, std::size_t words,
                                std::size_t number) const {
  training::Random random = random_of(kind, number);
  MadePage page{.truth = {.kind = kind, .original = originals[0]->id}};
  Composition composition{.text = host.text};
  for (const Passage* original : originals) {
    Piece piece = cut_piece(*original, words, random);
    // A spinner may drop sentences: the piece is then cut longer, so that it stands in the page
    // with the words that its kind says.
    for (std::size_t asked = words, tries = 0; label_of(kind) == "spun"; ++tries) {
      Reworded spun = reworder_.spin(piece.text, number, random.next());
      const std::size_t made = training::count_words(spun.text);
      if ((made * 10 >= words * 9 && made * 10 <= words * 12) || tries == most_tries) {
        piece.text = std::move(spun.text);
        page.truth.style = std::move(spun.family);
        page.truth.strength = spun.density;
        break;
      }
      asked = std::max(asked + words, made + 1) - made;
      piece = cut_piece(*original, asked, random);
    }
    insert(composition, piece.text, random);
    page.truth.copies.push_back({original->id, {}, piece.place});
  }
  for (std::size_t i = 0; i < originals.size(); ++i) {
    page.truth.copies[i].page = composition.pieces[i];
  }
  page.text = std::move(composition.text);
  return page;
}

}  // namespace unspin::audit_set
