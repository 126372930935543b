#include "event/find_counts.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "event/amount.h"
#include "event/grammar.h"
#include "event/tables.h"
#include "stance/shape.h"
#include "stance/words.h"

namespace onrecord::event {
namespace {

constexpr int kHighest = 4;                  // Steps from the number up to the word that tells the kind.
constexpr std::uint32_t kSentencesBack = 2;  // How far back the deed may stand that the dead are of.

std::optional<CountKind> kind_named(std::string_view name) {
  if (name == "killed") return CountKind::killed;
  if (name == "injured") return CountKind::injured;
  if (name == "arrested") return CountKind::arrested;
  if (name == "displaced") return CountKind::displaced;
  if (name == "taking") return CountKind::taking_part;
  return std::nullopt;
}

// "Claimed the lives of", "cost 12 lives".
std::optional<CountKind> lives_lost(const Tree& tree, Word word) {
  const std::string lemma = lemma_of(tree, word);
  const Word verb = tree.head(word);
  if ((lemma != "life" && lemma != "lives" && lemma != "live") || verb == kRoot) return std::nullopt;
  if (!table_value("losing", lemma_of(tree, verb))) return std::nullopt;
  return CountKind::killed;
}

std::optional<CountKind> kind_of_word(const Tree& tree, Word word) {
  if (const auto value = table_value("counted", lemma_of(tree, word))) return kind_named(*value);
  for (const std::string& base : stance::base_forms(tree, word)) {
    if (const auto value = table_value("counted", base)) return kind_named(*value);
  }
  if (!tree.is_verb(word)) return lives_lost(tree, word);
  for (const Word c : tree.children(word)) {  // "rounded up", "driven from their homes"
    std::string particle;
    if (tree.is_any(c, {"compound:prt", "advmod"})) particle = lower(tree.text(c));
    for (const Word d : tree.children(c)) {
      if (tree.is(c, "obl") && tree.is(d, "case") && particle.empty()) particle = lower(tree.text(d));
    }
    if (particle.empty()) continue;
    if (const auto value = table_value("counted", lemma_of(tree, word) + " " + particle))
      return kind_named(*value);
  }
  return std::nullopt;
}

struct Meaning {
  CountKind kind = CountKind::killed;
  Word word = 0;  // That tells the kind.
};

bool is_people(const Ground& ground, Word noun) {
  const Tree& tree = ground.tree();
  if (tree.upos(noun) == "NUM" || table_value("people", lemma_of(tree, noun))) return true;
  if (table_value("loose", lower(tree.text(noun)))) return true;
  return ground.thing_kind(noun) == "person";
}

// Whether the verb does to `noun` what it tells: its object, or the subject of a passive or of "die",
// "march".
bool suffers(const Tree& tree, Word noun, Word verb, CountKind kind) {
  if (!tree.is_verb(verb)) return true;
  const bool passive = is_passive(tree, verb);
  if (tree.is(noun, "nsubj:pass")) return true;
  if (tree.is(noun, "obj"))
    return kind != CountKind::taking_part && kind != CountKind::displaced ? true
                                                                          : kind == CountKind::displaced;
  if (tree.is(noun, "nsubj")) {
    const std::string lemma = lemma_of(tree, verb);
    if (passive) return true;
    return kind == CountKind::taking_part || lemma == "die" || lemma == "flee" || lemma == "perish" ||
           lemma == "evacuate" ||
           (kind != CountKind::arrested && !tree.child(verb, "obj") && lemma != "kill");
  }
  return false;
}

// "Shot dead", "left 12 dead", "fatally stabbed".
std::optional<CountKind> outcome_of(const Tree& tree, Word verb) {
  for (const Word c : tree.children(verb)) {
    if (!tree.is_any(c, {"xcomp", "advmod", "amod", "obj", "ccomp"})) continue;
    const std::string text = lower(tree.text(c));
    if (text == "dead" || text == "fatally" || text == "death") return CountKind::killed;
    if (text == "injured" || text == "wounded" || text == "hurt") return CountKind::injured;
    if (text == "homeless" || text == "displaced") return CountKind::displaced;
  }
  return std::nullopt;
}

// What is told of the people that `noun` counts, from the noun upward.
std::optional<Meaning> told_of(const Tree& tree, Word noun) {
  if (const auto own = kind_of_word(tree, noun)) return Meaning{*own, noun};
  for (const Word c : tree.children(noun)) {  // "nine people dead", "three wounded soldiers"
    if (!tree.is_any(c, {"amod", "acl"})) continue;
    if (const auto kind = kind_of_word(tree, c); kind && (!tree.is_verb(c) || !tree.child(c, "obj")))
      return Meaning{*kind, c};
  }
  Word at = noun;
  for (int step = 0; step < kHighest; ++step) {
    const Word above = tree.head(at);
    if (above == kRoot) return std::nullopt;
    if (tree.is(at, "conj")) {
      at = above;
      continue;
    }
    if (tree.is_any(at,
                    {"nsubj", "obj", "nmod", "obl", "nummod", "amod", "compound", "dep", "xcomp", "appos"})) {
      if (const auto kind = kind_of_word(tree, above); kind && suffers(tree, at, above, *kind))
        return Meaning{*kind, above};
      if (tree.is_verb(above)) {
        if (const auto kind = outcome_of(tree, above); kind && !tree.is(at, "obl"))
          return Meaning{*kind, above};
        return std::nullopt;
      }
      if (!tree.is(at, "nmod") || !has_case(tree, at, "of")) {
        if (!tree.is_any(at, {"nummod", "appos", "amod"})) return std::nullopt;
      }
    } else {
      return std::nullopt;
    }
    at = above;
  }
  return std::nullopt;
}

// "12 dead and 40 injured": what stands right behind the number or its noun, and else what is told of the
// noun.
std::optional<Meaning> told_beside(const Tree& tree, const Amount& amount, Word noun) {
  for (const Word before : {amount.words.end - 1, noun}) {
    const Word next = before + 1;
    if (next >= tree.sentence(noun).end || next == noun) continue;
    if (lower(tree.text(next)) == "in" && next + 1 < tree.size() && lower(tree.text(next + 1)) == "hospital")
      return Meaning{CountKind::injured, next + 1};
    const bool participle = tree.upos(next) == "ADJ" || stance::has_feature(tree, next, "VerbForm=Part");
    const bool passive = tree.child(next, "aux:pass").has_value() || tree.child(next, "aux").has_value();
    if (!participle || passive || tree.child(next, "obj")) continue;
    if (const auto kind = kind_of_word(tree, next)) return Meaning{*kind, next};
  }
  return told_of(tree, noun);
}

// "Killed or injured": one number for both counts neither.
bool is_either(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "conj") || !kind_of_word(tree, c)) continue;
    for (const Word d : tree.children(c)) {
      if (tree.is(d, "cc") && lower(tree.text(d)) == "or") return true;
    }
  }
  return false;
}

