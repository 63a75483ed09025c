// Which passages play which part: originals, pages on the same topics, clean pages, and clean pages
// that something is put into.
//
// A package (a file of texts) gives either originals, with the pages on their topics, or clean
// pages; whichever of the two lacks the larger part of its number. So no clean page shares a
// document or an author with an original.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tests/audit/near_duplicates.hpp"
#include "tests/audit/passages.hpp"

namespace unspin::audit_set {

struct Passage {
  std::string id = {}, title = {}, text = {};
  std::size_t own_bytes = std::string::npos;  ///< behind so many bytes stands a notice

  std::string_view own_text() const { return std::string_view(text).substr(0, own_bytes); }
};

/// How many passages of each kind; less where the texts do not suffice.
struct CastSize {
  std::size_t originals = 0, same_topic = 0, clean = 0, hosts = 0;
};

struct Cast {
  std::vector<Passage> originals;
  struct Neighbour {
    std::size_t original;  ///< index; what follows it in its document
    Passage passage;
  };
  std::vector<Neighbour> same_topic;
  std::vector<Passage> clean, hosts;  ///< hosts: what something is put into
  std::vector<std::string> notices;   ///< paragraphs that ten documents have: licences and the like
};

/// Reads document by document; the same documents give the same cast.
class Casting {
 public:
  Casting(CastSize wanted, PassageSize passages) : wanted_(wanted), size_(passages) {}

  /// From here on documents are of this package.
  void begin_package(std::string_view name);

  void add_document(std::string_view id, std::string_view title, std::string_view text);

  /// Nobody else is wanted of this package, or of any.
  bool is_package_done() const { return gives_originals_ ? has_originals() : has_clean(); }
  bool is_done() const { return has_originals() && has_clean(); }

  Cast cast;

 private:
  bool has_originals() const { return cast.originals.size() >= wanted_.originals; }
  bool has_clean() const {
    return cast.clean.size() >= wanted_.clean && cast.hosts.size() >= wanted_.hosts;
  }
  void give_original(Passage passage, bool follows_original);
  void give_clean(Passage passage);
  void note_paragraphs(std::string_view text);

  CastSize wanted_;
  PassageSize size_;
  std::string package_;
  bool gives_originals_ = true;
  SeenShingles seen_;
  std::unordered_map<std::uint64_t, std::size_t> documents_with_;  // by a paragraph's hash
};

/// Leaves out pages on a topic that repeat a sentence of any original, as manuals do, since whoever
/// accuses such a page is right; then those beyond the first `most`.
void drop_repeating(Cast& cast, std::size_t most);

/// The cast out of files of texts, one a package, as `unspin extract --format jsonl` writes them.
/// Throws Error(unreadable_input).
Cast cast_of(const std::vector<std::string>& files, CastSize wanted, PassageSize passages);

}  // namespace unspin::audit_set
