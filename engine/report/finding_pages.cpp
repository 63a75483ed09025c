#include "engine/report/finding_pages.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/html_finding.hpp"
#include "engine/report/html_template.hpp"

namespace unspin {

extern const Markup finding_page;  // made by the build

namespace {

constexpr std::size_t enough_bytes = std::size_t{512} << 10;  // a file ends behind them

/// A page of an earlier report, or what a run that was killed left unfinished.
bool is_ours(const std::string& name) {
  constexpr std::string_view extension = ".html";
  return is_unfinished_file(name) ||
         (name.size() == 16 + extension.size() && name.ends_with(extension) &&
          name.find_first_not_of("0123456789abcdef") == 16);
}

}  // namespace

FindingPages::FindingPages(std::string folder) : folder_(std::move(folder)) {
  std::error_code failure;
  std::filesystem::create_directories(folder_, failure);
  if (failure) {
    throw Error(ErrorCode::unwritable_output, fmt::format("{}: {}", folder_, failure.message()),
                "Remove what is in the way of this folder.");
  }
}

FindingPages::Place FindingPages::add(const FindingLine& finding, const Review* review) {
  if (articles_.size() >= enough_bytes) {
    write_file();
  }
  std::string anchor = finding.id;
  for (int copy = 2; !anchors_.insert(anchor).second; ++copy) {
    anchor = fmt::format("{}-{}", finding.id, copy);
  }
  HtmlWriter html(articles_);
  put_finding(finding, review, anchor, html);
  return {.file = files_.size(), .anchor = std::move(anchor)};
}

void FindingPages::finish() {
  if (!articles_.empty()) {
    write_file();
  }
}

void FindingPages::write_file() {
  std::string text;
  HtmlWriter html(text);
  fill_template(finding_page, html, [&](std::string_view) { text += articles_; });
  std::string name = fmt::format("{:016x}.html", XXH3_64bits(text.data(), text.size()));
  const std::string path = folder_ + "/" + name;
  std::error_code failure;
  if (std::filesystem::file_size(path, failure) != text.size() || failure) {
    FileSink file(path);
    file.write(text);
    file.finish();
  }
  files_.push_back(std::move(name));
  articles_.clear();
  anchors_.clear();
}

void FindingPages::remove_others() const {
  const std::set<std::string> kept(files_.begin(), files_.end());
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, failure)) {
    const std::string name = entry.path().filename().string();
    if (is_ours(name) && !kept.contains(name)) {
      std::filesystem::remove(entry.path(), failure);
    }
  }
}

}  // namespace unspin
