// Blocks as they come: text between two boundaries, its white space collapsed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/extract/shape.hpp"

namespace unspin {

class BlockWriter {
 public:
  /// Everything is appended to these; offsets of blocks are those given to `add`.
  void write_to(std::string& text, std::vector<PageBlock>& blocks, std::vector<BlockFacts>& facts);

  /// A piece of text, decoded, and the range of bytes that it was read from. Its bytes are these
  /// very bytes if both are as long.
  void add(std::string_view text, std::uint32_t begin, std::uint32_t end, const Element& element);

  /// One of them is a blank, two on end begin another block.
  void break_line();

  /// The next text begins another block.
  void end_block();

  bool is_in_block() const { return text_->size() > block_.text_begin; }

 private:
  void add_run(std::string_view text, bool is_link);

  std::string* text_ = nullptr;
  std::vector<PageBlock>* blocks_ = nullptr;
  std::vector<BlockFacts>* facts_ = nullptr;
  PageBlock block_;
  BlockFacts facts_of_block_;
  bool is_blank_due_ = false;
  std::uint32_t line_breaks_ = 0;
};

}  // namespace unspin
