// Rows of pairs: what is read, what is passed through, and what is said of broken ones.
#include "engine/io/pair_row.hpp"

#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/engine/io/fake_source.hpp"

namespace unspin {
namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;
using Texts = std::vector<std::string>;

struct Parsed {
  PairRow row;
  std::optional<RowIssue> issue;
  std::string code() const { return issue ? issue->code : ""; }
};

constexpr std::uint64_t at_line = 42;

/// Parses a record behind which exactly the promised bytes are readable, whatever they hold.
Parsed parse(PairRowParser& parser, std::string_view record, char padding = '\0') {
  std::vector<char> bytes(record.begin(), record.end());
  bytes.insert(bytes.end(), simdjson::SIMDJSON_PADDING, padding);
  Parsed parsed;
  parsed.issue = parser.parse({bytes.data(), record.size()}, at_line, parsed.row);
  return parsed;
}

Parsed parse_json(std::string_view record) {
  PairRowParser parser(Layout::jsonl, {});
  return parse(parser, record);
}

Parsed parse_csv(std::string_view record, const Texts& columns = {"id", "source", "rewrite"}) {
  PairRowParser parser(Layout::csv, columns);
  return parse(parser, record);
}

TEST(JsonRow, ReadsAPair) {
  const Parsed parsed = parse_json(
      R"({"id": "a1", "source": "The cat.", "rewrite": "A cat.", "references": ["One.", "Two."]})");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.id, "\"a1\"");
  EXPECT_EQ(parsed.row.source, "The cat.");
  EXPECT_EQ(parsed.row.rewrite, "A cat.");
  EXPECT_EQ(parsed.row.references, (Texts{"One.", "Two."}));
  EXPECT_EQ(parsed.row.extra, Extra{});
}

TEST(JsonRow, KeepsOtherFieldsByteForByte) {
  const Parsed parsed = parse_json(
      R"({"n": 123456789012345678901234567890 , "source": "a", "x": 1.10,"huge":1e999,"t":true,)"
      R"("list" :[1.0,  {"k" : [ ]}, "\u00e9\/"] , "rewrite": "b", "empty\n": {}, "s": "\u0041" })");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.extra, (Extra{{"n", "123456789012345678901234567890"},
                                     {"x", "1.10"},
                                     {"huge", "1e999"},
                                     {"t", "true"},
                                     {"list", R"([1.0,  {"k" : [ ]}, "\u00e9\/"])"},
                                     {"empty\n", "{}"},
                                     {"s", R"("\u0041")"}}));
}

TEST(JsonRow, UnderstandsEscapes) {
  const Parsed parsed = parse_json(
      R"({"sour\u0063e": "say \"hi\"\n\u00e9\ud83d\ude00", "rewrite": "nul\u0000 is data"})");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.source, "say \"hi\"\né😀");
  EXPECT_EQ(parsed.row.rewrite, std::string("nul\0 is data", 12));
}

std::string id_of(std::string_view id_text) {
  return parse_json(R"({"id": )" + std::string(id_text) + R"(, "source": "", "rewrite": ""})")
      .row.id;
}

TEST(JsonRow, AnIdIsAnyScalarAsItStands) {
  EXPECT_EQ(id_of("17"), "17");
  EXPECT_EQ(id_of("1.50"), "1.50");
  EXPECT_EQ(id_of("true"), "true");
  EXPECT_EQ(id_of(R"("\u0061")"), R"("\u0061")");
}

TEST(JsonRow, WithoutAnIdItIsTheLine) {
  EXPECT_EQ(id_of("null"), "42");
  EXPECT_EQ(parse_json(R"({"source": "", "rewrite": ""})").row.id, "42");
}

TEST(JsonRow, ReferencesMayBeOneStringOrNone) {
  const auto references = [](std::string_view text) {
    return parse_json(R"({"source": "", "rewrite": "", "references": )" + std::string(text) + "}")
        .row.references;
  };
  EXPECT_EQ(references(R"("One.")"), Texts{"One."});
  EXPECT_EQ(references("[]"), Texts{});
  EXPECT_EQ(references("null"), Texts{});
}

TEST(JsonRow, OfAFieldGivenTwiceTheLastCounts) {
  const Parsed parsed = parse_json(
      R"({"source": "a", "references": ["x", "y"], "rewrite": "b", "source": "c", "references": "z"})");
  EXPECT_EQ(parsed.row.source, "c");
  EXPECT_EQ(parsed.row.references, Texts{"z"});
}

TEST(JsonRow, AReusedRowKeepsNothingOfTheRowBefore) {
  PairRowParser parser(Layout::jsonl, {});
  PairRow row;
  const auto read = [&](std::string record) {
    const std::size_t size = record.size();
    record.resize(size + simdjson::SIMDJSON_PADDING);
    return parser.parse(std::string_view(record).substr(0, size), at_line, row);
  };
  EXPECT_FALSE(read(R"({"id":1,"source":"a","rewrite":"b","references":["c","d"],"e":1,"f":2})"));
  EXPECT_FALSE(read(R"({"source":"g","rewrite":"h","i":3})"));
  EXPECT_EQ(row.id, "42");
  EXPECT_EQ(row.references, Texts{});
  EXPECT_EQ(row.extra, (Extra{{"i", "3"}}));
}

