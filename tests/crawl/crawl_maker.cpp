#include "tests/crawl/crawl_maker.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <istream>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <sstream>
#include <xxhash.h>

#include "engine/io/warc_reader.hpp"
#include "tests/crawl/packing.hpp"

namespace unspin::testing {
namespace {

/// splitmix64: the same numbers with every library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t operator()() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }
  /// From first up to last, both possible.
  std::size_t between(std::size_t first, std::size_t last) {
    return first + (*this)() % (last - first + 1);
  }
  bool once_in(std::size_t times) { return (*this)() % times == 0; }

 private:
  std::uint64_t state_;
};

std::vector<std::string> make_words(Random& random) {
  constexpr const char* syllables[] = {"ba", "con", "der", "el", "fi",  "gra", "hu",  "in",
                                       "jo", "kel", "lan", "mo", "ne",  "or",  "pre", "qui",
                                       "ra", "sta", "ter", "un", "ver", "wo",  "xi",  "yon"};
  std::vector<std::string> words(2000);
  for (std::string& word : words) {
    for (std::size_t left = random.between(1, 4); left > 0; --left) {
      word += syllables[random.between(0, std::size(syllables) - 1)];
    }
  }
  return words;
}

/// One record, not yet damaged.
struct Record {
  std::string id;
  std::string head;  // the header up to Content-Length's value
  std::string block;
  std::string body;  // of a document
  bool is_document = false;

  std::string bytes(std::string_view length_line) const {
    return head + std::string(length_line) + "\r\n" + block + "\r\n\r\n";
  }
  std::string bytes() const { return bytes(length_line(block.size())); }
  static std::string length_line(std::uint64_t length) {
    return fmt::format("Content-Length: {}\r\n", length);
  }
};

class RecordMaker {
 public:
  explicit RecordMaker(Random& random) : random_(random), words_(make_words(random)) {}

  /// A page of text, whose damage shows.
  Record page() {
    Record record = begin("response", "application/http; msgtype=response");
    record.body = html();
    record.is_document = true;
    record.block = response("200 OK", "", record.body);
    return record;
  }

