// Answers of a SQLite database.
#pragma once

#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace unspin::testing {

/// The rows of an answer, their values between bars: "bees|3"; NULL is "-".
inline std::vector<std::string> sqlite_rows(const std::string& file, const std::string& query) {
  sqlite3* database = nullptr;
  std::vector<std::string> rows;
  const auto take = [](void* into, int columns, char** values, char**) {
    std::string row;
    for (int column = 0; column < columns; ++column) {
      row += (column == 0 ? "" : "|") + std::string(values[column] ? values[column] : "-");
    }
    static_cast<std::vector<std::string>*>(into)->push_back(row);
    return 0;
  };
  char* error = nullptr;
  ::sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
  const int outcome = ::sqlite3_exec(database, query.c_str(), take, &rows, &error);
  const std::string what = error != nullptr ? error : "";
  ::sqlite3_free(error);
  ::sqlite3_close(database);
  if (outcome != SQLITE_OK) {
    throw std::runtime_error(what + ": " + query);
  }
  return rows;
}

}  // namespace unspin::testing
