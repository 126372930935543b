// Pronouns and roles, from the first to the last: each is joined to what the report spoke of before it.

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

#include "entity/bodies.h"
#include "entity/draft.h"

namespace onrecord::entity {
namespace {

constexpr float kSameRole = 0.75F;
constexpr float kRoleOfName = 0.6F;
constexpr float kRoleInName = 0.75F;
constexpr float kSpeaking = 0.93F;
constexpr float kSure = 2;          // Least odds of the neural reader on which a role is joined.
constexpr float kSureOfPerson = 3;  // The same for somebody who was named: a false one is grave.
constexpr float kOurs = 0.6F;
constexpr std::size_t kRemembered = 6;      // Mentions of one role noun that are looked at.
constexpr std::uint32_t kFarthest = 40;     // Sentences between a role and what it takes up.
constexpr std::uint32_t kFarthestName = 4;  // Between "the company" and its name.

class Reader {
 public:
  explicit Reader(Draft& draft) : draft_(draft), speakers_(speaker_mentions(draft)) {
    first_persons_.assign(draft.scene.statements.size(), kNone);
    second_persons_.assign(draft.scene.statements.size(), kNone);
  }

  void read() {
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      const Sighting& mention = draft_.mentions[m];
      if (!mention.members.empty()) continue;
      if (mention.kind == MentionKind::pronoun) {
        join_pronoun(m);
      } else {
        const bool role = mention.kind == MentionKind::role && !mention.pronoun;
        if (role) join_role(m);
        if (role) join_by_odds(m);
        remember(m);
      }
    }
  }

 private:
  void join_pronoun(std::uint32_t m) {
    const Pronoun& pronoun = *draft_.mentions[m].pronoun;
    if (pronoun.sort == Pronoun::Sort::relative || pronoun.sort == Pronoun::Sort::indefinite) return;
    if (pronoun.person == 1) return join_first_person(m, pronoun);
    if (pronoun.person == 2) return join_second_person(m);
    if (pronoun.sort == Pronoun::Sort::demonstrative) return;
    const Antecedent found = antecedent_of_pronoun(draft_, m, speakers_);
    if (found.mention != kNone) draft_.join(found.mention, m, found.score);
  }

  // "I" within a statement is its speaker; "we" is the speaker where that is a body or several, else those
  // whom the speaker speaks for, kept as one. Outside of statements they are the author.
  void join_first_person(std::uint32_t m, const Pronoun& pronoun) {
    const Sighting& mention = draft_.mentions[m];
    const bool several = pronoun.number == Number::plural;
    if (mention.statement == kNone) {
      std::uint32_t& author = several ? authors_ : author_;
      if (author != kNone) draft_.join(author, m, kOurs);
      author = m;
      return;
    }
    const std::uint32_t speaker = speakers_[mention.statement];
    if (speaker != kNone) {
      const Profile& profile = draft_.profile(speaker);
      const bool person = profile.kind == EntityKind::person;
      const bool one = profile.number == Number::singular && (person || profile.kind == EntityKind::unknown);
      const bool body = profile.kind == EntityKind::organization || profile.kind == EntityKind::group ||
                        profile.number == Number::plural;
      if (speaker != m && (several ? body : one || person)) return draft_.join(speaker, m, kSpeaking);
    }
    // Of one speaker's statements all "we" are the same.
    auto& known = several ? ours_ : mine_;
    const std::uint32_t key = speaker == kNone ? kNone - 1 - mention.statement : draft_.entity(speaker);
    const auto [place, is_new] = known.emplace(key, m);
    if (!is_new) draft_.join(place->second, m, kOurs);
  }

  void join_second_person(std::uint32_t m) {
    const Sighting& mention = draft_.mentions[m];
    if (mention.statement == kNone) {
      if (audience_ != kNone) draft_.join(audience_, m, kOurs);
      audience_ = m;
      return;
    }
    std::uint32_t& known = second_persons_[mention.statement];
    if (known == kNone) {
      const auto& addressee = draft_.scene.statements[mention.statement].addressee;
      if (addressee) known = mention_at(*addressee);
    }
    if (known != kNone && known < m) draft_.join(known, m, kOurs);
    if (known == kNone || known > m) known = m;
  }

