#include "entity/bodies.h"

#include <algorithm>
#include <array>
#include <string>

#include "entity/people.h"
#include "lexicon/table.h"

namespace onrecord::entity {
namespace {

constexpr std::string_view kBodies =
#include "roles_bodies.inc"
    ;

const lexicon::Table& bodies() {
  static const lexicon::Table table(kBodies);
  return table;
}

// Calls `use` with each word until it says true.
template <typename Use>
bool any_word(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0 && use(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

bool holds_word(std::string_view text, std::string_view word) {
  return any_word(text, [&](std::string_view each) { return each == word; });
}

bool is_public(std::string_view kinds) {
  constexpr std::array<std::string_view, 8> kPublic = {"government", "ministry", "court",      "parliament",
                                                       "army",       "police",   "commission", "committee"};
  return any_word(kinds, [&](std::string_view kind) {
    return std::find(kPublic.begin(), kPublic.end(), kind) != kPublic.end();
  });
}

constexpr std::array<std::string_view, 6> kSettlements = {"city",    "town",         "village",
                                                          "capital", "municipality", "metropolis"};
constexpr std::array<std::string_view, 4> kCountries = {"country", "nation", "kingdom", "republic"};
constexpr std::array<std::string_view, 8> kRegions = {"region",    "province",  "county", "district",
                                                      "territory", "peninsula", "island", "state"};

template <std::size_t N>
bool is_one_of(std::string_view noun, const std::array<std::string_view, N>& all) {
  return std::find(all.begin(), all.end(), noun) != all.end();
}

}  // namespace

bool is_body_noun(std::string_view noun) { return bodies().find(noun).has_value(); }

Fit fit_of_body(std::string_view noun, std::string_view name) {
  if (holds_word(name, noun)) return Fit::word;
  const auto kinds = bodies().find(noun);
  if (!kinds) return Fit::no;
  bool told = false, shared = false, of_state = false;
  any_word(name, [&](std::string_view word) {
    const auto tells = bodies().find(word);
    if (!tells) return false;
    told = true;
    of_state = of_state || is_public(*tells);
    shared = any_word(*tells, [&](std::string_view kind) {
      return kind != "any" && kind != "every" && holds_word(*kinds, kind);
    });
    return shared;
  });
  if (shared) return Fit::kind;
  const bool any = holds_word(*kinds, "any"), business = holds_word(*kinds, "business");
  if (!told) return any || business ? Fit::open : Fit::no;
  return holds_word(*kinds, "every") && !of_state ? Fit::open : Fit::no;
}

Fit fit_of_place(std::string_view noun, std::string_view name) {
  if (holds_word(name, noun)) return Fit::word;
  const bool country = is_land(name);
  if (is_one_of(noun, kCountries)) return country ? Fit::kind : Fit::no;
  if (is_one_of(noun, kSettlements) || is_one_of(noun, kRegions)) return country ? Fit::no : Fit::open;
  return Fit::no;
}

}  // namespace onrecord::entity