// What an amount counts: the noun that it stands before, or that "of" joins to it; else itself.
Word counted_noun(const Tree& tree, const Amount& amount) {
  for (Word w = amount.words.first; w < amount.words.end; ++w) {
    const Word head = tree.head(w);
    if (head != kRoot && !amount.words.contains(head) &&
        tree.is_any(w, {"nummod", "amod", "det", "compound"}))
      return head;
  }
  // "A dozen pilgrims", however the tree has it.
  const Word sentence_end = tree.sentence(amount.last).end;
  for (Word w = amount.words.end; w < std::min<Word>(amount.words.end + 2, sentence_end); ++w) {
    if (table_value("people", lemma_of(tree, w))) return w;
    if (tree.upos(w) != "ADJ") break;
  }
  return head_of(tree, amount.words);
}

// "Seven of them", "including two": part of those that are counted already; and the whole in "four of the
// nine".
bool is_part_of(const Tree& tree, const Amount& amount, const std::vector<Amount>& all) {
  const Word end = amount.words.end;
  if (end + 1 < tree.size() && lower(tree.text(end)) == "of") {
    const std::string whole = lower(tree.text(end + 1));
    if (whole == "them" || whole == "whom" || whole == "these") return true;
  }
  return std::any_of(all.begin(), all.end(), [&](const Amount& other) {
    return other.words.end < amount.words.first && amount.words.first <= other.words.end + 2 &&
           lower(tree.text(other.words.end)) == "of";
  });
}

