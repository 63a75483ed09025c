#include "engine/index/segment_writer.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <atomic>
#include <bit>
#include <exception>
#include <fmt/format.h>
#include <vector>
#include <xxhash.h>

#include "engine/index/posting_runs.hpp"
#include "engine/index/segment_format.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"

namespace unspin {
namespace {

constexpr std::size_t least_run = 1 << 12;  // records
constexpr std::size_t share = 16;           // originals that a thread takes at once

std::string_view bytes_of(const auto& object) {
  return {reinterpret_cast<const char*>(&object), sizeof(object)};
}

/// The sections of a segment, one behind the other, each with its place and checksum.
class SegmentSink {
 public:
  SegmentSink(const std::string& path, SegmentFoot& foot) : file_(path), foot_(foot) {
    put(bytes_of(SegmentHead{}));
  }

  void begin(SegmentSection section) {
    place_ = &foot_.places[static_cast<std::size_t>(section)];
    place_->begin = foot_.bytes;
    XXH3_64bits_reset(&state_);
  }
  void write(std::string_view bytes) {
    XXH3_64bits_update(&state_, bytes.data(), bytes.size());
    put(bytes);
  }
  void end() {
    place_->bytes = foot_.bytes - place_->begin;
    place_->checksum = XXH3_64bits_digest(&state_);
  }

  void finish() {
    foot_.bytes += sizeof(foot_);
    foot_.checksum = foot_checksum({}, foot_);
    file_.write(bytes_of(foot_));
    file_.finish();
  }

 private:
  void put(std::string_view bytes) {
    file_.write(bytes);
    foot_.bytes += bytes.size();
  }

  FileSink file_;
  SegmentFoot& foot_;
  SegmentFoot::Place* place_ = nullptr;
  XXH3_state_t state_;
};

/// Makes buckets of records that come sorted.
class BucketSection {
 public:
  BucketSection(SegmentSink& sink, TemporaryFile& offsets, SegmentFoot& foot)
      : sink_(sink), offsets_(offsets), foot_(foot), encoder_(foot.document_bits) {
    add_offset();
  }

  void take(const PostingRecord& record) {
    // Bits below these are not kept: hashes that differ only there are one key.
    const std::uint64_t kept = record.hash >> (64 - remainder_bits - foot_.bucket_bits);
    if (kept != kept_) {
      finish_key();
      kept_ = kept;
    }
    postings_.push_back(record.posting);
  }

  void finish() {
    finish_key();
    finish_buckets_before(std::uint64_t{1} << foot_.bucket_bits);
  }

 private:
  void finish_key() {
    if (postings_.empty()) {
      return;
    }
    if (!std::ranges::is_sorted(postings_)) {
      std::ranges::sort(postings_);
    }
    // A word twice behind another gives the same skip-pair twice.
    const auto repeated = std::ranges::unique(postings_);
    postings_.erase(repeated.begin(), repeated.end());
    finish_buckets_before(kept_ >> remainder_bits);
    encoder_.add(static_cast<std::uint32_t>(kept_ & ((1u << remainder_bits) - 1)), postings_);
    ++foot_.keys;
    foot_.postings += postings_.size();
    postings_.clear();
  }

  void finish_buckets_before(std::uint64_t bucket) {
    for (; bucket_ < bucket; ++bucket_) {
      bytes_.clear();
      encoder_.finish(bytes_);
      sink_.write(bytes_);
      written_ += bytes_.size();
      add_offset();
    }
  }

  void add_offset() { offsets_.write(bytes_of(written_).substr(0, offset_bytes)); }

  SegmentSink& sink_;
  TemporaryFile& offsets_;
  SegmentFoot& foot_;
  BucketEncoder encoder_;
  std::uint64_t kept_ = 0;         // of the hash of the key at hand
  std::vector<Posting> postings_;  // its
  std::uint64_t bucket_ = 0;       // at hand
  std::uint64_t written_ = 0;
  std::string bytes_;
};

std::uint64_t hash_of(const PackedOriginal& original) {
  const std::uint64_t parts[] = {XXH3_64bits(original.label.data(), original.label.size()),
                                 XXH3_64bits(original.frame.data(), original.frame.size()),
                                 original.text_bytes};
  return XXH3_64bits(parts, sizeof(parts));
}

class Writer {
 public:
  Writer(const std::string& folder, std::span<const PackedOriginal> originals,
         const KeyOptions& keys, const SegmentWriteOptions& options)
      : folder_(folder), originals_(originals), keys_(keys), options_(options), runs_(folder) {
    std::ranges::copy(keys.language, foot_.language.begin());
    foot_.sampling = keys.sampling;
    foot_.documents = static_cast<std::uint32_t>(originals.size());
    foot_.document_bits = static_cast<std::uint32_t>(std::bit_width(originals.size() - 1));
    foot_.identity = segment_identity(originals, keys);
  }

