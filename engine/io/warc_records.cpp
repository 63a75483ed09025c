#include "engine/io/warc_records.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

constexpr std::string_view record_mark = "WARC/";
constexpr std::size_t version_bytes = 8;  // "WARC/1.0"
constexpr std::size_t version_line_bytes = version_bytes + 2;
constexpr std::size_t most_version_line_bytes = 64;
constexpr std::size_t most_header_bytes = std::size_t{1} << 20;
constexpr std::size_t most_blank_bytes = 64;

bool begins_record(std::string_view bytes) {
  const auto digit = [&](std::size_t at) { return bytes[at] >= '0' && bytes[at] <= '9'; };
  return bytes.size() >= version_bytes && bytes.starts_with(record_mark) && digit(5) &&
         bytes[6] == '.' && digit(7);
}

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

/// Whether the bytes are a version and the end of its line.
bool is_version_line(std::string_view bytes) {
  const std::string_view behind = bytes.substr(std::min(bytes.size(), version_bytes));
  return begins_record(bytes) && (behind.starts_with('\n') || behind.starts_with("\r\n"));
}

/// Where, from `from` on, the next "WARC/1.0" stands that ends its line, if that end is there, too.
std::size_t find_version_line(std::string_view bytes, std::size_t from) {
  std::size_t at = bytes.find(record_mark, from);
  while (at != std::string_view::npos && !is_version_line(bytes.substr(at))) {
    at = bytes.find(record_mark, at + 1);
  }
  return at;
}

/// What stands behind a record: blank lines, then something or nothing.
struct Tail {
  std::size_t blank_bytes = 0;
  std::size_t lines = 0;
};

Tail tail_of(std::string_view bytes) {
  Tail tail;
  while (tail.blank_bytes < std::min(bytes.size(), most_blank_bytes) &&
         is_line_end(bytes[tail.blank_bytes])) {
    tail.lines += bytes[tail.blank_bytes++] == '\n' ? 1u : 0u;
  }
  return tail;
}

/// Whether a record may end before that tail and what stands behind it, empty at the end of the
/// file.
bool is_sound(const Tail& tail, std::string_view behind) {
  return behind.empty() || tail.lines >= 2 || begins_record(behind);
}

std::string wrong_length(std::uint64_t length) {
  return fmt::format(
      "the record says that it has {} bytes, which does not fit what stands there; it "
      "is damaged, or cut off",
      length);
}

/// Nothing if it is missing, negative, or longer than anything that was ever crawled.
std::optional<std::uint64_t> read_length(std::string_view value) {
  constexpr std::uint64_t most = std::uint64_t{1} << 40;
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (value.empty() || error != std::errc() || end != value.data() + value.size() ||
      length > most) {
    return std::nullopt;
  }
  return length;
}

}  // namespace

bool holds_document(std::string_view type) {
  return same_word(type, "response") || same_word(type, "resource") ||
         same_word(type, "conversion");
}

WarcRecords::WarcRecords(const std::string& path, const DocumentLimits& limits,
                         const std::atomic<bool>* stop)
    : file_(shown_path(path)), limits_(limits), members_(path, limits, stop), text_(members_) {}

bool WarcRecords::next(WarcRecord& record, std::vector<DocumentIssue>& issues) {
  issues_ = &issues;
  drop(std::exchange(given_, 0));
  while (find_record()) {
    if (cut(record)) {
      tell_unlisted();
      lost_ = false;
      issues_in_a_row_ = 0;
      return true;
    }
  }
  tell_unlisted();
  tell_failure();
  return false;
}

// The unpacked bytes.

/// The bytes at hand that belong together: up to the next damage.
std::string_view WarcRecords::reach() const {
  const std::string_view bytes = text_.bytes();
  const auto& damages = members_.damages();
  return damages.empty() ? bytes : bytes.substr(0, damages.front().position - text_.offset());
}

/// Reads on; false if reach() cannot get longer. True does not mean that it has.
bool WarcRecords::grow() { return members_.damages().empty() && text_.more(); }

bool WarcRecords::have(std::size_t bytes) {
  while (reach().size() < bytes && grow()) {
  }
  return reach().size() >= bytes;
}

