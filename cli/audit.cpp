// `unspin audit`: which pages of a crawl were made from which originals.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <utility>

#include "cli/audit_checkpoint.hpp"
#include "cli/audit_results.hpp"
#include "cli/audit_setup.hpp"
#include "cli/commands.hpp"
#include "cli/document_messages.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/page_auditor.hpp"
#include "engine/io/document_files.hpp"
#include "engine/io/document_trail.hpp"
#include "engine/io/error.hpp"
#include "engine/report/finding_report.hpp"
#include "engine/run/document_run.hpp"
#include "engine/run/journal.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Finds pages of a crawl that were copied from originals, or spun.

Examples:
  unspin audit --originals posts/ --crawl crawl.warc.gz -o audit
  unspin index build posts/ -o posts.index
  unspin audit --index posts.index --crawl crawl/ -o audit
  unspin audit --index posts.index --crawl crawl/ -o audit --ignore notice.txt
  unspin audit --index posts.index --crawl crawl/ -o audit --resume      after an interruption
  unspin audit --index posts.index --stdin --jsonl < pages.jsonl > found.jsonl   a line for a line

Writes audit/findings.jsonl: a line for each page and original, with the passages of both texts, the
verdict on each, the words that were swapped, and how much of the page they are; the same as
findings.csv and findings.sqlite; audit/report.html, to open in a browser: who copied what, and each
copy beside its original; and, when it is complete, audit/summary.json. Not held against a page:
quotations word for word, template text that very many originals have, what --ignore says. A page
with the address of an original is that original. Audits of parts of a crawl become one with unspin
merge.
)";

/// Pages with findings, counted by all threads; and those that are originals.
struct Tally {
  std::atomic<std::uint64_t> copied = 0, own = 0;
};

class AuditWorker : public DocumentWorker {
 public:
  AuditWorker(const AuditSetup& setup, Tally& tally)
      : setup_(setup), tally_(tally), auditor_(setup.means()) {}

  DocumentOutcome process(Document& document, std::string& out) override {
    if (!auditor_.audit(document)) {
      return {.passed_over = auditor_.type()};
    }
    const PageAuditResult& result = auditor_.result();
    append_findings(document, auditor_.page(), auditor_.text(), result, setup_.index,
                    setup_.settings, out);
    tally_.copied += result.findings.empty() ? 0 : 1;
    tally_.own += result.is_original ? 1 : 0;
    return {};
  }

 private:
  const AuditSetup& setup_;
  Tally& tally_;
  PageAuditor auditor_;
};

/// What has been done of a crawl: by an earlier run up to its last checkpoint, and by this one.
class Done {
 public:
  Done(AuditCheckpoint before, DocumentTrail& trail, const Tally& tally)
      : before_(std::move(before)), trail_(trail), tally_(tally) {}

  /// With what this run has written.
  AuditCheckpoint so_far(const DocumentSummary& summary) const {
    AuditCheckpoint done = before_;
    done.documents += summary.read;
    done.mark = trail_.mark(done.documents);
    done.summary.add({.pages = summary.documents,
                      .own_pages = tally_.own,
                      .left_out = summary.issues,
                      .passed_over = summary.passed_over});
    return done;
  }

 private:
  AuditCheckpoint before_;
  DocumentTrail& trail_;
  const Tally& tally_;
};

std::string journal_path(const std::string& folder) { return folder + "/findings.partial.jsonl"; }

std::string begin_anew(const std::string& folder) {
  return fmt::format("To begin anew, remove {} first.", journal_path(folder));
}

/// The state of the last checkpoint in the folder, if the run is to go on from it. An interrupted
/// audit is not overwritten by mistake.
std::optional<std::string> last_checkpoint(const std::string& folder, bool resume) {
  if (!std::filesystem::exists(journal_path(folder))) {
    return std::nullopt;
  }
  std::optional<std::string> last = Journal::last_checkpoint(journal_path(folder));
  if (last && !resume) {
    throw Error(ErrorCode::usage,
                fmt::format("{}: an audit was interrupted here behind {} documents", folder,
                            read_checkpoint(*last, folder).documents),
                "With --resume it goes on. " + begin_anew(folder));
  }
  return last;
}

/// The checkpoint to go on from, passed over in the crawl; the beginning if there is none.
AuditCheckpoint go_on_from(const std::optional<std::string>& last, const AuditSetup& setup,
                           DocumentTrail& trail, const std::string& folder) {
  if (!last) {
    return {.summary = {.settings = setup.settings, .originals = setup.index.size()}};
  }
  AuditCheckpoint checkpoint = read_checkpoint(*last, folder);
  const std::string remedy = begin_anew(folder);
  if (checkpoint.summary.settings != setup.settings) {
    throw Error(ErrorCode::usage,
                fmt::format("{}: this audit was begun with other settings: {}; now {}", folder,
                            checkpoint.summary.settings, setup.settings),
                remedy);
  }
  if (!trail.skip(checkpoint.documents, checkpoint.mark)) {
    throw Error(ErrorCode::unreadable_input,
                fmt::format("{}: the crawl is not what it was: its first {} documents are others",
                            folder, checkpoint.documents),
                remedy);
  }
  message(fmt::format("going on behind {} documents", checkpoint.documents));
  return checkpoint;
}

