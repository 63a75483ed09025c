#include "bench/training/wear.hpp"

#include <algorithm>
#include <vector>

#include "bench/training/random.hpp"
#include "bench/training/spun_words.hpp"
#include "bench/training/word_forms.hpp"
#include "engine/lexicon/function_words.hpp"

namespace unspin::training {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::ranges::find(words, word) != std::end(words);
}

constexpr std::string_view articles[] = {"the", "a", "an", "that", "this", "its", "their"};
constexpr std::string_view conjunctions[] = {"and", "but", "so", "which", "while"};
constexpr std::string_view fillers[] = {"very",   "really",  "actually", "also", "just",
                                        "the",    "your",    "own",      "even", "certainly",
                                        "simply", "usually", "now",      "then", "quite"};

class Wearing {
 public:
  Wearing(std::string_view text, const Wear& wear, const Thesaurus& thesaurus, std::uint64_t seed)
      : text_(text),
        wear_(wear),
        thesaurus_(thesaurus),
        random_(seed),
        words_(words_to_spin(text)) {}

  std::string result() {
    std::size_t read = 0;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const SpunWord& word = words_[at];
      gap_ = text_.substr(read, word.begin - read);
      word_ = text_.substr(word.begin, word.end - word.begin);
      read = word.end;
      if (is_skipping_) {
        // A lost tail ends where its sentence does.
        is_skipping_ = gap_.find_first_of(".!?\n") == std::string::npos;
        if (is_skipping_) {
          continue;
        }
      }
      wear_gap(at);
      wear_word(at);
      out_ += gap_;
      out_ += word_;
    }
    out_ += text_.substr(read);
    return std::move(out_);
  }

 private:
  void wear_gap(std::size_t at) {
    const SpunWord& word = words_[at];
    if (gap_ == ". " && word.begins_sentence &&
        (!word.may_be_name || is_function_word(word.folded)) &&
        random_.chance(wear_.joined_sentences)) {
      gap_ = random_.chance(0.5) ? ", and " : "; ";
      lower(word_);
    } else if (gap_ == ", ") {
      if (is_one_of(word.folded, conjunctions) && random_.chance(wear_.parted_sentences)) {
        gap_ = ". ";
        word_[0] = static_cast<char>(word_[0] >= 'a' ? word_[0] - 'a' + 'A' : word_[0]);
      } else if (random_.chance(wear_.lost_tails * 0.5)) {
        is_skipping_ = true;
      } else if (random_.chance(wear_.lost_commas)) {
        gap_ = " ";
      }
    } else if (gap_ == " " && random_.chance(wear_.joined_words)) {
      gap_.clear();
    }
  }

  void wear_word(std::size_t at) {
    const SpunWord& word = words_[at];
    const bool is_small = !word.begins_sentence && word_[0] >= 'a' && word_[0] <= 'z';
    if (is_skipping_) {
      gap_.clear();
      word_.clear();
    } else if (!is_small || gap_ != " ") {
      return;
    } else if (random_.chance(is_one_of(word.folded, articles) ? wear_.lost_articles
                                                               : wear_.lost_words)) {
      gap_.clear();
      word_.clear();
    } else if (random_.chance(wear_.doubled_words)) {
      word_ += " " + word_;
    } else if (random_.chance(wear_.added_words)) {
      word_ = std::string(fillers[random_.below(std::size(fillers))]) + " " + word_;
    } else if (!is_function_word(word.folded) && random_.chance(wear_.changed_endings)) {
      change_ending(word.folded);
    }
  }

  void change_ending(std::string_view folded) {
    const Entry entry = thesaurus_.dictionary_form(folded, {});
    if (entry.base.size() < 3) {
      return;
    }
    const bool is_verb = entry.form == WordForm::past || entry.form == WordForm::participle ||
                         entry.form == WordForm::ing;
    const WordForm of_verbs[] = {WordForm::base, WordForm::s, WordForm::ing, WordForm::past};
    const WordForm form = is_verb                        ? of_verbs[random_.below(4)]
                          : entry.form == WordForm::base ? WordForm::s
                                                         : WordForm::base;
    word_ = inflected(entry.base, form, PartOfSpeech::unknown);
  }

  static void lower(std::string& word) {
    if (word[0] >= 'A' && word[0] <= 'Z' && word != "I") {
      word[0] = static_cast<char>(word[0] - 'A' + 'a');
    }
  }

  std::string_view text_;
  const Wear& wear_;
  const Thesaurus& thesaurus_;
  Random random_;
  std::vector<SpunWord> words_;
  std::string out_, gap_, word_;
  bool is_skipping_ = false;
};

}  // namespace

std::string worn(std::string_view text, const Wear& wear, const Thesaurus& thesaurus,
                 std::uint64_t seed) {
  return Wearing(text, wear, thesaurus, seed).result();
}

}  // namespace unspin::training
