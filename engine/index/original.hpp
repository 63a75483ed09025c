// An original as the index keeps it: what it is called, and its text in a zstd frame of its own, so
// that one can be fetched without its neighbours.
//
// Of a page of 800 words (4.4 KB) zstd leaves 48%. A dictionary trained on the library would leave
// less, but then a text's bytes would depend on the other texts, and an index could not be joined
// from pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace unspin {

struct Original {
  std::string id;  ///< unique in an index: of two with the same, the later one replaces the other
  std::string address, title, date;  ///< empty if unknown
  std::string text;                  ///< the main text, UTF-8 of less than 2³¹ bytes
};

/// What an original is called; views into the index.
struct OriginalLabel {
  std::string_view id, address, title, date;
};

/// An original in the index's own bytes; views, so its place must outlive it.
struct PackedOriginal {
  std::string_view label;        ///< id, address, title, date, each behind its length
  std::string_view frame;        ///< the text under zstd
  std::uint32_t text_bytes = 0;  ///< of the text
};

/// Nothing if the bytes are no label.
std::optional<OriginalLabel> read_label(std::string_view label);

/// Takes the record that begins `bytes` off them; nothing if there is no whole one.
std::optional<PackedOriginal> take_record(std::string_view& bytes);

/// Packs one original after the other. One per thread.
class OriginalPacker {
 public:
  OriginalPacker();
  ~OriginalPacker();
  OriginalPacker(OriginalPacker&&) noexcept;
  OriginalPacker& operator=(OriginalPacker&&) noexcept;

  /// Appends a record that take_record() reads. The same bytes whatever was packed before.
  void append_record(const Original& original, std::string& out);

 private:
  struct Zstd;
  std::unique_ptr<Zstd> zstd_;
  std::string label_, frame_;
};

/// Unpacks one text after the other. One per thread.
class TextUnpacker {
 public:
  TextUnpacker();
  ~TextUnpacker();
  TextUnpacker(TextUnpacker&&) noexcept;
  TextUnpacker& operator=(TextUnpacker&&) noexcept;

  /// Overwrites `text`; false if the frame is damaged.
  bool unpack(std::string_view frame, std::uint32_t text_bytes, std::string& text);

 private:
  struct Zstd;
  std::unique_ptr<Zstd> zstd_;
};

}  // namespace unspin
