#include "engine/report/json_report.hpp"

#include <limits>
#include <simdjson.h>

#include "tests/engine/report/made_up_result.hpp"

namespace unspin {
namespace {

class JsonReport : public MadeUpResult {
 protected:
  std::string json(JsonStyle style = {}) const {
    std::string out;
    append_json(result, style, out);
    return out;
  }
  bool has(std::string_view part, JsonStyle style = {}) const {
    return json(style).find(part) != std::string::npos;
  }
};

TEST_F(JsonReport, IsTheSchema) {
  EXPECT_EQ(
      json(),
      R"({"schema":1,"id":"a\tb","verdict":{"label":"spun","confidence":0.97,"probabilities":{},)"
      R"("reasons":["because \"so\""]},"scores":{"plain:x=1":0.5,"triple":{"precision":0.25,"recall":1,)"
      R"("f1":0.4}},"substitutions":[{"from":"brand","to":"model","count":3,"kind":"constant",)"
      R"("constant":true}],"terms":[{"term":"old term","occurrences":3,"kept":1,"inflected":0,)"
      R"("variants":0,"near_misses":[],"replaced":[{"text":"aged term","count":2}],"lost":0}],)"
      R"("names":{"occurrences":0,"kept":0,"items":[]},)"
      R"("numbers":{"occurrences":0,"kept":0,"items":[]},)"
      R"("urls":{"occurrences":0,"kept":0,"items":[]},)"
      R"("quotes":{"occurrences":0,"kept":0,"items":[]},"obfuscation":{},"spans":[],)"
      R"("issues":[],"topic":"x,y","input_scores":1.10,"signature":"unspin:test"})"
      "\n");
}

TEST_F(JsonReport, ASubstitutionNamesItsResource) {
  evidence.substitutions = {
      row("community", "group", 21, 24, SwapKind::synonym, "WordNet community#1"),
      row("community management", "group administration", 5, 0, SwapKind::constant)};
  evidence.substitutions[1].is_made_of_rows = true;
  EXPECT_TRUE(has(R"("kind":"synonym","constant":false,"resource":"wordnet",)"
                  R"("sense":"WordNet community#1"},)"));
  EXPECT_TRUE(has(R"("kind":"constant","constant":true,"counted_by_word":true}])"));
}

TEST_F(JsonReport, TheVerdictHasItsProbabilities) {
  judgement.verdict.probabilities = {{0.01, 0.97, 0.015, 0.005}};
  EXPECT_TRUE(has(R"("confidence":0.97,"probabilities":{"verbatim":0.01,"spun":0.97,)"
                  R"("paraphrase":0.015,"unrelated":0.005},"reasons":)"));
  judgement.verdict.confidence.reset();
  judgement.verdict.probabilities.reset();
  EXPECT_TRUE(has(R"("confidence":null,"probabilities":{},"reasons":)"));
}

TEST_F(JsonReport, ATermSaysWhatTheGlossaryHasToSay) {
  evidence.terms = {{.term = "hive tool",
                     .occurrences = 9,
                     .kept = 1,
                     .inflected = 2,
                     .variants = 3,
                     .near_misses = {{"hive tol", 1}},
                     .replaced = {{"apiary gadget", 1, true}},
                     .lost = 1,
                     .is_from_glossary = true}};
  EXPECT_TRUE(
      has(R"("terms":[{"term":"hive tool","occurrences":9,"kept":1,"inflected":2,"variants":3,)"
          R"("near_misses":[{"text":"hive tol","count":1}],)"
          R"("replaced":[{"text":"apiary gadget","count":1,"forbidden":true}],"lost":1,)"
          R"("glossary":true}],)"));
}

TEST_F(JsonReport, WhatMovedTheVerdictIsThereIfItIsAskedFor) {
  judgement.verdict.factors = {{.name = "swaps",
                                .meaning = "short swaps",
                                .unit = "%",
                                .value = 20.5,
                                .honest_low = 0.5,
                                .honest_middle = 4.75,
                                .honest_high = 13.5,
                                .pull = -2.25}};
  judgement.verdict.against = Label::paraphrase;
  judgement.verdict.head_start = 1.5;
  EXPECT_FALSE(has("factors"));
  EXPECT_TRUE(has(R"("reasons":["because \"so\""],"against":"paraphrase","head_start":1.5,)"
                  R"("factors":[{"name":"swaps","meaning":"short swaps","unit":"%","value":20.5,)"
                  R"("honest":{"low":0.5,"middle":4.75,"high":13.5},"pull":-2.25}]},)",
                  {.factors = true}));
  judgement.verdict.factors.clear();
  judgement.verdict.against.reset();
  EXPECT_TRUE(has(R"("],"factors":[]},)", {.factors = true}));
}

TEST_F(JsonReport, ThingsToKeepAreCountedTogether) {
  evidence.names = {{.term = "Erica", .occurrences = 3, .kept = 2, .near_misses = {{"Erika", 1}}},
                    {.term = "Finley", .occurrences = 2, .inflected = 1, .lost = 1}};
  evidence.numbers = {{.term = "1,000", .occurrences = 1, .variants = 1}};
  EXPECT_TRUE(
      has(R"("names":{"occurrences":5,"kept":3,"items":[{"term":"Erica","occurrences":3,"kept":2,)"
          R"("inflected":0,"variants":0,"near_misses":[{"text":"Erika","count":1}],"replaced":[],)"
          R"("lost":0},{"term":"Finley",)"));
  EXPECT_TRUE(has(R"("numbers":{"occurrences":1,"kept":1,"items":[{"term":"1,000",)"));
}

TEST_F(JsonReport, FieldsOfTheInputGiveWayToOurs) {
  for (const std::string name : {"names", "numbers", "urls", "quotes"}) {
    extra = {{name, "17"}};
    result.extra = extra;
    EXPECT_TRUE(has("\"input_" + name + "\":17,")) << name;
  }
}

