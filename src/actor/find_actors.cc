#include "actor/find_actors.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "actor/describe.h"
#include "actor/draft.h"
#include "actor_table/fold.h"

namespace onrecord::actor {
namespace {

using actor_table::ActorKind;
using actor_table::ActorRows;
using actor_table::ActorState;
using actor_table::Day;
using actor_table::Land;
using actor_table::RoleSort;

constexpr int kRounds = 3;                 // Of handing on what is known along "his deputy's spokesman".
constexpr std::size_t kMostMentions = 64;  // Of one entity that are read: the first tell who it is.
constexpr std::uint32_t kLongestName = 8;

class ActorFinder {
 public:
  ActorFinder(const syntax::Tree& tree, const Entities& entities, std::optional<Day> day,
              const actor_table::Tables& tables, const Places* places)
      : tree_(tree), all_(entities), day_(day), tables_(tables), describer_(tree, tables, places) {
    name_at_.assign(tree.size(), kNone);
    const auto& names = tree.tags().names;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      for (Word w = names[i].words.first; w < names[i].words.end && w < tree.size(); ++w) name_at_[w] = i;
    }
    entity_at_.assign(tree.size(), kNone);
    // The shorter mention comes later and holds the word more closely.
    for (const Mention& mention : all_.mentions) {
      if (mention.head < tree.size()) entity_at_[mention.head] = mention.entity;
    }
    place_uses(places);
  }

  std::vector<Actor> find() {
    drafts_.resize(all_.entities.size());
    for (std::uint32_t e = 0; e < all_.entities.size(); ++e) draft(e);
    for (int round = 0; round < kRounds; ++round) {
      for (Draft& one : drafts_) hand_on(one);
    }
    for (std::uint32_t e = 0; e < all_.entities.size(); ++e) from_members(e);
    std::vector<Actor> actors;
    for (std::uint32_t e = 0; e < all_.entities.size(); ++e) {
      if (is_actor(e)) actors.push_back(std::move(drafts_[e].actor));
    }
    return actors;
  }

 private:
  void place_uses(const Places* places) {
    if (places == nullptr) return;
    use_at_.assign(tree_.size(), PlaceUse::unknown);
    for (const PlaceMention& mention : places->mentions) {
      for (Word w = mention.words.first; w < mention.words.end && w < tree_.size(); ++w)
        use_at_[w] = mention.use;
    }
  }

  bool is_actor(std::uint32_t e) const {
    const Actor& actor = drafts_[e].actor;
    switch (all_.entities[e].kind) {
      case EntityKind::person:
      case EntityKind::group:
      case EntityKind::organization:
        return true;
      case EntityKind::document:
        return actor.sector != Sector::none && !actor.id.empty();
      case EntityKind::place:
        return drafts_[e].has_row;
      default:
        // "Kyiv's troops" are somebody, "Ukraine's large cities" and "the Paris debt" are not.
        return drafts_[e].has_row || actor.sector != Sector::none;
    }
  }

  // The words of the name that `head` is part of.
  TokenRange name_words(Word head, TokenRange within) const {
    if (name_at_[head] != kNone) {
      TokenRange words = tree_.tags().names[name_at_[head]].words;
      words.end = std::min(words.end, tree_.size());
      return words;
    }
    TokenRange words{head, head + 1};
    while (words.first > within.first && is_capital(words.first - 1)) --words.first;
    while (words.end < within.end && is_capital(words.end)) ++words.end;
    return words;
  }

  bool is_capital(Word word) const {
    const std::string_view text = tree_.text(word);
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
  }

  void draft(std::uint32_t e) {
    Draft& to = drafts_[e];
    to.actor.entity = e;
    const Entity& entity = all_.entities[e];
    std::size_t read = 0;
    for (const std::uint32_t m : entity.mentions) {
      const Mention& mention = all_.mentions[m];
      if (mention.kind == MentionKind::pronoun || mention.head >= tree_.size()) continue;
      if (++read > kMostMentions) break;
      if (mention.kind == MentionKind::name) {
        read_name(to, mention, entity.kind);
      } else {
        take(to, describer_.noun_phrase(first_word(mention), mention.head), m != entity.clearest);
      }
    }
    by_office(to, entity);
    settle_land(to, entity.kind);
  }

