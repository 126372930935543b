#include <algorithm>
#include <optional>
#include <string_view>

#include "statement/announce.h"
#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/cut.h"
#include "statement/phrase.h"
#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr float kThingScore = 0.55F;

bool is_speaker_like(const Tree& tree, Word subject) {
  if (tree.upos(subject) == "PRON") {
    const auto text = tree.text(subject);
    return text == "he" || text == "she" || text == "they" || text == "He" || text == "She" ||
           text == "They" || text == "who" || text == "we" || text == "We" || text == "I";
  }
  return is_somebody(tree, subject);
}

// The noun phrase that `verb` announces: its object, or what hangs on it by the preposition of `cue`.
std::optional<Word> thing_of(const Tree& tree, Word verb, const Cue& cue) {
  if (cue.thing == "obj") {
    const auto thing = tree.child(verb, "obj");
    return thing && *thing > verb ? thing : std::nullopt;
  }
  for (const Word child : tree.children(verb)) {
    if (child < verb || !tree.is(child, "obl")) continue;
    if (tree.subtree(child).first == verb + 1 && tree.text(verb + 1) == cue.thing) return child;
  }
  return std::nullopt;
}

// The panel found "no intent": an object that stands in quotation marks whole is in somebody's words,
// whatever the verb of saying.
std::optional<Word> quoted_object(const Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  const auto thing = tree.child(verb, "obj");
  if (!thing || *thing < verb) return std::nullopt;
  const TokenRange words = tree.subtree(*thing);
  const auto begin = tree.document().tokens()[words.first].span.begin;
  const auto quote = sheet.quote_holding(tree.document().tokens()[*thing].span.begin);
  if (!quote || sheet.quotes()[*quote].span.begin > begin) return std::nullopt;
  const char initial = sheet.text()[sheet.quotes()[*quote].inner.begin];
  return 'a' <= initial && initial <= 'z' ? thing : std::nullopt;  // "Casablanca" is a title.
}

// She rejected the terms.   They called for a ceasefire.
void announce_thing(Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(verb) || is_within_quote(sheet, verb)) return;
  const Cue* cue = cue_of(tree, verb);
  if (cue == nullptr || tree.child(verb, "ccomp")) return;
  const bool of_words = cue->thing == "0" && cue->clause == 1;  // Nothing but words in marks.
  if (cue->thing == "0" && !of_words) return;
  const auto subject = subject_of(tree, verb);
  if (!subject || !is_speaker_like(tree, *subject) || !is_told(tree, verb) || is_asked(tree, verb)) return;
  const auto thing = of_words ? quoted_object(sheet, verb) : thing_of(tree, verb, *cue);
  if (!thing || tree.upos(*thing) == "PRON" || !is_nominal(tree, *thing)) return;
  Announced found;
  found.score = kThingScore;
  found.speaker = speaker_words(tree, *subject);
  found.cue = cue_words(tree, verb);
  TokenRange content = speaker_words(tree, *thing);
  content.first = std::max(tree.subtree(*thing).first, verb + 1);
  if (!of_words && cue->thing != "obj") {
    found.cue.end = verb + 2;
    content.first = verb + 2;
  }
  if (content.first >= content.end || found.speaker->overlaps(found.cue)) return;
  if (found.speaker->overlaps(content) || found.cue.overlaps(content)) return;
  found.contents = {content};
  add_announced(sheet, found);
}

}  // namespace

void announce_things(Sheet& sheet) {
  const Tree& tree = sheet.tree();
  for (const Block& block : sheet.document().blocks()) {
    if (is_silent(block.kind)) continue;
    for (Word word = block.tokens.first; word < std::min(block.tokens.end, tree.size()); ++word) {
      if (tree.is_verb(word)) announce_thing(sheet, word);
    }
  }
}

}  // namespace onrecord::statement
