// `unspin audit` as a person and a script use it.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>
#include <vector>

#include "engine/report/json_writer.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/engine/audit/audited_pages.hpp"

namespace unspin::cli {
namespace {

using testing::corpus_text;
using testing::words_of;
using Lines = std::vector<std::string>;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The four articles of corpora/ as originals; a test brings the crawl.
class CommandAudit : public ::testing::Test {
 protected:
  CommandAudit() {
    std::filesystem::create_directory(originals);
    for (const std::string subject : testing::corpus_subjects) {
      folder.write("originals/" + subject + ".txt", corpus_text(subject + "/original"));
    }
  }

  /// Into the folder "out"; against the originals, unless an index is given.
  Outcome audit(const std::string& crawl, std::vector<std::string> more = {},
                std::string_view input = {}) const {
    std::vector<std::string> arguments = {"audit", "--crawl", crawl, "-o", out};
    if (std::ranges::find(more, "--index") == more.end()) {
      arguments.insert(arguments.end(), {"--originals", originals});
    }
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_unspin(arguments, input);
  }

  std::string index_of_originals() const {
    const std::string path = folder.path("originals.index");
    EXPECT_EQ(run_unspin({"index", "build", originals, "-o", path}).status, 0);
    return path;
  }

  std::string findings() const { return read_file(out + "/findings.jsonl"); }

  /// "spun.txt: spun of city-bees": each line in short, without folders.
  Lines told() const {
    simdjson::dom::parser parser;
    Lines short_lines;
    const std::string all = findings();
    for (const std::string_view line : lines_of(all)) {
      const simdjson::padded_string json(line);
      const simdjson::dom::element finding = parser.parse(json);
      const auto name = [](std::string_view id) {
        return id.substr(id.find("://") == id.npos ? id.rfind('/') + 1 : 0);
      };
      short_lines.push_back(fmt::format("{}: {} of {}", name(finding["page"]["id"]),
                                        std::string_view(finding["verdict"]["label"]),
                                        name(finding["original"]["id"])));
    }
    return short_lines;
  }

  static std::string row(std::string_view id, std::string_view text, std::string_view url = "") {
    std::string json;
    JsonWriter(json).begin_object().key("id").value(id).key("text").value(text).key("url").value(
        url);
    return json + "}\n";
  }

  /// An element for each line of a text.
  static std::string elements(const std::string& text, const std::string& tag) {
    std::string markup;
    for (const std::string_view line : lines_of(text)) {
      markup += fmt::format("<{}>{}</{}>\n", tag, line, tag);
    }
    return markup;
  }

  static std::string page_of(const std::string& article, const std::string& head = "") {
    return "<!DOCTYPE html><html><head><title>A page</title>" + head +
           "</head><body><nav><a href=\"/\">Home</a></nav><article>" + article +
           "</article><footer>Imprint</footer></body></html>";
  }
  static std::string html(const std::string& text, const std::string& head = "") {
    return page_of(elements(text, "p"), head);
  }

  static std::string warc_record(const std::string& address, const std::string& body) {
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{0}>\r\n"
        "WARC-Target-URI: {0}\r\nContent-Type: application/http; msgtype=response"
        "\r\nContent-Length: {1}\r\n\r\n{2}\r\n\r\n",
        address, http.size(), http);
  }