void WarcRecords::drop(std::size_t bytes) {
  text_.drop(bytes);
  enter_member();
}

/// Makes the member that starts here, if one does, the one that offset() names.
void WarcRecords::enter_member() {
  auto& starts = members_.starts();
  while (!starts.empty() && starts.front().position <= text_.offset()) {
    member_ = starts.front();
    starts.pop_front();
  }
}

/// Where the first member behind `after` starts, if it is known yet, and no damage comes first.
std::optional<std::size_t> WarcRecords::next_member_start(std::size_t after) const {
  const auto& starts = members_.starts();
  const auto& damages = members_.damages();
  const auto found =
      std::ranges::upper_bound(starts, text_.offset() + after, {}, &MemberStart::position);
  if (found == starts.end() || (!damages.empty() && damages.front().offset < found->offset)) {
    return std::nullopt;
  }
  return found->position - text_.offset();
}

std::uint64_t WarcRecords::offset() const {
  return members_.codec() == nullptr ? text_.offset() : member_.offset;
}

// Finding records.

/// Moves to where a record seems to begin; false at the end.
bool WarcRecords::find_record() {
  for (;;) {
    if (pass_damage()) {
      continue;
    }
    if (!have(1)) {
      if (members_.damages().empty()) {
        return false;
      }
      continue;
    }
    enter_member();
    if (is_line_end(reach().front())) {
      drop(std::min(reach().find_first_not_of("\r\n"), reach().size()));
      continue;
    }
    if (have(version_bytes) && begins_record(reach())) {
      return true;
    }
    report(Certainty::maybe_a_record, offset(), "foreign_bytes",
           "what stands here is no WARC record; skipped to the next one");
    search();
  }
}

/// Past the place where the unpacked bytes break off, if that is here.
bool WarcRecords::pass_damage() {
  auto& damages = members_.damages();
  if (damages.empty() || damages.front().position != text_.offset()) {
    return false;
  }
  report_damage(Certainty::maybe_a_record);
  damages.pop_front();
  return true;
}

/// From a place where no sound record begins to the next one where one may: behind a record that
/// was cut short that is not at the start of a line.
void WarcRecords::search() {
  lost_ = true;
  for (;;) {
    const std::string_view bytes = reach();
    const std::size_t member = std::min(next_member_start(0).value_or(bytes.size()), bytes.size());
    const std::size_t at = find_version_line(bytes.substr(0, member + version_line_bytes), 1);
    if (at < member || member < bytes.size()) {
      drop(std::min(at, member));
      return;
    }
    const std::size_t keep = std::min(bytes.size(), version_line_bytes);
    drop(bytes.size() - keep);
    if (!have(keep + 1)) {
      drop(reach().size());
      return;
    }
  }
}

/// Takes the record that seems to begin here; false if there is none to be given: it is damaged, or
/// too large.
bool WarcRecords::cut(WarcRecord& record) {
  const std::optional<std::size_t> header = find_header_end();
  if (!header) {
    lose(Certainty::maybe_a_record, Ending::wrong, "the header of the record has no end");
    return false;
  }
  const auto read_fields = [&] {
    const std::string_view lines = reach().substr(0, *header);
    read_header_fields(lines.substr(lines.find('\n') + 1), record.fields);
  };
  read_fields();
  const std::string type(field_value(record.fields, "WARC-Type"));
  if (type.empty()) {
    lose(Certainty::maybe_a_record, Ending::wrong, "the record has no WARC-Type");
    return false;
  }
  const std::string_view said = field_value(record.fields, "Content-Length");
  const std::optional<std::uint64_t> length = read_length(said);
  if (!length) {
    lose(Certainty::surely_a_record, Ending::wrong,
         fmt::format("the record has no usable Content-Length (`{}`)", field_text(said)));
    return false;
  }
  if (*length > limits_.most_bytes) {
    pass_large(*header, *length, holds_document(type));
    return false;
  }
  const std::size_t size = *header + *length;
  Ending ending = ending_of_block(size);
  if (ending == Ending::sound) {
    ending = ending_of_record(size);
  }
  if (ending != Ending::sound) {
    lose(Certainty::surely_a_record, ending, wrong_length(*length));
    return false;
  }
  read_fields();  // the bytes may have moved
  record.offset = offset();
  record.block = reach().substr(*header, *length);
  given_ = size;
  return true;
}

