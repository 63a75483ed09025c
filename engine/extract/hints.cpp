#include "engine/extract/hints.hpp"

#include <algorithm>
#include <span>
#include <vector>
#include <xxhash.h>

#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

struct Naming {
  std::string_view word;
  BlockRole role;
  bool is_weak = false;
};

/// Whole words of a name: of "entry-meta" are "entry" and "meta".
struct Words {
  BlockRole role;
  std::string_view strong;     // with blanks between
  std::string_view weak = {};  // articles use them for parts of their own too
};
constexpr Words words_of_roles[] = {
    {BlockRole::navigation,
     "nav navi navbar menu submenu crumbs pagination pager paging topbar toc",
     "button buttons btn"},
    {BlockRole::footer, "footer foot colophon copyright disclaimer imprint footnav", "legal"},
    {BlockRole::advertising,
     "cta paywall donation ad ads advert adsense sponsor sponsored newsletter subscribe "
     "signup cookie cookies consent gdpr donate",
     "alert banner promo login modal popup overlay"},
    {BlockRole::comments,
     "comment comments commentlist disqus respond reply replies trackback trackbacks "
     "pingback pings",
     "review reviews"},
    {BlockRole::caption, "caption captions credit credits"},
    {BlockRole::byline,
     "author authors rate byline bio meta dateline timestamp tags tagcloud metadata "
     "postmetadata postmeta rating ratings"},
    {BlockRole::sharing,
     "socials share sharing social addthis sharedaddy shariff addtoany follow bookmarks "
     "shares likes"},
    {BlockRole::related,
     "relatedlinks readmore related recommended recommendations trending outbrain taboola",
     "teaser teasers similar popular"},
    {BlockRole::sidebar, "sidebar", "widget widgets rail"},
};

std::vector<Naming> sorted_words() {
  std::vector<Naming> list;
  for (const Words& words : words_of_roles) {
    for (const bool is_weak : {false, true}) {
      split_at_white_space(is_weak ? words.weak : words.strong, [&](std::string_view word) {
        list.push_back({word, words.role, is_weak});
      });
    }
  }
  std::ranges::sort(list, {}, &Naming::word);
  return list;
}

/// Parts long enough to be meant wherever they stand.
constexpr Naming stems[] = {
    {"breadcrumb", BlockRole::navigation}, {"navigation", BlockRole::navigation},
    {"sidebar", BlockRole::sidebar},       {"comment", BlockRole::comments},
    {"relatedpost", BlockRole::related},   {"recommend", BlockRole::related},
    {"advertis", BlockRole::advertising},  {"newsletter", BlockRole::advertising},
    {"cookie", BlockRole::advertising},    {"footer", BlockRole::footer},
    {"authorbio", BlockRole::byline},      {"authorbox", BlockRole::byline},
    {"aboutauthor", BlockRole::byline},    {"socialmedia", BlockRole::sharing},
    {"relatedlink", BlockRole::related},   {"relatedarticle", BlockRole::related},
    {"imagedesc", BlockRole::caption},     {"photocredit", BlockRole::caption},
};

/// Names, without what separates their words, of what holds an article's text and nothing else.
constexpr std::string_view article_names[] = {
    "article", "entry",   "post",     "story", "news",   "blog",    "artikel",
    "beitrag", "noticia", "articulo", "nota",  "artigo", "articolo"};
constexpr std::string_view body_names[] = {
    "bodytext", "bodycopy", "body",  "contents", "content",   "maintext", "text", "copy",
    "cuerpo",   "texto",    "texte", "inhalt",   "contenido", "corpo",    "testo"};
constexpr std::string_view frame_names[] = {"", "wrap", "wrapper", "inner", "container", "main"};