  TempFolder folder;
  const std::string originals = folder.path("originals");
  const std::string out = folder.path("out");
  const std::string spun = corpus_text("city-bees/spun");
  const std::string honest = corpus_text("city-bees/same_topic");
};

/// The README's example, and what `./dev demo` runs.
TEST_F(CommandAudit, FindsTheCopiesInTheSampleCrawl) {
  const std::string crawl = std::string(places::corpora_folder) + "/crawl/crawl.warc.gz";
  const Outcome outcome = audit(crawl);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(has(outcome.out,
                  "5 of 12 pages were copied from 4 of 4 originals: 4 spun, 1 "
                  "verbatim copies"))
      << outcome.out;
  const std::string table = read_file(out + "/findings.csv");
  for (const std::string_view row :
       {"spun,>https://daily-roundup.example/2026/01/beekeeping-in-the-metropolis>city-bees",
        "spun,>https://daily-roundup.example/2026/02/your-first-race>first-10k",
        "spun,>https://daily-roundup.example/2026/02/old-papers-new-life>old-newspapers",
        "spun,>https://www.townlife.example/news/trains-are-back>railway-station",
        "verbatim,>https://www.townlife.example/news/a-station-reopens>railway-station"}) {
    const std::size_t page = row.find('>'), original = row.rfind('>');
    const std::size_t at = table.find(row.substr(page + 1, original - page - 1));
    ASSERT_NE(at, table.npos) << row;
    const std::size_t begin = table.rfind('\n', at) + 1;
    const std::string found = table.substr(begin, table.find('\n', at) - begin);
    EXPECT_TRUE(found.starts_with(row.substr(0, page))) << found;
    EXPECT_TRUE(has(found, std::string(row.substr(original + 1)) + ".txt")) << found;
  }
  for (const char* file : {"report.html", "findings.csv", "findings.sqlite", "summary.json"}) {
    EXPECT_TRUE(std::filesystem::exists(out + "/" + file)) << file;
  }
}

TEST_F(CommandAudit, FindsTheSpunPageAndAccusesNoOther) {
  std::filesystem::create_directory(folder.path("crawl"));
  folder.write("crawl/honest.txt", honest);
  folder.write("crawl/reworded.txt", corpus_text("city-bees/reworded"));
  folder.write("crawl/spun.txt", spun);
  const Outcome outcome = audit(folder.path("crawl"));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(told(), Lines{"spun.txt: spun of city-bees.txt"});
}

TEST_F(CommandAudit, SumsUpOnStandardOutput) {
  const std::string crawl = folder.write(
      "crawl.jsonl", row("a", spun) + row("b", honest) + row("c", spun) +
                         row("d", corpus_text("first-10k/original")) + row("e", "Nothing."));
  const Outcome outcome = audit(crawl);
  EXPECT_EQ(outcome.out,
            "3 of 5 pages were copied from 2 of 4 originals: 2 spun, 1 verbatim copies\n\n"
            "   pages    spun  verbatim  original\n"
            "       2       2         0  " +
                originals +
                "/city-bees.txt\n"
                "       1       0         1  " +
                originals + "/first-10k.txt\n");
  EXPECT_TRUE(has(outcome.err, "5 documents read")) << outcome.err;
  EXPECT_EQ(audit(folder.write("clean.txt", honest)).out,
            "0 of 1 pages were copied from 0 of 4 originals: 0 spun, 0 verbatim copies\n");
  EXPECT_EQ(findings(), "");
}

TEST_F(CommandAudit, OriginalsAndTheirIndexGiveTheSameFindings) {
  const std::string crawl = folder.write("crawl.jsonl", row("a", honest) + row("b", spun));
  ASSERT_EQ(audit(crawl).status, 0);
  const std::string of_originals = findings();
  EXPECT_EQ(lines_of(of_originals).size(), 1u);
  std::filesystem::remove_all(out);
  ASSERT_EQ(audit(crawl, {"--index", index_of_originals()}).status, 0);
  EXPECT_EQ(findings(), of_originals);
}

TEST_F(CommandAudit, ReadsCrawlsOfAllForms) {
  std::filesystem::create_directory(folder.path("crawl"));
  folder.write("crawl/1.warc", warc_record("http://copies.example/w", html(spun)) +
                                   warc_record("http://honest.example/w", html(honest)));
  folder.write("crawl/2.html", html(spun));
  folder.write("crawl/3.jsonl", row("row", spun) + row("other", honest));
  const Outcome outcome = audit(folder.path("crawl"));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Lines lines = told();
  ASSERT_EQ(lines.size(), 3u) << findings();
  EXPECT_TRUE(has(lines[0], "http://copies.example/w")) << lines[0];
  EXPECT_EQ(lines[1], "2.html: spun of city-bees.txt");
  EXPECT_EQ(lines[2], "row: spun of city-bees.txt");
  EXPECT_EQ(audit("-", {}, html(spun)).status, 0);
  EXPECT_EQ(told().size(), 1u) << "from standard input";
}

TEST_F(CommandAudit, PlacesAreBytesOfTheMainTexts) {
  const std::string passage = testing::line_of(corpus_text("city-bees/original"), 2);
  const std::string page = folder.write("page.html", html(honest + passage + "\n" + honest));
  ASSERT_EQ(audit(page).status, 0);
  simdjson::dom::parser parser, text_parser;
  const simdjson::padded_string line(findings());
  const simdjson::dom::element found = parser.parse(line)["passages"].at(0);
  const auto cut = [&](const std::string& file, const char* side) {
    const simdjson::padded_string json(run_unspin({"extract", "--format", "jsonl", file}).out);
    const std::string text(std::string_view(text_parser.parse(json)["text"]));
    const std::uint64_t begin = found[side]["begin"];
    const std::uint64_t end = found[side]["end"];
    return text.substr(begin, end - begin);
  };
  EXPECT_EQ(cut(page, "page"), passage.substr(0, passage.size() - 1)) << "without the stop";
  EXPECT_EQ(cut(originals + "/city-bees.txt", "original"), passage.substr(0, passage.size() - 1));
}

TEST_F(CommandAudit, BlockquotesAreQuotations) {
  const std::string passage = testing::line_of(corpus_text("city-bees/original"), 2);
  const auto page = [&](const std::string& tag) {
    return folder.write("page.html", page_of(elements(honest, "p") + elements(passage, tag) +
                                             elements(honest, "p")));
  };
  ASSERT_EQ(audit(page("p")).status, 0);
  EXPECT_EQ(told(), Lines{"page.html: verbatim of city-bees.txt"});
  ASSERT_EQ(audit(page("blockquote")).status, 0);
  EXPECT_EQ(told(), Lines{});
}

TEST_F(CommandAudit, APageWithTheAddressOfAnOriginalIsThatOriginal) {
  const std::string address = "https://bees.example/first-year";
  const std::string ours =
      folder.write("ours.jsonl", row("ours", corpus_text("city-bees/original"), address));
  const std::string index = folder.path("ours.index");
  ASSERT_EQ(run_unspin({"index", "build", ours, "-o", index}).status, 0);
  const std::string page = corpus_text("city-bees/original");
  const std::string canonical = "<link rel=\"canonical\" href=\"" + address + "\">";
  std::filesystem::create_directory(folder.path("crawl"));
  folder.write("crawl/canonical.html", html(page, canonical));
  folder.write("crawl/copy.html", html(page));
  folder.write("crawl/known.warc", warc_record(address, html(page)));
  const Outcome outcome = audit(folder.path("crawl"), {"--index", index});
  EXPECT_EQ(told(), Lines{"copy.html: verbatim of ours"});
  EXPECT_TRUE(has(outcome.out, "1 of 3 pages were copied")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "\n2 pages are originals themselves, by their address\n"))
      << outcome.out;
}

