// `unspin audit`: which pages of a crawl were made from which originals.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/document_messages.hpp"
#include "cli/index_building.hpp"
#include "cli/interrupt.hpp"
#include "cli/judge_options.hpp"
#include "cli/message.hpp"
#include "cli/progress.hpp"
#include "engine/audit/page_audit.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "engine/io/error.hpp"
#include "engine/report/finding_report.hpp"
#include "engine/report/printable.hpp"
#include "engine/run/document_run.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Finds pages of a crawl that were copied from originals, or spun.

Examples:
  unspin audit --originals posts/ --crawl crawl.warc.gz -o audit
  unspin index build posts/ -o posts.index
  unspin audit --index posts.index --crawl crawl/ -o audit
  unspin audit --index posts.index --crawl crawl/ -o audit --ignore notice.txt

Writes audit/findings.jsonl: a line for each page and original, with the passages' places in both
texts, the verdict on each, the words that were swapped, and how much of the page they are. Not held
against a page: quotations word for word, template text that very many originals have, what --ignore
says. A page with the address of an original is that original.
)";

struct AuditOptions {
  IndexOptions originals;
  std::vector<std::string> crawl, ignore;
  std::string index, output, lexicon;
  JudgeOptions judge;
  std::uint32_t keys_memory_mib = 4096;
};

/// What was found, counted by all threads.
class Tally {
 public:
  struct Original {
    std::uint64_t pages = 0, spun = 0, verbatim = 0;
  };

  void add(const PageAuditResult& result) {
    const std::lock_guard lock(mutex_);
    pages_ += result.findings.empty() ? 0u : 1u;
    are_originals_ += result.is_original ? 1u : 0u;
    for (const Finding& finding : result.findings) {
      Original& original = originals_[finding.original];
      ++original.pages;
      ++(finding.label == Label::spun ? original.spun : original.verbatim);
    }
  }

  std::uint64_t pages() const {
    const std::lock_guard lock(mutex_);
    return pages_;
  }

  /// "3 of 120 pages were copied from 2 of 10 originals", and from which.
  std::string in_words(std::uint64_t pages, const OriginalsIndex& index) const {
    constexpr std::size_t most_shown = 10;
    Original all;
    std::vector<std::pair<std::uint32_t, Original>> order(originals_.begin(), originals_.end());
    for (const auto& [number, original] : order) {
      all.spun += original.spun;
      all.verbatim += original.verbatim;
    }
    std::string text = fmt::format(
        "{} of {} pages were copied from {} of {} originals: {} spun, {} verbatim copies\n", pages_,
        pages, order.size(), index.size(), all.spun, all.verbatim);
    if (are_originals_ > 0) {
      text += fmt::format("{} pages are originals themselves, by their address\n", are_originals_);
    }
    if (order.empty()) {
      return text;
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [](const auto& entry) { return entry.second.pages; });
    text += "\n   pages    spun  verbatim  original\n";
    for (std::size_t i = 0; i < std::min(order.size(), most_shown); ++i) {
      const Original& original = order[i].second;
      text += fmt::format("{:>8}{:>8}{:>10}  {}\n", original.pages, original.spun,
                          original.verbatim, printable(index.label(order[i].first).id));
    }
    if (order.size() > most_shown) {
      text += fmt::format("{:>8} more originals\n", order.size() - most_shown);
    }
    return text;
  }

 private:
  mutable std::mutex mutex_;
  std::uint64_t pages_ = 0, are_originals_ = 0;
  std::map<std::uint32_t, Original> originals_;
};

/// The parts of a main text that its page sets apart as quotations.
void find_quotations(const Page& page, const MainText& main, std::vector<QuotedRange>& quoted) {
  quoted.clear();
  for (std::size_t i = 0; i < main.parts.size(); ++i) {
    if (page.blocks[main.parts[i].block].kind == BlockKind::quote) {
      const std::size_t end =
          i + 1 < main.parts.size() ? main.parts[i + 1].begin : main.text.size();
      quoted.push_back({main.parts[i].begin, end});
    }
  }
}

class AuditWorker : public DocumentWorker {
 public:
  AuditWorker(const AuditMeans& means, Tally& tally)
      : index_(means.index), tally_(tally), audit_(means) {}

  DocumentOutcome process(Document& document, std::string& out) override {
    if (!reader_.read(document, page_)) {
      return {.passed_over = page_.type};
    }
    const MainText main = main_text(page_.page);
    find_quotations(page_.page, main, quoted_);
    const std::string_view address =
        document.address.empty() ? page_.page.canonical : document.address;
    audit_.audit({.text = main.text, .address = address, .quoted = quoted_}, result_);
    append_findings(document, page_.page, main.text, result_, index_, out);
    tally_.add(result_);
    return {};
  }

