// Originals on their way into an index: packed, in the order in which they came, in a temporary
// file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/index/original.hpp"
#include "engine/index/temporary_file.hpp"
#include "engine/io/sink.hpp"

namespace unspin {

class OriginalSpool : public Sink {
 public:
  /// Its temporary file is in this folder. Throws Error(unwritable_output).
  explicit OriginalSpool(std::string folder) : file_(std::move(folder)) {}

  /// Takes records as OriginalPacker makes them, in pieces of any size.
  void write(std::string_view bytes) override { file_.write(bytes); }
  void finish() override {}

  /// What was written, of those with the same id only the last; views into the spool. Nothing may
  /// be written afterwards.
  std::vector<PackedOriginal> originals();

 private:
  TemporaryFile file_;
};

}  // namespace unspin
