#include "cli/default_lexicon.hpp"

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace unspin {

std::string default_lexicon_path() {
  if (const char* named = std::getenv("UNSPIN_LEXICON")) {
    return std::string_view(named) == "none" ? "" : named;
  }
  std::error_code unknown;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
  if (unknown) {
    return {};
  }
  for (const char* place : {"en.lexicon", "../share/unspin/en.lexicon"}) {
    if (const auto path = folder / place; std::filesystem::exists(path, unknown)) {
      return path.lexically_normal().string();
    }
  }
  return {};
}

}  // namespace unspin
