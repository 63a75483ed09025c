#include "tests/audit/cast.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <unordered_set>
#include <utility>

#include "bench/training/excerpts.hpp"
#include "bench/training/random.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"
#include "engine/io/json_text.hpp"

namespace unspin::audit_set {
namespace {

constexpr PassageSize notice_size{40, 150};
constexpr std::size_t most_notices = 12;
constexpr std::size_t documents_with_notice = 10;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string title_of(const Document& document) {
  std::string title;
  for (const auto& [name, json] : document.metadata) {
    if (name == "title") {
      read_json_string(json, title);
    }
  }
  return title;
}

}  // namespace

void Casting::begin_package(std::string_view name) {
  package_ = name;
  const std::size_t clean = cast.clean.size() + cast.hosts.size();
  gives_originals_ =
      !has_originals() && (has_clean() || share(cast.originals.size(), wanted_.originals) <=
                                              share(clean, wanted_.clean + wanted_.hosts));
}

void Casting::add_document(std::string_view id, std::string_view title, std::string_view text) {
  const std::string name = fmt::format("{}/{}", package_, id);
  note_paragraphs(text);
  bool follows_original = false;
  std::size_t number = 0;
  for (std::string& passage : cut_passages(text, size_, training::seed_of(name))) {
    ++number;
    if (is_package_done() || !seen_.admit(passage)) {
      follows_original = false;
      continue;
    }
    Passage made{.id = fmt::format("{}#{}", name, number),
                 .title = std::string(title.empty() ? id : title),
                 .text = std::move(passage)};
    if (gives_originals_) {
      const std::size_t before = cast.originals.size();
      give_original(std::move(made), follows_original);
      follows_original = cast.originals.size() > before;
    } else {
      give_clean(std::move(made));
    }
  }
}

void Casting::give_original(Passage passage, bool follows_original) {
  // Twice as eagerly as originals: not every document has a second passage.
  const bool lacks_neighbours = cast.same_topic.size() < wanted_.same_topic &&
                                share(cast.same_topic.size(), wanted_.same_topic) <
                                    2 * share(cast.originals.size(), wanted_.originals);
  if (follows_original && lacks_neighbours) {
    cast.same_topic.push_back({cast.originals.size() - 1, std::move(passage)});
  } else {
    cast.originals.push_back(std::move(passage));
  }
}

void Casting::give_clean(Passage passage) {
  const bool lacks_hosts =
      share(cast.hosts.size(), wanted_.hosts) < share(cast.clean.size(), wanted_.clean);
  (lacks_hosts ? cast.hosts : cast.clean).push_back(std::move(passage));
}

void Casting::note_paragraphs(std::string_view text) {
  std::unordered_set<std::uint64_t> of_this_document;
  for (const std::string_view paragraph : paragraphs_of(text)) {
    const std::size_t words = training::count_words(paragraph);
    const std::uint64_t hash = training::seed_of(paragraph);
    if (words >= notice_size.least && words <= notice_size.most && is_prose(paragraph) &&
        of_this_document.insert(hash).second && ++documents_with_[hash] == documents_with_notice &&
        cast.notices.size() < most_notices) {
      cast.notices.emplace_back(paragraph);
    }
  }
}

void drop_repeating(Cast& cast, std::size_t most) {
  std::vector<std::string_view> pages, originals;
  for (const Cast::Neighbour& neighbour : cast.same_topic) {
    pages.push_back(neighbour.passage.text);
  }
  for (const Passage& original : cast.originals) {
    originals.push_back(original.text);
  }
  const std::vector<bool> repeats = which_repeat(pages, originals);
  std::vector<Cast::Neighbour> kept;
  for (std::size_t i = 0; i < repeats.size() && kept.size() < most; ++i) {
    if (!repeats[i]) {
      kept.push_back(std::move(cast.same_topic[i]));
    }
  }
  cast.same_topic = std::move(kept);
}

Cast cast_of(const std::vector<std::string>& files, CastSize wanted, PassageSize passages) {
  CastSize more = wanted;
  more.same_topic += wanted.same_topic / 2;  // some repeat a sentence
  Casting casting(more, passages);
  for (const std::string& file : files) {
    if (casting.is_done()) {
      break;
    }
    casting.begin_package(std::filesystem::path(file).stem().string());
    const auto rows = open_document_rows(file);
    Document document;
    std::vector<DocumentIssue> issues;
    while (!casting.is_package_done() && rows->next(document, issues)) {
      casting.add_document(document.id, title_of(document), document.bytes);
    }
    if (!issues.empty()) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{}:{}: {}", file, issues[0].line, issues[0].message),
                  "Make the file again with unspin extract --format jsonl.");
    }
  }
  drop_repeating(casting.cast, wanted.same_topic);
  return std::move(casting.cast);
}

}  // namespace unspin::audit_set
