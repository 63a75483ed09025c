// build_lexicon(): the sources in the order of their trustworthiness, then the file.
#include <algorithm>
#include <filesystem>

#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "engine/lexicon/lexicon_draft.hpp"
#include "engine/lexicon/lexicon_writer.hpp"
#include "engine/lexicon/moby_source.hpp"
#include "engine/lexicon/mythes_source.hpp"
#include "engine/lexicon/vectors_source.hpp"
#include "engine/lexicon/wordnet_source.hpp"

namespace unspin {
namespace {

/// The last part of a path, of a folder with a slash behind it too.
std::string name_of_path(const std::string& path) {
  const std::filesystem::path whole(path);
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

void check(const LexiconSources& sources) {
  const std::string& language = sources.language;
  if (language.size() < 2 || language.size() > 3 ||
      !std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; })) {
    throw Error(ErrorCode::usage, "\"" + language + "\" is no language code",
                "Two letters as in ISO 639-1: en, de, fr");
  }
  if (sources.wordnet_folder.empty() && sources.mythes_files.empty() && sources.moby_file.empty() &&
      sources.vectors_file.empty()) {
    throw Error(ErrorCode::usage, "a lexicon of nothing",
                "Name at least one of WordNet, a MyThes thesaurus, Moby and word vectors.");
  }
}

}  // namespace

Lexicon::Info build_lexicon(const LexiconSources& sources, const std::string& output) {
  check(sources);
  FileSink sink(output);  // before the work: whether it can be written shows at once
  LexiconDraft draft;
  if (!sources.wordnet_folder.empty()) {
    read_wordnet(sources.wordnet_folder, draft);
    draft.settle(Resource::wordnet, name_of_path(sources.wordnet_folder));
  }
  for (const std::string& file : sources.mythes_files) {
    read_mythes(file, draft);
    draft.settle(Resource::mythes, name_of_path(file));
  }
  if (!sources.moby_file.empty()) {
    read_moby(sources.moby_file, draft);
    draft.settle(Resource::moby, name_of_path(sources.moby_file));
  }
  if (!sources.vectors_file.empty()) {
    read_vectors(sources.vectors_file, draft);
    draft.settle(Resource::vectors, name_of_path(sources.vectors_file));
  }
  sink.write(lexicon_bytes(draft, sources.language));
  sink.finish();
  return Lexicon::open(output)->info();
}

}  // namespace unspin
