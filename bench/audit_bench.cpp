// The audit of pages of 800 words, stage by stage and end to end, and MinHash with LSH on the same
// pages. One page in a hundred is a spun article of corpora/ whose original is in the library; the
// others have no original. `page` is the search and the verification of what it found.
//
// Two environment variables ask for more:
//   UNSPIN_AUDIT_ORIGINALS=100000   libraries of that size too; building a million takes an hour
//   UNSPIN_AUDIT_TEXTS=PATH         real texts instead of made ones: documents as `unspin audit`
//                                   reads them, cut into pages: the first three quarters for
//                                   originals, 400 of the last quarter to be audited
#include <algorithm>
#include <benchmark/benchmark.h>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <omp.h>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "bench/benchmarks.hpp"
#include "bench/made_library.hpp"
#include "bench/minhash_lsh.hpp"
#include "engine/audit/page_audit.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"
#include "engine/io/json_text.hpp"
#include "engine/report/finding_report.hpp"
#include "engine/run/document_run.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin::bench {
namespace {

constexpr std::size_t page_count = 400;
constexpr std::size_t pages_a_copy = 100;
constexpr std::size_t file_copies = 10;  // of the pages, so that a run is more than its ends

bool is_white_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// The documents under a path as one text, cut every `page_words` words.
std::vector<std::string> read_pages(const std::string& path) {
  DocumentFiles files({path});
  DocumentPageReader reader;
  DocumentPage page;
  Document document;
  std::vector<DocumentIssue> issues;
  std::vector<std::string> pages(1);
  std::size_t words = 0;
  while (files.next(document, issues)) {
    if (!reader.read(document, page)) {
      continue;
    }
    const std::string text = main_text(page.page).text + "\n\n";
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (!is_white_space(text[i]) && is_white_space(text[i + 1]) && ++words == page_words) {
        pages.back() += text.substr(begin, i + 1 - begin);
        pages.emplace_back();
        begin = i + 1;
        words = 0;
      }
    }
    pages.back() += text.substr(begin);
  }
  pages.pop_back();
  if (pages.size() < 4 * page_count) {
    throw Error(ErrorCode::unreadable_input, fmt::format("{}: too few texts", path),
                fmt::format("UNSPIN_AUDIT_TEXTS needs {} words.", 4 * page_count * page_words));
  }
  return pages;
}

/// What the originals and the pages say.
class AuditTexts {
 public:
  AuditTexts(const Inputs& inputs, const char* path)
      : copied_(inputs.spun_pairs.pairs[0]), maker_(other_articles(inputs)) {
    if (path != nullptr) {
      real_ = read_pages(path);
    }
    for (std::size_t i = 0; i < page_count; ++i) {
      pages_.push_back(i % pages_a_copy == 0 ? copied_.rewrite : page_without_original(i));
      bytes_ += pages_.back().size();
    }
  }

  /// The first one is the article that was spun.
  std::string original(std::uint32_t number) const {
    return number == 0 ? copied_.source : real_.empty() ? maker_.text(number) : real_[number];
  }
  bool has_originals(std::uint32_t count) const { return real_.empty() || count <= first_page(); }

  const std::vector<std::string>& pages() const { return pages_; }
  std::size_t bytes() const { return bytes_; }

 private:
  /// What texts are made of must not be what is copied: its phrases would be everybody's.
  static std::span<const TextPair> other_articles(const Inputs& inputs) {
    const std::vector<TextPair>& pairs = inputs.article_pairs.pairs;
    const auto is_other = [&](const TextPair& pair) { return pair.source != pairs[0].source; };
    return {std::ranges::find_if(pairs, is_other), pairs.end()};
  }

  /// Of the real texts the last quarter are no originals.
  std::size_t first_page() const { return real_.size() - real_.size() / 4; }

  /// Real ones stand far from each other.
  std::string page_without_original(std::size_t number) const {
    constexpr std::uint64_t beyond_originals = 1'000'000'000;
    return real_.empty() ? maker_.text(beyond_originals + number)
                         : real_[first_page() + number * (real_.size() / 4) / page_count];
  }

  TextPair copied_;
  TextMaker maker_;
  std::vector<std::string> real_;
  std::vector<std::string> pages_;
  std::size_t bytes_ = 0;
};

/// The pages as JSON lines, in a file that goes when this does.
class PagesFile {
 public:
  explicit PagesFile(const AuditTexts& texts) : path_(fmt::format("pages-{}.jsonl", ::getpid())) {
    std::ofstream file(path_, std::ios::binary);
    std::string line;
    for (std::size_t i = 0; i < file_copies * texts.pages().size(); ++i) {
      line = fmt::format("{{\"id\": \"{}\", \"text\": ", i);
      append_json_string(texts.pages()[i % texts.pages().size()], line);
      file << line << "}\n";
    }
  }
  ~PagesFile() { ::unlink(path_.c_str()); }
  PagesFile(const PagesFile&) = delete;
  PagesFile& operator=(const PagesFile&) = delete;

  std::unique_ptr<DocumentReader> open() const { return open_document_rows(path_); }

