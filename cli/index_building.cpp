#include "cli/index_building.hpp"

#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <memory>

#include "cli/commands.hpp"
#include "cli/document_messages.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/progress.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "engine/run/document_run.hpp"

namespace unspin {
namespace {

/// Makes originals of documents; what has no main text is none.
class OriginalWorker : public DocumentWorker {
 public:
  explicit OriginalWorker(std::atomic<std::uint64_t>& without_text) : without_text_(without_text) {}

  DocumentOutcome process(Document& document, std::string& out) override {
    if (!reader_.read(document, page_)) {
      return {.passed_over = page_.type};
    }
    const Page& page = page_.page;
    original_.text = main_text(page).text;
    if (original_.text.empty()) {
      ++without_text_;
      return {};
    }
    original_.id = document.id;
    original_.address = document.address.empty() ? page.canonical : document.address;
    original_.title = page.title;
    original_.date = page.date.empty() ? document.date : page.date;
    packer_.append_record(original_, out);
    return {};
  }

 private:
  std::atomic<std::uint64_t>& without_text_;
  DocumentPageReader reader_;
  DocumentPage page_;
  Original original_;
  OriginalPacker packer_;
};

}  // namespace

int read_originals(const IndexOptions& options, OriginalSpool& spool,
                   const std::function<void()>& change) {
  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  DocumentFiles files(options.paths, options.limits, &stop_asked);
  Progress progress("documents");
  std::atomic<std::uint64_t> without_text = 0;
  const DocumentSummary summary = run_documents(
      files, spool, [&] { return std::make_unique<OriginalWorker>(without_text); },
      telling(progress, options.thread_count(), stop_asked));
  progress.clear();
  if (summary.was_stopped) {
    message("interrupted; the index is as it was");
    return exit_interrupted;
  }
  std::signal(SIGINT, SIG_DFL);  // what follows may be stopped anywhere
  change();
  std::string text = in_words(summary, files);
  if (without_text > 0) {
    text += fmt::format(", {} without text", without_text.load());
  }
  message(text);
  return summary.issues > 0 ? exit_unreadable_input : exit_done;
}

int build_index(const IndexOptions& options) {
  IndexWriter writer(options.folder, IndexWriter::Folder::may_be_new);
  OriginalSpool spool(writer.folder());
  return read_originals(options, spool,
                        [&] { writer.build(options.keys, spool, options.writing()); });
}

}  // namespace unspin
