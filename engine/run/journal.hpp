// The output of a long run while it grows: what was written up to the last checkpoint outlives
// whatever ends the process.
//
// Two files: the journal itself, and beside it, under its name with ".checkpoint", how far it is
// good and whatever else the run needs to go on. The checkpoint is replaced as a whole, after the
// journal is durable: it never promises what is not there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/io/sink.hpp"

namespace unspin {

/// For one thread at a time. What is left of a journal that was neither finished nor removed is for
/// the next run.
class Journal : public Sink {
 public:
  /// What the last checkpoint beside `path` said; nothing if there is none. Throws
  /// Error(unreadable_input) if it cannot be read.
  static std::optional<std::string> last_checkpoint(const std::string& path);

  /// Begins anew, or, with `resume`, behind what was there at the last checkpoint. Throws
  /// Error(unwritable_output), also while another journal writes there, and
  /// Error(unreadable_input) if less is there than the checkpoint says.
  Journal(std::string path, bool resume);
  ~Journal() override;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  void write(std::string_view bytes) override;
  void flush() override;
  void finish() override { flush(); }

  /// Makes everything written so far durable, together with what the run needs to go on from here.
  void checkpoint(std::string_view state);

  /// Removes both files: what they held is elsewhere.
  void remove();

  const std::string& path() const { return path_; }

 private:
  [[noreturn]] void fail(int reason) const;

  std::string path_;
  int descriptor_ = -1;
  std::string pending_;
  std::uint64_t size_ = 0;
};

}  // namespace unspin
