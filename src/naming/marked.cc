#include "naming/marked.h"

#include <algorithm>
#include <string>

#include "naming/verbs.h"
#include "naming/words.h"

namespace onrecord::naming {
namespace {

constexpr std::uint32_t kLongestScareQuote = 4;

std::string lower(const Tree& tree, Word word) { return lower_case(tree.text(word)); }

// The verb whose clause `as` opens: "as Ruiz put it".
std::optional<Word> verb_of_aside(const Tree& tree, Word as) {
  const Word verb = tree.head(as);
  if (verb == kRoot || verb < as || !tree.is_verb(verb) || !frame_of(tree.text(verb)).aside)
    return std::nullopt;
  if (tree.child(verb, "aux:pass")) return std::nullopt;
  return verb;
}

// The quotation that ends right before `word`, but for punctuation.
std::optional<Quoted> quoted_before(const Tree& tree, const Quotes& quotes, Word word, Word first) {
  while (word-- > first) {
    if (!tree.is_punctuation(word) && !is_mark(tree, word)) return std::nullopt;
    if (const auto found = quotes.closed_by(word)) return found;
  }
  return std::nullopt;
}

// Whether the words before the mark let a noun phrase begin there, and do not make it a title or a mention.
bool opens_noun_phrase(const Tree& tree, Word mark, Word first) {
  if (mark == first) return false;
  const Word before = mark - 1;
  if (tree.is_any(before, {"det", "nmod:poss"})) return true;
  if (tree.text(before) == "'s" || tree.text(before) == "’s") return true;
  return tree.is_any(before, {"amod", "nummod"});
}

bool all_capital(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    const std::string_view upos = tree.upos(word);
    const bool small = upos == "ADP" || upos == "DET" || upos == "CCONJ" || upos == "PART" || upos == "PUNCT";
    if (!small && !begins_with_capital(tree.text(word))) return false;
  }
  return true;
}

}  // namespace

std::optional<Draft> held_off_by(const Tree& tree, const Quotes& quotes, Word word) {
  const TokenRange sentence = tree.sentence(word);
  Word first = word;
  if (lower(tree, word) == "called") {
    const bool hyphen =
        word >= sentence.first + 2 && tree.text(word - 1) == "-" && lower(tree, word - 2) == "so";
    const bool blank = word > sentence.first && lower(tree, word - 1) == "so" && tree.is(word, "amod");
    if (!hyphen && !blank) return std::nullopt;
    first = hyphen ? word - 2 : word - 1;
  } else if (lower(tree, word) != "so-called") {
    return std::nullopt;
  }
  Draft draft{.name = {}, .cue = TokenRange{first, word + 1}};
  if (word + 1 >= sentence.end) return std::nullopt;
  if (const auto quoted = quotes.opened_by(word + 1); quoted && is_mark(tree, word + 1)) {
    const auto name = quoted_name(tree, *quoted);
    if (!name) return std::nullopt;
    draft.name = *name;
    return draft;
  }
  const Word head = tree.head(word);
  if (head == kRoot || head <= word || !is_noun(tree, head)) return std::nullopt;
  // Common nouns end it: "the so-called peace pipeline to the coast".
  const Word end = tree.upos(head) == "PROPN" ? sentence.end : head + 1;
  const auto name = name_at(tree, quotes, head, {word + 1, end});
  if (!name) return std::nullopt;
  draft.name = *name;
  return draft;
}

std::optional<Draft> given_aside(const Tree& tree, const Quotes& quotes, Word as) {
  if (lower(tree, as) != "as") return std::nullopt;
  const auto verb = verb_of_aside(tree, as);
  const auto namer = verb ? tree.child(*verb, "nsubj") : std::nullopt;
  const auto object = verb ? tree.child(*verb, "obj") : std::nullopt;
  if (!namer || !object || !is_nominal(tree, *namer) || *object < *verb) return std::nullopt;

  const TokenRange sentence = tree.sentence(as);
  const auto quoted = quoted_before(tree, quotes, as, sentence.first);
  const bool call = frame_of(tree.text(*verb)).object;
  std::optional<Name> name = quoted ? quoted_name(tree, *quoted) : std::nullopt;
  if (!quoted && call && tree.head(*verb) != kRoot && tree.head(*verb) < as) {
    name = name_at(tree, quotes, tree.head(*verb), {sentence.first, as});
  }
  if (!name) return std::nullopt;
  Draft draft{.name = *name, .cue = TokenRange{*verb, *verb + 1}};
  draft.namer = noun_phrase(tree, *namer, {as + 1, *verb});
  if (draft.namer->empty()) return std::nullopt;
  if (is_noun(tree, *object)) {
    if (!call) return std::nullopt;  // "as Ruiz put the matter"
    draft.named = noun_phrase(tree, *object, {*verb + 1, sentence.end});
    if (draft.named->empty()) draft.named.reset();
  }
  return draft;
}

