// JSON, written as it comes: no document is built, numbers are the shortest text that reads back to
// the same bits, and values that were read as JSON pass through byte for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// Appends to a string. Commas are its business; that keys and values alternate is the caller's.
class JsonWriter {
 public:
  /// `indent` 0: one line. Otherwise each member of an object stands on a line of its own, down to
  /// `indented_depth` levels; deeper ones stay on one line.
  explicit JsonWriter(std::string& out, int indent = 0, int indented_depth = 2)
      : out_(out), indent_(indent), indented_depth_(indented_depth) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);  ///< null unless it is finite
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  JsonWriter& value(bool flag);
  JsonWriter& null();
  /// A member, unless the text is empty: what is not known is left out.
  JsonWriter& known(std::string_view name, std::string_view text) {
    return text.empty() ? *this : key(name).value(text);
  }
  JsonWriter& raw(std::string_view json);  ///< a value that is JSON already

 private:
  void before_value();
  void new_line();
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  int indent_;
  int indented_depth_;
  std::vector<bool> has_members_;  // by open bracket
  bool after_key_ = false;
};

/// The shortest decimal text that reads back to the same double; "null" unless it is finite.
void append_number(double number, std::string& out);

}  // namespace unspin
