// Rows of jsonl, by simdjson's on-demand parser.
//
// On-demand skips what nobody asks for, unchecked. Every value is therefore walked to its end here,
// passed-through ones too. Texts without a backslash, nearly all, are copied as they stand.
#include <algorithm>
#include <fmt/format.h>
#include <new>
#include <simdjson.h>
#include <utility>

#include "engine/io/broken_json.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/row_format.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view json_white_space = " \t\r\n";

/// A value's first token without the white space behind it: all of it, if it is a scalar.
std::string_view token_of(ondemand::value& value) {
  const std::string_view token = value.raw_json_token();
  return token.substr(0, token.find_last_not_of(json_white_space) + 1);
}

class JsonFormat : public RowFormat {
 public:
  explicit JsonFormat(RowKind kind) : is_pair_(kind == RowKind::pair) {}

  std::optional<RowIssue> parse(std::string_view record, std::uint64_t line,
                                PairRow& row) override {
    const std::size_t first = record.find_first_not_of(json_white_space);
    if (first == std::string_view::npos || record[first] != '{') {
      row.id = std::to_string(line);
      if (const auto bad = first_invalid_utf8(record)) {
        return invalid_utf8_at(record, line, *bad);
      }
      return issue_at(record, line, std::min(first, record.size()), "not_an_object",
                      "a row must be one JSON object, {…}, on one line");
    }
    const auto error = read(record, row);
    if (error == simdjson::MEMALLOC) {
      throw std::bad_alloc();
    }
    if (error) {
      RowIssue issue = broken(record, line, error);
      salvage_id(record, line, row);
      return issue;
    }
    if (!has_id_) {
      row.id = is_pair_ ? std::to_string(line) : std::string();
    }
    if (wrong_field_.empty()) {
      return missing_field(line);
    }
    return issue_at(record, line, wrong_offset_, "wrong_type",
                    fmt::format("`{}` must be {}", wrong_field_, wrong_expected_));
  }

 private:
  simdjson::error_code read(std::string_view record, PairRow& row) {
    // A bracket or comma behind the record could complete it in the eyes of simdjson, which then
    // reads on behind its own index.
    if (const char behind = *(record.data() + record.size());
        behind != '\0' && json_white_space.find(behind) == std::string_view::npos) {
      padded_ = record;
      padded_.append(simdjson::SIMDJSON_PADDING, ' ');
      record = std::string_view(padded_).substr(0, record.size());
    }
    record_ = record;
    has_id_ = has_source_ = has_rewrite_ = false;
    wrong_field_ = {};
    bad_string_ = nullptr;
    error_offset_.reset();
    ondemand::document document;
    if (const auto error =
            parser_.iterate(record, record.size() + simdjson::SIMDJSON_PADDING).get(document)) {
      return error;
    }
    auto error = read_fields(document, row);
    const char* stopped = record.data() + record.size();
    const bool ended = document.current_location().get(stopped) != simdjson::SUCCESS;
    if (!error && !ended) {
      error = simdjson::TRAILING_CONTENT;
    }
    if (error) {
      const char* const fault = bad_string_ != nullptr ? bad_string_ : stopped;
      error_offset_ = static_cast<std::size_t>(fault - record.data());
    }
    return error;
  }

