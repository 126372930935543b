#include "entity/people.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "lexicon/table.h"

namespace onrecord::entity {
namespace {

constexpr std::string_view kNames =
#include "people_names.inc"
    ;
constexpr std::string_view kTitles =
#include "people_titles.inc"
    ;
constexpr std::string_view kNations =
#include "people_nations.inc"
    ;
constexpr std::string_view kRoles =
#include "roles_nouns.inc"
    ;

const lexicon::Table& names() {
  static const lexicon::Table table(kNames);
  return table;
}
const lexicon::Table& titles() {
  static const lexicon::Table table(kTitles);
  return table;
}
const lexicon::Table& nations() {
  static const lexicon::Table table(kNations);
  return table;
}
const lexicon::Table& roles() {
  static const lexicon::Table table(kRoles);
  return table;
}

Gender gender_of_letter(std::string_view letter) {
  if (letter == "m") return Gender::male;
  if (letter == "f") return Gender::female;
  return Gender::unknown;
}

struct PronounRow {
  std::string_view word;
  Pronoun pronoun;
};

constexpr auto kMale = Gender::male;
constexpr auto kFemale = Gender::female;
constexpr auto kNeuter = Gender::neuter;
constexpr auto kAny = Gender::unknown;
constexpr auto kOne = Number::singular;
constexpr auto kMany = Number::plural;
constexpr auto kOpen = Number::unknown;
using Sort = Pronoun::Sort;

constexpr std::array<PronounRow, 60> kPronouns = {{
    {"i", {Sort::personal, 1, kAny, kOne}},
    {"me", {Sort::personal, 1, kAny, kOne}},
    {"my", {Sort::possessive, 1, kAny, kOne}},
    {"mine", {Sort::possessive, 1, kAny, kOne}},
    {"myself", {Sort::reflexive, 1, kAny, kOne}},
    {"we", {Sort::personal, 1, kAny, kMany}},
    {"us", {Sort::personal, 1, kAny, kMany}},
    {"our", {Sort::possessive, 1, kAny, kMany}},
    {"ours", {Sort::possessive, 1, kAny, kMany}},
    {"ourselves", {Sort::reflexive, 1, kAny, kMany}},
    {"you", {Sort::personal, 2, kAny, kOpen}},
    {"your", {Sort::possessive, 2, kAny, kOpen}},
    {"yours", {Sort::possessive, 2, kAny, kOpen}},
    {"yourself", {Sort::reflexive, 2, kAny, kOne}},
    {"yourselves", {Sort::reflexive, 2, kAny, kMany}},
    {"he", {Sort::personal, 3, kMale, kOne}},
    {"him", {Sort::personal, 3, kMale, kOne}},
    {"his", {Sort::possessive, 3, kMale, kOne}},
    {"himself", {Sort::reflexive, 3, kMale, kOne}},
    {"she", {Sort::personal, 3, kFemale, kOne}},
    {"her", {Sort::personal, 3, kFemale, kOne}},
    {"hers", {Sort::possessive, 3, kFemale, kOne}},
    {"herself", {Sort::reflexive, 3, kFemale, kOne}},
    {"it", {Sort::personal, 3, kNeuter, kOne}},
    {"its", {Sort::possessive, 3, kNeuter, kOne}},
    {"itself", {Sort::reflexive, 3, kNeuter, kOne}},
    {"they", {Sort::personal, 3, kAny, kMany}},
    {"them", {Sort::personal, 3, kAny, kMany}},
    {"'em", {Sort::personal, 3, kAny, kMany}},
    {"their", {Sort::possessive, 3, kAny, kMany}},
    {"theirs", {Sort::possessive, 3, kAny, kMany}},
    {"themselves", {Sort::reflexive, 3, kAny, kMany}},
    {"themself", {Sort::reflexive, 3, kAny, kOpen}},
    {"who", {Sort::relative, 3, kAny, kOpen}},
    {"whom", {Sort::relative, 3, kAny, kOpen}},
    {"whose", {Sort::relative, 3, kAny, kOpen}},
    {"which", {Sort::relative, 3, kNeuter, kOpen}},
    {"this", {Sort::demonstrative, 3, kNeuter, kOne}},
    {"that", {Sort::demonstrative, 3, kNeuter, kOne}},
    {"these", {Sort::demonstrative, 3, kAny, kMany}},
    {"those", {Sort::demonstrative, 3, kAny, kMany}},
    {"someone", {Sort::indefinite, 3, kAny, kOne}},
    {"somebody", {Sort::indefinite, 3, kAny, kOne}},
    {"anyone", {Sort::indefinite, 3, kAny, kOne}},
    {"anybody", {Sort::indefinite, 3, kAny, kOne}},
    {"everyone", {Sort::indefinite, 3, kAny, kOpen}},
    {"everybody", {Sort::indefinite, 3, kAny, kOpen}},
    {"nobody", {Sort::indefinite, 3, kAny, kOne}},
    {"none", {Sort::indefinite, 3, kAny, kOpen}},
    {"one", {Sort::indefinite, 3, kAny, kOne}},
    {"something", {Sort::indefinite, 3, kNeuter, kOne}},
    {"anything", {Sort::indefinite, 3, kNeuter, kOne}},
    {"everything", {Sort::indefinite, 3, kNeuter, kOne}},
    {"nothing", {Sort::indefinite, 3, kNeuter, kOne}},
    {"all", {Sort::indefinite, 3, kAny, kMany}},
    {"both", {Sort::indefinite, 3, kAny, kMany}},
    {"many", {Sort::indefinite, 3, kAny, kMany}},
    {"some", {Sort::indefinite, 3, kAny, kMany}},
    {"others", {Sort::indefinite, 3, kAny, kMany}},
    {"each", {Sort::indefinite, 3, kAny, kOne}},
}};

// "spokes" of "spokesman", "spokeswoman", "spokesperson"; empty when it is no such word.
std::string_view office_of(std::string_view noun) {
  for (const std::string_view end : {"woman", "person", "man"}) {
    if (noun.size() > end.size() + 2 && noun.ends_with(end)) return noun.substr(0, noun.size() - end.size());
  }
  return {};
}

}  // namespace

Gender gender_of_given_name(std::string_view word) {
  if (const auto letter = names().find(word)) return gender_of_letter(*letter);
  const auto hyphen = word.find('-');
  return hyphen == std::string_view::npos || hyphen == 0 ? Gender::unknown
                                                         : gender_of_given_name(word.substr(0, hyphen));
}

std::optional<Gender> find_title(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto found = titles().find(word);
  if (!found) return std::nullopt;
  return gender_of_letter(*found);
}

std::optional<Role> find_role(std::string_view lemma) {
  const auto found = roles().find(lemma);
  if (!found) {
    if (!office_of(lemma).empty()) {
      const bool woman = lemma.ends_with("woman");
      const bool man = !woman && lemma.ends_with("man");
      return Role{EntityKind::person, woman ? Gender::female : man ? Gender::male : Gender::unknown};
    }
    const auto hyphen = lemma.rfind('-');
    return hyphen == std::string_view::npos || hyphen == 0 ? std::nullopt
                                                           : find_role(lemma.substr(hyphen + 1));
  }
  const auto space = found->find(' ');
  const std::string_view kind = found->substr(0, space);
  Role role;
  if (space != std::string_view::npos) role.gender = gender_of_letter(found->substr(space + 1));
  if (kind == "person") role.kind = EntityKind::person;
  if (kind == "group") role.kind = EntityKind::group;
  if (kind == "organization") role.kind = EntityKind::organization;
  if (kind == "place") role.kind = EntityKind::place;
  if (kind == "document") role.kind = EntityKind::document;
  return role;
}

std::string_view land_of(std::string_view word) { return nations().find(word).value_or(word); }

bool is_land(std::string_view words) {
  static const std::unordered_set<std::string_view> lands = [] {
    std::unordered_set<std::string_view> all;
    for (std::string_view rest = kNations; !rest.empty();) {
      const auto end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      const auto tab = line.find('\t');
      if (!line.starts_with('#') && tab != std::string_view::npos) all.insert(line.substr(tab + 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return all;
  }();
  return lands.contains(words);
}

std::optional<Pronoun> find_pronoun(std::string_view word) {
  const auto row = std::find_if(kPronouns.begin(), kPronouns.end(),
                                [&](const PronounRow& each) { return each.word == word; });
  if (row == kPronouns.end()) return std::nullopt;
  return row->pronoun;
}

std::string in_lower_case(std::string_view text) {
  std::string low;
  low.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u2019")) {
      low += '\'';
      i += 2;
    } else {
      const char c = text[i];
      low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return low;
}

bool are_one_role(std::string_view one, std::string_view other) {
  return one == other || (!office_of(one).empty() && office_of(one) == office_of(other));
}

}  // namespace onrecord::entity
