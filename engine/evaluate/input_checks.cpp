#include "engine/evaluate/input_checks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "engine/evaluate/input_wording.hpp"
#include "engine/evaluate/line_counts.hpp"
#include "engine/evaluate/reference_layout.hpp"
#include "engine/evaluate/tokenization_marks.hpp"
#include "engine/evaluate/twins.hpp"
#include "engine/text/letter_run.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

using Lines = std::span<const std::string>;
using Severity = InputRemark::Severity;

constexpr std::size_t fewest_for_case = 5;        // lines with capitals, before their lack is odd
constexpr std::size_t most_in_a_document = 2000;  // bytes of a line that may still be a segment

bool is_empty(std::string_view line) { return strip_end(line).empty(); }

class Checks {
 public:
  Checks(const Segments& inputs, const CheckOptions& options)
      : inputs_(inputs), options_(options) {}

  std::vector<InputRemark> all() {
    each_file([&](const SegmentFile& file) { check_encoding(file); });
    if (has_error()) {  // no other check would make sense of it
      return std::move(remarks_);
    }
    each_file([&](const SegmentFile& file) { check_that_it_has_text(file); });
    const bool fit = !check_line_counts(inputs_, remarks_);
    check_reference_layout(inputs_, remarks_);
    if (fit) {
      for (const SegmentFile& system : inputs_.systems) {
        check_gaps(system);
        check_case(system);
        check_segments(system);
      }
    }
    check_twins(inputs_, remarks_);
    if (!options_.may_be_tokenized) {
      std::ranges::for_each(inputs_.systems, std::bind_front(&Checks::check_tokenization, this));
      std::ranges::for_each(inputs_.references, std::bind_front(&Checks::check_tokenization, this));
    }
    std::ranges::stable_sort(remarks_, {}, &InputRemark::severity);
    return std::move(remarks_);
  }

 private:
  void add(Severity severity, std::string what, std::string remedy) {
    remarks_.push_back({severity, std::move(what), std::move(remedy)});
  }

  bool has_error() const {
    return std::ranges::find(remarks_, Severity::error, &InputRemark::severity) != remarks_.end();
  }

  template <class Check>
  void each_file(Check&& check) const {
    std::ranges::for_each(inputs_.systems, check);
    std::ranges::for_each(inputs_.references, check);
    if (inputs_.source) {
      check(*inputs_.source);
    }
  }

  void check_encoding(const SegmentFile& file) {
    if (file.repaired_lines == 0) {
      return;
    }
    const std::string& line = file.lines[file.first_repaired];
    if (line.find('\0') != std::string::npos) {  // as every second byte of English is
      add(Severity::error, fmt::format("{} seems to be UTF-16", file.name),
          fmt::format("convert the file: iconv -f UTF-16 -t UTF-8 {}", file.name));
      return;
    }
    add(Severity::warning,
        fmt::format("{}: {} not UTF-8, the first is line {}: {}", file.name,
                    file.repaired_lines == 1 ? "1 line is" : in_lines(file.repaired_lines) + " are",
                    file.first_repaired + 1, excerpt(line)),
        fmt::format(
            "what is not became U+FFFD; convert the file: iconv -f WINDOWS-1252 -t UTF-8 {}",
            file.name));
  }

  void check_that_it_has_text(const SegmentFile& file) {
    if (file.lines.empty()) {
      add(Severity::error, fmt::format("{} is empty", file.name),
          "give a file with a segment on each line; did the program that writes it fail?");
    } else if (std::ranges::all_of(file.lines, is_empty)) {
      add(Severity::error,
          fmt::format("{} has {} and no text in any", file.name, in_lines(file.lines.size())),
          "give a file with text; did the program that writes it fail?");
    }
  }

