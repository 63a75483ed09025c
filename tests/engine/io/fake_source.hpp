// A source that gives its bytes in small pieces, and may break off with an error.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"

namespace unspin::testing {

class FakeSource : public ByteSource {
 public:
  enum class Ending { orderly, error };

  explicit FakeSource(std::string bytes, std::size_t piece = 7, Ending ending = Ending::orderly)
      : bytes_(std::move(bytes)), piece_(piece), ending_(ending) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t length = std::min({bytes_.size() - at_, into.size(), piece_});
    if (length == 0 && ending_ == Ending::error) {
      throw Error(ErrorCode::unreadable_input, "fake: damaged", "Use another.");
    }
    std::memcpy(into.data(), bytes_.data() + at_, length);
    at_ += length;
    return length;
  }
  std::uint64_t consumed() const override { return at_; }
  std::optional<std::uint64_t> total() const override { return std::nullopt; }

 private:
  std::string bytes_;
  std::size_t piece_;
  Ending ending_;
  std::size_t at_ = 0;
};

}  // namespace unspin::testing
