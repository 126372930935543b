#include "event/refuse.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "event/grammar.h"
#include "event/tables.h"
#include "stance/clause.h"
#include "stance/shape.h"

namespace onrecord::event {
namespace {

std::optional<Word> object_of(const Tree& tree, Word word) {
  if (const auto own = tree.child(word, "obj")) return own;
  if (const auto own = tree.child(word, "nsubj:pass")) return own;
  for (const Word c : tree.children(word)) {
    if (tree.is(c, "nmod") && has_case(tree, c, "of")) return c;
  }
  return std::nullopt;
}

bool is_in(std::string_view of, const Tree& tree, Word word) {
  return table_value(of, lemma_of(tree, word)) || table_value(of, lower(tree.text(word)));
}

// The clause that follows: "to comment", "that it had", "whether".
std::optional<Word> clause_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (c > word && tree.is_any(c, {"xcomp", "ccomp", "acl", "advcl"})) return c;
  }
  return std::nullopt;
}

// "Denied the report", "rejected the accusation", "dismissed it as a fairy tale": what was said is not so.
bool denies_a_claim(const Tree& tree, const Draft& draft) {
  const std::string lemma = lemma_of(tree, draft.word);
  const auto object = object_of(tree, draft.word);
  if (lemma == "deny" || lemma == "denial") {
    // "Denied her a visa", "denied entry".
    for (const Word c : tree.children(draft.word)) {
      if (tree.is_any(c, {"obj", "iobj", "nsubj:pass", "nmod", "obl"}) && is_in("granted", tree, c))
        return false;
    }
    return true;
  }
  if (!table_value("disputing", lemma)) return false;
  if (object && is_in("claim", tree, *object)) return true;
  for (const Word c : tree.children(draft.word)) {  // "as a fairy tale"
    if (tree.is(c, "obl") && has_case(tree, c, "as")) return true;
  }
  return false;
}

// "Declined to comment", "refused an interview", "would not answer".
bool keeps_silent(const Tree& tree, const Draft& draft) {
  if (draft.type != EventType::REJECT) return false;
  const auto clause = clause_of(tree, draft.word);
  if (clause && is_in("telling", tree, *clause)) return true;
  const auto object = object_of(tree, draft.word);
  if (object && is_in("telling", tree, *object)) return true;
  return is_in("telling", tree, draft.word);
}

// "Asked whether", "asked about", "asked by Sportwire", "1,204 people asked"; "asked not to be named".
bool is_question(const Ground& ground, const Draft& draft) {
  const Tree& tree = ground.tree();
  const std::string lemma = lemma_of(tree, draft.word);
  if (lemma != "ask" && lemma != "question" && lemma != "inquire") return false;
  if (draft.type != EventType::REQUEST) return false;
  bool asks_for = false;
  for (const Word c : tree.children(draft.word)) {
    if (tree.is(c, "obl") && (has_case(tree, c, "about") || has_case(tree, c, "on"))) return true;
    if (tree.is(c, "obl") && has_case(tree, c, "for")) asks_for = true;
    if (!tree.is_any(c, {"xcomp", "ccomp", "advcl"})) continue;
    const auto mark = tree.child(c, "mark");
    const std::string opened = mark ? lower(tree.text(*mark)) : lower(tree.text(tree.subtree(c).first));
    static constexpr std::string_view kAsking[] = {"if",  "whether", "what",  "who",  "why",
                                                   "how", "when",    "where", "which"};
    if (std::find(std::begin(kAsking), std::end(kAsking), opened) != std::end(kAsking)) return true;
    if (lemma_of(tree, c) == "name" || lemma_of(tree, c) == "identify") return true;
    if (stance::to_of(tree, c) || tree.is(c, "ccomp")) asks_for = true;
  }
  return !asks_for && !tree.child(draft.word, "obj");
}

