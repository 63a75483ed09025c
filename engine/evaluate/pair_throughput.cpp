#include "engine/evaluate/pair_throughput.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <memory>
#include <omp.h>
#include <optional>
#include <string_view>

namespace unspin {
namespace {

/// Scores pairs on one thread; keeps its memory, as in a long stream.
class PairScorer {
 public:
  explicit PairScorer(const Lexicon* lexicon) : pair_({}, lexicon) {}

  const std::vector<Score>& score(const PairRow& row, const Together& what, bool stands_in) {
    references_.assign(row.references.begin(), row.references.end());
    if (stands_in && references_.empty()) {
      references_.push_back(row.source);
    }
    pair_.assign({row.source, row.rewrite, references_});
    score_pair(pair_, what.selected, scores_);
    if (what.judge != nullptr) {
      what.judge->judge(pair_);
    }
    return scores_;
  }

  std::pair<std::size_t, std::size_t> words(const PairRow& row) {
    pair_.assign({row.source, row.rewrite});
    return {pair_.words(TextIndex::source).size(), pair_.words(TextIndex::rewrite).size()};
  }

 private:
  PreparedPair pair_;
  std::vector<std::string_view> references_;
  std::vector<Score> scores_;
};

using PairScorers = std::vector<std::unique_ptr<PairScorer>>;

/// What became of the pairs that a metric was timed on.
struct Outcomes {
  std::size_t with_value = 0, over_budget = 0;

