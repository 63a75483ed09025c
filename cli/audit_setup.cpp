#include "cli/audit_setup.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "cli/default_lexicon.hpp"
#include "cli/document_messages.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "engine/score/results.hpp"

namespace unspin {
namespace {

/// The main texts of the files that --ignore names; whether all could be read.
bool read_ignored(const AuditOptions& options, IgnoredTexts& ignored) {
  if (options.ignore.empty()) {
    return true;
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
  }
  return issues.empty();
}

}  // namespace

AuditSetup::AuditSetup(const AuditOptions& options, const std::string& index_path)
    : index(OriginalsIndex::open(index_path)),
      lexicon(open_lexicon(options.lexicon)),
      model(options.judge.open_model()),
      judge(model) {
  has_read_all_ignored = read_ignored(options, ignored);
  index.keep_keys_in_memory(std::uint64_t{options.keys_memory_mib} << 20);
  const std::string manifest = manifest_text(index.manifest());
  settings =
      fmt::format("{}|index:{:016x}|ignored:{:016x}", signature_of(judge.name(), lexicon.get()),
                  XXH3_64bits(manifest.data(), manifest.size()), ignored.fingerprint());
}

}  // namespace unspin
