#include "engine/extract/page_parser.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <libxml/HTMLparser.h>
#include <memory>
#include <utility>

namespace unspin {
namespace {

constexpr std::uint32_t least_depth = 16;        // html, body and the like are implied
constexpr std::uint32_t longest_reference = 64;  // &CounterClockwiseContourIntegral;
constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

Attributes read_attributes(const xmlChar** pairs) {
  Attributes read;
  for (; pairs && pairs[0]; pairs += 2) {
    const std::string_view name = view(pairs[0]);
    const std::string_view value = view(pairs[1]);
    static constexpr std::pair<std::string_view, std::string_view Attributes::*> members[] = {
        {"class", &Attributes::classes},     {"id", &Attributes::id},
        {"href", &Attributes::href},         {"style", &Attributes::style},
        {"role", &Attributes::role},         {"itemprop", &Attributes::itemprop},
        {"lang", &Attributes::lang},         {"rel", &Attributes::rel},
        {"name", &Attributes::name},         {"content", &Attributes::content},
        {"property", &Attributes::property}, {"datetime", &Attributes::datetime},
        {"color", &Attributes::color},       {"bgcolor", &Attributes::bgcolor}};
    const auto member = std::ranges::find(members, name, [](const auto& m) { return m.first; });
    if (member != std::end(members)) {
      read.*(member->second) = value;
    }
    read.is_link |= name == "href";
    read.is_hidden |= name == "hidden" && value != "until-found";
  }
  return read;
}

BlockKind kind_of(Tag tag, BlockKind around) {
  switch (tag) {
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return BlockKind::heading;
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
      return BlockKind::list_item;
    case Tag::blockquote:
      return BlockKind::quote;
    case Tag::pre:
      return BlockKind::code;
    case Tag::td:
    case Tag::th:
      return BlockKind::table_row;
    case Tag::caption:
    case Tag::figcaption:
      return BlockKind::caption;
    default:
      return around;
  }
}

}  // namespace

struct PageParser::Events {
  static PageParser& of(void* parser) { return *static_cast<PageParser*>(parser); }
  static void start(void* parser, const xmlChar* name, const xmlChar** attributes) {
    of(parser).start(view(name), attributes);
  }
  static void end(void* parser, const xmlChar*) { of(parser).end(); }
  static void text(void* parser, const xmlChar* text, int length) {
    of(parser).read_text(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(length, 0))});
  }
  static htmlSAXHandler handler() {
    htmlSAXHandler events{};
    events.startElement = start;
    events.endElement = end;
    events.characters = text;
    events.ignorableWhitespace = text;
    return events;
  }
};

PageParser::PageParser() { xmlInitParser(); }

void PageParser::parse(const TrimmedMarkup& markup, const Hiding& hiding,
                       const ExtractLimits& limits, Page& page, PageShape& shape,
                       Metadata& metadata) {
  trimmed_ = &markup;
  markup_ = &markup.text();
  read_up_to_ = 0;
  hiding_ = &hiding;
  limits_ = &limits;
  shape_ = &shape;
  metadata_ = &metadata;
  is_too_deep_ = has_too_many_ = false;
  shape.elements.assign(1, Element{});
  shape.facts.clear();
  hidden_facts_.clear();
  open_.assign(1, 0);
  visible_.write_to(page.text, page.blocks, shape.facts);
  hidden_.write_to(page.hidden_text, page.hidden, hidden_facts_);
  std::size_t from = 0;
  do {
    parse_from(from);
    from = go_on_at_;
  } while (is_stopped_ && !has_too_many_);
  visible_.end_block();
  hidden_.end_block();
  if (is_too_deep_) {
    page.issues.push_back({"too_deep", "elements nest deeper than " +
                                           std::to_string(limits.most_depth) +
                                           "; what is inside was read as if it stood on its own"});
  }
  if (has_too_many_) {
    page.issues.push_back({"too_many_elements", "the page has more than " +
                                                    std::to_string(limits.most_elements) +
                                                    " elements; the rest was left out"});
  }
}

void PageParser::parse_from(std::size_t offset) {
  static const htmlSAXHandler handler = Events::handler();
  is_stopped_ = false;
  open_before_ = open_.size();
  parsed_from_ = offset;
  htmlSAXHandler events = handler;
  const auto free = [](htmlParserCtxtPtr context) {
    xmlFreeDoc(context->myDoc);
    htmlFreeParserCtxt(context);
  };
  const std::unique_ptr<htmlParserCtxt, decltype(free)> context(
      htmlCreatePushParserCtxt(&events, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), free);
  if (!context) {
    throw std::bad_alloc();
  }
  htmlCtxtUseOptions(context.get(), options);
  context_ = context.get();
  htmlParseChunk(context.get(), markup_->data() + offset,
                 static_cast<int>(markup_->size() - offset), 1);
  context_ = nullptr;
}

