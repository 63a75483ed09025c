#include "engine/report/finding_line.hpp"

#include <algorithm>
#include <simdjson.h>

#include "engine/io/error.hpp"
#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// A member that need not be there; if it is, it must be what it should be.
template <class Value>
Value known(object from, std::string_view name) {
  auto member = from[name];
  if (member.error() == simdjson::NO_SUCH_FIELD) {
    return {};
  }
  return Value(member.value());
}

std::string text(object from, std::string_view name) {
  return std::string(known<std::string_view>(from, name));
}

std::vector<std::string> texts(array from) {
  std::vector<std::string> all;
  for (const element one : from) {
    all.emplace_back(std::string_view(one));
  }
  return all;
}

FindingLine::Page page_of(object from) {
  FindingLine::Page page = {.id = text(from, "id"),
                            .file = text(from, "file"),
                            .line = known<std::uint64_t>(from, "line"),
                            .offset = known<std::uint64_t>(from, "offset"),
                            .address = text(from, "address"),
                            .date = text(from, "date"),
                            .title = text(from, "title"),
                            .words = from["words"]};
  if (object metadata; !from["metadata"].get(metadata)) {
    page.metadata = simdjson::minify(metadata);
  }
  return page;
}

FindingLine::Original original_of(object from) {
  return {.id = std::string(std::string_view(from["id"])),
          .address = text(from, "address"),
          .date = text(from, "date"),
          .title = text(from, "title"),
          .words = from["words"]};
}

FindingLine::Range range_of(object from) {
  return {.begin = from["begin"],
          .end = from["end"],
          .begin_word = from["begin_word"],
          .end_word = from["end_word"],
          .text = std::string(std::string_view(from["text"]))};
}

std::vector<FindingLine::Change> changes_of(object from) {
  std::vector<FindingLine::Change> all;
  for (const SpanClass span_class : {SpanClass::minor, SpanClass::synonym, SpanClass::rewritten}) {
    array of_class;
    if (from[name_of(span_class)].get(of_class)) {
      continue;
    }
    for (const array change : of_class) {
      all.push_back({.span_class = span_class,
                     .page_begin = change.at(0),
                     .page_end = change.at(1),
                     .original_begin = change.at(2),
                     .original_end = change.at(3)});
    }
  }
  std::ranges::stable_sort(all, {}, &FindingLine::Change::original_begin);
  return all;
}

FindingLine::Passage passage_of(object from) {
  const object discounted = from["discounted"];
  FindingLine::Passage passage = {.page = range_of(from["page"]),
                                  .original = range_of(from["original"]),
                                  .label = std::string(std::string_view(from["label"])),
                                  .confidence = from["confidence"],
                                  .score = from["score"],
                                  .reasons = texts(from["reasons"]),
                                  .quotation = discounted["quotation"],
                                  .common = discounted["template"],
                                  .ignored = discounted["ignored"]};
  for (const object swap : array(from["swaps"])) {
    passage.swaps.push_back({.from = std::string(std::string_view(swap["from"])),
                             .to = std::string(std::string_view(swap["to"])),
                             .count = swap["count"],
                             .kind = std::string(std::string_view(swap["kind"]))});
  }
  if (object changes; !from["changes"].get(changes)) {
    passage.changes = changes_of(changes);
  }
  return passage;
}

FindingLine finding_of(object from) {
  const object verdict = from["verdict"];
  const object shares = from["shares"];
  const object hidden = from["hidden_text"];
  FindingLine finding = {.id = std::string(std::string_view(from["id"])),
                         .page = page_of(from["page"]),
                         .original = original_of(from["original"]),
                         .label = std::string(std::string_view(verdict["label"])),
                         .confidence = verdict["confidence"],
                         .page_share_before = shares["page"]["before"],
                         .page_share = shares["page"]["after"],
                         .original_share = shares["original"],
                         .also = texts(from["also"]),
                         .hidden_words = hidden["words"],
                         .signature = text(from, "signature")};
  for (const object passage : array(from["passages"])) {
    finding.passages.push_back(passage_of(passage));
  }
  for (const auto& [trick, count] : object(hidden["characters"])) {
    finding.hidden_characters.emplace_back(trick, count);
  }
  return finding;
}

}  // namespace

std::uint64_t words_of(const FindingLine& finding) {
  std::uint64_t words = 0;
  for (const FindingLine::Passage& passage : finding.passages) {
    words += passage.page.end_word - passage.page.begin_word;
  }
  return words;
}

std::vector<FindingLine::Swap> swaps_of(const FindingLine& finding) {
  std::vector<FindingLine::Swap> all;
  for (const FindingLine::Passage& passage : finding.passages) {
    for (const FindingLine::Swap& swap : passage.swaps) {
      const auto same = std::ranges::find_if(all, [&](const FindingLine::Swap& other) {
        return other.from == swap.from && other.to == swap.to;
      });
      if (same == all.end()) {
        all.push_back(swap);
      } else {
        same->count += swap.count;
      }
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &FindingLine::Swap::count);
  return all;
}

std::vector<std::string> reasons_of(const FindingLine& finding) {
  const auto surest =
      std::ranges::max_element(finding.passages, {}, [&](const FindingLine::Passage& passage) {
        return std::pair(passage.label == finding.label, passage.confidence);
      });
  return surest == finding.passages.end() ? std::vector<std::string>() : surest->reasons;
}

std::string site_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#"));
  address.remove_prefix(address.rfind('@') + 1);  // npos + 1 is 0
  // An IPv6 address in its brackets has colons of its own.
  const std::size_t brackets = address.starts_with('[') ? address.find(']') : 0;
  return lower_ascii(address.substr(0, address.find(':', brackets)));
}

class FindingLineReader::Parser {
 public:
  object parse(std::string_view line) { return parser_.parse(line.data(), line.size()); }

 private:
  simdjson::dom::parser parser_;
};

FindingLineReader::FindingLineReader() : parser_(std::make_unique<Parser>()) {}
FindingLineReader::~FindingLineReader() = default;

FindingLine FindingLineReader::read(std::string_view line, const std::string& place) {
  try {
    return finding_of(parser_->parse(line));
  } catch (const simdjson::simdjson_error&) {
    throw Error(ErrorCode::unreadable_input, place + ": this is no finding, or it is damaged",
                "Run the audit again.");
  }
}

}  // namespace unspin