  Record any() {
    switch (random_.between(0, 11)) {
      case 0: {
        Record record = begin("request", "application/http; msgtype=request");
        record.block = "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n";
        return record;
      }
      case 1: {
        Record record = begin("metadata", "application/warc-fields");
        record.block = "fetchTimeMs: 12\r\n\r\n";
        return record;
      }
      case 2: {
        Record record = begin("response", "application/http");
        record.block = response("404 Not Found", "", html());
        return record;
      }
      case 3: {
        Record record = begin("conversion", "text/plain");
        record.body = text(random_.between(500, 20'000));
        record.block = record.body;
        record.is_document = true;
        return record;
      }
      case 4: {
        Record record = begin("response", "application/http; msgtype=response");
        record.body = html();
        record.block = response("200 OK", "Content-Encoding: gzip\r\n", gzip_member(record.body));
        record.is_document = true;
        return record;
      }
      case 5: {
        Record record = begin("response", "application/http; msgtype=response");
        record.body = html();
        record.block = response("200 OK", "Transfer-Encoding: chunked\r\n", chunked(record.body));
        record.is_document = true;
        return record;
      }
      case 6: {
        Record record = begin("resource", "application/octet-stream");
        record.body = binary();
        record.block = record.body;
        record.is_document = true;
        return record;
      }
      default:
        return page();
    }
  }

  std::string garbage() {
    std::string bytes = "garbage ";
    for (std::size_t left = random_.between(1, 3000); left > 0; --left) {
      bytes += static_cast<char>(random_());
    }
    return bytes;
  }

 private:
  Record begin(std::string_view type, std::string_view content_type) {
    Record record;
    record.id = fmt::format("<urn:uuid:00000000-0000-4000-8000-{:012x}>", ++count_);
    record.head = fmt::format(
        "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: {}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
        "WARC-Target-URI: http://example.org/{}\r\nContent-Type: {}\r\n",
        type, record.id, count_, content_type);
    return record;
  }

  static std::string response(std::string_view status, std::string_view fields,
                              std::string_view body) {
    return fmt::format("HTTP/1.1 {}\r\nContent-Type: text/html; charset=utf-8\r\n{}\r\n{}", status,
                       fields, body);
  }

  /// Words in lines; never an empty line, behind which a record might seem to end.
  std::string text(std::size_t size) {
    std::string bytes;
    std::size_t line = 0;
    while (bytes.size() < size) {
      const std::string& word = words_[std::min(random_.between(0, words_.size() - 1),
                                                random_.between(0, words_.size() - 1))];
      bytes += word;
      line += word.size();
      bytes += line > 80 ? '\n' : ' ';
      line = line > 80 ? 0 : line;
    }
    return bytes;
  }

  std::string html() {
    return "<html><body><p>" + text(random_.between(500, 20'000)) + "</p></body></html>";
  }

  std::string chunked(std::string_view body) {
    std::string bytes;
    while (!body.empty()) {
      const std::size_t size = std::min(body.size(), random_.between(1, 5000));
      bytes += fmt::format("{:x}\r\n{}\r\n", size, body.substr(0, size));
      body.remove_prefix(size);
    }
    return bytes + "0\r\n\r\n";
  }

  /// Everything that a reader might take for the beginning of something.
  std::string binary() {
    std::string bytes;
    for (std::size_t left = random_.between(1, 20); left > 0; --left) {
      bytes += garbage();
      bytes += random_.once_in(2)
                   ? "\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n"
                     "\r\nfalse\r\n\r\n"
                   : gzip_member("WARC/1.0\r\n\r\n");
    }
    return bytes;
  }

  Random& random_;
  std::vector<std::string> words_;
  std::uint64_t count_ = 0;
};

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

/// The record with something wrong about it, `next` being what follows it in the file.
struct DamagedRecord {
  std::string kind;
  std::string bytes;
  bool is_packed_damage = false;  // then to be damaged after packing
};

DamagedRecord damage(const Record& record, std::string_view next, std::size_t kind,
                     Random& random) {
  const std::size_t size = record.block.size();
  switch (kind) {
    case 0: {
      std::size_t more = 0;
      do {
        more = random.between(5, next.size() - 1);
      } while (is_line_end(next[more - 4]));
      return {"length too long", record.bytes(Record::length_line(size + more))};
    }
    case 1: {
      std::size_t shorter = 0;
      do {
        shorter = random.between(0, size - 1);
      } while (is_line_end(record.block[shorter]));
      return {"length too short", record.bytes(Record::length_line(shorter))};
    }
    case 2:
      return {"length missing", record.bytes("")};
    case 3:
      return {"length negative", record.bytes("Content-Length: -1\r\n")};
    case 4:
      return {"length of 2^63", record.bytes(Record::length_line(std::uint64_t{1} << 63))};
    case 5:
      return {"length over the limit", record.bytes(Record::length_line(std::uint64_t{1} << 27))};
    case 6: {
      std::size_t missing = 0;
      do {
        missing = random.between(1, std::min(size - 1, next.size() - 1));
      } while (is_line_end(next[missing]));
      std::string bytes = record.bytes();
      bytes.resize(bytes.size() - 4 - missing);
      return {"cut short", bytes};
    }
    case 7:
      return {"packed and cut short", record.bytes(), true};
    default:
      return {"packed with wrong bits", record.bytes(), true};
  }
}

std::string damage_packed(std::string packed, std::string_view kind, Random& random) {
  constexpr std::size_t headers = 20;
  constexpr std::size_t checksum = 8;
  if (kind == "packed and cut short") {
    packed.resize(random.between(headers, packed.size() - 1));
  } else {
    packed[random.between(headers, packed.size() - checksum - 1)] ^=
        static_cast<char>(1u << random.between(0, 7));
  }
  return packed;
}

}  // namespace

const char* name_of(Packing packing) {
  switch (packing) {
    case Packing::plain:
      return "plain";
    case Packing::gzip:
      return "gzip";
    case Packing::gzip_as_one:
      return "gzip_as_one";
    case Packing::gzip_blocks:
      return "gzip_blocks";
    case Packing::zstd:
      return "zstd";
    case Packing::zstd_as_one:
      return "zstd_as_one";
  }
  return "";
}

Manifest make_crawl(const CrawlPlan& plan, std::ostream& out) {
  Random random(plan.seed);
  RecordMaker maker(random);
  const auto writer = make_packed_writer(plan.packing, out);
  const bool by_record = plan.packing == Packing::gzip || plan.packing == Packing::zstd;
  const auto pack = [&](std::string_view bytes) {
    return plan.packing == Packing::gzip ? gzip_member(bytes) : zstd_frame(bytes);
  };
  Manifest manifest;
  const auto write_sound = [&](const Record& record) {
    if (record.is_document) {
      manifest.sound.push_back(
          {writer->offset(), record.id, XXH64(record.body.data(), record.body.size(), 0)});
      manifest.body_bytes += record.body.size();
    }
    writer->write(record.bytes());
  };
  const std::uint64_t step = plan.body_bytes / (plan.damages + 1);
  while (manifest.body_bytes < plan.body_bytes || manifest.damages.size() < plan.damages) {
    write_sound(maker.any());
    const std::size_t done = manifest.damages.size();
    if (done == plan.damages || manifest.body_bytes < (done + 1) * step) {
      continue;
    }
    const Record next = maker.page();
    // Kinds take turns: 0 to 6 are of records, 7 and 8 of what they are packed in, 9 stands
    // between.
    std::size_t kind = done % 10;
    if (kind == 9 && (by_record || plan.packing == Packing::plain)) {
      manifest.damages.push_back({writer->offset(), "garbage between"});
      writer->write_raw(maker.garbage());
    } else {
      kind = by_record || kind < 7 ? kind : kind - 7;
      // A length over the limit of something that cannot be looked ahead in is believed.
      kind = kind == 5 && !by_record && plan.packing != Packing::plain ? 4 : kind;
      const DamagedRecord damaged = damage(maker.page(), next.bytes(), kind, random);
      manifest.damages.push_back({writer->offset(), damaged.kind});
      if (damaged.is_packed_damage) {
        writer->write_raw(damage_packed(pack(damaged.bytes), damaged.kind, random));
      } else {
        writer->write(damaged.bytes);
      }
    }
    write_sound(next);
  }
  writer->finish();
  return manifest;
}

void write_manifest(const Manifest& manifest, std::ostream& out) {
  for (const SoundDocument& document : manifest.sound) {
    out << "sound\t" << document.offset << '\t' << document.hash << '\t' << document.id << '\n';
  }
  for (const Damage& damage : manifest.damages) {
    out << "damage\t" << damage.offset << '\t' << damage.kind << '\n';
  }
}

Manifest read_manifest(std::istream& in) {
  Manifest manifest;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string what;
    fields >> what;
    if (what == "sound") {
      SoundDocument& document = manifest.sound.emplace_back();
      fields >> document.offset >> document.hash >> document.id;
    } else {
      Damage& damage = manifest.damages.emplace_back();
      fields >> damage.offset >> std::ws;
      std::getline(fields, damage.kind);
    }
  }
  return manifest;
}

CrawlCheck check_crawl(const std::string& path, const Manifest& manifest, std::uint64_t size) {
  CrawlCheck check;
  const auto fault = [&](std::size_t& count, const std::string& what) {
    ++count;
    if (check.first_fault.empty()) {
      check.first_fault = what;
    }
  };
  std::map<std::string, const SoundDocument*> awaited;
  for (const SoundDocument& document : manifest.sound) {
    awaited.emplace(document.id, &document);
  }
  std::set<std::string> seen;
  const auto reader = open_warc(path);
  Document document;
  std::vector<DocumentIssue> issues;
  while (reader->next(document, issues)) {
    ++check.documents;
    check.body_bytes += document.bytes.size();
    const auto known = awaited.find(document.id);
    if (known == awaited.end()) {
      fault(check.invented, fmt::format("{} at {}", document.id, document.offset));
    } else if (!seen.insert(document.id).second) {
      fault(check.repeated, document.id);
    } else if (known->second->offset != document.offset ||
               known->second->hash != XXH64(document.bytes.data(), document.bytes.size(), 0)) {
      fault(check.missing, fmt::format("{} at {} is changed", document.id, document.offset));
    }
  }
  // In a file that was cut, what begins early enough before the end is whole.
  const auto is_whole = [&](std::uint64_t offset) {
    const auto behind =
        std::ranges::upper_bound(manifest.sound, offset, {}, &SoundDocument::offset);
    return size == UINT64_MAX || (behind != manifest.sound.end() && behind->offset <= size);
  };
  for (const SoundDocument& sound : manifest.sound) {
    if (is_whole(sound.offset) && !seen.contains(sound.id)) {
      fault(check.missing, fmt::format("{} at {} did not come", sound.id, sound.offset));
    }
  }
  std::map<std::uint64_t, std::size_t> told;
  for (const DocumentIssue& issue : issues) {
    ++told[issue.offset.value_or(UINT64_MAX)];
  }
  for (const Damage& damage : manifest.damages) {
    if (told[damage.offset] > 0) {
      --told[damage.offset];
    } else if (is_whole(damage.offset)) {
      fault(check.unnamed, fmt::format("{} at {}", damage.kind, damage.offset));
    }
  }
  for (const auto& [offset, count] : told) {
    if (count > 0 && is_whole(offset)) {
      fault(check.strays, fmt::format("a stray issue at {}", offset));
    }
  }
  return check;
}

}  // namespace unspin::testing
