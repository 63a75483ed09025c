// Bytes out: files that are there completely or not at all, and failures that are told.
#include "engine/io/sink.hpp"

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <signal.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::read_file;

class SinkTest : public ::testing::Test {
 protected:
  testing::ScratchFolder folder_;
};

TEST_F(SinkTest, AFileAppearsWhenItIsFinished) {
  const std::string path = folder_.path("out.jsonl");
  FileSink sink(path);
  sink.write("one\n");
  sink.write(std::string(1'000'000, 'x'));
  sink.write("two\n");
  EXPECT_FALSE(std::filesystem::exists(path));
  sink.finish();
  EXPECT_EQ(read_file(path), "one\n" + std::string(1'000'000, 'x') + "two\n");
  EXPECT_EQ(folder_.entries(), 1u);
}

TEST_F(SinkTest, UnfinishedOutputLeavesTheOldFileWhole) {
  const std::string path = folder_.put("out", "old");
  {
    FileSink sink(path);
    sink.write(std::string(1'000'000, 'x'));
    EXPECT_EQ(read_file(path), "old");
  }
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(folder_.entries(), 1u);
}

TEST_F(SinkTest, AnInterruptedRunKeepsWhatWasWrittenBesideTheOldFile) {
  const std::string path = folder_.put("out", "old");
  FileSink sink(path);
  sink.write("new");
  EXPECT_EQ(sink.keep_partial(), path + ".partial");
  EXPECT_EQ(read_file(path + ".partial"), "new");
  EXPECT_EQ(read_file(path), "old");
}

mode_t mode_of(const std::string& path) {
  struct stat status = {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0);
  return status.st_mode & 0777;
}

TEST_F(SinkTest, PermissionsAreThoseOfTheOldFileOrOfAnyNewOne) {
  const std::string old = folder_.put("old", "");
  ::chmod(old.c_str(), 0640);
  FileSink replacing(old);
  replacing.finish();
  EXPECT_EQ(mode_of(old), 0640u);

  const mode_t mask = ::umask(027);
  FileSink creating(folder_.path("new"));
  ::umask(mask);
  creating.finish();
  EXPECT_EQ(mode_of(folder_.path("new")), 0640u);
}

TEST_F(SinkTest, ASymbolicLinkStaysOne) {
  const std::string target = folder_.put("target", "old");
  const std::string link = folder_.path("link");
  std::filesystem::create_symlink("target", link);
  FileSink sink(link);
  sink.write("new");
  sink.finish();
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(read_file(target), "new");
}

TEST_F(SinkTest, NamesMayBeAsLongAsTheFileSystemTakes) {
  const std::string path = folder_.path(std::string(255, 'n'));
  FileSink sink(path);
  sink.finish();
  EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(SinkTest, DevicesAndPipesAreWrittenDirectly) {
  FileSink null("/dev/null");
  null.write("gone");
  null.finish();
  EXPECT_FALSE(std::filesystem::is_regular_file("/dev/null"));

  const std::string path = folder_.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::string received;
  std::thread reader([&] { received = read_file(path); });
  FileSink pipe(path);
  pipe.write("through");
  EXPECT_EQ(pipe.keep_partial(), path);
  reader.join();
  EXPECT_EQ(received, "through");
}

/// The message of the Error that `act` throws.
template <class Act>
std::string failure(Act act) {
  try {
    act();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unwritable_output);
    EXPECT_FALSE(error.remedy().empty());
    return error.what();
  }
  return "";
}

TEST_F(SinkTest, AFullDeviceIsToldAtTheLatestAtTheEnd) {
  FileSink sink("/dev/full");
  sink.write("little");  // stays in the buffer
  EXPECT_EQ(failure([&] { sink.finish(); }), "/dev/full: No space left on device");
  FileSink large("/dev/full");
  EXPECT_EQ(failure([&] { large.write(std::string(1'000'000, 'x')); }),
            "/dev/full: No space left on device");
}

TEST_F(SinkTest, PlacesWhereNothingCanBeWrittenAreNamed) {
  const std::string nowhere = folder_.path("none/out");
  EXPECT_EQ(failure([&] { FileSink sink(nowhere); }), nowhere + ": No such file or directory");
  EXPECT_EQ(failure([&] { FileSink sink(folder_.path(".")); }),
            folder_.path(".") + ": Is a directory");
}

TEST_F(SinkTest, AfterAFailureNothingIsPutInPlace) {
  const std::string path = folder_.put("out", "old");
  // A limit on file sizes stands for a full disk. In a child, since the limit is the process's.
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {100'000, 100'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    FileSink sink(path);
    const std::string message = failure([&] { sink.write(std::string(1'000'000, 'x')); });
    const std::string again = failure([&] { sink.finish(); });
    const bool told = message == path + ": File too large; the file that was there is unchanged";
    ::_exit(told && again == message ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(read_file(path), "old");
}

/// Standard output while this lives: another descriptor.
class RedirectedOutput {
 public:
  explicit RedirectedOutput(int descriptor) : kept_(::dup(STDOUT_FILENO)) {
    ::dup2(descriptor, STDOUT_FILENO);
  }
  ~RedirectedOutput() {
    ::dup2(kept_, STDOUT_FILENO);
    ::close(kept_);
  }
  RedirectedOutput(const RedirectedOutput&) = delete;
  RedirectedOutput& operator=(const RedirectedOutput&) = delete;

 private:
  int kept_;
};

TEST(StandardOutput, IsWrittenWholeThroughASlowPipe) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);  // short writes and EAGAIN
  const std::string text(1'000'000, 'x');
  std::string received;
  std::thread reader([&] {
    std::array<char, 1000> into = {};
    for (ssize_t got = 0; (got = ::read(ends[0], into.data(), into.size())) > 0;) {
      received.append(into.data(), static_cast<std::size_t>(got));
    }
  });
  {
    const RedirectedOutput redirected(ends[1]);
    const auto sink = standard_output();
    sink->write("first ");
    sink->write(text);
    sink->write(" last");
    sink->finish();
  }
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  EXPECT_EQ(received, "first " + text + " last");
}

TEST(StandardOutput, GivesWhatItHasWhenFlushed) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  std::array<char, 100> into = {};
  ssize_t before = 0;
  ssize_t after = 0;
  {
    const RedirectedOutput redirected(ends[1]);
    const auto sink = standard_output();
    sink->write("row\n");
    before = ::read(ends[0], into.data(), into.size());
    sink->flush();
    after = ::read(ends[0], into.data(), into.size());
  }
  ::close(ends[0]);
  ::close(ends[1]);
  EXPECT_EQ(before, -1);
  EXPECT_EQ(after, 4);
}

TEST(StandardOutput, AReaderThatWentAwayIsNotAnError) {
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  {
    const RedirectedOutput redirected(ends[1]);
    const auto sink = standard_output();
    sink->write("x");
    EXPECT_THROW(sink->finish(), ClosedPipe);
  }
  ::close(ends[1]);
  ::signal(SIGPIPE, before);
}

TEST(StandardOutput, AFullDeviceIsTold) {
  const int full = ::open("/dev/full", O_WRONLY);
  ASSERT_GE(full, 0);
  std::string message;
  {
    const RedirectedOutput redirected(full);
    const auto sink = standard_output();
    sink->write("x");
    message = failure([&] { sink->finish(); });
  }
  ::close(full);
  EXPECT_EQ(message, "standard output: No space left on device");
}

}  // namespace
}  // namespace unspin
