// Whom "he", "her", "it", "they" stand for.

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "entity/draft.h"
#include "entity/pronoun_clues.h"

namespace onrecord::entity {
namespace {

constexpr std::uint32_t kMostMentions = 90;  // Looked back over.
constexpr std::uint32_t kMostSentences = 12;
constexpr float kToldOf = 0.85F;
constexpr std::uint32_t kMostOthers = 20;  // Mentions after the pronoun that are looked at.

float log_of(std::uint32_t count) { return std::log1p(static_cast<float>(count)); }

// The verb or noun that is the head of the clause that `word` stands in.
Word clause_of(const syntax::Tree& tree, Word word) {
  for (int steps = 0; steps < 40 && tree.head(word) != kRoot; ++steps) {
    if (tree.is_any(word, {"ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp", "root"})) return word;
    if (tree.is(word, "conj") && tree.child(word, "nsubj")) return word;
    word = tree.head(word);
  }
  return word;
}

class Search {
 public:
  Search(const Draft& draft, std::uint32_t pronoun, const std::vector<std::uint32_t>& speakers)
      : draft_(draft), m_(pronoun), it_(draft.mentions[pronoun]), speakers_(speakers) {
    clause_ = clause_of(draft.scene.tree, it_.head);
    last_speaker_ = speaker_before();
    if (it_.statement != kNone) said_by_ = speakers[it_.statement];
    speaks_of_ = statement_spoken();
    find_others();
  }

  // "Ruiz met Moor on Sunday, her office said": her office tells of what she did. The subject of the content
  // that a speaker called by the possessive pronoun announces; kNone.
  std::uint32_t told_of() const {
    if (it_.pronoun->sort != Pronoun::Sort::possessive || it_.entity != EntityKind::person) return kNone;
    const std::uint32_t owned = draft_.at(draft_.scene.tree.head(it_.head));
    const std::uint32_t told = owned == kNone ? kNone : statement_spoken_by(owned);
    if (told == kNone) return kNone;
    const std::uint32_t subject = subject_of(draft_.scene.statements[told]);
    return subject < m_ && kinds_fit(subject) ? subject : kNone;
  }

  // Each mention that the pronoun may stand for, the nearest first.
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> found;
    std::uint32_t rank = 0;
    const std::uint32_t least = m_ > kMostMentions ? m_ - kMostMentions : 0;
    for (std::uint32_t c = m_; c-- > least;) {
      const Sighting& other = draft_.mentions[c];
      if (it_.sentence - other.sentence > kMostSentences) break;
      if (!may_be(c)) continue;
      Candidate candidate{c, {}};
      fill(candidate, rank++);
      found.push_back(candidate);
    }
    return found;
  }

 private:
  // "He described Ruiz": whom the clause below the pronoun names is somebody else.
  void find_others() {
    if (it_.function != Function::subject && it_.function != Function::passive_subject) return;
    const auto& tree = draft_.scene.tree;
    const Word verb = tree.head(it_.head);
    const std::uint32_t end = std::min(draft_.size(), m_ + kMostOthers);
    for (std::uint32_t c = m_ + 1; c < end && draft_.mentions[c].sentence == it_.sentence; ++c) {
      const Sighting& other = draft_.mentions[c];
      if (other.kind != MentionKind::name || other.head == verb || verb == kRoot) continue;
      if (tree.is_below(other.head, verb)) others_.push_back(draft_.entity(c));
    }
  }

  bool may_be(std::uint32_t c) const {
    const Sighting& other = draft_.mentions[c];
    if (other.minor) return false;
    if (std::find(others_.begin(), others_.end(), draft_.entity(c)) != others_.end()) return false;
    if (other.heading && (!it_.heading || other.block != it_.block)) return false;
    if (other.words.contains(it_.head) && other.head != it_.head) return false;
    if (!other.members.empty() && other.words.contains(it_.head)) return false;
    if (other.pronoun && (other.pronoun->sort == Pronoun::Sort::indefinite ||
                          other.pronoun->sort == Pronoun::Sort::demonstrative)) {
      return false;
    }
    if (other.pronoun && other.pronoun->person != 3 && !draft_.profile(c).told) return false;
    return kinds_fit(c) && !binds_apart(c) && !speaks_apart(c) && can_speak(c);
  }

