#include "engine/io/document_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <span>
#include <string_view>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/records.hpp"
#include "engine/io/row_format.hpp"

namespace unspin {
namespace {

/// Ends, as a broken one would, where it unpacks to more than the limit allows.
class BoundedSource : public ByteSource {
 public:
  BoundedSource(std::unique_ptr<ByteSource> source, std::string file, std::uint64_t most_ratio)
      : source_(std::move(source)), file_(std::move(file)), most_ratio_(most_ratio) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t got = source_->read(into);
    unpacked_ += got;
    constexpr std::uint64_t always = std::uint64_t{1} << 20;
    if (unpacked_ > always && unpacked_ / std::max<std::uint64_t>(consumed(), 1) > most_ratio_) {
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("{}: unpacks to more than {} times its size", file_, most_ratio_),
                  "Raise the limit, or unpack the file yourself.");
    }
    return got;
  }
  bool would_wait() const override { return source_->would_wait(); }
  std::uint64_t consumed() const override { return source_->consumed(); }
  std::optional<std::uint64_t> total() const override { return source_->total(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string file_;
  std::uint64_t most_ratio_;
  std::uint64_t unpacked_ = 0;
};

class DocumentRows : public DocumentReader {
 public:
  DocumentRows(const std::string& path, const DocumentLimits& limits, const std::atomic<bool>* stop)
      : file_(shown_path(path)),
        source_(std::make_unique<BoundedSource>(open_source(path, stop), file_, limits.most_ratio)),
        reader_(*source_, path, std::nullopt, limits.most_bytes, columns_of_documents()),
        parser_(reader_) {}

  bool next(Document& document, std::vector<DocumentIssue>& issues) override {
    for (;;) {
      if (next_record_ == batch_.records.size() && !fill(issues)) {
        tell_unlisted(issues);
        return false;
      }
      const Record& record = batch_.records[next_record_++];
      const std::optional<RowIssue> issue = parser_.parse(batch_, record, document);
      if (!issue) {
        document.file = file_;
        document.line = record.line;
        if (document.id.empty()) {
          document.id = fmt::format("{}:{}", file_, record.line);
        }
        tell_unlisted(issues);
        issues_in_a_row_ = 0;
        return true;
      }
      report(*issue, issues);
    }
  }

  std::uint64_t consumed() const override { return source_->consumed(); }
  std::optional<std::uint64_t> total() const override { return source_->total(); }

 private:
  /// False at the end of the file, or of what can be read of it.
  bool fill(std::vector<DocumentIssue>& issues) {
    constexpr std::size_t most_records = 256;
    constexpr std::size_t most_bytes = std::size_t{1} << 20;
    next_record_ = 0;
    if (has_failed_) {
      return false;
    }
    try {
      return reader_.fill(batch_, most_records, most_bytes);
    } catch (const Error& error) {
      has_failed_ = true;
      batch_.clear();
      issues.push_back({file_, source_->consumed(), "unreadable",
                        fmt::format("{}; what follows is lost. {}", error.what(), error.remedy())});
      return false;
    }
  }

  void report(const RowIssue& issue, std::vector<DocumentIssue>& issues) {
    constexpr std::size_t most_in_a_row = 1000;
    if (++issues_in_a_row_ > most_in_a_row) {
      ++unlisted_;
      last_line_ = issue.line;
      return;
    }
    DocumentIssue& told = issues.emplace_back();
    told.file = file_;
    told.line = issue.line;
    told.code = issue.code == "line_too_long" ? "too_large" : issue.code;
    told.message = issue.column > 0 ? fmt::format("column {}: {}", issue.column, issue.message)
                                    : issue.message;
  }

  void tell_unlisted(std::vector<DocumentIssue>& issues) {
    if (unlisted_ > 0) {
      issues.push_back({file_, std::nullopt, "more_damage",
                        fmt::format("{} more broken rows up to this one", unlisted_), last_line_});
      unlisted_ = 0;
    }
  }

  std::string file_;
  std::unique_ptr<ByteSource> source_;
  RecordReader reader_;
  DocumentRowParser parser_;
  RecordBatch batch_;
  std::size_t next_record_ = 0;
  bool has_failed_ = false;
  std::size_t issues_in_a_row_ = 0;
  std::uint64_t unlisted_ = 0;
  std::uint64_t last_line_ = 0;
};

}  // namespace

const NeededColumns& columns_of_documents() {
  static const NeededColumns columns{.all = {}, .any = {"text", "content", "html"}};
  return columns;
}

DocumentRowParser::DocumentRowParser(const RecordReader& reader)
    : format_(reader.layout() == Layout::jsonl
                  ? make_json_format(RowKind::fields)
                  : make_delimited_format(RowKind::fields, reader.layout(), reader.columns())) {}

std::optional<RowIssue> DocumentRowParser::parse(const RecordBatch& batch, const Record& record,
                                                 Document& document) {
  document.clear();
  if (record.issue) {
    return record.issue;
  }
  const std::optional<RowIssue> issue = format_->parse(batch.view(record), record.line, row_);
  if (!row_.id.empty() && !read_json_string(row_.id, document.id)) {
    document.id = row_.id;
  }
  return issue ? issue : read(record.line, document);
}

std::optional<RowIssue> DocumentRowParser::read(std::uint64_t line, Document& document) {
  bool has_text = false;
  for (auto& [name, json] : row_.extra) {
    if (name == "text" || name == "content" || name == "html") {
      if (has_text) {
        return RowIssue{line, 0, "two_texts", "a row has one of `text`, `content`, `html`"};
      }
      if (!read_json_string(json, document.bytes)) {
        return RowIssue{line, 0, "wrong_type", fmt::format("`{}` must be a string", name)};
      }
      document.media_type = name == "html" ? "text/html" : "text/plain";
      has_text = true;
    } else if (name == "url" || name == "address") {
      read_json_string(json, document.address);
    } else if (name == "date" || name == "timestamp") {
      read_json_string(json, document.date);
    } else {
      document.metadata.emplace_back(name, json);
    }
  }
  if (!has_text) {
    return RowIssue{line, 0, "missing_field",
                    "there is no `text`, `content` or `html`; every row needs one"};
  }
  document.charset = "utf-8";
  return std::nullopt;
}

std::unique_ptr<DocumentReader> open_document_rows(const std::string& path,
                                                   const DocumentLimits& limits,
                                                   const std::atomic<bool>* stop) {
  return std::make_unique<DocumentRows>(path, limits, stop);
}

}  // namespace unspin
