#include "engine/lexicon/mythes_source.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "engine/lexicon/source_lines.hpp"

namespace unspin {
namespace {

enum class Remark { usage, generic, similar, antonym };

/// What the thesauri of the languages write; everything else is a matter of usage.
Remark meaning_of(std::string_view remark) {
  struct Known {
    std::string_view text;
    Remark meaning;
  };
  constexpr std::array<Known, 9> known = {{{"generic term", Remark::generic},
                                           {"similar term", Remark::similar},
                                           {"related term", Remark::similar},
                                           {"antonym", Remark::antonym},
                                           {"Oberbegriff", Remark::generic},
                                           {"Unterbegriff", Remark::generic},
                                           {"Assoziation", Remark::similar},
                                           {"verwandt", Remark::similar},
                                           {"Antonym", Remark::antonym}}};
  const auto* found = std::ranges::find(known, remark, &Known::text);
  return found == known.end() ? Remark::usage : found->meaning;
}

PartOfSpeech part_of(std::string_view field) {
  struct Known {
    std::string_view text;
    PartOfSpeech part;
  };
  constexpr std::array<Known, 8> known = {{{"(noun)", PartOfSpeech::noun},
                                           {"(verb)", PartOfSpeech::verb},
                                           {"(adj)", PartOfSpeech::adjective},
                                           {"(adv)", PartOfSpeech::adverb},
                                           {"(Nom)", PartOfSpeech::noun},
                                           {"(Verbe)", PartOfSpeech::verb},
                                           {"(Adjectif)", PartOfSpeech::adjective},
                                           {"(Adverbe)", PartOfSpeech::adverb}}};
  const auto* found = std::ranges::find(known, field, &Known::text);
  return found == known.end() ? PartOfSpeech::unknown : found->part;
}

/// A member without what stands in parentheses, and the gravest of those remarks.
Remark without_remarks(std::string_view member, std::string& bare) {
  Remark gravest = Remark::usage;
  bare.clear();
  while (!member.empty()) {
    bare += cut_field(member, '(');
    if (!member.empty()) {
      gravest = std::max(gravest, meaning_of(cut_field(member, ')')));
    }
  }
  return gravest;
}

/// Turns lines of the file's encoding into UTF-8.
class Decoder {
 public:
  explicit Decoder(const SourceLines& lines) : lines_(lines) {
    std::string name(lines.line());
    if (name.starts_with("microsoft-")) {
      name.erase(0, std::string_view("microsoft-").size());
    }
    if (name == "UTF-8" || name == "utf-8") {
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(name.empty() ? nullptr : ucnv_open(name.c_str(), &status));
    if (!converter_ || U_FAILURE(status)) {
      lines.refuse("the first line of a MyThes thesaurus names its encoding, and this is none");
    }
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }

  /// Valid until the next call, or the next line.
  std::string_view line() {
    if (!converter_) {
      lines_.require_utf8();
      return lines_.line();
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(lines_.line().data(),
                                  static_cast<std::int32_t>(lines_.line().size()), converter_.get(),
                                  status);
    if (U_FAILURE(status)) {
      lines_.refuse("not in the encoding that the first line names");
    }
    decoded_.clear();
    text.toUTF8String(decoded_);
    return decoded_;
  }

 private:
  struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  const SourceLines& lines_;
  std::unique_ptr<UConverter, Closer> converter_;
  std::string decoded_;
};

std::uint32_t count_of_senses(const SourceLines& lines, std::string_view field) {
  std::uint32_t count = 0;
  if (!to_number(field, count)) {
    lines.refuse("expected an entry and its number of senses, as in \"word|2\"");
  }
  return count;
}

}  // namespace

void read_mythes(const std::string& path, LexiconDraft& draft) {
  SourceLines lines(path);
  if (!lines.next()) {
    lines.refuse("the file is empty");
  }
  Decoder decoder(lines);
  std::string bare;
  while (lines.next()) {
    std::string_view rest = decoder.line();
    if (rest.empty()) {
      continue;
    }
    without_remarks(cut_field(rest, '|'), bare);
    const std::uint32_t head = draft.entry(bare);
    const std::uint32_t senses = count_of_senses(lines, rest);
    for (std::uint32_t sense = 1; sense <= senses; ++sense) {
      if (!lines.next()) {
        lines.refuse("the file ends within an entry");
      }
      rest = decoder.line();
      const PartOfSpeech part = part_of(cut_field(rest, '|'));
      while (!rest.empty()) {
        const Remark remark = without_remarks(cut_field(rest, '|'), bare);
        const std::uint32_t member = draft.entry(bare);
        if (remark == Remark::antonym) {
          draft.antonyms(head, member);
          continue;
        }
        const Relation relation = remark == Remark::generic   ? Relation::generic
                                  : remark == Remark::similar ? Relation::similar
                                                              : Relation::synonym;
        draft.claim({head, member, relation, part, sense});
      }
    }
  }
}

}  // namespace unspin
