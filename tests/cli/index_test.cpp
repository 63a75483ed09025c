// `unspin index`.
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class CommandIndex : public ::testing::Test {
 protected:
  static std::string row(std::string_view id, std::string_view text) {
    return fmt::format("{{\"id\": \"{}\", \"text\": \"{}\"}}\n", id, text);
  }

  Outcome run(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin(), "index");
    return run_unspin(arguments, input);
  }

  std::map<std::string, std::string> files(const std::string& path) const {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      found[entry.path().filename()] = read_file(entry.path());
    }
    return found;
  }

  std::string info(const std::string& path) const { return run({"info", path}).out; }

  TempFolder folder;
  const std::string bridge = row("bridge", "The old bridge over the river was closed for a year.");
  const std::string bees = row("bees", "Bees find their way by the sun, and wait when it hides.");
  const std::string clock = row("clock", "A clock that stands still is right twice a day.");
  const std::string two = folder.write("two.jsonl", bridge + bees);
  const std::string third = folder.write("third.jsonl", clock);
  const std::string index = folder.path("originals.index");
};

TEST_F(CommandIndex, IsBuiltAddedToAndCompacted) {
  const Outcome built = run({"build", two, "-o", index});
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_EQ(built.out, "");
  EXPECT_EQ(built.err, "unspin: 2 documents read\n");
  EXPECT_EQ(run({"add", index, third}).status, 0);
  EXPECT_TRUE(has(info(index), "originals  3, 0 removed, 2 segments\n")) << info(index);
  EXPECT_EQ(run({"remove", index, "bees"}).status, 0);
  EXPECT_TRUE(has(info(index), "originals  2, 1 removed, 2 segments\n")) << info(index);
  EXPECT_EQ(run({"compact", index}).status, 0);
  EXPECT_EQ(run({"verify", index}).status, 0);

  const std::string other = folder.path("other.index");
  EXPECT_EQ(run({"build", "-", "-o", other}, bridge + clock).status, 0);
  EXPECT_EQ(files(index), files(other));
}

TEST_F(CommandIndex, TellsWhatIsInItAsJson) {
  run({"build", two, "-o", index, "--sampling", "4", "--language", "de"});
  const Outcome told = run({"info", index, "--format", "json"});
  EXPECT_EQ(told.status, 0) << told.err;
  simdjson::dom::parser parser;
  const simdjson::dom::element info = parser.parse(told.out);
  EXPECT_EQ(std::string_view(info["language"]), "de");
  EXPECT_EQ(std::uint64_t(info["sampling"]), 4u);
  EXPECT_EQ(std::uint64_t(info["originals"]), 2u);
  EXPECT_EQ(std::uint64_t(info["removed"]), 0u);
  EXPECT_EQ(std::uint64_t(info["segments"]), 1u);
  EXPECT_EQ(std::uint64_t(info["words"]), 23u);
  EXPECT_LE(std::uint64_t(info["keys"]), std::uint64_t(info["postings"]));
}

TEST_F(CommandIndex, IsTheSameBytesForAnyNumberOfThreads) {
  std::string rows;
  for (int i = 0; i < 600; ++i) {
    rows += row(fmt::format("r{}", i),
                fmt::format("The {} of the old bridge, and {} of us.", i, i * i % 97));
  }
  const std::string many = folder.write("many.jsonl", rows);
  run({"build", many, "-o", index, "--threads", "1"});
  for (const char* threads : {"2", "8"}) {
    const std::string other = folder.path("other.index");
    EXPECT_EQ(run({"build", many, "-o", other, "--threads", threads, "--memory", "1"}).status, 0);
    EXPECT_TRUE(files(other) == files(index)) << threads;
  }
}

TEST_F(CommandIndex, ReplacesAndSaysSo) {
  run({"build", two, "-o", index});
  const Outcome again = run({"add", index, two, third});
  EXPECT_EQ(again.status, 0);
  EXPECT_TRUE(has(again.err, "2 of the index's were replaced")) << again.err;
  EXPECT_TRUE(has(info(index), "originals  3, 0 removed, 1 segment\n")) << info(index);
}

