// What a person reads who made a mistake, and that nobody else reads anything.
#include "engine/evaluate/input_checks.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace unspin {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* adjectives[] = {"old", "grey", "quiet", "narrow", "famous", "empty", "steep"};
constexpr const char* nouns[] = {"harbour", "orchard", "station", "library", "bakery"};
constexpr const char* verbs[] = {"opens", "closes", "changes", "waits", "burns", "sleeps"};

/// Line i is about segment i and unlike all others; versions of a segment are alike.
std::string sentence(std::size_t segment, std::string_view version = "") {
  return fmt::format("The {} {} {}{} after {} days.", adjectives[segment % 7], nouns[segment % 5],
                     verbs[segment % 6], version, 11 * segment);
}

Lines sentences(std::size_t count, std::string_view version = "") {
  Lines lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines.push_back(sentence(i, version));
  }
  return lines;
}

struct Given {
  std::vector<std::pair<std::string, Lines>> systems, references;
  Lines source = {};
  bool force = false;
  bool case_matters = true;
};

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  return text;
}

std::vector<InputRemark> checked(const Given& given) {
  Segments segments;
  for (const auto& [name, lines] : given.systems) {
    segments.systems.push_back(segments_of(name, joined(lines)));
  }
  for (const auto& [name, lines] : given.references) {
    segments.references.push_back(segments_of(name, joined(lines)));
  }
  if (!given.source.empty()) {
    segments.source = segments_of("source.txt", joined(given.source));
  }
  return check_inputs(segments,
                      {.may_be_tokenized = given.force, .case_matters = given.case_matters});
}

/// All remarks as a person reads them.
std::string said(const Given& given) {
  std::string text;
  for (const InputRemark& remark : checked(given)) {
    text += remark.severity == InputRemark::Severity::error ? "error: " : "warning: ";
    text += remark.what + "\n  " + remark.remedy + "\n";
  }
  return text;
}

#define EXPECT_SAYS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

TEST(InputChecks, HonestFilesGetNoRemark) {
  EXPECT_EQ(said({{{"a.txt", sentences(300, " again")}, {"b.txt", sentences(300, " once")}},
                  {{"ref1.txt", sentences(300)}, {"ref2.txt", sentences(300, " slowly")}},
                  sentences(300, " soon")}),
            "");
  EXPECT_EQ(said({{{"a.txt", {"The cat sat."}}}, {{"r.txt", {"The cat sat."}}}}), "");
  EXPECT_EQ(said({{{"a.txt", {"the cat sat", "a dog"}}}, {{"r.txt", {"The cat sat.", "A dog."}}}}),
            "");
  EXPECT_EQ(said({{{"fr.txt", Lines(200, "Vraiment ? Oui ! Il a dit : « non ».")}},
                  {{"r.txt", Lines(200, "Vraiment ? Oui ! Il dit « non ».")}}}),
            "");
  EXPECT_EQ(said({{{"zh.txt", Lines(200, "他说，今天天气很好。")}},
                  {{"r.txt", Lines(200, "他说今天天气好。")}}}),
            "");
}

TEST(InputChecks, ReferencesOneBelowTheOther) {
  Lines nested;
  for (std::size_t i = 0; i < 40; ++i) {
    nested.push_back(sentence(i));
    nested.push_back(sentence(i, " slowly"));
  }
  EXPECT_EQ(said({{{"sys.txt", sentences(40, " again")}}, {{"ref.txt", nested}}}),
            "error: sys.txt has 40 lines, ref.txt has 80 lines, 2 for each: the references of a "
            "segment seem to stand one below the other\n"
            "  give a file for each reference: split -n r/2 ref.txt part.\n");
}

TEST(InputChecks, ReferencesOneAfterTheOther) {
  Lines concatenated = sentences(40);
  for (const std::string& line : sentences(40, " slowly")) {
    concatenated.push_back(line);
  }
  EXPECT_EQ(said({{{"sys.txt", sentences(40, " again")}}, {{"ref.txt", concatenated}}}),
            "error: sys.txt has 40 lines, ref.txt has 80 lines, 2 for each: 2 references seem to "
            "stand one after the other in it\n"
            "  give a file for each reference: split -l 40 ref.txt part.\n");
}

TEST(InputChecks, SeveralOutputsInOneFile) {
  Lines best;
  for (std::size_t i = 0; i < 40; ++i) {
    best.push_back(sentence(i, " again"));
    best.push_back(sentence(i, " once"));
    best.push_back(sentence(i, " soon"));
  }
  const std::string text = said({{{"nbest.txt", best}}, {{"ref.txt", sentences(40)}}});
  EXPECT_SAYS(text,
              "error: ref.txt has 40 lines, nbest.txt has 120 lines, 3 for each: the outputs");
  EXPECT_SAYS(text, "give a file for each output: split -n r/3 nbest.txt part.");
}

