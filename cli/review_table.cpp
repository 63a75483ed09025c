#include "cli/review_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "engine/io/error.hpp"
#include "engine/io/fields.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/records.hpp"
#include "engine/report/csv_cells.hpp"
#include "engine/score/nearest_name.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

[[noreturn]] void refuse(const std::string& place, const std::string& what,
                         const std::string& remedy) {
  throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}", place, what), remedy);
}

std::string_view trimmed(std::string_view text) {
  constexpr const char* blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The cells of a row, by the names of their columns.
class Row {
 public:
  Row(const RecordReader& reader, const RecordBatch& batch, const Record& record,
      const std::string& place)
      : columns_(reader.columns()) {
    if (record.issue) {
      refuse(place, record.issue->message, "Mend the row.");
    }
    if (first_invalid_utf8(batch.view(record))) {
      refuse(place, "this is not UTF-8", "Save the table as CSV in UTF-8.");
    }
    split_fields(reader.layout(), batch.view(record), fields_, unquoted_);
    if (fields_.size() != columns_.size()) {
      refuse(place,
             fmt::format("there are {} cells under {} columns", fields_.size(), columns_.size()),
             "Put cells with commas or line ends in quotes.");
    }
  }

  /// Empty if there is no such column.
  std::string_view cell(std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    return found == columns_.end()
               ? std::string_view()
               : trimmed(fields_[static_cast<std::size_t>(found - columns_.begin())]);
  }

 private:
  const std::vector<std::string>& columns_;
  std::vector<std::string_view> fields_;
  std::string unquoted_;
};

std::optional<Review> review_in(const Row& row, const std::string& place) {
  const std::string_view status = row.cell("review");
  const std::string reason = with_formulas(row.cell("reason"));
  if (status.empty()) {
    if (!reason.empty()) {
      refuse(place, "there is a reason, and no review",
             "Write confirmed or dismissed into the column review.");
    }
    return std::nullopt;
  }
  const auto* name = std::ranges::find(review_status_names, status);
  if (name == review_status_names.end()) {
    refuse(place, fmt::format("the review is \"{}\"", status),
           "Write confirmed, dismissed or nothing; " + suggest_name(status, review_status_names));
  }
  return Review{.status = static_cast<ReviewStatus>(name - review_status_names.begin()),
                .reason = reason};
}

}  // namespace

std::map<std::string, std::optional<Review>> read_review_table(const std::string& file,
                                                               const KnownIds& ids,
                                                               const Reviews& reviews) {
  const auto source = open_source(file);
  RecordReader reader(*source, file, Layout::csv, RecordReader::default_most_record_bytes,
                      {.all = {"id", "review"}, .any = {}});
  std::map<std::string, std::optional<Review>> edits;
  RecordBatch batch;
  while (reader.fill(batch, 256, std::size_t{1} << 20)) {
    for (const Record& record : batch.records) {
      if (record.issue && record.issue->code == "empty_line") {
        continue;
      }
      const std::string place = fmt::format("{}, line {}", shown_path(file), record.line);
      const Row row(reader, batch, record, place);
      const std::string& id = ids.find(row.cell("id"), place + ": ");
      const std::optional<Review> review = review_in(row, place);
      const Review* known = review_of(reviews, id);
      if (review ? known != nullptr && *known == *review : known == nullptr) {
        continue;
      }
      const auto [edit, is_new] = edits.try_emplace(id, review);
      if (!is_new && edit->second != review) {
        refuse(place, fmt::format("another row reviews {} differently", id),
               "Give all rows of one id the same review, or edit one of them alone.");
      }
    }
  }
  return edits;
}

}  // namespace unspin
