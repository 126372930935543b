// What the sentence itself says to be one: appositions, "X is the Y", relative pronouns, reflexives; and the
// speaker whom a report names only after a word of theirs.

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "entity/draft.h"

namespace onrecord::entity {
namespace {

constexpr float kApposition = 0.92F;
constexpr float kCopula = 0.8F;
constexpr float kRelative = 0.92F;
constexpr float kIntroduced = 0.7F;
constexpr std::uint32_t kNearMentions = 12;  // After a role, in search of the name at its end.

class Syntax {
 public:
  explicit Syntax(Draft& draft) : draft_(draft), tree_(draft.scene.tree) {}

  void join_all() {
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      const Sighting& mention = draft_.mentions[m];
      if (!mention.members.empty()) continue;
      if (mention.kind == MentionKind::pronoun) {
        if (mention.pronoun->sort == Pronoun::Sort::relative) join_relative(m);
        continue;
      }
      if (mention.names != kNone) join_described(m);
      if (tree_.is(mention.head, "appos")) join_apposition(m);
      join_copula(m);
    }
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      if (!draft_.mentions[m].members.empty()) continue;
      join_roles_before_one(m);
      join_name_at_end(m);
    }
  }

 private:
  void join_apposition(std::uint32_t m) {
    const std::uint32_t named = draft_.at(tree_.head(draft_.mentions[m].head));
    if (named == kNone || draft_.mentions[named].kind == MentionKind::pronoun) return;
    const Sighting& one = draft_.mentions[named];
    const Sighting& other = draft_.mentions[m];
    const bool places = one.entity == EntityKind::place && other.entity == EntityKind::place;
    if (places && one.kind == MentionKind::name && other.kind == MentionKind::name) return;
    if (tree_.upos(other.head) == "NUM" || !draft_.agree(named, m)) return;
    draft_.join(named, m, kApposition);
  }

  // "the daily Norrbladet"
  void join_described(std::uint32_t m) {
    const std::uint32_t name = draft_.at(draft_.mentions[m].names);
    if (name == kNone || !draft_.agree(m, name)) return;
    if (draft_.mentions[m].number == Number::plural) return;
    draft_.join(m, name, kApposition);
  }

  // "A member of the council and a former judge, Ana Ruiz": the first role is hers too, as no coordination
  // was seen.
  void join_roles_before_one(std::uint32_t m) {
    const Sighting& other = draft_.mentions[m];
    if (!tree_.is(other.head, "conj") || other.kind != MentionKind::role || !draft_.profile(m).named) return;
    const std::uint32_t first = draft_.at(tree_.head(other.head));
    if (first == kNone || draft_.several_at(tree_.head(other.head)) != kNone) return;
    const Sighting& role = draft_.mentions[first];
    const bool alike = role.kind == MentionKind::role && role.entity == EntityKind::person &&
                       other.entity == EntityKind::person && role.number == Number::singular;
    if (alike && draft_.agree(first, m)) draft_.join(m, first, kApposition);
  }

  // The same where the tree hangs the second role elsewhere: the words of the first end with the name.
  void join_name_at_end(std::uint32_t m) {
    const Sighting& role = draft_.mentions[m];
    if (role.kind != MentionKind::role || role.entity != EntityKind::person ||
        role.determiner != Determiner::indefinite)
      return;
    const std::uint32_t end = std::min(draft_.size(), m + kNearMentions);
    for (std::uint32_t n = m + 1; n < end && draft_.mentions[n].words.first < role.words.end; ++n) {
      const Sighting& name = draft_.mentions[n];
      if (name.kind != MentionKind::name || name.words.end != role.words.end || !tree_.is(name.head, "appos"))
        continue;
      const Word noun = tree_.head(name.head);
      const std::uint32_t second = draft_.at(noun);
      const bool another = second != kNone && tree_.is(noun, "conj") &&
                           draft_.mentions[second].determiner == Determiner::indefinite;
      if (another && draft_.agree(m, n)) draft_.join(m, n, kApposition);
    }
  }

  // "Ruiz is the mayor"; not "is not", "may be", "if".
  void join_copula(std::uint32_t m) {
    const Sighting& what = draft_.mentions[m];
    if (!tree_.child(what.head, "cop")) return;
    const auto subject = tree_.child(what.head, "nsubj");
    if (!subject || *subject > what.head || tree_.child(what.head, "mark") || is_denied(what.head)) return;
    const std::uint32_t who = draft_.at(*subject);
    if (who == kNone || draft_.several_at(*subject) != kNone) return;
    const Sighting& subject_mention = draft_.mentions[who];
    // "Ruiz, who is the mayor"
    const bool relative = subject_mention.pronoun && subject_mention.pronoun->sort == Pronoun::Sort::relative;
    if (subject_mention.pronoun && !relative) return;
    if (what.determiner != Determiner::definite && what.determiner != Determiner::indefinite &&
        what.determiner != Determiner::possessive && what.kind != MentionKind::name) {
      return;
    }
    if (draft_.agree(who, m)) draft_.join(who, m, kCopula);
  }

