#include "tests/audit/test_set.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "bench/training/excerpts.hpp"
#include "bench/training/random.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/json_writer.hpp"
#include "tests/audit/boilerplate.hpp"

namespace unspin::audit_set {
namespace {

/// Page kinds for which a host takes pieces of so many originals, of so many words.
struct Hidden {
  Kind kind;
  std::size_t originals, words;
};
constexpr Hidden hidden_kinds[] = {{Kind::verbatim_40, 1, 40},   {Kind::verbatim_80, 1, 80},
                                   {Kind::verbatim_160, 1, 160}, {Kind::spun_40, 1, 40},
                                   {Kind::spun_80, 1, 80},       {Kind::spun_160, 1, 160},
                                   {Kind::two_originals, 2, 160}};

constexpr std::size_t least_sharing = 10;  // originals with one boilerplate

/// Puts things into an order that has nothing to do with the one they are in.
template <class Thing>
void shuffle(std::vector<Thing>& things, std::string_view about) {
  training::Random random(training::seed_of(about));
  for (std::size_t i = things.size(); i > 1; --i) {
    std::swap(things[i - 1], things[random.below(i)]);
  }
}

class SetMaker {
 public:
  SetMaker(Cast cast, const SetSize& size, const Reworder& reworder)
      : cast_(std::move(cast)), size_(size), pages_(reworder), order_(cast_.originals.size()) {
    if (cast_.originals.empty() || cast_.hosts.empty()) {
      throw Error(ErrorCode::unreadable_input, "the texts hold too few passages of prose",
                  "Name more files of texts.");
    }
    for (std::size_t i = 0; i < order_.size(); ++i) {
      order_[i] = i;
    }
    shuffle(order_, "originals");
  }

  TestSet make() {
    add_boilerplate();
    add_unchanged();
    add_quoting();
    add_copies();
    shuffle(set_.crawl, "crawl");
    for (std::size_t i = 0; i < set_.crawl.size(); ++i) {
      set_.crawl[i].truth.page = fmt::format("page-{:06}", i + 1);
    }
    set_.originals = std::move(cast_.originals);
    return std::move(set_);
  }

 private:
  /// Those that are copied come from the front of the order, those with boilerplate from its back.
  /// With so many words, or the next one if none has.
  const Passage& next_original(std::size_t least_words = 0) {
    const std::size_t first = next_original_;
    do {
      const Passage& original = cast_.originals[order_[next_original_++ % order_.size()]];
      if (training::count_words(original.text) >= least_words) {
        return original;
      }
    } while (next_original_ < first + order_.size());
    return cast_.originals[order_[next_original_++ % order_.size()]];
  }
  const Passage& next_host() { return cast_.hosts[next_host_++ % cast_.hosts.size()]; }

  void add(MadePage page) { set_.crawl.push_back(std::move(page)); }

  /// Notices that were written for this come first, then those found in the texts.
  std::size_t notice_count() const { return boilerplates().size() + cast_.notices.size(); }
  std::string notice(std::size_t number, training::Random& random) const {
    const std::size_t written = boilerplates().size();
    return number < written ? filled(boilerplates()[number], random)
                            : cast_.notices[number - written];
  }

  void add_boilerplate() {
    const std::size_t sharing = std::max(least_sharing, order_.size() / 200);
    const std::size_t kinds = std::min(notice_count(), order_.size() / sharing);
    for (std::size_t i = 0; i < kinds * sharing; ++i) {
      Passage& original = cast_.originals[order_[order_.size() - 1 - i]];
      training::Random random(training::seed_of(original.id));
      original.own_bytes = original.text.size();
      original.text += "\n\n" + notice(i % kinds, random);
    }
    for (std::size_t number = 0; kinds > 0 && number < size_.hard; ++number) {
      training::Random random(training::seed_of("notice", number));
      add(PageMaker::templated(next_host(), notice(number % kinds, random), number));
    }
  }