TEST_F(CommandAudit, IgnoresWhatItIsToldTo) {
  const std::string notice = words_of(corpus_text("city-bees/original"), 300, 380);
  const std::string crawl = folder.write("crawl.txt", honest + notice + "\n" + honest);
  ASSERT_EQ(audit(crawl).status, 0);
  EXPECT_EQ(told().size(), 1u);
  const std::string ignored = folder.write("notice.txt", notice);
  EXPECT_EQ(audit(crawl, {"--ignore", ignored}).status, 0);
  EXPECT_EQ(told(), Lines{});
  const Outcome missing = audit(crawl, {"--ignore", folder.path("missing.txt")});
  EXPECT_EQ(missing.status, 3);
  EXPECT_TRUE(has(missing.err, "missing.txt: unreadable")) << missing.err;
  EXPECT_EQ(told().size(), 1u) << "the rest is done";
}

TEST_F(CommandAudit, WantsOriginalsOrAnIndex) {
  const std::string crawl = folder.write("crawl.txt", spun);
  const Outcome neither = run_unspin({"audit", "--crawl", crawl, "-o", out});
  EXPECT_EQ(neither.status, 2);
  EXPECT_TRUE(has(neither.err, "--originals or --index")) << neither.err;
  const Outcome both = audit(crawl, {"--originals", originals, "--index", originals});
  EXPECT_EQ(both.status, 2);
  EXPECT_EQ(run_unspin({"audit", "--originals", originals, "-o", out}).status, 2);
  EXPECT_EQ(run_unspin({"audit", "--originals", originals, "--crawl", crawl}).status, 2);
  EXPECT_FALSE(std::filesystem::exists(out)) << "wrong usage leaves nothing behind";
}