 private:
  const OriginalsIndex& index_;
  Tally& tally_;
  DocumentPageReader reader_;
  DocumentPage page_;
  std::vector<QuotedRange> quoted_;
  PageAudit audit_;
  PageAuditResult result_;
};

/// The main texts of the files that --ignore names.
IgnoredTexts read_ignored(const AuditOptions& options, int& status) {
  IgnoredTexts ignored;
  if (options.ignore.empty()) {
    return ignored;
  }
  DocumentFiles files(options.ignore, options.originals.limits, nullptr);
  DocumentPageReader reader;
  DocumentPage page;
  Document document;
  std::vector<DocumentIssue> issues;
  while (files.next(document, issues)) {
    if (reader.read(document, page)) {
      ignored.add(main_text(page.page).text);
    }
  }
  for (const DocumentIssue& issue : issues) {
    print_issue(issue);
    status = exit_unreadable_input;
  }
  return ignored;
}

std::string make_folder(const std::string& path) {
  std::error_code failure;
  std::filesystem::create_directories(path, failure);
  if (failure) {
    throw Error(ErrorCode::unwritable_output, fmt::format("{}: {}", path, failure.message()),
                "Name a folder that can be made with -o.");
  }
  return path;
}

int audit(const AuditOptions& options) {
  const std::string folder = make_folder(options.output);
  std::string index_path = options.index;
  int status = exit_done;
  if (index_path.empty()) {
    IndexOptions building = options.originals;
    building.folder = index_path = folder + "/originals.index";
    status = build_index(building);
    if (status == exit_interrupted) {
      return status;
    }
  }
  OriginalsIndex index = OriginalsIndex::open(index_path);
  if (index.size() == 0) {
    message(fmt::format("{}: there are no originals, so nothing can be found", index_path));
  }
  index.keep_keys_in_memory(std::uint64_t{options.keys_memory_mib} << 20);
  const std::shared_ptr<const Lexicon> lexicon = open_lexicon(options.lexicon);
  const VerdictModel model = options.judge.open_model();
  const ModelJudge judge(model);
  const IgnoredTexts ignored = read_ignored(options, status);

  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  DocumentFiles files(options.crawl, options.originals.limits, &stop_asked);
  FileSink sink(folder + "/findings.jsonl");
  Tally tally;
  Progress progress("pages");
  DocumentRunOptions telling_copies =
      telling(progress, options.originals.thread_count(), stop_asked);
  telling_copies.on_progress = [&](const RunProgress& p) {
    progress.show(p, fmt::format(", {} copied", tally.pages()));
  };
  const DocumentSummary summary = run_documents(
      files, sink,
      [&] {
        return std::make_unique<AuditWorker>(
            AuditMeans{
                .index = index, .judge = judge, .lexicon = lexicon.get(), .ignored = &ignored},
            tally);
      },
      telling_copies);
  progress.clear();
  if (summary.issues > 0) {
    status = std::max<int>(status, exit_unreadable_input);
  }
  if (summary.was_stopped) {
    message(fmt::format("interrupted; what was done is in {}", sink.keep_partial()));
    status = exit_interrupted;
  } else {
    sink.finish();
  }
  message(in_words(summary, files));
  print(tally.in_words(summary.documents, index));
  return status;
}

}  // namespace

Command add_audit_command(CLI::App& app) {
  const auto options = std::make_shared<AuditOptions>();
  CLI::App* command = app.add_subcommand("audit", help);
  CLI::Option* originals = command->add_option(
      "--originals", options->originals.paths,
      "the originals, files and folders; their index is kept in the\noutput's folder");
  CLI::Option* index =
      command->add_option("--index", options->index, "or an index of them: unspin index build");
  originals->excludes(index);
  command
      ->add_option("--crawl", options->crawl,
                   "the pages: files and folders; - is standard input,\n.gz and .zst are unpacked")
      ->required();
  command->add_option("-o,--output", options->output, "the folder for what is found")->required();
  command->add_option("--ignore", options->ignore,
                      "files with text that may be copied: notices, boilerplate");
  add_lexicon_option(*command, options->lexicon);
  add_model_option(*command, options->judge);
  command->add_option("--threads", options->originals.threads, "default: all cores")
      ->check(CLI::Range(1, 1024));
  command
      ->add_option("--memory", options->keys_memory_mib,
                   "for the keys of the index, in MiB; larger ones are read\nfrom the disk's "
                   "cache: half as fast")
      ->check(CLI::Range(0, 1 << 24))
      ->capture_default_str();
  command->add_option("--max-document", options->originals.limits.most_bytes,
                      "largest document, in bytes, unpacked (64 MiB)");
  return [=] {
    if (options->index.empty() && options->originals.paths.empty()) {
      throw CLI::RequiredError("--originals or --index");
    }
    return audit(*options);
  };
}

}  // namespace unspin
