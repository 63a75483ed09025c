#include "engine/extract/trimmed_markup.hpp"

#include <algorithm>
#include <cstring>

#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

constexpr std::size_t longest_name = 32;
constexpr std::size_t longest_value = 2000;

bool is_letter(char c) { return static_cast<unsigned char>((c | 32) - 'a') < 26; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

bool same_letters(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(),
                    [](char a, char b) { return lower_ascii(a) == b; });
}

/// At most `count` bytes, whole characters.
std::string_view first_bytes(std::string_view text, std::size_t count) {
  if (text.size() <= count) {
    return text;
  }
  while (count > 0 && (static_cast<unsigned char>(text[count]) & 0xC0) == 0x80) {
    --count;
  }
  return text.substr(0, count);
}

/// Elements whose contents are no markup and no text.
bool holds_no_text(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea" || name == "iframe" ||
         name == "noembed" || name == "noframes";
}

/// Elements without contents that are not text either.
bool is_no_text(std::string_view name) {
  return name == "img" || name == "input" || name == "source" || name == "track" ||
         name == "param" || name == "area" || name == "col" || name == "embed" || name == "wbr";
}

/// Attributes that tell what an element is for, whether it is seen, and what the page is.
bool is_of_interest(std::string_view tag, std::string_view name) {
  switch (name.size()) {
    case 2:
      return name == "id";
    case 3:
      return name == "rel" && tag == "link";
    case 4:
      return name == "role" || (name == "lang" && tag == "html") ||
             (name == "href" && tag == "link") || (name == "name" && tag == "meta");
    case 5:
      return name == "class" || name == "style" || name == "color";
    case 6:
      return name == "hidden";
    case 7:
      return name == "bgcolor" || (name == "content" && tag == "meta");
    case 8:
      return name == "itemprop" || (name == "datetime" && tag == "time") ||
             (name == "property" && tag == "meta");
    default:
      return false;
  }
}

}  // namespace

void TrimmedMarkup::trim(std::string_view page, std::uint32_t most_attributes) {
  page_ = page;
  most_attributes_ = most_attributes;
  at_ = page.starts_with("\uFEFF") ? 3 : 0;
  left_out_attributes_ = false;
  text_.clear();
  pieces_.assign(1, {0, 0, 0});  // so that there is one before any offset
  linked_data_.clear();
  style_sheets_.clear();
  while (at_ < page_.size()) {
    copy_text(find_markup());
    if (at_ == page_.size()) {
      break;
    }
    const char next = page_[at_ + 1];
    if (is_letter(next)) {
      read_tag();
    } else if (next == '/' && at_ + 2 < page_.size() && is_letter(page_[at_ + 2])) {
      read_end_tag();
    } else if (page_.substr(at_, 4) == "<!--") {
      skip_comment();
    } else {
      skip_to('>');
    }
  }
  // A parser written in C takes the first NUL for the end, and skips the other controls.
  std::replace_if(text_.begin(), text_.end(), is_control, ' ');
}

void TrimmedMarkup::copy_text(std::size_t end) {
  if (end > at_) {
    pieces_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(at_),
                       static_cast<std::uint32_t>(end)});
    text_.append(page_, at_, end - at_);
    at_ = end;
  }
}

/// The next "<" that begins a tag, a comment or something like it.
std::size_t TrimmedMarkup::find_markup() const {
  for (std::size_t at = at_;; ++at) {
    at = std::min(page_.find('<', at), page_.size());
    if (at + 1 >= page_.size()) {
      return page_.size();
    }
    const char next = page_[at + 1];
    if (is_letter(next) || next == '/' || next == '!' || next == '?') {
      return at;
    }
  }
}

void TrimmedMarkup::skip_to(char c) {
  const std::size_t found = page_.find(c, at_);
  at_ = found == page_.npos ? page_.size() : found + 1;
}

void TrimmedMarkup::skip_comment() {
  // "<!-->" and "<!--->" are whole comments.
  for (std::size_t from = at_ + 2;;) {
    const std::size_t found = page_.find("--", from);
    if (found == page_.npos) {
      at_ = page_.size();
      return;
    }
    std::size_t end = found + 2;
    while (end < page_.size() && page_[end] == '-') {
      ++end;
    }
    if (end < page_.size() && page_[end] == '!') {
      ++end;
    }
    if (end < page_.size() && page_[end] == '>') {
      at_ = end + 1;
      return;
    }
    from = end;
  }
}

