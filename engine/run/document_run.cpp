#include "engine/run/document_run.hpp"

#include <algorithm>
#include <exception>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "engine/run/pipeline.hpp"

namespace unspin {
namespace {

constexpr std::size_t batch_documents = 256;
constexpr std::size_t batch_bytes = std::size_t{16} << 20;
constexpr std::size_t kept_bytes = std::size_t{1} << 20;  // of a document's place, for the next one

struct Batch {
  struct Item {
    Document document;
    std::string out;
    DocumentOutcome outcome;
    std::exception_ptr error;
    std::size_t bytes = 0;
    std::size_t issues_before = 0;  // of the batch's, those that come before this document
  };
  std::vector<Item> items;
  std::size_t count = 0;
  std::vector<DocumentIssue> issues;
};

class DocumentRun {
 public:
  DocumentRun(DocumentReader& reader, Sink& sink, const DocumentRunOptions& options)
      : reader_(reader), sink_(sink), options_(options) {}

  DocumentSummary go(const std::function<std::unique_ptr<DocumentWorker>()>& make_worker) {
    const int threads = std::max(1, options_.threads);
    for (int i = 0; i < threads; ++i) {
      workers_.push_back(make_worker());
    }
    Pipeline<Batch, DocumentRun>(*this, threads).run();
    return std::move(summary_);
  }

  // The steps of the pipeline.

  bool read(Batch& batch) {
    batch.count = 0;
    batch.issues.clear();
    std::size_t bytes = 0;
    try {
      while (batch.count < batch_documents && bytes < batch_bytes) {
        if (options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed)) {
          summary_.was_stopped = true;
          break;
        }
        if (batch.items.size() == batch.count) {
          batch.items.emplace_back();
        }
        Batch::Item& item = batch.items[batch.count];
        if (item.document.bytes.capacity() > kept_bytes) {
          item.document.bytes = std::string();
        }
        if (!reader_.next(item.document, batch.issues)) {
          break;
        }
        item.bytes = item.document.bytes.size();
        item.issues_before = batch.issues.size();
        bytes += item.bytes;
        ++batch.count;
      }
    } catch (const Interrupted&) {
      summary_.was_stopped = true;
    }
    return batch.count > 0 || !batch.issues.empty();
  }

  std::size_t blocks(const Batch& batch) const { return batch.count; }

  void work(Batch& batch, std::size_t block, std::size_t thread) {
    Batch::Item& item = batch.items[block];
    item.out.clear();
    item.error = nullptr;
    try {
      item.outcome = workers_[thread]->process(item.document, item.out);
    } catch (...) {
      item.error = std::current_exception();
    }
  }

  bool write(const Batch& batch) {
    std::size_t told = 0;
    for (std::size_t i = 0; i < batch.count; ++i) {
      const Batch::Item& item = batch.items[i];
      tell(batch, told, item.issues_before);
      if (item.error) {
        std::rethrow_exception(item.error);
      }
      ++summary_.read;
      if (!item.outcome.passed_over.empty()) {
        ++summary_.passed_over[item.outcome.passed_over];
        continue;
      }
      sink_.write(item.out);
      ++summary_.documents;
      summary_.bytes += item.bytes;
    }
    tell(batch, told, batch.issues.size());
    if (options_.on_progress) {
      options_.on_progress(
          {summary_.documents, summary_.issues, reader_.consumed(), reader_.total()});
    }
    if (options_.on_written) {
      options_.on_written(summary_);
    }
    return !summary_.was_stopped;
  }

  bool would_wait() const { return false; }
  void flush() { sink_.flush(); }

 private:
  void tell(const Batch& batch, std::size_t& told, std::size_t end) {
    for (; told < end; ++told) {
      ++summary_.issues;
      if (options_.on_issue) {
        options_.on_issue(batch.issues[told]);
      }
    }
  }

  DocumentReader& reader_;
  Sink& sink_;
  const DocumentRunOptions& options_;
  std::vector<std::unique_ptr<DocumentWorker>> workers_;
  DocumentSummary summary_;
};

}  // namespace

DocumentSummary run_documents(DocumentReader& reader, Sink& sink,
                              const std::function<std::unique_ptr<DocumentWorker>()>& make_worker,
                              const DocumentRunOptions& options) {
  return DocumentRun(reader, sink, options).go(make_worker);
}

}  // namespace unspin
