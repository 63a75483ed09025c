#include "bench/training/labelled_texts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <simdjson.h>
#include <unordered_map>

#include "bench/training/random.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/io/records.hpp"

namespace unspin::training {
namespace {

/// Such that either half of honest_hard has several kinds of each label.
constexpr std::uint64_t split_seed = 3;

/// The text of a JSON string; other JSON as it is.
std::string text_of(std::string_view json) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(json);
  std::string_view text;
  return parser.parse(padded).get(text) == simdjson::SUCCESS ? std::string(text)
                                                             : std::string(json);
}

std::string field(const PairRow& row, std::string_view name) {
  const auto at = std::ranges::find(row.extra, name, &std::pair<std::string, std::string>::first);
  return at == row.extra.end() ? std::string() : text_of(at->second);
}

void for_each_row(const std::string& path, const std::function<void(const PairRow&)>& take) {
  const auto source = open_source(path);
  RecordReader reader(*source, path);
  PairRowParser parser(reader);
  RecordBatch batch;
  PairRow row;
  while (reader.fill(batch, 1000, std::size_t{4} << 20)) {
    for (const Record& record : batch.records) {
      if (record.issue || parser.parse(batch.view(record), record.line, row)) {
        throw Error(ErrorCode::unreadable_input,
                    fmt::format("{}: line {} is broken", path, record.line),
                    "every row must have id, source and rewrite");
      }
      take(row);
    }
  }
}

Purpose half_of(std::string_view group) {
  return Random(seed_of(group, split_seed)).chance(0.5) ? Purpose::training : Purpose::evaluation;
}

LabelledText text_from(const PairRow& row) {
  return {.id = text_of(row.id),
          .source = row.source,
          .rewrite = row.rewrite,
          .group = field(row, "origin"),
          .note = field(row, "label")};
}

/// The article of "ose-ARTICLE-adv-int". The set has the rewrites of three articles mixed up, so
/// these are one.
std::string article_named(std::string_view id) {
  constexpr std::string_view mixed_up[] = {"ose-WNL Tributes", "ose-WNL Use of e-cig",
                                           "ose-WNL The millenials"};
  const std::string_view article = id.substr(0, id.rfind("-adv-"));
  const bool is_mixed_up = std::ranges::find(mixed_up, article) != std::end(mixed_up);
  return std::string(is_mixed_up ? mixed_up[0] : article);
}

void read_onestop(const std::string& folder, std::vector<LabelledText>& texts) {
  std::vector<LabelledText> mismatched;
  std::unordered_map<std::string, std::string> article_of;  // by its original
  for_each_row(folder + "/onestop.jsonl.gz", [&](const PairRow& row) {
    LabelledText text = text_from(row);
    if (text.note == "unrelated") {
      mismatched.push_back(std::move(text));
      return;
    }
    text.group = article_named(text.id);
    text.kind = "onestop/" + field(row, "note");
    text.purpose = half_of(text.group);
    article_of[text.source] = text.group;
    texts.push_back(std::move(text));
  });
  for (LabelledText& text : mismatched) {
    const std::string &source = article_of[text.source], &rewrite = article_of[text.rewrite];
    if (half_of(source) == half_of(rewrite)) {
      text.group = source + " + " + rewrite;
      text.kind = "onestop/mismatched";
      text.purpose = half_of(source);
      text.is_mismatched = true;
      texts.push_back(std::move(text));
    }
  }
}

/// What comes before the details: "Bible, Esther: KJV vs WEB" → "Bible, Esther".
std::string group_of(std::string_view origin, std::string_view kind) {
  if (kind == "spdx") {
    return "licence texts";
  }
  const std::string_view name = origin.substr(0, origin.find_first_of(":("));
  return std::string(name.substr(0, name.find_last_not_of(' ') + 1));
}

void read_honest_hard(const std::string& folder, std::vector<LabelledText>& texts) {
  for_each_row(folder + "/honest_hard.jsonl.gz", [&](const PairRow& row) {
    LabelledText text = text_from(row);
    const std::string kind = field(row, "kind");
    text.group = group_of(text.group, kind);
    text.kind = text.note + "/" + kind;
    text.is_mismatched = text.note == "unrelated_same_topic";
    text.purpose = is_open(field(row, "licence")) ? half_of(text.group) : Purpose::evaluation;
    texts.push_back(std::move(text));
  });
}

void read_whole(const std::string& folder, std::string_view set, Purpose purpose,
                std::vector<LabelledText>& texts) {
  for_each_row(fmt::format("{}/{}.jsonl.gz", folder, set), [&](const PairRow& row) {
    LabelledText text = text_from(row);
    text.kind = fmt::format("{}/{}", text.note, set);
    text.is_sentence = field(row, "level") == "sentence";
    text.purpose = purpose;
    texts.push_back(std::move(text));
  });
}

std::string read_text(const std::string& path) { return read_document(path, 1 << 20); }

/// One side of a marked copy: "{queen|monarch}" gives either.
std::string side_of(std::string_view marked, bool rewrite) {
  std::string text;
  bool in_mark = false, is_right = false;
  for (const char c : marked) {
    if (c == '{') {
      in_mark = true;
      is_right = false;
    } else if (c == '}') {
      in_mark = false;
    } else if (c == '|') {
      is_right = true;
    } else if (!in_mark || is_right == rewrite) {
      text += c;
    }
  }
  return text;
}

}  // namespace

bool is_open(std::string_view licence) {
  constexpr std::string_view open[] = {"CC BY", "CC0",       "MIT",          "Apache-2.0",
                                       "GFDL",  "Unlicense", "public domain"};
  constexpr std::string_view closed[] = {"research", "evaluation", "-NC", "third-party"};
  const auto states = [licence](std::string_view word) {
    return licence.find(word) != std::string_view::npos;
  };
  return std::ranges::any_of(open, states) && std::ranges::none_of(closed, states);
}

std::vector<LabelledText> read_labelled_texts(const std::string& folder) {
  std::vector<LabelledText> texts;
  read_onestop(folder, texts);
  read_honest_hard(folder, texts);
  read_whole(folder, "iterater_r3", Purpose::evaluation, texts);
  read_whole(folder, "aesop", Purpose::evaluation, texts);
  read_whole(folder, "apty", Purpose::training, texts);
  return texts;
}

std::vector<LabelledText> read_corpora(const std::string& folder) {
  std::vector<LabelledText> texts;
  for (const std::string article :
       {"city-bees", "first-10k", "old-newspapers", "railway-station"}) {
    for (const std::string version : {"reworded", "shortened", "same_topic", "spun"}) {
      const bool is_spun = version == "spun";
      texts.push_back({.id = article + "-" + version,
                       .source = read_text(folder + "/" + article + "/original.txt"),
                       .rewrite = read_text(folder + "/" + article + "/" + version + ".txt"),
                       .group = article,
                       .kind = (is_spun ? "spin/corpora-" : "corpora/") + version,
                       .note = version,
                       .is_mismatched = version == "same_topic"});
    }
  }
  for (const std::string family : {"F1", "F1c", "F11", "F12", "F23", "F24"}) {
    const std::string marked = read_text(folder + "/spinner-families/" + family + ".marked.txt");
    texts.push_back({.id = "family-" + family,
                     .source = side_of(marked, false),
                     .rewrite = side_of(marked, true),
                     .group = "family-" + family,
                     .kind = "spin/by-hand-" + family,
                     .note = "spun"});
  }
  return texts;
}

}  // namespace unspin::training
