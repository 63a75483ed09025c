// What `unspin audit` is told, for both of its ways: a crawl into a folder, and rows through a
// filter.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/index_building.hpp"
#include "cli/judge_options.hpp"
#include "engine/audit/page_audit.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {

struct AuditOptions {
  IndexOptions originals;
  std::vector<std::string> crawl, ignore;
  std::string index, output, lexicon;
  JudgeOptions judge;
  std::uint32_t keys_memory_mib = 4096;
  bool resume = false;
  bool from_stdin = false;
  bool as_jsonl = false;
};

/// What pages are held against, opened.
struct AuditSetup {
  /// Throws Error for what cannot be read; says which files to be ignored could not.
  AuditSetup(const AuditOptions& options, const std::string& index_path);

  OriginalsIndex index;
  std::shared_ptr<const Lexicon> lexicon;
  VerdictModel model;
  ModelJudge judge;
  IgnoredTexts ignored;
  bool has_read_all_ignored = true;
  /// Of what the findings depend beside the pages:
  /// "unspin:…|lexicon:…|icu:…|verdict:…|index:0123456789abcdef|ignored:…".
  std::string settings;

  AuditSetup(const AuditSetup&) = delete;  // the judge refers to the model
  AuditSetup& operator=(const AuditSetup&) = delete;

  AuditMeans means() const {
    return {.index = index, .judge = judge, .lexicon = lexicon.get(), .ignored = &ignored};
  }
};

/// `unspin audit --stdin --jsonl`: a line out for each line in.
int audit_rows(const AuditOptions& options);

}  // namespace unspin
