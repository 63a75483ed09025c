// `unspin audit --stdin --jsonl`: rows in, what was found on each out, a line for a line.
#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <memory>

#include "cli/audit_setup.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/page_auditor.hpp"
#include "cli/row_messages.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/json_text.hpp"
#include "engine/report/finding_report.hpp"
#include "engine/report/json_report.hpp"
#include "engine/run/runner.hpp"

namespace unspin {
namespace {

class RowAuditor : public RowWorker {
 public:
  RowAuditor(const AuditSetup& setup, const RecordReader& reader)
      : setup_(setup), parser_(reader), auditor_(setup.means()) {}

  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    if (const auto issue = parser_.parse(batch, record, document_)) {
      std::string id;
      append_json_string(document_.id, id);
      append_broken_json(document_.id.empty() ? "null" : id, *issue, out);
      return {.issue = *issue};
    }
    auditor_.audit(document_);  // a row is text, or HTML
    append_audited_row(document_, auditor_.page(), auditor_.text(), auditor_.result(), setup_.index,
                       setup_.settings, out);
    return {};
  }

 private:
  const AuditSetup& setup_;
  DocumentRowParser parser_;
  Document document_;
  PageAuditor auditor_;
};

}  // namespace

int audit_rows(const AuditOptions& options) {
  const AuditSetup setup(options, options.index);
  const std::atomic<bool>& stop_asked = stop_on_interrupt();
  const auto source = open_source("-", &stop_asked);
  RecordReader reader(*source, "-", Layout::jsonl, options.originals.limits.most_bytes,
                      columns_of_documents());
  Output output(options.output);
  Progress progress("rows");
  IssuePrinter issues("standard input", progress);
  const RunSummary summary = run(reader, *source, output.sink(),
                                 [&] { return std::make_unique<RowAuditor>(setup, reader); },
                                 {.threads = options.originals.thread_count(),
                                  .stop = &stop_asked,
                                  .on_progress = [&](const RunProgress& p) { progress.show(p); },
                                  .on_issue = [&](const RowIssue& issue) { issues.print(issue); }});
  progress.clear();
  int status = setup.has_read_all_ignored ? exit_done : exit_unreadable_input;
  if (summary.read_error) {
    message(summary.read_error->what(), summary.read_error->remedy());
  }
  if (summary.broken > 0 || summary.read_error) {
    status = exit_unreadable_input;
  }
  return std::max(status, output.finish(summary.was_stopped));
}

}  // namespace unspin
