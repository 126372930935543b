#include "eval/gold_speaker.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "eval/seed.h"

namespace onrecord::eval {
namespace {

constexpr std::array<std::string_view, 12> kGoesOn = {" of ",  " by ",   " for ", " in ", " at ",    " from ",
                                                      " who ", " with ", " to ",  " on ", " whose ", ", "};

std::string_view words(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

std::string_view without_article(std::string_view phrase) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (phrase.starts_with(article)) return phrase.substr(article.size());
  }
  return phrase;
}

// "the head" goes on as "the head of the union"; "the union" does not as "the union's head".
bool goes_on(std::string_view shorter, std::string_view longer) {
  shorter = without_article(shorter);
  longer = without_article(longer);
  if (!longer.starts_with(shorter)) return false;
  longer.remove_prefix(shorter.size());
  return std::ranges::any_of(kGoesOn, [&](std::string_view next) { return longer.starts_with(next); });
}

}  // namespace

bool is_same_mention(std::string_view text, Span one, Span other) {
  if (!one.overlaps(other)) return false;
  const std::string_view a = words(text, trimmed(text, one));
  const std::string_view b = words(text, trimmed(text, other));
  return match_speaker(a, b) != SpeakerMatch::none || match_speaker(b, a) != SpeakerMatch::none ||
         goes_on(a, b) || goes_on(b, a);
}

SpeakerJudge::SpeakerJudge(const Reading& reading, const GoldDocument& gold)
    : reading_(reading), gold_(gold), stands_for_(reading.entities.entities.size()) {
  const Entities& ours = reading.entities;
  for (std::size_t e = 0; e < ours.entities.size(); ++e) {
    std::map<std::string, int> votes;
    for (const std::uint32_t m : ours.entities[e].mentions) {
      if (ours.mentions[m].kind == MentionKind::pronoun) continue;
      const Span span = reading.document.to_bytes(ours.mentions[m].span);
      for (const auto& [key, places] : gold.named) {
        const bool here =
            std::ranges::any_of(places, [&](Span place) { return is_same_mention(gold.text, place, span); });
        votes[key] += here ? 1 : 0;
      }
    }
    int most = 0;
    for (const auto& [key, count] : votes) {
      if (count == most) stands_for_[e].reset();
      if (count > most) {
        most = count;
        stands_for_[e] = key;
      }
    }
  }
}

bool SpeakerJudge::is_answer(std::uint32_t entity) const {
  const Entities& all = reading_.entities;
  if (entity >= all.entities.size()) return false;
  const Entity& it = all.entities[entity];
  return !it.members.empty() || std::ranges::any_of(it.mentions, [&](std::uint32_t m) {
    return all.mentions[m].kind != MentionKind::pronoun;
  });
}

// The entities that the statement's speakers are; `split`: of a group, its members.
std::set<std::uint32_t> SpeakerJudge::parts_of(const Statement& ours, bool split) const {
  std::set<std::uint32_t> parts;
  for (const std::uint32_t speaker : ours.speakers) {
    if (!is_answer(speaker)) continue;
    const std::vector<std::uint32_t>& members = reading_.entities.entities[speaker].members;
    if (split && !members.empty()) {
      parts.insert(members.begin(), members.end());
    } else {
      parts.insert(speaker);
    }
  }
  return parts;
}

// Whether all stand within the words of one group that the gold does not split: "residents and guests".
bool SpeakerJudge::are_parts_of(const std::set<std::uint32_t>& found, const std::string& group) const {
  const auto places = gold_.named.find(group);
  if (places == gold_.named.end()) return false;
  return std::ranges::all_of(found, [&](std::uint32_t entity) {
    return std::ranges::any_of(reading_.entities.entities[entity].mentions, [&](std::uint32_t m) {
      const Mention& mention = reading_.entities.mentions[m];
      const Span span = reading_.document.to_bytes(mention.span);
      return mention.kind != MentionKind::pronoun &&
             std::ranges::any_of(places->second, [&](Span place) { return place.contains(span); });
    });
  });
}

bool SpeakerJudge::fits(const std::set<std::uint32_t>& found, const std::set<std::string>& expected) const {
  if (found.size() > 1 && expected.size() == 1 && are_parts_of(found, *expected.begin())) return true;
  std::set<std::string> stood_for;
  for (const std::uint32_t entity : found) {
    if (entity >= stands_for_.size() || !stands_for_[entity]) return false;
    stood_for.insert(*stands_for_[entity]);
  }
  return stood_for == expected;
}

void SpeakerJudge::count(const GoldStatement& expected, const Statement* ours, GoldScore& score) const {
  const std::set<std::string> keys(expected.entities.begin(), expected.entities.end());
  const bool known = !keys.empty() && std::ranges::all_of(keys, [&](const std::string& key) {
    const auto places = gold_.named.find(key);
    return places != gold_.named.end() && !places->second.empty();
  });
  if (!keys.empty() && !known) return;  // Nobody could tell whether an answer is right.
  const std::set<std::uint32_t> whole = ours == nullptr ? std::set<std::uint32_t>{} : parts_of(*ours, false);
  const bool given = !whole.empty();
  const bool right = given && known && (fits(whole, keys) || fits(parts_of(*ours, true), keys));
  const Answers answers = {known ? 1U : 0U, given ? 1U : 0U, right ? 1U : 0U};
  score.entity.add(answers);
  if (ours != nullptr) score.found_entity.add(answers);
  const auto written = expected.parts.find("speaker");
  if (ours != nullptr && written != expected.parts.end() &&
      is_pronoun(std::string_view(gold_.text).substr(written->second.begin, written->second.size()))) {
    score.pronoun_entity.add(answers);
  }
  const auto form = expected.labels.find("form");
  if (form != expected.labels.end() && (form->second == "direct" || form->second == "continuation")) {
    score.direct_entity.add(answers);
  }
  if (given) score.calibration["speaker"].add(ours->speaker_score, right);
}

}  // namespace onrecord::eval
