#include "engine/io/warc_reader.hpp"

#include <fmt/format.h>
#include <span>
#include <string_view>
#include <utility>

#include "engine/io/content_decoding.hpp"
#include "engine/io/header_fields.hpp"
#include "engine/io/http_message.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/warc_records.hpp"

namespace unspin {
namespace {

std::string_view without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) {
    uri = uri.substr(1, uri.size() - 2);
  }
  return uri;
}

bool has_scheme(std::string_view address, std::string_view scheme) {
  return same_word(address.substr(0, scheme.size()), scheme);
}

/// All values of a field that may be there several times, as the one list that they mean.
std::string listed(std::span<const HeaderField> fields, std::string_view name) {
  std::string list;
  for (const HeaderField& field : fields) {
    if (same_word(field.name, name)) {
      list += list.empty() ? "" : ",";
      list += field.value;
    }
  }
  return list;
}

class WarcReader : public DocumentReader {
 public:
  WarcReader(const std::string& path, const DocumentLimits& limits, const std::atomic<bool>* stop)
      : file_(shown_path(path)), limits_(limits), records_(path, limits, stop) {}

  bool next(Document& document, std::vector<DocumentIssue>& issues) override {
    while (records_.next(record_, issues)) {
      const std::string_view type = field_value(record_.fields, "WARC-Type");
      if (!holds_document(type)) {
        continue;
      }
      describe(document);
      if (has_scheme(document.address, "metadata:")) {
        continue;  // wget keeps its own log there
      }
      if (!same_word(type, "response")) {
        set_content_type(document, field_value(record_.fields, "Content-Type"));
        document.bytes.assign(record_.block);
        return true;
      }
      const bool may_be_http = document.address.empty() || has_scheme(document.address, "http");
      if (may_be_http && take_response(document, issues)) {
        return true;
      }
    }
    return false;
  }

  std::uint64_t consumed() const override { return records_.consumed(); }
  std::optional<std::uint64_t> total() const override { return records_.total(); }

 private:
  /// What the record says of itself.
  void describe(Document& document) const {
    document.clear();
    document.file = file_;
    document.offset = record_.offset;
    document.id = field_text(field_value(record_.fields, "WARC-Record-ID"));
    document.address = field_text(without_brackets(field_value(record_.fields, "WARC-Target-URI")));
    document.date = field_text(field_value(record_.fields, "WARC-Date"));
    for (const char* name :
         {"WARC-Identified-Content-Language", "WARC-Identified-Payload-Type", "WARC-Truncated"}) {
      add_metadata(document, record_.fields, name);
    }
  }

  static void set_content_type(Document& document, std::string_view value) {
    ContentType type = read_content_type(value);
    document.media_type = std::move(type.media_type);
    document.charset = std::move(type.charset);
  }

  static void add_metadata(Document& document, std::span<const HeaderField> fields,
                           const char* name) {
    const std::string value = field_text(field_value(fields, name));
    if (!value.empty()) {
      append_json_string(value, document.metadata.emplace_back(name, "").second);
    }
  }

  /// False if the response is no document: it is passed over, or told.
  bool take_response(Document& document, std::vector<DocumentIssue>& issues) {
    const auto tell = [&](std::string_view code, std::string message) {
      issues.push_back({file_, record_.offset, std::string(code), std::move(message)});
      return false;
    };
    if (!read_http_response(record_.block, response_)) {
      return tell("damaged_content", "the response does not begin as HTTP does; left out");
    }
    if (response_.status < 200 || response_.status > 299) {
      return false;
    }
    set_content_type(document, field_value(response_.fields, "Content-Type"));
    add_metadata(document, response_.fields, "Content-Language");
    add_metadata(document, response_.fields, "Last-Modified");
    const std::string transfer = listed(response_.fields, "Transfer-Encoding");
    const bool is_chunked =
        same_word(trimmed(std::string_view(transfer).substr(transfer.rfind(',') + 1)), "chunked");
    if (!is_chunked || !join_chunks(response_.body, document.bytes)) {
      document.bytes.assign(response_.body);
    }
    const std::string encodings = listed(response_.fields, "Content-Encoding");
    switch (undo_content_encodings(encodings, limits_, document.bytes)) {
      case Decoded::done:
        return true;
      case Decoded::damaged:
        return tell("damaged_content",
                    fmt::format("the content encoding of the response (`{}`) breaks; left out",
                                field_text(encodings)));
      case Decoded::too_large:
        break;
    }
    return tell(
        "too_large",
        fmt::format("the response, its content encoding undone, passes the limit of {} bytes "
                    "or of {} times its size; left out; raise the limit",
                    limits_.most_bytes, limits_.most_ratio));
  }

  std::string file_;
  DocumentLimits limits_;
  WarcRecords records_;
  WarcRecord record_;
  HttpResponse response_;
};

}  // namespace

std::unique_ptr<DocumentReader> open_warc(const std::string& path, const DocumentLimits& limits,
                                          const std::atomic<bool>* stop) {
  return std::make_unique<WarcReader>(path, limits, stop);
}

}  // namespace unspin
