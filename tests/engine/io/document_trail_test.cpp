#include "engine/io/document_trail.hpp"

#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace unspin {
namespace {

/// The documents it is given, each with a place of its own, and an issue before each.
class GivenDocuments : public DocumentReader {
 public:
  explicit GivenDocuments(std::vector<std::string> texts) : texts_(std::move(texts)) {}

  bool next(Document& document, std::vector<DocumentIssue>& issues) override {
    issues.emplace_back();
    if (at_ == texts_.size()) {
      return false;
    }
    document.clear();
    document.file = "crawl.jsonl";
    document.line = at_ + 1;
    document.bytes = texts_[at_++];
    return true;
  }
  std::uint64_t consumed() const override { return at_; }
  std::optional<std::uint64_t> total() const override { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::size_t at_ = 0;
};

std::uint64_t mark_of(const std::vector<std::string>& texts) {
  GivenDocuments reader(texts);
  DocumentTrail trail(reader);
  EXPECT_TRUE(trail.skip(0, 0));
  Document document;
  std::vector<DocumentIssue> issues;
  while (trail.next(document, issues)) {
  }
  EXPECT_EQ(issues.size(), texts.size() + 1) << "issues pass through";
  return trail.mark(texts.size());
}

TEST(ADocumentTrail, MarksWhatHasPassed) {
  GivenDocuments reader({"a", "b", "c"});
  DocumentTrail trail(reader);
  Document document;
  std::vector<DocumentIssue> issues;
  EXPECT_EQ(trail.mark(0), mark_of({}));
  ASSERT_TRUE(trail.next(document, issues) && trail.next(document, issues));
  EXPECT_EQ(trail.mark(1), mark_of({"a"})) << "though more has been read ahead";
  EXPECT_EQ(trail.mark(2), mark_of({"a", "b"}));
  EXPECT_EQ(trail.consumed(), 2u);
  EXPECT_EQ(trail.total(), 3u);
}

TEST(ADocumentTrail, GoesOnBehindTheSameDocuments) {
  GivenDocuments reader({"a", "b", "c"});
  DocumentTrail trail(reader);
  ASSERT_TRUE(trail.skip(2, mark_of({"a", "b"})));
  Document document;
  std::vector<DocumentIssue> issues;
  ASSERT_TRUE(trail.next(document, issues));
  EXPECT_EQ(document.bytes, "c");
  EXPECT_EQ(issues.size(), 1u) << "those before the skipped documents were told before";
  EXPECT_EQ(trail.mark(3), mark_of({"a", "b", "c"}));
}

TEST(ADocumentTrail, NoticesOtherDocumentsAndFewer) {
  const std::uint64_t mark = mark_of({"a", "b"});
  for (const std::vector<std::string>& others :
       {std::vector<std::string>{"a", "B", "c"}, {"b", "a", "c"}, {"a"}}) {
    GivenDocuments reader(others);
    EXPECT_FALSE(DocumentTrail(reader).skip(2, mark));
  }
}

}  // namespace
}  // namespace unspin