  bool kinds_fit(std::uint32_t c) const {
    const Sighting& other = draft_.mentions[c];
    const Profile& profile = draft_.profile(c);
    const Number number = other.members.empty() ? profile.number : Number::plural;
    const bool body = profile.kind == EntityKind::organization || profile.kind == EntityKind::group;
    if (!agree(number, it_.number) && !(body && it_.number == Number::plural)) return false;
    if (it_.gender == Gender::neuter) {
      return profile.kind != EntityKind::person && profile.gender != Gender::male &&
             profile.gender != Gender::female && !(other.pronoun && other.pronoun->person != 3);
    }
    if (it_.gender != Gender::unknown) {
      const bool person =
          profile.kind == EntityKind::person || (profile.kind == EntityKind::unknown && profile.named);
      return person && agree(profile.gender, it_.gender) && number != Number::plural;
    }
    return true;
  }

  // "He saw him" are two; "he saw himself" is one. The subject's "his" may be he.
  bool binds_apart(std::uint32_t c) const {
    const Sighting& other = draft_.mentions[c];
    const bool reflexive = it_.pronoun->sort == Pronoun::Sort::reflexive;
    if (other.sentence != it_.sentence) return reflexive;
    const auto& tree = draft_.scene.tree;
    if (reflexive) return clause_of(tree, other.head) != clause_ && !governs(other);
    if (it_.pronoun->sort == Pronoun::Sort::possessive) return tree.head(it_.head) == other.head;
    return tree.head(other.head) == tree.head(it_.head) && tree.head(it_.head) != kRoot &&
           !tree.is(other.head, "nmod") && !tree.is(it_.head, "conj");
  }

  // The subject of a clause round the pronoun's: "Ruiz decided to do it himself".
  bool governs(const Sighting& other) const {
    const auto& tree = draft_.scene.tree;
    return other.function == Function::subject && tree.head(other.head) != kRoot &&
           tree.is_below(it_.head, tree.head(other.head));
  }

  // Who says something is somebody, or a body, or a page.
  bool can_speak(std::uint32_t c) const {
    const EntityKind kind = draft_.profile(c).kind;
    if (speaks_of_ == kNone || !draft_.mentions[c].members.empty() || draft_.mentions[c].pronoun) return true;
    if (it_.entity == EntityKind::person) return kind == EntityKind::person;
    return kind != EntityKind::unknown && kind != EntityKind::other;
  }

  // “He is wrong,” Ruiz said: he is not Ruiz. “Ruiz is wrong,” he said: nor here. But: Ruiz is wrong, he
  // said.
  bool speaks_apart(std::uint32_t c) const {
    const Sighting& other = draft_.mentions[c];
    if (said_by_ != kNone && it_.quoted && draft_.are_one(c, said_by_)) return true;
    return speaks_of_ != kNone && other.statement == speaks_of_ && other.quoted &&
           !(other.pronoun && other.pronoun->person == 1);
  }

  // The speaker of the statement announced last before the pronoun.
  std::uint32_t speaker_before() const {
    const auto& statements = draft_.scene.statements;
    std::uint32_t last = kNone;
    // Statements stand in the order of their first byte: only those near can matter.
    const std::uint32_t at = draft_.scene.document.tokens()[it_.head].span.begin;
    const auto after = std::partition_point(statements.begin(), statements.end(), [&](const Statement& each) {
      return each.contents.front().begin <= at;
    });
    std::size_t steps = 0;
    for (auto s = static_cast<std::size_t>(after - statements.begin()); s-- > 0 && steps < 6; ++steps) {
      const std::uint32_t speaker = speakers_[s];
      if (speaker == kNone || speaker >= m_ || draft_.mentions[speaker].heading) continue;
      if (last == kNone || speaker > last) last = speaker;
    }
    return last;
  }

  // Of the first clause of the content; kNone where the clause has none before its verb.
  std::uint32_t subject_of(const Statement& statement) const {
    const auto& tree = draft_.scene.tree;
    const TokenRange words = tree.words(statement.contents.front());
    for (Word word = words.first; word < words.end; ++word) {
      if (!tree.is(word, "nsubj")) continue;
      const Word verb = tree.head(word);
      if (verb == kRoot || !words.contains(verb)) return kNone;
      const Word above = tree.head(verb);
      if (above == kRoot || !words.contains(above)) return draft_.at(word);
    }
    return kNone;
  }

  std::uint32_t statement_spoken() const { return statement_spoken_by(m_); }