  simdjson::error_code read_fields(ondemand::document& document, PairRow& row) {
    Refill references(row.references);
    Refill extra(row.extra);
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) {
      return error;
    }
    for (auto result : object) {
      ondemand::field field;
      if (const auto error = std::move(result).get(field)) {
        return error;
      }
      std::string_view name;
      if (const auto error = field.unescaped_key().get(name)) {
        return error;
      }
      ondemand::value value = field.value();
      simdjson::error_code error = simdjson::SUCCESS;
      if (name == "id") {
        error = read_id(value, row.id);
      } else if (is_pair_ && name == "source") {
        has_source_ = true;
        error = read_text(value, "source", "a string", row.source);
      } else if (is_pair_ && name == "rewrite") {
        has_rewrite_ = true;
        error = read_text(value, "rewrite", "a string", row.rewrite);
      } else if (is_pair_ && name == "references") {
        references.restart();
        error = read_references(value, references);
      } else {
        error = read_next_extra(document, name, value, extra);
      }
      if (error) {
        return error;
      }
    }
    return simdjson::SUCCESS;
  }

  /// Walks a value to its end and says whether it is valid JSON.
  simdjson::error_code walk(ondemand::value value, int depth) {
    constexpr int most_depth = 1000;  // simdjson's own limit is 1024
    const std::string_view token = token_of(value);
    switch (token.empty() ? '\0' : token.front()) {
      case '{': {
        if (depth == most_depth) {
          return simdjson::DEPTH_ERROR;
        }
        ondemand::object object;
        if (const auto error = value.get_object().get(object)) {
          return error;
        }
        for (auto result : object) {
          ondemand::field field;
          if (const auto error = std::move(result).get(field)) {
            return error;
          }
          if (const auto error = field.unescaped_key().error()) {
            return error;
          }
          if (const auto error = walk(field.value(), depth + 1)) {
            return error;
          }
        }
        return simdjson::SUCCESS;
      }
      case '[': {
        if (depth == most_depth) {
          return simdjson::DEPTH_ERROR;
        }
        ondemand::array array;
        if (const auto error = value.get_array().get(array)) {
          return error;
        }
        for (auto&& result : array) {
          if (const auto error = result.error()) {
            return error;
          }
          const ondemand::value element = result.value_unsafe();
          if (const auto error = walk(element, depth + 1)) {
            return error;
          }
        }
        return simdjson::SUCCESS;
      }
      case '"':
        return token.find('\\') == std::string_view::npos ? value.get_raw_json_string().error()
                                                          : unescape(value).error();
      case 't':
        return token == "true" ? simdjson::SUCCESS : simdjson::T_ATOM_ERROR;
      case 'f':
        return token == "false" ? simdjson::SUCCESS : simdjson::F_ATOM_ERROR;
      case 'n':
        return token == "null" ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
      default:
        return is_json_number(token) ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
    }
  }

  simdjson::simdjson_result<std::string_view> unescape(ondemand::value value) {
    const char* const begin = token_of(value).data();
    auto result = value.get_string();
    if (result.error()) {
      bad_string_ = begin;
    }
    return result;
  }

  simdjson::error_code read_text(ondemand::value& value, std::string_view field,
                                 std::string_view expected, std::string& text) {
    const std::string_view token = token_of(value);
    if (!token.starts_with('"')) {
      return refuse(value, field, expected);
    }
    if (token.find('\\') == std::string_view::npos) {
      text = token.substr(1, token.size() - 2);
      return value.get_raw_json_string().error();
    }
    std::string_view unescaped;
    const auto error = unescape(value).get(unescaped);
    text = unescaped;
    return error;
  }

  simdjson::error_code read_id(ondemand::value& value, std::string& id) {
    const std::string_view token = token_of(value);
    if (token.starts_with('{') || token.starts_with('[')) {
      return refuse(value, "id", "a string or a number");
    }
    has_id_ = token != "null";
    id = token;
    return walk(value, 1);
  }

  simdjson::error_code read_references(ondemand::value& value, Refill<std::string>& references) {
    constexpr std::string_view field = "references";
    constexpr std::string_view expected = "an array of strings, or one string";
    const std::string_view token = token_of(value);
    if (token == "null") {
      return simdjson::SUCCESS;
    }
    if (!token.starts_with('[')) {
      return read_text(value, field, expected, references.next());
    }
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) {
      return error;
    }
    for (auto&& result : array) {
      if (const auto error = result.error()) {
        return error;
      }
      ondemand::value element = result.value_unsafe();
      if (const auto error = read_text(element, field, expected, references.next())) {
        return error;
      }
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code read_next_extra(ondemand::document& document, std::string_view name,
                                       ondemand::value& value,
                                       Refill<std::pair<std::string, std::string>>& extra) {
    auto& [extra_name, text] = extra.next();
    extra_name = name;
    return read_extra(document, value, text);
  }

  /// The value's own text, from its first token to where the walk has led.
  simdjson::error_code read_extra(ondemand::document& document, ondemand::value& value,
                                  std::string& text) {
    const std::string_view token = token_of(value);
    if (const auto error = walk(value, 1)) {
      return error;
    }
    if (!token.starts_with('{') && !token.starts_with('[')) {
      text = token;
      return simdjson::SUCCESS;
    }
    const char* end = nullptr;
    if (const auto error = document.current_location().get(end)) {
      return error;
    }
    const std::string_view walked(token.data(), static_cast<std::size_t>(end - token.data()));
    text = walked.substr(0, walked.find_last_not_of(json_white_space) + 1);
    return simdjson::SUCCESS;
  }

  /// Notes the first field of a wrong type, and walks it: the row must still be valid JSON.
  simdjson::error_code refuse(ondemand::value& value, std::string_view field,
                              std::string_view expected) {
    if (wrong_field_.empty()) {
      wrong_field_ = field;
      wrong_expected_ = expected;
      wrong_offset_ = static_cast<std::size_t>(token_of(value).data() - record_.data());
    }
    return walk(value, 1);
  }

  std::optional<RowIssue> missing_field(std::uint64_t line) const {
    if (!is_pair_ || (has_source_ && has_rewrite_)) {
      return std::nullopt;
    }
    return RowIssue{line, 0, "missing_field",
                    fmt::format("there is no `{}`; every row needs `source` and `rewrite`",
                                has_source_ ? "rewrite" : "source")};
  }

  RowIssue broken(std::string_view record, std::uint64_t line, simdjson::error_code error) const {
    // simdjson names the first fault it meets, and bytes that are not text are behind many.
    if (const auto bad = first_invalid_utf8(record)) {
      return invalid_utf8_at(record, line, *bad);
    }
    auto offset = error_offset_;
    if (error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT) {
      // simdjson has seen no more than that the row does not end in a brace.
      offset = record.find_first_not_of(json_white_space, object_end(record));
      offset = std::min(*offset, record.size());
      if (*offset < record.size()) {
        error = simdjson::TRAILING_CONTENT;
      }
    }
    std::string_view reason = simdjson::error_message(error);
    if (reason.ends_with('.')) {
      reason.remove_suffix(1);
    }
    std::string message = fmt::format(
        "{}; write one complete JSON object on the line, and nothing behind it", reason);
    if (offset) {
      return issue_at(record, line, *offset, "bad_json", std::move(message));
    }
    return {line, 0, "bad_json", std::move(message)};
  }

  /// Sets the id of a row that is not valid JSON.
  void salvage_id(std::string_view record, std::uint64_t line, PairRow& row) {
    if (const std::string_view id = find_id(record); !id.empty()) {
      std::string only_id = fmt::format("{{\"id\":{}}}", id);
      const std::size_t size = only_id.size();
      only_id.append(simdjson::SIMDJSON_PADDING, ' ');
      if (!read(std::string_view(only_id).substr(0, size), row) && has_id_) {
        return;
      }
    }
    row.id = std::to_string(line);
  }

  bool is_pair_;
  ondemand::parser parser_;
  std::string padded_;
  std::string_view record_;
  bool has_id_ = false;
  bool has_source_ = false;
  bool has_rewrite_ = false;
  std::string_view wrong_field_;  // the first of a wrong type
  std::string_view wrong_expected_;
  std::size_t wrong_offset_ = 0;
  const char* bad_string_ = nullptr;  // with escapes that make no text; already left behind
  std::optional<std::size_t> error_offset_;
};

}  // namespace

std::unique_ptr<RowFormat> make_json_format(RowKind kind) {
  return std::make_unique<JsonFormat>(kind);
}

}  // namespace unspin
