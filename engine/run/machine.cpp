#include "engine/run/machine.hpp"

#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <omp.h>
#include <sys/utsname.h>

namespace unspin {
namespace {

std::string contents_of(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view stripped(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\"");
  return begin == std::string_view::npos
             ? std::string_view{}
             : text.substr(begin, text.find_last_not_of(" \t\"") + 1 - begin);
}

/// What stands behind the name and the mark, in the first line that begins with the name.
std::string_view value_of(std::string_view lines, std::string_view name, char mark) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t at = line.find(mark);
    if (at != std::string_view::npos && stripped(line.substr(0, at)) == name) {
      return stripped(line.substr(at + 1));
    }
  }
  return {};
}

std::string compiler() {
#if defined(__clang__)
  return fmt::format("clang++ {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

constexpr std::string_view vectors() {
#if defined(__AVX512F__)
  return "AVX-512";
#elif defined(__AVX2__)
  return "AVX2";
#elif defined(__AVX__)
  return "AVX";
#elif defined(__SSE4_2__)
  return "SSE4.2";
#elif defined(__x86_64__)
  return "SSE2 (portable x86-64)";
#elif defined(__ARM_NEON)
  return "NEON";
#else
  return "none known";
#endif
}

}  // namespace

std::string processor_of(std::string_view cpuinfo) {
  for (const std::string_view name : {"model name", "Model", "cpu model"}) {
    if (const std::string_view value = value_of(cpuinfo, name, ':'); !value.empty()) {
      return std::string(value);
    }
  }
  return {};
}

std::uint64_t memory_of(std::string_view meminfo) {
  const std::string_view value = value_of(meminfo, "MemTotal", ':');
  std::uint64_t kibibytes = 0;
  std::from_chars(value.data(), value.data() + value.size(), kibibytes);
  return kibibytes * 1024;
}

std::string system_of(std::string_view os_release) {
  return std::string(value_of(os_release, "PRETTY_NAME", '='));
}

Machine this_machine() {
  Machine machine{.processor = processor_of(contents_of("/proc/cpuinfo")),
                  .cores = omp_get_num_procs(),
                  .memory = memory_of(contents_of("/proc/meminfo")),
                  .system = system_of(contents_of("/etc/os-release")),
                  .kernel = {}};
  utsname names{};
  if (uname(&names) == 0) {
    machine.kernel = fmt::format("{} {} {}", names.sysname, names.release, names.machine);
  }
  return machine;
}

Build this_build() {
  Build build{.compiler = compiler(),
              .type = UNSPIN_BUILD_TYPE,
              .flags = std::string(stripped(UNSPIN_BUILD_FLAGS)),
              .vectors = std::string(vectors())};
#if defined(__OPTIMIZE__) && defined(NDEBUG)
  build.is_optimised = build.flags.find("-fsanitize") == std::string::npos;
#endif
  return build;
}

}  // namespace unspin
