#include "engine/evaluate/line_counts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>

#include "engine/evaluate/input_wording.hpp"
#include "engine/evaluate/likeness.hpp"
#include "engine/evaluate/line_ends.hpp"
#include "engine/evaluate/line_gap.hpp"
#include "engine/evaluate/reference_layout.hpp"

namespace unspin {
namespace {

using Lines = std::span<const std::string>;

constexpr std::size_t most_compared =
    200;  // lines that are looked at to tell how files are laid out

InputRemark error(std::string what, std::string remedy) {
  return {InputRemark::Severity::error, std::move(what), std::move(remedy)};
}

/// Two files that should have the same number of lines.
struct Mismatch {
  const SegmentFile& shorter;
  const SegmentFile& longer;
  std::string_view thing;  ///< what a line of the longer one is: "reference"

  std::size_t more() const { return longer.lines.size() - shorter.lines.size(); }
  std::string counts() const {
    return fmt::format("{} has {}, {} has {}", shorter.name, in_lines(shorter.lines.size()),
                       longer.name, in_lines(longer.lines.size()));
  }
};

std::size_t bytes_of(Lines lines) {
  std::size_t bytes = 0;
  for (const std::string& line : lines) {
    bytes += line.size();
  }
  return bytes;
}

/// Mean likeness of some lines of the shorter file and those of the longer one that `place` says.
template <class Place>
double mean_likeness(Lines shorter, Lines longer, Place&& place) {
  const std::size_t step = std::max<std::size_t>(1, shorter.size() / most_compared);
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < shorter.size(); i += step) {
    sum += likeness(shorter[i], longer[place(i)]);
    ++count;
  }
  return sum / static_cast<double>(count);
}

/// The longer file has several lines for each of the shorter one.
std::optional<InputRemark> several_for_each(const Mismatch& files) {
  const Lines shorter = files.shorter.lines;
  const Lines longer = files.longer.lines;
  const std::size_t times = longer.size() / shorter.size();
  if (longer.size() % shorter.size() != 0 || shorter.size() < 2) {
    return std::nullopt;
  }
  // Lines that belong together are likely more alike than others, whichever of them comes first.
  const double nested =
      mean_likeness(shorter, longer, [&](std::size_t i) { return i * times + times - 1; });
  const double repeated = mean_likeness(
      shorter, longer, [&](std::size_t i) { return i + (times - 1) * shorter.size(); });
  const std::string one_below_the_other =
      fmt::format("split -n r/{} {} part.", times, files.longer.name);
  const std::string one_after_the_other =
      fmt::format("split -l {} {} part.", shorter.size(), files.longer.name);
  const std::string many = fmt::format("{}, {} for each", files.counts(), times);
  if (repeated > 2 * nested) {
    return error(
        fmt::format("{}: {} {}s seem to stand one after the other in it", many, times, files.thing),
        fmt::format("give a file for each {}: {}", files.thing, one_after_the_other));
  }
  if (nested > 2 * repeated) {
    return error(fmt::format("{}: the {}s of a segment seem to stand one below the other", many,
                             files.thing),
                 fmt::format("give a file for each {}: {}", files.thing, one_below_the_other));
  }
  return error(fmt::format("{}: several {}s in one file?", many, files.thing),
               fmt::format("give a file for each: {} if those of a segment stand one below the "
                           "other, {} if whole {}s do",
                           one_below_the_other, one_after_the_other, files.thing));
}

std::size_t empty_at_the_end(Lines lines) {
  const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const std::string& line) {
    return !line.empty() && line != "\r";
  });
  return static_cast<std::size_t>(last - lines.rbegin());
}

/// A document where segments should be. One line may also face several references of it.
bool is_whole_document(const Mismatch& files) {
  return files.shorter.lines.size() == 1 &&
         2 * files.shorter.lines.front().size() > bytes_of(files.longer.lines);
}

InputRemark explained(const Mismatch& files) {
  const SegmentFile& shorter = files.shorter;
  const SegmentFile& longer = files.longer;
  if (empty_at_the_end(longer.lines) >= files.more()) {
    return error(fmt::format("{}: {} ends in {} without text", files.counts(), longer.name,
                             in_lines(files.more())),
                 fmt::format("take the extra line end away, or put it into {} too if that segment "
                             "is meant to be empty",
                             shorter.name));
  }
  if (const auto ends = hidden_line_ends(shorter.lines, files.more())) {
    return error(
        fmt::format("{}: line {} of {} has {} in it, and taking that for a line end explains the "
                    "difference",
                    files.counts(), ends->first_line, shorter.name, ends->name),
        fmt::format("a line ends with \\n and with nothing else (not as Python's splitlines() has "
                    "it): replace the character with a blank before {} is made, or with \\n if "
                    "segments end there",
                    longer.name));
  }
  if (is_whole_document(files)) {
    return error(
        fmt::format("{}: a whole document stands on one line of {}", files.counts(), shorter.name),
        fmt::format("write one segment a line, as {} has them", longer.name));
  }
  if (auto remark = several_for_each(files)) {
    return *remark;
  }
  if (const auto gap = find_gap(shorter.lines, longer.lines)) {
    return error(
        fmt::format("{}: {} has nothing for line {} of {}, {}; up to there the lines fit",
                    files.counts(), shorter.name, *gap + 1, longer.name,
                    excerpt(longer.lines[*gap])),
        fmt::format("put what is missing into {} (an empty line if there is no output), take the "
                    "line out of {}, or join it with the line before if a segment was broken in "
                    "two",
                    shorter.name, longer.name));
  }
  return error(fmt::format("{}: {} ends where {} goes on with line {}: {}", files.counts(),
                           shorter.name, longer.name, shorter.lines.size() + 1,
                           excerpt(longer.lines[shorter.lines.size()])),
               "line i of every file must be about segment i: was a run cut short, or a segment "
               "left out or broken in two?");
}

}  // namespace

bool check_line_counts(const Segments& segments, std::vector<InputRemark>& remarks) {
  const std::size_t before = remarks.size();
  for (const SegmentFile& system : segments.systems) {
    if (system.lines.empty()) {
      continue;
    }
    if (check_references_by_segment(segments, system, remarks)) {
      continue;
    }
    const auto compare = [&](const SegmentFile& other, std::string_view thing) {
      const std::size_t size = other.lines.size();
      if (size > system.lines.size()) {
        remarks.push_back(explained({system, other, thing}));
      } else if (size > 0 && size < system.lines.size()) {
        remarks.push_back(explained({other, system, "output"}));
      }
    };
    for (const SegmentFile& reference : segments.references) {
      compare(reference, "reference");
    }
    if (segments.source) {
      compare(*segments.source, "source");
    }
  }
  return remarks.size() > before;
}

}  // namespace unspin
