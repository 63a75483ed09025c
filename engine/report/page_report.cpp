#include "engine/report/page_report.hpp"

#include <array>
#include <fmt/format.h>
#include <string_view>

#include "engine/report/json_writer.hpp"
#include "engine/report/line_writer.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr std::array<std::string_view, 7> kind_names = {
    "paragraph", "heading", "list_item", "quote", "code", "table_row", "caption"};

std::string_view name_of(BlockKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string_view name_of(CharsetBy by) {
  constexpr std::array<std::string_view, 5> names = {"form", "byte_order_mark", "container", "page",
                                                     "detection"};
  return names[static_cast<std::size_t>(by)];
}

/// The page's own date counts before that of the crawl.
std::string_view date_of(const Document& document, const Page& page) {
  return page.date.empty() ? std::string_view(document.date) : std::string_view(page.date);
}

/// Runs of characters that are no blanks: an order of magnitude, in any language.
std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    words += !is_blank && !in_word ? 1u : 0u;
    in_word = !is_blank;
  }
  return words;
}

void write_block(JsonWriter& json, const PageBlock& block, std::string_view text) {
  json.begin_object();
  json.key("kind").value(name_of(block.kind));
  if (block.level > 0) {
    json.key("level").value(std::uint64_t{block.level});
  }
  json.key("role").value(name_of(block.role));
  json.key("begin").value(block.begin).key("end").value(block.end);
  json.key("text").value(text);
  json.end_object();
}

void write_issues(JsonWriter& json, const DocumentPage& read) {
  json.key("issues").begin_array();
  for (const PageIssue& issue : read.page.issues) {
    json.begin_object().key("code").value(issue.code).key("message").value(issue.message);
    json.end_object();
  }
  if (read.decoded.replaced > 0) {
    json.begin_object().key("code").value("undecodable");
    json.key("message").value(fmt::format("{} sequences are not {}; U+FFFD stands for each",
                                          read.decoded.replaced, read.decoded.charset));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void append_page_json(const Document& document, const DocumentPage& read, bool with_blocks,
                      std::string& out) {
  const Page& page = read.page;
  const std::string text = main_text(page).text;
  JsonWriter json(out);
  json.begin_object().key("schema").value(std::uint64_t{1});
  json.key("id").value(document.id).key("file").value(document.file);
  if (document.line > 0) {
    json.key("line").value(document.line);
  } else {
    json.key("offset").value(document.offset);
  }
  json.known("address", document.address);
  json.known("date", date_of(document, page));
  json.key("media_type").value(read.type);
  json.key("charset").begin_object().key("name").value(read.decoded.charset);
  json.key("by").value(name_of(read.decoded.by)).end_object();
  json.known("title", page.title);
  json.known("language", page.language);
  json.known("canonical", page.canonical);
  json.key("words").value(std::uint64_t{count_words(text)});
  json.key("text").value(text);
  if (with_blocks) {
    json.key("blocks").begin_array();
    for (const PageBlock& block : page.blocks) {
      write_block(json, block, page.text_of(block));
    }
    json.end_array();
  }
  json.key("hidden").begin_array();
  for (const PageBlock& block : page.hidden) {
    write_block(json, block, page.hidden_text_of(block));
  }
  json.end_array();
  write_issues(json, read);
  json.key("metadata").begin_object();
  for (const auto& [name, value] : document.metadata) {
    json.key(name).raw(value);
  }
  json.end_object().end_object();
  out += '\n';
}

void append_page_text(const Document& document, const DocumentPage& read,
                      const TerminalStyle& style, std::string& out) {
  constexpr std::size_t indent = 2;
  const Page& page = read.page;
  const std::string main = main_text(page).text;
  const std::string_view text = main;
  LineWriter line(style.width, style.colour, out);
  const std::string& name = document.address.empty() ? document.id : document.address;
  line.wrapped(printable(name), indent, Tone::strong);
  std::size_t words = 0;
  for (const PageBlock& block : page.blocks) {
    words += count_words(page.text_of(block));
  }
  std::string facts = fmt::format("{} of {} words", count_words(text), words);
  for (const std::string_view fact :
       {std::string_view(page.language), date_of(document, page), std::string_view(read.type)}) {
    facts += fact.empty() ? "" : fmt::format(" · {}", fact);
  }
  facts += fmt::format(" · {}", read.decoded.charset);
  if (!document.address.empty()) {
    facts += document.line > 0 ? fmt::format(" · {}, line {}", document.file, document.line)
                               : fmt::format(" · {}, byte {}", document.file, document.offset);
  }
  line.wrapped(printable(facts), indent, Tone::faint);
  for (const PageIssue& issue : page.issues) {
    line.wrapped(printable(issue.message), indent, Tone::warning);
  }
  const std::string_view first = text.substr(0, text.find("\n\n"));
  if (!page.title.empty() && page.title != first) {
    line.end_line();
    line.wrapped(printable(page.title), indent, Tone::underlined);
  }
  bool is_after_main = true;
  for (const PageBlock& block : page.blocks) {
    if (!block.is_main() && !style.show_all) {
      continue;
    }
    if (block.is_main() || is_after_main) {
      line.end_line();
    }
    is_after_main = block.is_main();
    if (!block.is_main()) {
      line.put(fmt::format("[{}] ", name_of(block.role)), Tone::warning);
    }
    const bool is_item = block.kind == BlockKind::list_item;
    const Tone tone = !block.is_main()                   ? Tone::faint
                      : block.kind == BlockKind::heading ? Tone::strong
                                                         : Tone::plain;
    line.wrapped((is_item ? "• " : "") + printable(page.text_of(block)), is_item ? indent : 0,
                 tone);
  }
  for (const PageBlock& block : page.hidden) {
    line.end_line();
    line.put("[hidden] ", Tone::bad);
    line.wrapped(printable(page.hidden_text_of(block)), 0, Tone::bad);
  }
  line.end_section();
}

}  // namespace unspin
