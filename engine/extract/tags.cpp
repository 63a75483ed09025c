#include "engine/extract/tags.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace unspin {
namespace {

using Entry = std::pair<std::string_view, Tag>;

constexpr Entry known[] = {
    {"a", Tag::a},
    {"abbr", Tag::abbr},
    {"acronym", Tag::inline_other},
    {"address", Tag::address},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::video},
    {"b", Tag::inline_other},
    {"bdi", Tag::inline_other},
    {"bdo", Tag::inline_other},
    {"big", Tag::inline_other},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br},
    {"button", Tag::button},
    {"canvas", Tag::video},
    {"caption", Tag::caption},
    {"cite", Tag::inline_other},
    {"code", Tag::code},
    {"data", Tag::inline_other},
    {"datalist", Tag::select},
    {"dd", Tag::dd},
    {"del", Tag::del},
    {"details", Tag::details},
    {"dfn", Tag::inline_other},
    {"dialog", Tag::dialog},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"em", Tag::inline_other},
    {"fieldset", Tag::fieldset},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"font", Tag::inline_other},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hr", Tag::hr},
    {"html", Tag::html},
    {"i", Tag::inline_other},
    {"ins", Tag::inline_other},
    {"kbd", Tag::inline_other},
    {"label", Tag::label},
    {"legend", Tag::legend},
    {"li", Tag::li},
    {"link", Tag::link},
    {"main", Tag::main},
    {"map", Tag::map},
    {"mark", Tag::inline_other},
    {"menu", Tag::menu},
    {"meta", Tag::meta},
    {"nav", Tag::nav},
    {"nobr", Tag::inline_other},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ol},
    {"option", Tag::option},
    {"p", Tag::p},
    {"pre", Tag::pre},
    {"q", Tag::q},
    {"ruby", Tag::inline_other},
    {"s", Tag::inline_other},
    {"samp", Tag::inline_other},
    {"section", Tag::section},
    {"select", Tag::select},
    {"small", Tag::inline_other},
    {"span", Tag::inline_other},
    {"strike", Tag::inline_other},
    {"strong", Tag::inline_other},
    {"sub", Tag::inline_other},
    {"sup", Tag::inline_other},
    {"svg", Tag::svg},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::tr},
    {"tt", Tag::inline_other},
    {"u", Tag::inline_other},
    {"ul", Tag::ul},
    {"var", Tag::inline_other},
    {"video", Tag::video},
};

constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return (hash ^ (hash >> 15)) % slots;
}

constexpr auto table = [] {
  std::array<Entry, slots> filled{};
  for (const Entry& entry : known) {
    std::size_t slot = slot_of(entry.first);
    while (!filled[slot].first.empty()) {
      slot = (slot + 1) % slots;
    }
    filled[slot] = entry;
  }
  return filled;
}();

}  // namespace

Tag tag_of(std::string_view name) {
  for (std::size_t slot = slot_of(name); !table[slot].first.empty(); slot = (slot + 1) % slots) {
    if (table[slot].first == name) {
      return table[slot].second;
    }
  }
  return Tag::other;
}

}  // namespace unspin
