#include "cli/commands.hpp"
#include "engine/io/sink.hpp"

namespace unspin {

void print(std::string_view text) {
  const auto sink = standard_output();
  sink->write(text);
  sink->finish();
}

}  // namespace unspin
