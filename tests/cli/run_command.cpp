#include "tests/cli/run_command.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>

#include "tests/places.hpp"

namespace unspin::cli {
namespace {

void check(bool succeeded, const char* what) {
  if (!succeeded) {
    throw std::system_error(errno, std::generic_category(), what);
  }
}

void close_and_forget(int& descriptor) {
  if (descriptor >= 0) {
    ::close(descriptor);
  }
  descriptor = -1;
}

struct Pipe {
  int reading = -1;
  int writing = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends = {-1, -1};
  check(::pipe2(ends.data(), O_CLOEXEC) == 0, "pipe2");
  return {ends[0], ends[1]};
}

/// A terminal; what is written to its `writing` end comes out of the other as it is.
Pipe make_terminal() {
  Pipe terminal;
  terminal.reading = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  check(terminal.reading >= 0, "posix_openpt");
  check(::grantpt(terminal.reading) == 0 && ::unlockpt(terminal.reading) == 0, "unlockpt");
  std::array<char, 128> name = {};
  check(::ptsname_r(terminal.reading, name.data(), name.size()) == 0, "ptsname_r");
  terminal.writing = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  check(terminal.writing >= 0, "open a terminal");
  termios modes = {};
  check(::tcgetattr(terminal.writing, &modes) == 0, "tcgetattr");
  ::cfmakeraw(&modes);
  check(::tcsetattr(terminal.writing, TCSANOW, &modes) == 0, "tcsetattr");
  winsize size = {};
  size.ws_col = 80;
  size.ws_row = 24;
  check(::ioctl(terminal.writing, TIOCSWINSZ, &size) == 0, "TIOCSWINSZ");
  return terminal;
}

std::vector<std::string> environment_with(const Surroundings& surroundings) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::string name = text.substr(0, text.find('='));
    const bool is_replaced =
        name == "NO_COLOR" || std::ranges::any_of(surroundings.environment, [&](const auto& added) {
          return added.first == name;
        });
    if (!is_replaced) {
      all.push_back(text);
    }
  }
  for (const auto& [name, value] : surroundings.environment) {
    all.push_back(name + "=" + value);
  }
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) {
    pointers.push_back(text.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

pid_t spawn(std::vector<std::string> arguments, std::vector<std::string> environment, int in,
            int out, int err) {
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, err, STDERR_FILENO);

  // What the tests ignore the command must not ignore.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGPIPE);
  ::sigaddset(&signals, SIGINT);
  ::posix_spawnattr_setsigdefault(&attributes, &signals);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  pid_t pid = -1;
  const int failed = ::posix_spawnp(&pid, arguments.front().c_str(), &files, &attributes,
                                    pointers_to(arguments).data(), pointers_to(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  if (failed != 0) {
    throw std::system_error(failed, std::generic_category(), arguments.front());
  }
  return pid;
}

/// Appends what is there; closes the descriptor at the end.
void read_some(int& descriptor, std::string& into) {
  std::array<char, 65536> buffer;
  const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
  if (got > 0) {
    into.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || errno != EINTR) {  // a terminal ends with EIO
    close_and_forget(descriptor);
  }
}

}  // namespace

RunningCommand::RunningCommand(const std::vector<std::string>& arguments,
                               const Surroundings& surroundings) {
  std::signal(SIGPIPE, SIG_IGN);  // a command may end before it has read all
  Pipe in = make_pipe();
  Pipe out = surroundings.on_terminal ? make_terminal() : make_pipe();
  Pipe err = surroundings.on_terminal ? Pipe{} : make_pipe();
  pid_ = spawn(arguments, environment_with(surroundings), in.reading, out.writing,
               surroundings.on_terminal ? out.writing : err.writing);
  close_and_forget(in.reading);
  close_and_forget(out.writing);
  close_and_forget(err.writing);
  in_ = in.writing;
  out_ = out.reading;
  err_ = err.reading;
  check(::fcntl(in_, F_SETFL, O_NONBLOCK) == 0, "fcntl");
}

RunningCommand::~RunningCommand() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  close_and_forget(in_);
  close_and_forget(out_);
  close_and_forget(err_);
}

/// Waits for one event: reads what there is, and writes of `to_feed` what fits. False when time is
/// up.
bool RunningCommand::gather(std::string_view* to_feed, Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  std::array<pollfd, 3> events = {{{out_, POLLIN, 0}, {err_, POLLIN, 0}, {-1, POLLOUT, 0}}};
  if (to_feed != nullptr) {
    events[2].fd = in_;
  }
  if (left <= 0 || ::poll(events.data(), events.size(), static_cast<int>(left)) == 0) {
    return false;
  }
  if (events[0].revents != 0) {
    read_some(out_, outcome_.out);
  }
  if (events[1].revents != 0) {
    read_some(err_, outcome_.err);
  }
  if (events[2].revents != 0) {
    const ssize_t written = ::write(in_, to_feed->data(), to_feed->size());
    if (written >= 0) {
      to_feed->remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EAGAIN && errno != EINTR) {
      close_and_forget(in_);
    }
  }
  return true;
}

bool RunningCommand::feed(std::string_view bytes) {
  const auto deadline = Clock::now() + patience;
  while (!bytes.empty() && in_ >= 0 && gather(&bytes, deadline)) {
  }
  return bytes.empty();
}

void RunningCommand::close_input() { close_and_forget(in_); }

void RunningCommand::send_signal(int signal) const { check(::kill(pid_, signal) == 0, "kill"); }

bool RunningCommand::wait_for_output(std::size_t bytes, std::chrono::milliseconds at_most) {
  const auto deadline = Clock::now() + at_most;
  while (outcome_.out.size() < bytes && out_ >= 0 && gather(nullptr, deadline)) {
  }
  return outcome_.out.size() >= bytes;
}

std::size_t RunningCommand::peak_bytes() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string word; status >> word;) {
    std::size_t kibibytes = 0;
    if (word == "VmHWM:" && status >> kibibytes) {
      return kibibytes << 10;
    }
  }
  throw std::runtime_error("the system does not say how much memory a process has had");
}

