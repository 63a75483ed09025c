// Copies that are found, by kind, beside MinHash with LSH: what it takes to see a spun copy.
//
// SET is a folder of originals.jsonl, crawl.jsonl and truth.jsonl, a line of which says of a page
// what `kind` it is and from which originals its `copies` are. FINDINGS are what `unspin audit`
// wrote of that crawl, a column each:
//
//   unspin audit --originals SET/originals.jsonl --crawl SET/crawl.jsonl -o found
//   unspin_audit_recall SET found/findings.jsonl
//
// A copied page is found if one of its originals is named. Of a page without copies it is an error
// if any is. MinHash is taken at its word: whatever shares a band counts as named, unverified.
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

#include "bench/minhash_lsh.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"

namespace unspin::bench {
namespace {

struct TestPage {
  std::string id, kind;
  std::set<std::string> copied;  // ids of originals
};

/// Which originals are named for which page.
struct Column {
  std::string name;
  std::map<std::string, std::set<std::string>> named;
};

std::vector<TestPage> read_truth(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream rows = parser.load_many(path);
  std::vector<TestPage> pages;
  for (const simdjson::dom::element row : rows) {
    TestPage& page = pages.emplace_back();
    page.id = std::string_view(row["page"]);
    page.kind = std::string_view(row["kind"]);
    for (const simdjson::dom::element copy : simdjson::dom::array(row["copies"])) {
      page.copied.emplace(std::string_view(copy["original"]));
    }
  }
  return pages;
}

Column read_findings(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream rows = parser.load_many(path);
  Column column{path, {}};
  for (const simdjson::dom::element row : rows) {
    const std::string_view page = row["page"]["id"];
    column.named[std::string(page)].emplace(std::string_view(row["original"]["id"]));
  }
  return column;
}

/// Calls take(id, main text) for each document in a file of rows.
void for_each_text(const std::string& path,
                   const std::function<void(const std::string&, const std::string&)>& take) {
  const auto rows = open_document_rows(path);
  DocumentPageReader reader;
  DocumentPage page;
  Document document;
  std::vector<DocumentIssue> issues;
  while (rows->next(document, issues)) {
    if (reader.read(document, page)) {
      take(document.id, main_text(page.page).text);
    }
  }
}

Column name_by_minhash(const std::string& set) {
  Column column{fmt::format("MinHash, {} bands of {}", band_count, band_rows), {}};
  MinHasher hasher;
  MinHashLsh lsh;
  std::vector<std::string> ids;
  for_each_text(set + "/originals.jsonl", [&](const std::string& id, const std::string& text) {
    ids.push_back(id);
    lsh.add(hasher.signature(text));
  });
  std::vector<std::uint32_t> candidates;
  for_each_text(set + "/crawl.jsonl", [&](const std::string& id, const std::string& text) {
    lsh.find(hasher.signature(text), candidates);
    for (const std::uint32_t candidate : candidates) {
      column.named[id].insert(ids[candidate]);
    }
  });
  return column;
}

bool is_found(const TestPage& page, const Column& column) {
  const auto named = column.named.find(page.id);
  return named != column.named.end() &&
         (page.copied.empty() || std::ranges::any_of(page.copied, [&](const std::string& original) {
            return named->second.contains(original);
          }));
}

void print(const std::vector<TestPage>& pages, const std::vector<Column>& columns) {
  struct Kind {
    std::size_t pages = 0;
    std::vector<std::size_t> found;
  };
  std::map<std::pair<bool, std::string>, Kind> kinds;  // those with copies first
  for (const TestPage& page : pages) {
    Kind& kind = kinds[{page.copied.empty(), page.kind}];
    ++kind.pages;
    kind.found.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      kind.found[i] += is_found(page, columns[i]) ? 1u : 0u;
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    fmt::print("({}) {}\n", i + 1, columns[i].name);
  }
  bool is_innocent = true;
  for (const auto& [name, kind] : kinds) {
    if (name.first != is_innocent) {
      is_innocent = name.first;
      fmt::print("\n{:<16}{:>8}", is_innocent ? "accused of" : "found of", "pages");
      for (std::size_t i = 0; i < columns.size(); ++i) {
        fmt::print("{:>8}", fmt::format("({})", i + 1));
      }
      fmt::print("\n");
    }
    fmt::print("{:<16}{:>8}", name.second, kind.pages);
    for (const std::size_t found : kind.found) {
      fmt::print("{:>8.4f}", static_cast<double>(found) / static_cast<double>(kind.pages));
    }
    fmt::print("\n");
  }
}

int run(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: unspin_audit_recall SET [FINDINGS]...\n");
    return static_cast<int>(ErrorCode::usage);
  }
  const std::string set = arguments[1];
  std::vector<Column> columns = {name_by_minhash(set)};
  for (int i = 2; i < count; ++i) {
    columns.push_back(read_findings(arguments[i]));
  }
  print(read_truth(set + "/truth.jsonl"), columns);
  return 0;
}

}  // namespace
}  // namespace unspin::bench

int main(int count, char** arguments) {
  try {
    return unspin::bench::run(count, arguments);
  } catch (const unspin::Error& error) {
    fmt::print(stderr, "{}\n{}\n", error.what(), error.remedy());
    return static_cast<int>(error.code());
  } catch (const simdjson::simdjson_error& error) {
    fmt::print(stderr, "truth or findings cannot be read: {}\n", error.what());
    return static_cast<int>(unspin::ErrorCode::unreadable_input);
  }
}