  // The statement whose speaker the mention is.
  std::uint32_t statement_spoken_by(std::uint32_t speaker) const {
    const auto& statements = draft_.scene.statements;
    const std::uint32_t at = draft_.scene.document.tokens()[it_.head].span.begin;
    const auto after = std::partition_point(statements.begin(), statements.end(), [&](const Statement& each) {
      return each.contents.front().begin <= at;
    });
    const auto begin = static_cast<std::size_t>(after - statements.begin());
    for (std::size_t s = begin > 4 ? begin - 4 : 0; s < std::min(begin + 2, statements.size()); ++s) {
      if (speakers_[s] == speaker) return static_cast<std::uint32_t>(s);
    }
    return kNone;
  }

  void fill(Candidate& candidate, std::uint32_t rank) const {
    const Sighting& other = draft_.mentions[candidate.mention];
    const Profile& profile = draft_.profile(candidate.mention);
    const auto& tree = draft_.scene.tree;
    const std::uint32_t sentences = it_.sentence - other.sentence;
    const auto set = [&](Clue clue, bool holds) { candidate.clues[clue] = holds ? 1.0F : 0.0F; };
    set(kConstant, true);
    set(kSameSentence, sentences == 0);
    set(kSentenceBefore, sentences == 1);
    candidate.clues[kSentences] = log_of(sentences);
    candidate.clues[kRank] = log_of(rank);
    set(kSubject, other.function == Function::subject);
    set(kPassiveSubject, other.function == Function::passive_subject);
    set(kObject, other.function == Function::object);
    set(kPossessor, other.function == Function::possessor);
    set(kModifier, other.function == Function::modifier);
    set(kParallel, other.function == it_.function);
    set(kName, other.kind == MentionKind::name);
    set(kPronoun, other.pronoun.has_value());
    set(kSamePronoun, other.pronoun && other.gender == it_.gender && other.number == it_.number);
    set(kGenderKnown, profile.gender == it_.gender && it_.gender != Gender::unknown);
    set(kKindKnown, profile.kind != EntityKind::unknown);
    set(kPerson, profile.kind == EntityKind::person);
    set(kGroup, profile.kind == EntityKind::group || !other.members.empty());
    set(kBody, profile.kind == EntityKind::organization);
    set(kPlace, profile.kind == EntityKind::place);
    candidate.clues[kSize] = log_of(profile.size);
    set(kNamed, profile.named);
    set(kLastSpeaker, last_speaker_ != kNone && draft_.are_one(last_speaker_, candidate.mention));
    set(kSpeaksAgain, candidate.clues[kLastSpeaker] > 0 && speaks_of_ != kNone);
    set(kSameBlock, other.block == it_.block);
    set(kOutOfQuote, other.quoted && !it_.quoted);
    set(kIntoQuote, !other.quoted && it_.quoted);
    set(kSameStatement, it_.statement != kNone && it_.statement == other.statement);
    set(kOwnSpeaker, said_by_ != kNone && draft_.are_one(said_by_, candidate.mention));
    set(kIndefinite, other.determiner == Determiner::indefinite || other.determiner == Determiner::none);
    set(kOpensSentence, other.head < tree.sentence(other.head).first + 4);
    set(kGoverns,
        sentences == 0 && tree.head(other.head) != kRoot && tree.is_below(it_.head, tree.head(other.head)));
    set(kCoordination, !other.members.empty());
    const bool main = other.function == Function::subject && is_main(other.head);
    set(kOnlyQuoted, profile.only_quoted && !it_.quoted);
    set(kTopic, main && opens_block(other));
    set(kMainSubject, main && sentences <= 1);
    set(kNearName, other.kind == MentionKind::name && other.block == it_.block);
    set(kSpokeNear, speaks_of_ != kNone && candidate.clues[kLastSpeaker] > 0 && it_.block != kNone &&
                        it_.block - draft_.mentions[last_speaker_].block <= 1);
    add_odds(candidate);
  }

  bool is_main(Word subject) const {
    const Word verb = draft_.scene.tree.head(subject);
    return verb != kRoot && draft_.scene.tree.head(verb) == kRoot;
  }

  bool opens_block(const Sighting& other) const {
    if (other.block == kNone) return false;
    const TokenRange words = draft_.scene.document.blocks()[other.block].tokens;
    return !words.empty() && draft_.scene.tree.sentence_number(words.first) == other.sentence;
  }

