#include "scorers/term/stop_list.hpp"

#include <algorithm>
#include <unordered_set>

namespace unspin {
namespace {

using Words = std::unordered_set<std::string_view>;

bool is_stop_word(std::string_view folded) {
  static const Words known = {
      // verbs of every day
      "add", "adds", "added", "adding", "allow", "allows", "allowed", "allowing", "ask", "asks",
      "asked", "asking", "become", "becomes", "became", "becoming", "begin", "begins", "began",
      "begun", "bring", "brings", "brought", "bringing", "come", "comes", "came", "coming",
      "consider", "considered", "create", "creates", "created", "creating", "find", "finds",
      "found", "finding", "follow", "follows", "followed", "get", "gets", "got", "gotten",
      "getting", "give", "gives", "gave", "given", "giving", "go", "goes", "went", "gone", "going",
      "grew", "grows", "grown", "happen", "happens", "happened", "help", "helps", "helped",
      "helping", "include", "includes", "included", "including", "keep", "keeps", "kept", "keeping",
      "knew", "knows", "known", "knowing", "leave", "leaves", "leaving", "let", "lets", "look",
      "looks", "looked", "looking", "made", "make", "makes", "making", "mean", "means", "meant",
      "need", "needs", "needed", "offer", "offers", "offered", "offering", "provide", "provides",
      "providing", "put", "puts", "putting", "said", "say", "says", "saying", "saw", "see", "sees",
      "seen", "seeing", "seem", "seems", "seemed", "show", "shows", "showed", "shown", "showing",
      "start", "starts", "started", "take", "takes", "taken", "taking", "took", "tell", "tells",
      "told", "tend", "tends", "think", "thinks", "thought", "try", "tries", "tried", "trying",
      "turn", "turns", "turned", "understand", "use", "uses", "used", "using", "want", "wants",
      "wanted", "wanting",
      // adjectives and nouns that say nothing of the kind of a thing
      "able", "actual", "available", "bit", "certain", "different", "entire", "example", "further",
      "important", "kind", "kinds", "likely", "lot", "lots", "main", "parts", "particular",
      "possible", "similar", "sort", "sorts", "specific", "sure", "thing", "things", "type",
      "types", "unlike", "various", "way", "ways", "whole",
      // how many
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "twenty", "thirty", "fifty", "hundred", "hundreds", "thousand", "thousands", "million",
      "millions", "dozen", "dozens",
      // times and places of no fixed length
      "ago", "anyway", "elsewhere", "everywhere", "far", "later", "next", "nowadays", "soon",
      "today", "together", "tomorrow", "tonight", "versus", "vs", "yesterday"};
  return known.contains(folded);
}

bool only_describes(std::string_view folded) {
  static const Words known = {"bad",   "best",    "better", "big",    "bigger", "clear", "close",
                              "early", "easier",  "easy",   "first",  "full",   "good",  "great",
                              "hard",  "harder",  "high",   "higher", "huge",   "large", "larger",
                              "late",  "long",    "longer", "low",    "lower",  "new",   "newer",
                              "old",   "older",   "ready",  "real",   "right",  "short", "simple",
                              "small", "smaller", "strong", "useful", "worse",  "worst", "wrong"};
  return known.contains(folded);
}

/// By its ending; of the words in -ly, these few are nouns or adjectives.
bool is_adverb(std::string_view folded) {
  static const Words others = {
      "ally",      "anomaly", "assembly", "belly",  "bully",    "butterfly", "daily",
      "dragonfly", "early",   "elderly",  "family", "firefly",  "friendly",  "hourly",
      "italy",     "jelly",   "july",     "lily",   "monopoly", "monthly",   "quarterly",
      "rally",     "reply",   "supply",   "weekly", "yearly"};
  return folded.size() > 3 && folded.ends_with("ly") && !others.contains(folded);
}

/// A verb in the past, by its ending: "bees died".
bool is_past(std::string_view folded) {
  static const Words others = {"infrared", "shed", "sled"};
  return folded.size() > 3 && folded.ends_with("ed") && !folded.ends_with("eed") &&
         !others.contains(folded);
}

}  // namespace

bool begins_no_term(std::string_view folded) { return is_stop_word(folded) || is_adverb(folded); }

bool ends_no_term(std::string_view folded) {
  return begins_no_term(folded) || only_describes(folded) || is_past(folded);
}

}  // namespace unspin