TEST_F(JsonReport, SpansHaveTheirPlacesInThreeUnits) {
  evidence.spans = {{SpanClass::synonym, {0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}},
                    {SpanClass::rewritten, {1, 2, 3, 4, 5, 6}, {7, 7, 9, 9, 11, 11}}};
  EXPECT_TRUE(has(
      R"("spans":[{"class":"synonym","source":{"words":[0,1],"bytes":[2,3],"characters":[4,5]},)"
      R"("rewrite":{"words":[6,7],"bytes":[8,9],"characters":[10,11]}},{"class":"rewritten",)"
      R"("source":{"words":[1,2],"bytes":[3,4],"characters":[5,6]},)"
      R"("rewrite":{"words":[7,7],"bytes":[9,9],"characters":[11,11]}}],)"));
  EXPECT_TRUE(has(R"({"class": "synonym", "source": {"words": [0, 1], "bytes": [2, 3],)",
                  {.indented = true}));
}

TEST_F(JsonReport, HiddenCharactersHaveTheirPlaces) {
  Obfuscation& hidden = evidence.rewrite_obfuscation;
  hidden.characters[static_cast<std::size_t>(Trick::soft_hyphen)] = 2;
  hidden.characters[static_cast<std::size_t>(Trick::homoglyph)] = 1;
  hidden.places = {{Trick::homoglyph, 3, 5, 1}, {Trick::soft_hyphen, 9, 13, 2}};
  EXPECT_TRUE(has(R"("obfuscation":{"rewrite":{"characters":{"soft_hyphen":2,"homoglyph":1},)"
                  R"("places":[{"trick":"homoglyph","bytes":[3,5]},)"
                  R"({"trick":"soft_hyphen","bytes":[9,13]}]}},)"));
}

TEST_F(JsonReport, WhateverIsInItItCanBeRead) {
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  const TextRange longest{most, most, most, most, most, most};
  evidence.spans.assign(300, {SpanClass::identical, longest, longest});
  evidence.spans[7].span_class = SpanClass::rewritten;
  evidence.substitutions = {
      row("\"\\\n", "\x01中文\x7f", most, most, SwapKind::near_spelling, "\"sense\"\t")};
  const std::string odd("O'\0\x1b[31m\"\\\n\u2028", 14);
  evidence.names = {{.term = odd,
                     .occurrences = most,
                     .kept = most,
                     .near_misses = {{odd, most}},
                     .replaced = {{odd, most, true}},
                     .is_from_glossary = true}};
  evidence.quotes = {evidence.names[0], evidence.names[0]};
  judgement.verdict.probabilities = {{0, 1, 1e-300, no_value}};
  evidence.rewrite_obfuscation.characters.fill(3);
  evidence.source_obfuscation.characters.fill(1);
  evidence.source_obfuscation.places = {{Trick::mark_flood, 0, most, most}};
  for (const bool indented : {false, true}) {
    simdjson::dom::parser parser;
    const std::string text = json({.details = true, .indented = indented});
    const simdjson::dom::element read = parser.parse(text);
    EXPECT_EQ(simdjson::dom::array(read["spans"]).size(), 300);
    EXPECT_EQ(std::uint64_t(read["spans"].at(7)["rewrite"]["characters"].at(1)), most);
    const simdjson::dom::element name = read["names"]["items"].at(0);
    EXPECT_EQ(std::string_view(name["term"]), odd);
    EXPECT_EQ(std::string_view(name["near_misses"].at(0)["text"]), odd);
    EXPECT_TRUE(bool(name["replaced"].at(0)["forbidden"]));
    EXPECT_EQ(std::uint64_t(read["quotes"]["kept"]), 2ull * most);
    EXPECT_EQ(double(read["verdict"]["probabilities"]["paraphrase"]), 1e-300);
    EXPECT_TRUE(read["verdict"]["probabilities"]["unrelated"].is_null());
    EXPECT_EQ(std::uint64_t(read["obfuscation"]["source"]["characters"]["mark_flood"]), 1);
  }
}

TEST_F(JsonReport, DetailsHaveTheStatistics) {
  EXPECT_TRUE(has(R"("plain:x=1":{"score":0.5,"edits":7})", {.details = true}));
  EXPECT_TRUE(has(R"("counts":[1,2],"length":3})", {.details = true}));
}

TEST_F(JsonReport, AMissingValueIsNullWithItsReason) {
  scores[0].values[0] = no_value;
  EXPECT_TRUE(has(R"("plain:x=1":null)"));
  EXPECT_TRUE(has(R"("unscored":{"plain:x=1":"there is nothing"})"));
  scores[0].outcome = Measured::over_budget;
  EXPECT_TRUE(has("the table of edits is larger than allowed"));
}

TEST_F(JsonReport, IssuesAreThoseOfThePairAndOfItsEvidence) {
  const std::vector<RowIssue> own{{.code = "invalid_utf8", .message = "repaired"}};
  result.issues = own;
  evidence.issues = {{.code = "not_aligned", .message = "too long"}};
  EXPECT_TRUE(has(R"("issues":[{"code":"invalid_utf8","message":"repaired"},)"
                  R"({"code":"not_aligned","message":"too long"}])"));
}

TEST_F(JsonReport, ABrokenRowHasItsPlace) {
  std::string out;
  append_broken_json("17", {.line = 17, .column = 3, .code = "bad_json", .message = "mend it"},
                     out);
  EXPECT_EQ(out, R"({"schema":1,"id":17,"issues":[{"line":17,"column":3,"code":"bad_json",)"
                 R"("message":"mend it"}]})"
                 "\n");
}

}  // namespace
}  // namespace unspin
