// A metric's parameters: declared beside the metric, set by the user as `-m NAME:param=value,…`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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
  /// Default of a corpus score, where the reference implementation has another one there. Only for
  /// parameters that `measure` does not look at.
  std::optional<double> corpus_default = {};
};

/// What is scored: one pair, or the sum of many.
enum class Scope : std::uint8_t { pair, corpus };

/// The values of one metric's parameters, in the order of their declaration.
class Settings {
 public:
  static constexpr std::size_t most_parameters = 8;

  explicit Settings(std::span<const Parameter> declared, Scope scope = Scope::pair) {
    for (std::size_t i = 0; i < declared.size(); ++i) {
      const double pair_default = declared[i].default_value;
      values_[i] =
          scope == Scope::pair ? pair_default : declared[i].corpus_default.value_or(pair_default);
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
