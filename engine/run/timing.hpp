// Timing several pieces of work against each other, on a machine that others use too.
//
// Each piece goes over items again and again. First it is tried: that warms it up, and shows how
// long a pass over its items takes. The planned time is then dealt out: quick pieces make several
// passes, slow ones one, and those too slow even for that go over a sample. The repetitions are
// taken in turns: every piece once, then again in the opposite order, and so on. So a machine that
// gets slower for a while slows down a repetition of each, and not all repetitions of one.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace unspin {

struct TimedWork {
  std::size_t items = 1;  ///< at least 1; their numbers are 0 to items − 1
  /// Goes over these items so many times.
  std::function<void(std::span<const std::size_t> items, std::size_t passes)> work;
  /// The number of an earlier piece that this one is compared with: it goes over the same items.
  std::optional<std::size_t> items_of = {};
};

struct TimingPlan {
  double seconds = 30;          ///< for all pieces together, trials included, more or less
  std::size_t repetitions = 5;  ///< at least 1
};

/// Where time comes from, and who hears of it.
struct TimingSurroundings {
  std::function<double()> now;  ///< in seconds since whenever; never runs backwards
  const std::atomic<bool>* stop = nullptr;
  std::function<void(std::size_t done, std::size_t of)> on_progress = {};
};

struct Timing {
  /// What a pass goes over. All items, in an order in which each beginning is spread evenly over
  /// them; or, if all take longer than there is time for, as long a beginning as does not.
  std::vector<std::size_t> items;
  std::size_t passes = 1;  ///< of one repetition
  /// Of each repetition. Fewer than planned if a single item takes so long that there is no time
  /// for more; the trial counts as one if there is no time for any.
  std::vector<double> seconds;
};

/// Takes about the planned time: a piece takes much more than its part only if its first item
/// alone does. Throws what work throws, and Interrupted once `stop` is set.
std::vector<Timing> time_in_turns(std::span<const TimedWork> works, const TimingPlan& plan,
                                  const TimingSurroundings& surroundings);

}  // namespace unspin
