// Originals in the bytes of an index, and back.
#include "engine/index/original.hpp"

#include <gtest/gtest.h>
#include <string>

#include "engine/index/original_spool.hpp"
#include "tests/engine/index/small_library.hpp"

namespace unspin {
namespace {

const Original bridge = {.id = "posts/bridge.html",
                         .address = "https://example.org/bridge",
                         .title = "The bridge",
                         .date = "2024-05-31",
                         .text = std::string(1000, 'a') + " and one more word"};

TEST(OriginalRecord, HoldsAllThatIsKnown) {
  OriginalPacker packer;
  std::string record;
  packer.append_record(bridge, record);
  EXPECT_LT(record.size(), 150u);
  std::string_view rest = record;
  const auto packed = take_record(rest);
  ASSERT_TRUE(packed);
  EXPECT_TRUE(rest.empty());
  const auto label = read_label(packed->label);
  ASSERT_TRUE(label);
  EXPECT_EQ(label->id, bridge.id);
  EXPECT_EQ(label->address, bridge.address);
  EXPECT_EQ(label->title, bridge.title);
  EXPECT_EQ(label->date, bridge.date);
  std::string text;
  EXPECT_TRUE(TextUnpacker().unpack(packed->frame, packed->text_bytes, text));
  EXPECT_EQ(text, bridge.text);
}

TEST(OriginalRecord, IsTheSameWhateverWasPackedBefore) {
  OriginalPacker used;
  std::string before, after, fresh;
  for (int i = 0; i < 20; ++i) {
    used.append_record(testing::original("x", testing::corpus_text("first-10k/original")), before);
  }
  used.append_record(bridge, after);
  OriginalPacker().append_record(bridge, fresh);
  EXPECT_EQ(after, fresh);
}

TEST(OriginalRecord, IsNoneIfItIsCutShort) {
  std::string record;
  OriginalPacker().append_record(bridge, record);
  for (std::size_t size = 0; size < record.size(); ++size) {
    std::string_view rest = std::string_view(record).substr(0, size);
    EXPECT_FALSE(take_record(rest)) << size;
  }
  std::string_view rest = record;
  const PackedOriginal packed = *take_record(rest);
  for (std::size_t size = 0; size < packed.label.size(); ++size) {
    EXPECT_FALSE(read_label(packed.label.substr(0, size))) << size;
  }
  std::string text;
  TextUnpacker unpacker;
  EXPECT_FALSE(unpacker.unpack(packed.frame.substr(1), packed.text_bytes, text));
  EXPECT_FALSE(unpacker.unpack(packed.frame, packed.text_bytes - 1, text));
  EXPECT_FALSE(unpacker.unpack(packed.frame, packed.text_bytes + 1, text));
  EXPECT_FALSE(unpacker.unpack(packed.frame, UINT32_MAX, text)) << "and no memory was taken";
}

TEST(OriginalSpool, KeepsTheLastOfThoseWithOneId) {
  testing::ScratchFolder folder;
  OriginalSpool spool(folder.path(""));
  std::string records;
  OriginalPacker packer;
  for (const auto& [id, text] : {std::pair("a", "one"),
                                 {"b", "two"},
                                 {"a", "three"},
                                 {"c", "four"},
                                 {"b", "five"},
                                 {"b", "six"}}) {
    packer.append_record(testing::original(id, text), records);
  }
  for (const char byte : records) {
    spool.write({&byte, 1});
  }
  std::string told, text;
  for (const PackedOriginal& original : spool.originals()) {
    ASSERT_TRUE(TextUnpacker().unpack(original.frame, original.text_bytes, text));
    told += std::string(read_label(original.label)->id) + "=" + text + " ";
  }
  EXPECT_EQ(told, "a=three c=four b=six ");
}

TEST(OriginalSpool, MayBeEmpty) {
  testing::ScratchFolder folder;
  EXPECT_TRUE(OriginalSpool(folder.path("")).originals().empty());
}

}  // namespace
}  // namespace unspin
