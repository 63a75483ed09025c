#include "engine/align/spans.hpp"

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

class Cutter {
 public:
  Cutter(const Alignment& alignment, const SwapTable& swaps)
      : alignment_(alignment), swaps_(swaps) {}

  std::vector<Span> cut() {
    for (const Bead& block : blocks_of(alignment_)) {
      cut_block(block);
    }
    return std::move(spans_);
  }

 private:
  void cut_block(const Bead& block) {
    source_at_ = block.source_begin;
    rewrite_at_ = block.rewrite_begin;
    may_extend_ = false;
    while (source_at_ < block.source_end) {
      if (next_swap_ < swaps_.swaps.size() && swaps_.swaps[next_swap_].source_begin == source_at_) {
        take_swap(swaps_.swaps[next_swap_++]);
      } else if (is_kept_in_order(block)) {
        take_kept();
      } else {
        add({SpanClass::rewritten, source_at_, source_at_ + 1, rewrite_at_, rewrite_at_});
      }
    }
    add({SpanClass::rewritten, source_at_, source_at_, rewrite_at_, block.rewrite_end});
  }

  /// A swap may go around the link of a word to another form of it: then the word was not kept.
  bool is_kept_in_order(const Bead& block) const {
    if (!alignment_.is_kept(source_at_)) {
      return false;
    }
    const std::uint32_t j = alignment_.to_rewrite[source_at_];
    const bool has_swap = next_swap_ < swaps_.swaps.size() &&
                          swaps_.swaps[next_swap_].source_begin < block.source_end;
    const std::uint32_t end = has_swap ? swaps_.swaps[next_swap_].rewrite_begin : block.rewrite_end;
    return rewrite_at_ <= j && j < end;
  }

  void take_swap(const Swap& swap) {
    add({SpanClass::rewritten, source_at_, source_at_, rewrite_at_, swap.rewrite_begin});
    add({class_of(swaps_.rows[swap.row]), swap.source_begin, swap.source_end, swap.rewrite_begin,
         swap.rewrite_end});
  }

  void take_kept() {
    const std::uint32_t j = alignment_.to_rewrite[source_at_];
    add({SpanClass::rewritten, source_at_, source_at_, rewrite_at_, j});
    const bool is_identical = alignment_.likeness[source_at_] == Likeness::identical;
    add({is_identical ? SpanClass::identical : SpanClass::minor, source_at_, source_at_ + 1, j,
         j + 1});
  }

  static SpanClass class_of(const Substitution& row) {
    switch (row.kind) {
      case SwapKind::inflection:
      case SwapKind::near_spelling:
        return SpanClass::minor;
      case SwapKind::synonym:
        return row.is_content ? SpanClass::synonym : SpanClass::minor;
      case SwapKind::constant:
        return SpanClass::synonym;
      case SwapKind::other:
        break;
    }
    return SpanClass::rewritten;
  }

  /// Spans of one class that follow each other in both texts are one span.
  void add(const Span& span) {
    source_at_ = span.source_end;
    rewrite_at_ = span.rewrite_end;
    if (span.source_begin == span.source_end && span.rewrite_begin == span.rewrite_end) {
      return;
    }
    if (may_extend_ && spans_.back().span_class == span.span_class &&
        spans_.back().source_end == span.source_begin &&
        spans_.back().rewrite_end == span.rewrite_begin) {
      spans_.back().source_end = span.source_end;
      spans_.back().rewrite_end = span.rewrite_end;
      return;
    }
    spans_.push_back(span);
    may_extend_ = true;
  }

  const Alignment& alignment_;
  const SwapTable& swaps_;
  std::vector<Span> spans_;
  std::size_t next_swap_ = 0;
  std::uint32_t source_at_ = 0, rewrite_at_ = 0;
  bool may_extend_ = false;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::vector<Span> spans_of(const Alignment& alignment, const SwapTable& swaps) {
  return Cutter(alignment, swaps).cut();
}

RangeFinder::RangeFinder(std::string_view text, const Words& words) : words_(words) {
  if (find_non_ascii(text, 0) == text.size()) {
    return;  // a character is a byte
  }
  std::uint32_t continuations = 0;
  std::uint32_t at = 0;
  const auto character_at = [&](std::uint32_t byte) {
    for (; at < byte; ++at) {
      continuations += is_continuation(text[at]) ? 1u : 0u;
    }
    return byte - continuations;
  };
  begin_character_.reserve(words.size());
  end_character_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    begin_character_.push_back(character_at(words.begin[i]));
    end_character_.push_back(character_at(words.end[i]));
  }
}

TextRange RangeFinder::of(std::uint32_t begin_word, std::uint32_t end_word) const {
  TextRange range{.begin_word = begin_word, .end_word = end_word};
  if (begin_word < end_word) {
    range.begin_byte = words_.begin[begin_word];
    range.end_byte = words_.end[end_word - 1];
    range.begin_character = is_ascii() ? range.begin_byte : begin_character_[begin_word];
    range.end_character = is_ascii() ? range.end_byte : end_character_[end_word - 1];
  } else if (begin_word > 0) {
    range.begin_byte = range.end_byte = words_.end[begin_word - 1];
    range.begin_character = range.end_character =
        is_ascii() ? range.end_byte : end_character_[begin_word - 1];
  }
  return range;
}

}  // namespace unspin