  bool is_denied(Word verb) const {
    for (const Word child : tree_.children(verb)) {
      const auto lemma = tree_.lemma(child);
      if (lemma == "not" || lemma == "n't" || lemma == "never") return true;
      if (tree_.is(child, "aux") && lemma != "be" && lemma != "have" && lemma != "do") return true;
    }
    return false;
  }

  void join_relative(std::uint32_t m) {
    Word above = draft_.mentions[m].head;
    for (int steps = 0; steps < 6 && above != kRoot; ++steps, above = tree_.head(above)) {
      if (tree_.relation(above) != "acl:relcl") continue;
      const Word noun = tree_.head(above);
      const std::uint32_t several = noun == kRoot ? kNone : draft_.several_at(noun);
      std::uint32_t antecedent = noun == kRoot ? kNone : draft_.at(noun);
      // Behind "Smith and Jones, who" the clause hangs on the first of them.
      if (several != kNone && draft_.mentions[several].words.end <= draft_.mentions[m].head)
        antecedent = several;
      if (antecedent != kNone && antecedent < m) draft_.join(antecedent, m, kRelative);
      return;
    }
  }

  Draft& draft_;
  const syntax::Tree& tree_;
};

// A role that may wait for its name: one person, told by what they are.
bool is_unnamed_speaker(const Draft& draft, std::uint32_t m) {
  const Sighting& mention = draft.mentions[m];
  const Profile& profile = draft.profile(m);
  return mention.kind == MentionKind::role && !mention.roles.empty() && profile.kind == EntityKind::person &&
         !profile.named && mention.number == Number::singular && mention.members.empty();
}

// A full name without a word of who that is, there for the first time.
bool is_bare_introduction(const Draft& draft, std::uint32_t m) {
  const Sighting& mention = draft.mentions[m];
  const Profile& profile = draft.profile(m);
  return mention.kind == MentionKind::name && mention.entity == EntityKind::person &&
         mention.name.size() > 1 && mention.roles.empty() && profile.first == m &&
         !draft.scene.tree.child(mention.head, "appos") && !draft.scene.tree.is(mention.head, "appos");
}

// Whether the statement is announced as one that goes on: "added".
bool adds(const Draft& draft, std::uint32_t statement) {
  const auto& cue = draft.scene.statements[statement].cue;
  if (!cue) return false;
  const TokenRange words = draft.scene.tree.words(*cue);
  for (Word word = words.first; word < words.end; ++word) {
    const std::string_view lemma = draft.scene.tree.lemma(word);
    if (lemma == "add" || lemma == "continue") return true;
  }
  return false;
}

// For each mention whether its role stood in the report before: "the president" is then not who is named
// next.
std::vector<bool> told_before(const Draft& draft) {
  std::vector<bool> all(draft.size(), false);
  std::unordered_set<std::string> known;
  for (std::uint32_t m = 0; m < draft.size(); ++m) {
    if (draft.mentions[m].heading) continue;
    for (const std::string& role : draft.mentions[m].roles) all[m] = !known.insert(role).second || all[m];
  }
  return all;
}

}  // namespace

void join_by_syntax(Draft& draft) { Syntax(draft).join_all(); }

void join_introductions(Draft& draft) {
  const std::vector<std::uint32_t> speakers = speaker_mentions(draft);
  const std::vector<bool> again = told_before(draft);
  std::uint32_t last = kNone;  // The speaker of the statement before, in the order of the text.
  for (std::uint32_t s = 0; s < speakers.size(); ++s) {
    const std::uint32_t speaker = speakers[s];
    if (speaker == kNone || draft.mentions[speaker].heading) continue;
    if (last != kNone && last < speaker && is_unnamed_speaker(draft, last) && !again[last]) {
      const Sighting& before = draft.mentions[last];
      const Sighting& now = draft.mentions[speaker];
      const bool near = now.block != kNone && before.block != kNone && now.block - before.block <= 1 &&
                        now.sentence != before.sentence;
      const bool named_as_that =
          now.kind == MentionKind::name && draft.profile(speaker).first == speaker && !now.roles.empty() &&
          std::any_of(now.roles.begin(), now.roles.end(),
                      [&](const std::string& role) { return are_one_role(role, before.roles.front()); });
      const bool definite = before.determiner == Determiner::definite ||
                            before.determiner == Determiner::possessive ||
                            (are_one_role(before.roles.front(), "spokesman") && adds(draft, s));
      const bool named_alone = definite && is_bare_introduction(draft, speaker);
      if (near && draft.agree(last, speaker) && (named_as_that || named_alone)) {
        draft.join(last, speaker, kIntroduced);
      }
    }
    last = speaker;
  }
}

}  // namespace onrecord::entity