struct BrokenRow {
  std::string_view record;
  std::string_view code;
  std::uint64_t column;
  std::string_view message;  ///< a part of it
  std::string_view id;
};

class BrokenJsonRow : public ::testing::TestWithParam<BrokenRow> {};

TEST_P(BrokenJsonRow, IsAnIssueAndKeepsItsId) {
  const BrokenRow& expected = GetParam();
  // What stands behind the record, the next one for instance, must not matter.
  for (const char padding : std::string_view("\0\n{}[],\"", 8)) {
    PairRowParser parser(Layout::jsonl, {});
    const Parsed parsed = parse(parser, expected.record, padding);
    ASSERT_TRUE(parsed.issue);
    EXPECT_EQ(parsed.issue->code, expected.code);
    EXPECT_EQ(parsed.issue->line, at_line);
    EXPECT_EQ(parsed.issue->column, expected.column);
    EXPECT_NE(parsed.issue->message.find(expected.message), std::string::npos)
        << parsed.issue->message;
    EXPECT_EQ(parsed.row.id, expected.id);
  }
}

INSTANTIATE_TEST_SUITE_P(Utf8, BrokenJsonRow,
                         ::testing::Values(BrokenRow{"{\"source\": \"ab\xff\", \"id\": 7}",
                                                     "invalid_utf8", 15, "UTF-8", "7"},
                                           BrokenRow{"{\"id\": \"\xc3\", \"source\": \"a\"}",
                                                     "invalid_utf8", 9, "UTF-8", "42"},
                                           BrokenRow{"{\"id\": 7, \"source\": \"\xe9 never closed",
                                                     "invalid_utf8", 22, "", "7"},
                                           BrokenRow{"\xff", "invalid_utf8", 1, "", "42"}));

INSTANTIATE_TEST_SUITE_P(
    BadJson, BrokenJsonRow,
    ::testing::Values(
        BrokenRow{R"({"id": 7, "source": "a", "rewrite": "b)", "bad_json", 0, "never closed", "7"},
        BrokenRow{R"({"id": 7, "source": "a")", "bad_json", 24, "ended early", "7"},
        BrokenRow{R"({"id": 7)", "bad_json", 9, "ended early", "42"},  // perhaps it was 71
        BrokenRow{R"({"id": 7, "source": "a"} x)", "bad_json", 26, "trailing", "7"},
        BrokenRow{R"({"source": "a", "rewrite": "b"}{"id": 7})", "bad_json", 32, "trailing", "42"},
        BrokenRow{R"({"source": "a", "rewrite": "b"}})", "bad_json", 32, "trailing", "42"},
        BrokenRow{R"({"source": tru, "id": "x"})", "bad_json", 12, "letter 't'", "\"x\""},
        BrokenRow{R"({"source": "a" "id": 7})", "bad_json", 16, "commas", "7"},
        BrokenRow{R"({"source": "a",})", "bad_json", 16, "commas", "42"},
        BrokenRow{"{\"source\": \"a\tb\", \"id\": 7}", "bad_json", 0, "unescaped", "7"},
        BrokenRow{R"({"source": "\ud800", "id": 7})", "bad_json", 12, "string", "7"},
        BrokenRow{R"({"source": "\x", "id": 7})", "bad_json", 12, "string", "7"},
        BrokenRow{R"({"id": 07, "source": "a"})", "bad_json", 8, "number", "42"}));

INSTANTIATE_TEST_SUITE_P(
    BadJsonPassedThrough, BrokenJsonRow,
    ::testing::Values(
        BrokenRow{R"({"source":"","rewrite":"","x":01})", "bad_json", 31, "number", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":[1,{"y":nul}]})", "bad_json", 39, "letter 'n'",
                  "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":["\q"]})", "bad_json", 32, "string", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":[1}})", "bad_json", 33, "commas", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":[1,}})", "bad_json", 34, "", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":[[{}})", "bad_json", 35, "commas", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":[[{})", "bad_json", 35, "", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":{"y":1})", "bad_json", 38, "", "42"},
        BrokenRow{R"({"source":"","rewrite":"","x":.5})", "bad_json", 31, "number", "42"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, BrokenJsonRow,
    ::testing::Values(
        BrokenRow{R"(["source", "rewrite"])", "not_an_object", 1, "one JSON object", "42"},
        BrokenRow{R"( "source")", "not_an_object", 2, "one JSON object", "42"},
        BrokenRow{"", "not_an_object", 1, "one JSON object", "42"},
        BrokenRow{R"({"id": 7, "source": "a"})", "missing_field", 0, "no `rewrite`", "7"},
        BrokenRow{R"({"rewrite": "a"})", "missing_field", 0, "no `source`", "42"},
        BrokenRow{"{}", "missing_field", 0, "no `source`", "42"},
        BrokenRow{R"({"source": 5, "rewrite": "a", "id": 7})", "wrong_type", 12,
                  "`source` must be a string", "7"},
        BrokenRow{R"({"source": "a", "rewrite": null})", "wrong_type", 28,
                  "`rewrite` must be a string", "42"},
        BrokenRow{R"({"id": [7], "source": "a", "rewrite": "b"})", "wrong_type", 8,
                  "`id` must be a string or a number", "42"},
        BrokenRow{R"({"source": "a", "rewrite": "b", "references": ["c", 5]})", "wrong_type", 53,
                  "`references` must be an array of strings, or one string", "42"}));

