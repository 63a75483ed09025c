// From trimmed markup to the shape of the page, by libxml2's HTML parser: it knows which elements
// are implied, which tags end others, and never gives up.
//
// No tree is built by libxml2, which would take longer than everything else; its events fill a
// flat array. Its own stack is searched for some end tags, so where elements nest deeper than the
// limit, what is inside is parsed as if it stood on its own: linear for any page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/extract/block_writer.hpp"
#include "engine/extract/hiding.hpp"
#include "engine/extract/hints.hpp"
#include "engine/extract/metadata.hpp"
#include "engine/extract/shape.hpp"
#include "engine/extract/trimmed_markup.hpp"

namespace unspin {

class PageParser {
 public:
  PageParser();

  /// Overwrites `shape` and the blocks and texts of `page`, whose offsets are those of the markup;
  /// appends to its issues. Everybody's role is still to be found.
  void parse(const TrimmedMarkup& markup, const Hiding& hiding, const ExtractLimits& limits,
             Page& page, PageShape& shape, Metadata& metadata);

 private:
  struct Events;  // what libxml2 calls

  void parse_from(std::size_t offset);
  void start(std::string_view name, const unsigned char** attributes);
  void end();
  void read_text(std::string_view text);
  void add_element(Tag tag, const Attributes& attributes);
  std::uint32_t offset() const;
  TrimmedMarkup::Range place_of(std::string_view text) const;

  const TrimmedMarkup* trimmed_ = nullptr;
  const std::string* markup_ = nullptr;  // its text
  const Hiding* hiding_ = nullptr;
  const ExtractLimits* limits_ = nullptr;
  PageShape* shape_ = nullptr;
  Metadata* metadata_ = nullptr;
  HintReader hints_;
  BlockWriter visible_, hidden_;
  std::vector<BlockFacts> hidden_facts_;
  std::vector<std::uint32_t> open_;  // elements
  std::size_t open_before_ = 0;      // of them, those of the parsers before
  void* context_ = nullptr;          // libxml2's
  std::size_t parsed_from_ = 0;      // offset of what it reads
  std::uint32_t read_up_to_ = 0;     // behind the text that was read last
  std::size_t go_on_at_ = 0;         // where the next parser begins, if this one was stopped
  bool is_stopped_ = false;
  bool is_too_deep_ = false, has_too_many_ = false;
};

}  // namespace unspin
