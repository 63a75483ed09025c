#include "engine/lexicon/function_words.hpp"

#include <unordered_set>

namespace unspin {
namespace {

constexpr std::string_view words[] = {
    // articles, determiners, quantifiers
    "a", "an", "the", "this", "that", "these", "those", "each", "every", "either", "neither",
    "some", "any", "no", "none", "all", "both", "half", "such", "another", "other", "others",
    "much", "many", "more", "most", "less", "least", "few", "fewer", "several", "enough", "same",
    "own",
    // pronouns
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
    "yours", "yourself", "yourselves", "he", "him", "his", "himself", "she", "her", "hers",
    "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "one",
    "ones", "oneself", "who", "whom", "whose", "which", "what", "whoever", "whatever", "whichever",
    "someone", "somebody", "something", "anyone", "anybody", "anything", "everyone", "everybody",
    "everything", "nobody", "nothing",
    // prepositions and particles
    "of", "in", "on", "at", "by", "for", "with", "without", "within", "from", "to", "into", "onto",
    "upon", "about", "above", "across", "after", "against", "along", "among", "amongst", "around",
    "as", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond",
    "despite", "down", "during", "except", "inside", "like", "near", "off", "out", "outside",
    "over", "past", "per", "since", "than", "through", "throughout", "till", "toward", "towards",
    "under", "until", "up", "via", "regarding", "concerning", "amid", "away", "back",
    // conjunctions
    "and", "but", "or", "nor", "so", "yet", "if", "because", "although", "though", "while",
    "whereas", "unless", "whether", "once", "lest", "provided", "whilst",
    // auxiliaries and modals
    "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having", "do",
    "does", "did", "doing", "done", "will", "would", "shall", "should", "can", "could", "may",
    "might", "must", "ought", "cannot",
    // adverbs of the skeleton
    "not", "never", "ever", "also", "too", "very", "just", "only", "even", "still", "then", "there",
    "here", "where", "when", "why", "how", "again", "already", "always", "often", "now", "however",
    "therefore", "thus", "hence", "nevertheless", "nonetheless", "moreover", "furthermore", "else",
    "instead", "rather", "quite", "perhaps", "maybe", "almost", "well", "wherever", "whenever",
    // old ones: translations differ in them, not in what they say
    "thou", "thee", "thy", "thine", "thyself", "ye", "hath", "hast", "hadst", "doth", "dost",
    "didst", "shalt", "wilt", "wast", "wert", "canst", "couldst", "wouldst", "wouldest", "shouldst",
    "shouldest", "mayest", "unto", "ere", "nay", "yea", "whence", "thence", "hither", "thither",
    "whither", "wherein", "whereof", "whereby", "wherefore", "thereof", "therein", "thereby",
    "therewith", "thereupon", "whereupon", "hereby", "herein", "hereof", "howbeit", "albeit", "oft",
    "'tis", "'twas",
    // contractions
    "i'm", "i've", "i'll", "i'd", "you're", "you've", "you'll", "you'd", "he's", "he'll", "he'd",
    "she's", "she'll", "she'd", "it's", "it'll", "it'd", "we're", "we've", "we'll", "we'd",
    "they're", "they've", "they'll", "they'd", "that's", "that'll", "there's", "there'll", "here's",
    "what's", "who's", "where's", "when's", "how's", "let's", "don't", "doesn't", "didn't", "won't",
    "wouldn't", "can't", "couldn't", "shouldn't", "mustn't", "mightn't", "needn't", "isn't",
    "aren't", "ain't", "wasn't", "weren't", "haven't", "hasn't", "hadn't"};

}  // namespace

bool is_function_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> known(std::begin(words), std::end(words));
  return known.contains(folded);
}

}  // namespace unspin
