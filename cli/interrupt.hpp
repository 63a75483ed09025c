// Ctrl-C asks a long run to stop at a whole result.
#pragma once

#include <atomic>

namespace unspin {

/// From now on the first Ctrl-C sets the flag that is returned; a second one does not wait.
const std::atomic<bool>& stop_on_interrupt();

}  // namespace unspin
