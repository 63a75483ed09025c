#include "scorers/edit/beam_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace unspin {
namespace {

constexpr std::size_t least_beam = 25;
constexpr std::uint32_t unreached = 1u << 30;

}  // namespace

std::size_t beam_for(double length_ratio) {
  const auto width = static_cast<double>(least_beam);
  return width < length_ratio / 2 ? static_cast<std::size_t>(std::ceil(length_ratio / 2 + width))
                                  : least_beam;
}

void BeamTable::set_bands() {
  const std::size_t n = hypothesis_.size();
  const std::size_t m = reference_.size();
  const double ratio = n == 0 ? 1 : static_cast<double>(m) / static_cast<double>(n);
  beam_ = beam_for(ratio);
  stride_ = std::min(2 * beam_ + 1, m + 1);
  begin_.resize(n + 1);
  end_.resize(n + 1);
  begin_[0] = 0;
  end_[0] = static_cast<std::uint32_t>(m + 1);
  for (std::size_t i = 1; i <= n; ++i) {
    const auto diagonal = static_cast<std::size_t>(std::floor(static_cast<double>(i) * ratio));
    begin_[i] = static_cast<std::uint32_t>(diagonal > beam_ ? diagonal - beam_ : 0);
    end_[i] = static_cast<std::uint32_t>(i == n ? m + 1 : std::min(m + 1, diagonal + beam_));
  }
}

/// `above` and `row` start where their bands do.
template <bool traced>
void BeamTable::make_row(std::size_t i, std::uint32_t word, const std::uint32_t* above,
                         std::uint32_t* row) {
  const std::uint32_t begin = begin_[i];
  const std::uint32_t end = end_[i];
  const std::uint32_t begin_above = begin_[i - 1];
  const std::uint32_t end_above = end_[i - 1];
  std::uint32_t left = unreached;
  const auto put = [&](std::uint32_t j, std::uint32_t diagonal, std::uint32_t up) {
    const bool same = j > 0 && word == reference_[j - 1];
    std::uint32_t best = diagonal + (same ? 0 : 1);
    if constexpr (traced) {
      Step step = same ? keep : substitute;
      if (up + 1 < best) {
        best = up + 1;
        step = drop_hypothesis;
      }
      if (left + 1 < best) {
        best = left + 1;
        step = add_reference;
      }
      steps_[i * stride_ + (j - begin)] = step;
    } else {
      best = std::min(best, std::min(up, left) + 1);
    }
    row[j - begin] = left = best;
  };
  std::uint32_t j = begin;
  std::uint32_t diagonal = j > begin_above ? above[j - 1 - begin_above] : unreached;
  for (; j < std::min(end, end_above); ++j) {
    const std::uint32_t up = above[j - begin_above];
    put(j, diagonal, up);
    diagonal = up;
  }
  // This row sees farther to the right.
  for (; j < end; ++j) {
    put(j, diagonal, unreached);
    diagonal = unreached;
  }
}

std::size_t BeamTable::fill(TokenSpan hypothesis, TokenSpan reference) {
  hypothesis_ = hypothesis;
  reference_ = reference;
  has_rest_ = false;
  set_bands();
  const std::size_t n = hypothesis.size();
  const std::size_t m = reference.size();
  first_row_.resize(m + 1);
  std::iota(first_row_.begin(), first_row_.end(), 0u);
  rows_.resize((n + 1) * stride_);
  steps_.resize((n + 1) * stride_);
  for (std::size_t i = 1; i <= n; ++i) {
    make_row<true>(i, hypothesis[i - 1], i == 1 ? first_row_.data() : row_of(rows_, i - 1),
                   row_of(rows_, i));
  }
  return n == 0 ? m : row_of(rows_, n)[m - begin_[n]];
}

void BeamTable::fill_rest() {
  const std::size_t n = hypothesis_.size();
  const std::size_t m = reference_.size();
  rest_.resize((n + 1) * stride_);
  for (std::size_t j = begin_[n]; j <= m; ++j) {
    row_of(rest_, n)[j - begin_[n]] = static_cast<std::uint32_t>(m - j);
  }
  for (std::size_t i = n - 1; i >= 1; --i) {
    const std::uint32_t* below = row_of(rest_, i + 1);
    const std::uint32_t begin_below = begin_[i + 1];
    const std::uint32_t end_below = end_[i + 1];
    const auto below_at = [&](std::uint32_t j) {
      return j >= begin_below && j < end_below ? below[j - begin_below] : unreached;
    };
    std::uint32_t right = unreached;
    for (std::uint32_t j = end_[i]; j-- > begin_[i];) {
      std::uint32_t best = std::min(below_at(j), right) + 1;
      if (j < m) {
        best = std::min(best, below_at(j + 1) + (hypothesis_[i] == reference_[j] ? 0 : 1));
      }
      row_of(rest_, i)[j - begin_[i]] = right = best;
    }
  }
  has_rest_ = true;
}

std::size_t BeamTable::distance_if(TokenSpan changed, std::size_t from, std::size_t to) {
  while (from < to && changed[from] == hypothesis_[from]) {
    ++from;
  }
  while (from < to && changed[to - 1] == hypothesis_[to - 1]) {
    --to;
  }
  if (from == to) {
    const std::size_t n = hypothesis_.size();
    return row_of(rows_, n)[reference_.size() - begin_[n]];
  }
  if (!has_rest_) {
    fill_rest();
  }
  const std::uint32_t* row = from == 0 ? first_row_.data() : row_of(rows_, from);
  for (std::size_t i = from + 1; i <= to; ++i) {
    std::vector<std::uint32_t>& next = changed_[i % 2];
    next.resize(stride_);
    make_row<false>(i, changed[i - 1], row, next.data());
    row = next.data();
  }
  const std::uint32_t* rest = row_of(rest_, to);
  std::uint32_t distance = unreached;
  for (std::uint32_t j = 0; j < end_[to] - begin_[to]; ++j) {
    distance = std::min(distance, row[j] + rest[j]);
  }
  return distance;
}

}  // namespace unspin
