#include "engine/text/unfolded_writer.hpp"

#include "engine/text/utf8.hpp"

namespace unspin {

UnfoldedWriter::UnfoldedWriter(std::string_view raw, Unfolded& out) : raw_(raw), out_(out) {
  out.is_changed = false;
  out.text.clear();
  out.places.clear();
  out.pieces.clear();
}

void UnfoldedWriter::keep_until(std::uint32_t raw_end) {
  if (done_ < raw_end) {
    out_.pieces.push_back({static_cast<std::uint32_t>(out_.text.size()), done_, raw_end});
    out_.text.append(raw_, done_, raw_end - done_);
  }
}

void UnfoldedWriter::replace(std::uint32_t begin, std::uint32_t end, char32_t meant, Trick trick) {
  out_.is_changed = true;
  keep_until(begin);
  if (meant != 0) {
    out_.pieces.push_back({static_cast<std::uint32_t>(out_.text.size()), begin, end});
    append_utf8(meant, out_.text);
  }
  done_ = end;
  if (!out_.places.empty() && out_.places.back().trick == trick &&
      out_.places.back().end == begin) {
    out_.places.back().end = end;
    ++out_.places.back().characters;
  } else {
    out_.places.push_back({trick, begin, end, 1});
  }
}

void UnfoldedWriter::finish() {
  if (out_.is_changed) {
    keep_until(static_cast<std::uint32_t>(raw_.size()));
  }
}

}  // namespace unspin
