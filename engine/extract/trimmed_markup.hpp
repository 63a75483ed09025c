// A page without what its parser need not see: scripts, styles, comments, attributes that say
// nothing about the text. They are two thirds of a page's bytes, and what is left is written in
// well-formed tags, of which no parser is slow or can be made to be.
//
// Tags are told apart as the HTML standard's tokenizer does: quotes protect ">", an unclosed
// comment goes on to the end of the page, "<" before anything but a name is text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

class TrimmedMarkup {
 public:
  /// Reads a page of well-formed UTF-8; what was read before is forgotten. Linear.
  void trim(std::string_view page, std::uint32_t most_attributes);

  const std::string& text() const { return text_; }

  /// Contents of <script type="application/ld+json"> and of <style>: ranges of the page.
  const std::vector<std::string_view>& linked_data() const { return linked_data_; }
  const std::vector<std::string_view>& style_sheets() const { return style_sheets_; }

  bool left_out_attributes() const { return left_out_attributes_; }

  /// Bytes of text(), the end exclusive, that stand together in the page.
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };
  /// The last such range that is text, not a tag, and begins at `offset` or before; it need not
  /// reach up to there, and is empty if there is none. Logarithmic.
  Range text_before(std::uint32_t offset) const;

  /// Where in the page the character of the text stands whose first byte is at `offset`, and the
  /// place behind the one whose last byte is before it. Logarithmic.
  std::uint32_t page_begin_of(std::uint32_t offset) const;
  std::uint32_t page_end_of(std::uint32_t offset) const;

 private:
  struct Piece {
    std::uint32_t begin;       // in text_
    std::uint32_t page_begin;  // of the same byte
    std::uint32_t page_end;    // where the bytes end that are the same
  };

  const Piece& piece_at(std::uint32_t offset) const;
  std::size_t find_markup() const;
  void copy_text(std::size_t end);
  void read_tag();
  void read_end_tag();
  bool read_attribute(std::string_view tag, std::uint32_t& written);
  void write_attribute(std::string_view name, std::string_view value);
  void skip_comment();
  void skip_to(char c);
  std::string_view skip_contents(std::string_view name);

  std::string_view page_;
  std::size_t at_ = 0;
  std::uint32_t most_attributes_ = 0;
  bool left_out_attributes_ = false;
  std::string text_;
  std::string name_, attribute_;
  std::string_view type_;  // of the tag that is being read
  std::vector<Piece> pieces_;
  std::vector<std::string_view> linked_data_, style_sheets_;
};

}  // namespace unspin
