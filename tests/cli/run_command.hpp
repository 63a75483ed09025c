// Running commands as a person or a script would, for the tests of the command.
//
// A command gets pipes, or a terminal of its own, and its output is gathered while it is fed, so
// that neither side ever waits for the other in vain. One that hangs is killed after a while.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace unspin::cli {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif
#else
inline constexpr bool is_sanitized = false;
#endif

/// How long a command may take before it counts as hanging.
inline constexpr std::chrono::seconds patience{is_sanitized ? 240 : 30};

struct Outcome {
  int status = 0;  ///< the exit status; of a command that a signal ended, minus its number
  std::string out;
  std::string err;
};

struct Surroundings {
  /// Added to those of the tests, of which NO_COLOR is left out.
  std::vector<std::pair<std::string, std::string>> environment = {};
  /// Standard output and standard error are one terminal of 80 columns; all goes to Outcome::out.
  bool on_terminal = false;
};

class RunningCommand {
 public:
  /// arguments[0] is the program, by its path or as PATH finds it.
  explicit RunningCommand(const std::vector<std::string>& arguments,
                          const Surroundings& surroundings = {});
  ~RunningCommand();
  RunningCommand(const RunningCommand&) = delete;
  RunningCommand& operator=(const RunningCommand&) = delete;

  /// Gives it all of `bytes` on its standard input; false if it no longer listens.
  bool feed(std::string_view bytes);
  void close_input();

  void send_signal(int signal) const;

  /// Waits until it has written at least so much; false if it ended or took too long.
  bool wait_for_output(std::size_t bytes, std::chrono::milliseconds at_most = patience);

  /// The most memory it has had at once so far. Other than ru_maxrss that leaves out what the tests
  /// themselves had in memory when they started it.
  std::size_t peak_bytes() const;

  /// What it wrote on standard output so far.
  const std::string& out() const { return outcome_.out; }

  /// Waits for its end, without closing its standard input; kills it after `at_most`.
  Outcome finish(std::chrono::milliseconds at_most = patience);

 private:
  using Clock = std::chrono::steady_clock;

  bool gather(std::string_view* to_feed, Clock::time_point deadline);

  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;
  Outcome outcome_;
};

/// Runs a command from start to end.
Outcome run(const std::vector<std::string>& arguments, std::string_view input = {},
            const Surroundings& surroundings = {});

/// The path of the binary under test.
std::string unspin_binary();

/// The binary's path and then `arguments`.
std::vector<std::string> unspin_with(std::vector<std::string> arguments);

/// run() of the binary under test.
Outcome run_unspin(std::vector<std::string> arguments, std::string_view input = {},
                   const Surroundings& surroundings = {});

/// run() of a line of bash in which $0 is the binary under test and $1… are `arguments`.
Outcome run_in_bash(const std::string& line, const std::vector<std::string>& arguments);

/// A folder that is gone, with all in it, at the end of the scope.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  /// The path of a file in it, which need not exist.
  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }
  /// Writes a file in it and returns its path.
  std::string write(std::string_view name, std::string_view bytes) const;
  /// The names of what is in it, sorted.
  std::vector<std::string> names() const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string read_file(const std::string& path);

/// Lines without their ends. A last line without an end is not left out.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace unspin::cli