  // The mention's first word, at most its head; most are short.
  Word first_word(const Mention& mention) const {
    const auto& tokens = tree_.document().tokens();
    Word first = mention.head;
    for (int steps = 0; steps < 8; ++steps) {
      if (first == 0 || tokens[first - 1].span.end <= mention.span.begin) return first;
      --first;
    }
    return std::min(tree_.word_from(mention.span.begin), mention.head);
  }

  void read_name(Draft& to, const Mention& mention, EntityKind kind) {
    const TokenRange within = tree_.words(mention.span);
    if (within.empty()) return;
    const TokenRange name = name_words(mention.head, within);
    if (within.first < name.first) {
      TokenRange before{within.first, name.first};
      for (Word w = before.first; w < before.end; ++w) {
        if (tree_.text(w) == ",") before.first = w + 1;
      }
      take(to, describer_.before_name(before), false);
    }
    take(to, describer_.after_name(mention.head), false);
    if (!to.has_row) look_up(to, name, mention, kind);
    const bool body =
        kind == EntityKind::organization || kind == EntityKind::unknown || kind == EntityKind::other;
    if (!to.has_row && body && name.size() <= kLongestName) take(to, describer_.body_name(name), false);
  }

  // The longest end of the name that the tables know, for the name may begin with a title.
  void look_up(Draft& to, TokenRange name, const Mention& mention, EntityKind kind) {
    if (name.size() > kLongestName) return;
    for (Word first = name.first; first < name.end; ++first) {
      const TokenRange words{first, name.end};
      const std::string text = describer_.words(words);
      if (by_country(to, text, words, mention, kind)) return;
      if (by_name(to, tables_.find_name(text), words, mention, kind)) return;
      if (first + 1 == name.end && name.size() == 1 && kind == EntityKind::person)
        by_surname(to, text, words, mention);
      // A title within the name: "President Ana Ruiz".
      if (tables_.find_noun(actor_table::lower(tree_.text(first))) == nullptr) break;
      take(to, describer_.noun_phrase(first, first), false);
    }
  }

  bool by_country(Draft& to, std::string_view text, TokenRange words, const Mention& mention,
                  EntityKind kind) {
    const auto country = tables_.find_country(text);
    if (!country) return false;
    if (kind == EntityKind::person) return true;  // "Jordan", "Georgia": a person's name.
    if (country->land == Land::adjective && kind != EntityKind::group) return true;
    const bool seat = country->land == Land::seat;
    const bool acts = does_act(mention);
    if (seat && kind == EntityKind::place && !acts) return true;
    if (to.has_row) return true;
    to.actor.country = country->code;
    const bool governs = seat && (acts || kind == EntityKind::organization);
    if (governs) set_sectors(to.actor, {Sector::GOV});
    to.actor.evidence = tree_.document().span_of(words);
    to.actor.by = ActorBy::place;
    to.actor.score = seat ? 0.85F : 0.95F;
    to.has_row = true;
    if (country->land == Land::name || seat)
      to.land = {country->code, *to.actor.evidence, to.actor.score, governs};
    return true;
  }

  // Whether what is said of a place here, a person or a body would do.
  bool does_act(const Mention& mention) const {
    Word word = mention.head;
    if (!use_at_.empty() && use_at_[word] == PlaceUse::actor) return true;
    if (!use_at_.empty() && (use_at_[word] == PlaceUse::place || use_at_[word] == PlaceUse::dateline))
      return false;
    for (int steps = 0; steps < 4 && tree_.is(word, "conj") && tree_.head(word) < tree_.size(); ++steps)
      word = tree_.head(word);
    const Word above = tree_.head(word);
    if (above >= tree_.size() || !tree_.is_verb(above)) return false;
    if (tree_.is(word, "obl:agent")) return true;
    return tree_.is(word, "nsubj") && !tree_.is(word, "nsubj:pass") && !tables_.is_still(tree_.lemma(above));
  }

