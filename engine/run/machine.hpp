// What a measurement of speed depends on beside the code: the machine, the system, the build.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unspin {

/// What cannot be found out is empty or 0.
struct Machine {
  std::string processor;     ///< "AMD EPYC 7763 64-Core Processor"
  int cores = 0;             ///< logical ones that this process may use
  std::uint64_t memory = 0;  ///< bytes
  std::string system;        ///< "Debian GNU/Linux 12 (bookworm)"
  std::string kernel;        ///< "Linux 6.1.0-18-amd64 x86_64"
};

/// How the engine was compiled.
struct Build {
  std::string compiler;  ///< "g++ 12.2.0"
  std::string type;      ///< "Release"
  std::string flags;     ///< "-O3 -DNDEBUG -ffp-contract=off"
  /// The widest vectors that the compiler was allowed to use. The engine has no code of its own for
  /// wider ones, and chooses none while it runs.
  std::string vectors;
  bool is_optimised = false;  ///< else its speed says nothing
};

Machine this_machine();
Build this_build();

/// From /proc/cpuinfo: the first "model name", or on ARM what stands for it; else empty.
std::string processor_of(std::string_view cpuinfo);
/// From /proc/meminfo: "MemTotal" in bytes, or 0.
std::uint64_t memory_of(std::string_view meminfo);
/// From /etc/os-release: "PRETTY_NAME" without its quotes, or empty.
std::string system_of(std::string_view os_release);

}  // namespace unspin
