// A hand-made test set of what became of terms, names, numbers, addresses and quotations. It was
// written by somebody who did not know how they are found; each row says what a reader would.
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

#include "scorers/term/addresses.hpp"
#include "scorers/term/names.hpp"
#include "scorers/term/numbers.hpp"
#include "scorers/term/quotations.hpp"
#include "scorers/term/terms.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

std::string folded(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return text;
}

/// "a×1|b×2" with its parts sorted: of equally frequent ones neither need come first.
std::string sorted(const std::string& text) {
  std::multiset<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, '|');) {
    parts.insert(part);
  }
  std::string all;
  for (const std::string& part : parts) {
    all += (all.empty() ? "" : "|") + part;
  }
  return all;
}

std::string listed(const std::vector<TermRecord::Rendering>& renderings) {
  std::string all;
  for (const auto& [text, count, is_forbidden] : renderings) {
    all += (all.empty() ? "" : "|") + text + "×" + std::to_string(count);
  }
  return sorted(all);
}

struct Case {
  std::size_t line = 0;
  std::vector<std::string> fields;
  const std::string& kind() const { return fields[0]; }
  const std::string& item() const { return fields[1]; }
  const std::string& source() const { return fields[2]; }
  const std::string& rewrite() const { return fields[3]; }
  /// occurrences, kept, inflected, variants, near_misses, replaced, lost.
  std::string expected() const {
    std::string all;
    for (std::size_t i = 4; i < 11; ++i) {
      all += sorted(fields[i]) + "/";
    }
    return all;
  }
};

std::vector<Case> cases() {
  std::ifstream file(std::string(places::source_folder) +
                     "/tests/scorers/term/preservation_cases.tsv");
  std::vector<Case> all;
  std::string line;
  std::getline(file, line);  // header
  for (std::size_t number = 2; std::getline(file, line); ++number) {
    Case one{.line = number, .fields = {}};
    std::istringstream stream(line + '\t');
    for (std::string field; std::getline(stream, field, '\t');) {
      one.fields.push_back(field);
    }
    one.fields.resize(12);
    all.push_back(one);
  }
  return all;
}

std::string found(const TermRecord& r) {
  std::ostringstream out;
  out << r.occurrences << '/' << r.kept << '/' << r.inflected << '/' << r.variants << '/'
      << listed(r.near_misses) << '/' << listed(r.replaced) << '/' << r.lost << '/';
  return out.str();
}

const std::vector<TermRecord>& records_of(const std::string& kind, PreparedPair& pair) {
  return kind == "term"     ? pair.shared(find_terms)
         : kind == "name"   ? pair.shared(find_names)
         : kind == "number" ? pair.shared(find_numbers)
         : kind == "url"    ? pair.shared(find_urls)
                            : pair.shared(find_quotes);
}

/// What was found of the item; of "-" whatever was found at all.
std::string found(const Case& one) {
  PreparedPair pair;
  pair.assign({one.source(), one.rewrite()});
  const auto& records = records_of(one.kind(), pair);
  if (one.item() == "-") {
    return records.empty() ? one.expected() : "found " + records.front().term;
  }
  for (const TermRecord& record : records) {
    if (folded(record.term) == folded(one.item())) {
      return found(record);
    }
  }
  std::string all = "not found, only";
  for (const TermRecord& record : records) {
    all += " [" + record.term + "]";
  }
  return all;
}

TEST(PreservationCases, AreNearlyAllRight) {
  std::map<std::string, std::pair<int, int>> right;  // right, all
  int all_right = 0;
  int all = 0;
  for (const Case& one : cases()) {
    const std::string result = found(one);
    const bool is_right = folded(result) == folded(one.expected());
    all_right += is_right ? 1 : 0;
    right[one.kind()].first += is_right ? 1 : 0;
    ++right[one.kind()].second;
    ++all;
    if (!is_right) {
      std::printf("line %zu: %s \"%s\": %s instead of %s\n", one.line, one.kind().c_str(),
                  one.item().c_str(), result.c_str(), one.expected().c_str());
    }
  }
  for (const auto& [kind, counts] : right) {
    std::printf("%s: %d of %d right\n", kind.c_str(), counts.first, counts.second);
  }
  EXPECT_GE(all, 200);
  EXPECT_GE(all_right, 0.95 * all);
}

}  // namespace
}  // namespace unspin
