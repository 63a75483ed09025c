// `unspin_make_crawl`: makes large damaged crawls, cuts them anywhere, and checks that the reader
// gets out of them what can be had.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/crawl/crawl_maker.hpp"

namespace {

using unspin::testing::CrawlCheck;
using unspin::testing::CrawlPlan;
using unspin::testing::Manifest;

constexpr const char* help =
    "unspin_make_crawl make PACKING FILE [BYTES [DAMAGES [SEED]]]   and FILE.manifest\n"
    "unspin_make_crawl check FILE\n"
    "unspin_make_crawl cut FILE [TIMES]      checks a copy, cut at so many random bytes, 200\n\n"
    "PACKING is plain, gzip, gzip_as_one, gzip_blocks, zstd or zstd_as_one; BYTES are those of "
    "the\n"
    "sound documents, 1000000000; DAMAGES are 1000.\n";

int make(int count, char** arguments) {
  CrawlPlan plan = {.body_bytes = 1'000'000'000, .damages = 1000};
  bool known = false;
  for (const auto packing : unspin::testing::packings) {
    if (std::string_view(arguments[2]) == name_of(packing)) {
      plan.packing = packing;
      known = true;
    }
  }
  if (!known) {
    fmt::print(stderr, "{}", help);
    return 2;
  }
  if (count > 4) {
    plan.body_bytes = std::strtoull(arguments[4], nullptr, 10);
  }
  if (count > 5) {
    plan.damages = std::strtoull(arguments[5], nullptr, 10);
  }
  if (count > 6) {
    plan.seed = std::strtoull(arguments[6], nullptr, 10);
  }
  const std::string file = arguments[3];
  std::ofstream out(file, std::ios::binary);
  const Manifest manifest = make_crawl(plan, out);
  std::ofstream manifest_out(file + ".manifest");
  write_manifest(manifest, manifest_out);
  fmt::print("{} sound documents of {} bytes, {} damages\n", manifest.sound.size(),
             manifest.body_bytes, manifest.damages.size());
  return out.flush() && manifest_out.flush() ? 0 : 4;
}

int check(const std::string& file) {
  std::ifstream in(file + ".manifest");
  const Manifest manifest = unspin::testing::read_manifest(in);
  const auto start = std::chrono::steady_clock::now();
  const CrawlCheck check = check_crawl(file, manifest);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print(
      "{} documents of {} bytes in {:.2f} s ({:.0f} MB/s); of {} sound ones {} missing, {} "
      "repeated, "
      "{} invented; of {} damages {} unnamed, {} strays\n",
      check.documents, check.body_bytes, took.count(),
      static_cast<double>(check.body_bytes) / 1e6 / took.count(), manifest.sound.size(),
      check.missing, check.repeated, check.invented, manifest.damages.size(), check.unnamed,
      check.strays);
  if (!check.ok()) {
    fmt::print("first: {}\n", check.first_fault);
  }
  return check.ok() ? 0 : 1;
}

/// The cuts come from the end to the beginning: one copy of the file serves them all.
int cut(const std::string& file, std::size_t times) {
  std::ifstream in(file + ".manifest");
  const Manifest manifest = unspin::testing::read_manifest(in);
  const std::string copy = file + ".cut";
  std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> sizes(times);
  for (std::uint64_t& size : sizes) {
    size = random() % std::filesystem::file_size(file);
  }
  std::sort(sizes.rbegin(), sizes.rend());
  std::size_t good = 0;
  for (const std::uint64_t size : sizes) {
    std::filesystem::resize_file(copy, size);
    const CrawlCheck check = check_crawl(copy, manifest, size);
    good += check.ok() ? 1u : 0u;
    if (!check.ok()) {
      fmt::print("cut at {}: {}\n", size, check.first_fault);
    }
  }
  std::filesystem::remove(copy);
  fmt::print("{} of {} cuts lose nothing that lies before them\n", good, times);
  return good == times ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) try {
  const std::string_view what = count > 2 ? arguments[1] : "";
  if (what == "make" && count > 3) {
    return make(count, arguments);
  }
  if (what == "check") {
    return check(arguments[2]);
  }
  if (what == "cut") {
    return cut(arguments[2], count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 200);
  }
  fmt::print(stderr, "{}", help);
  return 2;
} catch (const std::exception& error) {
  fmt::print(stderr, "unspin_make_crawl: {}\n", error.what());
  return 3;
}