TEST(JsonRow, NestingHasALimit) {
  const auto nested = [](std::size_t depth) {
    return R"({"source":"","rewrite":"","x":)" + std::string(depth, '[') + std::string(depth, ']') +
           "}";
  };
  EXPECT_EQ(parse_json(nested(900)).code(), "");
  const Parsed parsed = parse_json(nested(1'000'000));
  EXPECT_EQ(parsed.code(), "bad_json");
  EXPECT_NE(parsed.issue->message.find("too deep"), std::string::npos);
}

TEST(CsvRow, ReadsAPair) {
  const Parsed parsed = parse_csv("a \"1\",\"The \"\"cat\"\", sat\r\nhere\",A cat.");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.id, R"("a \"1\"")");
  EXPECT_EQ(parsed.row.source, "The \"cat\", sat\r\nhere");
  EXPECT_EQ(parsed.row.rewrite, "A cat.");
}

TEST(CsvRow, FieldsMayBeEmpty) {
  const Parsed parsed = parse_csv(",\"\",");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.id, "42");
  EXPECT_EQ(parsed.row.source, "");
  EXPECT_EQ(parsed.row.rewrite, "");
}

TEST(CsvRow, ReferencesAndOtherColumnsGoByTheirNames) {
  const Parsed parsed =
      parse_csv("One.,1,a,\"say \"\"hi\"\"\n\",,b,Two.",
                {"reference", "n", "source", "note", "reference", "rewrite", "reference"});
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.references, (Texts{"One.", "Two."}));
  EXPECT_EQ(parsed.row.extra, (Extra{{"n", "\"1\""}, {"note", R"("say \"hi\"\n")"}}));
}

TEST(CsvRow, TheNumberOfFieldsMustBeThatOfTheHeader) {
  const Parsed few = parse_csv("7,a");
  EXPECT_EQ(few.code(), "too_few_fields");
  EXPECT_EQ(few.row.id, "\"7\"");
  EXPECT_NE(few.issue->message.find("2 fields where the header has 3"), std::string::npos);
  const Parsed many = parse_csv("7,a,b,c");
  EXPECT_EQ(many.code(), "too_many_fields");
  EXPECT_EQ(many.row.id, "\"7\"");
  EXPECT_NE(many.issue->message.find("4 fields where the header has 3"), std::string::npos);
}

TEST(CsvRow, InvalidUtf8IsPlacedInTheLineWhereItIs) {
  const Parsed parsed = parse_csv("7,\"one\ntwo\n\xff\",b");
  EXPECT_EQ(parsed.code(), "invalid_utf8");
  EXPECT_EQ(parsed.issue->line, at_line + 2);
  EXPECT_EQ(parsed.issue->column, 1u);
  EXPECT_EQ(parsed.row.id, "\"7\"");
  EXPECT_EQ(parse_csv("\xff,a,b").row.id, "42");
}

TEST(TsvRow, FieldsAreRaw) {
  PairRowParser parser(Layout::tsv, {"source", "rewrite", "note"});
  const Parsed parsed = parse(parser, "\"a, \"\"\tb\t\\n");
  EXPECT_EQ(parsed.code(), "");
  EXPECT_EQ(parsed.row.id, "42");
  EXPECT_EQ(parsed.row.source, "\"a, \"\"");
  EXPECT_EQ(parsed.row.rewrite, "b");
  EXPECT_EQ(parsed.row.extra, (Extra{{"note", R"("\\n")"}}));
  EXPECT_EQ(parse(parser, "a\tb\tc\t").code(), "too_many_fields");
}

TEST(PairRowParser, ReadsWhatARecordReaderCuts) {
  testing::FakeSource source("rewrite,id,source\nb,7,\"a\n\"\n\"bad\nb,8,a");
  RecordReader reader(source, "rows");
  PairRowParser parser(reader);
  RecordBatch batch;
  PairRow row;
  Texts seen;
  ASSERT_TRUE(reader.fill(batch, 10, 1000));
  for (const Record& record : batch.records) {
    if (record.issue) {
      seen.push_back(record.issue->code);
    } else {
      EXPECT_FALSE(parser.parse(batch.view(record), record.line, row));
      seen.push_back(row.id + row.source + row.rewrite);
    }
  }
  EXPECT_EQ(seen, (Texts{"\"7\"a\nb", "unclosed_quote", "\"8\"ab"}));
}

}  // namespace
}  // namespace unspin
