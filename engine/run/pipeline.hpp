// Batches in, worked off by all threads, out in order.
//
// Two batches take turns: while the blocks of one are worked off, the next is read by the same
// threads' own hands. What is written is written in the order of the input, so the output is the
// same for any number of threads, and memory is two batches whatever the length of the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <omp.h>
#include <utility>

namespace unspin {

/// `Steps` has
///   bool read(Batch&)                     overwrites it; false at the end
///   std::size_t blocks(const Batch&)      how many parts of it can be worked off on their own
///   void work(Batch&, std::size_t block, std::size_t thread)   must not throw
///   bool write(Batch&)                    of a worked-off one; false: stop here
///   bool would_wait()                     whether read() would have to wait for whoever feeds us
///   void flush()                          gives out what was written, before such a wait
/// and all but work() are called by one thread at a time. What they throw is thrown here, when no
/// thread works any more.
template <class Batch, class Steps>
class Pipeline {
 public:
  Pipeline(Steps& steps, int threads) : steps_(steps), threads_(std::max(1, threads)) {}

  void run() {
    std::exception_ptr failure;
#pragma omp parallel num_threads(threads_) default(none) shared(failure)
#pragma omp single
    {
      try {
        loop();
      } catch (...) {  // must not leave the parallel region
        failure = std::current_exception();
      }
    }
    if (failure) {
      std::rethrow_exception(failure);
    }
  }

 private:
  void loop() {
    Batch batches[2];
    Batch* now = &batches[0];
    Batch* next = &batches[1];
    if (!steps_.read(*now)) {
      return;
    }
    for (;;) {
      const std::size_t blocks = steps_.blocks(*now);
      for (std::size_t block = 0; block < blocks; ++block) {
        Steps* steps = &steps_;
#pragma omp task default(none) firstprivate(steps, now, block)
        steps->work(*now, block, static_cast<std::size_t>(omp_get_thread_num()));
      }
      std::exception_ptr failure;
      bool is_written = false;
      bool goes_on = true;
      bool more = false;
      try {
        if (steps_.would_wait()) {  // whoever feeds us may wait for our answer
#pragma omp taskwait
          goes_on = steps_.write(*now);
          steps_.flush();
          is_written = true;
        }
        more = goes_on && steps_.read(*next);  // while the others work
      } catch (...) {
        failure = std::current_exception();
      }
#pragma omp taskwait
      if (failure) {
        std::rethrow_exception(failure);
      }
      if (!is_written) {
        goes_on = steps_.write(*now);
      }
      if (!more || !goes_on) {
        return;
      }
      std::swap(now, next);
    }
  }

  Steps& steps_;
  int threads_;
};

}  // namespace unspin
