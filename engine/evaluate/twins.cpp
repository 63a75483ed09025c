#include "engine/evaluate/twins.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <string_view>

namespace unspin {
namespace {

bool same_text(const SegmentFile& one, const SegmentFile& other) {
  return one.lines == other.lines;
}

bool same_file(const SegmentFile& one, const SegmentFile& other) {
  std::error_code none;  // of what is no file, as standard input
  return std::filesystem::equivalent(one.name, other.name, none);
}

void say_if_twins(const SegmentFile& one, const SegmentFile& other, std::string_view is_a,
                  std::string_view remedy, std::vector<InputRemark>& remarks) {
  if (!same_text(one, other)) {  // columns of one file are no twins
    return;
  }
  if (same_file(one, other)) {
    remarks.push_back({InputRemark::Severity::warning,
                       fmt::format("{} and {} are the same file: {}", one.name, other.name, is_a),
                       std::string(remedy)});
  } else if (one.lines.size() > 1) {
    remarks.push_back({InputRemark::Severity::warning,
                       fmt::format("{} and {} hold the same text: {}", one.name, other.name, is_a),
                       std::string(remedy)});
  }
}

}  // namespace

void check_twins(const Segments& segments, std::vector<InputRemark>& remarks) {
  const auto& systems = segments.systems;
  const auto& references = segments.references;
  for (std::size_t i = 0; i < systems.size(); ++i) {
    for (const SegmentFile& reference : references) {
      say_if_twins(systems[i], reference, "a system is compared with itself",
                   "references come first, systems after -i; was one copied over the other?",
                   remarks);
    }
    if (segments.source) {
      say_if_twins(systems[i], *segments.source, "the system copies its source",
                   "give the system's own output", remarks);
    }
    for (std::size_t j = 0; j < i; ++j) {
      say_if_twins(systems[j], systems[i], "two systems are one",
                   "give each system once; was one's output copied over the other's?", remarks);
    }
  }
  for (std::size_t i = 0; i < references.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      say_if_twins(references[j], references[i], "a reference is counted twice",
                   "give each reference once", remarks);
    }
  }
}

}  // namespace unspin
