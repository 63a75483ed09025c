// What is fuzzed: each check takes any bytes and throws BrokenPromise if what reads them broke its
// word. Each stands in NAME_target.cpp, whose head says which promises those are, and is the whole
// of the fuzzer fuzz_NAME; seeds/NAME/ holds what its search begins with.
#pragma once

#include <string_view>

namespace unspin::fuzz {

void check_charset(std::string_view input);
void check_content_encoding(std::string_view input);
void check_document_rows(std::string_view input);
void check_documents(std::string_view input);
void check_http(std::string_view input);
void check_json_text(std::string_view input);
void check_page(std::string_view input);
void check_pair_rows(std::string_view input);
void check_plain_text(std::string_view input);
void check_unfold(std::string_view input);
void check_warc(std::string_view input);
void check_words(std::string_view input);

struct Target {
  std::string_view name;
  void (*check)(std::string_view input);
};
inline constexpr Target targets[] = {
    {"charset", check_charset},
    {"content_encoding", check_content_encoding},
    {"document_rows", check_document_rows},
    {"documents", check_documents},
    {"http", check_http},
    {"json_text", check_json_text},
    {"page", check_page},
    {"pair_rows", check_pair_rows},
    {"plain_text", check_plain_text},
    {"unfold", check_unfold},
    {"warc", check_warc},
    {"words", check_words},
};

}  // namespace unspin::fuzz
