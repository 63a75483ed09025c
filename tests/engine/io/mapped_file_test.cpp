#include "engine/io/mapped_file.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

using testing::ScratchFolder;

std::string text_of(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

std::string complaint_about(const std::string& path) {
  try {
    const MappedFile file(path);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable_input);
    EXPECT_TRUE(std::string(error.what()).starts_with(path + ": "));
    EXPECT_NE(error.remedy(), "");
    return std::string(error.what()).substr(path.size() + 2);
  }
  return "none";
}

TEST(MappedFile, HasTheBytesOfTheFile) {
  const ScratchFolder folder;
  const std::string bytes = std::string(10'000, 'x') + "the end";
  EXPECT_EQ(text_of(MappedFile(folder.put("file", bytes))), bytes);
  EXPECT_TRUE(MappedFile(folder.put("empty", "")).bytes().empty());
  EXPECT_TRUE(MappedFile().bytes().empty());
}

TEST(MappedFile, CanBeMoved) {
  const ScratchFolder folder;
  MappedFile first(folder.put("first", "one"));
  MappedFile second(std::move(first));
  EXPECT_EQ(text_of(second), "one");
  first = MappedFile(folder.put("second", "two"));
  EXPECT_EQ(text_of(first), "two");
  second = std::move(first);
  EXPECT_EQ(text_of(second), "two");
}

TEST(MappedFile, StaysWhenTheFileIsReplacedOrGone) {
  const ScratchFolder folder;
  const std::string path = folder.put("file", "before");
  const MappedFile file(path);
  FileSink sink(path);
  sink.write("after");
  sink.finish();
  EXPECT_EQ(text_of(file), "before");
  EXPECT_EQ(text_of(MappedFile(path)), "after");
  std::filesystem::remove(path);
  EXPECT_EQ(text_of(file), "before");
}

TEST(MappedFile, RefusesWhatIsNoFile) {
  const ScratchFolder folder;
  EXPECT_EQ(complaint_about(folder.path("none")), "No such file or directory");
  EXPECT_EQ(complaint_about(folder.path(".")), "Is a directory");
  EXPECT_EQ(complaint_about("/dev/null"), "not a regular file");
  const std::string pipe = folder.path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(complaint_about(pipe), "not a regular file") << "and does not wait for a writer";
  if (::geteuid() != 0) {
    const std::string secret = folder.put("secret", "x");
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    EXPECT_EQ(complaint_about(secret), "Permission denied");
  }
}

}  // namespace
}  // namespace unspin
