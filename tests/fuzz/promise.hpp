// How a check says that a reader broke its word.
#pragma once

#include <stdexcept>

namespace unspin::fuzz {

class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws BrokenPromise unless the promise is kept: to a fuzzer that is a crash, to a test a
/// failure that names it.
inline void promise(bool is_kept, const char* what) {
  if (!is_kept) {
    throw BrokenPromise(what);
  }
}

}  // namespace unspin::fuzz
