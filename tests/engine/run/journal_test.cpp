#include "engine/run/journal.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

class AJournal : public ::testing::Test {
 protected:
  std::string text() const { return testing::read_file(path); }

  testing::ScratchFolder folder;
  const std::string path = folder.path("journal");
};

TEST_F(AJournal, GoesOnBehindItsLastCheckpoint) {
  {
    Journal journal(path, false);
    journal.write("one\n");
    journal.checkpoint("state one");
    journal.write("two, and then the power was");
    journal.flush();
  }
  EXPECT_EQ(text(), "one\ntwo, and then the power was") << "as a process that is killed leaves it";
  EXPECT_EQ(Journal::last_checkpoint(path), "state one");
  Journal journal(path, true);
  journal.write("two\n");
  journal.checkpoint("state two\nof two lines");
  EXPECT_EQ(text(), "one\ntwo\n");
  EXPECT_EQ(Journal::last_checkpoint(path), "state two\nof two lines");
}

TEST_F(AJournal, BeginsAnewUnlessItIsToGoOn) {
  Journal(path, false).checkpoint("state");
  Journal journal(path, false);
  journal.write("anew");
  journal.finish();
  EXPECT_EQ(text(), "anew");
  EXPECT_FALSE(Journal::last_checkpoint(path)) << "of what is no more";
}

TEST_F(AJournal, WithoutACheckpointNothingOfItCounts) {
  {
    Journal journal(path, false);
    journal.write("half a line");
    journal.flush();
  }
  EXPECT_FALSE(Journal::last_checkpoint(path));
  Journal journal(path, true);
  EXPECT_EQ(text(), "");
}

TEST_F(AJournal, HasOneWriter) {
  {
    Journal journal(path, false);
    journal.checkpoint("state");
    for (const bool resume : {false, true}) {
      EXPECT_THROW(Journal(path, resume), Error);
    }
    EXPECT_EQ(Journal::last_checkpoint(path), "state") << "the other one's is left alone";
  }
  EXPECT_NO_THROW(Journal(path, true)) << "once it is closed";
}

TEST_F(AJournal, IsGoneOnceItIsRemoved) {
  Journal journal(path, false);
  journal.checkpoint("state");
  journal.remove();
  EXPECT_TRUE(std::filesystem::is_empty(folder.path("")));
}

TEST_F(AJournal, RefusesWhatIsShorterThanItsCheckpointSays) {
  {
    Journal journal(path, false);
    journal.write("a line\n");
    journal.checkpoint("state");
  }
  std::filesystem::resize_file(path, 3);
  EXPECT_THROW(Journal(path, true), Error);
  folder.put("journal.checkpoint", "no number");
  EXPECT_THROW(Journal::last_checkpoint(path), Error);
}

TEST_F(AJournal, SaysWhereItCannotBeWritten) {
  try {
    Journal(folder.path("none/journal"), false);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unwritable_output);
    EXPECT_NE(std::string_view(error.what()).find("none/journal"), std::string_view::npos);
  }
}

}  // namespace
}  // namespace unspin
