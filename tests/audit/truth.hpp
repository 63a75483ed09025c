// What is known of each page of the made crawl: what kind it is, and which bytes of it were copied
// from which bytes of which original.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/sink.hpp"

namespace unspin::audit_set {

/// The first ones have copied nothing that anyone may be accused of. The order is that of
/// `kind_names`.
enum class Kind : std::uint8_t {
  clean,       ///< of a document that no original is of
  same_topic,  ///< follows an original in its document: same author, same subject; repeats no
               ///< sentence
  templated,   ///< shares boilerplate with ten originals or more
  quoting,     ///< quotes 30 to 100 words of an original, and says so
  verbatim,    ///< a whole original or half of it, as it is or with typos and the like
  verbatim_40,
  verbatim_80,
  verbatim_160,  ///< so many words in an otherwise clean page
  spun,          ///< a whole original, spun
  spun_40,
  spun_80,
  spun_160,
  two_originals  ///< 160 words each of two originals, spun, in an otherwise clean page
};
constexpr std::string_view kind_names[] = {
    "clean",        "same_topic", "templated", "quoting", "verbatim", "verbatim_40",  "verbatim_80",
    "verbatim_160", "spun",       "spun_40",   "spun_80", "spun_160", "two_originals"};
constexpr std::size_t kind_count = std::size(kind_names);
constexpr std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
constexpr bool is_innocent(Kind kind) { return kind <= Kind::quoting; }
/// What an accusation of a guilty page should say: "verbatim" or "spun".
constexpr std::string_view label_of(Kind kind) {
  return kind >= Kind::spun ? "spun" : is_innocent(kind) ? "" : "verbatim";
}

/// Bytes from `begin` to before `end`.
struct Span {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  bool operator==(const Span&) const = default;
};

/// Of main texts, as `unspin extract` gives them.
struct Copy {
  std::string original = {};  ///< its id
  Span page = {}, source = {};
  bool operator==(const Copy&) const = default;
};

struct Truth {
  std::string page = {};  ///< its id
  Kind kind = Kind::clean;
  std::string style = {};         ///< of a spin its family; else how it was copied, quoted or found
  double strength = 0;            ///< of a spin: short replacements for each 100 words that stayed
  std::string original = {};      ///< of guilty pages and near misses: the (first) original
  std::vector<Copy> copies = {};  ///< empty if the page is innocent
  bool operator==(const Truth&) const = default;
};

/// Writes one line of JSON. Throws as the sink does.
void write(const Truth& truth, Sink& sink);

/// Throws Error(unreadable_input).
std::vector<Truth> read_truth(const std::string& file);

}  // namespace unspin::audit_set
