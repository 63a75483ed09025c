// Files of any kind, and what they say: whatever is in a file named by the user, it is read to its
// end, and each of its documents becomes a page that keeps the promises of pages, or is nothing to
// be read.
#include "engine/extract/document_page.hpp"
#include "engine/io/document_files.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/page_promises.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/readings.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {

void check_documents(std::string_view input) {
  const MemoryFile file(input);
  DocumentFiles files({file.path()});
  Reading reading = read_all(files, {});
  static DocumentPageReader reader;
  static DocumentPage page;
  for (Document& document : reading.documents) {
    if (reader.read(document, page)) {
      promise(is_well_formed(page.decoded.text), "decoded text is well-formed UTF-8");
      check_promises_of(page.page, page.decoded.text);
    } else {
      promise(!page.type.empty(), "what is not read has a type");
    }
  }
}

}  // namespace unspin::fuzz
