// A few originals, and an index made of them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/index_writer.hpp"
#include "engine/index/originals_index.hpp"
#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/files.hpp"

namespace unspin::testing {

inline Original original(std::string id, std::string text) {
  return {.id = std::move(id), .address = "", .title = "", .date = "", .text = std::move(text)};
}

/// Four short texts that have words in common.
inline std::vector<Original> small_library() {
  return {original("bridge",
                   "The old bridge over the river was closed, and nobody knew for how "
                   "long. The ferry took over."),
          original("ferry",
                   "The ferry crossed the river twice a day, and in winter only once. The "
                   "old bridge was shorter, but nobody liked it."),
          original("bees", "Bees find their way by the sun. When it hides, they wait at the hive."),
          original("clock",
                   "A clock that stands still is right twice a day; one that is late is "
                   "never right.")};
}

inline void pack(std::span<const Original> originals, OriginalSpool& spool) {
  OriginalPacker packer;
  for (const Original& one : originals) {
    std::string record;
    packer.append_record(one, record);
    spool.write(record);
  }
}

/// In small pieces of memory, so that even a small library is sorted in several runs.
inline SegmentWriteOptions cramped(int threads = 1) {
  return {.threads = threads, .memory_bytes = 1};
}

inline void build(const std::string& folder, std::span<const Original> originals,
                  const KeyOptions& keys = {}, const SegmentWriteOptions& options = cramped()) {
  IndexWriter writer(folder, IndexWriter::Folder::may_be_new);
  OriginalSpool spool(folder);
  pack(originals, spool);
  writer.build(keys, spool, options);
}

inline std::uint64_t add(const std::string& folder, std::span<const Original> originals,
                         const SegmentWriteOptions& options = cramped()) {
  IndexWriter writer(folder);
  OriginalSpool spool(folder);
  pack(originals, spool);
  return writer.add(spool, options);
}

/// The ids of an index, in order, without removed ones.
inline std::vector<std::string> ids_of(const OriginalsIndex& index) {
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; i < index.end(); ++i) {
    if (!index.is_removed(i)) {
      ids.emplace_back(index.label(i).id);
    }
  }
  return ids;
}
inline std::vector<std::string> ids_of(const std::string& folder) {
  return ids_of(OriginalsIndex::open(folder));
}

/// Every file of a folder with its bytes; the lock is not part of an index.
inline std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename() != "lock") {
      files[entry.path().filename()] = read_file(entry.path());
    }
  }
  return files;
}

/// Calls check(bit) with each bit of the file flipped in turn, and nothing else changed.
template <class Check>
void with_each_bit_flipped(const std::string& path, Check check) {
  const std::string good = read_file(path);
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const auto put = [&](std::size_t at, char byte) {
    file.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
  };
  for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
    put(bit / 8, static_cast<char>(good[bit / 8] ^ (1 << bit % 8)));
    check(bit);
    put(bit / 8, good[bit / 8]);
  }
}

/// "done", or what an Error says and what to do about it.
template <class Act>
std::string complaint_of(Act act) {
  try {
    act();
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.remedy();
  }
  return "done";
}

}  // namespace unspin::testing