TEST(InputChecks, ReferencesGivenBySegment) {
  // Three segments with two references each, as [["a1", "a2"], ["b1", "b2"], ["c1", "c2"]].
  const std::string text = said({{{"sys.txt", sentences(3, " again")}},
                                 {{"a.txt", {sentence(0), sentence(0, " slowly")}},
                                  {"b.txt", {sentence(1), sentence(1, " slowly")}},
                                  {"c.txt", {sentence(2), sentence(2, " slowly")}}}});
  EXPECT_EQ(text,
            "error: there are 3 reference files, and sys.txt has 3 lines: each reference file "
            "seems to hold all references of one segment (a.txt has 2 lines)\n"
            "  a reference file holds one reference of every segment, a line each; this makes "
            "such files: awk '{ print > (\"reference\" FNR \".txt\") }' FILES\n");
}

TEST(InputChecks, ReferencesGivenBySegmentWhereTheNumbersFit) {
  const Lines system = sentences(2, " again");
  const Lines of_first = {sentence(0), sentence(0, " slowly")};
  const Lines of_second = {sentence(1), sentence(1, " slowly")};
  const std::string text =
      said({{{"sys.txt", system}}, {{"a.txt", of_first}, {"b.txt", of_second}}});
  EXPECT_SAYS(text, "warning: sys.txt is like the references if file i holds those of segment i");
  EXPECT_SAYS(text, "awk ");
  EXPECT_EQ(
      said({{{"sys.txt", system}}, {{"a.txt", sentences(2)}, {"b.txt", sentences(2, " slowly")}}}),
      "");
}

TEST(InputChecks, SeveralReferencesALine) {
  Lines table;
  for (std::size_t i = 0; i < 40; ++i) {
    table.push_back(sentence(i) + "\t" + sentence(i, " slowly"));
  }
  EXPECT_EQ(said({{{"sys.txt", sentences(40, " again")}}, {{"ref.tsv", table}}}),
            "error: each line of ref.tsv has 2 fields between tabs: several references a line?\n"
            "  give a file for each reference: cut -f1 ref.tsv > reference1.txt; cut -f2 ref.tsv "
            "> reference2.txt\n");
}

TEST(InputChecks, AFileThatEndsTooSoon) {
  const std::string text =
      said({{{"sys.txt", sentences(37, " again")}}, {{"ref.txt", sentences(40)}}});
  EXPECT_SAYS(text,
              "error: sys.txt has 37 lines, ref.txt has 40 lines: sys.txt ends where ref.txt goes "
              "on with line 38: “" +
                  sentence(37));
  EXPECT_SAYS(text, "was a run cut short");
}

TEST(InputChecks, ALineThatIsMissingInTheMiddle) {
  Lines system = sentences(40, " again");
  system.erase(system.begin() + 17);
  const std::string text = said({{{"sys.txt", system}}, {{"ref.txt", sentences(40)}}});
  EXPECT_SAYS(text,
              "sys.txt has 39 lines, ref.txt has 40 lines: sys.txt has nothing for line 18 of "
              "ref.txt, “" +
                  sentence(17) + "”; up to there the lines fit");
}

TEST(InputChecks, AnEmptyLineAtTheEnd) {
  Lines system = sentences(40, " again");
  system.emplace_back();
  const std::string text = said({{{"sys.txt", system}}, {{"ref.txt", sentences(40)}}});
  EXPECT_SAYS(text,
              "ref.txt has 40 lines, sys.txt has 41 lines: sys.txt ends in 1 line without text");
  EXPECT_SAYS(text, "take the extra line end away");
}

TEST(InputChecks, CharactersThatOthersTakeForLineEnds) {
  for (const auto& [bytes, name] : {std::pair{"\xe2\x80\xa8", "U+2028 (line separator)"},
                                    {"\xc2\x85", "U+0085 (next line)"},
                                    {"\r", "a carriage return"},
                                    {"\\n", "\\n, written as two characters"}}) {
    Lines reference = sentences(40);
    reference[16] += std::string(bytes) + "More.";
    const std::string text =
        said({{{"sys.txt", sentences(41, " again")}}, {{"ref.txt", reference}}});
    EXPECT_SAYS(text, fmt::format("line 17 of ref.txt has {} in it, and taking that for a line end "
                                  "explains the difference",
                                  name));
    EXPECT_SAYS(text, "splitlines()");
  }
  Lines reference = sentences(40);
  reference[3] += "\xe2\x80\xa8More.";
  reference[9] += "\fMore.";
  EXPECT_SAYS(said({{{"sys.txt", sentences(42, " again")}}, {{"ref.txt", reference}}}),
              "line 4 of ref.txt has a character that Python's str.splitlines() takes");
}

