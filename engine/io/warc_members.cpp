#include "engine/io/warc_members.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "engine/io/content_decoding.hpp"

namespace unspin {
namespace {

constexpr std::size_t piece_bytes = std::size_t{128} << 10;

/// A stretch that a broken member can have run on into its successors: deflate and zstd notice
/// within some tens of KiB.
constexpr std::size_t kept_bytes = std::size_t{1} << 20;

constexpr std::size_t shortest_record = 64;

}  // namespace

WarcMembers::WarcMembers(const std::string& path, const DocumentLimits& limits,
                         const std::atomic<bool>* stop)
    : raw_file_(path, stop), raw_(raw_file_), limits_(limits) {
  recognise();
}

/// Whether that many bytes are ahead, or can be had.
bool WarcMembers::have(std::size_t bytes) {
  while (raw_.bytes().size() < bytes && raw_.more()) {
  }
  return raw_.bytes().size() >= bytes;
}

void WarcMembers::recognise() {
  have(skippable_header_bytes);
  const std::string_view bytes = raw_.bytes();
  if (bytes.size() < 2 || bytes.starts_with("WARC/")) {
    return;
  }
  auto gzip = make_gzip_codec();
  if (gzip->begins(bytes)) {
    codec_ = std::move(gzip);
    return;
  }
  const bool has_dictionary = begins_dictionary_frame(bytes);
  auto zstd = make_zstd_codec(has_dictionary ? take_dictionary() : std::string());
  if (has_dictionary || zstd->begins(bytes) || begins_skippable_frame(bytes)) {
    codec_ = std::move(zstd);
    return;
  }
  // The beginning is damaged, so what comes to light first decides.
  have(piece_bytes);
  const std::size_t plain = raw_.bytes().find("\nWARC/1.");
  const std::size_t in_gzip = gzip->find(raw_.bytes());
  const std::size_t in_zstd = zstd->find(raw_.bytes());
  if (in_gzip < std::min(plain, in_zstd)) {
    codec_ = std::move(gzip);
  } else if (in_zstd < plain) {
    codec_ = std::move(zstd);
  }
}

/// The content of the skippable frame that begins the file; empty if it makes no sense, which every
/// frame will then say of itself.
std::string WarcMembers::take_dictionary() {
  constexpr std::size_t most_dictionary_bytes = std::size_t{64} << 20;
  const std::size_t size = skippable_content_bytes(raw_.bytes());
  if (size > most_dictionary_bytes || !have(skippable_header_bytes + size)) {
    return {};
  }
  std::string dictionary(raw_.bytes().substr(skippable_header_bytes, size));
  raw_.drop(skippable_header_bytes + size);
  const DocumentLimits limits = {.most_bytes = most_dictionary_bytes,
                                 .most_ratio = limits_.most_ratio};
  const bool usable = undo_content_encodings("zstd", limits, dictionary) == Decoded::done;
  return usable ? dictionary : std::string();
}

std::size_t WarcMembers::read(std::span<char> into) {
  raw_file_.check_stop();
  into = into.first(std::min(into.size(), piece_bytes));
  if (codec_ == nullptr) {
    return read_plain(into);
  }
  for (;;) {
    if (!in_member_ && !begin_member()) {
      raw_.rethrow();
      return 0;
    }
    const WarcCodec::Step step = codec_->decode(raw_.bytes().substr(used_), into);
    used_ += step.taken;
    position_ += step.given;
    if (step.damage != nullptr) {
      lose_member(MemberDamage::Kind::broken_member, step.damage);
    } else if (step.ended) {
      raw_.drop(used_);
      used_ = 0;
      in_member_ = false;
    } else if (is_ratio_too_high()) {
      lose_member(MemberDamage::Kind::too_high_ratio, "");
    } else if (step.given == 0 && used_ == raw_.bytes().size() && !raw_.more()) {
      raw_.rethrow();
      lose_member(MemberDamage::Kind::broken_member, "it ends too early");
    }
    forget_old_bytes();
    if (step.given > 0) {
      return step.given;
    }
  }
}

std::optional<std::string> WarcMembers::peek(std::uint64_t offset, std::size_t size) {
  if (codec_ != nullptr || !total()) {
    return std::nullopt;
  }
  std::string bytes(size, '\0');
  bytes.resize(raw_file_.read_at(offset, bytes));
  return bytes;
}

std::size_t WarcMembers::read_plain(std::span<char> into) {
  if (raw_.bytes().empty()) {
    raw_.rethrow();
    return raw_file_.read(into);
  }
  const std::string_view ahead = raw_.bytes().substr(0, into.size());
  std::memcpy(into.data(), ahead.data(), ahead.size());
  raw_.drop(ahead.size());
  return ahead.size();
}

/// False at the end of the file.
bool WarcMembers::begin_member() {
  for (;;) {
    if (searching_) {
      if (!find_member()) {
        return false;
      }
      searching_ = false;
      break;
    }
    // Tapes and block devices pad with zeros.
    while (have(1) && raw_.bytes().front() == '\0') {
      const std::size_t zeros = raw_.bytes().find_first_not_of('\0');
      raw_.drop(std::min(zeros, raw_.bytes().size()));
    }
    if (!have(1)) {
      return false;
    }
    have(skippable_header_bytes);
    if (codec_->begins(raw_.bytes())) {
      break;
    }
    if (!skip_skippable()) {
      add_damage({.kind = MemberDamage::Kind::foreign_bytes,
                  .position = position_,
                  .offset = raw_.offset()});
      searching_ = true;
    }
  }
  codec_->restart();
  in_member_ = true;
  member_ = {position_, raw_.offset()};
  // A member that is too short for a record holds at most blank lines, or nothing.
  if (!starts_.empty() && position_ - starts_.back().position < shortest_record) {
    starts_.pop_back();
  }
  starts_.push_back(member_);
  return true;
}

/// Moves on to what may be a member; false if there is none up to the end of the file.
bool WarcMembers::find_member() {
  for (;;) {
    const std::string_view bytes = raw_.bytes();
    const std::size_t at = codec_->find(bytes);
    if (at != std::string_view::npos) {
      raw_.drop(at);
      return true;
    }
    raw_.drop(bytes.size() - std::min(bytes.size(), WarcCodec::search_tail));
    if (!raw_.more()) {
      return false;
    }
  }
}

/// Passes a frame over that holds nothing for readers; false if there is none, or it is longer than
/// such frames are: then its header must be an accident.
bool WarcMembers::skip_skippable() {
  constexpr std::size_t most = std::size_t{16} << 20;
  if (!begins_skippable_frame(raw_.bytes())) {
    return false;
  }
  const std::size_t size = skippable_header_bytes + skippable_content_bytes(raw_.bytes());
  if (size > most || !have(size)) {
    return false;
  }
  raw_.drop(size);
  return true;
}

bool WarcMembers::is_ratio_too_high() const {
  constexpr std::uint64_t always = std::uint64_t{1} << 20;
  const std::uint64_t unpacked = position_ - member_.position;
  const std::uint64_t packed = raw_.offset() + used_ - member_.offset;
  return unpacked > always && unpacked / std::max<std::uint64_t>(limits_.most_ratio, 1) > packed;
}

void WarcMembers::lose_member(MemberDamage::Kind kind, const char* reason) {
  add_damage({kind, position_, member_.offset, position_ - member_.position, reason});
  in_member_ = false;
  searching_ = true;
  // Going back is paid for by going forward, so that no file takes more than a multiple of its
  // size.
  constexpr std::uint64_t times = 8;
  const std::uint64_t allowance = times * (raw_.offset() + used_ + kept_bytes);
  if (looked_again_ + used_ <= allowance) {
    looked_again_ += used_;
    raw_.drop(raw_.offset() == member_.offset ? 1 : 0);
  } else {
    raw_.drop(std::max<std::size_t>(used_, 1));
  }
  used_ = 0;
}

void WarcMembers::add_damage(const MemberDamage& damage) {
  if (damages_.empty() || damages_.back().position != damage.position) {
    damages_.push_back(damage);
  }
}

void WarcMembers::forget_old_bytes() {
  if (used_ > 2 * kept_bytes) {
    raw_.drop(used_ - kept_bytes);
    used_ = kept_bytes;
  }
}

}  // namespace unspin