  bool by_name(Draft& to, std::vector<ActorRows> found, TokenRange words, const Mention& mention,
               EntityKind kind) {
    std::erase_if(found, [&](ActorRows rows) {
      const bool person = rows.front().kind == ActorKind::person;
      if (person) return kind != EntityKind::person && kind != EntityKind::unknown;
      return kind == EntityKind::person && !is_armed_group(words, mention, rows);
    });
    const std::string text = describer_.words(words);
    std::erase_if(found, [&](ActorRows rows) {
      return is_other_acronym(text, rows) || is_other_person(words, mention, rows);
    });
    if (found.empty()) return false;
    if (found.size() > 1) {
      std::erase_if(found, [&](ActorRows rows) { return tables_.state(rows, day_).score < 0.9F; });
      if (found.size() != 1) return true;  // Namesakes, and the day does not tell who it is.
    }
    const ActorRows rows = found.front();
    const bool place = rows.front().kind == ActorKind::place;
    if (place && kind == EntityKind::place && !does_act(mention)) return true;
    take_row(to, rows, words);
    return true;
  }

  // What the reader holds for a person's name, "Hizbollah", is an armed group's where nothing else tells of a
  // person: nobody is called so, as many a company is called after somebody.
  bool is_armed_group(TokenRange words, const Mention& mention, ActorRows rows) const {
    if (words.size() != 1 || rows.front().kind != ActorKind::organization) return false;
    const std::vector<Sector> sectors = tables_.state(rows, day_).sectors;
    const bool armed = std::any_of(sectors.begin(), sectors.end(), [](Sector one) {
      return one == Sector::REB || one == Sector::PRM || one == Sector::UAF;
    });
    const std::string_view name = tree_.text(words.first);
    if (!armed || !tables_.find_surname(name).empty()) return false;
    std::size_t read = 0;
    for (const std::uint32_t m : all_.entities[mention.entity].mentions) {
      const Mention& other = all_.mentions[m];
      if (++read > kMostMentions) break;
      if (other.head >= tree_.size() || tree_.is_any(other.head, {"flat", "appos"})) return false;
      const std::string text = actor_table::lower(tree_.text(other.head));
      const bool it = text == "it" || text == "its" || text == "they" || text == "their" || text == "them";
      const bool named = other.kind == MentionKind::name && tree_.words(other.span).size() == 1;
      if (other.kind == MentionKind::pronoun ? !it : !named) return false;
    }
    return true;
  }

  // "Lee" is no holder's name where the report also calls him "Michael Lee" and the holder is another Lee.
  bool is_other_person(TokenRange words, const Mention& mention, ActorRows rows) const {
    if (words.size() != 1 || rows.front().kind != ActorKind::person) return false;
    const std::string known = known_words(rows);
    std::size_t read = 0;
    for (const std::uint32_t m : all_.entities[mention.entity].mentions) {
      if (++read > kMostMentions) break;
      const Mention& other = all_.mentions[m];
      if (other.kind != MentionKind::name || other.head >= tree_.size()) continue;
      const TokenRange name = name_words(other.head, tree_.words(other.span));
      if (name.size() < 2 || name.size() > kLongestName) continue;
      const std::string_view given = tree_.text(name.end - 2);
      const bool part = given.size() < 3 || given.back() == '.' || tree_.upos(name.end - 2) != "PROPN" ||
                        tables_.find_noun(actor_table::lower(given)) != nullptr;
      if (!part && known.find(" " + actor_table::fold(given) + " ") == std::string::npos) return true;
    }
    return false;
  }

  void by_surname(Draft& to, std::string_view text, TokenRange words, const Mention& mention) {
    if (!day_ || to.has_row) return;
    std::vector<ActorRows> found = tables_.find_surname(text);
    std::erase_if(found, [&](ActorRows rows) { return is_other_person(words, mention, rows); });
    std::erase_if(found, [&](ActorRows rows) { return tables_.state(rows, day_).score < 0.9F; });
    std::erase_if(found, [&](ActorRows rows) {
      return rows.data() != found.front().data() && rows.front().id == found.front().front().id;
    });
    if (found.size() != 1) return;
    take_row(to, found.front(), words);
    if (to.has_row) to.actor.score = std::min(to.actor.score, 0.7F);
  }

