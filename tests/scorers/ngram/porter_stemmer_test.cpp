// The stems are NLTK's; most of the words are the examples of Porter's paper.
#include "scorers/ngram/porter_stemmer.hpp"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace unspin {
namespace {

void expect_stems(const std::vector<std::pair<std::string_view, std::string_view>>& expected) {
  PorterStemmer stemmer;
  for (const auto& [word, stem] : expected) {
    EXPECT_EQ(stemmer.stem(word), stem) << word;
  }
}

TEST(PorterStemmer, TakesPluralsOff) {
  expect_stems({{"caresses", "caress"},
                {"ponies", "poni"},
                {"flies", "fli"},
                {"dies", "die"},
                {"ties", "tie"},
                {"caress", "caress"},
                {"cats", "cat"},
                {"gas", "ga"},
                {"this", "thi"},
                {"ies", "i"}});
}

TEST(PorterStemmer, TakesPastAndParticipleOff) {
  expect_stems(
      {{"died", "die"},          {"spied", "spi"},       {"feed", "feed"},      {"agreed", "agre"},
       {"plastered", "plaster"}, {"bled", "bled"},       {"motoring", "motor"}, {"sing", "sing"},
       {"conflated", "conflat"}, {"troubled", "troubl"}, {"sized", "size"},     {"hopping", "hop"},
       {"tanned", "tan"},        {"falling", "fall"},    {"hissing", "hiss"},   {"fizzed", "fizz"},
       {"failing", "fail"},      {"filing", "file"},     {"owing", "owe"},      {"used", "use"}});
}

TEST(PorterStemmer, TurnsYToIBehindAConsonant) {
  expect_stems({{"happy", "happi"},
                {"enjoy", "enjoy"},
                {"enjoyment", "enjoy"},
                {"spy", "spi"},
                {"by", "by"},
                {"sayings", "say"},
                {"yes", "ye"},
                {"boyishly", "boyishli"}});
}

TEST(PorterStemmer, ShortensDoubleSuffixes) {
  expect_stems(
      {{"relational", "relat"},     {"conditional", "condit"}, {"rational", "ration"},
       {"valency", "valenc"},       {"hesitancy", "hesit"},    {"digitizer", "digit"},
       {"possibly", "possibl"},     {"radically", "radic"},    {"finally", "final"},
       {"traditionally", "tradit"}, {"rationally", "ration"},  {"differently", "differ"},
       {"vilely", "vile"},          {"analogously", "analog"}, {"vietnamization", "vietnam"},
       {"predication", "predic"},   {"operator", "oper"},      {"feudalism", "feudal"},
       {"decisiveness", "decis"},   {"hopefulness", "hope"},   {"callousness", "callous"},
       {"formality", "formal"},     {"sensitivity", "sensit"}, {"sensibility", "sensibl"},
       {"carefully", "care"},       {"theology", "theolog"},   {"archaeology", "archaeolog"}});
}

TEST(PorterStemmer, TakesSuffixesOff) {
  expect_stems({{"triplicate", "triplic"}, {"formative", "form"},     {"formalize", "formal"},
                {"electricity", "electr"}, {"electrical", "electr"},  {"hopeful", "hope"},
                {"goodness", "good"},      {"revival", "reviv"},      {"allowance", "allow"},
                {"inference", "infer"},    {"airliner", "airlin"},    {"gyroscopic", "gyroscop"},
                {"adjustable", "adjust"},  {"defensible", "defens"},  {"irritant", "irrit"},
                {"replacement", "replac"}, {"adjustment", "adjust"},  {"dependent", "depend"},
                {"adoption", "adopt"},     {"decision", "decis"},     {"station", "station"},
                {"union", "union"},        {"homologous", "homolog"}, {"communism", "commun"},
                {"activate", "activ"},     {"angularity", "angular"}, {"effective", "effect"},
                {"bowdlerize", "bowdler"}});
}

TEST(PorterStemmer, TidiesTheEnd) {
  expect_stems({{"probate", "probat"},
                {"rate", "rate"},
                {"cease", "ceas"},
                {"ore", "ore"},
                {"controlling", "control"},
                {"roll", "roll"},
                {"hoping", "hope"},
                {"whole", "whole"}});
}

TEST(PorterStemmer, KnowsIrregularWords) {
  expect_stems({{"sky", "sky"},
                {"skies", "sky"},
                {"dying", "die"},
                {"lying", "lie"},
                {"tying", "tie"},
                {"news", "news"},
                {"innings", "inning"},
                {"outing", "outing"},
                {"cannings", "canning"},
                {"howe", "howe"},
                {"proceed", "proceed"},
                {"exceed", "exceed"},
                {"succeed", "succeed"}});
}

TEST(PorterStemmer, TakesWordsOfAnyScript) {
  expect_stems({{"naïve", "naïv"},
                {"cafés", "café"},
                {"déjàed", "déjàed"},
                {"aéed", "aée"},
                {"straßen", "straßen"},
                {"中文", "中文"},
                {"a.b,c", "a.b,c"},
                {"1990s", "1990"},
                {"e-mailing", "e-mail"},
                {"a*ded", "ad"},
                {"a*ling", "a*l"}});
}

TEST(PorterStemmer, LeavesShortWordsAlone) {
  expect_stems({{"", ""}, {"s", "s"}, {"as", "as"}, {"ée", "ée"}});
}

TEST(PorterStemmer, TakesHugeWordsInLinearTime) {
  PorterStemmer stemmer;
  const std::string word(1'000'000, 'y');
  EXPECT_EQ(stemmer.stem(word + "ing").size(), word.size());
}

}  // namespace
}  // namespace unspin