void TrimmedMarkup::read_tag() {
  ++at_;
  name_.clear();
  const std::size_t start = text_.size();
  for (; at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '/' && page_[at_] != '>';
       ++at_) {
    if (name_.size() < longest_name) {
      const char c = lower_ascii(page_[at_]);
      name_ += is_letter(c) || (c >= '0' && c <= '9') ? c : '-';
    }
  }
  text_ += '<';
  text_ += name_;
  type_ = {};
  std::uint32_t attributes = 0;
  while (read_attribute(name_, attributes)) {
  }
  if (at_ == page_.size()) {
    text_.resize(start);  // unclosed at the end of the page: no tag
    return;
  }
  ++at_;
  if (!holds_no_text(name_) && !is_no_text(name_)) {
    text_ += '>';
    return;
  }
  text_.resize(start);
  if (is_no_text(name_)) {
    return;
  }
  const std::string_view contents = skip_contents(name_);
  if (name_ == "style") {
    style_sheets_.push_back(contents);
  } else if (same_letters(type_, "application/ld+json")) {
    linked_data_.push_back(contents);
  }
}

void TrimmedMarkup::read_end_tag() {
  const std::size_t start = text_.size();
  text_ += "</";
  at_ += 2;
  for (; at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '/' && page_[at_] != '>';
       ++at_) {
    if (text_.size() < start + 2 + longest_name) {
      const char c = lower_ascii(page_[at_]);
      text_ += is_letter(c) || (c >= '0' && c <= '9') ? c : '-';
    }
  }
  text_ += '>';
  skip_to('>');
}

/// False at the end of the tag, on its ">", or of the page.
bool TrimmedMarkup::read_attribute(std::string_view tag, std::uint32_t& attributes) {
  while (at_ < page_.size() && (is_blank(page_[at_]) || page_[at_] == '/')) {
    ++at_;
  }
  if (at_ == page_.size() || page_[at_] == '>') {
    return false;
  }
  attribute_.clear();
  const std::size_t begin = at_;
  for (; at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
         (page_[at_] != '=' || at_ == begin);
       ++at_) {
    if (attribute_.size() < longest_name) {
      attribute_ += lower_ascii(page_[at_]);
    }
  }
  std::size_t equals = at_;
  while (equals < page_.size() && is_blank(page_[equals])) {
    ++equals;
  }
  std::string_view value;
  if (equals < page_.size() && page_[equals] == '=') {
    at_ = equals + 1;
    while (at_ < page_.size() && is_blank(page_[at_])) {
      ++at_;
    }
    const char quote = at_ < page_.size() ? page_[at_] : '\0';
    std::size_t end = at_;
    if (quote == '"' || quote == '\'') {
      ++at_;
      end = std::min(page_.find(quote, at_), page_.size());
    } else {
      while (end < page_.size() && !is_blank(page_[end]) && page_[end] != '>') {
        ++end;
      }
    }
    value = page_.substr(at_, end - at_);
    at_ = std::min(end + (quote == '"' || quote == '\'' ? 1 : 0), page_.size());
  }
  if (++attributes > most_attributes_) {
    left_out_attributes_ = true;
    return true;
  }
  if (attribute_ == "type") {
    type_ = value;
  }
  if (attribute_ == "href" && tag == "a") {
    text_ += " href";  // that it is a link is all we want to know
  } else if (is_of_interest(tag, attribute_)) {
    write_attribute(attribute_, value);
  }
  return true;
}

void TrimmedMarkup::write_attribute(std::string_view name, std::string_view value) {
  text_ += ' ';
  text_ += name;
  text_ += "=\"";
  for (const char c : first_bytes(value, longest_value)) {
    switch (c) {
      case '"':
        text_ += "&quot;";
        break;
      case '<':
        text_ += "&lt;";
        break;
      case '>':
        text_ += "&gt;";
        break;
      default:
        text_ += c;
    }
  }
  text_ += '"';
}

/// Passes "</name>" too.
std::string_view TrimmedMarkup::skip_contents(std::string_view name) {
  const std::size_t begin = at_;
  for (;;) {
    const std::size_t found = page_.find("</", at_);
    if (found == page_.npos) {
      at_ = page_.size();
      return page_.substr(begin);
    }
    at_ = found + 2;
    if (same_letters(page_.substr(at_, name.size()), name)) {
      skip_to('>');
      return page_.substr(begin, found - begin);
    }
  }
}

const TrimmedMarkup::Piece& TrimmedMarkup::piece_at(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  return *(behind - 1);
}

TrimmedMarkup::Range TrimmedMarkup::text_before(std::uint32_t offset) const {
  const Piece& piece = piece_at(offset);
  return {piece.begin, piece.begin + (piece.page_end - piece.page_begin)};
}

std::uint32_t TrimmedMarkup::page_begin_of(std::uint32_t offset) const {
  const Piece& piece = piece_at(offset);
  return std::min(piece.page_begin + (offset - piece.begin), piece.page_end);
}

std::uint32_t TrimmedMarkup::page_end_of(std::uint32_t offset) const {
  const Piece& piece = piece_at(offset - 1);
  return std::min(piece.page_begin + (offset - piece.begin), piece.page_end);
}

}  // namespace unspin
