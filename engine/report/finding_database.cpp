#include "engine/report/finding_database.hpp"

#include <fmt/format.h>
#include <utility>

#include "engine/report/sqlite_file.hpp"

namespace unspin {
namespace {

constexpr std::string_view schema = R"sql(
CREATE TABLE pages (                    -- pages with findings, in the order of the crawl
  page INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                     -- what the crawl calls it
  address TEXT,                         -- what is not known is NULL, everywhere
  site TEXT,                            -- the address's host
  date TEXT,                            -- as the page or the crawl gives it: 2024-01-02…
  title TEXT,
  words INTEGER NOT NULL,               -- of the main text
  file TEXT, line INTEGER, offset INTEGER,  -- where it stands: a line, or bytes
  hidden_words INTEGER NOT NULL,        -- in blocks that nobody sees
  hidden_characters INTEGER NOT NULL,   -- look-alikes, invisible ones, …
  metadata TEXT                         -- the row's other fields: a JSON object
);
CREATE TABLE originals (                -- originals with findings
  original INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  address TEXT, date TEXT, title TEXT,
  words INTEGER NOT NULL
);
CREATE TABLE findings (                 -- a page that was made from an original
  finding INTEGER PRIMARY KEY,          -- its line in findings.jsonl
  id TEXT NOT NULL,                     -- what reviews call it; the same page twice has it twice
  page INTEGER NOT NULL REFERENCES pages,
  original INTEGER NOT NULL REFERENCES originals,
  label TEXT NOT NULL,                  -- spun, verbatim
  confidence REAL NOT NULL,             -- shares and confidences are from 0 to 1
  page_share REAL NOT NULL,             -- of the page's words that are a copy
  page_share_before REAL NOT NULL,      -- the same before quotations and the like are taken off
  original_share REAL NOT NULL,         -- of the original that stands in the page
  words INTEGER NOT NULL                -- of the page in passages
);
CREATE TABLE passages (                 -- in the order of the page
  passage INTEGER PRIMARY KEY,
  finding INTEGER NOT NULL REFERENCES findings,
  label TEXT NOT NULL,
  confidence REAL NOT NULL,
  score REAL NOT NULL,                  -- of the search, in nats
  page_begin INTEGER NOT NULL, page_end INTEGER NOT NULL,          -- bytes of the main texts
  original_begin INTEGER NOT NULL, original_end INTEGER NOT NULL,
  words INTEGER NOT NULL,               -- of the page
  quotation INTEGER NOT NULL, template INTEGER NOT NULL,           -- words not held against it
  ignored INTEGER NOT NULL,
  page_text TEXT NOT NULL, original_text TEXT NOT NULL,
  reasons TEXT NOT NULL                 -- the judge's, a line each
);
CREATE TABLE swaps (                    -- words of the original, and what stands in the page
  passage INTEGER NOT NULL REFERENCES passages,
  place INTEGER NOT NULL,               -- the most telling swap of a passage is 1
  from_words TEXT NOT NULL, to_words TEXT NOT NULL,
  count INTEGER NOT NULL,
  kind TEXT NOT NULL,                   -- synonym, constant, …
  PRIMARY KEY (passage, place)
) WITHOUT ROWID;
CREATE TABLE reviews (                  -- what people decided, by findings.id
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL,                 -- confirmed, dismissed
  reason TEXT
) WITHOUT ROWID;
CREATE VIEW copies AS                   -- findings that nobody dismissed, with their names
SELECT finding, findings.id, page, original, label, confidence, page_share, original_share,
  findings.words, pages.id AS page_id, pages.address AS page_address, site,
  pages.title AS page_title, pages.date AS page_date, originals.id AS original_id,
  originals.address AS original_address, originals.title AS original_title,
  reviews.status AS review
FROM findings JOIN pages USING (page) JOIN originals USING (original)
  LEFT JOIN reviews ON reviews.id = findings.id
WHERE reviews.status IS NOT 'dismissed';
)sql";

// Made when the rows are there: faster than keeping them sorted all along.
constexpr const char* indexes = R"sql(
CREATE INDEX pages_by_site ON pages (site);
CREATE INDEX findings_by_id ON findings (id);
CREATE INDEX findings_by_page ON findings (page);
CREATE INDEX findings_by_original ON findings (original, confidence);
CREATE INDEX passages_by_finding ON passages (finding);
CREATE INDEX swaps_by_words ON swaps (from_words, to_words, count);
)sql";

