#include "engine/report/sqlite_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/io/error.hpp"
#include "engine/io/mapped_file.hpp"
#include "engine/io/sink.hpp"

namespace unspin {
namespace {

[[noreturn]] void fail(const std::string& path, std::string_view why) {
  throw Error(ErrorCode::unwritable_output, fmt::format("{}: {}", path, why),
              "Make room on the disk, and check that you may create files in the folder; what was "
              "there is unchanged.");
}

}  // namespace

SqliteFile::SqliteFile(std::string path) : path_(std::move(path)) {
  const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
  std::string name = folder / ".unspin-XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    fail(path_, std::generic_category().message(errno));
  }
  ::close(descriptor);
  temporary_ = name;
  check(::sqlite3_open_v2(name.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                          nullptr));
  run("PRAGMA cache_size = -65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA "
      "locking_mode = EXCLUSIVE");
}

SqliteFile::~SqliteFile() {
  ::sqlite3_close(database_);
  ::unlink(temporary_.c_str());
}

void SqliteFile::run(const std::string& sql) {
  check(::sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
}

void SqliteFile::finish() {
  check(::sqlite3_close(std::exchange(database_, nullptr)));
  const MappedFile whole(temporary_);
  FileSink sink(path_);
  sink.write({reinterpret_cast<const char*>(whole.bytes().data()), whole.bytes().size()});
  sink.finish();
}

void SqliteFile::check(int code) const {
  if (code == SQLITE_OK || code == SQLITE_DONE) {
    return;
  }
  const int reason = database_ == nullptr ? 0 : ::sqlite3_system_errno(database_);
  fail(path_,
       reason != 0 ? std::generic_category().message(reason) : std::string(::sqlite3_errstr(code)));
}

SqliteInsert::SqliteInsert(SqliteFile& file, const std::string& sql) : file_(file) {
  file_.check(::sqlite3_prepare_v2(file_.database_, sql.c_str(), -1, &statement_, nullptr));
}

SqliteInsert::~SqliteInsert() { ::sqlite3_finalize(statement_); }

void SqliteInsert::bind(int place, std::int64_t number) {
  file_.check(::sqlite3_bind_int64(statement_, place, number));
}

void SqliteInsert::bind(int place, double number) {
  file_.check(::sqlite3_bind_double(statement_, place, number));
}

void SqliteInsert::bind(int place, std::string_view text) {
  // The text outlives the step that reads it: not copied. A null pointer would be NULL.
  file_.check(::sqlite3_bind_text64(statement_, place, text.empty() ? "" : text.data(), text.size(),
                                    SQLITE_STATIC, SQLITE_UTF8));
}

void SqliteInsert::bind_null(int place) { file_.check(::sqlite3_bind_null(statement_, place)); }

void SqliteInsert::step() {
  file_.check(::sqlite3_step(statement_));
  file_.check(::sqlite3_reset(statement_));
}

}  // namespace unspin
