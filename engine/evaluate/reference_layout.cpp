#include "engine/evaluate/reference_layout.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string_view>

#include "engine/evaluate/input_wording.hpp"
#include "engine/evaluate/likeness.hpp"

namespace unspin {
namespace {

using Lines = std::span<const std::string>;
using Severity = InputRemark::Severity;

constexpr std::string_view turn_round =
    "a reference file holds one reference of every segment, a line each; this makes such files: "
    "awk '{ print > (\"reference\" FNR \".txt\") }' FILES";

std::size_t fields_of(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count(line, '\t')) + 1;
}

/// How many fields each line has, if all have the same number of them, above 1.
std::size_t common_fields(Lines lines) {
  const std::size_t fields = lines.size() < 2 ? 1 : fields_of(lines.front());
  const bool all = std::ranges::all_of(
      lines, [&](const std::string& line) { return fields_of(line) == fields; });
  return all ? fields : 1;
}

void check_columns(const Segments& segments, std::vector<InputRemark>& remarks) {
  for (const SegmentFile& reference : segments.references) {
    const std::size_t fields = common_fields(reference.lines);
    const bool is_table =
        fields > 1 && std::ranges::none_of(segments.systems, [](const SegmentFile& system) {
          return common_fields(system.lines) > 1;
        });
    if (is_table) {
      remarks.push_back(
          {Severity::error,
           fmt::format("each line of {} has {} fields between tabs: several references a line?",
                       reference.name, fields),
           fmt::format(
               "give a file for each reference: cut -f1 {0} > reference1.txt; cut -f2 {0} > "
               "reference2.txt{1}",
               reference.name, fields > 2 ? "; …" : "")});
    }
  }
}

void check_square(const Segments& segments, std::vector<InputRemark>& remarks) {
  const std::span<const SegmentFile> references = segments.references;
  for (const SegmentFile& system : segments.systems) {
    const std::size_t size = system.lines.size();
    const bool is_square = size > 1 && references.size() == size &&
                           std::ranges::all_of(references, [&](const SegmentFile& reference) {
                             return reference.lines.size() == size;
                           });
    if (!is_square) {
      continue;
    }
    double as_given = 0;
    double the_other_way = 0;
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = 0; j < size; ++j) {
        if (i != j) {  // line i of file i is the same either way
          as_given += likeness(system.lines[i], references[j].lines[i]);
          the_other_way += likeness(system.lines[i], references[i].lines[j]);
        }
      }
    }
    if (the_other_way > 2 * as_given) {
      remarks.push_back({Severity::warning,
                         fmt::format("{0} is like the references if file i holds those of segment "
                                     "i, not if line i does: are the {1} reference files given by "
                                     "segment?",
                                     system.name, size),
                         std::string(turn_round)});
    }
  }
}

}  // namespace

bool check_references_by_segment(const Segments& segments, const SegmentFile& system,
                                 std::vector<InputRemark>& remarks) {
  const std::vector<SegmentFile>& references = segments.references;
  const bool are_by_segment = references.size() > 1 && references.size() == system.lines.size() &&
                              std::ranges::none_of(references, [&](const SegmentFile& reference) {
                                return reference.lines.size() == system.lines.size();
                              });
  if (are_by_segment) {
    remarks.push_back(
        {Severity::error,
         fmt::format("there are {} reference files, and {} has {}: each reference file seems to "
                     "hold all references of one segment ({} has {})",
                     references.size(), system.name, in_lines(system.lines.size()),
                     references.front().name, in_lines(references.front().lines.size())),
         std::string(turn_round)});
  }
  return are_by_segment;
}

void check_reference_layout(const Segments& segments, std::vector<InputRemark>& remarks) {
  check_columns(segments, remarks);
  check_square(segments, remarks);
}

}  // namespace unspin