  void take_row(Draft& to, ActorRows rows, TokenRange words) {
    if (to.has_row && !to.actor.id.empty()) return;
    const ActorState state = tables_.state(rows, day_);
    // Another of the same name, when the report says he is of another country.
    if (!to.described.country.empty() && !state.country.empty() && to.described.country != state.country &&
        !is_union(state.country))
      return;
    Actor& actor = to.actor;
    to.has_row = true;
    actor.id = rows.front().id;
    actor.name = actor_table::Tables::shown_name(rows);
    if (!state.country.empty()) actor.country = state.country;
    // Said to be "former", whatever the table hopes.
    const bool left = to.described.former && to.described.role != nullptr;
    if (!state.sectors.empty() && !left) set_sectors(actor, state.sectors);
    actor.evidence = tree_.document().span_of(words);
    actor.by = ActorBy::name;
    actor.score = state.score;
  }

  // `apart`: the words stand elsewhere than the name that the entity is shown by.
  void take(Draft& to, const Description& described, bool apart) {
    if (!described.says_something()) return;
    Actor& actor = to.actor;
    const Document& document = tree_.document();
    const bool named = to.has_row;
    if (actor.country.empty() && !described.country.empty()) {
      actor.country = described.country;
      if (!named) actor.evidence = document.span_of(described.country_words);
    }
    if (described.role != nullptr && (!actor.role || worth(described) > worth(to.described)))
      actor.role = document.span_of(described.role_words);
    const bool better = actor.sector == Sector::none || (!named && worth(described) > worth(to.described));
    if (better && !described.sectors.empty()) {
      set_sectors(actor, described.sectors);
      if (!named || actor.by == ActorBy::unknown) {
        TokenRange words = described.sector_words;
        if (described.role != nullptr) words = described.role_words;
        if (!described.country_words.empty() && described.country_words.end <= words.end)
          words.first = std::min(words.first, described.country_words.first);
        actor.evidence = document.span_of(words);
      }
    }
    add_sectors(actor, described.more_sectors);
    if (!named) {
      const float score = described.own_sectors ? 0.9F : described.by_default ? 0.6F : 0.85F;
      if (described.role != nullptr || !described.country.empty() || !described.sectors.empty()) {
        actor.by = apart ? ActorBy::entity : ActorBy::grammar;
        if (described.role == nullptr && described.sectors.empty()) actor.by = ActorBy::place;
        actor.score = std::max(actor.score, score);
      }
    }
    const actor_table::RoleRow* role = described.role;
    if (role != nullptr && role->sort == RoleSort::office && !described.holds_office && !described.former)
      to.other_office = true;
    link(to, described);
    if (worth(described) >= worth(to.described) || to.described.role == nullptr) {
      const std::string_view country = described.country.empty() ? to.described.country : described.country;
      to.described = described;
      to.described.country = country;
    }
  }

  void link(Draft& to, const Description& described) {
    if (!described.link || to.belongs_to != kNone || described.link->word >= tree_.size()) return;
    const std::uint32_t other = entity_at_[described.link->word];
    if (other == kNone || other == to.actor.entity || other >= all_.entities.size()) return;
    to.belongs_to = other;
    to.owned = described.link->owns;
  }

  // "the Russian president" of a day is one person.
  void by_office(Draft& to, const Entity& entity) {
    const Description& described = to.described;
    if (!day_ || to.has_row || to.other_office || !described.holds_office || described.role == nullptr)
      return;
    if (to.actor.country.empty() || described.role->office.empty()) return;
    const auto holder = tables_.holder(to.actor.country, described.role->office, *day_);
    if (!holder || !may_be_called(entity, *holder)) return;
    to.actor.id = holder->front().id;
    to.actor.name = actor_table::Tables::shown_name(*holder);
    to.actor.by = ActorBy::office;
    to.actor.score = 0.9F;
    to.has_row = true;
  }

