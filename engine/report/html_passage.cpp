#include "engine/report/html_passage.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/report/html_marked_text.hpp"
#include "engine/report/paragraphs.hpp"
#include "engine/text/unfold.hpp"

namespace unspin {
namespace {

PieceKind kind_of(const FindingLine::Change& change) {
  if (change.page_begin == change.page_end || change.original_begin == change.original_end) {
    return PieceKind::alone;
  }
  return change.span_class == SpanClass::minor     ? PieceKind::small
         : change.span_class == SpanClass::synonym ? PieceKind::swapped
                                                   : PieceKind::reworded;
}

/// One of the two texts, with its changes by their places in it.
class PassageSide {
 public:
  explicit PassageSide(std::string_view text) : text_(text), paragraphs_(paragraphs_of(text)) {
    Unfolded unfolded;
    Unfolder().unfold(text, unfolded);
    hidden_ = std::move(unfolded.places);
  }

  /// Whether a range of the main text, of which this text begins at `start`, lies in this text.
  bool has(std::uint64_t begin, std::uint64_t end, std::uint64_t start) const {
    return start <= begin && begin <= end && end - start <= text_.size();
  }

  void add(Marked mark) { all_.push_back(mark); }

  /// Puts the marks in order; those that lie in another one go.
  void finish() {
    std::ranges::stable_sort(all_, {},
                             [](const Marked& mark) { return std::pair(mark.begin, mark.end); });
    for (const Marked& mark : all_) {
      if (mark.begin < mark.end && (shown_.empty() || shown_.back().end <= mark.begin)) {
        shown_.push_back(mark);
      }
    }
  }

  const std::vector<Marked>& all() const { return all_; }

  struct Begin {
    std::size_t paragraph = 0;
    std::uint32_t distance = 0;  ///< bytes behind the change before it
  };
  /// The paragraphs that begin between change `slot` - 1 and change `slot`, but the first of all.
  std::vector<Begin> paragraphs_in(std::size_t slot) const {
    const std::uint32_t from = slot == 0 ? 0 : all_[slot - 1].end;
    const std::uint32_t to =
        slot == all_.size() ? static_cast<std::uint32_t>(text_.size()) : all_[slot].begin;
    std::vector<Begin> found;
    auto paragraph = std::ranges::lower_bound(paragraphs_, from, {}, &ByteRange::begin);
    for (; paragraph != paragraphs_.end() && paragraph->begin <= to; ++paragraph) {
      if (paragraph != paragraphs_.begin()) {
        found.push_back(
            {static_cast<std::size_t>(paragraph - paragraphs_.begin()), paragraph->begin - from});
      }
    }
    return found;
  }

  std::size_t paragraphs() const { return paragraphs_.size(); }

  MarkedTextWriter writer(HtmlWriter& html) const { return {text_, shown_, hidden_, html}; }
  const ByteRange& paragraph(std::size_t i) const { return paragraphs_[i]; }

 private:
  std::string_view text_;
  std::vector<ByteRange> paragraphs_;
  std::vector<HiddenText> hidden_;
  std::vector<Marked> all_, shown_;
};

/// Where rows begin: paragraphs of the original and of the page.
struct RowBegin {
  std::size_t original, page;
};

/// Behind a change that both texts have they are the same, but for white space and the like.
bool is_same_place(std::uint32_t distance, std::uint32_t other) {
  return std::max(distance, other) - std::min(distance, other) <= 8 + distance / 32;
}

std::vector<RowBegin> row_begins(const PassageSide& original, const PassageSide& page) {
  std::vector<RowBegin> begins;
  const auto seen = std::make_unique<bool[]>(original.all().size());  // by change: on either side
  std::size_t halves = 0;  // changes passed on one side only
  std::uint32_t first = 0;
  if (!original.all().empty()) {
    first = std::ranges::min(original.all(), {}, &Marked::number).number;
  }
  const auto pass = [&](const Marked& change) {
    bool& was_passed = seen[change.number - first];
    halves = was_passed ? halves - 1 : halves + 1;
    was_passed = true;
  };
  for (std::size_t slot = 0; slot <= original.all().size(); ++slot) {
    if (slot > 0) {
      pass(original.all()[slot - 1]);
      pass(page.all()[slot - 1]);
    }
    if (halves > 0) {
      continue;  // a sentence was moved across this place
    }
    const std::vector<PassageSide::Begin> of_page = page.paragraphs_in(slot);
    auto next = of_page.begin();
    for (const PassageSide::Begin& begin : original.paragraphs_in(slot)) {
      while (next != of_page.end() && next->distance < begin.distance &&
             !is_same_place(begin.distance, next->distance)) {
        ++next;
      }
      if (next != of_page.end() && is_same_place(begin.distance, next->distance)) {
        begins.push_back({begin.paragraph, next->paragraph});
        ++next;
      }
    }
  }
  return begins;
}

}  // namespace

std::uint32_t put_passage_texts(const FindingLine::Passage& passage, std::uint32_t first_number,
                                HtmlWriter& html) {
  PassageSide original(passage.original.text), page(passage.page.text);
  const auto mark = [](std::uint64_t begin, std::uint64_t end, std::uint64_t start,
                       std::uint32_t number, PieceKind kind) {
    return Marked{static_cast<std::uint32_t>(begin - start),
                  static_cast<std::uint32_t>(end - start), number, kind};
  };
  std::uint32_t number = first_number;
  for (const FindingLine::Change& change : passage.changes) {
    if (page.has(change.page_begin, change.page_end, passage.page.begin) &&
        original.has(change.original_begin, change.original_end, passage.original.begin)) {
      const PieceKind kind = kind_of(change);
      page.add(mark(change.page_begin, change.page_end, passage.page.begin, number, kind));
      original.add(
          mark(change.original_begin, change.original_end, passage.original.begin, number, kind));
      ++number;
    }
  }
  page.finish();
  original.finish();

  const std::vector<RowBegin> begins = row_begins(original, page);
  MarkedTextWriter original_writer = original.writer(html);
  MarkedTextWriter page_writer = page.writer(html);
  html.markup(
      "<table class=\"sides\"><thead><tr><th scope=\"col\">Original</th><th "
      "scope=\"col\">Page</th></tr></thead><tbody>\n");
  RowBegin at = {0, 0};
  for (std::size_t row = 0; row <= begins.size(); ++row) {
    const RowBegin end =
        row < begins.size() ? begins[row] : RowBegin{original.paragraphs(), page.paragraphs()};
    html.markup("<tr><td>");
    for (; at.original < end.original; ++at.original) {
      original_writer.put(original.paragraph(at.original));
    }
    html.markup("</td><td>");
    for (; at.page < end.page; ++at.page) {
      page_writer.put(page.paragraph(at.page));
    }
    html.markup("</td></tr>\n");
  }
  html.markup("</tbody></table>\n");
  return number;
}

}  // namespace unspin
