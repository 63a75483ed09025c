// A metric's parameters: declared beside the metric, set by the user as `-m NAME:param=value,…`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace unspin {

struct Parameter {
  enum class Kind : std::uint8_t { boolean, integer, real, choice };

  std::string_view name;
  Kind kind = Kind::boolean;
  double default_value = 0;  ///< a boolean's is 0 or 1, a choice's is its place in `choices`
  double least = 0, most = 1;
  std::span<const std::string_view> choices = {};
  std::string_view summary;
};

/// The values of one metric's parameters, in the order of their declaration.
class Settings {
 public:
  static constexpr std::size_t most_parameters = 8;

  explicit Settings(std::span<const Parameter> declared) {
    for (std::size_t i = 0; i < declared.size(); ++i) {
      values_[i] = declared[i].default_value;
    }
  }

  double real(std::size_t i) const { return values_[i]; }
  bool flag(std::size_t i) const { return values_[i] != 0; }
  std::size_t count(std::size_t i) const { return static_cast<std::size_t>(values_[i]); }
  template <class Enum>
  Enum choice(std::size_t i) const {
    return static_cast<Enum>(values_[i]);
  }
  void set(std::size_t i, double value) { values_[i] = value; }

 private:
  std::array<double, most_parameters> values_{};
};

}  // namespace unspin
