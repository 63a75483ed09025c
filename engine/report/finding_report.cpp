#include "engine/report/finding_report.hpp"

#include "engine/report/finding_id.hpp"
#include "engine/report/json_writer.hpp"
#include "engine/text/unfold.hpp"

namespace unspin {
namespace {

void write_page(JsonWriter& json, const Document& document, const Page& page, std::uint32_t words) {
  json.key("page").begin_object();
  json.known("id", document.id);
  if (!document.file.empty()) {
    json.key("file").value(document.file);
    if (document.line > 0) {
      json.key("line").value(document.line);
    } else {
      json.key("offset").value(document.offset);
    }
  }
  json.known("address", document.address);
  json.known("date", page.date.empty() ? document.date : page.date);
  json.known("title", page.title);
  json.key("words").value(words);
  if (!document.metadata.empty()) {
    json.key("metadata").begin_object();
    for (const auto& [name, value] : document.metadata) {
      json.key(name).raw(value);
    }
    json.end_object();
  }
  json.end_object();
}

void write_original(JsonWriter& json, const OriginalLabel& label, std::uint32_t words) {
  json.key("original").begin_object().key("id").value(label.id);
  json.known("address", label.address);
  json.known("date", label.date);
  json.known("title", label.title);
  json.key("words").value(words).end_object();
}

void write_range(JsonWriter& json, std::string_view name, const TextRange& range,
                 std::string_view text) {
  json.key(name).begin_object();
  json.key("begin").value(range.begin_byte).key("end").value(range.end_byte);
  json.key("begin_word").value(range.begin_word).key("end_word").value(range.end_word);
  json.key("text").value(text);
  json.end_object();
}

void write_changes(JsonWriter& json, const std::vector<PassageChange>& changes) {
  json.key("changes").begin_object();
  for (const SpanClass span_class : {SpanClass::minor, SpanClass::synonym, SpanClass::rewritten}) {
    json.key(name_of(span_class)).begin_array();
    for (const PassageChange& change : changes) {
      if (change.span_class == span_class) {
        json.begin_array().value(change.page_begin).value(change.page_end);
        json.value(change.original_begin).value(change.original_end).end_array();
      }
    }
    json.end_array();
  }
  json.end_object();
}

void write_passage(JsonWriter& json, const FoundPassage& passage, std::string_view page) {
  json.begin_object();
  write_range(
      json, "page", passage.page,
      page.substr(passage.page.begin_byte, passage.page.end_byte - passage.page.begin_byte));
  write_range(json, "original", passage.original, passage.original_text);
  json.key("label").value(name_of(passage.label)).key("confidence").value(passage.confidence);
  if (passage.verdict.probabilities) {
    json.key("probabilities").begin_object();
    for (std::size_t label = 0; label < probable_labels; ++label) {
      json.key(label_names[label]).value((*passage.verdict.probabilities)[label]);
    }
    json.end_object();
  }
  json.key("score").value(passage.score).key("reasons").begin_array();
  for (const std::string& reason : passage.verdict.reasons) {
    json.value(reason);
  }
  json.end_array().key("discounted").begin_object();
  for (std::size_t discount = 1; discount < discount_names.size(); ++discount) {
    json.key(discount_names[discount]).value(passage.words[discount]);
  }
  json.end_object().key("swaps").begin_array();
  for (const Substitution& swap : passage.swaps) {
    json.begin_object().key("from").value(swap.from).key("to").value(swap.to);
    json.key("count").value(swap.count).key("kind").value(name_of(swap.kind)).end_object();
  }
  json.end_array();
  write_changes(json, passage.changes);
  json.end_object();
}

void append_hidden_text(const Page& page, std::string_view text, std::string& out) {
  std::uint64_t words = 0;
  WordSegmenter().for_each_word(page.hidden_text,
                                [&](WordSegmenter::Segment, std::string_view) { ++words; });
  Unfolded unfolded;
  Unfolder().unfold(text, unfolded);
  JsonWriter json(out);
  json.begin_object().key("words").value(words);
  json.key("characters").begin_object();
  for (std::size_t trick = 0; trick < trick_names.size(); ++trick) {
    if (const std::uint32_t count = unfolded.count(static_cast<Trick>(trick)); count > 0) {
      json.key(trick_names[trick]).value(count);
    }
  }
  json.end_object().end_object();
}

void write_id(JsonWriter& json, const Document& document, std::string_view text,
              const Finding& finding, const OriginalsIndex& index) {
  json.key("id").value(finding_id(document, text, finding, index.label(finding.original).id));
}

/// The members of a finding that are not its page's.
void write_finding(JsonWriter& json, const Finding& finding, std::string_view text,
                   const OriginalsIndex& index) {
  write_original(json, index.label(finding.original), finding.original_words);
  json.key("verdict").begin_object().key("label").value(name_of(finding.label));
  json.key("confidence").value(finding.confidence).end_object();
  json.key("shares").begin_object().key("page").begin_object();
  json.key("before").value(finding.page.before).key("after").value(finding.page.after);
  json.end_object().key("original").value(finding.original_share).end_object();
  json.key("passages").begin_array();
  for (const FoundPassage& passage : finding.passages) {
    write_passage(json, passage, text);
  }
  json.end_array().key("also").begin_array();
  for (const std::uint32_t other : finding.also) {
    json.value(index.label(other).id);
  }
  json.end_array();
}

}  // namespace

void append_findings(const Document& document, const Page& page, std::string_view text,
                     const PageAuditResult& result, const OriginalsIndex& index,
                     std::string_view signature, std::string& out) {
  if (result.findings.empty()) {
    return;
  }
  std::string hidden_text;  // of the page: the same in each of its lines
  append_hidden_text(page, text, hidden_text);
  for (const Finding& finding : result.findings) {
    JsonWriter json(out);
    json.begin_object().key("schema").value(findings_schema);
    write_id(json, document, text, finding, index);
    write_page(json, document, page, finding.page_words);
    write_finding(json, finding, text, index);
    json.key("hidden_text").raw(hidden_text).key("signature").value(signature).end_object();
    out += '\n';
  }
}

void append_audited_row(const Document& document, const Page& page, std::string_view text,
                        const PageAuditResult& result, const OriginalsIndex& index,
                        std::string_view signature, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("schema").value(findings_schema);
  write_page(json, document, page, result.words);
  json.key("findings").begin_array();
  for (const Finding& finding : result.findings) {
    json.begin_object();
    write_id(json, document, text, finding, index);
    write_finding(json, finding, text, index);
    json.end_object();
  }
  json.end_array();
  if (!result.findings.empty()) {
    std::string hidden_text;
    append_hidden_text(page, text, hidden_text);
    json.key("hidden_text").raw(hidden_text);
  }
  json.key("signature").value(signature).end_object();
  out += '\n';
}

}  // namespace unspin