// "The toll rose to 31".
std::optional<Meaning> of_toll(const Tree& tree, const Amount& amount) {
  const Word noun = head_of(tree, amount.words), verb = tree.head(noun);
  if (verb == kRoot || !table_value("growing", lemma_of(tree, verb)) || has_case(tree, noun, "from"))
    return std::nullopt;
  const auto subject = subject_of(tree, verb);
  if (!subject || lemma_of(tree, *subject) != "toll") return std::nullopt;
  return Meaning{CountKind::killed, verb};
}

// Those who march, strike or block a way: counted where they stand as the doers of it.
std::optional<Meaning> of_crowd(const Ground& ground, const Amount& amount,
                                const std::vector<Draft>& drafts) {
  const Tree& tree = ground.tree();
  const Span words = tree.document().span_of(amount.words);
  for (const Draft& draft : drafts) {
    if (draft.type != EventType::PROTEST) continue;
    if (tree.sentence_number(draft.word) != tree.sentence_number(amount.last)) continue;
    for (const DraftParty& agent : draft.agents) {
      if (agent.party.span.overlaps(words)) return Meaning{CountKind::taking_part, draft.word};
    }
  }
  return std::nullopt;
}

bool is_part(const Tree& tree, Word noun) {
  return has_case(tree, noun, "including") || has_case(tree, noun, "among");
}

bool fits(EventType type, CountKind kind) {
  switch (kind) {
    case CountKind::killed:
    case CountKind::injured:
      return type == EventType::ASSAULT || type == EventType::PROTEST;
    case CountKind::arrested:
      return type == EventType::COERCE;
    case CountKind::displaced:
      return type == EventType::SANCTION || type == EventType::ASSAULT;
    case CountKind::taking_part:
      return type == EventType::PROTEST || type == EventType::MOBILIZE;
  }
  return false;
}

// The draft that caused what `word` tells: the nearest of the sentence, else of those just before.
Draft* cause_of(const Tree& tree, std::vector<Draft>& drafts, Word word, CountKind kind) {
  const std::uint32_t sentence = tree.sentence_number(word);
  auto after = std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& one) {
    return tree.sentence_number(one.word) <= sentence;
  });
  Draft* best = nullptr;
  std::int64_t nearest = 0;
  for (auto it = after; it != drafts.begin();) {
    --it;
    const std::uint32_t its = tree.sentence_number(it->word);
    if (its + kSentencesBack < sentence) break;
    if (its != sentence && (best != nullptr || kind == CountKind::taking_part || kind == CountKind::arrested))
      break;
    if (!fits(it->type, kind)) continue;
    // An ASSAULT before any other type that could have dead.
    const std::int64_t apart =
        std::llabs(static_cast<std::int64_t>(it->word) - static_cast<std::int64_t>(word)) +
        (it->type == EventType::PROTEST && kind != CountKind::taking_part ? 1000 : 0);
    if (best == nullptr || apart < nearest) best = &*it, nearest = apart;
  }
  return best;
}

void give(const Ground& ground, std::vector<Draft>& drafts, const Meaning& told, TokenRange words,
          std::uint64_t low, std::optional<std::uint64_t> high, bool approximate) {
  Draft* cause = cause_of(ground.tree(), drafts, told.word, told.kind);
  if (cause == nullptr) return;
  const Span span = ground.tree().document().span_of(words);
  for (const EventCount& had : cause->counts) {
    if (had.words.overlaps(span)) return;
  }
  cause->counts.push_back({told.kind, low, high, approximate, span});
}

