#include "engine/extract/block_writer.hpp"

#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

/// Punctuation that ends a clause, where the text is written with blanks and where it is not.
struct Reading {
  std::uint32_t letters = 0, marks = 0;
};

Reading read_letters(std::string_view text) {
  Reading reading;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++reading.letters;
      const bool may_end =
          byte == '.' || byte == ',' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
      const bool ends = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '"' ||
                        static_cast<unsigned char>(text[i + 1]) >= 0x80;
      reading.marks += may_end && ends ? 1u : 0u;
    } else if (byte >= 0xC0) {
      // U+3000 to U+9FFF and the syllables of Korean: about three letters of an alphabet each.
      const bool is_ideograph = byte >= 0xE3 && byte <= 0xED;
      reading.letters += is_ideograph ? 3u : 1u;
      const std::string_view three = text.substr(i, 3);
      reading.marks += three == "。" || three == "，" || three == "、" || three == "！" ||
                               three == "？" || three == "；" || three == "।"
                           ? 1u
                           : 0u;
    }
  }
  return reading;
}

}  // namespace

void BlockWriter::write_to(std::string& text, std::vector<PageBlock>& blocks,
                           std::vector<BlockFacts>& facts) {
  text_ = &text;
  blocks_ = &blocks;
  facts_ = &facts;
  end_block();
}

void BlockWriter::add(std::string_view text, std::uint32_t begin, std::uint32_t end,
                      const Element& element) {
  const bool is_verbatim = text.size() == end - begin;
  std::size_t at = 0;
  split_at_white_space(text, [&](std::string_view run) {
    const auto offset = static_cast<std::uint32_t>(run.data() - text.data());
    is_blank_due_ |= offset > at;
    at = offset + run.size();
    if (!is_in_block()) {
      block_.begin = is_verbatim ? begin + offset : begin;
      block_.kind = element.kind;
      block_.level = element.level;
      facts_of_block_.element = element.block;
    }
    add_run(run, element.is_link);
    block_.end = is_verbatim ? begin + static_cast<std::uint32_t>(at) : end;
  });
  is_blank_due_ |= at < text.size();
}

void BlockWriter::add_run(std::string_view run, bool is_link) {
  const std::size_t before = text_->size();
  if (is_blank_due_ && is_in_block()) {
    *text_ += ' ';
  }
  *text_ += run;
  if (is_link) {
    facts_of_block_.link_bytes += static_cast<std::uint32_t>(text_->size() - before);
  }
  is_blank_due_ = false;
  line_breaks_ = 0;
}

void BlockWriter::break_line() {
  is_blank_due_ = true;
  if (++line_breaks_ == 2) {
    end_block();
  }
}

void BlockWriter::end_block() {
  if (blocks_ && is_in_block()) {
    block_.text_end = static_cast<std::uint32_t>(text_->size());
    const std::string_view text = std::string_view(*text_).substr(block_.text_begin);
    const Reading reading = read_letters(text);
    facts_of_block_.bytes = static_cast<std::uint32_t>(text.size());
    facts_of_block_.letters = reading.letters;
    facts_of_block_.marks = reading.marks;
    blocks_->push_back(block_);
    facts_->push_back(facts_of_block_);
    *text_ += '\n';
  }
  block_ = {};
  block_.text_begin = static_cast<std::uint32_t>(text_->size());
  facts_of_block_ = {};
  is_blank_due_ = false;
  line_breaks_ = 0;
}

}  // namespace unspin
