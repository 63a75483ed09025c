// The elements of HTML that mean something to a reader of main texts.
#pragma once

#include <cstdint>
#include <string_view>

namespace unspin {

enum class Tag : std::uint8_t {
  other,         ///< any other: custom elements and the like; a block
  inline_other,  ///< b, em, span …: part of the line it stands in
  a,
  abbr,
  address,
  article,
  aside,
  blockquote,
  body,
  br,
  button,
  caption,
  code,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  label,
  legend,
  li,
  link,
  main,
  map,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  pre,
  q,
  section,
  select,
  svg,
  table,
  tbody,
  td,
  template_,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul,
  video
};

/// Of a lower-case name. Constant time.
Tag tag_of(std::string_view name);

/// Whether its text belongs to the line around it.
constexpr bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::inline_other:
    case Tag::a:
    case Tag::abbr:
    case Tag::br:
    case Tag::code:
    case Tag::del:
    case Tag::label:
    case Tag::link:
    case Tag::meta:
    case Tag::q:
    case Tag::time:
      return true;
    default:
      return false;
  }
}

/// Whether a reader does not see its text as text: controls, drawings, what stands in for scripts.
constexpr bool is_unread(Tag tag) {
  switch (tag) {
    case Tag::button:
    case Tag::label:
    case Tag::map:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::select:
    case Tag::svg:
    case Tag::template_:
    case Tag::title:
    case Tag::video:
      return true;
    default:
      return false;
  }
}

constexpr int heading_level(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1
                                          : 0;
}

}  // namespace unspin
