// The two ways in which crawl files are packed, member by member: gzip members, zstd frames.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace unspin {

/// Unpacks one member after another. For one thread.
class WarcCodec {
 public:
  struct Step {
    std::size_t taken = 0;         ///< bytes of the input
    std::size_t given = 0;         ///< bytes of the output
    bool ended = false;            ///< the member is whole, its checksum right
    const char* damage = nullptr;  ///< why there is no going on; what was given is what came before
  };

  virtual ~WarcCodec() = default;

  /// "gzip member", "zstd frame".
  virtual const char* unit() const = 0;

  /// Whether these bytes, as far as they go, can be the first of a member.
  virtual bool begins(std::string_view bytes) const = 0;

  /// Where in `bytes` a member may begin, for a search behind damage: all that is cheap to look at
  /// is right about it. npos if nowhere; a beginning within the last `search_tail` bytes is not
  /// seen.
  virtual std::size_t find(std::string_view bytes) const = 0;
  static constexpr std::size_t search_tail = 9;

  /// Gets ready for a member; from its first byte on.
  virtual void restart() = 0;

  /// Unpacks some of the member. Without input it gives what it still holds back.
  virtual Step decode(std::string_view in, std::span<char> out) = 0;
};

std::unique_ptr<WarcCodec> make_gzip_codec();

/// `dictionary`, if it is not empty, belongs to every frame.
std::unique_ptr<WarcCodec> make_zstd_codec(std::string_view dictionary);

/// zstd's skippable frames: eight bytes say how many follow. Those that begin a .warc.zst hold the
/// dictionary of all its frames (IIPC's proposal "Zstandard compression for WARC 1.0", 2020).
constexpr std::size_t skippable_header_bytes = 8;
bool begins_skippable_frame(std::string_view bytes);
bool begins_dictionary_frame(std::string_view bytes);
std::size_t skippable_content_bytes(std::string_view header);

}  // namespace unspin