bool is_letter_or_digit(char c) {
  return static_cast<unsigned char>((c | 32) - 'a') < 26 || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// One name, as its words and without what separates them.
struct Name {
  std::string joined;
  std::vector<std::uint8_t> starts;  // of its words

  explicit Name(std::string_view name) {
    bool is_start = true;
    for (std::size_t i = 0; i < std::min<std::size_t>(name.size(), 100); ++i) {
      const char c = name[i];
      if (!is_letter_or_digit(c)) {
        is_start = true;
        continue;
      }
      if (is_start || (is_upper(c) && is_lower(name[i - 1]))) {
        starts.push_back(static_cast<std::uint8_t>(joined.size()));
      }
      is_start = false;
      joined += is_upper(c) ? static_cast<char>(c | 32) : c;
    }
  }

  std::string_view word(std::size_t i) const {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : joined.size();
    return std::string_view(joined).substr(starts[i], end - starts[i]);
  }
};

constexpr Naming nothing = {"", BlockRole::main};

/// "no-sidebar", "has-comments": about something else.
bool is_about_another(std::string_view first_word) {
  return first_word == "no" || first_word == "has" || first_word == "with" ||
         first_word == "without" || first_word == "hide" || first_word == "show";
}

Naming naming_of(const Name& name) {
  for (std::size_t i = 0; i < name.starts.size(); ++i) {
    if (is_about_another(name.word(i))) {
      return nothing;
    }
  }
  static const std::vector<Naming> words = sorted_words();
  for (std::size_t i = 0; i < name.starts.size(); ++i) {
    const auto found = std::ranges::lower_bound(words, name.word(i), {}, &Naming::word);
    if (found != words.end() && found->word == name.word(i)) {
      return *found;
    }
  }
  for (const Naming& stem : stems) {
    if (name.joined.find(stem.word) != name.joined.npos) {
      return stem;
    }
  }
  return nothing;
}

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// "post-content", "c-article__body-wrapper", "entry".
Claim claim_of(const Name& name) {
  for (const std::uint8_t start : name.starts) {
    const std::string_view rest = std::string_view(name.joined).substr(start);
    for (const std::string_view article : article_names) {
      if (!rest.starts_with(article)) {
        continue;
      }
      const std::string_view behind = rest.substr(article.size());
      for (const std::string_view body : body_names) {
        if (behind.starts_with(body) && is_one_of(behind.substr(body.size()), frame_names)) {
          return Claim::article_body;
        }
      }
    }
  }
  const bool is_article = is_one_of(name.joined, article_names) || name.joined == "hentry";
  return is_article ? Claim::article : Claim::none;
}

Hint of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::menu:
      return {BlockRole::navigation, true, false, Claim::none};
    case Tag::footer:
      return {BlockRole::footer, true, false, Claim::none};
    case Tag::aside:
      return {BlockRole::sidebar, true, false, Claim::none};
    case Tag::dialog:
      return {BlockRole::advertising, true, false, Claim::none};
    case Tag::article:
      return {BlockRole::main, true, false, Claim::article};
    default:
      return {};
  }
}

Hint of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "search") {
    return {BlockRole::navigation, true, false, Claim::none};
  }
  if (role == "contentinfo") {
    return {BlockRole::footer, true, false, Claim::none};
  }
  if (role == "complementary") {
    return {BlockRole::sidebar, true, false, Claim::none};
  }
  if (role == "dialog" || role == "alertdialog") {
    return {BlockRole::advertising, true, false, Claim::none};
  }
  if (role == "article") {
    return {BlockRole::main, true, false, Claim::article};
  }
  return {};
}

/// Of names with blanks between.
Hint hint_of(std::string_view names) {
  Hint hint;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n\r\f"), names.size());
    const Name name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    const Naming naming = naming_of(name);
    if (naming.role == BlockRole::main) {
      hint.claim = std::max(hint.claim, claim_of(name));
    } else if (hint.role == BlockRole::main || (hint.is_weak && !naming.is_weak)) {
      hint.role = naming.role;
      hint.is_weak = naming.is_weak;
    }
  }
  return hint;
}

}  // namespace

Hint HintReader::read(Tag tag, const Attributes& attributes) {
  if (tag == Tag::body || tag == Tag::html) {
    return {};
  }
  Hint hint = of_tag(tag);
  if (hint.role == BlockRole::main && !attributes.role.empty()) {
    if (const Hint said = of_role(attributes.role); said.is_by_tag) {
      hint = said;
    }
  }
  if (attributes.itemprop == "articleBody") {
    hint.claim = Claim::article_body;
  }
  if (hint.role == BlockRole::main && (!attributes.classes.empty() || !attributes.id.empty())) {
    const Hint& named = of_names(attributes.classes, attributes.id);
    hint.role = named.role;
    hint.is_weak = named.is_weak;
    hint.is_by_tag = hint.is_by_tag && hint.role == BlockRole::main;
    hint.claim = std::max(hint.claim, named.claim);
  }
  return hint;
}

const Hint& HintReader::of_names(std::string_view classes, std::string_view id) {
  names_.assign(classes);
  names_ += ' ';
  names_ += id;
  Known& slot = known_[XXH3_64bits(names_.data(), names_.size()) % known_.size()];
  if (slot.names != names_) {
    slot = {names_, hint_of(names_)};
  }
  return slot.hint;
}

}  // namespace unspin