  void add_odds(Candidate& candidate) const {
    const std::uint32_t thing = draft_.scene.thing[it_.head];
    if (thing == kNone) return;
    const std::uint32_t other = draft_.scene.thing[draft_.mentions[candidate.mention].head];
    for (const Thing::Earlier& earlier : draft_.scene.tags.things[thing].earlier) {
      if (earlier.thing == other) candidate.odds = std::max(candidate.odds, earlier.odds);
    }
  }

  const Draft& draft_;
  std::uint32_t m_;
  const Sighting& it_;
  const std::vector<std::uint32_t>& speakers_;
  std::vector<std::uint32_t> others_;  // Entities that the pronoun cannot be.
  Word clause_ = 0;
  std::uint32_t last_speaker_ = kNone;
  std::uint32_t said_by_ = kNone;    // Who says the statement that the pronoun stands in.
  std::uint32_t speaks_of_ = kNone;  // The statement that the pronoun is the speaker of.
};

}  // namespace

std::vector<Candidate> candidates_for(const Draft& draft, std::uint32_t pronoun,
                                      const std::vector<std::uint32_t>& speakers) {
  return Search(draft, pronoun, speakers).candidates();
}

// All that was weighed, for whoever fits the weights.
static void keep(const Draft& draft, std::uint32_t pronoun, const std::vector<Candidate>& found) {
  if (draft.asked == nullptr || found.empty()) return;
  PronounCase question{draft.mentions[pronoun].head, name_of_weights(draft.mentions[pronoun]), {}};
  const std::uint32_t least = pronoun > kMostMentions ? pronoun - kMostMentions : 0;
  for (const Candidate& candidate : found) {
    const std::uint32_t entity = draft.entity(candidate.mention);
    AntecedentCandidate kept{draft.mentions[candidate.mention].head,
                             entity,
                             {},
                             {candidate.clues.begin(), candidate.clues.end()},
                             candidate.odds};
    for (std::uint32_t m = least; m < pronoun; ++m) {
      if (draft.entity(m) == entity && draft.mentions[m].members.empty())
        kept.others.push_back(draft.mentions[m].head);
    }
    question.candidates.push_back(std::move(kept));
  }
  draft.asked->push_back(std::move(question));
}

// "Two nurses and a teacher slept. They …": what speaks for one of them speaks for all.
static std::uint32_t spoken_of(const Draft& draft, std::uint32_t pronoun, std::uint32_t candidate) {
  const std::uint32_t several = draft.several_with(candidate);
  if (several == kNone || draft.mentions[pronoun].number != Number::plural) return candidate;
  const Function function = draft.mentions[several].function;
  const bool subject = function == Function::subject || function == Function::passive_subject;
  return subject && draft.mentions[several].words.end <= draft.mentions[pronoun].head ? several : candidate;
}

Antecedent antecedent_of_pronoun(const Draft& draft, std::uint32_t mention,
                                 const std::vector<std::uint32_t>& speakers) {
  const std::uint32_t told = Search(draft, mention, speakers).told_of();
  if (told != kNone) return {told, kToldOf};
  const Weights& weights = weights_for(draft.mentions[mention]);
  const auto found = candidates_for(draft, mention, speakers);
  keep(draft, mention, found);
  // The likelihoods of entities, not of mentions: what is spoken of twice near the pronoun counts twice.
  std::vector<std::pair<std::uint32_t, double>> entities;
  std::vector<std::uint32_t> nearest;
  double all = 1;  // None of them.
  for (const Candidate& candidate : found) {
    float score = candidate.odds * weights.odds;
    for (std::size_t clue = 0; clue < kClues; ++clue) score += candidate.clues[clue] * weights.clues[clue];
    const double share = std::exp(static_cast<double>(std::min(score, 30.0F)));
    all += share;
    const std::uint32_t spoken = spoken_of(draft, mention, candidate.mention);
    const std::uint32_t entity = draft.entity(spoken);
    const auto known = std::find_if(entities.begin(), entities.end(),
                                    [&](const auto& each) { return each.first == entity; });
    if (known != entities.end()) {
      known->second += share;
    } else {
      entities.emplace_back(entity, share);
      nearest.push_back(spoken);
    }
  }
  Antecedent best;
  double highest = 1;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].second <= highest) continue;
    highest = entities[e].second;
    best = {nearest[e], static_cast<float>(highest / all)};
  }
  return best;
}

}  // namespace onrecord::entity
