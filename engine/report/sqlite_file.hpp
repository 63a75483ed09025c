// A SQLite database that is written once, from start to end.
//
// It grows in a file that nobody else has, without a journal, and takes its place when it is
// complete, as every other file does (sink.hpp): a full disk leaves what was there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace unspin {

/// For one thread. All its functions throw Error(unwritable_output) with the path.
class SqliteFile {
 public:
  /// Will be at `path`; until then it grows in the same folder.
  explicit SqliteFile(std::string path);
  ~SqliteFile();
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;

  /// Runs statements.
  void run(const std::string& sql);

  /// Closes the database and puts it at its path. Its statements must be gone.
  void finish();

 private:
  friend class SqliteInsert;
  void check(int code) const;

  std::string path_, temporary_;
  sqlite3* database_ = nullptr;
};

/// Rows into one table.
class SqliteInsert {
 public:
  /// "INSERT INTO t VALUES (?, ?)".
  SqliteInsert(SqliteFile& file, const std::string& sql);
  ~SqliteInsert();
  SqliteInsert(const SqliteInsert&) = delete;
  SqliteInsert& operator=(const SqliteInsert&) = delete;

  /// A value for each question mark: numbers, texts, and optional ones of these, NULL if there is
  /// none.
  template <class... Values>
  void row(const Values&... values) {
    int place = 0;
    (bind(++place, values), ...);
    step();
  }

 private:
  void bind(int place, std::int64_t number);
  void bind(int place, double number);
  void bind(int place, std::string_view text);
  void bind(int place, const std::string& text) { bind(place, std::string_view(text)); }
  void bind(int place, std::uint64_t number) { bind(place, static_cast<std::int64_t>(number)); }
  template <class Value>
  void bind(int place, const std::optional<Value>& value) {
    if (value) {
      bind(place, *value);
    } else {
      bind_null(place);
    }
  }
  void bind_null(int place);
  void step();

  SqliteFile& file_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace unspin
