#include "statement/addressee.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "statement/forms.h"

namespace onrecord::statement {
namespace {

bool has_stem(const Tree& tree, Word verb, std::initializer_list<std::string_view> set) {
  const auto is_in = [&](std::string_view stem) {
    return std::find(set.begin(), set.end(), stem) != set.end();
  };
  if (is_in(tree.lemma(verb))) return true;
  const auto stems = verb_stems(tree.text(verb));
  return std::any_of(stems.begin(), stems.end(), is_in);
}

// Verbs that ask something of somebody who is to do it: "urged the council to wait".
bool asks_of(const Tree& tree, TokenRange cue, Word verb) {
  if (has_stem(tree, verb,
               {"urge", "ask", "tell", "order", "warn", "press", "instruct", "advise", "invite", "beg",
                "implore", "encourage", "remind", "direct"})) {
    return verb + 1 == cue.end;  // Not: asked for | money to clear the harbour
  }
  const auto last = tree.text(cue.end - 1);
  return (last == "on" && has_stem(tree, verb, {"call"})) ||
         (last == "to" && has_stem(tree, verb, {"appeal"}));
}

// Where those end of whom it is asked, however much is said of them: "urged all farmers of the valley, here
// and abroad, | to wait". They are the verb's object, and what they are to do hangs on the same verb.
Word end_of_whom(const Tree& tree, Word verb, TokenRange words, const Phrase& whom) {
  const Word next = whom.words.end;
  if (next < words.end && (tree.text(next) == "to" || tree.text(next) == "not")) return next;
  if (!tree.is_any(whom.head, {"obj", "iobj", "obl"}) || tree.head(whom.head) != verb) return next;
  for (const Word child : tree.children(verb)) {
    if (child < next || !words.contains(child) || !tree.is_any(child, {"xcomp", "ccomp", "advcl"})) continue;
    const auto mark = tree.child(child, "mark");
    if (mark && *mark > next && tree.text(*mark) == "to" && words.contains(*mark))
      return tree.text(*mark - 1) == "not" ? *mark - 1 : *mark;
  }
  return next;
}

}  // namespace

std::optional<Word> announcing_word(const Tree& tree, TokenRange cue) {
  std::optional<Word> noun;
  for (Word word = cue.end; word-- > cue.first;) {
    if (tree.is_verb(word)) return word;
    if (!noun && tree.upos(word) == "NOUN") noun = word;
  }
  return noun;
}

bool takes_addressee(const Tree& tree, Word verb) {
  return has_stem(tree, verb, {"tell",   "ask",      "inform",  "assure", "remind",  "warn",    "urge",
                               "advise", "notify",   "promise", "brief",  "address", "quiz",    "beg",
                               "order",  "instruct", "implore", "press",  "lecture", "reassure"});
}

void take_addressee_out(const Tree& tree, Statement& statement) {
  const TokenRange cue = tree.words(*statement.cue);
  const auto verb = announcing_word(tree, cue);
  if (statement.addressee || !verb || !asks_of(tree, cue, *verb)) return;
  Span& content = statement.contents.front();
  const TokenRange words = tree.words(content);
  if (words.size() < 3 || words.first != cue.end || tree.upos(words.first) == "ADP") return;
  const Phrase whom = phrase_from(tree, words.first, words.end);
  if (whom.empty() || tree.is(whom.head, "nsubj")) return;
  const Word next = end_of_whom(tree, *verb, words, whom);
  const Word after = next + (next < words.end && tree.text(next) == "not" ? 1 : 0);
  if (after + 1 >= words.end || tree.text(after) != "to" || !tree.is(after, "mark")) return;
  statement.addressee = tree.document().span_of({whom.words.first, next});
  content.begin = tree.document().tokens()[next].span.begin;
  if (statement.form == Form::reported) statement.form = Form::indirect;  // What is left is to be done.
}

void take_told_out(const Tree& tree, Statement& statement) {
  const TokenRange cue = tree.words(*statement.cue);
  const auto verb = announcing_word(tree, cue);
  if (statement.addressee || !verb || !tree.child(*verb, "aux:pass")) return;
  // Residents were told by the council: whoever tells stands after the verb.
  if (statement.speaker && statement.speaker->begin < statement.cue->end) return;
  if (!has_stem(tree, *verb, {"tell", "inform", "warn", "remind", "assure", "advise", "notify"})) return;
  const auto subject = tree.child(*verb, "nsubj:pass");
  if (!subject || *subject > cue.first) return;
  const Phrase whom = phrase_from(tree, tree.subtree(*subject).first, cue.first);
  if (whom.empty() || whom.head != *subject || tree.text(*subject) == "It") return;
  const Span span = tree.document().span_of(whom.words);
  auto& contents = statement.contents;
  if (contents.size() > 1 && contents.front() == span) contents.erase(contents.begin());
  const auto touches = [&](Span content) { return content.overlaps(span); };
  if (std::none_of(contents.begin(), contents.end(), touches)) statement.addressee = span;
}

}  // namespace onrecord::statement