  // Whether the entity's own names, if it has any, are the holder's.
  bool may_be_called(const Entity& entity, ActorRows holder) const {
    for (const std::uint32_t m : entity.mentions) {
      const Mention& mention = all_.mentions[m];
      if (mention.kind != MentionKind::name || mention.head >= tree_.size()) continue;
      const TokenRange name = name_words(mention.head, tree_.words(mention.span));
      const std::string last = " " + actor_table::fold(tree_.text(name.end - 1)) + " ";
      if (known_words(holder).find(last) == std::string::npos) return false;
    }
    return true;
  }

  // From the body that somebody speaks for, or the person whom something is of.
  void hand_on(Draft& to) {
    if (to.belongs_to == kNone || (to.has_row && to.actor.sector != Sector::none)) return;
    const Draft& from = drafts_[to.belongs_to];
    const actor_table::RoleRow* role = to.described.role;
    const bool open = role != nullptr && is_open(*role);
    const bool peer = role != nullptr && role->sort == RoleSort::peer;
    const EntityKind whose = all_.entities[to.belongs_to].kind;
    const bool of_person = whose == EntityKind::person;
    // "My office" of a witness, "their heads" of some villagers: none of them is told as a civilian.
    const bool unfit = from.actor.sector == Sector::CVL && whose != EntityKind::organization;
    bool changed = false;
    if (role == nullptr || from.actor.sector == Sector::none || unfit) {
      // A bare "his": nothing is known of what it says.
    } else if (open && (to.actor.sector == Sector::none || to.described.by_default) && !to.described.former) {
      to.actor.sector = from.actor.sector;
      to.actor.more_sectors = from.actor.more_sectors;
      to.described.by_default = false;
      changed = true;
    }
    const bool takes_country =
        !peer && role != nullptr && (open || !of_person) && !to.described.several_countries;
    if (takes_country && to.actor.country.empty() && !from.actor.country.empty()) {
      to.actor.country = from.actor.country;
      changed = true;
    }
    if (!changed) return;
    to.actor.by = ActorBy::employer;
    to.actor.score = std::max(to.actor.score, 0.75F);
    if (!to.actor.evidence) to.actor.evidence = from.actor.evidence;
  }

  // "Ana Ruiz and Jan Kos", both of one country: so is the group.
  void from_members(std::uint32_t e) {
    const auto& members = all_.entities[e].members;
    Actor& actor = drafts_[e].actor;
    if (members.empty() || actor.sector != Sector::none || !actor.country.empty()) return;
    const auto known = [&](std::uint32_t m) { return m < drafts_.size() && m != e; };
    if (!std::all_of(members.begin(), members.end(), known)) return;
    const Actor& first = drafts_[members.front()].actor;
    const auto same = [&](auto field) {
      return std::all_of(members.begin(), members.end(),
                         [&](std::uint32_t m) { return drafts_[m].actor.*field == first.*field; });
    };
    if (same(&Actor::country)) actor.country = first.country;
    if (same(&Actor::sector)) actor.sector = first.sector;
    if (actor.country.empty() && actor.sector == Sector::none) return;
    actor.by = ActorBy::entity;
    actor.score = 0.7F;
  }

  const syntax::Tree& tree_;
  const Entities& all_;
  std::optional<Day> day_;
  const actor_table::Tables& tables_;
  Describer describer_;
  std::vector<std::uint32_t> name_at_;    // Of each word: index into Tags::names.
  std::vector<std::uint32_t> entity_at_;  // Of each word that is a mention's head: the entity.
  std::vector<PlaceUse> use_at_;          // Empty without places.
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Actor> find_actors(const syntax::Tree& tree, const Entities& entities,
                               std::optional<std::chrono::year_month_day> published,
                               const actor_table::Tables& tables, const Places* places) {
  std::optional<Day> day;
  if (published && published->ok())
    day = static_cast<Day>(std::chrono::sys_days(*published).time_since_epoch().count());
  return ActorFinder(tree, entities, day, tables, places).find();
}

}  // namespace onrecord::actor
