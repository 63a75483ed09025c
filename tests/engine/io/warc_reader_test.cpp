// WARC in: what becomes a document, what is passed over, and what damage costs.
#include "engine/io/warc_reader.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <vector>
#include <zstd.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "tests/crawl/packing.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

using testing::gzip_member;
using testing::zstd_frame;
using Lines = std::vector<std::string>;

std::string record(std::string_view type, std::string_view fields, std::string_view block) {
  return fmt::format("WARC/1.0\r\nWARC-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", type,
                     fields, block.size(), block);
}

/// A page whose only text is `text`.
std::string page(std::string_view text) {
  return record("response", "WARC-Target-URI: http://example.org/\r\n",
                fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", text));
}

std::string response(std::string_view http) {
  return record("response", "WARC-Target-URI: https://example.org/\r\n", http);
}

struct Reading {
  std::vector<Document> documents;
  std::vector<DocumentIssue> issues;

  Lines texts() const {
    Lines texts;
    for (const Document& document : documents) {
      texts.push_back(document.bytes);
    }
    return texts;
  }

  /// "code@offset" each.
  Lines damage() const {
    Lines lines;
    for (const DocumentIssue& issue : issues) {
      lines.push_back(fmt::format("{}@{}", issue.code, issue.offset.value_or(0)));
    }
    return lines;
  }
};

class WarcReader : public ::testing::Test {
 protected:
  Reading read_file(const std::string& path, const DocumentLimits& limits = {}) const {
    Reading reading;
    const auto reader = open_warc(path, limits);
    Document document;
    while (reader->next(document, reading.issues)) {
      reading.documents.push_back(document);
    }
    EXPECT_FALSE(reader->next(document, reading.issues)) << "the end stays the end";
    EXPECT_EQ(reader->consumed(), reader->total());
    return reading;
  }
  Reading read(std::string_view bytes, const DocumentLimits& limits = {}) const {
    return read_file(folder_.put("crawl", bytes), limits);
  }

  testing::ScratchFolder folder_;
};

// What becomes a document.

TEST_F(WarcReader, AResponseIsADocumentWithAllThatIsKnownOfIt) {
  const std::string before = record("warcinfo", "", "software: none\r\n");
  const Reading reading = read(
      before +
      record("response",
             "WARC-Target-URI: <http://example.org/bees>\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
             "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Identified-Payload-Type: text/html\r\n"
             "Content-Type: application/http; msgtype=response\r\n",
             "HTTP/1.1 200 OK\r\ncontent-type: Text/HTML; charset=latin1\r\n"
             "Content-Language: en\r\nLast-Modified: \"yesterday\"\r\n\r\n<p>caf\xe9</p>"));
  ASSERT_EQ(reading.documents.size(), 1u);
  const Document& document = reading.documents.front();
  EXPECT_EQ(document.file, folder_.path("crawl"));
  EXPECT_EQ(document.offset, before.size());
  EXPECT_EQ(document.id, "<urn:uuid:1>");
  EXPECT_EQ(document.address, "http://example.org/bees");
  EXPECT_EQ(document.date, "2024-05-06T07:08:09Z");
  EXPECT_EQ(document.media_type, "text/html");
  EXPECT_EQ(document.charset, "latin1");
  EXPECT_EQ(document.bytes, "<p>caf\xe9</p>");
  const std::vector<std::pair<std::string, std::string>> metadata = {
      {"WARC-Identified-Payload-Type", "\"text/html\""},
      {"Content-Language", "\"en\""},
      {"Last-Modified", "\"\\\"yesterday\\\"\""}};
  EXPECT_EQ(document.metadata, metadata);
  EXPECT_TRUE(reading.issues.empty());
}

TEST_F(WarcReader, WetRecordsAndResourcesAreTheirOwnBodies) {
  const Reading reading =
      read(record("conversion",
                  "Content-Type: text/plain\r\nWARC-Identified-Content-Language: eng,deu\r\n",
                  "Bees on the roof.\nBees on the wall.\n") +
           record("resource", "content-type: text/html; charset=utf-8\r\n", "<p>bees</p>"));
  ASSERT_EQ(reading.texts(), (Lines{"Bees on the roof.\nBees on the wall.\n", "<p>bees</p>"}));
  EXPECT_EQ(reading.documents[0].media_type, "text/plain");
  EXPECT_EQ(reading.documents[0].metadata.front().second, "\"eng,deu\"");
  EXPECT_EQ(reading.documents[1].charset, "utf-8");
}

TEST_F(WarcReader, OtherRecordsArePassedOverWithoutAWord) {
  const Reading reading = read(
      record("warcinfo", "", "") + record("request", "", "GET / HTTP/1.1\r\n\r\n") +
      record("revisit", "WARC-Target-URI: http://example.org/\r\n", "HTTP/1.1 200 OK\r\n\r\n") +
      record("metadata", "", "a: b") + record("whatever", "", "x") +
      record("response", "WARC-Target-URI: dns:example.org\r\n", "20240506\r\nexample.org") +
      response("HTTP/1.1 404 Not Found\r\n\r\nno") +
      response("HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n") + page("yes"));
  EXPECT_EQ(reading.texts(), Lines{"yes"});
  EXPECT_TRUE(reading.issues.empty());
}

TEST_F(WarcReader, TransferAndContentEncodingsAreUndone) {
  const std::string packed = gzip_member("bees");
  const Reading reading =
      read(response("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n4\r\nbees\r\n0\r\n\r\n") +
           response("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbees, joined before") +
           response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed) +
           response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nbees, unpacked before") +
           response(fmt::format("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: "
                                "chunked\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n",
                                packed.size(), packed)));
  EXPECT_EQ(reading.texts(),
            (Lines{"bees", "bees, joined before", "bees", "bees, unpacked before", "bees"}));
}