TEST(InputChecks, CharactersThatDoNotExplainTheDifferenceAreNotBlamed) {
  Lines reference = sentences(40);
  reference[3] += "\xe2\x80\xa8One.\xe2\x80\xa8Two.";
  EXPECT_EQ(said({{{"sys.txt", sentences(41, " again")}}, {{"ref.txt", reference}}}).find("U+2028"),
            std::string::npos);
}

TEST(InputChecks, AWholeDocumentOnOneLine) {
  std::string document;
  for (const std::string& line : sentences(60, " again")) {
    document += line + " ";
  }
  EXPECT_EQ(said({{{"sys.txt", {document}}}, {{"ref.txt", sentences(60)}}}),
            "error: sys.txt has 1 line, ref.txt has 60 lines: a whole document stands on one line "
            "of sys.txt\n  write one segment a line, as ref.txt has them\n");
  EXPECT_SAYS(said({{{"sys.txt", {document}}}, {{"ref.txt", {document + "Really."}}}}),
              "warning: all of sys.txt is one line of");
}

TEST(InputChecks, SystemsWithoutText) {
  EXPECT_SAYS(said({{{"sys.txt", {}}}, {{"ref.txt", sentences(40)}}}), "error: sys.txt is empty");
  EXPECT_SAYS(said({{{"sys.txt", Lines(40)}}, {{"ref.txt", sentences(40)}}}),
              "error: sys.txt has 40 lines and no text in any");
}

TEST(InputChecks, LinesWithoutText) {
  Lines system = sentences(200, " again");
  const auto text_with_empty = [&](std::size_t line) {
    system[line] = " ";
    return said({{{"sys.txt", system}}, {{"ref.txt", sentences(200)}}});
  };
  EXPECT_EQ(text_with_empty(100), "");
  EXPECT_SAYS(text_with_empty(42),
              "warning: 2 of 200 lines of sys.txt have no text, the first is line 43");
  Lines references = sentences(200);
  references[7].clear();
  references[8].clear();
  EXPECT_SAYS(said({{{"sys.txt", sentences(200, " again")}}, {{"ref.txt", references}}}),
              "warning: 2 of 200 segments have no reference, the first is line 8");
  // sacreBLEU's way to say that a segment has no second reference.
  EXPECT_EQ(said({{{"sys.txt", sentences(200, " again")}},
                  {{"ref.txt", sentences(200)}, {"ref2.txt", references}}}),
            "");
}

TEST(InputChecks, TokenizedText) {
  Lines system;
  for (std::size_t i = 0; i < 40; ++i) {
    system.push_back(
        fmt::format("The {} {} , it is said , waits .", adjectives[i % 7], nouns[i % 5]));
  }
  const Given given{{{"sys.tok", system}}, {{"ref.txt", sentences(40)}}};
  const std::string text = said(given);
  EXPECT_SAYS(text,
              "warning: sys.tok looks tokenized: 40 of 40 lines have a space before their comma or "
              "full stop, such as line 1: “The old harbour , it is said , waits .”");
  EXPECT_SAYS(text, "--force if it must be so");
  EXPECT_EQ(said({given.systems, given.references, {}, true}), "");
}

