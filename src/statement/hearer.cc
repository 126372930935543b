#include "statement/hearer.h"

#include <algorithm>

#include "statement/no_reports.h"

namespace onrecord::statement {
namespace {

// The speaker's words are the passive subject of `verb`, or `verb` has no subject of its own that could be.
bool is_told_by_subject(const Tree& tree, Word verb, TokenRange speaker) {
  if (speaker.first > verb && tree.text(speaker.first > 0 ? speaker.first - 1 : 0) == "by") return false;
  if (tree.text(speaker.first) == "by" || tree.child(verb, "obl:agent")) return false;
  const auto subject = tree.child(verb, "nsubj");
  return !subject || speaker.contains(*subject);
}

// "told that …, Ruiz left", "asked if …, Ruiz said": a participle whose auxiliary is left out.
bool is_bare_passive(const Tree& tree, Word verb) {
  return tree.is(verb, "advcl") && !tree.child(verb, "nsubj") && !tree.child(verb, "aux") &&
         !tree.text(verb).ends_with("ing");
}

// The court, the inquiry: what is heard there, somebody tells it.
bool sits(const Tree& tree, TokenRange speaker) {
  for (Word word = speaker.first; word < speaker.end; ++word) {
    const Word above = tree.head(word);
    if ((above == kRoot || !speaker.contains(above)) && is_listed(tree, "hearing", word)) return true;
  }
  return false;
}

}  // namespace

void take_hearer_out(const Sheet& sheet, Draft& draft) {
  if (!draft.cue || !draft.speaker) return;
  const Tree& tree = sheet.tree();
  const TokenRange cue = tree.words(*draft.cue);
  const TokenRange speaker = tree.words(*draft.speaker);
  if (cue.empty() || speaker.empty()) return;
  for (Word word = cue.first; word < cue.end; ++word) {
    if (!tree.is_verb(word)) continue;
    const bool passive = tree.child(word, "aux:pass").has_value() || is_bare_passive(tree, word);
    const bool told = passive && is_listed(tree, "told", word) && is_told_by_subject(tree, word, speaker);
    const bool heard = !passive && is_listed(tree, "hears", word) && sits(tree, speaker);
    if (!told && !heard) continue;
    draft.told = draft.speaker;
    draft.speaker.reset();
    draft.nobody = true;
    return;
  }
}

}  // namespace onrecord::statement
