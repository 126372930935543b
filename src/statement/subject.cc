#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr int kFarthest = 3;  // Verbs joined to verbs.

// The noun right before a participle: "a message saying …"
std::optional<Word> bearer_of(const Tree& tree, Word participle) {
  const Word noun = tree.head(participle);
  if (noun == kRoot || noun + 1 != participle) return std::nullopt;
  return tree.upos(noun) == "NOUN" || tree.upos(noun) == "PROPN" ? std::optional(noun) : std::nullopt;
}

}  // namespace

std::optional<Word> subject_of(const Tree& tree, Word verb) {
  if (tree.child(verb, "aux:pass")) return std::nullopt;  // "after being told"
  const Word first = verb;
  for (int steps = 0; steps < kFarthest; ++steps) {
    if (const auto subject = tree.child(verb, "nsubj")) {
      if (tree.relation(*subject) == "nsubj") return subject;
      // "The poll was taken in May, showing that …": the poll shows it. "Ruiz was seen leaving": nobody saw.
      const bool trailing =
          first != verb && tree.is(first, "advcl") && tree.text(first).ends_with("ing") && first > verb;
      return trailing && tree.head(first) == verb ? subject : std::nullopt;
    }
    if (tree.relation(verb) == "acl" && tree.text(verb).ends_with("ing")) return bearer_of(tree, verb);
    if (!tree.is_any(verb, {"conj", "advcl", "xcomp"}) || tree.relation(verb) == "advcl:relcl")
      return std::nullopt;
    verb = tree.head(verb);
    if (verb == kRoot) return std::nullopt;
  }
  return std::nullopt;
}

bool is_hollow(const Tree& tree, Word subject) {
  if (tree.upos(subject) != "PRON") return false;
  const auto lemma = tree.lemma(subject);
  return lemma == "that" || lemma == "this" || lemma == "it" || lemma == "what" || lemma == "there";
}

bool is_told(const Tree& tree, Word verb) {
  if (tree.child(verb, "nsubj")) {
    for (const Word child : tree.children(verb)) {
      if (child > verb || !tree.is_any(child, {"mark", "aux"})) continue;
      const auto lemma = tree.lemma(child);
      if (lemma == "if" || lemma == "to" || lemma == "unless" || lemma == "whether") return false;
    }
  }
  return tree.head(verb) == kRoot || tree.lemma(tree.head(verb)) != "let";
}

}  // namespace onrecord::statement
