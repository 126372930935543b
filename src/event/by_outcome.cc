#include "event/by_outcome.h"

#include <algorithm>
#include <optional>
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

// The word of `sentence` that tells of violence: a deed before its means.
std::optional<Word> cause_in(const Tree& tree, TokenRange sentence, std::string_view table) {
  std::optional<Word> means;
  for (Word w = sentence.first; w < sentence.end; ++w) {
    if (!is_nominal(tree, w)) continue;
    auto kind = table_value(table, lemma_of(tree, w));
    for (const std::string& base : stance::base_forms(tree, w)) {
      if (!kind) kind = table_value(table, base);
    }
    if (!kind) continue;
    if (*kind == "deed") return w;
    if (!means) means = w;
  }
  return means;
}

bool is_deed(const Tree& tree, Word word) {
  const auto bases = stance::base_forms(tree, word);
  return table_value("violent", lemma_of(tree, word)) == "deed" ||
         std::any_of(bases.begin(), bases.end(),
                     [](const std::string& base) { return table_value("violent", base) == "deed"; });
}

bool any_of_type(const std::vector<Draft>& drafts, TokenRange sentence, EventType type) {
  return std::any_of(drafts.begin(), drafts.end(),
                     [&](const Draft& one) { return one.type == type && sentence.contains(one.word); });
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
  const std::vector<Draft> before = drafts;
  auto from = before.begin();
  for (const TokenRange sentence : tree.tags().sentences) {
    // Those of the sentence: both are in order.
    while (from != before.end() && from->word < sentence.first) ++from;
    const std::vector<Draft> here(
        from, std::find_if(from, before.end(), [&](const Draft& one) { return one.word >= sentence.end; }));
    std::optional<Word> outcome, leaving;
    for (Word w = sentence.first; w < sentence.end && w < tree.size(); ++w) {
      if (!outcome && is_outcome(tree, w)) outcome = w;
      if (!leaving && is_leaving(tree, w)) leaving = w;
    }
    if (outcome && !any_of_type(here, sentence, EventType::ASSAULT)) {
      if (const auto cause = cause_in(tree, sentence, "violent")) {
        const bool deed = is_deed(tree, *cause);
        drafts.push_back(draft_at(deed ? *cause : *outcome, EventType::ASSAULT, {}));
      }
    }
    if (leaving && !any_of_type(here, sentence, EventType::SANCTION) && cause_in(tree, sentence, "driving"))
      drafts.push_back(
          draft_at(*leaving, EventType::SANCTION, mode_named(EventType::SANCTION, "SANCTION expel")));
  }
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& one, const Draft& other) { return one.word < other.word; });
}

}  // namespace onrecord::event