TEST_F(CommandAudit, NamesWhatItCouldNotReadAndAuditsTheRest) {
  const std::string crawl =
      folder.write("crawl.jsonl", row("a", honest) + "{\"text\": bad}\n" + row("b", spun));
  const Outcome outcome = run_unspin(
      {"audit", "--originals", originals, "--crawl", folder.path("missing"), crawl, "-o", out});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "missing: unreadable: there is no such file")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "crawl.jsonl, line 2: bad_json")) << outcome.err;
  EXPECT_EQ(told(), Lines{"b: spun of city-bees.txt"});
  const Outcome no_index = audit(crawl, {"--index", folder.path("missing.index")});
  EXPECT_EQ(no_index.status, 3);
  EXPECT_EQ(told(), Lines{"b: spun of city-bees.txt"}) << "what was there before";
}

TEST_F(CommandAudit, MissingOriginalsAreNamedAndTheRestIsUsed) {
  const std::string crawl = folder.write("crawl.txt", spun);
  const Outcome outcome = run_unspin(
      {"audit", "--originals", folder.path("missing"), originals, "--crawl", crawl, "-o", out});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(told(), Lines{"crawl.txt: spun of city-bees.txt"});
}

TEST_F(CommandAudit, WithoutOriginalsThereIsNoAudit) {
  const std::string none = folder.path("none");
  std::filesystem::create_directory(none);
  const Outcome outcome = run_unspin(
      {"audit", "--originals", none, "--crawl", folder.write("page.txt", spun), "-o", out});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "there are no originals")) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(out + "/report.html"));
}

TEST_F(CommandAudit, AMisspeltCrawlLeavesWhatWasFoundBefore) {
  ASSERT_EQ(audit(folder.write("page.txt", spun)).status, 0);
  const std::string before = findings();
  const Outcome outcome = audit(folder.path("pgae.txt"));
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(has(outcome.err, "pgae.txt")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "nothing was read, so what")) << outcome.err;
  EXPECT_EQ(findings(), before);
  EXPECT_EQ(audit(folder.write("page.txt", spun)).status, 0) << "without --resume";
}

TEST_F(CommandAudit, SaysThatACrawlIsEmpty) {
  const Outcome outcome = audit(folder.write("crawl.jsonl", ""));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(has(outcome.err, "the crawl is empty")) << outcome.err;
}

TEST_F(CommandAudit, WritesNothingIntoWhatItReads) {
  const std::string crawl = folder.write("page.txt", spun);
  for (const std::string& inside : {originals, originals + "/audit", originals + "/../originals"}) {
    const Outcome outcome =
        run_unspin({"audit", "--originals", originals, "--crawl", crawl, "-o", inside});
    EXPECT_EQ(outcome.status, 2) << inside;
    EXPECT_TRUE(has(outcome.err, "which is read")) << outcome.err;
  }
  EXPECT_FALSE(std::filesystem::exists(originals + "/findings.jsonl"));
}

