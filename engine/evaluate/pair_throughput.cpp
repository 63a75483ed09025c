#include "engine/evaluate/pair_throughput.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace unspin {
namespace {

/// One piece of work, and what is known of it.
struct Task {
  Throughput figure;
  Together what;
  const TimedPairs* set = nullptr;
  Outcomes outcomes = {};
};

std::vector<std::string> keys_of(const std::vector<Selected>& selected) {
  std::vector<std::string> keys;
  keys.reserve(selected.size());
  for (const Selected& one : selected) {
    keys.push_back(one.key);
  }
  return keys;
}

Task task_of(Timed what, const Together& together, const TimedPairs& set) {
  Task task{.figure = {.what = what,
                       .name = together.name,
                       .metrics = keys_of(together.selected),
                       .has_verdict = together.judge != nullptr,
                       .seconds = {},
                       .note = {}},
            .what = together,
            .set = &set};
  if (what == Timed::metric || what == Timed::family) {
    task.figure.family = together.selected.front().scorer->info.family;
  }
  return task;
}

void add_metrics(const std::vector<Selected>& metrics, const TimedPairs& set,
                 std::vector<Task>& tasks) {
  for (const Selected& metric : metrics) {
    const bool stands_in =
        metric.scorer->info.needs_references &&
        std::ranges::any_of(set.pairs, [](const PairRow& row) { return row.references.empty(); });
    tasks.push_back(
        task_of(Timed::metric,
                {.name = metric.key, .selected = {metric}, .source_stands_in = stands_in}, set));
    if (stands_in) {
      tasks.back().figure.note = "without references, the source stands in as one";
    }
  }
}

void add_families(const std::vector<Selected>& metrics, const TimedPairs& set,
                  std::vector<Task>& tasks) {
  for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
    Together together{.name = std::string(name_of(family)), .selected = {}};
    std::ranges::copy_if(
        metrics, std::back_inserter(together.selected),
        [&](const Selected& metric) { return metric.scorer->info.family == family; });
    if (together.selected.size() > 1) {
      tasks.push_back(task_of(Timed::family, together, set));
    }
  }
}

std::vector<Task> tasks_of(const TimedPairs& set, const ThroughputTasks& asked) {
  std::vector<Task> tasks;
  add_metrics(asked.metrics, set, tasks);
  add_families(asked.metrics, set, tasks);
  for (const Together& together : asked.together) {
    tasks.push_back(task_of(Timed::together, together, set));
  }
  for (const int threads : asked.threads) {
    tasks.push_back(task_of(Timed::threads, asked.together.back(), set));
    tasks.back().figure.threads = threads;
  }
  return tasks;
}

std::uint64_t bytes_of(const PairRow& row) { return row.source.size() + row.rewrite.size(); }

double median(const std::vector<double>& values) { return spread_of(values).median; }

ThroughputOfSet described(const TimedPairs& set, PairScorers& scorers) {
  ThroughputOfSet described{.name = set.name,
                            .origin = set.origin,
                            .pairs = set.pairs.size(),
                            .broken = set.broken,
                            .is_whole = set.is_whole,
                            .figures = {}};
  std::vector<double> source_words;
  std::vector<double> rewrite_words;
  for (const PairRow& row : set.pairs) {
    described.bytes += bytes_of(row);
    const auto counts = scorers.words(row);
    source_words.push_back(static_cast<double>(counts.first));
    rewrite_words.push_back(static_cast<double>(counts.second));
  }
  described.source_words = median(source_words);
  described.rewrite_words = median(rewrite_words);
  return described;
}

/// Whether there was anything to time, and what is to be said of it.
void judge_outcomes(const Outcomes& seen, const Scorer& scorer, Throughput& figure) {
  constexpr std::string_view over_budget = "the table of edits is larger than allowed";
  if (seen.measured == 0) {
    figure.note = seen.over_budget > 0 ? over_budget : scorer.info.undefined_when;
    figure.is_measured = false;
  } else if (seen.over_budget > 0) {
    figure.note = fmt::format("some pairs took no time: {}", over_budget);
  } else if (seen.with_value == 0) {
    figure.note = fmt::format("looked for in vain: {}", scorer.info.undefined_when);
  }
}

/// What was timed and what became of it, as a figure.
Throughput finished(Task& task, const Timing& timing) {
  Throughput figure = std::move(task.figure);
  figure.pairs = timing.items.size();
  figure.passes = timing.passes;
  figure.seconds = timing.seconds;
  for (const std::size_t item : timing.items) {
    figure.bytes += bytes_of(task.set->pairs[item]);
  }
  if (figure.what == Timed::metric) {
    judge_outcomes(task.outcomes, *task.what.selected.front().scorer, figure);
  } else if (task.outcomes.measured == 0 && !figure.has_verdict) {
    figure.note = "none of its metrics was";
    figure.is_measured = false;
  }
  return figure;
}

}  // namespace

std::vector<ThroughputOfSet> measure_throughput(std::span<const TimedPairs> sets,
                                                const ThroughputTasks& asked,
                                                const TimingPlan& plan,
                                                const TimingSurroundings& surroundings) {
  PairScorers scorers(asked.threads.back(), asked.lexicon);
  std::vector<ThroughputOfSet> results;
  std::vector<Task> tasks;
  for (const TimedPairs& set : sets) {
    results.push_back(described(set, scorers));
    std::ranges::move(tasks_of(set, asked), std::back_inserter(tasks));
  }

  std::vector<TimedWork> works;
  std::optional<std::size_t> on_one_thread;
  for (Task& task : tasks) {
    TimedWork work{
        .items = task.set->pairs.size(),
        .work = [&task, &scorers](std::span<const std::size_t> items, std::size_t passes) {
          task.outcomes =
              scorers.score(task.what, task.set->pairs, items, passes, task.figure.threads);
        }};
    if (task.figure.threads > 1) {
      work.items_of = on_one_thread;
    } else {
      on_one_thread = works.size();
    }
    works.push_back(std::move(work));
  }
  const std::vector<Timing> timings = time_in_turns(works, plan, surroundings);

  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const auto set = static_cast<std::size_t>(tasks[i].set - sets.data());
    results[set].figures.push_back(finished(tasks[i], timings[i]));
  }
  return results;
}

}  // namespace unspin
