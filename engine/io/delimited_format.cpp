// Rows of tsv and csv: cells by column.
#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "engine/io/fields.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/row_format.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

class DelimitedFormat : public RowFormat {
 public:
  DelimitedFormat(RowKind kind, Layout layout, std::vector<std::string> columns)
      : is_pair_(kind == RowKind::pair), layout_(layout), columns_(std::move(columns)) {
    for (const std::string& name : columns_) {
      const Role role = role_of(name);
      roles_.push_back(kind == RowKind::pair || role == Role::id ? role : Role::extra);
    }
    id_column_ = static_cast<std::size_t>(std::find(roles_.begin(), roles_.end(), Role::id) -
                                          roles_.begin());
  }

  std::optional<RowIssue> parse(std::string_view record, std::uint64_t line,
                                PairRow& row) override {
    split_fields(layout_, record, cells_, unquoted_);
    read_id(line, row.id);
    if (const auto bad = first_invalid_utf8(record)) {
      return invalid_utf8_at(record, line, *bad);
    }
    if (cells_.size() != columns_.size()) {
      return wrong_count(line);
    }

    Refill references(row.references);
    Refill extra(row.extra);
    for (std::size_t column = 0; column < cells_.size(); ++column) {
      const std::string_view cell = cells_[column];
      switch (roles_[column]) {
        case Role::id:
          break;
        case Role::source:
          row.source = cell;
          break;
        case Role::rewrite:
          row.rewrite = cell;
          break;
        case Role::reference:
          if (!cell.empty()) {
            references.next() = cell;
          }
          break;
        case Role::extra: {
          auto& [name, text] = extra.next();
          name = columns_[column];
          text.clear();
          append_json_string(cell, text);
          break;
        }
      }
    }
    return std::nullopt;
  }

 private:
  enum class Role { id, source, rewrite, reference, extra };

  static Role role_of(std::string_view name) {
    if (name == "id") {
      return Role::id;
    }
    if (name == "source") {
      return Role::source;
    }
    if (name == "rewrite") {
      return Role::rewrite;
    }
    return name == "reference" ? Role::reference : Role::extra;
  }

  void read_id(std::uint64_t line, std::string& id) const {
    const std::string_view cell =
        id_column_ < cells_.size() ? cells_[id_column_] : std::string_view();
    if (cell.empty() || first_invalid_utf8(cell)) {
      id = is_pair_ ? std::to_string(line) : std::string();
    } else {
      id.clear();
      append_json_string(cell, id);
    }
  }

  RowIssue wrong_count(std::uint64_t line) const {
    const bool few = cells_.size() < columns_.size();
    const std::string_view hint = layout_ == Layout::csv
                                      ? "put fields that hold commas or line breaks in quotes"
                                  : few ? "keep empty fields as empty text between tabs"
                                        : "replace tabs inside fields";
    return {
        line, 0, few ? "too_few_fields" : "too_many_fields",
        fmt::format("{} fields where the header has {}; {}", cells_.size(), columns_.size(), hint)};
  }

  bool is_pair_;
  Layout layout_;
  std::vector<std::string> columns_;
  std::vector<Role> roles_;
  std::size_t id_column_ = 0;  // past the end when there is none
  std::vector<std::string_view> cells_;
  std::string unquoted_;
};

}  // namespace

std::unique_ptr<RowFormat> make_delimited_format(RowKind kind, Layout layout,
                                                 std::vector<std::string> columns) {
  return std::make_unique<DelimitedFormat>(kind, layout, std::move(columns));
}

}  // namespace unspin
