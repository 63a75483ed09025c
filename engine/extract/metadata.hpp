// What a page says about itself: title, address, language, date.
#pragma once

#include <cstdint>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

#include "engine/extract/hints.hpp"
#include "engine/extract/page.hpp"
#include "engine/extract/shape.hpp"

namespace unspin {

/// The date that a text begins with (2024-05-31T…, 2024/5/31, 20240531) as yyyy-mm-dd; empty if it
/// does not begin with a date of the years 1990 to 2100.
std::string iso_date(std::string_view text);

class Metadata {
 public:
  void clear();
  void read_element(std::uint32_t index, Tag tag, const Attributes& attributes);
  void read_title(std::uint32_t element, std::string_view text);

  /// JSON-LD: the date of publication and the text of the article that it describes. What is not
  /// JSON is passed over.
  void read_linked_data(const std::vector<std::string_view>& linked_data,
                        simdjson::dom::parser& parser);

  /// Chooses among what was found, when everybody's role is known.
  void finish(const PageShape& shape, const std::vector<BlockRole>& roles, Page& page) const;

  const std::string& article_body() const { return article_body_; }
  std::string_view article_body_source() const { return article_body_source_; }

 private:
  struct Dated {
    std::uint32_t element;
    std::string date;
    bool is_marked;  // as that of publication
  };

  void read_meta(const Attributes& attributes);
  std::string title(const Page& page) const;

  std::uint32_t title_element_ = 0;
  std::string title_, open_graph_title_, site_name_, canonical_, open_graph_address_, language_;
  std::string linked_date_, stated_date_, vague_date_;
  std::string article_body_;
  std::string_view article_body_source_;
  std::vector<Dated> times_;
};

}  // namespace unspin
