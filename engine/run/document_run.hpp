// The parallel runner of documents: a stream of them in, what workers make of each out, in order.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "engine/io/document.hpp"
#include "engine/io/sink.hpp"
#include "engine/run/progress.hpp"

namespace unspin {

/// What became of one document.
struct DocumentOutcome {
  std::string passed_over = {};  ///< not empty: nothing was made of it, since it is of that type
};

/// Each thread has one of its own.
class DocumentWorker {
 public:
  virtual ~DocumentWorker() = default;
  /// Appends the document's output; may take the document apart.
  virtual DocumentOutcome process(Document& document, std::string& out) = 0;
};

struct DocumentSummary {
  std::uint64_t documents = 0;  ///< of which something was made
  std::uint64_t read = 0;       ///< these, and those passed over
  std::uint64_t issues = 0;
  std::uint64_t bytes = 0;                                ///< of their bodies
  std::map<std::string, std::uint64_t> passed_over = {};  ///< documents by type
  bool was_stopped = false;  ///< a whole number of documents, in order, is done
};

struct DocumentRunOptions {
  int threads = 1;
  const std::atomic<bool>* stop = nullptr;  ///< set: stop after the documents at hand
  std::function<void(const RunProgress&)> on_progress = {};  ///< after each batch
  std::function<void(const DocumentIssue&)> on_issue = {};   ///< in the input's order
  /// After each batch: what was made of all documents up to here has been written to the sink.
  std::function<void(const DocumentSummary&)> on_written = {};
};

/// Reads to the end and writes what the workers make to `sink` (without finishing it). The output
/// is the same for any number of threads; memory is two batches of 16 MiB, or of one document if it
/// is larger. Throws what the sink and the workers throw.
DocumentSummary run_documents(DocumentReader& reader, Sink& sink,
                              const std::function<std::unique_ptr<DocumentWorker>()>& make_worker,
                              const DocumentRunOptions& options);

}  // namespace unspin