/// Behind the blank line that ends the header. A header in which search() would find a record has
/// no end, so that no byte is part of two.
std::optional<std::size_t> WarcRecords::find_header_end() {
  have(most_version_line_bytes);
  const std::size_t first_end = reach().substr(0, most_version_line_bytes).find('\n');
  if (first_end == std::string_view::npos ||
      reach().substr(version_bytes).find_first_not_of("0123456789 \t\r") !=
          first_end - version_bytes) {
    return std::nullopt;
  }
  std::size_t line = first_end + 1;
  for (;;) {
    const std::string_view bytes = reach();
    for (std::size_t end = bytes.find('\n', line); end != std::string_view::npos;
         end = bytes.find('\n', line)) {
      const std::string_view text = bytes.substr(line, end + 1 - line);
      if (text == "\n" || text == "\r\n") {
        return end + 1;
      }
      if (end > most_header_bytes || find_version_line(text, 0) != std::string_view::npos) {
        return std::nullopt;
      }
      line = end + 1;
    }
    if (bytes.size() > most_header_bytes || !grow()) {
      return std::nullopt;
    }
  }
}

/// Has the next `size` bytes read. Another packed record among them shows, since it begins a
/// member.
WarcRecords::Ending WarcRecords::ending_of_block(std::size_t size) {
  for (;;) {
    const std::size_t end = std::min(size, reach().size());
    const auto unchecked = [&] {
      const std::uint64_t here = text_.offset();
      return next_member_start(no_record_up_to_ > here ? no_record_up_to_ - here : 0);
    };
    for (auto start = unchecked(); start && *start < end; start = unchecked()) {
      have(*start + version_bytes);
      if (begins_record(reach().substr(*start))) {
        return Ending::wrong;
      }
      no_record_up_to_ = text_.offset() + *start;
    }
    if (reach().size() >= size) {
      return Ending::sound;
    }
    if (!grow()) {
      return members_.damages().empty() ? Ending::wrong : Ending::broken_off;
    }
  }
}

/// How a record ends whose last byte is the one before `at`. Where its member seems to end, too, or
/// to go on with what is no record, this reads on to learn whether the member is broken.
WarcRecords::Ending WarcRecords::ending_of_record(std::size_t at) {
  constexpr std::size_t shows_soon = std::size_t{128} << 10;
  bool can_grow = true;
  for (;;) {
    const std::string_view rest = reach().substr(at);
    const Tail tail = tail_of(rest);
    const std::optional<std::size_t> member = next_member_start(at - 1);
    if (member && *member <= at + tail.blank_bytes) {
      return Ending::sound;
    }
    const std::string_view behind = rest.substr(tail.blank_bytes);
    if (begins_record(behind)) {
      return Ending::sound;
    }
    const std::size_t enough = members_.codec() == nullptr ? version_bytes : shows_soon;
    if (behind.size() < enough && can_grow) {
      can_grow = grow();  // either way the bytes may have moved
      continue;
    }
    const auto& damages = members_.damages();
    const bool is_broken = !damages.empty() && damages.front().position - damages.front().unpacked <
                                                   text_.offset() + at;
    if (is_broken) {
      return Ending::broken_off;
    }
    if (behind.empty() && text_.failed()) {
      return Ending::wrong;
    }
    return is_sound(tail, behind) ? Ending::sound : Ending::wrong;
  }
}

/// Tells of a record over the limit, if it is wanted, and passes it over without keeping it. Where
/// another begins in the midst of it, or it is longer than the file, it was not so large after all.
void WarcRecords::pass_large(std::size_t header, std::uint64_t length, bool is_wanted) {
  if (!fits_file(header, length)) {
    lose(Certainty::surely_a_record, Ending::wrong, wrong_length(length));
    return;
  }
  const std::uint64_t start = offset();
  if (is_wanted) {
    report(
        Certainty::surely_a_record, start, "too_large",
        fmt::format("the record has {} bytes, more than the limit of {}; left out; raise the limit",
                    length, limits_.most_bytes));
  }
  std::uint64_t left = header + length;
  while (left > 0 && have(1)) {
    enter_member();
    const bool at_member = left < header + length && member_.position == text_.offset();
    if (at_member && have(version_bytes) && begins_record(reach())) {
      break;
    }
    const std::size_t here = std::min<std::uint64_t>(left, reach().size());
    const std::size_t step = std::min(here, next_member_start(0).value_or(here));
    drop(step);
    left -= step;
  }
  lost_ = is_wanted && left > 0;
  if (left > 0 && !is_wanted && members_.damages().empty()) {
    report(Certainty::surely_a_record, start, "damaged_record", wrong_length(length));
  }
}

