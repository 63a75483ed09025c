#include "engine/io/document_files.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"
#include "engine/io/file_kind.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/warc_reader.hpp"

namespace unspin {
namespace {

namespace fs = std::filesystem;

/// Empty for a file that holds many documents.
std::string_view media_type_of(FileKind kind) {
  switch (kind) {
    case FileKind::html:
      return "text/html";
    case FileKind::markdown:
      return "text/markdown";
    case FileKind::text:
      return "text/plain";
    case FileKind::warc:
    case FileKind::rows:
      break;
  }
  return {};
}

std::uint64_t size_of(const fs::path& path) {
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(path, failed);
  return failed ? 0 : size;
}

void tell(const std::string& file, std::string_view code, std::string message,
          std::vector<DocumentIssue>& issues) {
  DocumentIssue& issue = issues.emplace_back();
  issue.file = file;
  issue.code = code;
  issue.message = std::move(message);
}

/// An error's words without the path with which they begin: an issue names the file itself.
std::string words_of(const Error& error, const std::string& file) {
  std::string what = error.what();
  if (what.starts_with(file + ": ")) {
    what.erase(0, file.size() + 2);
  }
  return what + ". " + error.remedy();
}

}  // namespace

DocumentFiles::DocumentFiles(std::vector<std::string> paths, const DocumentLimits& limits,
                             const std::atomic<bool>* stop)
    : limits_(limits), stop_(stop), total_(0) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    std::error_code failed;
    if (total_ && *path != "-" && fs::is_regular_file(*path, failed)) {
      *total_ += size_of(*path);
    } else {
      total_.reset();
    }
    waiting_.push_back({std::move(*path), true});
  }
}

bool DocumentFiles::next(Document& document, std::vector<DocumentIssue>& issues) {
  for (;;) {
    if (current_ != nullptr) {
      if (current_->next(document, issues)) {
        return true;
      }
      consumed_ += current_->consumed();
      current_.reset();
    }
    if (!file_type_.empty() && read_file(document, issues)) {
      return true;
    }
    if (waiting_.empty()) {
      return false;
    }
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) {
      throw Interrupted();
    }
    const Waiting next = std::move(waiting_.back());
    waiting_.pop_back();
    open(next, issues);
  }
}

std::uint64_t DocumentFiles::consumed() const {
  return consumed_ + (current_ == nullptr ? 0 : current_->consumed());
}

void DocumentFiles::open(const Waiting& file, std::vector<DocumentIssue>& issues) {
  const std::string path = file.path.string();
  std::error_code failed;
  if (path != "-" && fs::is_directory(file.path, failed)) {
    open_folder(file.path, issues);
    return;
  }
  auto kind = kind_of_content(beginning_of(path));
  if (!kind) {
    kind = kind_of_name(path);
  }
  if (!kind && !file.is_named) {
    ++passed_over_[file.path.extension().string()];
    return;
  }
  const FileKind known = kind.value_or(FileKind::text);
  file_ = path;
  file_type_ = media_type_of(known);
  if (!file_type_.empty()) {
    return;
  }
  try {
    current_ = known == FileKind::warc ? open_warc(path, limits_, stop_)
                                       : open_document_rows(path, limits_, stop_);
  } catch (const Error& error) {
    tell(shown_path(path), "unreadable", words_of(error, shown_path(path)), issues);
  }
}

void DocumentFiles::open_folder(const fs::path& folder, std::vector<DocumentIssue>& issues) {
  std::error_code failed;
  std::vector<fs::path> inside;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const fs::file_status status = at->symlink_status(failed);
    const bool is_linked_folder = fs::is_symlink(status) && at->is_directory(failed);
    const bool is_dotted = at->path().filename().string().starts_with('.');
    if (!is_dotted && !is_linked_folder &&
        (at->is_directory(failed) || at->is_regular_file(failed))) {
      inside.push_back(at->path());
    }
    failed.clear();  // of this entry alone: it may be gone by now
  }
  if (failed) {
    tell(folder.string(), "unreadable",
         failed.message() + ". Make the folder readable for you, or leave it out.", issues);
  }
  std::ranges::sort(inside, std::greater<>());
  for (fs::path& path : inside) {
    waiting_.push_back({std::move(path), false});
  }
}

bool DocumentFiles::read_file(Document& document, std::vector<DocumentIssue>& issues) {
  document.clear();
  document.media_type = std::exchange(file_type_, {});
  document.file = document.id = shown_path(file_);
  try {
    document.bytes = read_document(file_, limits_.most_bytes);
    consumed_ += size_of(file_);
    return true;
  } catch (const TooLarge& error) {
    tell(document.file, "too_large", words_of(error, document.file), issues);
  } catch (const Error& error) {
    tell(document.file, "unreadable", words_of(error, document.file), issues);
  }
  return false;
}

}  // namespace unspin
