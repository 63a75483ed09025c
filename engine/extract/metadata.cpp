#include "engine/extract/metadata.hpp"

#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <simdjson.h>

#include "engine/text/ascii.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string collapsed(std::string_view text) {
  std::string out;
  split_at_white_space(text, [&](std::string_view run) {
    out += out.empty() ? "" : " ";
    out += run;
  });
  return out;
}

void take_first(std::string& slot, std::string value) {
  if (slot.empty()) {
    slot = std::move(value);
  }
}

/// Reads up to `most` digits; -1 if there are fewer than `least`.
int read_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  while (digits < most && digits < text.size() && is_digit(text[digits])) {
    ++digits;
  }
  if (digits < least) {
    return -1;
  }
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool skip_separator(std::string_view& text) {
  const bool is_there = !text.empty() && (text[0] == '-' || text[0] == '/');
  text.remove_prefix(is_there ? 1 : 0);
  return is_there;
}

/// Marks with blanks around them, between a title and the name of its site.
constexpr std::string_view separators[] = {
    " | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " • "};

/// The title without the part that names the site: the given one, else the shorter end.
std::string without_site_name(const std::string& title, const std::string& site) {
  std::size_t first = title.npos;
  std::size_t last = title.npos;
  std::size_t behind_first = 0;
  std::size_t behind_last = 0;
  for (const std::string_view separator : separators) {
    if (const std::size_t at = title.find(separator); at < first) {
      first = at;
      behind_first = at + separator.size();
    }
    const std::size_t at = title.rfind(separator);
    if (at != title.npos && (last == title.npos || at > last)) {
      last = at;
      behind_last = at + separator.size();
    }
  }
  if (first == title.npos) {
    return title;
  }
  const std::string front = title.substr(0, last);
  const std::string back = title.substr(behind_first);
  if (!site.empty()) {
    return title.substr(behind_last) == site ? front
           : title.substr(0, first) == site  ? back
                                             : title;
  }
  return front.size() >= back.size() ? front : back;
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
         type == "Recipe" || type == "Review" || type == "HowTo";
}

struct LinkedArticle {
  std::string date, body;
};

/// Searches objects and lists; simdjson bounds their depth.
void find_articles(simdjson::dom::element value, LinkedArticle& found) {
  simdjson::dom::object object;
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : list) {
      find_articles(item, found);
    }
  } else if (value.get(object) == simdjson::SUCCESS) {
    std::string_view type;
    simdjson::dom::array types;
    if (object["@type"].get(types) == simdjson::SUCCESS) {
      for (const simdjson::dom::element each : types) {
        std::string_view name;
        if (each.get(name) == simdjson::SUCCESS && is_article(name)) {
          type = name;
        }
      }
    } else if (object["@type"].get(type) != simdjson::SUCCESS) {
      type = {};
    }
    if (is_article(type)) {
      std::string_view text;
      if (object["datePublished"].get(text) == simdjson::SUCCESS) {
        take_first(found.date, iso_date(text));
      }
      if (object["articleBody"].get(text) == simdjson::SUCCESS) {
        take_first(found.body, collapsed(text));
      }
    }
    for (const auto field : object) {
      find_articles(field.value, found);
    }
  }
}

}  // namespace

std::string iso_date(std::string_view text) {
  while (!text.empty() && white_space_length(text, 0) > 0) {
    text.remove_prefix(white_space_length(text, 0));
  }
  const int year = read_number(text, 4, 4);
  const bool is_separated = skip_separator(text);
  const int month = read_number(text, is_separated ? 1 : 2, 2);
  if (is_separated && !skip_separator(text)) {
    return {};
  }
  const int day = read_number(text, is_separated ? 1 : 2, 2);
  if (year < 1990 || year > 2100 || month < 1 || day < 1 || (!text.empty() && is_digit(text[0]))) {
    return {};
  }
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : "";
}

void Metadata::clear() { *this = Metadata(); }