  void count(const Score& score, const Scorer& scorer) {
    if (score.missing_because(scorer).empty()) {
      ++with_value;
    } else if (score.outcome == Measured::over_budget) {
      ++over_budget;
    }
  }
};

/// One piece of work and what is known of it before it is timed.
struct Task {
  Throughput figure;
  Together what;
  const PairSet* set = nullptr;
  bool stands_in = false;
  Outcomes outcomes = {};  // of a metric
};

void work_alone(Task& task, std::span<const std::size_t> items, std::size_t passes,
                PairScorer& scorer) {
  for (std::size_t pass = 0; pass < passes; ++pass) {
    for (const std::size_t item : items) {
      const auto& scores = scorer.score(task.set->pairs[item], task.what, task.stands_in);
      if (task.figure.what == Timed::metric) {
        task.outcomes.count(scores.front(), *task.what.selected.front().scorer);
      }
    }
  }
}

/// All passes are one queue, so that no thread waits for the others at the end of each.
void work_together(const Task& task, std::span<const std::size_t> items, std::size_t passes,
                   PairScorers& scorers) {
  // Enough turns that the threads end together, and few enough that they do not fight for them.
  constexpr std::size_t turns = 64, longest_turn = 64;
  const std::size_t count = items.size() * passes;
  const auto threads = static_cast<std::size_t>(task.figure.threads);
  const std::size_t turn = std::clamp<std::size_t>(count / (threads * turns), 1, longest_turn);
  std::exception_ptr failure;
#pragma omp parallel num_threads(task.figure.threads) default(none) \
    shared(task, items, scorers, failure) firstprivate(count, turn)
  {
    PairScorer& scorer = *scorers[static_cast<std::size_t>(omp_get_thread_num())];
#pragma omp for schedule(dynamic, turn)
    for (std::size_t i = 0; i < count; ++i) {
      try {
        scorer.score(task.set->pairs[items[i % items.size()]], task.what, task.stands_in);
      } catch (...) {  // must not leave the parallel region
#pragma omp critical
        failure = std::current_exception();
      }
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

std::vector<std::string> keys_of(const std::vector<Selected>& selected) {
  std::vector<std::string> keys;
  keys.reserve(selected.size());
  for (const Selected& one : selected) {
    keys.push_back(one.key);
  }
  return keys;
}

Task task_of(Timed what, Together together, const PairSet& set) {
  Task task{.figure = {.what = what,
                       .name = together.name,
                       .metrics = keys_of(together.selected),
                       .has_verdict = together.judge != nullptr,
                       .seconds = {},
                       .note = {}},
            .what = std::move(together),
            .set = &set};
  if (what == Timed::metric || what == Timed::family) {
    task.figure.family = task.what.selected.front().scorer->info.family;
  }
  return task;
}

void add_metrics(const std::vector<Selected>& metrics, const PairSet& set,
                 std::vector<Task>& tasks) {
  for (const Selected& metric : metrics) {
    Task task = task_of(Timed::metric, {.name = metric.key, .selected = {metric}}, set);
    if (metric.scorer->info.needs_references) {
      task.stands_in = true;
      if (std::ranges::any_of(set.pairs, [](const PairRow& row) { return row.references.empty(); })) {
        task.figure.note = "without references, the source stands in as one";
      }
    }
    tasks.push_back(std::move(task));
  }
}

void add_families(const std::vector<Selected>& metrics, const PairSet& set,
                  std::vector<Task>& tasks) {
  for (const Family family : {Family::ngram, Family::edit, Family::term, Family::spin}) {
    Together together{.name = std::string(name_of(family)), .selected = {}};
    std::ranges::copy_if(
        metrics, std::back_inserter(together.selected),
        [&](const Selected& metric) { return metric.scorer->info.family == family; });
    if (together.selected.size() > 1) {
      tasks.push_back(task_of(Timed::family, std::move(together), set));
    }
  }
}

std::vector<Task> tasks_of(const PairSet& set, const ThroughputTasks& asked) {
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

ThroughputOfSet described(const PairSet& set, PairScorer& scorer) {
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
    const auto counts = scorer.words(row);
    source_words.push_back(static_cast<double>(counts.first));
    rewrite_words.push_back(static_cast<double>(counts.second));
  }
  described.source_words = median(source_words);
  described.rewrite_words = median(rewrite_words);
  return described;
}

/// What was timed and what became of it, as a figure.
Throughput finished(Task& task, const Timing& timing) {
  Throughput& figure = task.figure;
  figure.pairs = timing.items.size();
  figure.passes = timing.passes;
  figure.seconds = timing.seconds;
  for (const std::size_t item : timing.items) {
    figure.bytes += bytes_of(task.set->pairs[item]);
  }
  const Outcomes& seen = task.outcomes;
  if (figure.what == Timed::metric && seen.with_value == 0) {
    const Scorer& scorer = *task.what.selected.front().scorer;
    Score score{.outcome = seen.over_budget > 0 ? Measured::over_budget : Measured::undefined};
    score.values.fill(no_value);
    figure.note = score.missing_because(scorer);
    figure.has_value = false;
  } else if (seen.over_budget > 0) {
    figure.note = "pairs whose table of edits is larger than allowed are skipped in no time";
  }
  return std::move(figure);
}

}  // namespace

std::vector<ThroughputOfSet> measure_throughput(std::span<const PairSet> sets,
                                                const ThroughputTasks& asked,
                                                const TimingPlan& plan,
                                                const TimingSurroundings& surroundings) {
  PairScorers scorers;
  for (int i = 0; i < asked.threads.back(); ++i) {
    scorers.push_back(std::make_unique<PairScorer>(asked.lexicon));
  }
  std::vector<ThroughputOfSet> results;
  std::vector<Task> tasks;
  for (const PairSet& set : sets) {
    results.push_back(described(set, *scorers.front()));
    std::ranges::move(tasks_of(set, asked), std::back_inserter(tasks));
  }

  std::vector<TimedWork> works;
  std::optional<std::size_t> on_one_thread;
  for (Task& task : tasks) {
    TimedWork work{.items = task.set->pairs.size(), .work = {}};
    if (task.figure.threads == 1) {
      work.work = [&task, &scorers](std::span<const std::size_t> items, std::size_t passes) {
        work_alone(task, items, passes, *scorers.front());
      };
      on_one_thread = works.size();
    } else {
      work.work = [&task, &scorers](std::span<const std::size_t> items, std::size_t passes) {
        work_together(task, items, passes, scorers);
      };
      work.items_of = on_one_thread;
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
