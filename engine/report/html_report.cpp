#include "engine/report/html_report.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/report/html_marked_text.hpp"
#include "engine/report/html_pictures.hpp"
#include "engine/report/html_pieces.hpp"
#include "engine/report/html_side.hpp"
#include "engine/report/html_tables.hpp"
#include "engine/report/html_template.hpp"
#include "engine/report/html_verdict.hpp"

namespace unspin {

extern const Markup pair_page;  // made by the build

namespace {

class Page {
 public:
  Page(const PairResult& result, const TitledText& source, const TitledText& rewrite,
       std::string& out)
      : result_(result),
        verdict_(result.judgement->verdict),
        evidence_(result.judgement->evidence),
        source_(source),
        rewrite_(rewrite),
        pieces_(pieces_of(evidence_)),
        counts_(counts_of(pieces_)),
        html_(out) {}

  void write() {
    fill_template(pair_page, html_, [this](std::string_view name) { fill(name); });
  }

 private:
  void fill(std::string_view name) {
    const auto filler = std::ranges::find(fillers, name, &Filler::name);
    if (filler != fillers.end()) {
      (this->*filler->fill)();
    }
  }

  void title() {
    html_.markup(headline_of(verdict_.label)).markup(": ").text(rewrite_.title);
    html_.markup(" beside ").text(source_.title);
  }
  void label() { html_.text(name_of(verdict_.label)); }
  void verdict() { put_verdict(verdict_, html_); }
  void source_title() { put_title(source_); }
  void rewrite_title() { put_title(rewrite_); }
  void source_words() { html_.count(source_.text.words->size()); }
  void rewrite_words() { html_.count(rewrite_.text.words->size()); }
  void reasons() { put_reasons(verdict_, html_); }
  void factors() { put_factors(verdict_, html_); }

  void notes() {
    for (const RowIssue& issue : result_.all_issues()) {
      html_.markup("<p class=\"note\"><b>Note</b> ").text(issue.message).markup("</p>\n");
    }
  }

  void composition() {
    put_composition(verdict_.label, counts_, html_);
    put_composition_picture(counts_, html_);
  }
  void source_strip() { put_strip_picture(pieces_, Side::source, html_); }
  void rewrite_strip() { put_strip_picture(pieces_, Side::rewrite, html_); }

  void legend() {
    struct Entry {
      PieceKind kind;
      Markup name;
    };
    constexpr std::array names{
        Entry{PieceKind::same, "the same"}, Entry{PieceKind::swapped, "swapped"},
        Entry{PieceKind::reworded, "reworded"}, Entry{PieceKind::small, "small change"},
        Entry{PieceKind::alone, "left out or put in"}};
    for (const auto& [kind, name] : names) {
      html_.markup("<button type=\"button\" aria-pressed=\"true\" data-kind=\"");
      html_.markup(class_of(kind)).markup("\"><span class=\"").markup(class_of(kind));
      html_.markup("\">").markup(name).markup("</span> ");
      if (kind == PieceKind::same) {
        html_.count(counts_.rewrite_words[static_cast<std::size_t>(kind)]).markup(" words");
      } else {
        const std::size_t places = counts_.pieces[static_cast<std::size_t>(kind)];
        html_.count(places).markup(places == 1 ? Markup(" place") : Markup(" places"));
      }
      html_.markup("</button>\n");
    }
    if (evidence_.source_obfuscation.all() + evidence_.rewrite_obfuscation.all() > 0) {
      html_.markup("<span class=\"key\"><span class=\"hidden\">·</span> hidden characters</span>");
    }
  }

  void source() {
    put_side(source_.text, Side::source, pieces_, evidence_.source_obfuscation.places, html_);
  }
  void rewrite() {
    put_side(rewrite_.text, Side::rewrite, pieces_, evidence_.rewrite_obfuscation.places, html_);
  }

  void swaps() {
    if (verdict_.label == Label::unrelated) {
      html_.markup(
          "<p>What stands in the same place of unrelated texts was not swapped: there is "
          "no table.</p>\n");
    } else {
      put_swap_table(evidence_, html_);
    }
  }
  void things() { put_thing_tables(evidence_, html_); }
  void hidden() { put_hidden_table(evidence_, html_); }
  void signature() { html_.text(result_.signature); }

  /// The words of each piece in either text, one after the other.
  void pieces() {
    html_.markup("[");
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      html_.markup(i == 0 ? Markup("") : Markup(","))
          .number(pieces_[i].source_end - pieces_[i].source_begin);
      html_.markup(",").number(pieces_[i].rewrite_end - pieces_[i].rewrite_begin);
    }
    html_.markup("]");
  }

  void put_title(const TitledText& text) {
    html_.markup("<bdi>").text(text.title).markup("</bdi>");
  }

  struct Filler {
    std::string_view name;
    void (Page::*fill)();
  };
  static constexpr std::array fillers = {Filler{"title", &Page::title},
                                         Filler{"label", &Page::label},
                                         Filler{"verdict", &Page::verdict},
                                         Filler{"source_title", &Page::source_title},
                                         Filler{"rewrite_title", &Page::rewrite_title},
                                         Filler{"source_words", &Page::source_words},
                                         Filler{"rewrite_words", &Page::rewrite_words},
                                         Filler{"reasons", &Page::reasons},
                                         Filler{"notes", &Page::notes},
                                         Filler{"factors", &Page::factors},
                                         Filler{"composition", &Page::composition},
                                         Filler{"source_strip", &Page::source_strip},
                                         Filler{"rewrite_strip", &Page::rewrite_strip},
                                         Filler{"legend", &Page::legend},
                                         Filler{"source", &Page::source},
                                         Filler{"rewrite", &Page::rewrite},
                                         Filler{"swaps", &Page::swaps},
                                         Filler{"things", &Page::things},
                                         Filler{"hidden", &Page::hidden},
                                         Filler{"signature", &Page::signature},
                                         Filler{"pieces", &Page::pieces}};

  const PairResult& result_;
  const Verdict& verdict_;
  const Evidence& evidence_;
  const TitledText& source_;
  const TitledText& rewrite_;
  std::vector<Piece> pieces_;
  PieceCounts counts_;
  HtmlWriter html_;
};

}  // namespace

void append_html(const PairResult& result, const TitledText& source, const TitledText& rewrite,
                 std::string& out) {
  Page(result, source, rewrite, out).write();
}

}  // namespace unspin