std::uint32_t PageParser::offset() const {
  return static_cast<std::uint32_t>(parsed_from_ + static_cast<std::size_t>(xmlByteConsumed(
                                                       static_cast<htmlParserCtxtPtr>(context_))));
}

void PageParser::start(std::string_view name, const unsigned char** attributes) {
  if (is_stopped_) {
    return;
  }
  has_too_many_ = shape_->elements.size() >= limits_->most_elements;
  const bool is_too_deep =
      open_.size() - open_before_ >= std::max(limits_->most_depth, least_depth);
  if (has_too_many_ || is_too_deep) {
    is_too_deep_ |= is_too_deep;
    is_stopped_ = true;
    go_on_at_ = markup_->rfind('<', offset() - 1);
    xmlStopParser(static_cast<htmlParserCtxtPtr>(context_));
    return;
  }
  add_element(tag_of(name), read_attributes(attributes));
}

void PageParser::add_element(Tag tag, const Attributes& attributes) {
  const auto index = static_cast<std::uint32_t>(shape_->elements.size());
  const std::uint32_t parent = open_.back();
  Element element = shape_->elements[parent];
  element.parent = parent;
  element.tag = tag;
  element.hint = hints_.read(tag, attributes);
  element.is_unread |= is_unread(tag);
  element.is_hidden |= tag != Tag::body && tag != Tag::html && hiding_->is_hidden(attributes);
  element.is_link |= tag == Tag::a && attributes.is_link;
  if (tag == Tag::td || tag == Tag::th) {
    element.cell = index;
  } else if (tag == Tag::tr) {
    element.row = index;
    element.cell = 0;
  }
  if (tag == Tag::br) {
    visible_.break_line();
    hidden_.break_line();
  } else if (!is_inline(tag)) {
    element.block = index;
    element.kind = kind_of(tag, element.kind);
    if (const int level = heading_level(tag); level > 0 || element.kind != BlockKind::heading) {
      element.level = static_cast<std::uint8_t>(level);
    }
    visible_.end_block();
    hidden_.end_block();
  }
  open_.push_back(index);
  shape_->elements.push_back(element);
  metadata_->read_element(index, tag, attributes);
}

void PageParser::end() {
  if (is_stopped_ || open_.size() <= open_before_) {
    return;
  }
  if (!is_inline(shape_->elements[open_.back()].tag)) {
    visible_.end_block();
    hidden_.end_block();
  }
  open_.pop_back();
}

void PageParser::read_text(std::string_view text) {
  if (is_stopped_) {
    return;
  }
  const Element& element = shape_->elements[open_.back()];
  if (element.tag == Tag::title) {
    metadata_->read_title(open_.back(), text);
  }
  if (element.is_unread || text.empty()) {
    return;
  }
  const auto [begin, end] = place_of(text);
  read_up_to_ = end;
  (element.is_hidden ? hidden_ : visible_).add(text, begin, end, element);
}

/// The bytes of the markup that were read as the text that is being reported. libxml2 reports a
/// text when it has passed it, but for its last character if its buffer was full or the page ends
/// there; a character reference, when it has passed that.
TrimmedMarkup::Range PageParser::place_of(std::string_view text) const {
  const std::uint32_t passed = offset();
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto ends_at = [&](std::uint32_t end) {
    return end >= read_up_to_ + size && end <= markup_->size() &&
           std::memcmp(markup_->data() + end - size, text.data(), size) == 0 &&
           trimmed_->text_before(end - 1).end >= end &&
           trimmed_->text_before(end - size).end > end - size;
  };
  constexpr std::uint32_t longest_character = 4;
  for (std::uint32_t end = passed; end <= passed + longest_character; ++end) {
    if (ends_at(end)) {
      return {end - size, end};
    }
  }
  const std::uint32_t end = std::max(passed, read_up_to_);
  const std::uint32_t begin =
      std::max(read_up_to_, trimmed_->text_before(std::max(end, 1u) - 1).begin);
  const std::uint32_t near = std::max(begin, end - std::min(end, longest_reference));
  const std::size_t reference = std::string_view(*markup_).substr(near, end - near).rfind('&');
  return {
      reference == std::string_view::npos ? begin : near + static_cast<std::uint32_t>(reference),
      end};
}

}  // namespace unspin
