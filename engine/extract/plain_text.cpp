#include "engine/extract/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace unspin {
namespace {

constexpr std::array<bool, 256> is_blank_byte = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\t', '\r', '\n', '\f', '\v'}) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_blank(char c) { return is_blank_byte[static_cast<unsigned char>(c)]; }

std::size_t marks_at(std::string_view line, char mark) {
  return std::min(line.find_first_not_of(mark), line.size());
}

class PlainText {
 public:
  PlainText(std::string_view text, bool is_markdown, Page& page)
      : text_(text), is_markdown_(is_markdown), page_(page) {}

  void read() {
    page_.clear();
    page_.text.reserve(text_.size());
    const bool each_line = !has_empty_line();
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      read_line(at, end, each_line);
      at = end + 1;
    }
    close();
  }

 private:
  bool has_empty_line() const {
    const std::size_t first = text_.find_first_not_of(" \t\r\n");
    for (std::size_t at = text_.find('\n', std::min(first, text_.size())); at < text_.size();) {
      std::size_t next = at + 1;
      while (next < text_.size() && text_[next] != '\n' && is_blank(text_[next])) {
        ++next;
      }
      if (next < text_.size() && text_[next] == '\n') {
        return true;
      }
      at = text_.find('\n', next);
    }
    return false;
  }

  void read_line(std::size_t begin, std::size_t end, bool each_line) {
    while (begin < end && is_blank(text_[begin])) {
      ++begin;
    }
    while (end > begin && is_blank(text_[end - 1])) {
      --end;
    }
    if (is_markdown_ && read_markdown(begin, end)) {
      return;
    }
    if (begin == end) {
      if (!in_code_) {
        close();
      }
      return;
    }
    add(begin, end);
    if (each_line && !in_code_) {
      close();
    }
  }

  /// True if the line is dealt with; else it goes on or opens a block of the kind that was set.
  bool read_markdown(std::size_t& begin, std::size_t end) {
    const std::string_view line = text_.substr(begin, end - begin);
    if (line.starts_with("```") || line.starts_with("~~~")) {
      close();
      in_code_ = !in_code_;
      kind_ = in_code_ ? BlockKind::code : BlockKind::paragraph;
      return true;
    }
    if (in_code_) {
      return false;
    }
    constexpr std::size_t most_levels = 6;
    const std::size_t level = marks_at(line, '#');
    if (level > 0 && level <= most_levels && level < line.size() && line[level] == ' ') {
      close();
      kind_ = BlockKind::heading;
      level_ = static_cast<std::uint8_t>(level);
      add(begin + level + 1, end);
      if (page_.title.empty()) {
        page_.title = page_.text.substr(block_.text_begin);
      }
      close();
      return true;
    }
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
      close();
      kind_ = BlockKind::list_item;
      begin += 2;
    } else if (line.starts_with("> ")) {
      if (kind_ != BlockKind::quote) {
        close();
        kind_ = BlockKind::quote;
      }
      begin += 2;
    }
    return false;
  }

  /// Appends words to the block at hand, or to a new one.
  void add(std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text_[begin])) {
      ++begin;
    }
    if (begin == end) {
      return;
    }
    if (!is_open_) {
      is_open_ = true;
      block_ = {};
      block_.kind = kind_;
      block_.level = level_;
      block_.role = BlockRole::main;
      block_.begin = static_cast<std::uint32_t>(begin);
      block_.text_begin = static_cast<std::uint32_t>(page_.text.size());
    } else {
      page_.text += in_code_ ? '\n' : ' ';
    }
    block_.end = static_cast<std::uint32_t>(end);
    // Runs of blanks are one; most lines have none and are copied word by word.
    for (std::size_t at = begin; at < end;) {
      std::size_t word_end = at;
      while (word_end < end && (!is_blank(text_[word_end]) ||
                                (text_[word_end] == ' ' && !is_blank(text_[word_end + 1])))) {
        ++word_end;
      }
      page_.text.append(text_, at, word_end - at);
      at = word_end;
      while (at < end && is_blank(text_[at])) {
        ++at;
      }
      if (at < end) {
        page_.text += ' ';
      }
    }
  }

  void close() {
    if (is_open_) {
      block_.text_end = static_cast<std::uint32_t>(page_.text.size());
      page_.blocks.push_back(block_);
    }
    is_open_ = false;
    level_ = 0;
    if (!in_code_) {
      kind_ = BlockKind::paragraph;
    }
  }

  std::string_view text_;
  bool is_markdown_;
  Page& page_;
  bool is_open_ = false, in_code_ = false;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  PageBlock block_;
};

}  // namespace

void read_plain_text(std::string_view text, bool is_markdown, Page& page) {
  PlainText(text, is_markdown, page).read();
}

}  // namespace unspin