void Metadata::read_element(std::uint32_t index, Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::html:
      take_first(language_, std::string(attributes.lang));
      break;
    case Tag::meta:
      read_meta(attributes);
      break;
    case Tag::link:
      if (lower_ascii(attributes.rel) == "canonical") {
        take_first(canonical_, collapsed(attributes.href));
      }
      break;
    case Tag::time: {
      std::string date = iso_date(attributes.datetime);
      if (!date.empty()) {
        const bool is_marked = attributes.itemprop == "datePublished" ||
                               attributes.classes.find("publish") != std::string_view::npos ||
                               attributes.classes.find("entry-date") != std::string_view::npos;
        times_.push_back({index, std::move(date), is_marked});
      }
      break;
    }
    default:
      break;
  }
}

void Metadata::read_meta(const Attributes& attributes) {
  const std::string name = lower_ascii(!attributes.property.empty() ? attributes.property
                                       : !attributes.name.empty()   ? attributes.name
                                                                    : attributes.itemprop);
  if (name == "og:title") {
    take_first(open_graph_title_, collapsed(attributes.content));
  } else if (name == "og:site_name") {
    take_first(site_name_, collapsed(attributes.content));
  } else if (name == "og:url") {
    take_first(open_graph_address_, collapsed(attributes.content));
  } else if (name == "article:published_time" || name == "datepublished" ||
             name == "dcterms.created" || name == "dc.date.issued" || name == "dcterms.issued" ||
             name == "publishdate" || name == "pubdate" || name == "publication_date" ||
             name == "parsely-pub-date" || name == "citation_publication_date") {
    take_first(stated_date_, iso_date(attributes.content));
  } else if (name == "date" || name == "dc.date" || name == "dcterms.date") {
    take_first(vague_date_, iso_date(attributes.content));
  }
}

void Metadata::read_title(std::uint32_t element, std::string_view text) {
  if (title_element_ == 0) {
    title_element_ = element;
  }
  if (title_element_ == element) {
    title_ += text;
  }
}

void Metadata::read_linked_data(const std::vector<std::string_view>& linked_data,
                                simdjson::dom::parser& parser) {
  LinkedArticle found;
  for (const std::string_view json : linked_data) {
    const bool had_body = !found.body.empty();
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS) {
      find_articles(root, found);
    }
    if (!had_body && !found.body.empty()) {
      article_body_source_ = json;
    }
  }
  linked_date_ = found.date;
  article_body_ = found.body;
}

/// The heading that the page's own title begins with, if there is one: that is the title without
/// what sites add to it.
std::string Metadata::title(const Page& page) const {
  const bool is_shared = !open_graph_title_.empty();
  const std::string title = is_shared ? open_graph_title_ : collapsed(title_);
  std::string_view first;
  std::string_view longest;
  for (const PageBlock& block : page.blocks) {
    const std::string_view heading = page.text_of(block);
    if (block.level == 1 && first.empty()) {
      first = heading;
    }
    const bool may_be_it = block.level == 1 || block.level == 2;
    if (may_be_it && heading.size() > longest.size() && title.starts_with(heading)) {
      longest = heading;
    }
  }
  if (title.empty()) {
    return std::string(first);
  }
  if (!longest.empty()) {
    return std::string(longest);
  }
  return is_shared && site_name_.empty() ? title : without_site_name(title, site_name_);
}

void Metadata::finish(const PageShape& shape, const std::vector<BlockRole>& roles,
                      Page& page) const {
  page.language = language_;
  page.canonical = canonical_.empty() ? open_graph_address_ : canonical_;
  page.title = title(page);
  page.date = linked_date_.empty() ? stated_date_ : linked_date_;
  std::string unmarked;
  bool is_unsure = false;
  for (const Dated& time : times_) {
    const BlockRole role = roles[shape.elements[time.element].block];
    if (role != BlockRole::main && role != BlockRole::byline) {
      continue;
    }
    if (time.is_marked) {
      take_first(page.date, time.date);
    }
    take_first(unmarked, time.date);
    is_unsure |= unmarked != time.date;
  }
  take_first(page.date, vague_date_);
  if (!is_unsure) {
    take_first(page.date, unmarked);
  }
}

}  // namespace unspin