 private:
  std::string path_;
};

struct LibraryKind {
  std::uint32_t originals = 0;
  std::uint32_t sampling = 1;
  bool operator==(const LibraryKind&) const = default;
};

/// What the benchmarks share. Libraries take long to build, so the one at hand is kept.
class AuditBench {
 public:
  AuditBench(const Inputs& inputs, const char* path) : inputs_(inputs), path_(path) {}

  const AuditTexts& texts() {
    if (!texts_) {
      texts_.emplace(inputs_, path_);
    }
    return *texts_;
  }
  const PagesFile& file() {
    if (!file_) {
      file_.emplace(texts());
    }
    return *file_;
  }
  const OriginalsIndex& index(const LibraryKind& kind) {
    if (!index_ || kind_ != kind) {
      index_.reset();
      library_.emplace([&](std::uint32_t number) { return texts().original(number); },
                       kind.originals, KeyOptions{.language = "en", .sampling = kind.sampling});
      index_ = library_->open();
      kind_ = kind;
    }
    return *index_;
  }
  AuditMeans means(const LibraryKind& kind) {
    return {.index = index(kind), .judge = judge_, .lexicon = default_lexicon()};
  }

 private:
  const Inputs& inputs_;
  const char* path_;
  const ModelJudge judge_;
  std::optional<AuditTexts> texts_;
  std::optional<PagesFile> file_;
  LibraryKind kind_;
  std::optional<Library> library_;
  std::optional<OriginalsIndex> index_;
};

void count_passes(benchmark::State& state, const AuditTexts& texts, std::size_t copies = 1) {
  const auto passes =
      static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(copies);
  state.SetItemsProcessed(passes * static_cast<std::int64_t>(texts.pages().size()));
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(texts.bytes()));
}

/// Calls `process` with each page, in each iteration.
template <class Process>
void pass_over(benchmark::State& state, const AuditTexts& texts, Process&& process) {
  for (auto iteration : state) {
    for (const std::string& page : texts.pages()) {
      process(page);
    }
  }
  count_passes(state, texts);
}

/// The counter `found`: the share of pages of which `found` were, in all iterations.
void count_found(benchmark::State& state, const AuditTexts& texts, std::size_t found) {
  const auto passes = static_cast<double>(state.iterations());
  state.counters["found"] =
      static_cast<double>(found) / (passes * static_cast<double>(texts.pages().size()));
}

void read(benchmark::State& state, AuditBench& bench) {
  const PagesFile& file = bench.file();
  for (auto iteration : state) {
    const auto reader = file.open();
    Document document;
    std::vector<DocumentIssue> issues;
    while (reader->next(document, issues)) {
      benchmark::DoNotOptimize(document.bytes.data());
    }
  }
  count_passes(state, bench.texts(), file_copies);
}

void extract(benchmark::State& state, AuditBench& bench) {
  DocumentPageReader reader;
  DocumentPage page;
  Document document;
  pass_over(state, bench.texts(), [&](const std::string& text) {
    document.media_type = "text/plain";
    document.charset = "utf-8";
    document.bytes = text;
    reader.read(document, page);
    benchmark::DoNotOptimize(main_text(page.page).text.data());
  });
}

void keys(benchmark::State& state, AuditBench& bench, std::uint32_t sampling) {
  KeyFinder finder({.language = "en", .sampling = sampling});
  std::vector<Key> found;
  pass_over(state, bench.texts(), [&](const std::string& text) { finder.find(text, found); });
}

void probe(benchmark::State& state, AuditBench& bench, const LibraryKind& kind) {
  const OriginalsIndex& index = bench.index(kind);
  KeyFinder finder(index.options());
  const AuditTexts& texts = bench.texts();
  std::vector<std::vector<Key>> keys(texts.pages().size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    finder.find(texts.pages()[i], keys[i]);
  }
  std::vector<IndexedKey> found;
  std::size_t page = 0;
  pass_over(state, texts, [&](const std::string&) {
    index.look_up(keys[page++ % keys.size()], found);
    benchmark::DoNotOptimize(found.data());
  });
}

void search(benchmark::State& state, AuditBench& bench, const LibraryKind& kind) {
  PassageSearch search(bench.index(kind));
  std::vector<CandidatePassage> candidates;
  std::size_t found = 0;
  pass_over(state, bench.texts(), [&](const std::string& text) {
    search.find(text, candidates);
    found += candidates.empty() ? 0u : 1u;
  });
  count_found(state, bench.texts(), found);
}

void page(benchmark::State& state, AuditBench& bench, const LibraryKind& kind) {
  PageAudit audit(bench.means(kind));
  PageAuditResult result;
  std::size_t found = 0;
  pass_over(state, bench.texts(), [&](const std::string& text) {
    audit.audit({.text = text}, result);
    found += result.findings.empty() ? 0u : 1u;
  });
  count_found(state, bench.texts(), found);
}

/// As the command's worker, for pages without quotations.
class Worker : public DocumentWorker {
 public:
  explicit Worker(const AuditMeans& means) : index_(means.index), audit_(means) {}

