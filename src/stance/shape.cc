#include "stance/shape.h"

#include <algorithm>
#include <array>

namespace onrecord::stance {
namespace {

constexpr std::uint32_t kFarthest = 512;  // Words of a content that are looked through for its main clause.

bool in_contents(const Tree& tree, const Statement& statement, Word word) {
  if (word >= tree.size()) return false;
  const Span span = tree.document().tokens()[word].span;
  const auto after = std::partition_point(statement.contents.begin(), statement.contents.end(),
                                          [&](Span content) { return content.end <= span.begin; });
  return after != statement.contents.end() && after->begin < span.end;
}

bool is_quoted(const Tree& tree, const Statement& statement) {
  if (statement.form == Form::direct) return true;
  const std::string_view text = tree.document().text();
  if (statement.contents.empty() || statement.contents.front().begin >= text.size()) return false;
  static constexpr std::array<std::string_view, 6> kOpening = {"\"", "“", "„", "«", "‘", "``"};
  const std::string_view rest = text.substr(statement.contents.front().begin);
  return std::any_of(kOpening.begin(), kOpening.end(),
                     [&](std::string_view mark) { return rest.starts_with(mark); });
}

bool has_subject(const Tree& tree, Word word) {
  return tree.child(word, "nsubj").has_value() || tree.child(word, "csubj").has_value() ||
         tree.child(word, "expl").has_value();
}

// "Had they waited": an auxiliary before its subject.
std::optional<Word> inversion_of(const Tree& tree, Word word) {
  const auto subject = tree.child(word, "nsubj");
  for (const Word c : tree.children(word)) {
    if (!subject || !tree.is_any(c, {"aux", "mark"}) || c > *subject) continue;
    const std::string text = lower(tree, c);
    if (text == "had" || text == "should" || text == "were") return c;
  }
  return std::nullopt;
}

// How much a word looks like the head of the content's main clause.
int rank(const Tree& tree, Word word, std::optional<Word> cue) {
  if (tree.is_punctuation(word)) return 0;
  int points = 1;
  const bool clause_child = tree.is_any(word, {"ccomp", "xcomp", "advcl", "acl", "parataxis", "root"});
  const bool copular = tree.child(word, "cop").has_value();
  if (is_verbal(tree, word) || copular) points += 2;
  if (has_subject(tree, word) || copular) points += 3;
  if (to_of(tree, word)) points += 2;
  // A bare infinitive with a subject has lost its auxiliary to another clause.
  if (has_subject(tree, word) && has_feature(tree, word, "VerbForm=Inf") && !finite_of(tree, word) &&
      !to_of(tree, word))
    points -= 4;
  if (clause_child) points += 2;
  if (cue && tree.head(word) == *cue && clause_child) points += 3;
  if (cue && tree.head(word) == *cue && tree.is(word, "obj")) points += 4;       // "offered a loan if …"
  if (tree.is(word, "advcl") && to_of(tree, word) == std::nullopt) points -= 4;  // "If it rains, …"
  if (tree.is_any(word, {"discourse", "vocative", "cc", "advmod", "mark", "case"})) points -= 2;
  return points;
}

// The best head among the words of the content's first sentence from `first` on; `next` is where the
// following one begins.
struct Choice {
  std::optional<Word> head;
  std::optional<Word> condition;
  int points = 0;
  Word next = 0;
};

Choice choose(const Tree& tree, const Statement& statement, Word first, std::optional<Word> cue) {
  Choice choice;
  const Word end = std::min(tree.sentence(first).end, first + kFarthest);
  for (Word word = first; word < end; ++word) {
    if (!in_contents(tree, statement, word)) continue;
    const Word head = tree.head(word);
    if (head != syntax::Word{kRoot} && in_contents(tree, statement, head)) continue;
    int points = rank(tree, word, cue);
    if (const auto mark = statement.contents.size() > 1 ? condition_mark(tree, word) : std::nullopt) {
      points = std::max(1, points - 4);
      choice.condition = mark;
    }
    if (points > choice.points) choice.head = word, choice.points = points;
  }
  choice.next = std::max(end, first + 1);
  return choice;
}

std::optional<Word> question_word(const Tree& tree, const Statement& statement, Word head) {
  if (tree.is(head, "advcl")) return std::nullopt;
  for (const Word c : tree.children(head)) {
    if (c > head) break;
    if (tree.is(c, "mark") && found_in(tree, c, "question")) return c;
  }
  const Word first = tree.word_from(statement.contents.front().begin);
  if (first < head && written_in(tree, first, "question") && tree.is_below(first, head) &&
      !tree.is(first, "mark"))
    return first;
  return std::nullopt;
}

bool is_gerund(const Tree& tree, Word word) {
  return has_feature(tree, word, "VerbForm=Ger") ||
         (has_feature(tree, word, "VerbForm=Part") && has_feature(tree, word, "Tense=Pres"));
}

void set_shape(const Tree& tree, const Statement& statement, std::optional<Word> cue, Content& content) {
  const Word head = *content.head;
  const bool object = cue && tree.child(*cue, "obj") && *tree.child(*cue, "obj") != head;
  const bool passive = cue && (tree.child(*cue, "aux:pass") || tree.child(*cue, "nsubj:pass"));
  const bool below = cue && tree.head(head) == *cue;
  const bool complement = below && tree.is(head, "xcomp");
  if (const auto question = content.quoted ? std::nullopt : question_word(tree, statement, head)) {
    content.shape = Shape::question;
    content.mark = question;
  } else if (const auto to = to_of(tree, head); to && !tree.child(head, "aux")) {
    const bool names = tree.child(head, "nsubj:outer").has_value();  // "The goal is to go."
    const bool others = object || (passive && !content.quoted) || has_subject(tree, head);
    content.shape = others && !names ? Shape::told : Shape::infinitive;
    content.mark = to;
  } else if (object && complement && is_verbal(tree, head)) {
    content.shape = Shape::told;
  } else if (object && complement) {
    content.shape = Shape::description;
  } else if (is_gerund(tree, head) && !finite_of(tree, head) && !has_subject(tree, head)) {
    content.shape = Shape::gerund;
  } else if (finite_of(tree, head) || has_subject(tree, head) || is_verbal(tree, head)) {
    content.shape = Shape::clause;
  } else {
    content.shape = content.quoted && !below ? Shape::clause : Shape::noun;
  }
}

}  // namespace

std::optional<Word> condition_mark(const Tree& tree, Word clause) {
  for (const Word c : tree.children(clause)) {
    if (c > clause) break;
    if (!tree.is_any(c, {"mark", "advmod", "case"})) continue;
    const bool even = c > 0 && lower(tree, c - 1) == "even";
    if (written_in(tree, c, "condition") && !even) return c;
  }
  return inversion_of(tree, clause);
}

bool is_verbal(const Tree& tree, Word word) { return tree.upos(word) == "VERB" || tree.upos(word) == "AUX"; }

bool has_feature(const Tree& tree, Word word, std::string_view feature) {
  const auto& labels = tree.tags().labels;
  const auto id = tree.tags().words[word].feats;
  if (!labels || id >= labels->feats.size()) return false;
  const std::string_view all = labels->feats[id];
  const std::size_t at = all.find(feature);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + feature.size();
  return (at == 0 || all[at - 1] == '|') && (end == all.size() || all[end] == '|');
}

std::optional<Word> to_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (c > word) break;
    if (tree.is_any(c, {"mark", "aux"}) && lower(tree, c) == "to") return c;
  }
  return std::nullopt;
}