TEST_F(CommandAudit, ReplacesTheFindingsOfTheLastTime) {
  ASSERT_EQ(audit(folder.write("first.txt", spun)).status, 0);
  EXPECT_EQ(told(), Lines{"first.txt: spun of city-bees.txt"});
  ASSERT_EQ(audit(folder.write("second.txt", corpus_text("first-10k/spun"))).status, 0);
  EXPECT_EQ(told(), Lines{"second.txt: spun of first-10k.txt"});
}

TEST_F(CommandAudit, KeepsTheOldFindingsIfThereIsNoRoomForTheNew) {
  const std::string index = index_of_originals();
  std::filesystem::create_directory(out);
  folder.write("out/findings.jsonl", "old\n");
  std::string rows;
  for (int i = 0; i < 40; ++i) {
    rows += row(std::to_string(i), spun);
  }
  // Files may have 64 KiB here.
  const Outcome outcome = run_in_bash(
      R"(trap "" XFSZ; ulimit -f 64; exec "$0" audit --index "$1" --crawl "$2" -o "$3")",
      {index, folder.write("crawl.jsonl", rows), out});
  EXPECT_EQ(outcome.status, 4) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "findings.partial.jsonl: ")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "--resume")) << outcome.err;
  EXPECT_EQ(findings(), "old\n");
  EXPECT_EQ(audit(folder.path("crawl.jsonl"), {"--index", index, "--resume"}).status, 0);
  EXPECT_EQ(told().size(), 40u) << "with room it goes on";
}

TEST_F(CommandAudit, AFolderThatCannotBeMadeIsAnError) {
  const std::string crawl = folder.write("crawl.txt", spun);
  const std::string place = crawl + "/out";
  const Outcome outcome =
      run_unspin({"audit", "--originals", originals, "--crawl", crawl, "-o", place});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_TRUE(outcome.err.starts_with("unspin: " + place + ": ")) << outcome.err;
}

TEST_F(CommandAudit, IsTheSameBytesForAnyNumberOfThreads) {
  std::string rows;
  const std::string bees = corpus_text("city-bees/original");
  for (std::size_t i = 0; i < 700; ++i) {
    const std::size_t place = i % 400;
    const std::string& text = i % 7 == 0 ? spun : i % 5 == 0 ? bees : honest;
    rows += row(fmt::format("r{}", i), words_of(text, place, place + 80));
  }
  const std::string crawl = folder.write("crawl.jsonl", rows);
  const std::string index = index_of_originals();
  const Outcome one = audit(crawl, {"--index", index, "--threads", "1"});
  ASSERT_EQ(one.status, 0) << one.err;
  const std::string findings_of_one = findings();
  EXPECT_GT(lines_of(findings_of_one).size(), 100u);
  for (const char* threads : {"2", "8"}) {
    const Outcome many = audit(crawl, {"--index", index, "--threads", threads});
    EXPECT_TRUE(findings() == findings_of_one) << threads;
    EXPECT_EQ(many.out, one.out) << threads;
  }
}

TEST_F(CommandAudit, NoOriginalSteersTheTerminal) {
  const std::string ours =
      folder.write("ours.jsonl", row("\x1b[2Jours", corpus_text("city-bees/original")));
  const Outcome outcome = run_unspin(
      {"audit", "--originals", ours, "--crawl", folder.write("crawl.txt", spun), "-o", out});
  EXPECT_TRUE(has(outcome.out, "ours")) << outcome.out;
  EXPECT_FALSE(has(outcome.out, "\x1b")) << outcome.out;
}

}  // namespace
}  // namespace unspin::cli
