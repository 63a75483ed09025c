// Main text extraction, for comparison with the literature: how much of what belongs to a page's
// text is found, and how much of what does not.
//
// The set is trafilatura's (Barbaresi 2021, "Trafilatura: a web scraping library"): pages with a
// few snippets each that an extractor must find and must leave out. A JSON object has for each page
// {"file": NAME, "with": [TEXT…], "without": [TEXT…]}; the folder has the pages. White space is
// made one blank; a snippet is found if it is a substring. Precision, recall and F1 are over all
// snippets of all pages. Pages are also counted in two halves by the hash of their names: rules
// that were made up to fit pages of one half do worse on the other.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <simdjson.h>
#include <sstream>
#include <string>
#include <utility>
#include <vector>
#include <xxhash.h>

#include "engine/extract/page.hpp"
#include "engine/text/charset.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

struct TestPage {
  std::string file, html;
  std::vector<std::string> with, without;
};

struct Counts {
  double hits = 0, misses = 0, false_hits = 0, left_out = 0;

  void print(const char* name) const {
    const double precision = hits / std::max(hits + false_hits, 1.0);
    const double recall = hits / std::max(hits + misses, 1.0);
    std::printf("%-28s precision %.3f  recall %.3f  accuracy %.3f  F1 %.3f\n", name, precision,
                recall, (hits + left_out) / (hits + misses + false_hits + left_out),
                2 * precision * recall / (precision + recall));
  }
};

std::string one_blank(std::string_view text) {
  std::string out;
  split_at_white_space(text, [&](std::string_view run) {
    out += out.empty() ? "" : " ";
    out += run;
  });
  return out;
}

std::vector<std::string> texts_of(simdjson::dom::element page, const char* key) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  if (page[key].get(list) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : list) {
      texts.push_back(one_blank(std::string_view(item)));
    }
  }
  return texts;
}

std::vector<TestPage> read_set(const std::string& json, const std::string& folder) {
  simdjson::dom::parser parser;
  std::vector<TestPage> pages;
  for (const auto entry : simdjson::dom::object(parser.load(json))) {
    TestPage page;
    page.file = std::string_view(entry.value["file"]);
    std::ifstream file(folder + "/" + page.file, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    if (!file) {
      std::fprintf(stderr, "%s/%s cannot be read; left out\n", folder.c_str(), page.file.c_str());
      continue;
    }
    page.html = decode(bytes.str(), {}, true).text;
    page.with = texts_of(entry.value, "with");
    page.without = texts_of(entry.value, "without");
    pages.push_back(std::move(page));
  }
  return pages;
}

void count(const TestPage& test, const std::string& text, bool tells, Counts& counts) {
  for (const std::string& snippet : test.with) {
    const bool found = text.find(snippet) != text.npos;
    ++(found ? counts.hits : counts.misses);
    if (tells && !found) {
      std::printf("missed  %s  %s\n", test.file.c_str(), snippet.c_str());
    }
  }
  for (const std::string& snippet : test.without) {
    const bool found = text.find(snippet) != text.npos;
    ++(found ? counts.false_hits : counts.left_out);
    if (tells && found) {
      std::printf("false   %s  %s\n", test.file.c_str(), snippet.c_str());
    }
  }
}

void measure(const char* name, const std::vector<TestPage>& tests, const MainTextRules& rules,
             bool in_detail) {
  PageReader reader({}, rules);
  Page page;
  Counts all;
  Counts halves[2];
  std::chrono::duration<double> taken{};
  for (const TestPage& test : tests) {
    const auto start = std::chrono::steady_clock::now();
    reader.read(test.html, page);
    taken += std::chrono::steady_clock::now() - start;
    const std::string text = one_blank(main_text(page).text);
    const std::uint64_t half = XXH3_64bits(test.file.data(), test.file.size()) % 2;
    count(test, text, false, all);
    count(test, text, in_detail && half == 0, halves[half]);
  }
  all.print(name);
  if (in_detail || std::string_view(name) == "all rules") {
    halves[0].print("  one half");
    halves[1].print("  the other");
    std::printf("%zu pages, %.0f a second\n", tests.size(),
                static_cast<double>(tests.size()) / taken.count());
  }
}

int run(int argument_count, char** arguments) {
  const std::string_view flag = argument_count == 4 ? arguments[3] : "";
  if (argument_count < 3 || (argument_count == 4 && flag != "--ablation" && flag != "--errors")) {
    std::fprintf(stderr, "usage: unspin_main_text JSON FOLDER [--ablation | --errors]\n");
    return 2;
  }
  const std::vector<TestPage> tests = read_set(arguments[1], arguments[2]);
  measure("all rules", tests, {}, flag == "--errors");
  if (flag == "--ablation") {
    constexpr std::pair<const char*, bool MainTextRules::*> switches[] = {
        {"without tags", &MainTextRules::tags},
        {"without names", &MainTextRules::names},
        {"without claims", &MainTextRules::claims},
        {"without ends", &MainTextRules::ends},
        {"without leads", &MainTextRules::leads},
        {"without headings", &MainTextRules::headings},
        {"without bylines", &MainTextRules::bylines},
        {"without captions", &MainTextRules::captions},
        {"without links", &MainTextRules::links},
        {"without linked data", &MainTextRules::linked_data}};
    for (const auto& [name, rule] : switches) {
      MainTextRules rules;
      rules.*rule = false;
      measure(name, tests, rules, false);
    }
    measure("text in blocks alone", tests,
            {false, false, false, false, false, false, false, false, false, false}, false);
  }
  return 0;
}

}  // namespace
}  // namespace unspin

int main(int count, char** arguments) {
  try {
    return unspin::run(count, arguments);
  } catch (const simdjson::simdjson_error& error) {
    std::fprintf(stderr, "%s: %s\n", arguments[1], error.what());
    return 3;
  }
}
