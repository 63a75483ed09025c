// Everything that documents come in, by path: files, folders of them, crawls, rows.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/io/document.hpp"

namespace unspin {

/// The documents of files and folders, in the order of the paths and, within a folder and those in
/// it, of the names' bytes.
///
/// What a file is its content says (WARC, HTML, a JSON object), else its name: .warc and .wet,
/// .jsonl, .ndjson, .json, .csv, .tsv, .html, .htm, .xhtml, .txt, .text, .md, .markdown; all may be
/// gzip or zstd. A file named by the user is read as text if nothing else is known of it; of those
/// in a folder only what is known is read, the rest is counted. "-" is standard input. In folders,
/// names that begin with a dot and links to folders are passed over.
///
/// A file that cannot be read is an issue, "unreadable" or "too_large", and the others are read.
class DocumentFiles : public DocumentReader {
 public:
  explicit DocumentFiles(std::vector<std::string> paths, const DocumentLimits& limits = {},
                         const std::atomic<bool>* stop = nullptr);

  bool next(Document& document, std::vector<DocumentIssue>& issues) override;

  std::uint64_t consumed() const override;
  /// Known when no path is a folder or a pipe.
  std::optional<std::uint64_t> total() const override { return total_; }

  /// How many files in folders were not read, by extension with its dot.
  const std::map<std::string, std::uint64_t>& passed_over() const { return passed_over_; }

 private:
  struct Waiting {
    std::filesystem::path path;
    bool is_named = false;  // by the user
  };

  void open(const Waiting& file, std::vector<DocumentIssue>& issues);
  void open_folder(const std::filesystem::path& folder, std::vector<DocumentIssue>& issues);
  bool read_file(Document& document, std::vector<DocumentIssue>& issues);

  DocumentLimits limits_;
  const std::atomic<bool>* stop_;
  std::vector<Waiting> waiting_;             // the next one last
  std::unique_ptr<DocumentReader> current_;  // of a file with many documents
  std::string file_, file_type_;             // of a file that is one: path and media type
  std::uint64_t consumed_ = 0;               // of files that are done
  std::optional<std::uint64_t> total_;
  std::map<std::string, std::uint64_t> passed_over_;
};

}  // namespace unspin