/// The journal's lines in their order, and the summary; then nothing is left of the journal.
void finish(const std::string& folder, Journal& journal, const AuditSummary& summary) {
  FindingMerge findings(folder);
  add_findings(journal.path(), findings);
  write_results(folder, findings, summary);
  journal.remove();
}

int audit_crawl(const AuditOptions& options) {
  constexpr std::chrono::seconds between_checkpoints(1);
  const std::string folder = make_folder(options.output);
  const std::optional<std::string> last = last_checkpoint(folder, options.resume);
  if (options.resume && !last && std::filesystem::exists(summary_path(folder))) {
    message(folder + ": this audit is complete");
    return exit_done;
  }
  std::string index_path = options.index;
  int status = exit_done;
  if (index_path.empty()) {
    index_path = folder + "/originals.index";
    if (!last) {
      IndexOptions building = options.originals;
      building.folder = index_path;
      status = build_index(building);
      if (status == exit_interrupted) {
        return status;
      }
    }
  }
  const AuditSetup setup(options, index_path);
  if (setup.index.size() == 0) {
    throw Error(ErrorCode::unreadable_input, index_path + ": there are no originals",
                "Name files or folders with texts, or an index that has some.");
  }
  if (!setup.has_read_all_ignored) {
    status = exit_unreadable_input;
  }

  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  DocumentFiles files(options.crawl, options.originals.limits, &stop_asked);
  DocumentTrail trail(files);
  Tally tally;
  const Done done(go_on_from(last, setup, trail, folder), trail, tally);
  Journal journal(journal_path(folder), last.has_value());
  Progress progress("pages");
  auto checkpointed_at = std::chrono::steady_clock::now();
  DocumentRunOptions run_options = telling(progress, options.originals.thread_count(), stop_asked);
  run_options.on_progress = [&](const RunProgress& p) {
    progress.show(p, fmt::format(", {} copied", tally.copied.load()));
  };
  run_options.on_written = [&](const DocumentSummary& written) {
    if (const auto now = std::chrono::steady_clock::now();
        now - checkpointed_at >= between_checkpoints) {
      journal.checkpoint(checkpoint_text(done.so_far(written)));
      checkpointed_at = now;
    }
  };
  const DocumentSummary summary = run_documents(
      trail, journal, [&] { return std::make_unique<AuditWorker>(setup, tally); }, run_options);
  progress.clear();
  const AuditCheckpoint reached = done.so_far(summary);
  journal.checkpoint(checkpoint_text(reached));
  message(in_words(summary, files));
  if (summary.was_stopped) {
    message(fmt::format("interrupted; what was found is in {}", journal.path()),
            "The same command with --resume goes on.");
    return exit_interrupted;
  }
  if (reached.documents == 0 && summary.issues > 0) {
    journal.remove();
    message(fmt::format("nothing was read, so what {} has is left as it was", folder),
            "Check --crawl.");
    return exit_unreadable_input;
  }
  if (reached.documents == 0) {
    message("the crawl is empty");
  }
  finish(folder, journal, reached.summary);
  return reached.summary.left_out > 0 ? exit_unreadable_input : status;
}

/// What an audit writes is not to be read as an original or a page by the next one.
void check_output_is_elsewhere(const AuditOptions& options) {
  const auto whole = [](const std::string& path) {
    std::error_code unknown;
    return std::filesystem::weakly_canonical(path, unknown);
  };
  const std::filesystem::path output = whole(options.output);
  for (const auto* inputs : {&options.originals.paths, &options.crawl}) {
    for (const std::string& input : *inputs) {
      const std::filesystem::path folder = whole(input);
      if (std::filesystem::is_directory(folder) &&
          std::ranges::mismatch(folder, output).in1 == folder.end()) {
        throw Error(ErrorCode::usage,
                    fmt::format("-o {}: this is in {}, which is read", options.output, input),
                    "Name a folder elsewhere.");
      }
    }
  }
}

void check(const AuditOptions& options) {
  const auto need = [](bool is_there, const char* what) {
    if (!is_there) {
      throw CLI::RequiredError(what);
    }
  };
  need(!options.index.empty() || !options.originals.paths.empty(), "--originals or --index");
  if (options.from_stdin) {
    need(options.as_jsonl, "--stdin: --jsonl");
    need(!options.index.empty(), "--stdin: --index");
    if (!options.crawl.empty() || options.resume) {
      throw Error(ErrorCode::usage, "--stdin is a filter: it has no --crawl and no --resume",
                  "Leave them out, or leave out --stdin.");
    }
    return;
  }
  need(!options.crawl.empty(), "--crawl");
  need(!options.output.empty(), "-o");
  check_output_is_elsewhere(options);
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
  command->add_option(
      "--crawl", options->crawl,
      "the pages: files and folders; - is standard input,\n.gz and .zst are unpacked");
  command->add_option("-o,--output", options->output,
                      "the folder for what is found; with --stdin a file");
  command->add_flag("--resume", options->resume,
                    "go on where an interrupted audit of the same crawl was");
  command->add_flag("--stdin", options->from_stdin,
                    "rows with text (or html), id, url, date: what is found\non each, in order");
  command->add_flag("--jsonl", options->as_jsonl, "the rows, and the lines out, are JSON");
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
    check(*options);
    return options->from_stdin ? audit_rows(*options) : audit_crawl(*options);
  };
}

}  // namespace unspin
