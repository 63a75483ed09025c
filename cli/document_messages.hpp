// What a person is told about the documents that were read, and those that were not.
#pragma once

#include <string>

#include "engine/io/document_files.hpp"
#include "engine/run/document_run.hpp"

namespace unspin {

/// Says on standard error where something was left out, and why.
void print_issue(const DocumentIssue& issue);

/// "12 documents read, 1 place left out; passed over 3 image/png".
std::string in_words(const DocumentSummary& summary, const DocumentFiles& files);

}  // namespace unspin