TEST(InputChecks, AHundredTokenizedFullStopsAreWhatSacrebleuWarnsOf) {
  Lines system = sentences(1000, " again");
  for (std::size_t i = 0; i < 99; ++i) {
    system[i].insert(system[i].size() - 1, " ");
  }
  EXPECT_EQ(said({{{"sys.txt", system}}, {{"ref.txt", sentences(1000)}}}), "");
  system[500] = "This too .";
  EXPECT_SAYS(said({{{"sys.txt", system}}, {{"ref.txt", sentences(1000)}}}),
              "100 of 1000 lines have a space before their comma or full stop");
  for (const std::string& line : sentences(9001, " again")) {
    system.push_back(line);
  }
  EXPECT_EQ(said({{{"sys.txt", system}}, {{"ref.txt", sentences(10'001)}}}), "");
}

TEST(InputChecks, PiecesOfWordsAndEscapes) {
  const auto text_with = [](const std::string& line) {
    Lines system = sentences(40, " again");
    system[20] = line;
    return said({{{"sys.txt", system}}, {{"ref.txt", sentences(40)}}});
  };
  EXPECT_SAYS(text_with("The har@@ bour opens."),
              "1 of 40 lines have “@@ ” between parts of words");
  EXPECT_SAYS(text_with("▁The ▁har bour ▁opens ."),
              "“▁” before words (SentencePiece), such as line 21");
  EXPECT_SAYS(text_with("The harbour &apos;s gate"), "escapes such as “&apos;”");
  EXPECT_EQ(text_with("A patch begins with @@ -1,3 +1,4 @@ and so on."), "");
  EXPECT_EQ(text_with("SentencePiece writes ▁ before words."), "");
}

TEST(InputChecks, TextsThatAreTheSame) {
  const Lines lines = sentences(40);
  EXPECT_SAYS(said({{{"sys.txt", lines}}, {{"ref.txt", lines}}}),
              "warning: sys.txt and ref.txt hold the same text: a system is compared with itself");
  EXPECT_SAYS(said({{{"sys.txt", lines}}, {{"ref.txt", sentences(40, " again")}}, lines}),
              "warning: sys.txt and source.txt hold the same text: the system copies its source");
  EXPECT_SAYS(said({{{"a.txt", lines}, {"b.txt", lines}}, {{"ref.txt", sentences(40, " again")}}}),
              "warning: a.txt and b.txt hold the same text: two systems are one");
  EXPECT_SAYS(said({{{"a.txt", lines}},
                    {{"r.txt", sentences(40, " again")}, {"s.txt", sentences(40, " again")}}}),
              "warning: r.txt and s.txt hold the same text: a reference is counted twice");
}

TEST(InputChecks, AFileThatIsGivenTwice) {
  const std::string here = std::filesystem::temp_directory_path();
  EXPECT_SAYS(said({{{here, {"a b"}}}, {{here + "/.", {"a b"}}}}), "are the same file");
}

TEST(InputChecks, ColumnsOfOneFileAreNoTwins) {
  const std::string here = std::filesystem::temp_directory_path();
  EXPECT_EQ(said({{{"sys.txt", sentences(40, " again")}},
                  {{here, sentences(40)}, {here, sentences(40, " slowly")}}}),
            "");
}

TEST(InputChecks, LowerCasedText) {
  Lines lower;
  for (std::string line : sentences(40)) {
    line[0] = 't';
    lower.push_back(line + " again");
  }
  const Given given{{{"sys.txt", lower}}, {{"ref.txt", sentences(40)}}};
  EXPECT_SAYS(said(given),
              "warning: sys.txt has no capital letter, and ref.txt has: is it lower-cased?");
  EXPECT_SAYS(said({given.references, given.systems}), "ref.txt has: is it lower-cased?");
  EXPECT_EQ(said({given.systems, given.references, {}, false, false}), "");
}

TEST(InputChecks, TextLowerCasedByAProgramThatKnowsAsciiOnly) {
  Lines system(40, "the harbour waits.");
  system[7] =
      "\xC3\x9C"
      "ber the harbour.";
  EXPECT_SAYS(said({{{"sys.txt", system}}, {{"ref.txt", sentences(40)}}}),
              "sys.txt has hardly a capital letter, and ref.txt has: is it lower-cased?");
}

TEST(InputChecks, ColumnsInASystem) {
  Lines system = sentences(20);
  for (std::string& line : system) {
    line += "\tand what another said";
  }
  EXPECT_SAYS(said({{{"sys.txt", system}}, {{"ref.txt", sentences(20, " too")}}}),
              "20 of 20 lines of sys.txt have a tab: several columns?\n  give the column of the "
              "system alone: cut -f1 sys.txt");
}

TEST(InputChecks, BytesThatAreNoUtf8) {
  Lines system = sentences(40, " again");
  system[11] = "Gr\xfc\xdf Gott";
  system[20] =
      "Gr\xfc\xdf"
      "e";
  EXPECT_EQ(said({{{"sys.txt", system}}, {{"ref.txt", sentences(40)}}}),
            "warning: sys.txt: 2 lines are not UTF-8, the first is line 12: “Gr�� Gott”\n"
            "  what is not became U+FFFD; convert the file: iconv -f WINDOWS-1252 -t UTF-8 "
            "sys.txt\n");
  std::string utf16 = "\xff\xfe";
  for (const char letter : std::string("ab cd ef\ngh ij kl\n")) {
    utf16 += {letter, '\0'};
  }
  const Segments segments{.systems = {segments_of("sys.txt", utf16)},
                          .references = {segments_of("ref.txt", "ab cd ef\ngh ij kl\n")}};
  const auto remarks = check_inputs(segments);
  ASSERT_EQ(remarks.size(), 1u);
  EXPECT_EQ(remarks[0].what, "sys.txt seems to be UTF-16");
  EXPECT_SAYS(remarks[0].remedy, "iconv -f UTF-16 -t UTF-8 sys.txt");
}

TEST(InputChecks, ErrorsComeFirst) {
  const auto remarks =
      checked({{{"sys.txt", sentences(39, " again")}},
               {{"a.txt", Lines(39, "one two , three .")}, {"b.txt", sentences(40)}}});
  ASSERT_EQ(remarks.size(), 2u);
  EXPECT_EQ(remarks[0].severity, InputRemark::Severity::error);
  EXPECT_EQ(remarks[1].severity, InputRemark::Severity::warning);
}

}  // namespace
}  // namespace unspin
