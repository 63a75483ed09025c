// A finding with everything in it, made up, and its line.
#pragma once

#include <string>
#include <string_view>

namespace unspin::testing {

/// With `text` for every text in it that others wrote.
inline std::string finding_line_with(std::string_view id, std::string_view json_text) {
  std::string line =
      R"({"schema":1,"id":"ID","page":{"id":"T","file":"T","line":12,"address":"T","date":"T",)"
      R"("title":"T","words":400,"metadata":{"topic":"T"}},)"
      R"("original":{"id":"T","address":"T","date":"T","title":"T","words":300},)"
      R"("verdict":{"label":"spun","confidence":0.875},)"
      R"("shares":{"page":{"before":0.5,"after":0.25},"original":0.125},)"
      R"("passages":[{"page":{"begin":1,"end":9,"begin_word":10,"end_word":40,"text":"T"},)"
      R"("original":{"begin":2,"end":8,"begin_word":3,"end_word":33,"text":"T"},"label":"spun",)"
      R"("confidence":0.875,"score":12.5,"reasons":["T","T"],)"
      R"("discounted":{"quotation":4,"template":2,"ignored":1},)"
      R"("swaps":[{"from":"T","to":"T","count":3,"kind":"synonym"}]}],"also":["T"],)"
      R"("hidden_text":{"words":5,"characters":{"homoglyph":2,"invisible":1}},"signature":"s"})";
  const auto replace = [&](std::string_view mark, std::string_view by) {
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + by.size())) {
      line.replace(at, mark.size(), by);
    }
  };
  replace("\"ID\"", "\"" + std::string(id) + "\"");
  replace("\"T\"", json_text);
  return line;
}

}  // namespace unspin::testing
