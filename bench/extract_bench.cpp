// From a page to its main text. `extract/page` reads an article page of some 60 KB as sites serve
// them: scripts, styles, navigation, a sidebar and comments around 6 KB of text. `extract/libxml2`
// parses the same bytes by libxml2 alone, which calls functions that do nothing: what the parser
// would cost if it were given the whole page.
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>
#include <memory>
#include <string>

#include "bench/benchmarks.hpp"
#include "engine/extract/page.hpp"

namespace unspin::bench {
namespace {

constexpr std::size_t article_bytes = 6000;

std::string times(std::size_t count, const std::string& html) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += html;
  }
  return all;
}

/// The first sentences of a text in paragraphs of some 400 bytes.
std::string paragraphs(const std::string& text) {
  std::string html;
  std::size_t begin = 0;
  while (begin < std::min(text.size(), article_bytes)) {
    const std::size_t end = std::min(text.find(". ", begin + 400), text.size() - 1) + 1;
    html += "<p class=\"c-text c-text--large\" data-id=\"7f3a\">" +
            text.substr(begin, end - begin) + "</p>\n";
    begin = end;
  }
  return html;
}

std::string article_page(const std::string& text) {
  const std::string link =
      "<li class=\"menu__item menu__item--level-2\"><a class=\"menu__link\" "
      "href=\"/section/of/the/site?ref=menu&amp;id=42\" data-track=\"menu-click\">A "
      "section</a></li>\n";
  const std::string script =
      "<script>(function (w, d) { var q = w.queue = w.queue || []; q.push(['set', 'a<b', 1]); "
      "for (var i = 0; i < q.length; i++) { d.write('<p>' + q[i] + '</p>'); } })(window, document);"
      "</script>\n";
  const std::string teaser =
      "<div class=\"card card--related\"><a href=\"/other/page\"><img src=\"/i/1.jpg\" "
      "srcset=\"/i/1.jpg 1x, /i/1@2x.jpg 2x\" alt=\"A picture\" loading=\"lazy\"><h3>Another page "
      "that one could read</h3></a><p>Two lines about it, to make you look.</p></div>\n";
  const std::string comment =
      "<li class=\"comment\"><div class=\"comment-meta\"><b>A reader</b> <time "
      "datetime=\"2024-05-31\">yesterday</time></div><div class=\"comment-body\"><p>I have read "
      "this with pleasure, and I think that there is more to say about it.</p></div></li>\n";
  return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A title | "
         "Site</title>"
         "<style>" +
         times(60, ".c-text { margin: 0 auto; max-width: 42rem } .hidden { display: none }\n") +
         "</style>" + times(110, script) + "</head><body class=\"single has-sidebar\"><nav><ul>" +
         times(60, link) +
         "</ul></nav><main><article><h1>A title</h1><div class=\"post-content\">" +
         paragraphs(text) + "</div></article><aside>" + times(12, teaser) + "</aside>" +
         "<section class=\"comments\"><ol>" + times(20, comment) +
         "</ol></section></main><footer>" + times(30, link) + "</footer>" + times(20, script) +
         "</body></html>\n";
}

void count_page(benchmark::State& state, const std::string& page) {
  const auto passes = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(passes);
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(page.size()));
}

void read_by_us(benchmark::State& state, const std::string& html) {
  PageReader reader;
  Page page;
  for (auto iteration : state) {
    reader.read(html, page);
    benchmark::DoNotOptimize(page.blocks.data());
  }
  const std::string text = main_text(page).text;
  if (text.size() < article_bytes || text.find("A reader") != text.npos) {
    state.SkipWithError("this is not the main text");
  }
  count_page(state, html);
}

void parse_by_libxml2(benchmark::State& state, const std::string& html) {
  htmlSAXHandler events{};
  events.startElement = [](void*, const xmlChar*, const xmlChar**) {};
  events.endElement = [](void*, const xmlChar*) {};
  events.characters = [](void*, const xmlChar*, int) {};
  for (auto iteration : state) {
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlCreatePushParserCtxt(&events, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        htmlFreeParserCtxt);
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                          HTML_PARSE_IGNORE_ENC);
    htmlParseChunk(context.get(), html.data(), static_cast<int>(html.size()), 1);
  }
  count_page(state, html);
}

}  // namespace

void register_extract_benchmarks(const Inputs& inputs) {
  const std::string page = article_page(inputs.ascii_text);
  benchmark::RegisterBenchmark("extract/page", [page](benchmark::State& state) {
    read_by_us(state, page);
  })->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("extract/libxml2", [page](benchmark::State& state) {
    parse_by_libxml2(state, page);
  })->Unit(benchmark::kMicrosecond);
}

}  // namespace unspin::bench
