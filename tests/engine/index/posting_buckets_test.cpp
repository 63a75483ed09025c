// A bucket gives back what went into it, and nothing else; damaged ones do no harm.
#include "engine/index/posting_buckets.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace unspin {
namespace {

using Postings = std::vector<Posting>;
using Bucket = std::map<std::uint32_t, Postings>;

constexpr unsigned document_bits = 20;

/// With the eight bytes behind it that a bucket needs.
std::string encoded(const Bucket& bucket) {
  BucketEncoder encoder(document_bits);
  for (const auto& [remainder, postings] : bucket) {
    encoder.add(remainder, postings);
  }
  std::string bytes;
  encoder.finish(bytes);
  return bytes + std::string(8, '\xff');
}

std::optional<PostingList> find(const std::string& bytes, std::uint32_t remainder) {
  return find_in_bucket(std::string_view(bytes).substr(0, bytes.size() - 8), remainder,
                        document_bits);
}

Postings read(const PostingList& list) {
  Postings postings;
  EXPECT_TRUE(list.for_each([&](Posting posting) { postings.push_back(posting); }));
  return postings;
}

TEST(PostingBuckets, TellInHowManyDocumentsAKeyStandsAndWhere) {
  const Bucket bucket = {{0x000001, {{7, 12}}},
                         {0x0000ff, {{0, 3}, {0, 9}, {0, 200}, {5, 0}, {1'000'000, 4'000'000'000}}},
                         {0xff0001, {{3, 1}, {4, 1}}},
                         {0xffffff, {{0, 0}}}};
  const std::string bytes = encoded(bucket);
  for (const auto& [remainder, postings] : bucket) {
    const auto list = find(bytes, remainder);
    ASSERT_TRUE(list) << remainder;
    EXPECT_EQ(read(*list), postings) << remainder;
  }
  EXPECT_EQ(find(bytes, 0x000001)->documents(), 1u);
  EXPECT_EQ(find(bytes, 0x0000ff)->documents(), 3u);
  EXPECT_EQ(find(bytes, 0xff0001)->documents(), 2u);
  for (const std::uint32_t other : {0x000000u, 0x000002u, 0x010001u, 0xff00ffu, 0xfffffeu}) {
    EXPECT_FALSE(find(bytes, other)) << other;
  }
}

TEST(PostingBuckets, AreNothingWithoutKeys) {
  EXPECT_EQ(encoded({}), std::string(8, '\xff'));
  EXPECT_FALSE(find(encoded({}), 0));
}

TEST(PostingBuckets, TakeLittle) {
  Bucket bucket;
  for (std::uint32_t i = 0; i < 24; ++i) {
    bucket[i * 600'000] = {{900'000 + i, 1000 + i}};
  }
  EXPECT_EQ(encoded(bucket).size() - 8, 3 + 24 * (3 + 4));
}

Bucket random_bucket(std::mt19937& random) {
  Bucket bucket;
  const auto keys = random() % 40;
  for (unsigned i = 0; i < keys; ++i) {
    Posting posting;
    Postings postings;
    for (auto left = random() % 3 == 0 ? 1 + random() % 50 : 1; left > 0; --left) {
      if (random() % 2 == 0) {
        posting = {static_cast<std::uint32_t>(posting.document + 1 + random() % 1000), 0};
      }
      posting.position += 1 + static_cast<std::uint32_t>(random() % 300);
      postings.push_back(posting);
    }
    bucket[static_cast<std::uint32_t>((random() % 50) << 16 | random() % 3)] = postings;
  }
  return bucket;
}

TEST(PostingBuckets, AreReadAsTheyWereWritten) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const Bucket bucket = random_bucket(random);
    const std::string bytes = encoded(bucket);
    for (std::uint32_t key = 0; key < 50 * 3; ++key) {
      const std::uint32_t remainder = key / 3 << 16 | key % 3;
      const auto list = find(bytes, remainder);
      const auto known = bucket.find(remainder);
      ASSERT_EQ(list.has_value(), known != bucket.end());
      if (list) {
        ASSERT_EQ(read(*list), known->second);
      }
    }
  }
}

// Opening an index does not read its buckets, so they may say anything.
TEST(PostingBuckets, AreReadWithoutGoingAstrayIfDamaged) {
  std::mt19937 random(2);
  std::size_t read = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = encoded(random_bucket(random));
    bytes.resize(8 + random() % (bytes.size() - 7));
    for (unsigned i = random() % 4; i > 0 && bytes.size() > 8; --i) {
      bytes[random() % (bytes.size() - 8)] = static_cast<char>(random());
    }
    const std::string exact(bytes);  // on its own, so that a sanitizer sees its ends
    for (std::uint32_t key = 0; key < 50; ++key) {
      if (const auto list = find(exact, key << 16)) {
        list->for_each([&](Posting) { ++read; });
      }
    }
  }
  EXPECT_GT(read, 1000u);
}

TEST(PostingBuckets, AreAsManyAsThePostingsNeed) {
  EXPECT_EQ(bucket_bits_for(0), 0u);
  EXPECT_EQ(bucket_bits_for(32), 0u);
  EXPECT_EQ(bucket_bits_for(33), 1u);
  EXPECT_EQ(bucket_bits_for(64), 1u);
  EXPECT_EQ(bucket_bits_for(65), 2u);
  EXPECT_EQ(bucket_bits_for(1'200'000'000), 26u);
  EXPECT_EQ(bucket_of(0xffff'0000'0000'0000, 0), 0u);
  EXPECT_EQ(bucket_of(0xabcd'0000'0000'0000, 8), 0xabu);
  EXPECT_EQ(remainder_of(0xabcd'1234'5678'0000, 8), 0xcd1234u);
  EXPECT_EQ(remainder_of(0xabcd'1234'5678'0000, 0), 0xabcd12u);
}

}  // namespace
}  // namespace unspin
