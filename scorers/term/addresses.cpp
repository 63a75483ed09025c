#include "scorers/term/addresses.hpp"

#include <algorithm>
#include <string>

#include "engine/text/ascii.hpp"
#include "scorers/term/near_miss.hpp"

namespace unspin {
namespace {

/// Endings of hosts that need no scheme to be one. Those that are English words are left out.
constexpr std::string_view top_level[] = {
    "com",    "org",  "net",  "edu",  "gov",  "mil",  "int", "info", "biz", "io", "ai",
    "app",    "dev",  "co",   "tv",   "eu",   "uk",   "de",  "fr",   "es",  "nl", "ch",
    "ca",     "au",   "nz",   "jp",   "cn",   "kr",   "ru",  "br",   "mx",  "se", "dk",
    "fi",     "pl",   "ie",   "cz",   "pt",   "gr",   "hu",  "ro",   "za",  "ar", "cl",
    "sg",     "hk",   "tw",   "il",   "tr",   "ua",   "xyz", "tech", "ly",  "gg", "ac",
    "online", "blog", "shop", "news", "site", "cloud"};

constexpr std::size_t longest_label = 63;    // of a host (RFC 1035)
constexpr std::size_t longest_mailbox = 64;  // before the @ (RFC 5321)
/// What is compared of two addresses, around where they differ.
constexpr std::size_t context = 5;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_host(char c) { return is_alphanumeric(c) || c == '-' || c == '.'; }
bool is_mailbox(char c) { return is_host(c) || c == '_' || c == '%' || c == '+'; }

bool begins_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() && lower_ascii(text.substr(0, small.size())) == small;
}

std::string_view scheme_of(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (begins_with(address, scheme)) {
      return address.substr(0, scheme.size());
    }
  }
  return {};
}

class AddressReader {
 public:
  explicit AddressReader(const Reading& reading) : reading_(reading), text_(reading.text) {}

  /// Every address has a full stop between two letters or digits, and few other things have.
  std::vector<Mention> read() {
    for (std::size_t at = text_.find('.'); at != std::string_view::npos; at = text_.find('.', at)) {
      const bool is_inside = at > 0 && at + 1 < text_.size() && is_alphanumeric(text_[at - 1]) &&
                             is_alphanumeric(text_[at + 1]);
      if (is_inside) {
        read_around(at);
      }
      at = std::max(at + 1, end_);
    }
    return std::move(found_);
  }

 private:
  /// Sets end_ behind what was read, whether it was an address or not.
  void read_around(std::size_t at) {
    std::size_t begin = at;
    while (begin > end_ && is_mailbox(text_[begin - 1])) {
      --begin;
    }
    std::size_t host_end = at;
    while (host_end < text_.size() && is_mailbox(text_[host_end])) {
      ++host_end;
    }
    const bool is_before_at = host_end < text_.size() && text_[host_end] == '@';
    if (is_before_at || (begin > end_ && text_[begin - 1] == '@')) {
      read_mail(is_before_at ? host_end : begin - 1);
    } else {
      read_url(begin, host_end);
    }
    end_ = std::max(end_, host_end);
  }

  void read_mail(std::size_t at_sign) {
    std::size_t begin = at_sign;
    while (begin > end_ && at_sign - begin < longest_mailbox && is_mailbox(text_[begin - 1])) {
      --begin;
    }
    while (begin < at_sign && !is_alphanumeric(text_[begin])) {
      ++begin;
    }
    std::size_t end = at_sign + 1;
    while (end < text_.size() && is_host(text_[end])) {
      ++end;
    }
    while (!is_alphanumeric(text_[end - 1]) && end > at_sign + 1) {
      --end;
    }
    const std::string_view host = text_.substr(at_sign + 1, end - at_sign - 1);
    if (begin < at_sign && host.find('.') != std::string_view::npos) {
      const std::string form = lower_ascii(text_.substr(begin, end - begin));
      add(begin, end, form, form);
    }
  }

  void read_url(std::size_t begin, std::size_t host_end) {
    while (begin < host_end && !is_alphanumeric(text_[begin])) {
      ++begin;
    }
    for (const std::string_view scheme : {"https://", "http://"}) {
      if (begin >= end_ + scheme.size() &&
          begins_with(text_.substr(begin - scheme.size()), scheme)) {
        begin -= scheme.size();
        break;
      }
    }
    const std::string_view scheme = scheme_of(text_.substr(begin));
    const std::string_view host = host_at(begin + scheme.size(), host_end);
    if (scheme.empty() && !begins_with(host, "www.") && !has_known_ending(host)) {
      return;
    }
    const std::size_t end = end_of(begin, begin + scheme.size() + host.size());
    std::string form = lower_ascii(text_.substr(begin, scheme.size() + host.size()));
    form += text_.substr(begin + form.size(), end - begin - form.size());
    if (form.ends_with('/')) {
      form.pop_back();
    }
    std::string thing = form.substr(scheme.size());
    if (thing.starts_with("www.")) {
      thing.erase(0, 4);
    }
    add(begin, end, thing, form);
  }