  std::uint32_t mention_at(Span span) const {
    const TokenRange words = draft_.scene.tree.words(span);
    for (Word word = words.first; word < words.end; ++word) {
      const Word head = draft_.scene.tree.head(word);
      if ((head == kRoot || !words.contains(head)) && draft_.at(word) != kNone) return draft_.at(word);
    }
    return kNone;
  }

  // "the minister": who was a minister before, if nothing that narrows it differs.
  void join_role(std::uint32_t m) {
    const Sighting& mention = draft_.mentions[m];
    if (mention.roles.empty() || draft_.entity(m) != m) return;
    if (is_age(mention.roles.front())) return join_age(m);
    const bool definite = mention.determiner == Determiner::definite ||
                          mention.determiner == Determiner::demonstrative ||
                          mention.determiner == Determiner::possessive;
    const bool bare = mention.determiner == Determiner::none;
    if (!definite && !bare) return;
    if (join_same_role(m, bare)) return;
    if (definite && mention.determiner != Determiner::possessive && mention.limits.empty())
      join_name_of_role(m);
  }

  // "the 54-year-old": whoever was "Carl Dunn, 54," and nobody else.
  static bool is_age(const std::string& noun) { return noun.ends_with("-year-old"); }

  void join_age(std::uint32_t m) {
    const std::string& noun = draft_.mentions[m].roles.front();
    const auto known = by_age_.find(noun.substr(0, noun.find('-')));
    if (known != by_age_.end() && draft_.agree(known->second, m)) draft_.join(known->second, m, kSameRole);
  }

  // The number behind a person's name, between commas.
  void remember_age(std::uint32_t m) {
    const Sighting& mention = draft_.mentions[m];
    const auto& tree = draft_.scene.tree;
    const Word at = mention.name.end + 1;
    if (mention.entity != EntityKind::person || at >= tree.size() || tree.text(at - 1) != ",") return;
    const std::string_view age = tree.text(at);
    if (age.size() > 3 || age.find_first_not_of("0123456789") != std::string_view::npos) return;
    by_age_[std::string(age)] = m;
  }

  bool join_same_role(std::uint32_t m, bool bare) {
    const Sighting& mention = draft_.mentions[m];
    const auto known = by_role_.find(mention.roles.front());
    if (known == by_role_.end()) return false;
    for (std::size_t i = known->second.size(); i-- > 0;) {
      const std::uint32_t earlier = known->second[i];
      const Sighting& other = draft_.mentions[earlier];
      if (mention.sentence - other.sentence > kFarthest) break;
      if (other.heading && !mention.heading) continue;
      if (!draft_.agree(earlier, m) || !same_owner(m, earlier) || !narrowed_alike(mention, other, bare))
        continue;
      if (other.words.contains(mention.head)) continue;
      draft_.join(earlier, m, kSameRole);
      return true;
    }
    return false;
  }

  // What the neural reader holds for the same, where nothing speaks against it.
  void join_by_odds(std::uint32_t m) {
    const std::uint32_t thing = draft_.scene.thing[draft_.mentions[m].head];
    if (thing == kNone || draft_.profile(m).first != m) return;
    const Sighting& mention = draft_.mentions[m];
    for (const Thing::Earlier& each : draft_.scene.tags.things[thing].earlier) {
      if (each.odds < kSure || each.thing >= draft_.scene.tags.things.size()) continue;
      const std::uint32_t earlier = draft_.at(draft_.scene.tags.things[each.thing].head);
      if (earlier == kNone || earlier >= m || !draft_.agree(earlier, m) ||
          !may_take_up(m, earlier, each.odds))
        continue;
      if (draft_.mentions[earlier].heading && !mention.heading) continue;
      if (draft_.mentions[earlier].words.contains(mention.head) ||
          mention.words.contains(draft_.mentions[earlier].head))
        continue;
      draft_.join(earlier, m, 1.0F / (1.0F + std::exp(-each.odds)));
      return;
    }
  }

  // A new group ("unions", "workers at the gate") is another than the last one, and a ministry is no company.
  bool may_take_up(std::uint32_t m, std::uint32_t earlier, float odds) const {
    const Sighting& mention = draft_.mentions[m];
    const Sighting& other = draft_.mentions[earlier];
    if (mention.roles.empty()) return true;
    if (is_age(mention.roles.front())) return false;
    const std::string& noun = mention.roles.front();
    const bool same = !other.roles.empty() && are_one_role(other.roles.front(), noun);
    const bool open =
        mention.determiner != Determiner::definite && mention.determiner != Determiner::demonstrative;
    if (open && !same) return false;
    const bool named_person = mention.entity == EntityKind::person && draft_.profile(earlier).named;
    if (named_person && !same && odds < kSureOfPerson) return false;
    if (same || mention.entity != EntityKind::organization || !is_body_noun(noun)) return true;
    if (!draft_.profile(earlier).named)
      return other.roles.empty() || fit_of_body(noun, other.roles.front()) != Fit::no;
    return fit_of(mention, earlier) != Fit::no;
  }

