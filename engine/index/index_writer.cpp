#include "engine/index/index_writer.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "engine/index/originals_index.hpp"
#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr std::string_view lock_name = "lock";
constexpr std::size_t longest_language = 15;

/// A file of a writer that was stopped, or a segment.
bool is_ours(const std::string& name) {
  const std::string any_segment = segment_name(0);
  const std::size_t digits = any_segment.find('.');
  const bool is_segment = name.size() == any_segment.size() &&
                          name.find_first_not_of("0123456789abcdef") == digits &&
                          name.ends_with(any_segment.substr(digits));
  return is_segment || name.starts_with(".unspin-");
}

void check(const KeyOptions& keys) {
  const bool is_name =
      !keys.language.empty() && keys.language.size() <= longest_language &&
      std::ranges::all_of(keys.language, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_name || (keys.sampling != 1 && keys.sampling != 2 && keys.sampling != 4)) {
    throw Error(ErrorCode::usage,
                fmt::format("no index can have language \"{}\" and sampling {}", keys.language,
                            keys.sampling),
                "A language is a name in lower case, such as en; sampling is 1, 2 or 4.");
  }
}

}  // namespace

IndexWriter::IndexWriter(std::string folder, Folder state) : folder_(std::move(folder)) {
  const auto has_manifest = [&] {
    return std::filesystem::exists(std::filesystem::path(folder_) / manifest_name);
  };
  if (state == Folder::has_index) {
    manifest_ = read_manifest(folder_);  // says what is wrong, before anything is made there
  } else if (!has_manifest()) {
    make_folder();
  }
  lock();
  // Once more: whoever held the lock may have changed it.
  try {
    manifest_ = has_manifest() ? read_manifest(folder_) : Manifest();
    remove_leftovers();
  } catch (const Error&) {
    if (state == Folder::has_index) {
      ::close(lock_);
      throw;
    }  // else it will be replaced, damaged as it is
  }
}

void IndexWriter::make_folder() const {
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  if (failed) {
    throw Error(ErrorCode::unwritable_output, fmt::format("{}: {}", folder_, failed.message()),
                "Check that you may create folders there.");
  }
  check_others();
}

IndexWriter::~IndexWriter() { ::close(lock_); }

void IndexWriter::check_others() const {
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    const std::string name = entry.path().filename();
    if (name != lock_name && !is_ours(name)) {
      throw Error(ErrorCode::unwritable_output,
                  fmt::format("{}: this folder holds other things than an index, such as {}",
                              folder_, name),
                  "Name a new folder, or an empty one.");
    }
  }
}

void IndexWriter::lock() {
  const std::string path = fmt::format("{}/{}", folder_, lock_name);
  lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ >= 0 && ::flock(lock_, LOCK_EX | LOCK_NB) == 0) {
    return;
  }
  const int reason = errno;
  if (lock_ >= 0) {
    ::close(lock_);
  }
  if (reason == EWOULDBLOCK) {
    throw Error(ErrorCode::unwritable_output,
                fmt::format("{}: somebody else is writing this index", folder_),
                "Try again when they are done. Reading it is possible all the time.");
  }
  throw Error(ErrorCode::unwritable_output,
              fmt::format("{}: {}", path, std::generic_category().message(reason)),
              "Check that you may write in that folder.");
}

void IndexWriter::remove_leftovers() const {
  std::error_code ignored;  // what cannot be removed does no harm
  for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored)) {
    const std::string name = entry.path().filename();
    const bool is_used = std::ranges::any_of(manifest_.segments, [&](const Manifest::Entry& used) {
      return segment_name(used.identity) == name;
    });
    if (is_ours(name) && !is_used) {
      std::filesystem::remove(entry.path(), ignored);
    }
  }
}

void IndexWriter::commit(Manifest manifest) {
  std::erase_if(manifest.segments, [](const Manifest::Entry& entry) {
    return entry.removed.size() == entry.originals;
  });
  write_manifest(folder_, manifest);
  manifest_ = std::move(manifest);
  remove_leftovers();
}

void IndexWriter::build(const KeyOptions& keys, OriginalSpool& spool,
                        const SegmentWriteOptions& options) {
  check(keys);
  Manifest manifest{.keys = keys, .segments = {}};
  const std::vector<PackedOriginal> originals = spool.originals();
  if (!originals.empty()) {
    manifest.segments.push_back({.identity = write_segment(folder_, originals, keys, options),
                                 .originals = static_cast<std::uint32_t>(originals.size()),
                                 .removed = {}});
  }
  commit(std::move(manifest));
}

std::unordered_set<std::string_view> IndexWriter::mark_removed(
    const std::unordered_set<std::string_view>& ids, Manifest& manifest) const {
  std::unordered_set<std::string_view> found;
  const OriginalsIndex index = OriginalsIndex::open(folder_);
  std::uint32_t first = 0;
  for (Manifest::Entry& entry : manifest.segments) {
    std::vector<std::uint32_t> removed;
    for (std::uint32_t i = 0; i < entry.originals; ++i) {
      const auto id = ids.find(index.label(first + i).id);
      if (index.is_removed(first + i)) {
        removed.push_back(i);
      } else if (id != ids.end()) {
        removed.push_back(i);
        found.insert(*id);
      }
    }
    first += entry.originals;
    entry.removed = std::move(removed);
  }
  return found;
}

std::uint64_t IndexWriter::add(OriginalSpool& spool, const SegmentWriteOptions& options) {
  const std::vector<PackedOriginal> originals = spool.originals();
  if (originals.empty()) {
    return 0;
  }
  std::unordered_set<std::string_view> ids;
  for (const PackedOriginal& original : originals) {
    ids.insert(read_label(original.label)->id);
  }
  Manifest manifest = manifest_;
  const std::uint64_t replaced = mark_removed(ids, manifest).size();
  manifest.segments.push_back({.identity = write_segment(folder_, originals, keys(), options),
                               .originals = static_cast<std::uint32_t>(originals.size()),
                               .removed = {}});
  commit(std::move(manifest));
  return replaced;
}

std::vector<std::string> IndexWriter::remove(std::span<const std::string> ids) {
  Manifest manifest = manifest_;
  const auto found = mark_removed({ids.begin(), ids.end()}, manifest);
  if (!found.empty()) {
    commit(std::move(manifest));
  }
  std::vector<std::string> missing;
  for (const std::string& id : ids) {
    if (!found.contains(id)) {
      missing.push_back(id);
    }
  }
  return missing;
}

void IndexWriter::compact(const SegmentWriteOptions& options) {
  const OriginalsIndex index = OriginalsIndex::open(folder_);
  index.verify();  // damage must not become part of a new, sound segment
  std::vector<PackedOriginal> originals;
  std::uint32_t number = 0;
  for (const Segment& segment : index.segments()) {
    for (std::uint32_t i = 0; i < segment.size(); ++i, ++number) {
      if (!index.is_removed(number)) {
        originals.push_back(segment.original(i));
      }
    }
  }
  const bool is_compact = index.segments().size() == 1 && index.size() == index.end();
  if (!originals.empty() && !is_compact) {
    const std::uint64_t identity = write_segment(folder_, originals, keys(), options);
    commit({.keys = keys(),
            .segments = {{.identity = identity,
                          .originals = static_cast<std::uint32_t>(originals.size()),
                          .removed = {}}}});
  }
}

}  // namespace unspin
