#include "cli/row_messages.hpp"

#include <fmt/format.h>
#include <utility>

#include "cli/message.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t most_printed = 100;

}  // namespace

IssuePrinter::IssuePrinter(std::string name, Progress& progress)
    : name_(std::move(name)), progress_(progress) {}

void IssuePrinter::print(const RowIssue& issue) {
  if (++count_ > most_printed) {
    return;
  }
  progress_.clear();
  const std::string column = issue.column > 0 ? fmt::format(", column {}", issue.column) : "";
  message(
      fmt::format("{}: line {}{}: {}: {}", name_, issue.line, column, issue.code, issue.message));
  if (count_ == most_printed) {
    message(fmt::format("{}: further broken rows are in the output only", name_));
  }
}

}  // namespace unspin