// What writers take liberties with.

TEST_F(WarcReader, ReadsWhatOthersWrite) {
  const Reading bare_line_ends = read(
      "WARC/1.1\nwarc-type: Resource\ncontent-length: 3\n\none\n\nWARC/1.1\nWARC-TYPE : "
      "resource\nCONTENT-LENGTH : 3\n\ntwo\n\n");
  EXPECT_EQ(bare_line_ends.texts(), (Lines{"one", "two"}));
  const Reading folded = read(
      "WARC/0.18 \r\nWARC-Type:\r\n resource\r\nWARC-Target-URI: http://a/\r\n  b\r\nno colon\r\n"
      "Content-Length: 3\r\n\r\none\r\n\r\n");
  ASSERT_EQ(folded.texts(), Lines{"one"});
  EXPECT_EQ(folded.documents[0].address, "http://a/ b");
  EXPECT_TRUE(bare_line_ends.issues.empty() && folded.issues.empty());
}

TEST_F(WarcReader, BlankLinesBetweenRecordsMayBeManyOrMissing) {
  std::string one = record("resource", "", "one");
  one.resize(one.size() - 4);
  const std::string two = record("resource", "", "two");
  for (const std::string& between :
       Lines{"", "\n", "\r\n", "\r\n\r\n\r\n\r\n\r\n", std::string(100'000, '\n')}) {
    const Reading reading = read(one + between + two);
    EXPECT_EQ(reading.texts(), (Lines{"one", "two"})) << between.size();
    EXPECT_TRUE(reading.issues.empty());
    EXPECT_EQ(read(one).texts(), Lines{"one"});
    EXPECT_EQ(read(gzip_member(one) + gzip_member(two)).texts(), (Lines{"one", "two"}));
  }
}

TEST_F(WarcReader, ALineInAPageThatLooksLikeARecordIsText) {
  const std::string text = "<pre>\r\n\r\n" + record("resource", "", "no record") + "</pre>";
  for (const std::string& bytes :
       {page(text) + page("next"), gzip_member(page(text)) + gzip_member(page("next")),
        gzip_member(page(text) + page("next"))}) {
    const Reading reading = read(bytes);
    EXPECT_EQ(reading.texts(), (Lines{text, "next"}));
    EXPECT_TRUE(reading.issues.empty());
  }
}

TEST_F(WarcReader, PackingIsRecognisedAndOffsetsAreThoseOfMembers) {
  const std::string one = page("one"), two = page("two"), three = page("three");
  const auto offsets = [&](const std::string& bytes) {
    const Reading reading = read(bytes);
    EXPECT_EQ(reading.texts(), (Lines{"one", "two", "three"}));
    EXPECT_TRUE(reading.issues.empty());
    std::vector<std::size_t> found;
    for (const Document& document : reading.documents) {
      found.push_back(document.offset);
    }
    return found;
  };
  using Offsets = std::vector<std::size_t>;
  EXPECT_EQ(offsets(one + two + three), (Offsets{0, one.size(), one.size() + two.size()}));
  const std::size_t first = gzip_member(one).size();
  EXPECT_EQ(offsets(gzip_member(one) + gzip_member(two + three)), (Offsets{0, first, first}));
  EXPECT_EQ(offsets(gzip_member(one + two + three)), (Offsets{0, 0, 0}));
  EXPECT_EQ(offsets(gzip_member(one + two.substr(0, 50)) + gzip_member(two.substr(50) + three)),
            (Offsets{0, 0, gzip_member(one + two.substr(0, 50)).size()}));
  const std::string zeros(512, '\0');
  EXPECT_EQ(offsets(gzip_member(one) + zeros + gzip_member(two) + gzip_member("") +
                    gzip_member(three) + zeros)[1],
            first + zeros.size());
  const std::string skipped("\x51\x2a\x4d\x18\x03\0\0\0abc", 11);
  EXPECT_EQ(offsets(skipped + zstd_frame(one) + skipped + zstd_frame(two + three))[0],
            skipped.size());
}

std::string frame_with_dictionary(std::string_view text, std::string_view dictionary) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  packed.resize(ZSTD_compress_usingDict(context, packed.data(), packed.size(), text.data(),
                                        text.size(), dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  return packed;
}

std::string dictionary_frame(std::string_view content) {
  std::string frame("\x5d\x2a\x4d\x18", 4);
  for (int shift = 0; shift < 32; shift += 8) {
    frame += static_cast<char>(content.size() >> shift);
  }
  return frame.append(content);
}

TEST_F(WarcReader, ADictionaryAtTheHeadOfAZstdFileIsUsed) {
  const std::string dictionary = page("what pages have in common");
  const std::string frames = frame_with_dictionary(page("one"), dictionary) +
                             frame_with_dictionary(page("two"), dictionary);
  EXPECT_EQ(read(dictionary_frame(dictionary) + frames).texts(), (Lines{"one", "two"}));
  EXPECT_EQ(read(dictionary_frame(zstd_frame(dictionary)) + frames).texts(), (Lines{"one", "two"}));
  EXPECT_TRUE(read(frames).documents.empty());
  EXPECT_FALSE(read(frames).issues.empty());
}

// Damage.

TEST_F(WarcReader, AWrongLengthCostsOnlyItsRecord) {
  const std::string one = page("one"), two = page("two"), three = page("three");
  const std::string damaged = fmt::format("damaged_record@{}", one.size());
  const std::size_t right = two.find("Content-Length");
  const std::size_t end = two.find("\r\n", right);
  for (const std::string& line :
       Lines{"Content-Length: 70", "Content-Length: 300", "Content-Length: 30", "Content-Length: 0",
             "Content-Length: -1", "Content-Length: 9223372036854775808",
             "Content-Length: 99999999", "Content-Length: 99999999999999999999999",
             "Content-Length:", "Content-Length: 5x", "Nothing: here"}) {
    std::string wrong = two;
    wrong.replace(right, end - right, line);
    const Reading plain = read(one + wrong + three);
    EXPECT_EQ(plain.texts(), (Lines{"one", "three"})) << line;
    EXPECT_EQ(plain.damage(), Lines{damaged}) << line;
    EXPECT_EQ(read(one + wrong).texts(), Lines{"one"}) << line;
    EXPECT_EQ(read(gzip_member(wrong)).issues.size(), 1u) << line;
    const Reading packed = read(gzip_member(one) + gzip_member(wrong) + gzip_member(three));
    EXPECT_EQ(packed.texts(), (Lines{"one", "three"})) << line;
    EXPECT_EQ(packed.issues.size(), 1u) << line;
    EXPECT_EQ(packed.issues[0].offset, gzip_member(one).size()) << line;
  }
}

TEST_F(WarcReader, ATruncatedMemberDoesNotTakeTheNextAlong) {
  std::string text;
  for (int i = 0; i < 150; ++i) {
    text += fmt::format("{} bees, ", i * i);
  }
  const std::string one = gzip_member(page("one")), two = gzip_member(page(text)),
                    three = gzip_member(page("three")), four = gzip_member(page("four"));
  for (std::size_t cut = 1; cut < two.size(); cut += cut < 30 ? 1 : 7) {
    const Reading reading = read(one + two.substr(0, two.size() - cut) + three + four);
    EXPECT_EQ(reading.texts(), (Lines{"one", "three", "four"})) << cut;
    ASSERT_EQ(reading.issues.size(), 1u) << cut;
    EXPECT_EQ(reading.issues[0].offset, one.size()) << cut;
  }
}

TEST_F(WarcReader, EveryWrongByteOfAMemberIsToldOrHarmless) {
  for (const auto& pack : {gzip_member("x"), zstd_frame("x")}) {
    const bool is_gzip = pack.starts_with('\x1f');
    const auto packed = [&](std::string_view text) {
      return is_gzip ? gzip_member(page(text)) : zstd_frame(page(text));
    };
    const std::string one = packed("one"), two = packed("two"), three = packed("three");
    for (std::size_t at = 0; at < two.size(); ++at) {
      std::string wrong = two;
      wrong[at] ^= 0x10;
      const Reading reading = read(one + wrong + three);
      const bool is_harmless = reading.texts() == Lines{"one", "two", "three"};
      EXPECT_TRUE(is_harmless || reading.texts() == (Lines{"one", "three"})) << at;
      EXPECT_EQ(reading.issues.size(), is_harmless ? 0u : 1u) << at;
      EXPECT_TRUE(is_harmless ? at < 10 : reading.issues[0].offset == one.size()) << at;
    }
  }
}

TEST_F(WarcReader, GarbageBetweenRecordsIsNamedOnce) {
  const std::string one = page("one"), two = page("two");
  const std::string garbage = std::string(300'000, '\xab') + "\nWARC/1.0 is a format\nWARC/x";
  const Reading plain = read(one + garbage + two);
  EXPECT_EQ(plain.texts(), (Lines{"one", "two"}));
  EXPECT_EQ(plain.damage(), Lines{fmt::format("foreign_bytes@{}", one.size())});
  const Reading packed = read(gzip_member(one) + garbage + gzip_member(two));
  EXPECT_EQ(packed.texts(), (Lines{"one", "two"}));
  EXPECT_EQ(packed.damage(), Lines{fmt::format("foreign_bytes@{}", gzip_member(one).size())});
  const Reading at_head = read(garbage + gzip_member(one) + gzip_member(two));
  EXPECT_EQ(at_head.texts().size(), 0u) << "300 KB of garbage are no beginning of anything";
  const Reading short_head = read("garbage" + gzip_member(one) + gzip_member(two));
  EXPECT_EQ(short_head.texts(), (Lines{"one", "two"}));
}

TEST_F(WarcReader, BlocksThatKnowNothingOfRecordsLoseOnlyThoseTheyHold) {
  std::string text;
  std::vector<std::size_t> ends;
  for (int i = 0; i < 20; ++i) {
    text += page(fmt::format("page {}", i));
    ends.push_back(text.size());
  }
  constexpr std::size_t block = 500;
  std::size_t broken = 0;
  std::string packed;
  for (std::size_t at = 0, count = 0; at < text.size(); at += block, ++count) {
    std::string member = gzip_member(text.substr(at, block));
    if (count == 2) {
      member[member.size() - 5] ^= 1;  // its checksum
      broken = packed.size();
    }
    packed += member;
  }
  const Reading reading = read(packed);
  Lines sound;
  for (int i = 0; i < 20; ++i) {
    const std::size_t begin = i == 0 ? 0 : ends[static_cast<std::size_t>(i) - 1];
    if (ends[static_cast<std::size_t>(i)] <= 2 * block || begin >= 3 * block) {
      sound.push_back(fmt::format("page {}", i));
    }
  }
  const Lines found = reading.texts();
  EXPECT_TRUE(std::ranges::includes(found, sound, [&](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }));
  EXPECT_EQ(reading.damage(), Lines{fmt::format("damaged_compression@{}", broken)});
}

TEST_F(WarcReader, BrokenContentIsToldAndTheRestGoesOn) {
  std::string packed = gzip_member("bees");
  packed[packed.size() - 6] ^= 1;
  const std::string broken = response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed);
  const Reading reading = read(broken + response("no http") + page("next"));
  EXPECT_EQ(reading.texts(), Lines{"next"});
  EXPECT_EQ(reading.damage(),
            (Lines{"damaged_content@0", fmt::format("damaged_content@{}", broken.size())}));
}

// Limits.

TEST_F(WarcReader, RecordsOverTheLimitArePassedOver) {
  const std::string one = page("one"), two = page(std::string(3 << 20, 'x')), three = page("three");
  const DocumentLimits limits = {.most_bytes = 1 << 20};
  const Reading plain = read(one + two + three, limits);
  EXPECT_EQ(plain.texts(), (Lines{"one", "three"}));
  EXPECT_EQ(plain.damage(), Lines{fmt::format("too_large@{}", one.size())});
  const Reading packed = read(gzip_member(one) + gzip_member(two) + gzip_member(three), limits);
  EXPECT_EQ(packed.texts(), (Lines{"one", "three"}));
  EXPECT_EQ(packed.damage(), Lines{fmt::format("too_large@{}", gzip_member(one).size())});
  const std::string request = record("request", "", std::string(3 << 20, 'x'));
  EXPECT_TRUE(read(request + one, limits).issues.empty()) << "nobody wanted that one";
}

TEST_F(WarcReader, ALengthOverTheLimitThatIsWrongCostsOnlyItsRecord) {
  std::string wrong = page("wrong");
  wrong.replace(wrong.find("Content-Length: ") + 16, 2, "2000000");
  std::string rest;
  for (int i = 0; i < 30'000; ++i) {
    rest += page("next");
  }
  ASSERT_GT(rest.size(), 2'000'000u);
  const DocumentLimits limits = {.most_bytes = 1 << 20};
  EXPECT_EQ(read(wrong + rest, limits).texts().size(), 30'000u);
  EXPECT_EQ(read(gzip_member(wrong) + gzip_member(rest), limits).texts().size(), 30'000u);
}

TEST_F(WarcReader, BombsAreCutOff) {
  const std::string bomb = zstd_frame(page(std::string(50 << 20, ' ')));
  const Reading reading = read(zstd_frame(page("one")) + bomb + zstd_frame(page("two")));
  EXPECT_EQ(reading.texts(), (Lines{"one", "two"}));
  EXPECT_EQ(reading.damage(),
            Lines{fmt::format("ratio_too_high@{}", zstd_frame(page("one")).size())});
  const std::string inner = response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" +
                                     gzip_member(std::string(20 << 20, ' ')));
  const Reading nested = read(inner + page("two"), {.most_ratio = 100});
  EXPECT_EQ(nested.texts(), Lines{"two"});
  EXPECT_EQ(nested.damage(), Lines{"too_large@0"});
}

TEST_F(WarcReader, HostileBytesTakeNoLongerThanOthers) {
  const auto repeated = [](std::string_view what) {
    std::string bytes;
    while (bytes.size() < 10'000'000) {
      bytes += what;
    }
    return bytes;
  };
  // A member header that is right, behind which a name never ends.
  const std::string named("\x1f\x8b\x08\x08\0\0\0\0\0\x03 a name ", 18);
  // A block of text that is stored as it is, and so leads from one beginning to the next.
  const std::string stored("\x1f\x8b\x08\0\0\0\0\0\0\x03\0\x0a\0\xf5\xff", 15);
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& bytes :
       {repeated("\x1f\x8b\x08"), repeated("WARC/1.0\r\n"),
        repeated("WARC/1.0\r\nWARC-Type: x\r\n"),
        repeated("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 5000000\r\n\r\n"),
        gzip_member(repeated("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 5000000\r\n\r\n"),
                    1),
        repeated(named), repeated(stored), repeated("\x28\xb5\x2f\xfd\x20\x0a\x51\0\0"),
        "WARC/1.0\r\n" + repeated("a: b\r\n"), repeated("WARC/"), repeated("aWARC/1.0\r\n"),
        repeated("WARC/1.0\r"), repeated("WARC/1.0 "),
        gzip_member("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 9000000\r\n\r\n") +
            repeated(gzip_member("x")),
        gzip_member("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 59999999\r\n\r\n") +
            repeated(gzip_member(std::string(200, 'x'))),
        repeated(gzip_member(
            "x\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 50000000\r\n\r\n"))}) {
    const Reading reading = read(bytes);
    EXPECT_TRUE(reading.documents.empty());
    EXPECT_LE(reading.issues.size(), 1001u);
    EXPECT_GE(reading.issues.size(), 1u);
  }
  EXPECT_TRUE(read(repeated(gzip_member(""))).issues.empty());
  // A second is what all of them take together; anything quadratic takes hours.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::minutes(2));
}

// Where bytes come from.

TEST_F(WarcReader, NothingIsNoCrawlButNoDamage) {
  EXPECT_TRUE(read("").issues.empty());
  EXPECT_TRUE(read("\r\n\r\n").issues.empty());
  EXPECT_EQ(read("<html>no crawl</html>").damage(), Lines{"foreign_bytes@0"});
  EXPECT_THROW(open_warc(folder_.path("none")), Error);
}

TEST_F(WarcReader, APipeGivesTheSameAsAFile) {
  const std::string path = folder_.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  for (const bool packed : {false, true}) {
    std::string crawl;
    for (int i = 0; i < 30; ++i) {
      const std::string one = page(fmt::format("page {}", i)) + (i == 7 ? "garbage" : "");
      crawl += packed ? gzip_member(one) : one;
    }
    std::thread writer([&] {
      std::ofstream pipe(path, std::ios::binary);
      for (std::size_t at = 0; at < crawl.size(); at += 100) {
        pipe << crawl.substr(at, 100) << std::flush;
      }
    });
    const auto reader = open_warc(path);
    EXPECT_EQ(reader->total(), std::nullopt);
    Reading piped;
    for (Document document; reader->next(document, piped.issues);) {
      piped.documents.push_back(document);
    }
    writer.join();
    const Reading whole = read(crawl);
    EXPECT_EQ(piped.texts(), whole.texts());
    EXPECT_EQ(piped.damage(), whole.damage());
    EXPECT_EQ(piped.texts().size(), 30u);
    EXPECT_EQ(piped.damage().size(), 1u);
  }
}

TEST_F(WarcReader, StopsWhenToldTo) {
  std::atomic<bool> stop = false;
  const auto reader = open_warc(folder_.put("crawl", gzip_member(page("one"))), {}, &stop);
  stop = true;
  Document document;
  std::vector<DocumentIssue> issues;
  EXPECT_THROW(reader->next(document, issues), Interrupted);
}

}  // namespace
}  // namespace unspin
