#include "actor/describe.h"

#include <algorithm>
#include <array>

#include "actor_table/fold.h"

namespace onrecord::actor {
namespace {

using actor_table::Land;
using actor_table::RoleSort;

constexpr int kDeepest = 3;  // Of descriptions in descriptions.
constexpr std::uint32_t kLongestPhrase = 40;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What makes an office another one: a deputy is not whom he stands in for.
constexpr std::array<std::string_view, 12> kNotTheOffice = {"deputy",    "vice",      "acting",    "shadow",
                                                            "assistant", "would-be",  "designate", "interim",
                                                            "elect",     "candidate", "hopeful",   "under"};
constexpr std::array<std::string_view, 4> kBelongs = {"of", "for", "at", "with"};
constexpr std::array<std::string_view, 6> kStands = {"in", "from", "at", "on", "across", "near"};
constexpr std::array<std::string_view, 14> kLeads = {"lead",   "head",    "chair",     "command", "run",
                                                     "direct", "govern",  "represent", "manage",  "oversee",
                                                     "found",  "preside", "rule",      "control"};
constexpr std::array<std::string_view, 5> kServes = {"work", "speak", "negotiate", "serve", "fight"};
// Sectors whose people are an elite once they have left: "former prime minister".
constexpr std::array<Sector, 6> kOfState = {Sector::GOV, Sector::LEG, Sector::MIL,
                                            Sector::JUD, Sector::SPY, Sector::COP};

}  // namespace

bool is_open(const actor_table::RoleRow& role) {
  return role.sort == RoleSort::open || role.sort == RoleSort::peer;
}

Describer::Describer(const syntax::Tree& tree, const actor_table::Tables& tables, const Places* places)
    : tree_(tree), tables_(tables), beginnings_(tree.size()), seen_(kSeen) {
  if (places == nullptr) return;
  for (const PlaceMention& mention : places->mentions) {
    if (!mention.place || *mention.place >= places->places.size()) continue;
    const std::string& country = places->places[*mention.place].country;
    for (Word word = mention.words.first; word < mention.words.end; ++word)
      place_countries_.emplace(word, country);
  }
}

std::string Describer::words(TokenRange range) const {
  std::string text;
  for (Word word = range.first; word < range.end; ++word) {
    text += tree_.text(word);
    if (word + 1 < range.end && tree_.document().tokens()[word].space_after) text += ' ';
  }
  return text;
}

std::string Describer::key(TokenRange range) const { return actor_table::lower(words(range)); }

Word Describer::first_of(Word head) const {
  const Word first = std::max(tree_.subtree(head).first, tree_.sentence(head).first);
  return std::min(head, head - first > kLongestPhrase ? head - kLongestPhrase : first);
}

void Describer::take_country(Description& to, const Item& item, bool joined) const {
  if (to.country.empty() && !to.several_countries) {
    to.country = item.country.code;
    to.country_words = item.words;
    to.country_by_seat = item.country.land == Land::seat;
  } else if (to.country != item.country.code && joined) {
    to.several_countries = true;
    to.country = {};
  }
}

void Describer::take_head(Description& to, const Item& item) const {
  if (item.sort == ItemSort::noun) {
    to.role = item.role;
    to.role_words = item.words;
    to.sectors = item.role->sectors;
    to.sector_words = item.words;
    to.by_default = is_open(*item.role);
    to.own_sectors = !to.by_default && !to.sectors.empty();
    to.holds_office = item.role->sort == RoleSort::office;
    to.former = actor_table::lower(tree_.text(item.words.first)).starts_with("ex-");
  } else if (item.sort == ItemSort::country) {
    take_country(to, item, false);
  } else if (item.sort == ItemSort::body) {
    const actor_table::ActorState state = tables_.state(item.body, std::nullopt);
    to.country = state.country;
    to.sectors = state.sectors;
    to.country_words = to.sector_words = item.words;
    to.own_sectors = true;
  }
}

// `items`: those before the head's, in order.
void Describer::take_before(Description& to, const std::vector<Item>& items) const {
  bool has_employer = false, touches = true;
  Word next = to.role == nullptr ? 0 : to.role_words.first;
  const bool takes = to.role != nullptr && is_open(*to.role);
  for (std::size_t i = items.size(); i-- > 0;) {
    const Item& item = items[i];
    touches = touches && item.words.end == next;
    if (item.sort == ItemSort::country) continue;
    const bool is_former = item.role != nullptr && item.role->sort == RoleSort::former;
    if (is_former) {
      to.former = true;
      continue;
    }
    std::vector<Sector> sectors;
    if (item.role != nullptr) sectors = item.role->sectors;
    if (item.sort == ItemSort::body) {
      // "UN ambassador": sent there, not by it.
      const actor_table::ActorState state = tables_.state(item.body, std::nullopt);
      sectors = state.sectors;
      const bool sent = to.own_sectors && to.role != nullptr && !to.holds_office;
      if (to.country.empty() && !sent) {
        to.country = state.country;
        to.country_words = item.words;
      }
    }
    const bool second = std::any_of(sectors.begin(), sectors.end(),
                                    [](Sector one) { return one == Sector::OPP || one == Sector::PRE; });
    if (takes && !has_employer && !sectors.empty()) {
      to.sectors = sectors;
      to.sector_words = item.words;
      to.by_default = false;
      has_employer = true;
    } else if (second) {
      to.more_sectors.insert(to.more_sectors.end(), sectors.begin(), sectors.end());
    }
    if (touches && to.role != nullptr) to.role_words.first = next = item.words.first;
  }
  // Countries in the order of the text: "Turkey's Syria envoy" is Turkey's.
  const Item* before = nullptr;
  for (const Item& item : items) {
    if (item.sort != ItemSort::country || is_sponsor(item) || is_elsewhere(item)) continue;
    if (is_part(item.words.first)) to.holds_office = false;
    const bool joined = before != nullptr && item.words.first <= before->words.end + 1;
    take_country(to, item, joined);
    before = &item;
  }
}

// A deputy does not hold the office, and who was in one is elite.
void Describer::settle(Description& to, Word first) const {
  if (to.holds_office && to.role_words.first > first) {
    const Word before = to.role_words.first - 1;
    const Word one = tree_.text(before) == "-" && before > first ? before - 1 : before;
    to.holds_office = !is_one_of(actor_table::lower(tree_.text(one)), kNotTheOffice);
  }
  if (!to.former) return;
  const bool of_state = std::any_of(kOfState.begin(), kOfState.end(), [&](Sector one) {
    return std::find(to.sectors.begin(), to.sectors.end(), one) != to.sectors.end();
  });
  to.sectors.clear();
  if (of_state) to.sectors.push_back(Sector::ELI);
  to.holds_office = false;
}

Description Describer::before_name(TokenRange range) const {
  Description described;
  // "the spokesman for the army": what follows the preposition is what he belongs to.
  Word cut = range.end;
  for (Word word = range.first; word < range.end; ++word) {
    if (tree_.upos(word) == "ADP" && is_one_of(actor_table::lower(tree_.text(word)), kBelongs)) cut = word;
    if (cut < range.end) break;
  }
  std::vector<Item> items = scan({range.first, cut});
  if (items.empty()) return described;
  // The last noun is what he is; what stands after it up to the name is part of neither.
  std::size_t head = items.size();
  while (head > 0 && items[head - 1].sort != ItemSort::noun) --head;
  if (head == 0) {
    take_before(described, items);
    return described;
  }
  take_head(described, items[head - 1]);
  items.resize(head - 1);
  take_before(described, items);
  if (cut < range.end) {
    const Description whole = before_name({cut + 1, range.end});
    take_from(described, whole, true);
  }
  settle(described, range.first);
  return described;
}

// --- the words after the head, by the tree

std::string_view Describer::country_of_place(TokenRange range) const {
  if (place_countries_.empty()) return {};
  for (Word word = range.first; word < range.end; ++word) {
    const auto found = place_countries_.find(word);
    if (found != place_countries_.end()) return found->second;
  }
  return {};
}

void Describer::take_from(Description& to, const Description& whole, bool belongs) const {
  const bool takes = belongs && (to.role == nullptr || is_open(*to.role)) && to.by_default;
  if (takes && !whole.sectors.empty()) {
    to.sectors = whole.sectors;
    to.sector_words = whole.sector_words;
    to.by_default = false;
  }
  if (to.country.empty() && !to.several_countries) {
    to.country = whole.country;
    to.country_words = whole.country_words;
    to.several_countries = whole.several_countries;
  }
}

void Describer::take_complement(Description& to, Word child, std::string_view preposition, int depth) const {
  const bool belongs = is_one_of(preposition, kBelongs);
  if (!belongs && !is_one_of(preposition, kStands)) return;
  Description whole = noun_phrase(first_of(child), child, depth + 1);
  for (const Word other : tree_.children(child)) {
    if (!tree_.is(other, "conj")) continue;
    const Description also = noun_phrase(first_of(other), other, depth + 1);
    if (!whole.country.empty() && !also.country.empty() && also.country != whole.country) {
      whole.country = {};
      whole.several_countries = true;
    }
  }
  if (whole.country.empty() && !whole.several_countries) {
    whole.country = country_of_place({child, child + 1});
    whole.country_words = {child, child + 1};
  }
  take_from(to, whole, belongs);
  if (belongs && to.role != nullptr) to.role_words.end = std::max(to.role_words.end, child + 1);
  if (belongs && !to.link && tree_.upos(child) != "NUM") to.link = Link{child, false};
  if (!to.link && whole.link) to.link = whole.link;
}

// "who leads the Liberals", "who speaks for the ministry"
void Describer::take_clause(Description& to, Word verb, int depth) const {
  const bool leads = is_one_of(tree_.lemma(verb), kLeads);
  const bool serves = is_one_of(tree_.lemma(verb), kServes);
  if (!leads && !serves) return;
  for (const Word child : tree_.children(verb)) {
    const auto mark = tree_.child(child, "case");
    const bool object = leads && tree_.is(child, "obj");
    const bool served = tree_.is(child, "obl") && mark &&
                        (tree_.text(*mark) == "for" || (leads && tree_.text(*mark) == "over"));
    if (!object && !served) continue;
    const Description whole = noun_phrase(first_of(child), child, depth + 1);
    const bool bare = to.sectors.empty();
    if (bare) to.by_default = true;
    take_from(to, whole, true);
    to.by_default = false;
    if (bare && !to.link) to.link = Link{child, false};
  }
}

void Describer::take_after(Description& to, Word head, int depth) const {
  if (depth >= kDeepest) return;
  for (const Word child : tree_.children(head)) {
    if (child <= head) continue;
    if (tree_.is(child, "nmod")) {
      if (const auto mark = tree_.child(child, "case"); mark && *mark > head)
        take_complement(to, child, actor_table::lower(tree_.text(*mark)), depth);
    } else if (tree_.is(child, "acl:relcl")) {
      take_clause(to, child, depth);
    }
  }
}

// "his office", "Abbott's deputy": whose, when the words themselves do not tell.
void Describer::take_owner(Description& to, Word head) const {
  const auto owner = tree_.child(head, "nmod:poss");
  if (owner && *owner < head) {
    if (!to.country_words.contains(*owner)) to.link = Link{*owner, true};
    // "Lima's mayor", where the report's Lima is known.
    if (to.country.empty() && !to.several_countries) {
      to.country = country_of_place({*owner, *owner + 1});
      if (!to.country.empty()) to.country_words = {*owner, *owner + 1};
    }
    return;
  }
  // "the Voltane spokesman": what stands before may be somebody whom the report tells more of.
  if (to.role == nullptr || !to.by_default) return;
  for (const Word child : tree_.children(head)) {
    const bool before = child < head && (tree_.is(child, "compound") || tree_.is(child, "amod"));
    if (before && !to.country_words.contains(child) && !to.role_words.contains(child))
      to.link = Link{child, false};
  }
}

Description Describer::noun_phrase(Word first, Word head, int depth) const {
  Description described;
  if (head - first > kLongestPhrase) first = head - kLongestPhrase;
  // A comma or a dash parts what stands before from the phrase.
  for (Word word = first; word < head; ++word) {
    if (tree_.text(word) == "," || tree_.text(word) == ":" || tree_.text(word) == ";") first = word + 1;
  }
  std::vector<Item> items = scan({first, head + 1});
  if (!items.empty() && items.back().words.end == head + 1) {
    const Item last = items.back();
    items.pop_back();
    take_head(described, last);
  }
  take_before(described, items);
  take_owner(described, head);
  take_after(described, head, depth);
  settle(described, first);
  return described;
}

Description Describer::body_name(TokenRange name) const {
  Description described;
  Word end = name.end;  // Of what stands before "of": "Bank of Ireland".
  for (Word word = name.first; word < name.end; ++word) {
    if (tree_.upos(word) == "ADP" && word > name.first) {
      end = word;
      break;
    }
  }
  std::vector<Item> items = scan({name.first, end});
  for (const Item& item : items) {
    // A town's name is what many a body is called after: "Paris Club".
    if (item.sort == ItemSort::country && item.words.first == name.first && item.country.land != Land::seat &&
        !is_elsewhere(item))
      take_country(described, item, false);
  }
  if (end < name.end) {
    for (const Item& item : scan({end + 1, name.end})) {
      if (item.sort == ItemSort::country) take_country(described, item, false);
    }
  }
  const bool ends = !items.empty() && items.back().words.end == end && items.back().role != nullptr;
  if (ends && items.back().role->sort == RoleSort::body) {
    described.sectors = items.back().role->sectors;
  } else if (const auto* row = tables_.find_ending(actor_table::lower(tree_.text(end - 1)))) {
    if (name.size() > 1) described.sectors = row->sectors;
  }
  described.own_sectors = !described.sectors.empty();
  described.sector_words = name;
  return described;
}

Description Describer::after_name(Word head) const {
  Description described;
  for (const Word child : tree_.children(head)) {
    if (child <= head) continue;
    if (tree_.is(child, "appos") && described.role == nullptr) {
      described = noun_phrase(first_of(child), child, 1);
    } else if (tree_.is(child, "nmod") && described.role == nullptr) {
      // "Ana Ruiz of the University of Lima"
      const auto mark = tree_.child(child, "case");
      if (!mark || *mark < head) continue;
      described.by_default = true;
      take_complement(described, child, actor_table::lower(tree_.text(*mark)), 1);
      described.by_default = false;
    } else if (tree_.is(child, "acl:relcl")) {
      take_clause(described, child, 1);
    }
  }
  return described;
}

}  // namespace onrecord::actor
