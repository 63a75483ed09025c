#include "cli/default_lexicon.hpp"

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "engine/io/error.hpp"

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

std::shared_ptr<const Lexicon> open_lexicon(const std::string& asked) {
  const std::string path = asked == "none" ? "" : asked.empty() ? default_lexicon_path() : asked;
  if (path.empty()) {
    return nullptr;
  }
  try {
    return Lexicon::open(path);
  } catch (const Error& error) {
    // Whoever did not name it on this command line must learn where the name comes from.
    if (!asked.empty() || std::getenv("UNSPIN_LEXICON") == nullptr) {
      throw;
    }
    throw Error(error.code(), std::string(error.what()) + " (named by UNSPIN_LEXICON)",
                error.remedy());
  }
}

}  // namespace unspin
