// `unspin extract`: what an audit reads of pages and crawls.
#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <memory>
#include <omp.h>

#include "cli/commands.hpp"
#include "cli/document_messages.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "engine/report/page_report.hpp"
#include "engine/run/document_run.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Shows what is read of pages and crawls: their main text.

Examples:
  unspin extract page.html                       title, language, date, main text
  unspin extract page.html --all                 and what was left out, and why
  unspin extract crawl.warc.gz --format jsonl -o texts.jsonl
  unspin extract originals/ crawl/ more.jsonl    folders too, and rows with text, url, date
  curl -s https://example.org | unspin extract -

Reads HTML, text, Markdown, WARC and WET, JSON lines and tables, plain, gzip or zstd; each is known
by its content, else by its name. What is damaged is named, counted and left out; the rest is read.
)";

struct ExtractOptions {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  bool show_all = false;
  int threads = 0;
  DocumentLimits limits;
};

class ExtractWorker : public DocumentWorker {
 public:
  ExtractWorker(bool is_json, const TerminalStyle& style) : is_json_(is_json), style_(style) {}

  DocumentOutcome process(Document& document, std::string& out) override {
    if (!reader_.read(document, page_)) {
      return {.passed_over = page_.type};
    }
    if (is_json_) {
      append_page_json(document, page_, style_.show_all, out);
    } else {
      append_page_text(document, page_, style_, out);
    }
    return {};
  }

 private:
  bool is_json_;
  const TerminalStyle& style_;
  DocumentPageReader reader_;
  DocumentPage page_;
};

int extract(const ExtractOptions& options) {
  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  const TerminalStyle style = terminal_style(options.output.empty(), options.show_all);
  DocumentFiles files(options.paths, options.limits, &stop_asked);
  Output output(options.output);
  Progress progress("documents");
  const DocumentSummary summary = run_documents(
      files, output.sink(),
      [&] { return std::make_unique<ExtractWorker>(options.format == "jsonl", style); },
      telling(progress, options.threads > 0 ? options.threads : omp_get_num_procs(), stop_asked));
  progress.clear();
  const int status = std::max<int>(summary.issues > 0 ? exit_unreadable_input : exit_done,
                                   output.finish(summary.was_stopped));
  const bool is_one_page = summary.documents == 1 && summary.passed_over.empty();
  if (status != exit_done || !is_one_page) {
    message(in_words(summary, files));
  }
  return status;
}

}  // namespace

Command add_extract_command(CLI::App& app) {
  const auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app.add_subcommand("extract", help);
  command
      ->add_option("PATH", options->paths,
                   "files and folders; - is standard input, .gz and .zst are unpacked")
      ->required();
  command->add_option("--format", options->format, "text or jsonl: a line of JSON a document")
      ->check(one_of({"text", "jsonl"}))
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "write here, all or nothing");
  command->add_flag("--all", options->show_all,
                    "also what was left out, and why; jsonl: every block");
  command->add_option("--threads", options->threads, "default: all cores")
      ->check(CLI::Range(1, 1024));
  command->add_option("--max-document", options->limits.most_bytes,
                      "largest document, in bytes, unpacked (64 MiB)");
  return [options] { return extract(*options); };
}

}  // namespace unspin
