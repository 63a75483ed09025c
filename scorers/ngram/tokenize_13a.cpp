#include "scorers/ngram/tokenize_13a.hpp"

#include "scorers/ngram/line_rewriter.hpp"

namespace unspin {

void tokenize_13a(std::string_view line, TokenSink& out) {
  thread_local LineRewriter rewriter;
  rewriter.start(line);
  rewriter.remove("<skipped>");
  rewriter.remove_markup("-\n");
  rewriter.for_each_western(LineRewriter::Padding::blanks, LineRewriter::Possessives::whole,
                            [&](std::string_view token) { out.add(token); });
}

}  // namespace unspin
