// What ends a command: an error that names the place and the way out.
//
// A bad row is not an error but data (RowIssue in records.hpp). Error is for what makes it
// pointless to go on; it is thrown where it happens and caught once, in main.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace unspin {

/// The value is the exit status of the command.
enum class ErrorCode : int { usage = 2, unreadable_input = 3, unwritable_output = 4 };

class Error : public std::runtime_error {
 public:
  /// `what` names the place and what went wrong there, `remedy` what to do about it.
  Error(ErrorCode code, const std::string& what, std::string remedy)
      : std::runtime_error(what), code_(code), remedy_(std::move(remedy)) {}

  ErrorCode code() const { return code_; }
  const std::string& remedy() const { return remedy_; }

 private:
  ErrorCode code_;
  std::string remedy_;
};

}  // namespace unspin