  DocumentOutcome process(Document& document, std::string& out) override {
    if (!reader_.read(document, page_)) {
      return {.passed_over = page_.type};
    }
    const std::string text = main_text(page_.page).text;
    audit_.audit({.text = text, .address = document.address}, result_);
    append_findings(document, page_.page, text, result_, index_, "bench", out);
    return {};
  }

 private:
  const OriginalsIndex& index_;
  DocumentPageReader reader_;
  DocumentPage page_;
  PageAudit audit_;
  PageAuditResult result_;
};

class NoSink : public Sink {
 public:
  void write(std::string_view) override {}
  void finish() override {}
};

void run(benchmark::State& state, AuditBench& bench, const LibraryKind& kind) {
  const AuditMeans means = bench.means(kind);
  const PagesFile& file = bench.file();
  for (auto iteration : state) {
    const auto reader = file.open();
    NoSink sink;
    const DocumentSummary summary =
        run_documents(*reader, sink, [&] { return std::make_unique<Worker>(means); },
                      {.threads = static_cast<int>(state.range(0))});
    if (summary.documents != file_copies * page_count) {
      state.SkipWithError("not all pages were audited");
      break;
    }
  }
  count_passes(state, bench.texts(), file_copies);
}

void signatures(benchmark::State& state, AuditBench& bench) {
  MinHasher hasher;
  pass_over(state, bench.texts(), [&](const std::string& text) {
    benchmark::DoNotOptimize(hasher.signature(text).data());
  });
}

void search_minhash(benchmark::State& state, AuditBench& bench, std::uint32_t originals) {
  MinHasher hasher;
  MinHashLsh lsh;
  for (std::uint32_t i = 0; i < originals; ++i) {
    lsh.add(hasher.signature(bench.texts().original(i)));
  }
  std::vector<std::uint32_t> candidates;
  std::size_t found = 0;
  pass_over(state, bench.texts(), [&](const std::string& text) {
    lsh.find(hasher.signature(text), candidates);
    found += candidates.empty() ? 0u : 1u;
  });
  count_found(state, bench.texts(), found);
}

/// 1,000 and 10,000, and what UNSPIN_AUDIT_ORIGINALS says.
std::vector<std::uint32_t> library_sizes() {
  std::vector<std::uint32_t> sizes = {1'000, 10'000};
  if (const char* asked = std::getenv("UNSPIN_AUDIT_ORIGINALS")) {
    const std::string_view number = asked;
    std::uint32_t size = 0;
    const auto end = number.data() + number.size();
    if (std::from_chars(number.data(), end, size).ptr != end || size == 0) {
      throw Error(ErrorCode::usage, fmt::format("UNSPIN_AUDIT_ORIGINALS={}: no number", number),
                  "Say how many originals, in digits.");
    }
    sizes.push_back(size);
  }
  return sizes;
}

using SharedBench = std::shared_ptr<AuditBench>;

template <class Measure>
benchmark::internal::Benchmark* add(const std::string& name, Measure&& measure) {
  return benchmark::RegisterBenchmark(("audit/" + name).c_str(), measure)
      ->Unit(benchmark::kMillisecond);
}

void register_library(const SharedBench& bench, const LibraryKind& kind) {
  using Measure = void (*)(benchmark::State&, AuditBench&, const LibraryKind&);
  const auto add_stage = [&](std::string_view stage, Measure measure) {
    return add(fmt::format("{}/{}/sampling:{}", stage, kind.originals, kind.sampling),
               [=](benchmark::State& state) {
                 if (!bench->texts().has_originals(kind.originals)) {
                   state.SkipWithError("UNSPIN_AUDIT_TEXTS has too few texts");
                 } else {
                   measure(state, *bench, kind);
                 }
               });
  };
  add_stage("probe", probe);
  add_stage("search", search);
  add_stage("page", page);
  auto* const whole = add_stage("run", run)->ArgName("threads")->UseRealTime()->Arg(1);
  if (omp_get_num_procs() > 1) {
    whole->Arg(omp_get_num_procs());
  }
}

}  // namespace

void register_audit_benchmarks(const Inputs& inputs) {
  const auto bench = std::make_shared<AuditBench>(inputs, std::getenv("UNSPIN_AUDIT_TEXTS"));
  add("read", [=](benchmark::State& state) { read(state, *bench); });
  add("extract", [=](benchmark::State& state) { extract(state, *bench); });
  add("minhash/signature", [=](benchmark::State& state) { signatures(state, *bench); });
  for (const std::uint32_t sampling : {1u, 4u}) {
    add(fmt::format("keys/sampling:{}", sampling),
        [=](benchmark::State& state) { keys(state, *bench, sampling); });
  }
  for (const std::uint32_t originals : library_sizes()) {
    for (const std::uint32_t sampling : {1u, 4u}) {
      register_library(bench, {originals, sampling});
    }
    add(fmt::format("minhash/search/{}", originals),
        [=](benchmark::State& state) { search_minhash(state, *bench, originals); });
  }
}

}  // namespace unspin::bench
