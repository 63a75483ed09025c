// Bytes out: standard output, and files that are there completely or not at all.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace unspin {

/// Where output goes. Bytes are buffered: only after finish() are they all out. For one thread.
class Sink {
 public:
  virtual ~Sink() = default;

  /// Throws Error(unwritable_output), or ClosedPipe.
  virtual void write(std::string_view bytes) = 0;

  /// Writes out what is buffered, so that whoever reads along has it. Throws as write() does.
  virtual void flush() {}

  /// Writes out what is buffered; nothing may be written afterwards. Throws as write() does.
  virtual void finish() = 0;
};

/// The reader of our output went away. Not an error: the command stops quietly.
class ClosedPipe : public std::exception {
 public:
  const char* what() const noexcept override;
};

/// Standard output. The caller ignores SIGPIPE, or a closed pipe ends the process.
std::unique_ptr<Sink> standard_output();

/// Whether a file of this name, without folder, is one that a FileSink has not finished, or never
/// will: what a run that was killed leaves behind.
bool is_unfinished_file(std::string_view name);

/// A file that appears at its path only when finish() has succeeded; until then, and if it never
/// does, the file that was there stays as it was. The bytes gather in a temporary in the same
/// folder, which then takes the path's place, with the permissions of the file it replaces; a
/// symbolic link stays and its target is replaced. What is not a regular file (a device, a FIFO) is
/// written directly.
class FileSink : public Sink {
 public:
  /// Throws Error(unwritable_output) if nothing can be written there.
  explicit FileSink(std::string path);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void write(std::string_view bytes) override;

  /// Makes the file durable (fsync of it and its folder) and puts it in its place.
  void finish() override;

  /// For an interrupted run, instead of finish(): puts what was written at path + ".partial" (of a
  /// symbolic link, its target's) and returns that name; what was written directly stays where it
  /// went, and the path comes back.
  std::string keep_partial();

 private:
  class File;
  std::unique_ptr<File> file_;
};

}  // namespace unspin
