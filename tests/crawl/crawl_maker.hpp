// Crawls made to be read: records of all kinds, some of them damaged, and a manifest of what is
// where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace unspin::testing {

/// How records are packed: each on its own, all as one, or in blocks that know nothing of records.
enum class Packing { plain, gzip, gzip_as_one, gzip_blocks, zstd, zstd_as_one };

inline constexpr Packing packings[] = {Packing::plain,       Packing::gzip, Packing::gzip_as_one,
                                       Packing::gzip_blocks, Packing::zstd, Packing::zstd_as_one};

const char* name_of(Packing packing);

struct CrawlPlan {
  std::uint64_t body_bytes = 0;  ///< of sound documents, about
  std::size_t damages = 0;       ///< spread evenly; sound records stand between them
  Packing packing = Packing::plain;
  std::uint64_t seed = 1;
};

struct SoundDocument {
  std::uint64_t offset = 0;
  std::string id;
  std::uint64_t hash = 0;  ///< XXH64 of the body
};

struct Damage {
  std::uint64_t offset = 0;
  std::string kind;
};

struct Manifest {
  std::vector<SoundDocument> sound;
  std::vector<Damage> damages;
  std::uint64_t body_bytes = 0;
};

/// Writes the crawl; the same bytes for the same plan.
Manifest make_crawl(const CrawlPlan& plan, std::ostream& out);

/// As lines of tab-separated fields.
void write_manifest(const Manifest& manifest, std::ostream& out);
Manifest read_manifest(std::istream& in);

/// What the reader made of a crawl.
struct CrawlCheck {
  std::size_t documents = 0;
  std::uint64_t body_bytes = 0;
  std::size_t missing = 0;   ///< sound documents that did not come, or changed
  std::size_t repeated = 0;  ///< that came again
  std::size_t invented = 0;  ///< that are not in the manifest
  std::size_t unnamed = 0;   ///< damages without an issue at their offset
  std::size_t strays = 0;    ///< issues where no damage is
  std::string first_fault;   ///< for a person

  bool ok() const { return missing + repeated + invented + unnamed + strays == 0; }
};

/// Reads the file and holds it against the manifest. Of a file that was cut to `size` bytes, sound
/// documents that do not lie before that are not missed, damages not either, and one stray is
/// allowed.
CrawlCheck check_crawl(const std::string& path, const Manifest& manifest,
                       std::uint64_t size = UINT64_MAX);

}  // namespace unspin::testing
