// Crawls in: WARC (ISO 28500) and its WET variant of plain text, packed or not.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "engine/io/document.hpp"

namespace unspin {

/// The documents of a crawl file, "-" is standard input. Packing is recognised by content: gzip and
/// zstd, a member a record or not, or none; a dictionary at the head of a .warc.zst is used.
///
/// A document is a record of type resource, conversion, or response; of responses those of HTTP
/// with a status of 2xx. Chunks are joined and content encodings (gzip, deflate, br, zstd) undone,
/// unless the crawler has done so. media_type and charset are the Content-Type's, the response's
/// own before the record's. Metadata, as JSON strings: WARC-Identified-Content-Language,
/// WARC-Identified-Payload-Type, WARC-Truncated, Content-Language, Last-Modified. All other sound
/// records are passed over. The offset is that of the record, or of the member it begins in.
///
/// Issues, with the offset of the record or member:
///   damaged_record        its length or header is wrong, or the file is cut off in it
///   damaged_compression   its gzip member or zstd frame breaks
///   foreign_bytes         what stands there is no record or member
///   too_large             it has more than limits.most_bytes, as a record or with encodings undone
///   ratio_too_high        its member unpacks to more than limits.most_ratio times its size
///   damaged_content       its response is not HTTP, or its content encoding breaks
///   more_damage           stands for what would be more than 1,000 issues without a sound record
///   unreadable            the disk fails there; nothing more can be read
/// Damage that follows damage without a sound record in between may be told as one. Records that
/// share a member are given before the checksum at its end is known.
///
/// Throws Error(unreadable_input) for what is missing, a folder, or not permitted; Interrupted,
/// here and in next(), once `stop` is set.
std::unique_ptr<DocumentReader> open_warc(const std::string& path,
                                          const DocumentLimits& limits = {},
                                          const std::atomic<bool>* stop = nullptr);

}  // namespace unspin