// Adds what is joined to the noun: "three soldiers and a driver".
void add_joined(const Ground& ground, const std::vector<Amount>& all, Word noun, Amount& sum,
                std::vector<bool>& used) {
  const Tree& tree = ground.tree();
  for (const Word c : tree.children(noun)) {
    if (!tree.is(c, "conj") || kind_of_word(tree, c) || !is_people(ground, c)) continue;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (used[i] || counted_noun(tree, all[i]) != c) continue;
      used[i] = true;
      sum.low += all[i].low;
      sum.high = sum.high && all[i].high ? std::optional(*sum.high + *all[i].high) : std::nullopt;
      sum.approximate = sum.approximate || all[i].approximate;
      sum.words.end = std::max(sum.words.end, all[i].words.end);
    }
    const auto det = tree.child(c, "det");
    if (det && (lower(tree.text(*det)) == "a" || lower(tree.text(*det)) == "an")) {
      sum.low += 1;
      if (sum.high) *sum.high += 1;
      sum.words.end = std::max(sum.words.end, *det + 1);
    }
  }
}

// "A man was shot dead", "no one was hurt".
void count_without_number(const Ground& ground, TokenRange sentence, std::vector<Draft>& drafts) {
  const Tree& tree = ground.tree();
  for (Word w = sentence.first; w < sentence.end; ++w) {
    const std::string text = lower(tree.text(w));
    const bool nobody = table_value("nobody", text).has_value() || text == "no";
    if (!nobody && text != "a" && text != "an") continue;
    const Word noun = tree.is(w, "det") ? tree.head(w) : w;
    if (noun == kRoot || is_part(tree, noun)) continue;
    if (!nobody &&
        (!is_people(ground, noun) || tree.is(noun, "conj") || stance::has_feature(tree, noun, "Number=Plur")))
      continue;
    if (text == "no" && !is_people(ground, noun) && !kind_of_word(tree, noun)) continue;
    if (!nobody && !tree.is_any(noun, {"nsubj:pass", "obj", "nsubj"})) continue;
    const auto told = told_of(tree, noun);
    if (told && !nobody && !tree.is(noun, "obj") && told->word < noun) continue;
    if (!told || told->kind == CountKind::taking_part || told->kind == CountKind::displaced) continue;
    if (!nobody && (told->word == noun || tree.head(noun) != told->word)) continue;
    if (!nobody && table_value("collective", lemma_of(tree, noun))) continue;
    const std::uint64_t number = nobody ? 0 : 1;
    Amount one{{w, w + 1}, w, number, number, false};
    if (!nobody) {
      std::vector<Amount> none;
      std::vector<bool> used;
      add_joined(ground, none, noun, one, used);
    }
    give(ground, drafts, *told, one.words, one.low, one.high, false);
  }
}

void count_in(const Ground& ground, TokenRange sentence, std::vector<Draft>& drafts) {
  const Tree& tree = ground.tree();
  const std::vector<Amount> all = amounts_in(ground, sentence);
  std::vector<bool> used(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (used[i]) continue;
    const Word noun = counted_noun(tree, all[i]);
    if (is_part_of(tree, all[i], all) || is_part(tree, noun)) continue;
    auto told = of_toll(tree, all[i]);
    if (!told && !is_people(ground, noun) && !kind_of_word(tree, noun)) continue;
    if (!told) told = told_beside(tree, all[i], noun);
    if (!told) told = of_crowd(ground, all[i], drafts);
    if (!told || is_either(tree, told->word)) continue;
    Amount sum = all[i];
    if (!kind_of_word(tree, noun)) add_joined(ground, all, noun, sum, used);
    give(ground, drafts, *told, sum.words, sum.low, sum.high, sum.approximate);
  }
  count_without_number(ground, sentence, drafts);
}

}  // namespace

void find_counts(const Ground& ground, std::vector<Draft>& drafts) {
  if (drafts.empty()) return;
  // Only where happenings are told, and just behind.
  const auto& sentences = ground.tree().tags().sentences;
  std::size_t next = 0;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    while (next < drafts.size() && ground.tree().sentence_number(drafts[next].word) + kSentencesBack < s)
      ++next;
    if (next == drafts.size()) break;
    if (ground.tree().sentence_number(drafts[next].word) > s) continue;
    count_in(ground, sentences[s], drafts);
  }
}

}  // namespace onrecord::event
