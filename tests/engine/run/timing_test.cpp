// Timing in turns, by a clock that goes only when work is done.
#include "engine/run/timing.hpp"

#include <gtest/gtest.h>
#include <numeric>
#include <set>
#include <stdexcept>

#include "engine/io/byte_source.hpp"

namespace unspin {
namespace {

/// A machine on which every item of a piece of work takes the time that is given.
class FakeMachine {
 public:
  TimedWork work(std::size_t items, double seconds_per_item) {
    const std::size_t number = works_++;
    return {.items = items,
            .work = [this, number, seconds_per_item](std::span<const std::size_t> these,
                                                     std::size_t passes) {
              now_ += seconds_per_item * slowness_ * static_cast<double>(these.size() * passes);
              order.push_back(number);
            }};
  }

  std::vector<Timing> time(const std::vector<TimedWork>& works, const TimingPlan& plan) {
    return time_in_turns(works, plan, {.now = [this] { return now_; }});
  }

  double now() const { return now_; }
  void slow_down(double slowness) { slowness_ = slowness; }

  std::vector<std::size_t> order;  // of the works that were done

 private:
  std::size_t works_ = 0;
  double now_ = 100;
  double slowness_ = 1;
};

double seconds_per_item(const Timing& timing, double seconds) {
  return seconds / static_cast<double>(timing.items.size() * timing.passes);
}

TEST(Timing, FindsWhatAnItemTakes) {
  FakeMachine machine;
  const auto timings =
      machine.time({machine.work(100, 1e-6), machine.work(7, 1e-3)}, {.seconds = 3});
  ASSERT_EQ(timings.size(), 2u);
  for (const double seconds : timings[0].seconds) {
    EXPECT_NEAR(seconds_per_item(timings[0], seconds), 1e-6, 1e-12);
  }
  for (const double seconds : timings[1].seconds) {
    EXPECT_NEAR(seconds_per_item(timings[1], seconds), 1e-3, 1e-9);
  }
}

TEST(Timing, TakesAboutThePlannedTime) {
  for (const double planned : {.5, 30.}) {
    FakeMachine machine;
    std::vector<TimedWork> works;
    for (const double cost : {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, .1}) {
      works.push_back(machine.work(16, cost));
      works.push_back(machine.work(200, cost));
    }
    const double start = machine.now();
    machine.time(works, {.seconds = planned});
    EXPECT_GT(machine.now() - start, .5 * planned);
    EXPECT_LT(machine.now() - start, planned > 1 ? 1.3 * planned : planned + 2 * .1 * 2);
  }
}

TEST(Timing, GoesOverAllItemsWhereThereIsTime) {
  FakeMachine machine;
  const auto timings = machine.time({machine.work(50, 1e-3)}, {.seconds = 12});
  std::set<std::size_t> seen(timings[0].items.begin(), timings[0].items.end());
  EXPECT_EQ(seen.size(), 50u);
  EXPECT_EQ(*seen.rbegin(), 49u);
  EXPECT_NEAR(static_cast<double>(timings[0].passes), 40, 1) << "2 s each, 50 ms a pass";
  EXPECT_EQ(timings[0].seconds.size(), 5u);
}

TEST(Timing, LeavesToSlowWorkWhatQuickWorkDoesNotNeed) {
  FakeMachine machine;
  std::vector<TimedWork> works;
  for (int i = 0; i < 20; ++i) {
    works.push_back(machine.work(10, 1e-6));
  }
  works.push_back(machine.work(10, .1));
  const auto timings = machine.time(works, {.seconds = 30});
  EXPECT_EQ(timings.back().items.size(), 10u) << "1 s of the 5 s of a round, not 1/21 of them";
  EXPECT_EQ(timings.back().seconds.size(), 5u);
}

TEST(Timing, TakesASampleSpreadOverAllItemsWhereThereIsNone) {
  FakeMachine machine;
  const auto timings = machine.time({machine.work(1000, .1)}, {.seconds = 12});
  ASSERT_EQ(timings[0].items.size(), 20u) << "of 2 s each";
  EXPECT_EQ(timings[0].passes, 1u);
  std::set<std::size_t> parts;
  for (const std::size_t item : timings[0].items) {
    parts.insert(item / 100);
  }
  EXPECT_EQ(parts.size(), 10u) << "no tenth of the items without one";
}

TEST(Timing, RepeatsLessWhatTakesLongerThanItMay) {
  FakeMachine machine;
  const auto timings = machine.time({machine.work(3, 4), machine.work(3, 100)}, {.seconds = 12});
  EXPECT_EQ(timings[0].items.size(), 1u);
  EXPECT_LT(timings[0].seconds.size(), 5u);
  EXPECT_EQ(timings[1].seconds, std::vector<double>{100}) << "its trial";
  EXPECT_EQ(timings[1].items.size(), 1u);
}

TEST(Timing, TakesTurnsForthAndBack) {
  FakeMachine machine;
  const std::vector<TimedWork> works{machine.work(1, 1), machine.work(1, 1), machine.work(1, 1)};
  machine.time(works, {.seconds = 9, .repetitions = 2});
  const std::vector<std::size_t> end(machine.order.end() - 6, machine.order.end());
  EXPECT_EQ(end, (std::vector<std::size_t>{0, 1, 2, 2, 1, 0}));
}

TEST(Timing, GivesWorkThatIsComparedTheSameItems) {
  FakeMachine machine;
  std::vector<TimedWork> works{machine.work(1000, .1), machine.work(1000, .01)};
  works[1].items_of = 0;
  const auto timings = machine.time(works, {.seconds = 24});
  EXPECT_EQ(timings[0].items, timings[1].items);
  EXPECT_LT(timings[0].items.size(), 1000u);
}

TEST(Timing, SaysHowFarItIs) {
  FakeMachine machine;
  const std::vector<TimedWork> works{machine.work(3, .1), machine.work(3, .1)};
  std::vector<std::size_t> done;
  double now = 0;
  time_in_turns(works, {.seconds = 1, .repetitions = 2},
                {.now = [&] { return now += .1; },
                 .on_progress =
                     [&](std::size_t so_far, std::size_t of) {
                       EXPECT_EQ(of, 6u);
                       done.push_back(so_far);
                     }});
  EXPECT_EQ(done, (std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
}

TEST(Timing, StopsWhenAsked) {
  FakeMachine machine;
  const std::vector<TimedWork> works{machine.work(3, .1)};
  const std::atomic<bool> stop = true;
  EXPECT_THROW(time_in_turns(works, {}, {.now = [] { return 0.; }, .stop = &stop}), Interrupted);
}

TEST(Timing, EndsWithAClockThatStands) {
  const std::vector<TimedWork> works{
      {.items = 2, .work = [](std::span<const std::size_t>, std::size_t) {}}};
  const auto timings = time_in_turns(works, {}, {.now = [] { return 0.; }});
  EXPECT_EQ(timings[0].seconds.size(), 5u);
}

TEST(Timing, PassesOnWhatWorkThrows) {
  const std::vector<TimedWork> works{
      {.items = 1, .work = [](auto, auto) { throw std::runtime_error("no"); }}};
  EXPECT_THROW(time_in_turns(works, {}, {.now = [] { return 0.; }}), std::runtime_error);
}

}  // namespace
}  // namespace unspin