TEST_F(CommandIndex, LeavesOutWhatCannotBeReadAndSaysSo) {
  const std::string broken =
      folder.write("broken.jsonl", bridge + "{\"id\": 1, \n" + bees + row("empty", " "));
  const Outcome built = run({"build", broken, "-o", index});
  EXPECT_EQ(built.status, 3);
  EXPECT_TRUE(has(built.err, "broken.jsonl, line 2")) << built.err;
  EXPECT_TRUE(has(built.err, "1 without text")) << built.err;
  EXPECT_TRUE(has(info(index), "originals  2,")) << info(index);
  const Outcome removed = run({"remove", index, "bees", "nobody"});
  EXPECT_EQ(removed.status, 3);
  EXPECT_TRUE(has(removed.err, "nobody: the index has no original with this id")) << removed.err;
  EXPECT_TRUE(has(info(index), "originals  1, 1 removed")) << info(index);
}

TEST_F(CommandIndex, SaysWhatIsWrongAndWhatToDo) {
  const Outcome none = run({"info", index});
  EXPECT_EQ(none.status, 3);
  EXPECT_TRUE(has(none.err, "unspin index build makes one")) << none.err;
  EXPECT_EQ(run({"build", two, "-o", folder.path()}).status, 4) << "it holds other things";
  EXPECT_EQ(run({"build", two, "-o", index, "--sampling", "3"}).status, 2);
  EXPECT_EQ(run({"build", two, "-o", index, "--language", "En_glish"}).status, 2);
  EXPECT_EQ(run({}).status, 2);

  run({"build", two, "-o", index});
  for (const auto& [name, bytes] : files(index)) {
    if (name.ends_with(".segment")) {
      std::string damaged = bytes;
      damaged[40] ^= 1;
      folder.write("originals.index/" + name, damaged);
    }
  }
  const Outcome damaged = run({"verify", index});
  EXPECT_EQ(damaged.status, 3);
  EXPECT_TRUE(has(damaged.err, "is wrong") && has(damaged.err, "unspin index build"))
      << damaged.err;
}

/// A command that is killed by the system when a file of its grows beyond so many KiB: in the
/// middle of a write, wherever that is.
TEST_F(CommandIndex, IsTheOldOrTheNewWheneverAWriterIsKilled) {
  const auto some_text = [](int number) {
    std::string text;
    for (int i = 0; i < 400; ++i) {
      text += fmt::format("The {} of {} ", (i * 7919 + number) % 1009, i * i % 613);
    }
    return text;
  };
  const std::string more =
      folder.write("more.jsonl", row("1", some_text(1)) + row("2", some_text(2)));
  const auto state = [&] {
    EXPECT_EQ(run({"verify", index}).status, 0);
    auto found = files(index);
    std::erase_if(found, [](const auto& file) { return file.first.starts_with("."); });
    return found;
  };
  run({"build", two, "-o", index});
  const auto before = state();
  int killed = 0;
  for (int limit = 0;; limit += 1 + limit / 8) {
    const Outcome stopped = run_in_bash("ulimit -f $3; \"$0\" index add \"$1\" \"$2\" --memory 1",
                                        {index, more, std::to_string(limit)});
    if (stopped.status == 0) {
      break;
    }
    ++killed;
    EXPECT_EQ(state(), before) << limit << " KiB: " << stopped.err;
    ASSERT_LT(limit, 10'000);
  }
  EXPECT_GT(killed, 5);
  EXPECT_TRUE(has(info(index), "originals  4, 0 removed, 2 segments")) << info(index);
  run({"compact", index});
  const std::string other = folder.path("other.index");
  run({"build", two, more, "-o", other});
  EXPECT_EQ(files(index), files(other)) << "and nothing of the killed ones is left";
}

}  // namespace
}  // namespace unspin::cli
