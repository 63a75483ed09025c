#include "tests/audit/cast.hpp"

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "tests/audit/made_texts.hpp"

namespace unspin::audit_set {
namespace {

std::string package_of(const Passage& passage) {
  return passage.id.substr(0, passage.id.find('/'));
}

/// Four packages of ten documents with a few passages each.
Cast cast_of_packages(CastSize wanted) {
  Casting casting(wanted, {.least = 100, .most = 200});
  for (std::size_t package = 0; package < 4; ++package) {
    casting.begin_package("package" + std::to_string(package));
    for (std::size_t document = 0; document < 10 && !casting.is_package_done(); ++document) {
      casting.add_document(std::to_string(document), "", made_text(100 * package + document, 12));
    }
  }
  return std::move(casting.cast);
}

TEST(AuditCast, HasAsManyOfEachAsAreWanted) {
  const Cast cast = cast_of_packages({.originals = 20, .same_topic = 5, .clean = 20, .hosts = 7});
  EXPECT_EQ(cast.originals.size(), 20u);
  EXPECT_EQ(cast.same_topic.size(), 5u);
  EXPECT_EQ(cast.clean.size(), 20u);
  EXPECT_EQ(cast.hosts.size(), 7u);
}

TEST(AuditCast, TakesCleanPagesFromOtherPackages) {
  const Cast cast = cast_of_packages({.originals = 40, .same_topic = 5, .clean = 40, .hosts = 7});
  std::set<std::string> guilty, clean;
  for (const Passage& passage : cast.originals) {
    guilty.insert(package_of(passage));
  }
  for (const auto* passages : {&cast.clean, &cast.hosts}) {
    for (const Passage& passage : *passages) {
      clean.insert(package_of(passage));
      EXPECT_FALSE(guilty.contains(package_of(passage)));
    }
  }
  EXPECT_FALSE(clean.empty());
}

TEST(AuditCast, TakesPagesOnATopicFromBehindTheOriginal) {
  const Cast cast = cast_of_packages({.originals = 20, .same_topic = 8, .clean = 1, .hosts = 1});
  ASSERT_EQ(cast.same_topic.size(), 8u);
  for (const Cast::Neighbour& neighbour : cast.same_topic) {
    const std::string original = cast.originals[neighbour.original].id;
    const std::string document = original.substr(0, original.find('#'));
    const int number = std::stoi(original.substr(document.size() + 1));
    EXPECT_EQ(neighbour.passage.id, document + "#" + std::to_string(number + 1));
  }
}

TEST(AuditCast, NoticesParagraphsThatTenDocumentsHave) {
  const std::string licence = made_text(1000, 1), of_nine = made_text(1001, 1);
  Casting casting({.originals = 1, .same_topic = 0, .clean = 0, .hosts = 0}, {});
  casting.begin_package("one");
  for (std::size_t i = 0; i < 10; ++i) {
    casting.add_document(
        std::to_string(i), "",
        made_text(i, 2) + "\n\n" + licence + "\n\n" + licence + (i < 9 ? "\n\n" + of_nine : ""));
  }
  EXPECT_EQ(casting.cast.notices, std::vector<std::string>{licence});
}

TEST(AuditCast, LeavesOutWhatItHasSeen) {
  Casting casting({.originals = 50, .same_topic = 0, .clean = 0, .hosts = 0},
                  {.least = 100, .most = 200});
  casting.begin_package("one");
  casting.add_document("a", "", made_text(1, 12));
  const std::size_t passages = casting.cast.originals.size();
  casting.add_document("again", "", made_text(1, 12));
  EXPECT_GT(passages, 1u);
  EXPECT_EQ(casting.cast.originals.size(), passages);
}

}  // namespace
}  // namespace unspin::audit_set