/// Whether a record over the limit can be as long as it says, as far as the file shows without
/// being read up to there. So long a way leads to many places that look like an end; only a perfect
/// one is believed.
bool WarcRecords::fits_file(std::size_t header, std::uint64_t length) {
  const std::uint64_t end = text_.offset() + header + length;
  const auto behind = members_.peek(end, most_blank_bytes + version_bytes);
  if (!behind) {
    return true;
  }
  const Tail tail = tail_of(*behind);
  const std::string_view next = std::string_view(*behind).substr(tail.blank_bytes);
  const bool is_usual = tail.lines == 2 && (tail.blank_bytes == 2 || tail.blank_bytes == 4);
  return end <= members_.total().value_or(end) &&
         (next.empty() || (is_usual && begins_record(next)));
}

// Telling.

/// The record that seems to begin here is damaged: tells it and searches on.
void WarcRecords::lose(Certainty certainty, Ending ending, std::string message) {
  const auto& damages = members_.damages();
  const bool is_in_broken_member = !damages.empty() && damages.front().offset == offset();
  if (!is_in_broken_member) {
    report(certainty, offset(), "damaged_record", std::move(message) + "; left out");
  }
  if (is_in_broken_member || ending == Ending::broken_off) {
    report_damage(certainty);
  }
  search();
}

void WarcRecords::report_damage(Certainty certainty) {
  const MemberDamage& damage = members_.damages().front();
  switch (damage.kind) {
    case MemberDamage::Kind::broken_member:
      report(certainty, damage.offset, "damaged_compression",
             fmt::format("the {} that begins here is damaged {} bytes into its text: {}; left out "
                         "from there to the next one; fetch the file again",
                         members_.codec()->unit(), damage.unpacked, damage.reason));
      break;
    case MemberDamage::Kind::too_high_ratio:
      report(certainty, damage.offset, "ratio_too_high",
             fmt::format("the {} that begins here unpacks to more than {} times its size; left out "
                         "from there to the next one; raise the limit",
                         members_.codec()->unit(), limits_.most_ratio));
      break;
    case MemberDamage::Kind::foreign_bytes:
      report(certainty, damage.offset, "foreign_bytes",
             fmt::format("what stands here is no {}; skipped to the next one",
                         members_.codec()->unit()));
      break;
  }
}

/// Once a place is told, what follows up to the next sound record is told only if it surely is
/// another damaged record, and in another member if there are any.
void WarcRecords::report(Certainty certainty, std::uint64_t offset, std::string_view code,
                         std::string message) {
  const bool is_same_place = members_.codec() != nullptr && offset == last_issue_;
  if (lost_ && (certainty == Certainty::maybe_a_record || is_same_place)) {
    return;
  }
  lost_ = true;
  last_issue_ = offset;
  constexpr std::size_t most_in_a_row = 1000;
  if (++issues_in_a_row_ > most_in_a_row) {
    ++unlisted_;
    return;
  }
  issues_->push_back({file_, offset, std::string(code), std::move(message)});
}

void WarcRecords::tell_unlisted() {
  if (unlisted_ > 0) {
    issues_->push_back({file_, last_issue_, "more_damage",
                        fmt::format("{} more damaged places up to this one", unlisted_)});
    unlisted_ = 0;
  }
}

/// If the disk, not the file, is what ended the reading.
void WarcRecords::tell_failure() {
  if (!std::exchange(failure_told_, text_.failed())) {
    try {
      text_.rethrow();
    } catch (const Error& error) {
      issues_->push_back({file_, members_.consumed(), "unreadable",
                          fmt::format("{}; {}", error.what(), error.remedy())});
    }
  }
}

}  // namespace unspin