std::optional<Word> finite_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (tree.is_any(c, {"aux", "cop"}) &&
        (has_feature(tree, c, "VerbForm=Fin") || written_in(tree, c, "modal")))
      return c;
  }
  if (is_verbal(tree, word) && has_feature(tree, word, "VerbForm=Fin")) return word;
  return std::nullopt;
}

Content read_content(const Tree& tree, const Statement& statement, std::optional<Word> cue) {
  Content content;
  if (statement.contents.empty()) return content;
  content.quoted = is_quoted(tree, statement);
  // A quotation may begin with fragments ("Yes. Safety and peace."): the first sentence with a clause counts.
  int best = 0;
  int sentences = 0;
  Word first = tree.word_from(statement.contents.front().begin);
  for (std::size_t part = 0; part < statement.contents.size() && sentences < 4; ++part) {
    first = std::max(first, tree.word_from(statement.contents[part].begin));
    const Word end = tree.word_from(statement.contents[part].end);
    while (first < std::max(end, first) && first < tree.size() && sentences < 4) {
      const Choice choice = choose(tree, statement, first, cue);
      ++sentences;
      first = choice.next;
      if (choice.points <= best) continue;
      best = choice.points;
      content.head = choice.head;
      content.condition = choice.condition;
      if (best > 5) sentences = 4;
    }
  }
  if (!content.head) return content;
  if (content.condition && tree.is_below(*content.condition, *content.head)) content.condition.reset();
  const TokenRange sentence = tree.sentence(*content.head);
  for (Word word = std::min(sentence.end, *content.head + kFarthest); word-- > *content.head;) {
    if (!in_contents(tree, statement, word)) continue;
    content.last = word;
    break;
  }
  set_shape(tree, statement, cue, content);
  return content;
}

}  // namespace onrecord::stance
