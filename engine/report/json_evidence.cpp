#include "engine/report/json_evidence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "engine/report/things.hpp"

namespace unspin {
namespace {

void write_substitutions(JsonWriter& json, const std::vector<Substitution>& rows) {
  json.key("substitutions").begin_array();
  for (const Substitution& row : rows) {
    json.begin_object().key("from").value(row.from).key("to").value(row.to);
    json.key("count").value(row.count).key("kind").value(name_of(row.kind));
    json.key("constant").value(row.is_constant);
    if (row.is_made_of_rows) {
      json.key("counted_by_word").value(true);
    }
    if (row.resource) {
      json.key("resource").value(name_of(*row.resource)).key("sense").value(row.sense);
    }
    json.end_object();
  }
  json.end_array();
}

void write_renderings(JsonWriter& json, const std::vector<TermRecord::Rendering>& renderings) {
  json.begin_array();
  for (const auto& rendering : renderings) {
    json.begin_object().key("text").value(rendering.text).key("count").value(rendering.count);
    if (rendering.is_forbidden) {
      json.key("forbidden").value(true);
    }
    json.end_object();
  }
  json.end_array();
}

void write_records(JsonWriter& json, const std::vector<TermRecord>& records) {
  json.begin_array();
  for (const TermRecord& record : records) {
    json.begin_object().key("term").value(record.term);
    json.key("occurrences").value(record.occurrences).key("kept").value(record.kept);
    json.key("inflected").value(record.inflected).key("variants").value(record.variants);
    json.key("near_misses");
    write_renderings(json, record.near_misses);
    json.key("replaced");
    write_renderings(json, record.replaced);
    json.key("lost").value(record.lost);
    if (record.is_from_glossary) {
      json.key("glossary").value(true);
    }
    json.end_object();
  }
  json.end_array();
}

/// {"occurrences": 14, "kept": 12, "items": […]}
void write_things(JsonWriter& json, const std::vector<TermRecord>& records) {
  const Preserved all = preserved(records);
  json.begin_object().key("occurrences").value(all.occurrences).key("kept").value(all.kept);
  json.key("items");
  write_records(json, records);
  json.end_object();
}

/// {"characters": {"homoglyph": 2, …}, "places": [{"trick": …, "bytes": [from, to]}, …]}
void write_obfuscation(JsonWriter& json, const Obfuscation& found) {
  json.begin_object().key("characters").begin_object();
  for (std::size_t i = 0; i < trick_names.size(); ++i) {
    if (found.characters[i] > 0) {
      json.key(trick_names[i]).value(found.characters[i]);
    }
  }
  json.end_object().key("places").begin_array();
  for (const HiddenText& place : found.places) {
    json.begin_object().key("trick").value(name_of(place.trick)).key("bytes").begin_array();
    json.value(place.begin).value(place.end).end_array().end_object();
  }
  json.end_array().end_object();
}

/// A span as JSON, in memory of its own: there are hundreds in a report, and they are all alike.
class SpanText {
 public:
  explicit SpanText(bool spaced) : colon_(spaced ? ": " : ":"), comma_(spaced ? ", " : ",") {}

  std::string_view of(const SpanRecord& span) {
    at_ = text_.data();
    put("{");
    key("class");
    put("\"");
    put(name_of(span.span_class));
    put("\"");
    put(comma_);
    key("source");
    put(span.source);
    put(comma_);
    key("rewrite");
    put(span.rewrite);
    put("}");
    return {text_.data(), at_};
  }

 private:
  void put(std::string_view text) { at_ = std::ranges::copy(text, at_).out; }
  void put(std::uint32_t number) {
    at_ = std::to_chars(at_, text_.data() + text_.size(), number).ptr;
  }
  void key(std::string_view name) {
    put("\"");
    put(name);
    put("\"");
    put(colon_);
  }
  void put(std::string_view unit, std::uint32_t begin, std::uint32_t end) {
    key(unit);
    put("[");
    put(begin);
    put(comma_);
    put(end);
    put("]");
  }
  void put(const TextRange& range) {
    put("{");
    put("words", range.begin_word, range.end_word);
    put(comma_);
    put("bytes", range.begin_byte, range.end_byte);
    put(comma_);
    put("characters", range.begin_character, range.end_character);
    put("}");
  }

  std::string_view colon_, comma_;
  std::array<char, 512> text_;  // the longest is half of it: twelve numbers of ten digits
  char* at_ = text_.data();
};

void write_places(JsonWriter& json, const Evidence& evidence, bool spaced) {
  json.key("obfuscation").begin_object();
  if (evidence.source_obfuscation.all() > 0) {
    json.key("source");
    write_obfuscation(json, evidence.source_obfuscation);
  }
  if (evidence.rewrite_obfuscation.all() > 0) {
    json.key("rewrite");
    write_obfuscation(json, evidence.rewrite_obfuscation);
  }
  json.end_object().key("spans").begin_array();
  SpanText text(spaced);
  for (const SpanRecord& span : evidence.spans) {
    json.raw(text.of(span));
  }
  json.end_array();
}

}  // namespace

void write_evidence(JsonWriter& json, const Evidence& evidence, bool spaced) {
  write_substitutions(json, evidence.substitutions);
  json.key("terms");
  write_records(json, evidence.terms);
  for (const auto& [name, records] : things_of(evidence)) {
    json.key(name);
    write_things(json, records);
  }
  write_places(json, evidence, spaced);
}

}  // namespace unspin
