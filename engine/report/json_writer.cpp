#include "engine/report/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "engine/io/json_text.hpp"

namespace unspin {

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) {
    return;
  }
  const bool is_first = !has_members_.back();
  if (!is_first) {
    out_ += ',';
  }
  has_members_.back() = true;
  const bool is_deep = static_cast<int>(has_members_.size()) > indented_depth_;
  if (indent_ > 0 && is_deep && !is_first) {
    out_ += ' ';
  }
  new_line();
}

void JsonWriter::new_line() {
  const std::size_t depth = has_members_.size();
  if (indent_ == 0 || static_cast<int>(depth) > indented_depth_) {
    return;
  }
  out_ += '\n';
  out_.append(depth * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  has_members_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool had_members = has_members_.back();
  const bool was_indented = static_cast<int>(has_members_.size()) <= indented_depth_;
  has_members_.pop_back();
  if (had_members && was_indented) {
    new_line();
  }
  out_ += bracket;
}

JsonWriter& JsonWriter::begin_object() {
  open('{');
  return *this;
}
JsonWriter& JsonWriter::end_object() {
  close('}');
  return *this;
}
JsonWriter& JsonWriter::begin_array() {
  open('[');
  return *this;
}
JsonWriter& JsonWriter::end_array() {
  close(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(name, out_);
  out_ += indent_ > 0 ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(text, out_);
  return *this;
}
JsonWriter& JsonWriter::value(double number) {
  before_value();
  append_number(number, out_);
  return *this;
}
JsonWriter& JsonWriter::value(std::uint64_t number) {
  before_value();
  std::array<char, 20> digits;
  out_.append(digits.data(),
              std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
  return *this;
}
JsonWriter& JsonWriter::value(bool flag) { return raw(flag ? "true" : "false"); }
JsonWriter& JsonWriter::null() { return raw("null"); }
JsonWriter& JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
  return *this;
}

void append_number(double number, std::string& out) {
  if (!std::isfinite(number)) {
    out += "null";
  } else {
    fmt::format_to(std::back_inserter(out), "{}", number);
  }
}

}  // namespace unspin