  void add_unchanged() {
    for (const Passage& passage : cast_.clean) {
      add(PageMaker::unchanged(Kind::clean, passage, {}));
    }
    for (const Cast::Neighbour& neighbour : cast_.same_topic) {
      add(PageMaker::unchanged(Kind::same_topic, neighbour.passage,
                               cast_.originals[neighbour.original].id));
    }
  }

  /// Not every original can be quoted in each style, nor in each host.
  void add_quoting() {
    for (std::size_t made = 0, tried = 0; made < size_.hard && tried < 3 * size_.hard; ++tried) {
      MadePage page = PageMaker::quoting(next_host(), next_original(), made);
      if (!page.text.empty()) {
        add(std::move(page));
        ++made;
      }
    }
  }

  void add_copies() {
    for (std::size_t number = 0; number < size_.copies; ++number) {
      add(PageMaker::verbatim(next_original(), number));
      add(pages_.spun(next_original(), number));
      for (const Hidden& hidden : hidden_kinds) {
        std::vector<const Passage*> originals;
        for (std::size_t i = 0; i < hidden.originals; ++i) {
          originals.push_back(&next_original(hidden.words + hidden.words / 10));
        }
        add(pages_.with_pieces(hidden.kind, next_host(), originals, hidden.words, number));
      }
    }
  }

  Cast cast_;
  SetSize size_;
  PageMaker pages_;
  std::vector<std::size_t> order_;  // of the originals
  std::size_t next_original_ = 0, next_host_ = 0;
  TestSet set_;
};

/// An address under which nothing is found (RFC 2606).
std::string address_of(std::string_view site, std::string_view id) {
  const std::uint64_t number = training::seed_of(id) % 1000;
  return fmt::format("https://{}-{:03}.example/{:016x}", site, number, training::seed_of(id, 1));
}

void check(std::string_view id, std::string_view text, std::string_view extracted) {
  if (text != extracted) {
    throw Error(ErrorCode::unreadable_input,
                fmt::format("the text of {} does not come back from extraction as it went in", id),
                "This is a mistake in the maker of the test set.");
  }
}

void write_row(Sink& sink, std::string_view id, std::string_view site,
               std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().key("id").value(id).key("url").value(address_of(site, id));
  for (const auto& [name, value] : fields) {
    json.key(name).value(value);
  }
  json.end_object();
  line += '\n';
  sink.write(line);
}

}  // namespace

CastSize cast_size(const SetSize& size) {
  return {.originals = size.originals,
          .same_topic = size.hard,
          .clean = size.clean,
          .hosts = 3 * size.hard + std::size(hidden_kinds) * size.copies};
}

TestSet make_set(Cast cast, const SetSize& size, const Reworder& reworder) {
  return SetMaker(std::move(cast), size, reworder).make();
}

void write_set(const TestSet& set, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);  // the sinks say what is wrong
  FileSink originals(folder + "/originals.jsonl");
  FileSink crawl(folder + "/crawl.jsonl");
  FileSink truth(folder + "/truth.jsonl");
  for (const Passage& passage : set.originals) {
    check(passage.id, passage.text, as_extracted(passage.text));
    write_row(originals, passage.id, "original",
              {{"title", passage.title}, {"text", passage.text}});
  }
  for (const MadePage& page : set.crawl) {
    check(page.truth.page, page.text, main_text_of(page));
    const bool is_html = !page.html.empty();
    write_row(crawl, page.truth.page, "site",
              {{is_html ? "html" : "text", is_html ? page.html : page.text}});
    write(page.truth, truth);
  }
  originals.finish();
  crawl.finish();
  truth.finish();
}

std::string TestSet::tally() const {
  std::array<std::size_t, kind_count> counts{};
  for (const MadePage& page : crawl) {
    ++counts[static_cast<std::size_t>(page.truth.kind)];
  }
  std::string text = fmt::format("{:<14} {:>7}\n", "originals", originals.size());
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    fmt::format_to(std::back_inserter(text), "{:<14} {:>7}\n", kind_names[kind], counts[kind]);
  }
  return text;
}

}  // namespace unspin::audit_set