  std::uint64_t run() {
    find_keys();
    SegmentSink sink(folder_ + "/" + segment_name(foot_.identity), foot_);
    write_originals(sink);
    write_buckets(sink);
    sink.finish();
    return foot_.identity;
  }

 private:
  /// Each thread fills runs of its own; which postings are in which does not matter.
  void find_keys() {
    words_.resize(originals_.size());
    const auto threads = static_cast<std::size_t>(std::max(1, options_.threads));
    constexpr std::size_t copies = 2;  // sorting takes a second one
    const std::size_t run_size =
        std::max(least_run, options_.memory_bytes / threads / copies / sizeof(PostingRecord));
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
#pragma omp parallel num_threads(static_cast<int>(threads)) default(none) \
    shared(next, failure, run_size)
    try {
      find_keys_of_some(next, run_size);
    } catch (...) {  // must not leave the parallel region
      next = originals_.size();
#pragma omp critical
      failure = std::current_exception();
    }
    if (failure) {
      std::rethrow_exception(failure);
    }
  }

  void find_keys_of_some(std::atomic<std::size_t>& next, std::size_t run_size) {
    KeyFinder finder(keys_);
    TextUnpacker unpacker;
    std::string text;
    std::vector<Key> keys;
    std::vector<PostingRecord> records;
    records.reserve(run_size);
    for (std::size_t begin; (begin = next.fetch_add(share)) < originals_.size();) {
      const std::size_t end = std::min(begin + share, originals_.size());
      for (std::size_t i = begin; i < end; ++i) {
        unpack(originals_[i], unpacker, text);
        words_[i] = finder.find(text, keys);
        for (const Key& key : keys) {
          if (records.size() == run_size) {
            runs_.add(records);
          }
          records.push_back({key.hash, {static_cast<std::uint32_t>(i), key.position}});
        }
      }
    }
    runs_.add(records);
  }

  static void unpack(const PackedOriginal& original, TextUnpacker& unpacker, std::string& text) {
    if (!unpacker.unpack(original.frame, original.text_bytes, text)) {
      const std::optional<OriginalLabel> label = read_label(original.label);
      throw Error(ErrorCode::unreadable_input,
                  fmt::format("the text of original {} is damaged", label ? label->id : "?"),
                  "Build the index anew: unspin index build");
    }
  }

  void write_originals(SegmentSink& sink) {
    sink.begin(SegmentSection::labels);
    for (const PackedOriginal& original : originals_) {
      sink.write(original.label);
    }
    sink.end();
    sink.begin(SegmentSection::texts);
    for (const PackedOriginal& original : originals_) {
      sink.write(original.frame);
    }
    sink.end();
    sink.begin(SegmentSection::documents);
    SegmentDocument document;
    for (std::size_t i = 0; i < originals_.size(); ++i) {
      document.text_bytes = originals_[i].text_bytes;
      document.words = words_[i];
      foot_.words += words_[i];
      sink.write(bytes_of(document));
      document.label_begin += originals_[i].label.size();
      document.text_begin += originals_[i].frame.size();
    }
    document.text_bytes = document.words = 0;
    sink.write(bytes_of(document));
    sink.end();
  }

  void write_buckets(SegmentSink& sink) {
    foot_.bucket_bits = bucket_bits_for(runs_.size());
    TemporaryFile offsets(folder_);
    sink.begin(SegmentSection::buckets);
    BucketSection buckets(sink, offsets, foot_);
    runs_.merge([&](const PostingRecord& record) { buckets.take(record); });
    buckets.finish();
    sink.end();
    sink.begin(SegmentSection::offsets);
    sink.write(offsets.bytes());
    sink.end();
  }

  const std::string& folder_;
  std::span<const PackedOriginal> originals_;
  const KeyOptions& keys_;
  const SegmentWriteOptions& options_;
  PostingRuns runs_;
  std::vector<std::uint32_t> words_;
  SegmentFoot foot_;
};

}  // namespace

std::uint64_t segment_identity(std::span<const PackedOriginal> originals,
                               const KeyOptions& options) {
  std::vector<std::uint64_t> parts;
  parts.reserve(originals.size() + 2);
  for (const PackedOriginal& original : originals) {
    parts.push_back(hash_of(original));
  }
  parts.push_back(XXH3_64bits(options.language.data(), options.language.size()));
  parts.push_back(options.sampling);
  return XXH3_64bits_withSeed(parts.data(), parts.size() * sizeof(parts[0]), segment_version);
}

std::uint64_t write_segment(const std::string& folder, std::span<const PackedOriginal> originals,
                            const KeyOptions& keys, const SegmentWriteOptions& options) {
  return Writer(folder, originals, keys, options).run();
}

}  // namespace unspin
