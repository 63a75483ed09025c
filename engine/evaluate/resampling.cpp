#include "engine/evaluate/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include "engine/evaluate/numpy_random.hpp"

namespace unspin {
namespace {

/// Draws that are held at once; a whole number of samples of them.
constexpr std::size_t most_draws = std::size_t{1} << 23;

std::size_t samples_at_once(std::size_t segments, std::size_t samples) {
  return std::clamp<std::size_t>(most_draws / std::max<std::size_t>(segments, 1), 1,
                                 std::max<std::size_t>(samples, 1));
}

/// The drawn rows of a table added up, from left to right.
template <class Number>
void add_drawn(std::span<const std::uint32_t> drawn, const std::vector<Number>& rows,
               std::size_t width, std::vector<Number>& sums) {
  sums.assign(width, Number{0});
  Number* const sum = sums.data();
  for (const std::uint32_t segment : drawn) {
    const Number* const row = rows.data() + segment * width;
    for (std::size_t i = 0; i < width; ++i) {
      sum[i] += row[i];
    }
  }
}

/// One of the things that are sampled, its rows in the precision in which they are summed.
class Table {
 public:
  explicit Table(const Sampled& sampled)
      : metric_(*sampled.metric), exact_(sampled.measurements->numbers) {
    if (metric_.is_sampled_in_single()) {
      single_.reserve(exact_.size());
      for (const double number : exact_) {
        single_.push_back(static_cast<float>(number));
      }
    }
  }

  double value_of(std::span<const std::uint32_t> drawn) const {
    std::vector<double> sums;
    if (!metric_.is_sampled_in_single()) {
      add_drawn(drawn, exact_, metric_.width(), sums);
      return metric_.primary(sums);
    }
    std::vector<float> single;
    add_drawn(drawn, single_, metric_.width(), single);
    sums.assign(single.begin(), single.end());
    return metric_.finish_single(sums);
  }

 private:
  const CorpusMetric& metric_;
  const std::vector<double>& exact_;
  std::vector<float> single_;
};

/// A trial: what either system has after the exchanges. True in `kept`: the segment stays.
double difference_of(const SampledPair& pair, std::span<const std::uint8_t> kept) {
  const std::size_t width = pair.metric->width();
  std::vector<double> sums(2 * width, 0.0);
  double* const first = sums.data();
  double* const second = first + width;
  for (std::size_t segment = 0; segment < kept.size(); ++segment) {
    const double* ours = pair.baseline->numbers.data() + segment * width;
    const double* theirs = pair.system->numbers.data() + segment * width;
    if (kept[segment] == 0) {
      std::swap(ours, theirs);
    }
    for (std::size_t i = 0; i < width; ++i) {
      first[i] += ours[i];
      second[i] += theirs[i];
    }
  }
  return std::abs(pair.metric->primary({first, width}) - pair.metric->primary({second, width}));
}

/// Calls work(item, sample) for all items and `samples` samples on all threads.
template <class Work>
void for_each_sample(std::size_t items, std::size_t samples, int threads, const Work& work) {
  std::exception_ptr failure;
#pragma omp parallel for num_threads(threads) schedule(dynamic, 8) default(none) \
    shared(items, samples, work, failure)
  for (std::size_t task = 0; task < items * samples; ++task) {
    try {
      work(task / samples, task % samples);
    } catch (...) {  // must not leave the parallel region
#pragma omp critical(unspin_sample_failure)
      failure = std::current_exception();
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace

std::vector<std::vector<double>> bootstrap(std::span<const Sampled> sampled,
                                           const SamplePlan& plan) {
  std::vector<std::vector<double>> values(sampled.size(), std::vector<double>(plan.samples));
  if (sampled.empty()) {
    return values;
  }
  const std::vector<Table> tables(sampled.begin(), sampled.end());
  const std::size_t segments = sampled.front().measurements->count();
  const std::size_t at_once = samples_at_once(segments, plan.samples);
  std::vector<std::uint32_t> drawn(at_once * segments);
  NumpyRandom random(plan.seed);
  for (std::size_t done = 0; done < plan.samples; done += at_once) {
    const std::size_t samples = std::min(at_once, plan.samples - done);
    random.fill_below(static_cast<std::uint32_t>(segments),
                      std::span(drawn).first(samples * segments));
    for_each_sample(
        tables.size(), samples, plan.threads, [&](std::size_t table, std::size_t sample) {
          values[table][done + sample] =
              tables[table].value_of(std::span(drawn).subspan(sample * segments, segments));
        });
  }
  return values;
}

std::vector<std::vector<double>> randomised_differences(std::span<const SampledPair> pairs,
                                                        const SamplePlan& plan) {
  std::vector<std::vector<double>> values(pairs.size(), std::vector<double>(plan.samples));
  if (pairs.empty()) {
    return values;
  }
  const std::size_t segments = pairs.front().baseline->count();
  const std::size_t at_once = samples_at_once(segments, plan.samples);
  std::vector<std::uint8_t> kept(at_once * segments);
  NumpyRandom random(plan.seed);
  NumpyBits bits(random);
  for (std::size_t done = 0; done < plan.samples; done += at_once) {
    const std::size_t samples = std::min(at_once, plan.samples - done);
    std::generate_n(kept.begin(), samples * segments, [&bits] { return bits.next() ? 1 : 0; });
    for_each_sample(pairs.size(), samples, plan.threads, [&](std::size_t pair, std::size_t sample) {
      values[pair][done + sample] =
          difference_of(pairs[pair], std::span(kept).subspan(sample * segments, segments));
    });
  }
  return values;
}

}  // namespace unspin