std::optional<Draft> given_in_the_words_of(const Tree& tree, const Quotes& quotes, Word words) {
  const TokenRange sentence = tree.sentence(words);
  if (lower(tree, words) != "words" || words < sentence.first + 2 || words + 2 >= sentence.end)
    return std::nullopt;
  if (lower(tree, words - 2) != "in" || lower(tree, words - 1) != "the" || lower(tree, words + 1) != "of")
    return std::nullopt;
  const Word namer = tree.head(words + 1);
  if (namer == kRoot || namer <= words || !is_noun(tree, namer)) return std::nullopt;
  const auto quoted = quoted_before(tree, quotes, words - 2, sentence.first);
  const auto name = quoted ? quoted_name(tree, *quoted) : std::nullopt;
  if (!name) return std::nullopt;
  Draft draft{.name = *name, .cue = TokenRange{words - 2, words + 2}};
  draft.namer = noun_phrase(tree, namer, {words + 2, sentence.end});
  if (draft.namer->empty()) return std::nullopt;
  return draft;
}

std::optional<Draft> given_by_the_name(const Tree& tree, const Quotes& quotes, Word word) {
  const TokenRange sentence = tree.sentence(word);
  if (lower(tree, word) != "name" || word < sentence.first + 2) return std::nullopt;
  const std::string by = lower(tree, word - 2);
  if (lower(tree, word - 1) != "the" || (by != "by" && by != "under")) return std::nullopt;
  Word mark = word + 1;
  if (mark < sentence.end && lower(tree, mark) == "of") ++mark;
  if (mark >= sentence.end || !is_mark(tree, mark)) return std::nullopt;
  const auto quoted = quotes.opened_by(mark);
  const auto name = quoted ? quoted_name(tree, *quoted) : std::nullopt;
  if (!name) return std::nullopt;
  Draft draft{.name = *name, .cue = TokenRange{word - 2, word + 1}};
  const Word verb = tree.head(word);
  if (verb == kRoot || verb >= word || !tree.is_verb(verb)) return draft;
  const bool describes = tree.is(verb, "acl") && tree.head(verb) != kRoot && tree.head(verb) < verb;
  const auto named = describes ? std::optional(tree.head(verb)) : tree.child(verb, "nsubj");
  if (named && is_nominal(tree, *named)) draft.named = noun_phrase(tree, *named, {sentence.first, verb});
  if (draft.named && draft.named->empty()) draft.named.reset();
  return draft;
}

std::optional<Draft> held_at_arms_length(const Tree& tree, Quoted quoted) {
  const Word mark = quoted.first - 1;
  const TokenRange sentence = tree.sentence(quoted.first);
  if (!sentence.contains(mark) || !sentence.contains(quoted.end)) return std::nullopt;
  const auto name = quoted_name(tree, quoted);
  if (!name || name->words.size() > kLongestScareQuote || name->words.first != quoted.first)
    return std::nullopt;
  const Word head = *head_of(tree, name->words);
  if (tree.upos(head) != "NOUN" || !opens_noun_phrase(tree, mark, sentence.first)) return std::nullopt;
  // Part of a name or of a larger noun: the “open door” policy, the “Salt” film.
  if (tree.is_any(head, {"compound", "amod", "flat", "appos", "nmod:poss", "dep", "root"}))
    return std::nullopt;
  if (all_capital(tree, name->words)) return std::nullopt;
  // A noun right behind carries the phrase after all; a noun of speech before makes it a mention.
  if (quoted.end + 1 < sentence.end && is_noun(tree, quoted.end + 1)) return std::nullopt;
  if (mark > sentence.first && is_listed(tree.text(mark - 1), Kind::word)) return std::nullopt;
  return Draft{.name = *name};
}

}  // namespace onrecord::naming