std::optional<std::string_view> known(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::string_view findings_database_schema() { return schema; }

/// The database, and a statement for each of its tables.
class FindingDatabase::Tables {
 public:
  explicit Tables(std::string path) : file(std::move(path)) {
    file.run(fmt::format("PRAGMA user_version = {}; BEGIN;{}", findings_database_version, schema));
    into.emplace(file);
  }

  struct Inserts {
    explicit Inserts(SqliteFile& of)
        : page(of, "INSERT INTO pages VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          original(of, "INSERT INTO originals VALUES (?,?,?,?,?,?)"),
          finding(of, "INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?)"),
          passage(of, "INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          swap(of, "INSERT INTO swaps VALUES (?,?,?,?,?,?)"),
          review(of, "INSERT INTO reviews VALUES (?,?,?)") {}
    SqliteInsert page, original, finding, passage, swap, review;
  };

  SqliteFile file;
  std::optional<Inserts> into;  // until the database is closed
};

FindingDatabase::FindingDatabase(std::string path, const Reviews& reviews)
    : tables_(std::make_unique<Tables>(std::move(path))) {
  for (const auto& [id, review] : reviews) {
    tables_->into->review.row(id, review.status_name(), known(review.reason));
  }
}

FindingDatabase::~FindingDatabase() = default;

void FindingDatabase::add(const FindingLine& finding) {
  const std::uint64_t page = page_number(finding);
  const std::uint64_t original = original_number(finding.original);
  tables_->into->finding.row(++findings_, finding.id, page, original, finding.label,
                             finding.confidence, finding.page_share, finding.page_share_before,
                             finding.original_share, words_of(finding));
  for (const FindingLine::Passage& passage : finding.passages) {
    add_passage(passage);
  }
}

void FindingDatabase::finish() {
  tables_->into.reset();
  tables_->file.run(indexes);
  tables_->file.run("COMMIT");
  tables_->file.finish();
}

std::uint64_t FindingDatabase::page_number(const FindingLine& finding) {
  const FindingLine::Page& page = finding.page;
  if (last_page_ == page) {
    return pages_;
  }
  std::uint64_t hidden_characters = 0;
  for (const auto& [trick, count] : finding.hidden_characters) {
    hidden_characters += count;
  }
  const std::string site = site_of(page.address);
  const auto in_file = [&](bool is_there, std::uint64_t place) {
    return is_there && !page.file.empty() ? std::optional(place) : std::nullopt;
  };
  tables_->into->page.row(++pages_, page.id, known(page.address), known(site), known(page.date),
                          known(page.title), page.words, known(page.file),
                          in_file(page.line > 0, page.line), in_file(page.line == 0, page.offset),
                          finding.hidden_words, hidden_characters, known(page.metadata));
  last_page_ = page;
  return pages_;
}

std::uint64_t FindingDatabase::original_number(const FindingLine::Original& original) {
  const auto [found, is_new] = originals_.try_emplace(original.id, originals_.size() + 1);
  if (is_new) {
    tables_->into->original.row(found->second, original.id, known(original.address),
                                known(original.date), known(original.title), original.words);
  }
  return found->second;
}

void FindingDatabase::add_passage(const FindingLine::Passage& passage) {
  const std::string reasons = fmt::format("{}", fmt::join(passage.reasons, "\n"));
  tables_->into->passage.row(
      ++passages_, findings_, passage.label, passage.confidence, passage.score, passage.page.begin,
      passage.page.end, passage.original.begin, passage.original.end,
      passage.page.end_word - passage.page.begin_word, passage.quotation, passage.common,
      passage.ignored, passage.page.text, passage.original.text, reasons);
  std::uint64_t place = 0;
  for (const FindingLine::Swap& swap : passage.swaps) {
    tables_->into->swap.row(passages_, ++place, swap.from, swap.to, swap.count, swap.kind);
  }
}

}  // namespace unspin
