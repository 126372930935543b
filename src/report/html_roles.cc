#include "report/html_roles.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace onrecord::report {
namespace {

struct NamedRole {
  std::string_view word;  // A word, or two joined: "read-more" is "readmore".
  Role role;
};

// In byte order.
constexpr NamedRole kRoles[] = {
    {"ad", Role::promo},
    {"addthis", Role::dropped},
    {"ads", Role::promo},
    {"advert", Role::promo},
    {"advertisement", Role::promo},
    {"adverts", Role::promo},
    {"author", Role::byline},
    {"authorbio", Role::promo},
    {"authors", Role::byline},
    {"breadcrumb", Role::dropped},
    {"breadcrumbs", Role::dropped},
    {"byline", Role::byline},
    {"bylines", Role::byline},
    {"caption", Role::caption},
    {"comment", Role::dropped},
    {"comments", Role::dropped},
    {"consent", Role::dropped},
    {"cookie", Role::dropped},
    {"cookies", Role::dropped},
    {"correction", Role::correction},
    {"corrections", Role::correction},
    {"credit", Role::caption},
    {"cta", Role::promo},
    {"dateline", Role::dateline},
    {"dek", Role::standfirst},
    {"disqus", Role::dropped},
    {"donate", Role::promo},
    {"editorsnote", Role::correction},
    {"gdpr", Role::dropped},
    {"imagecredit", Role::caption},
    {"masthead", Role::dropped},
    {"menu", Role::dropped},
    {"modal", Role::dropped},
    {"moreon", Role::promo},
    {"mostpopular", Role::promo},
    {"mostread", Role::promo},
    {"nav", Role::dropped},
    {"navbar", Role::dropped},
    {"navigation", Role::dropped},
    {"newsletter", Role::promo},
    {"outbrain", Role::promo},
    {"pagination", Role::dropped},
    {"paywall", Role::promo},
    {"photocredit", Role::caption},
    {"popup", Role::dropped},
    {"promo", Role::promo},
    {"promos", Role::promo},
    {"promotion", Role::promo},
    {"pubdate", Role::byline},
    {"publishdate", Role::byline},
    {"publisheddate", Role::byline},
    {"readmore", Role::promo},
    {"recirc", Role::promo},
    {"recirculation", Role::promo},
    {"recommendations", Role::promo},
    {"recommended", Role::promo},
    {"related", Role::promo},
    {"screenreader", Role::dropped},
    {"seealso", Role::promo},
    {"share", Role::dropped},
    {"sharebar", Role::dropped},
    {"sharing", Role::dropped},
    {"sidebar", Role::dropped},
    {"signup", Role::promo},
    {"skiplink", Role::dropped},
    {"social", Role::dropped},
    {"sponsor", Role::promo},
    {"sponsored", Role::promo},
    {"sronly", Role::dropped},
    {"standfirst", Role::standfirst},
    {"subheadline", Role::standfirst},
    {"subscribe", Role::promo},
    {"subscription", Role::promo},
    {"subtitle", Role::standfirst},
    {"taboola", Role::promo},
    {"taglist", Role::dropped},
    {"tags", Role::dropped},
    {"teaser", Role::promo},
    {"timestamp", Role::byline},
    {"toolbar", Role::dropped},
    {"trending", Role::promo},
    {"visuallyhidden", Role::dropped},
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

Role role_of_word(std::string_view word) {
  const auto found =
      std::lower_bound(std::begin(kRoles), std::end(kRoles), word,
                       [](const NamedRole& each, std::string_view wanted) { return each.word < wanted; });
  return found != std::end(kRoles) && found->word == word ? found->role : Role::none;
}

// What drops an element counts before what gives it a kind, and the first of either before the next.
Role stronger(Role old, Role found) {
  if (old == Role::none || (found == Role::dropped && old != Role::dropped)) return found;
  if (found == Role::promo && old != Role::dropped) return found;
  return old;
}

}  // namespace

Role role_of_names(std::string_view names) {
  constexpr std::size_t kLongest = 1000;  // Longer ones are styles gone wild.
  Role role = Role::none;
  std::string before, word;
  const auto end_word = [&] {
    if (word.empty()) return;
    role = stronger(role, role_of_word(word));
    if (!before.empty()) role = stronger(role, role_of_word(before + word));
    before = std::move(word);
    word.clear();
  };
  names = names.substr(0, kLongest);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (is_upper(c)) {
      if (i > 0 && is_lower(names[i - 1])) end_word();
      word += static_cast<char>(c + ('a' - 'A'));
    } else if (is_lower(c)) {
      word += c;
    } else {
      end_word();
      if (c == ' ') before.clear();
    }
  }
  end_word();
  return role;
}

}  // namespace onrecord::report