  /// Lines of a system without text where every reference has some, and the other way round.
  void check_gaps(const SegmentFile& system) {
    const auto no_reference = [&](std::size_t i) {
      return std::ranges::all_of(inputs_.references, [&](const SegmentFile& reference) {
        return i >= reference.lines.size() || is_empty(reference.lines[i]);
      });
    };
    std::size_t unanswered = 0;
    std::size_t first_unanswered = 0;
    std::size_t unasked = 0;
    std::size_t first_unasked = 0;
    for (std::size_t i = 0; i < system.lines.size(); ++i) {
      const bool empty = is_empty(system.lines[i]);
      const bool asked = inputs_.references.empty() || !no_reference(i);
      if (empty && asked && unanswered++ == 0) {
        first_unanswered = i + 1;
      }
      if (!empty && !asked && unasked++ == 0) {
        first_unasked = i + 1;
      }
    }
    const std::size_t size = system.lines.size();
    if (unanswered * 100 >= size && unanswered > 0 && unanswered < size) {
      add(Severity::warning,
          fmt::format("{} of {} lines of {} have no text, the first is line {}", unanswered, size,
                      system.name, first_unanswered),
          "they score 0: is that what the system said, or was its output lost?");
    }
    if (unasked * 100 >= size && unasked > 0 && unasked < size) {
      add(Severity::warning,
          fmt::format("{} of {} segments have no reference, the first is line {}", unasked, size,
                      first_unasked),
          "leave these segments out of all files");
    }
  }

  void check_case(const SegmentFile& system) {
    if (!options_.case_matters) {
      return;
    }
    for (const SegmentFile& reference : inputs_.references) {
      say_if_lower_cased(system, reference);
      say_if_lower_cased(reference, system);
    }
  }

  void say_if_lower_cased(const SegmentFile& lower, const SegmentFile& cased) {
    const auto lines_with = [](Lines lines, bool (*is_one)(char32_t), std::size_t enough) {
      std::size_t count = 0;
      for (std::size_t i = 0; i < lines.size() && count < enough; ++i) {
        for (std::size_t at = 0; at < lines[i].size();) {
          if (is_one(next_code_point(lines[i], at))) {
            ++count;
            break;
          }
        }
      }
      return count;
    };
    const std::size_t enough = std::max(fewest_for_case, cased.lines.size() / 5);
    // Programs that know ASCII only leave a few.
    const std::size_t few = lower.lines.size() / 20;
    const std::size_t capitals = lines_with(lower.lines, is_upper, few + 1);
    if (capitals <= few && lines_with(lower.lines, is_lower, 1) > 0 &&
        lines_with(cased.lines, is_upper, enough) == enough) {
      add(Severity::warning,
          fmt::format("{} has {} capital letter, and {} has: is it lower-cased?", lower.name,
                      capitals == 0 ? "no" : "hardly a", cased.name),
          "give both as a reader would see them, or compare both in lower case: -lc");
    }
  }

  /// A single line that is no segment, and lines of several columns.
  void check_segments(const SegmentFile& system) {
    const auto with_tab = static_cast<std::size_t>(std::ranges::count_if(
        system.lines, [](const std::string& line) { return line.find('\t') != line.npos; }));
    if (with_tab * 2 > system.lines.size()) {
      add(Severity::warning,
          fmt::format("{} of {} lines of {} have a tab: several columns?", with_tab,
                      system.lines.size(), system.name),
          fmt::format("give the column of the system alone: cut -f1 {}", system.name));
    }
    if (system.lines.size() == 1 && system.lines.front().size() > most_in_a_document) {
      add(Severity::warning,
          fmt::format("all of {} is one line of {} bytes: a whole document?", system.name,
                      system.lines.front().size()),
          "write one segment a line in all files: a corpus score counts matches within segments, "
          "and its confidence comes from many of them");
    }
  }

  void check_tokenization(const SegmentFile& file) {
    const std::string marks = tokenization_marks(file.lines);
    if (!marks.empty()) {
      add(Severity::warning, fmt::format("{} looks tokenized: {}", file.name, marks),
          "give the text as a reader would see it (detokenized, word pieces joined, escapes "
          "undone): the score would not be comparable; --force if it must be so");
    }
  }

  const Segments& inputs_;
  const CheckOptions& options_;
  std::vector<InputRemark> remarks_;
};

}  // namespace

std::vector<InputRemark> check_inputs(const Segments& segments, const CheckOptions& options) {
  return Checks(segments, options).all();
}

}  // namespace unspin
