// Building an index of originals: for `unspin index build`, and for an audit that has none yet.
#pragma once

#include <functional>
#include <omp.h>
#include <string>
#include <vector>

#include "engine/index/index_writer.hpp"
#include "engine/io/document.hpp"

namespace unspin {

struct IndexOptions {
  std::vector<std::string> paths;
  std::vector<std::string> ids;
  std::string folder;
  std::string format = "text";
  KeyOptions keys;
  std::string sampling = "1";
  int threads = 0;
  std::size_t memory_mib = 512;
  DocumentLimits limits;

  /// 0 threads asked for are all cores.
  int thread_count() const { return threads > 0 ? threads : omp_get_num_procs(); }
  SegmentWriteOptions writing() const {
    return {.threads = thread_count(), .memory_bytes = memory_mib << 20};
  }
};

/// Reads the originals at the options' paths into the spool, then lets `change` do with them what
/// is to be done. Says what was read. Returns the exit status.
int read_originals(const IndexOptions& options, OriginalSpool& spool,
                   const std::function<void()>& change);

/// Builds the index of them at the options' folder. Returns the exit status.
int build_index(const IndexOptions& options);

}  // namespace unspin
