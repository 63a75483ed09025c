// The bytes of a crawl file, unpacked, with the places where its members begin and where it is
// broken.
//
// A crawl is usually packed record by record, each a gzip member or a zstd frame, so that a broken
// one costs only itself. Where a member breaks is not where it broke: a truncated one runs on into
// the bytes of the next, which mean something else there, until they make no sense. So the bytes of
// the member at hand are kept, and the search for the next one begins right behind its start.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>

#include "engine/io/document.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/read_ahead.hpp"
#include "engine/io/warc_codec.hpp"

namespace unspin {

/// A member's first byte: in the unpacked stream, and in the file.
struct MemberStart {
  std::uint64_t position = 0;
  std::uint64_t offset = 0;
};

/// Where the stream breaks off; what follows in it comes from further on in the file.
struct MemberDamage {
  enum class Kind { broken_member, too_high_ratio, foreign_bytes };
  Kind kind = Kind::broken_member;
  std::uint64_t position = 0;  ///< in the unpacked stream
  std::uint64_t offset = 0;    ///< in the file: of the member, or of the foreign bytes
  std::uint64_t unpacked = 0;  ///< how many bytes of the member came out
  const char* reason = "";     ///< of a broken member
};

class WarcMembers : public ByteSource {
 public:
  /// Recognises the packing by content, wherever in the file's beginning it comes to light. Throws
  /// as open_source() does.
  WarcMembers(const std::string& path, const DocumentLimits& limits, const std::atomic<bool>* stop);

  /// The bytes of one member at a time, of plain files whatever is there. Before bytes of a member
  /// are returned, its start stands in starts(); before what follows damage, that stands in
  /// damages(). Throws Error(unreadable_input) only if the file cannot be read, and Interrupted.
  /// The bytes that are unpacked, those twice counted that are looked at again behind damage, are
  /// linear in the file.
  std::size_t read(std::span<char> into) override;

  /// Up to `size` bytes from further on in the file; nothing if it is packed, or a pipe.
  std::optional<std::string> peek(std::uint64_t offset, std::size_t size);

  std::uint64_t consumed() const override { return raw_file_.consumed(); }
  std::optional<std::uint64_t> total() const override { return raw_file_.total(); }

  /// nullptr if the file is not packed: positions are offsets then, and there are no members.
  const WarcCodec* codec() const { return codec_.get(); }

  /// In order, for the caller to take from the front. Starts that lie so close that no record fits
  /// in between are one, the last.
  std::deque<MemberStart>& starts() { return starts_; }
  std::deque<MemberDamage>& damages() { return damages_; }
  const std::deque<MemberStart>& starts() const { return starts_; }
  const std::deque<MemberDamage>& damages() const { return damages_; }

 private:
  class RawFile : public ByteSource {
   public:
    RawFile(const std::string& path, const std::atomic<bool>* stop)
        : file_(path, stop), stop_(stop) {}
    void check_stop() const {
      if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) {
        throw Interrupted();
      }
    }
    std::size_t read(std::span<char> into) override {
      check_stop();
      return file_.read(into);
    }
    std::uint64_t consumed() const override { return file_.consumed(); }
    std::optional<std::uint64_t> total() const override { return file_.total(); }
    std::size_t read_at(std::uint64_t offset, std::span<char> into) const {
      return file_.read_at(offset, into);
    }

   private:
    InputFile file_;
    const std::atomic<bool>* stop_;
  };

  void recognise();
  std::string take_dictionary();
  bool have(std::size_t bytes);
  std::size_t read_plain(std::span<char> into);
  bool begin_member();
  bool find_member();
  bool skip_skippable();
  bool is_ratio_too_high() const;
  void lose_member(MemberDamage::Kind kind, const char* reason);
  void add_damage(const MemberDamage& damage);
  void forget_old_bytes();

  RawFile raw_file_;
  ReadAhead raw_;  // from the member's start on, or from where the search is
  DocumentLimits limits_;
  std::unique_ptr<WarcCodec> codec_;
  std::deque<MemberStart> starts_;
  std::deque<MemberDamage> damages_;
  bool in_member_ = false;
  bool searching_ = false;
  MemberStart member_;
  std::size_t used_ = 0;            // of raw_.bytes(), by the codec
  std::uint64_t position_ = 0;      // in the unpacked stream
  std::uint64_t looked_again_ = 0;  // bytes at which the search behind damage went back
};

}  // namespace unspin
