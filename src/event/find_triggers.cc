#include "event/find_triggers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "event/tables.h"
#include "event/trigger_table.h"

namespace onrecord::event {
namespace {

// Below it neither the reader nor the table is believed.
constexpr float kLeastScore = 0.35F;
constexpr float kLeastMode = 0.5F;

// Particles and the prepositions that belong to the verb: "pulled out", "called for".
TokenRange trigger_words(const Tree& tree, Word word) {
  TokenRange words{word, word + 1};
  for (const Word c : tree.children(word)) {
    if (c == words.end && tree.is_any(c, {"compound:prt", "fixed"})) words.end = c + 1;
  }
  return words;
}

bool is_in_heading(const Tree& tree, Word word) {
  const auto& blocks = tree.document().blocks();
  const auto found = std::partition_point(blocks.begin(), blocks.end(),
                                          [&](const Block& block) { return block.tokens.end <= word; });
  return found != blocks.end() && found->tokens.contains(word) &&
         (found->kind == BlockKind::headline || found->kind == BlockKind::subheadline);
}

// "Defence" in "Defence Ministry": a word of a longer name tells nothing.
bool is_in_name(const Tree& tree, Word word) {
  if (tree.upos(word) != "PROPN") return false;
  const auto& names = tree.tags().names;
  const auto found = std::partition_point(names.begin(), names.end(),
                                          [&](const Name& name) { return name.words.end <= word; });
  return found != names.end() && found->words.contains(word) && found->words.size() > 1;
}

// A word that only tells what a deed led to: "killing six", "died".
bool is_result(const Tree& tree, Word word) {
  return table_value("result", lemma_of(tree, word)).has_value();
}

// Whether `inner` hangs in the clause of `outer`: "shot and killed", "bombed the town, killing six".
bool in_one_clause(const Tree& tree, Word inner, Word outer) {
  Word at = inner;
  for (int depth = 0; depth < 4 && at != kRoot; ++depth) {
    if (at == outer) return true;
    if (!tree.is_any(at, {"conj", "advcl", "xcomp", "acl", "parataxis", "obj", "obl", "nsubj", "nmod"}))
      return false;
    at = tree.head(at);
  }
  return at == outer;
}

void drop_results(const Tree& tree, std::vector<Draft>& drafts) {
  const auto tells_itself = [&](const Draft& one) {
    return one.type == EventType::ASSAULT && !is_result(tree, one.word);
  };
  std::vector<bool> drop(drafts.size(), false);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].type != EventType::ASSAULT || !is_result(tree, drafts[i].word)) continue;
    const std::uint32_t sentence = tree.sentence_number(drafts[i].word);
    // The neighbours of one sentence; sentences hold few.
    for (std::size_t step = 1; step <= 6 && !drop[i]; ++step) {
      for (const std::size_t j : {i - step, i + step}) {
        if (j >= drafts.size() || tree.sentence_number(drafts[j].word) != sentence ||
            !tells_itself(drafts[j]))
          continue;
        if (in_one_clause(tree, drafts[i].word, drafts[j].word) ||
            in_one_clause(tree, drafts[j].word, drafts[i].word))
          drop[i] = true;
      }
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drop[i]) drafts[kept++] = drafts[i];
  }
  drafts.resize(kept);
}

// "Up" of "blew up", "by": the verb beside it is the trigger, if there is one.
bool is_small_word(const Tree& tree, Word word) {
  const auto upos = tree.upos(word);
  return upos == "ADP" || upos == "ADV" || upos == "PART" || upos == "DET" || upos == "PRON" ||
         upos == "AUX" || upos == "CCONJ" || upos == "SCONJ" || upos == "PUNCT";
}

std::string_view mode_seen(const Tree& tree, const EventTag& tag, EventType type) {
  const auto& names = tree.tags().labels->mode;
  if (tag.mode >= names.size() || tag.mode_score < kLeastMode) return {};
  return mode_named(type, names[tag.mode]);
}

// What the reader saw and what the table knows of one word, made one; nothing when neither is believed.
std::optional<Draft> draft_of(const Ground& ground, Word word, const EventTag* tag) {
  const Tree& tree = ground.tree();
  const auto row = trigger_row(ground, word);
  const TriggerRow* fitting = row ? &*row : nullptr;
  Draft draft;
  if (tag != nullptr) {
    draft.type = type_named(tree.tags().labels->event[tag->type]);
    draft.score = belief(tag->score, fitting != nullptr && fitting->type == draft.type ? fitting : nullptr);
    draft.mode = mode_seen(tree, *tag, draft.type);
    draft.tag = tag;
    draft.rule = fitting != nullptr && fitting->type == draft.type ? "both" : "the neural reader";
  }
  if (fitting != nullptr && fitting->type != draft.type) {
    const float by_table = belief(std::nullopt, fitting);
    if (by_table > draft.score)
      draft.type = fitting->type, draft.score = by_table, draft.mode = {},
      draft.rule = "the table of triggers";
  }
  if (draft.score < kLeastScore || draft.type == EventType::unknown || is_in_name(tree, word))
    return std::nullopt;
  if (is_small_word(tree, word)) return std::nullopt;
  if (fitting != nullptr && fitting->type == draft.type && draft.mode.empty()) draft.mode = fitting->mode;
  draft.word = word;
  draft.words = trigger_words(tree, word);
  draft.in_heading = is_in_heading(tree, word);
  return draft;
}

}  // namespace

std::vector<Draft> find_triggers(const Ground& ground) {
  const Tree& tree = ground.tree();
  std::vector<Draft> drafts;
  if (!ground.knows_events()) return drafts;
  const auto& seen = tree.tags().events;
  std::size_t next = 0;
  for (Word word = 0; word < tree.size(); ++word) {
    while (next < seen.size() && seen[next].word < word) ++next;
    const EventTag* tag = next < seen.size() && seen[next].word == word ? &seen[next] : nullptr;
    if (auto draft = draft_of(ground, word, tag)) drafts.push_back(*std::move(draft));
  }
  drop_results(tree, drafts);
  return drafts;
}

}  // namespace onrecord::event
