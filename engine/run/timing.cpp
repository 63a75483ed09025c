#include "engine/run/timing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/io/byte_source.hpp"

namespace unspin {
namespace {

/// A trial shorter than this part of a measurement says too little of how long a pass takes.
constexpr double least_share_of_trial = .3;
/// Of the longest.
constexpr double shortest_measurement = .2;
/// Bounds the passes where the clock does not seem to run.
constexpr std::size_t most_passes = std::size_t{1} << 30;

/// All numbers below `items`, so that those of each beginning lie evenly among them: steps of the
/// golden section, which never come near each other.
std::vector<std::size_t> evenly_spread(std::size_t items) {
  constexpr double golden_section = .6180339887498949;
  auto step = static_cast<std::size_t>(std::llround(golden_section * static_cast<double>(items)));
  step = std::max<std::size_t>(step, 1);
  while (std::gcd(step, items) != 1) {
    ++step;
  }
  std::vector<std::size_t> order(items);
  std::size_t at = 0;
  for (std::size_t& item : order) {
    item = at;
    at = (at + step) % items;
  }
  return order;
}

/// What a trial says of a piece of work.
struct Trial {
  std::vector<std::size_t> order;  // of all items, or of those of the piece it is compared with
  std::size_t tried = 0;           // so many of them, from the first
  double seconds = 0;              // that the first pass over these took
  double seconds_per_item = 0;     // when warm
};

class Turns {
 public:
  Turns(std::span<const TimedWork> works, const TimingPlan& plan,
        const TimingSurroundings& surroundings)
      : works_(works),
        surroundings_(surroundings),
        repetitions_(plan.repetitions),
        round_(plan.seconds / static_cast<double>(plan.repetitions + 1)) {}

  std::vector<Timing> take() {
    for (const TimedWork& work : works_) {
      trials_.push_back(tried(work));
      step();
    }
    const double longest = longest_measurement();
    for (std::size_t i = 0; i < works_.size(); ++i) {
      fit(i, longest);
    }
    for (std::size_t repetition = 0; repetition < repetitions_; ++repetition) {
      for (std::size_t i = 0; i < works_.size(); ++i) {
        const bool is_forth = repetition % 2 == 0;
        repeat(is_forth ? i : works_.size() - 1 - i, repetition);
        step();
      }
    }
    return std::move(timings_);
  }

 private:
  double seconds_of(const TimedWork& work, std::span<const std::size_t> items,
                    std::size_t passes) const {
    if (surroundings_.stop != nullptr && surroundings_.stop->load(std::memory_order_relaxed)) {
      throw Interrupted();
    }
    const double start = surroundings_.now();
    work.work(items, passes);
    return surroundings_.now() - start;
  }

  /// One more item, two, four, until all are done or the time for a trial is up; if all are done
  /// long before that, all of them again, twice, four times.
  Trial tried(const TimedWork& work) const {
    const double time = round_ / static_cast<double>(works_.size());
    Trial trial;
    if (work.items_of) {
      trial.order = trials_[*work.items_of].order;
      trial.tried = trials_[*work.items_of].tried;
      trial.seconds = seconds_of(work, std::span(trial.order).first(trial.tried), 1);
    } else {
      trial.order = evenly_spread(work.items);
      while (trial.tried < work.items && (trial.tried == 0 || 2 * trial.seconds <= time)) {
        const std::size_t count =
            std::min(std::max<std::size_t>(trial.tried, 1), work.items - trial.tried);
        trial.seconds += seconds_of(work, std::span(trial.order).subspan(trial.tried, count), 1);
        trial.tried += count;
      }
    }
    std::size_t passes = 1;
    double seconds = trial.seconds;
    while (seconds < least_share_of_trial * time && passes < most_passes) {
      passes *= 2;
      seconds = seconds_of(work, std::span(trial.order).first(trial.tried), passes);
    }
    trial.seconds_per_item = seconds / static_cast<double>(passes * trial.tried);
    return trial;
  }

  /// How long one repetition of a piece takes if none may take longer than `longest`: a pass over
  /// all items, but not so short that the clock and chance weigh.
  double measurement(const Trial& trial, double longest) const {
    const double pass = trial.seconds_per_item * static_cast<double>(trial.order.size());
    return std::clamp(pass, shortest_measurement * longest, longest);
  }

  /// The time that a repetition may take at most, so that a round of all pieces takes as long as
  /// planned: quick ones leave to slow ones what they do not need.
  double longest_measurement() const {
    double low = 0;
    double high = round_ / shortest_measurement;  // one piece alone, and that one quick
    for (int step = 0; step < 50; ++step) {
      const double middle = (low + high) / 2;
      double sum = 0;
      for (const Trial& trial : trials_) {
        sum += measurement(trial, middle);
      }
      (sum > round_ ? high : low) = middle;
    }
    return low;
  }

  /// Says what a repetition of a piece is.
  void fit(std::size_t i, double longest) {
    const Trial& trial = trials_[i];
    const double time = measurement(trial, longest);
    Timing& timing = timings_.emplace_back();
    timing.items = trial.order;
    if (works_[i].items_of) {
      timing.items = timings_[*works_[i].items_of].items;
    } else {
      timing.items.resize(static_cast<std::size_t>(
          std::clamp(time / trial.seconds_per_item, 1., static_cast<double>(trial.order.size()))));
    }
    const double pass = trial.seconds_per_item * static_cast<double>(timing.items.size());
    timing.passes = static_cast<std::size_t>(
        std::clamp(std::round(time / pass), 1., static_cast<double>(most_passes)));
    const double affordable = std::floor(static_cast<double>(repetitions_) * 2 * time / pass);
    affordable_.push_back(
        static_cast<std::size_t>(std::clamp(affordable, 0., static_cast<double>(repetitions_))));
    if (affordable_.back() == 0) {
      timing.items.resize(trial.tried);
      timing.seconds.push_back(trial.seconds);
    }
  }

  void repeat(std::size_t i, std::size_t repetition) {
    if (repetition < affordable_[i]) {
      Timing& timing = timings_[i];
      timing.seconds.push_back(seconds_of(works_[i], timing.items, timing.passes));
    }
  }

  void step() {
    ++done_;
    if (surroundings_.on_progress) {
      surroundings_.on_progress(done_, works_.size() * (repetitions_ + 1));
    }
  }

  std::span<const TimedWork> works_;
  const TimingSurroundings& surroundings_;
  std::size_t repetitions_;
  double round_;  // seconds for the trials of all pieces, and for one repetition of all
  std::vector<Trial> trials_;
  std::vector<Timing> timings_;
  std::vector<std::size_t> affordable_;  // repetitions, by work
  std::size_t done_ = 0;
};

}  // namespace

std::vector<Timing> time_in_turns(std::span<const TimedWork> works, const TimingPlan& plan,
                                  const TimingSurroundings& surroundings) {
  return Turns(works, plan, surroundings).take();
}

}  // namespace unspin