  // Whose it is: "his office" is "her office" only when he is she.
  bool same_owner(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t one = owner(a), other = owner(b);
    if (one == kNone) return true;
    return other != kNone && draft_.are_one(one, other);
  }

  std::uint32_t owner(std::uint32_t m) const {
    const Sighting& mention = draft_.mentions[m];
    if (mention.determiner != Determiner::possessive) return kNone;
    const auto possessor = draft_.scene.tree.child(mention.head, "nmod:poss");
    return possessor ? draft_.at(*possessor) : kNone;
  }

  static bool narrowed_alike(const Sighting& later, const Sighting& earlier, bool bare) {
    const auto within = [](const std::vector<std::string>& some, const std::vector<std::string>& all) {
      return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
        return std::find(all.begin(), all.end(), word) != all.end();
      });
    };
    if (bare) return within(later.limits, earlier.limits) && within(earlier.limits, later.limits);
    return within(later.limits, earlier.limits);
  }

  // "the company", "the country": the only one of that kind that was named shortly before.
  void join_name_of_role(std::uint32_t m) {
    const Sighting& mention = draft_.mentions[m];
    if (mention.number != Number::singular && mention.entity != EntityKind::organization) return;
    if (mention.entity != EntityKind::organization && mention.entity != EntityKind::place) return;
    const auto& names = mention.entity == EntityKind::place ? places_ : bodies_;
    std::uint32_t found = kNone;
    Fit best = Fit::open;
    bool open_to_several = false;
    for (std::size_t i = names.size(); i-- > 0;) {
      const Sighting& name = draft_.mentions[names[i]];
      if (mention.sentence - name.sentence > kFarthestName) break;
      if ((name.heading && !mention.heading) || !draft_.agree(names[i], m)) continue;
      const Fit fit = fit_of(mention, names[i]);
      if (fit < best) continue;
      if (fit == best && found != kNone && !draft_.are_one(found, names[i])) {
        if (fit == Fit::open) open_to_several = true;
        continue;
      }
      if (fit > best || found == kNone) found = names[i];
      best = fit;
    }
    if (found == kNone || (best == Fit::open && open_to_several)) return;
    draft_.join(found, m, best == Fit::open ? kRoleOfName : kRoleInName);
  }

  // Whether the role's noun fits what the names of the other tell.
  Fit fit_of(const Sighting& role, std::uint32_t other) const {
    const std::string& noun = role.roles.front();
    const std::string& name = draft_.profile(other).body;
    return role.entity == EntityKind::place ? fit_of_place(noun, name) : fit_of_body(noun, name);
  }

  void remember(std::uint32_t m) {
    const Sighting& mention = draft_.mentions[m];
    for (const std::string& role : mention.roles) {
      auto& list = by_role_[role];
      if (list.size() >= kRemembered) list.erase(list.begin());
      list.push_back(m);
    }
    if (mention.kind != MentionKind::name) return;
    remember_age(m);
    std::vector<std::uint32_t>* names = nullptr;
    if (mention.entity == EntityKind::place) names = &places_;
    if (mention.entity == EntityKind::organization) names = &bodies_;
    if (names == nullptr) return;
    if (names->size() >= kRemembered) names->erase(names->begin());
    names->push_back(m);
  }

  Draft& draft_;
  const std::vector<std::uint32_t> speakers_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_role_;
  std::unordered_map<std::string, std::uint32_t> by_age_;
  std::vector<std::uint32_t> places_, bodies_;
  std::unordered_map<std::uint32_t, std::uint32_t> mine_, ours_;
  std::vector<std::uint32_t> first_persons_, second_persons_;
  std::uint32_t author_ = kNone, authors_ = kNone, audience_ = kNone;
};

}  // namespace

void join_in_reading_order(Draft& draft) { Reader(draft).read(); }

}  // namespace onrecord::entity
