#include "tests/audit/made_texts.hpp"

#include <array>
#include <fmt/format.h>
#include <span>
#include <string_view>

#include "bench/training/random.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::string_view subjects[] = {"a farmer",      "the baker",   "our neighbour",
                                         "the old guide", "her brother", "a young teacher",
                                         "the captain",   "their aunt",  "the miller"};
constexpr std::string_view verbs[] = {"carried", "painted", "forgot", "mended",  "sold",
                                      "found",   "wanted",  "hid",    "borrowed"};
constexpr std::string_view things[] = {"the ladder", "a lamp",     "some bread",
                                       "the boat",   "two chairs", "a letter",
                                       "the gate",   "an apple",   "the clock"};
constexpr std::string_view places[] = {"behind the barn",   "near the river", "in the market",
                                       "on the hill",       "at the station", "by the church",
                                       "under the old oak", "in the kitchen", "at the harbour"};

std::string_view drawn(std::span<const std::string_view> words, training::Random& random) {
  return words[random.below(words.size())];
}

Passage made_passage(std::size_t number, std::string_view package) {
  return {.id = fmt::format("{}/{}", package, number),
          .title = fmt::format("The \"{}\" > no. {}", package, number),
          .text = made_text(number, 5)};
}

}  // namespace

std::string made_text(std::size_t number, std::size_t paragraphs) {
  training::Random random(training::seed_of("made text", number));
  std::string text;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    text += i == 0 ? "" : "\n\n";
    for (int sentence = 0; sentence < 3; ++sentence) {
      text +=
          fmt::format("{}In the {}th year {} {} {} {}, and {} {} {} {}.", sentence == 0 ? "" : " ",
                      random.below(2000), drawn(subjects, random), drawn(verbs, random),
                      drawn(things, random), drawn(places, random), drawn(subjects, random),
                      drawn(verbs, random), drawn(things, random), drawn(places, random));
    }
  }
  return text;
}

Cast made_cast() {
  Cast cast;
  std::size_t number = 0;
  for (int i = 0; i < 24; ++i) {
    cast.originals.push_back(made_passage(++number, "originals"));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    cast.same_topic.push_back({i, made_passage(++number, "originals")});
    cast.clean.push_back(made_passage(++number, "clean"));
  }
  for (int i = 0; i < 60; ++i) {
    cast.hosts.push_back(made_passage(++number, "hosts"));
  }
  return cast;
}

}  // namespace unspin::audit_set
