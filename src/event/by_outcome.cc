#include "event/by_outcome.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "event/tables.h"
#include "stance/words.h"

namespace onrecord::event {
namespace {

constexpr float kScore = 0.5F;  // How sure such a draft is; no more than that.

bool is_outcome(const Tree& tree, Word word) {
  if (const auto lives = tree.child(word, "obj"); lives && table_value("losing", lemma_of(tree, word))) {
    if (lower(tree.text(*lives)) == "lives" || lower(tree.text(*lives)) == "life") return true;
  }
  if (!tree.is_verb(word) && tree.upos(word) != "ADJ") return false;
  if (table_value("result", lemma_of(tree, word))) return true;
  const auto bases = stance::base_forms(tree, word);
  return std::any_of(bases.begin(), bases.end(),
                     [](const std::string& base) { return table_value("result", base).has_value(); });
}

bool is_leaving(const Tree& tree, Word word) {
  const std::string lemma = lemma_of(tree, word);
  if (lemma == "flee" || lemma == "displace" || lemma == "uproot") return tree.is_verb(word);
  if (lemma != "drive" && lemma != "force") return false;
  for (const Word c : tree.children(word)) {
    if (lower(tree.text(c)) == "out" || has_case(tree, c, "from")) return true;
  }
  return false;
}

struct Cause {
  Word word = 0;
  bool deed = false;  // It tells the violence itself, and not its doer or means.
};

// The word of `sentence` that tells of violence: a deed before its means.
std::optional<Cause> cause_in(const Tree& tree, TokenRange sentence, std::string_view table) {
  std::optional<Cause> means;
  for (Word w = sentence.first; w < sentence.end; ++w) {
    if (!is_nominal(tree, w)) continue;
    auto kind = table_value(table, lemma_of(tree, w));
    for (const std::string& base : stance::base_forms(tree, w)) {
      if (!kind) kind = table_value(table, base);
    }
    if (!kind) continue;
    if (*kind == "deed") return Cause{w, true};
    if (!means) means = Cause{w, false};
  }
  return means;
}

bool any_of_type(std::span<const Draft> drafts, EventType type) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& one) { return one.type == type; });
}

Draft draft_at(Word word, EventType type, std::string_view mode) {
  Draft draft;
  draft.word = word;
  draft.words = {word, word + 1};
  draft.type = type;
  draft.mode = mode;
  draft.score = kScore;
  draft.rule = "its outcome";
  return draft;
}

}  // namespace

void add_by_outcome(const Ground& ground, std::vector<Draft>& drafts) {
  const Tree& tree = ground.tree();
  std::vector<Draft> added;
  auto from = drafts.begin();
  for (const TokenRange sentence : tree.tags().sentences) {
    // Those of the sentence: both are in order.
    while (from != drafts.end() && from->word < sentence.first) ++from;
    const std::span<const Draft> here(
        from, std::find_if(from, drafts.end(), [&](const Draft& one) { return one.word >= sentence.end; }));
    std::optional<Word> outcome, leaving;
    for (Word w = sentence.first; w < sentence.end && w < tree.size(); ++w) {
      if (!outcome && is_outcome(tree, w)) outcome = w;
      if (!leaving && is_leaving(tree, w)) leaving = w;
    }
    if (outcome && !any_of_type(here, EventType::ASSAULT)) {
      if (const auto cause = cause_in(tree, sentence, "violent"))
        added.push_back(draft_at(cause->deed ? cause->word : *outcome, EventType::ASSAULT, {}));
    }
    if (leaving && !any_of_type(here, EventType::SANCTION) && cause_in(tree, sentence, "driving"))
      added.push_back(
          draft_at(*leaving, EventType::SANCTION, mode_named(EventType::SANCTION, "SANCTION expel")));
  }
  drafts.insert(drafts.end(), added.begin(), added.end());
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& one, const Draft& other) { return one.word < other.word; });
}

}  // namespace onrecord::event