Outcome RunningCommand::finish(std::chrono::milliseconds at_most) {
  const auto deadline = Clock::now() + at_most;
  bool is_late = false;
  while (!is_late && (out_ >= 0 || err_ >= 0)) {
    is_late = !gather(nullptr, deadline);
  }
  int status = 0;
  if (is_late) {
    ::kill(pid_, SIGKILL);
    outcome_.err += "[killed by the tests: it took too long]\n";
  }
  check(::waitpid(pid_, &status, 0) == pid_, "waitpid");
  pid_ = -1;
  outcome_.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return std::move(outcome_);
}

Outcome run(const std::vector<std::string>& arguments, std::string_view input,
            const Surroundings& surroundings) {
  RunningCommand command(arguments, surroundings);
  command.feed(input);
  command.close_input();
  return command.finish();
}

std::string unspin_binary() { return places::unspin_command; }

std::vector<std::string> unspin_with(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), unspin_binary());
  return arguments;
}

Outcome run_unspin(std::vector<std::string> arguments, std::string_view input,
                   const Surroundings& surroundings) {
  return run(unspin_with(std::move(arguments)), input, surroundings);
}

Outcome run_in_bash(const std::string& line, const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {"bash", "-c", line, unspin_binary()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all);
}

TempFolder::TempFolder() {
  std::string name = std::filesystem::temp_directory_path() / "unspin-test-XXXXXX";
  check(::mkdtemp(name.data()) != nullptr, "mkdtemp");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TempFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream file(path(name), std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  check(!file.fail(), "write a file");
  return path(name);
}

std::vector<std::string> TempFolder::names() const {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    all.push_back(entry.path().filename());
  }
  std::ranges::sort(all);
  return all;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  check(file.is_open(), path.c_str());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace unspin::cli
