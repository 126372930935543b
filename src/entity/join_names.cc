// Names: the same, shortened, as an acronym, a surname alone.

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "entity/draft.h"

namespace onrecord::entity {
namespace {

constexpr float kSame = 0.97F;
constexpr float kSurname = 0.93F;
constexpr float kAcronym = 0.9F;
constexpr float kGiven = 0.85F;
constexpr float kPart = 0.8F;
constexpr std::size_t kMostOfOneName = 4;  // Persons of one surname that are told apart.

constexpr std::array<std::string_view, 14> kForms = {"inc", "corp", "corporation", "ltd", "limited",
                                                     "plc", "co",   "company",     "llc", "group",
                                                     "ag",  "sa",   "nv",          "gmbh"};

class Names {
 public:
  explicit Names(Draft& draft) : draft_(draft) {}

  void join_all() {
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      if (draft_.mentions[m].kind != MentionKind::name) continue;
      const std::string text = key_of(name_text(draft_.scene, draft_.mentions[m].name));
      if (text.empty()) continue;
      const bool found = join_same(m, text) || join_person(m, text) || join_body(m, text);
      if (!found || text.find(' ') != std::string::npos) learn(m, text);
    }
  }

 private:
  // Without the form of a company, and a possessive 's that the name kept.
  static std::string key_of(std::string text) {
    if (text.ends_with(" 's")) text.resize(text.size() - 3);
    const auto space = text.rfind(' ');
    if (space != std::string::npos &&
        std::find(kForms.begin(), kForms.end(), std::string_view(text).substr(space + 1)) != kForms.end()) {
      text.resize(space);
    }
    return text;
  }

  bool is_person(std::uint32_t m) const {
    const Sighting& mention = draft_.mentions[m];
    if (mention.entity == EntityKind::person) return true;
    return mention.entity == EntityKind::unknown && draft_.profile(m).kind == EntityKind::person;
  }

  bool join_same(std::uint32_t m, const std::string& text) {
    const auto known = same_.find(text);
    if (known == same_.end()) return false;
    if (!draft_.agree(known->second, m)) return false;
    draft_.join(known->second, m, kSame);
    known->second = m;
    return true;
  }

  bool join_person(std::uint32_t m, const std::string& text) {
    if (!is_person(m)) return false;
    const auto space = text.rfind(' ');
    const std::string last = space == std::string::npos ? text : text.substr(space + 1);
    if (space == std::string::npos && fits_two_of_one_sentence(last, m)) return false;
    if (join_latest(by_last_, last, m)) return true;
    return space == std::string::npos && join_most_told(text, m);
  }

  // "Mayor Tom Vega and his wife Lena Vega": "Vega" alone is then neither for sure.
  bool fits_two_of_one_sentence(const std::string& last, std::uint32_t m) const {
    const auto known = by_last_.find(last);
    if (known == by_last_.end()) return false;
    std::uint32_t latest = kNone;
    for (std::size_t i = known->second.size(); i-- > 0;) {
      const std::uint32_t each = known->second[i];
      if (!draft_.agree(each, m)) continue;
      if (latest == kNone) latest = each;
      const bool beside = draft_.mentions[each].sentence == draft_.mentions[latest].sentence;
      if (beside && !draft_.are_one(each, latest)) return true;
    }
    return false;
  }

  // A given or a middle name, or a family name that stands first: of several persons the one told most often.
  bool join_most_told(const std::string& text, std::uint32_t m) {
    const auto known = by_other_.find(text);
    if (known == by_other_.end()) return false;
    std::uint32_t most = kNone;
    for (const std::uint32_t each : known->second) {
      if (!draft_.agree(each, m)) continue;
      if (most == kNone || draft_.profile(each).size > draft_.profile(most).size) most = each;
    }
    if (most == kNone) return false;
    draft_.join(most, m, kGiven);
    return true;
  }

  bool join_body(std::uint32_t m, const std::string& text) {
    if (is_person(m)) return false;
    // A lone surname that the neural reader gave no kind, or another.
    const bool alone =
        text.find(' ') == std::string::npos && draft_.mentions[m].entity == EntityKind::unknown;
    if (alone && join_latest(by_last_, text, m, kPart)) return true;
    const auto body = acronyms_.find(acronym_key(m, text));
    if (body != acronyms_.end() && draft_.agree(body->second, m)) {
      draft_.join(body->second, m, kAcronym);
      return true;
    }
    if (text.find(' ') != std::string::npos || draft_.mentions[m].entity != EntityKind::organization)
      return false;
    return join_latest(by_part_, text, m, kPart);
  }

  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  // The entity of that key that was spoken of last and agrees.
  bool join_latest(Index& index, const std::string& key, std::uint32_t m, float score = kSurname) {
    const auto known = index.find(key);
    if (known == index.end()) return false;
    auto& list = known->second;
    for (std::size_t i = list.size(); i-- > 0;) {
      if (!draft_.agree(list[i], m)) continue;
      draft_.join(list[i], m, score);
      std::rotate(list.begin() + static_cast<std::ptrdiff_t>(i),
                  list.begin() + static_cast<std::ptrdiff_t>(i) + 1, list.end());
      list.back() = m;
      return true;
    }
    return false;
  }

  static void remember(Index& index, const std::string& key, std::uint32_t m) {
    auto& list = index[key];
    if (list.size() >= kMostOfOneName) list.erase(list.begin());
    list.push_back(m);
  }

  // "un" for "UN", "U.N." and "United Nations"; empty for what cannot be one.
  std::string acronym_key(std::uint32_t m, const std::string& text) const {
    const TokenRange name = draft_.mentions[m].name;
    if (text.find(' ') == std::string::npos) {
      std::string written(draft_.scene.tree.text(name.end - 1));
      std::erase(written, '.');
      const bool capitals = written.size() > 1 && std::all_of(written.begin(), written.end(),
                                                              [](char c) { return c >= 'A' && c <= 'Z'; });
      return capitals ? text : std::string();
    }
    std::string initials;
    for (Word word = name.first; word < name.end; ++word) {
      const char first = draft_.scene.tree.text(word).front();
      if (first >= 'A' && first <= 'Z') initials += static_cast<char>(first + 32);
    }
    return initials.size() > 1 ? initials : std::string();
  }

  void learn(std::uint32_t m, const std::string& text) {
    same_[text] = m;
    const auto space = text.rfind(' ');
    if (is_person(m)) {
      remember(by_last_, space == std::string::npos ? text : text.substr(space + 1), m);
      for (std::size_t at = 0, end = text.find(' '); end != std::string::npos;
           at = end + 1, end = text.find(' ', at)) {
        if (end > at + 2 || at == 0) remember(by_other_, text.substr(at, end - at), m);
      }
      return;
    }
    if (const std::string key = acronym_key(m, text); !key.empty()) acronyms_[key] = m;
    if (draft_.mentions[m].entity == EntityKind::organization && space != std::string::npos) {
      remember(by_part_, text.substr(space + 1), m);
      remember(by_part_, text.substr(0, text.find(' ')), m);
    }
  }

  Draft& draft_;
  std::unordered_map<std::string, std::uint32_t> same_, acronyms_;
  Index by_last_, by_other_, by_part_;
};

}  // namespace

void join_names(Draft& draft) { Names(draft).join_all(); }

}  // namespace onrecord::entity
