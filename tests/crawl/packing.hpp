// Packing bytes as crawlers do.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "tests/crawl/crawl_maker.hpp"

namespace unspin::testing {

/// A whole gzip member, and a whole zstd frame with its checksum.
std::string gzip_member(std::string_view bytes, int level = 6);
std::string zstd_frame(std::string_view bytes);

/// Writes packed records.
class PackedWriter {
 public:
  virtual ~PackedWriter() = default;

  /// Where the member begins in which the next record will.
  virtual std::uint64_t offset() const = 0;

  virtual void write(std::string_view record) = 0;

  /// Bytes of the packed file itself.
  virtual void write_raw(std::string_view bytes) = 0;

  virtual void finish() {}
};

std::unique_ptr<PackedWriter> make_packed_writer(Packing packing, std::ostream& out);

}  // namespace unspin::testing