// A warning is a threat only from one who can do the harm: "or else", "unless", or his own doing.
bool only_foretells(const Ground& ground, const Draft& draft) {
  const Tree& tree = ground.tree();
  if (draft.type != EventType::THREATEN) return false;
  const std::string lemma = lemma_of(tree, draft.word);
  if (lemma != "warn" && lemma != "warning") return false;
  const auto clause = clause_of(tree, draft.word);
  if (!clause) {
    // "Warned of floods", a note of warning; "warned reporters off", "warned against leaving" forbids.
    for (const Word c : tree.children(draft.word)) {
      if (tree.is_any(c, {"compound:prt", "advmod"}) && lower(tree.text(c)) == "off") return false;
      if (tree.is(c, "obl") && has_case(tree, c, "against") && draft.recipients.empty()) return true;
    }
    for (const Word c : tree.children(draft.word)) {
      if (tree.is_any(c, {"obl", "nmod"}) && (has_case(tree, c, "of") || has_case(tree, c, "about")))
        return true;
    }
    return false;
  }
  if (stance::to_of(tree, *clause)) return false;  // "Warned media not to report."
  if (stance::condition_of(tree, *clause)) return false;
  const auto subject = tree.child(*clause, "nsubj");
  if (!subject) return false;
  const auto doer = ground.entity_at(*subject);
  for (const DraftParty& agent : draft.agents) {
    if (doer && agent.party.entity == doer) return false;
  }
  const std::string text = lower(tree.text(*subject));
  return !(text == "it" || text == "we" || text == "i" || text == "they");
}

// "Blamed weak demand", "criticised the verdict": blame falls on somebody, a body or what they do.
bool blames_a_thing(const Ground& ground, const Draft& draft) {
  const Tree& tree = ground.tree();
  if (draft.type != EventType::ACCUSE || lemma_of(tree, draft.word) != "blame") return false;
  const auto object = object_of(tree, draft.word);
  return object && !can_be_party(ground, *object, false) && tree.upos(*object) == "NOUN";
}

// "Did the police beat him?": asked, not told. What a "who", "when", "why" takes as given is told.
bool is_asked(const Tree& tree, const Draft& draft) {
  const TokenRange sentence = tree.sentence(draft.word);
  bool asks = false;
  for (Word w = draft.word; w < sentence.end && !asks; ++w) asks = tree.text(w) == "?";
  if (!asks) return false;
  for (Word w = sentence.first; w < draft.word; ++w) {
    if (table_value("asking", lower(tree.text(w)))) return false;
  }
  return true;
}

bool is_deed(EventType type) {
  return type == EventType::ASSAULT || type == EventType::COERCE || type == EventType::RETREAT ||
         type == EventType::SANCTION || type == EventType::MOBILIZE || type == EventType::PROTEST ||
         type == EventType::THREATEN;
}

// "Bamboo is invading the gardens", "shares retreated": nobody is behind it.
bool is_done_by_a_thing(const Ground& ground, const Draft& draft) {
  if (!is_deed(draft.type) || draft.agents.empty()) return false;
  const Tree& tree = ground.tree();
  return std::all_of(draft.agents.begin(), draft.agents.end(), [&](const DraftParty& one) {
    const std::string lemma = lemma_of(tree, one.head);
    if (tree.upos(one.head) != "NOUN" || can_be_party(ground, one.head, false)) return false;
    for (const std::string_view of : {"armed", "people", "violent", "driving", "knows"}) {
      if (table_value(of, lemma)) return false;
    }
    const auto kind = ground.thing_kind(one.head);
    return kind == "abstract" || kind == "object" || kind == "plant" || kind == "animal" ||
           kind == "substance" || kind == "event" || kind == "time";
  });
}

// "The number of strikes has doubled", "arrests are down by a tenth".
bool is_statistic(const Tree& tree, const Draft& draft) {
  if (!is_nominal(tree, draft.word)) return false;
  const Word head = tree.head(draft.word);
  if (head == kRoot) return false;
  if (tree.is(draft.word, "nmod") && has_case(tree, draft.word, "of") &&
      table_value("amounting", lemma_of(tree, head)))
    return true;
  return tree.is(draft.word, "nsubj") && table_value("changing", lemma_of(tree, head)).has_value();
}

// Films, novels, games and matches: one word of fiction, or two of sport, in the sentence.
bool is_play(const Tree& tree, const Draft& draft) {
  const TokenRange sentence = tree.sentence(draft.word);
  int sport = 0;
  for (Word w = sentence.first; w < sentence.end; ++w) {
    if (w == draft.word) continue;
    const auto kind = table_value("play", lemma_of(tree, w));
    if (kind == "fiction" && is_deed(draft.type)) return true;
    if (kind == "dig" && is_deed(draft.type)) return true;
    sport += kind == "sport" ? 1 : 0;
  }
  return sport >= 2;
}

}  // namespace

bool is_refused(const Ground& ground, const Draft& draft) {
  const Tree& tree = ground.tree();
  return denies_a_claim(tree, draft) || keeps_silent(tree, draft) || is_question(ground, draft) ||
         only_foretells(ground, draft) || blames_a_thing(ground, draft) || is_asked(tree, draft) ||
         is_done_by_a_thing(ground, draft) || is_statistic(tree, draft) || is_play(tree, draft);
}

}  // namespace onrecord::event
