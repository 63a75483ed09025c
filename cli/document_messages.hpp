// What a person is told about the documents that were read, and those that were not.
#pragma once

#include <atomic>
#include <string>

#include "cli/progress.hpp"
#include "engine/io/document_files.hpp"
#include "engine/run/document_run.hpp"

namespace unspin {

/// Says on standard error where something was left out, and why.
void print_issue(const DocumentIssue& issue);

/// For a run of which `progress` tells: it is shown after each batch, and wiped before an issue is
/// said. `progress` and `stop` must outlive the run.
DocumentRunOptions telling(Progress& progress, int threads, const std::atomic<bool>& stop);

/// "12 documents read, 1 place left out; passed over 3 image/png".
std::string in_words(const DocumentSummary& summary, const DocumentFiles& files);

}  // namespace unspin