  std::string_view host_at(std::size_t begin, std::size_t end) const {
    while (end > begin && !is_alphanumeric(text_[end - 1])) {
      --end;
    }
    return text_.substr(begin, end - begin);
  }

  static bool has_known_ending(std::string_view host) {
    const std::size_t dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot <= longest_label * 4 &&
           std::ranges::find(top_level, host.substr(dot + 1)) != std::end(top_level);
  }

  /// Behind path, query and fragment that follow a host.
  std::size_t end_of(std::size_t begin, std::size_t host_end) const {
    if (host_end == text_.size() ||
        std::string_view("/:?#").find(text_[host_end]) == std::string_view::npos) {
      return host_end;
    }
    std::size_t end = host_end;
    while (end < text_.size() && is_in_path(end)) {
      ++end;
    }
    int open = 0;
    for (std::size_t at = begin; at < end; ++at) {
      open += text_[at] == '(' ? 1 : text_[at] == ')' ? -1 : 0;
    }
    for (; end > host_end; --end) {
      const char last = text_[end - 1];
      if (last == ')' && open < 0) {
        ++open;
      } else if (last == ')' ||
                 std::string_view(".,;:!?'*_").find(last) == std::string_view::npos) {
        break;
      }
    }
    return end;
  }

  bool is_in_path(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte <= 0x20 ||
        std::string_view("\"<>{}[]|\\^`").find(text_[at]) != std::string_view::npos) {
      return false;
    }
    // Typographic marks and blanks, and « »; letters of other scripts do occur in paths.
    return byte != 0xE2 &&
           !(byte == 0xC2 && at + 1 < text_.size() &&
             (text_[at + 1] == '\xAB' || text_[at + 1] == '\xBB' || text_[at + 1] == '\xA0'));
  }

  void add(std::size_t begin, std::size_t end, std::string_view thing, std::string_view form) {
    WordRange words = reading_.words_in(begin, end);
    if (!found_.empty()) {  // a word may reach across the mark between two addresses
      words.begin = std::max(words.begin, found_.back().words.end);
    }
    if (words.begin < words.end) {
      found_.push_back({.thing = hash_of(thing),
                        .form = hash_of(form),
                        .words = words,
                        .text = text_.substr(begin, end - begin)});
    }
    end_ = end;
  }

  const Reading& reading_;
  std::string_view text_;
  std::vector<Mention> found_;
  std::size_t end_ = 0;  // of what was read
};

/// Whether two addresses are one or two characters apart. Only what differs is compared, with a few
/// characters on both sides: an address may be longer than a word.
bool is_near_address(std::string_view a, std::string_view b) {
  const auto [ahead_of_a, ahead_of_b] = std::ranges::mismatch(a, b);
  auto same = static_cast<std::size_t>(ahead_of_a - a.begin());
  same -= std::min(same, context);
  a.remove_prefix(same);
  b.remove_prefix(same);
  std::size_t end = 0;
  while (end + context < std::min(a.size(), b.size()) &&
         a[a.size() - end - 1] == b[b.size() - end - 1]) {
    ++end;
  }
  end -= std::min(end, context);
  return is_near_miss(a.substr(0, a.size() - end), b.substr(0, b.size() - end));
}

Fate::Kind judge(const Mention& one, const Mention& other, bool) {
  return one.thing == other.thing                ? Fate::variant
         : is_near_address(one.text, other.text) ? Fate::near_miss
                                                 : Fate::lost;
}

std::vector<WordRange> words_of(const std::vector<Mention>& mentions) {
  std::vector<WordRange> words;
  words.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    words.push_back(mention.words);
  }
  return words;
}

}  // namespace

std::vector<WordRange> Addresses::source_words() const { return words_of(source); }
std::vector<WordRange> Addresses::rewrite_words() const { return words_of(rewrite); }

Addresses read_addresses(PreparedPair& pair) {
  return {AddressReader(read_as_meant(pair, TextIndex::source)).read(),
          AddressReader(read_as_meant(pair, TextIndex::rewrite)).read()};
}

std::vector<TermRecord> find_urls(PreparedPair& pair) {
  const Addresses& addresses = pair.shared(read_addresses);
  return records_of(addresses.source, find_again(pair, addresses.source, addresses.rewrite, judge));
}

}  // namespace unspin
