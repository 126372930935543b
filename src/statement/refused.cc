#include "statement/refused.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/forms.h"
#include "statement/no_reports.h"

namespace onrecord::statement {

bool is_that_said(const Tree& tree, const Attribution& attribution) {
  return attribution.source && attribution.source->size() == 1 && attribution.cue.size() == 1 &&
         tree.text(attribution.source->first) == "That" && tree.text(attribution.cue.first) == "said";
}

namespace {

constexpr int kFarthest = 3;  // Verbs joined to verbs.

// If supported by most; if they meet and say …; if they vote to say …
bool is_conditional(const Tree& tree, Word verb) {
  for (int steps = 0; steps < kFarthest && verb != kRoot; ++steps, verb = tree.head(verb)) {
    const auto mark = tree.child(verb, "mark");
    if (mark && *mark < verb && tree.is(verb, "advcl")) {
      const std::string word = lower_case(tree.text(*mark));
      return word == "if" || word == "unless";
    }
    if (!tree.is_any(verb, {"conj", "xcomp"})) return false;
  }
  return false;
}

// "Let us say", "the rule allows firms to tell": nobody does so yet.
bool is_let(const Tree& tree, Word verb) {
  const Word above = tree.head(verb);
  if (above == kRoot || above > verb || !tree.is_any(verb, {"xcomp", "ccomp"})) return false;
  return is_listed(tree, "letting", above);
}

// "To say that the dam is old is easy": the saying itself is spoken of.
bool is_named_deed(const Tree& tree, Word verb) {
  if (verb == 0 || tree.child(verb, "nsubj") || tree.sentence(verb).first + 1 != verb) return false;
  const auto mark = tree.child(verb, "mark");
  return mark && *mark + 1 == verb && tree.text(*mark) == "To" && !tree.is(verb, "advcl");
}

}  // namespace

bool is_untold(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    if (!tree.is_verb(word)) continue;
    if (is_conditional(tree, word) || is_let(tree, word) || is_named_deed(tree, word)) return true;
    const auto subject = tree.child(word, "nsubj");
    if (!subject || *subject > word) return false;
    const auto auxiliary = tree.child(word, "aux");
    const bool turned = auxiliary && *auxiliary < *subject;  // "Did she"
    const auto mark = tree.child(word, "mark");
    const bool conditional =
        mark && *mark < word && (tree.lemma(*mark) == "if" || tree.lemma(*mark) == "unless");
    return conditional || (turned && is_asked(tree, word));
  }
  return false;
}

bool names_work(const Sheet& sheet, const Draft& draft) {
  if (!draft.cue) return false;
  const auto held = sheet.quote_holding(draft.contents.front().begin);
  return held && is_work_of(sheet, sheet.quotes()[*held], sheet.tree().word_from(draft.cue->begin));
}

bool tells_nothing(const Tree& tree, TokenRange content) {
  if (content.empty() || tree.upos(content.first) != "PRON") return false;
  if (content.size() == 1) {
    constexpr std::array<std::string_view, 9> kEmpty = {"it",  "It",  "them", "this",   "that",
                                                        "him", "her", "what", "nothing"};
    return std::find(kEmpty.begin(), kEmpty.end(), tree.text(content.first)) != kEmpty.end();
  }
  return tree.text(content.first) == "nothing";
}

bool is_won(const Tree& tree, TokenRange cue, TokenRange content) {
  constexpr std::array<std::string_view, 12> kPrizes = {"title",  "prize", "victory", "award",
                                                        "medal",  "win",   "life",    "crown",
                                                        "trophy", "seat",  "gold",    "place"};
  if (cue.empty() || content.empty() || tree.lemma(cue.end - 1) != "claim") return false;
  for (Word word = content.first; word < content.end; ++word) {
    if (tree.head(word) != cue.end - 1 || !tree.is(word, "obj")) continue;
    const auto stems = noun_stems(tree.text(word));
    return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
      return stem == "live" || std::find(kPrizes.begin(), kPrizes.end(), stem) != kPrizes.end();
    });
  }
  return false;
}

bool is_spoken_of(const Sheet& sheet, const Draft& draft) {
  if (!draft.cue || sheet.document().text(*draft.cue) == ":") return false;  // RUIZ: …
  const auto held = sheet.quote_holding(draft.cue->begin);
  if (!held) return false;
  const Quote& quote = sheet.quotes()[*held];
  // Marks that are paired across the labels of a transcript pair nothing.
  if (is_labelled(sheet.document().text(quote.inner))) return false;
  if (quote.confidence < kSure || !quote.inner.contains(*draft.cue)) return false;
  const auto is_in_it = [&](Span part) { return part.overlaps(quote.inner) && quote.span.contains(part); };
  return std::all_of(draft.contents.begin(), draft.contents.end(), is_in_it);
}

}  // namespace onrecord::statement
