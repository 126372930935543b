// What the cue tells: the act, whether it was done, how far the outlet stands behind it.

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "stance/labels.h"

namespace onrecord::stance {
namespace {

bool is_any_of(Act act, std::initializer_list<Act> acts) {
  return std::find(acts.begin(), acts.end(), act) != acts.end();
}

// The word of `span` on which its other words hang.
std::optional<Word> head_of(const Tree& tree, const std::optional<Span>& span) {
  if (!span) return std::nullopt;
  const TokenRange words = tree.words(*span);
  const Word end = std::min({words.end, tree.size(), words.first + 64});
  for (Word word = words.first; word < end; ++word) {
    const Word head = tree.head(word);
    if ((head == kRoot || head < words.first || head >= words.end) && !tree.is_punctuation(word)) return word;
  }
  return std::nullopt;
}

bool speaker_is(const Evidence& evidence, std::string_view what) {
  const auto head = head_of(evidence.tree, evidence.statement.speaker);
  return head && found_in(evidence.tree, *head, what);
}

bool is_attitude(const Evidence& evidence) {
  if (!evidence.sense || !evidence.cue.head) return false;
  if (is_any_of(evidence.sense->act, {Act::think, Act::support, Act::oppose, Act::express, Act::predict}))
    return true;
  if (found_in(evidence.tree, *evidence.cue.head, "excluding")) return true;
  const Presents presents = evidence.sense->presents;
  const bool willed = presents == Presents::plan || presents == Presents::wish || presents == Presents::want;
  return willed && !found_in(evidence.tree, *evidence.cue.head, "spoken");
}

// "She suggested that he go", "… should go".
bool proposes(const Evidence& evidence) {
  if (!evidence.clause || evidence.content.shape != Shape::clause) return false;
  return evidence.clause->mode == Mode::should || (evidence.clause->subjunctive && !evidence.content.quoted);
}

void judge_by_speaker(const Evidence& evidence, Sense& sense) {
  if (is_any_of(sense.act, {Act::say, Act::think, Act::propose, Act::confirm}) &&
      (sense.presents == Presents::fact || sense.presents == Presents::probable ||
       sense.presents == Presents::offer) &&
      evidence.content.shape != Shape::infinitive && speaker_is(evidence, "artefact")) {
    sense.act = Act::show;
    if (sense.presents == Presents::offer) sense.presents = Presents::probable;
  }
  if (sense.act == Act::predict && found_in(evidence.tree, *evidence.cue.head, "providing") &&
      speaker_is(evidence, "binding")) {
    sense.act = Act::show;  // "The law foresees that …"
    sense.presents = Presents::fact;
  }
  // "The court heard that …": somebody said it there.
  if (sense.act == Act::think && !evidence.statement.speaker &&
      found_in(evidence.tree, *evidence.cue.head, "hearing"))
    sense.act = Act::say;
  if (sense.act == Act::demand && speaker_is(evidence, "authority") &&
      found_in(evidence.tree, *evidence.cue.head, "ordering"))
    sense.act = Act::decree;
}

bool is_nobody(const Evidence& evidence) {
  const auto speaker = head_of(evidence.tree, evidence.statement.speaker);
  if (!speaker) return false;
  if (written_in(evidence.tree, *speaker, "negative_subject")) return true;
  const auto no = evidence.tree.child(*speaker, "det");
  return no && written_in(evidence.tree, *no, "negative_determiner");
}

void judge_by_content(const Evidence& evidence, Sense& sense) {
  const Tree& tree = evidence.tree;
  const bool noun = evidence.content.shape == Shape::noun || evidence.content.shape == Shape::gerund;
  if (sense.act == Act::oppose && evidence.content.head && noun &&
      found_in(tree, *evidence.content.head, "deniable")) {
    sense.act = Act::deny;
    sense.presents = Presents::deny;
  }
  // "Knows how it began": they do. "Knows whether" leaves it open.
  if (sense.presents == Presents::open && sense.act == Act::think && !evidence.cue_negation &&
      evidence.content.shape == Shape::question && evidence.content.mark &&
      found_in(tree, *evidence.cue.head, "knowing") && !is_nobody(evidence)) {
    const std::string mark = lower(tree, *evidence.content.mark);
    if (mark != "if" && mark != "whether") sense.presents = Presents::fact;
  }
  // "Offered her congratulations": that noun is what is done.
  if (sense.presents == Presents::offer && evidence.content.shape == Shape::noun && evidence.content.head &&
      tree.upos(*evidence.content.head) == "NOUN" && found_in(tree, *evidence.cue.head, "light")) {
    if (const auto given = own_sense(tree, *evidence.content.head);
        given && given->presents == Presents::fact && given->act != Act::support)
      sense = *given;
  }
  // "Wants the craft to be kept": a wish; nobody is asked to do anything.
  if (sense.presents == Presents::want && evidence.content.shape == Shape::told && evidence.content.head &&
      (tree.child(*evidence.content.head, "cop") || tree.child(*evidence.content.head, "aux:pass") ||
       found_in(tree, *evidence.content.head, "state"))) {
    sense.act = Act::express;
    sense.presents = Presents::wish;
  }
  if (sense.act == Act::claim && evidence.clause && evidence.clause->subjunctive &&
      !evidence.content.quoted) {
    sense.act = Act::demand;  // "Insists that she resign."
    sense.commitment = Commitment::neutral;
    sense.presents = Presents::demand;
  }
  if (sense.presents == Presents::probable && sense.act == Act::say && proposes(evidence)) {
    sense.act = Act::propose;
    sense.presents = Presents::offer;
  }
  if (evidence.cue_negation && sense.act == Act::deny && found_in(tree, *evidence.cue.head, "excluding")) {
    sense.act = Act::say;
    sense.presents = Presents::possible;
  }
  if (evidence.cue_negation && evidence.attitude) {
    if (sense.act == Act::support) {
      sense.act = Act::oppose;
    } else if (sense.act == Act::oppose) {
      sense.act = Act::support;
    }
  }
}

// "We urge …", "We hope …": the words themselves do what they name.
std::optional<Sense> performed(const Evidence& evidence) {
  if (!evidence.clause || !evidence.content.quoted) return std::nullopt;
  const Word head = *evidence.content.head;
  if (!is_verbal(evidence.tree, head) || evidence.clause->tense == Tense::past) return std::nullopt;
  const auto subject = evidence.tree.child(head, "nsubj");
  const bool bare = has_feature(evidence.tree, head, "VerbForm=Inf") && !to_of(evidence.tree, head) &&
                    !evidence.tree.child(head, "aux");
  if (!subject && (bare || has_feature(evidence.tree, head, "Mood=Imp")))
    return Sense{Act::demand, Commitment::neutral, Presents::demand, false};
  const std::string who = subject ? lower(evidence.tree, *subject) : "";
  const bool own = who == "i" || who == "we" || (!subject && has_feature(evidence.tree, head, "Tense=Pres"));
  if (own && evidence.clause->mode == Mode::wish && evidence.clause->mode_word == head)
    return Sense{Act::express, Commitment::neutral, Presents::wish, false};  // "I would love to see it."
  if (!own || modal_of(evidence.tree, head) || negation_of(evidence.tree, head)) return std::nullopt;
  const auto sense = own_sense(evidence.tree, head);
  if (!sense) return std::nullopt;
  const bool does = sense->presents == Presents::demand || sense->presents == Presents::plan ||
                    sense->presents == Presents::wish;
  return does ? sense : std::nullopt;
}

// A forecast rather than a plain "will": it says that the time is near.
bool is_foretold(const Evidence& evidence) {
  if (!evidence.content.quoted) return false;
  const Tree& tree = evidence.tree;
  // Of the content's main clause, or of one beside it where two sentences were read as one.
  std::vector<Word> clauses = {evidence.clause->head};
  if (const Word above = tree.head(evidence.clause->head); above != kRoot) {
    for (const Word c : tree.children(above)) {
      if (c < evidence.clause->head && tree.is(c, "ccomp") && modal_of(tree, c)) clauses.push_back(c);
    }
  }
  for (const Word clause : clauses) {
    for (const Word c : tree.children(clause)) {
      if (tree.is(c, "advmod") && written_in(tree, c, "future")) return true;
    }
  }
  return false;
}

// What plain saying does by the words said: "said we are ready to" promises, "said they must" demands.
Act said_to(const Evidence& evidence) {
  if (evidence.question) return Act::ask;
  if (!evidence.clause || evidence.content.shape != Shape::clause) return Act::say;
  const Clause& clause = *evidence.clause;
  if (clause.tense == Tense::past || clause.condition) return Act::say;
  switch (clause.mode) {
    case Mode::plan:
      return clause.negative ? Act::say : Act::promise;
    case Mode::will:
      return doing_of(evidence) != Own::speaker && is_foretold(evidence) ? Act::predict : Act::say;
    case Mode::must:
      return clause.mode_word && written_in(evidence.tree, *clause.mode_word, "modal") &&
                     doing_of(evidence) != Own::speaker
                 ? Act::demand
                 : Act::say;
    case Mode::expect:
      return Act::predict;
    default:
      return Act::say;
  }
}

bool is_plain(const Sense& sense) { return sense.act == Act::say && sense.presents == Presents::fact; }

std::optional<Word> question_of(const Evidence& evidence) {
  if (!evidence.content.last || !evidence.content.quoted) return std::nullopt;
  // A question that is answered, or followed by what is asserted, asks nothing.
  const Word end = evidence.tree.words(evidence.statement.contents.back()).end;
  if (end > *evidence.content.last + 3) return std::nullopt;
  for (Word word = *evidence.content.last + 1, steps = 0; word-- > 0 && steps < 3; ++steps) {
    if (evidence.tree.text(word) == "?") return word;
  }
  return std::nullopt;
}

// "In fact", "clearly": at the cue or within the speaker's own words.
std::optional<Word> stress_of(const Evidence& evidence) {
  if (const auto word = adverb_at_cue(evidence, "insisting")) return word;
  if (!evidence.content.quoted || !evidence.content.head) return std::nullopt;
  for (const Word c : evidence.tree.children(*evidence.content.head)) {
    if (c < *evidence.content.head && evidence.tree.is_any(c, {"advmod", "obl"}) &&
        written_in(evidence.tree, c, "insisting"))
      return c;
  }
  // "In fact, …" at the head of the quotation, wherever the tree has hung it.
  const Tree& tree = evidence.tree;
  const TokenRange words = tree.words(evidence.statement.contents.front());
  for (Word word = words.first; word + 1 < words.end && word < words.first + 4; ++word) {
    if (written_in(tree, word, "insisting") && tree.text(word + 1) == ",") return word;
  }
  return std::nullopt;
}

bool is_passive(const Tree& tree, Word word) {
  return tree.child(word, "aux:pass").has_value() || tree.child(word, "nsubj:pass").has_value();
}

CueStatus status_named(std::string_view name) {
  for (int value = 1; value <= static_cast<int>(CueStatus::asked_for); ++value) {
    if (to_string(static_cast<CueStatus>(value)) == name) return static_cast<CueStatus>(value);
  }
  return CueStatus::unknown;
}

// "Declined to comment": by the words of the cue that stand above its own, or by a refusal whose content
// speaks.
std::optional<Judged<CueStatus>> by_governor(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  for (const Word word : evidence.cue.above) {
    if (word + 1 < tree.size() && lower(tree, word + 1) == "on" && found_in(tree, word, "going")) continue;
    if (const auto found = found_in(tree, word, "above"))
      return label(status_named(*found), "cue.above", span_of(evidence, word));
  }
  if (!evidence.content.head || !evidence.cue.head) return std::nullopt;
  const bool speaks = found_in(tree, *evidence.content.head, "utterance").has_value();
  if (!speaks || evidence.content.quoted) return std::nullopt;
  if (evidence.sense->presents == Presents::refuse)
    return label(CueStatus::refused, "cue.refused", span_of(evidence, *evidence.cue.head));
  if (evidence.sense->act == Act::demand && evidence.content.shape == Shape::told)
    return label(CueStatus::asked_for, "cue.asked", span_of(evidence, *evidence.cue.head));
  return std::nullopt;
}

bool is_perfect(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (tree.is(c, "aux") && lower(tree, c) == "have") return true;
  }
  return false;
}

// "I would say", "we must add": said with it.
bool is_said_with_it(const Evidence& evidence, Word word) {
  const auto subject = evidence.tree.child(word, "nsubj");
  const std::string who = subject ? lower(evidence.tree, *subject) : "";
  return (who == "i" || who == "we") && found_in(evidence.tree, word, "venturing");
}

// "Will end up passing": of the cue's own word, or of one above it in the cue.
std::optional<Word> modal_at(const Evidence& evidence, Word word) {
  if (const auto modal = modal_of(evidence.tree, word)) return modal;
  const Word end = std::min(word, evidence.cue.words.end);
  for (Word each = evidence.cue.words.first; each < end; ++each) {
    if (evidence.tree.is(each, "aux") && written_in(evidence.tree, each, "modal")) return each;
  }
  return std::nullopt;
}

std::optional<Judged<CueStatus>> by_modal(const Evidence& evidence, Word word) {
  const auto modal = modal_at(evidence, word);
  if (!modal) return std::nullopt;
  const auto kind = written_in(evidence.tree, *modal, "modal").value_or("");
  const auto span = span_of(evidence, *modal);
  const auto subject = evidence.tree.child(word, "nsubj");
  const std::string who = subject ? lower(evidence.tree, *subject) : "";
  const bool own = who == "i" || who == "we";
  // "Must acknowledge", "should say": whoever tells so asks for it.
  if ((kind == "must" || kind == "should") && !own && !is_perfect(evidence.tree, word) &&
      !is_passive(evidence.tree, word))
    return label(CueStatus::asked_for, "cue.modal", span);
  if (evidence.attitude) {
    if (cue_maybe(evidence)) return label(CueStatus::expected, "cue.modal", span);
    return std::nullopt;
  }
  if (evidence.cue_negation) {
    const bool would = kind == "would" || kind == "will";
    return label(would ? CueStatus::refused : CueStatus::not_made, "cue.modal", span);
  }
  // "Could have said so": did not.
  if ((kind == "could" || kind == "would" || kind == "should") && lower(evidence.tree, *modal) != "might" &&
      is_perfect(evidence.tree, word))
    return label(CueStatus::not_made, "cue.modal", span);
  const bool rule = kind == "must" && is_passive(evidence.tree, word);  // "Must be approved by the council."
  if ((kind == "can" || kind == "must") && !rule) return label(CueStatus::made, "cue.modal_made", span);
  if (is_said_with_it(evidence, word)) return label(CueStatus::made, "cue.modal_made", span);
  return label(CueStatus::expected, "cue.modal", span);
}

// A headline's "Mayor to open bridge".
std::optional<Judged<CueStatus>> by_headline(const Evidence& evidence, Word top) {
  const Tree& tree = evidence.tree;
  const auto to = to_of(tree, top);
  if (!to || !is_verbal(tree, top) || (tree.head(top) != kRoot && !evidence.statement.in_heading))
    return std::nullopt;
  if (!evidence.statement.speaker || tree.words(*evidence.statement.speaker).end != *to) return std::nullopt;
  return label(CueStatus::expected, "cue.modal", span_of(evidence, *to));
}

}  // namespace

Span span_of(const Evidence& evidence, Word word) { return evidence.tree.document().tokens()[word].span; }

namespace {

// Whether the pronoun agrees with the words that tell the speaker: "voters said he will win" is of another.
bool may_be_the_speaker(const Evidence& evidence, Word pronoun) {
  const Tree& tree = evidence.tree;
  const auto speaker = head_of(tree, evidence.statement.speaker);
  if (!speaker) return true;
  const std::string who = lower(tree, pronoun);
  if (tree.upos(*speaker) == "PRON") {
    const std::string speaks = lower(tree, *speaker);
    if (speaks == "i" || speaks == "we" || speaks == "you") return false;
    const bool known = speaks == "he" || speaks == "she" || speaks == "it" || speaks == "they";
    return !known || speaks == who || who == "they";
  }
  return who == "they" || !has_feature(tree, *speaker, "Number=Plur");
}

// What hangs on the content's clause from beside it: the condition before an inserted cue ("If it rains, he
// said, …"), and the clause that a noun of speech announces ("denied reports that it would close").
void add_condition(Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Content& content = evidence.content;
  if (evidence.clause && content.condition) condition(tree, *content.condition, *evidence.clause);
  if (evidence.clause || !content.head || !found_in(tree, *content.head, "deniable")) return;
  for (const Word c : tree.children(*content.head)) {
    if (tree.is(c, "acl") && !tree.is(c, "acl:relcl") && finite_of(tree, c))
      evidence.clause = read_clause(tree, c);
  }
}

}  // namespace

Evidence gather(const Tree& tree, const Statement& statement, const Entities* entities) {
  Evidence evidence{tree,  statement, read_cue(tree, statement), {}, {}, {}, {}, {}, {}, entities,
                    false, false};
  evidence.content = read_content(tree, statement, evidence.cue.head);
  if (evidence.content.head && evidence.content.shape != Shape::noun)
    evidence.clause = read_clause(tree, *evidence.content.head);
  evidence.question = question_of(evidence);
  if (evidence.cue.head) {
    const Word top = evidence.cue.above.empty() ? *evidence.cue.head : evidence.cue.above.front();
    evidence.cue_negation = negation_of(tree, top);
    if (!evidence.cue_negation) evidence.cue_negation = negation_of(tree, *evidence.cue.head);
    // "No" at what was said is the content's: "found no evidence".
    if (evidence.cue_negation && evidence.content.head &&
        tree.is_below(*evidence.cue_negation, *evidence.content.head))
      evidence.cue_negation.reset();
  }
  add_condition(evidence);
  evidence.sense = sense_of(tree, evidence.cue, evidence.content);
  if (!evidence.sense) return evidence;
  // "Did not know that it was closed": it was; they had no thought of it.
  const bool unknowing = evidence.cue_negation && evidence.content.shape == Shape::clause &&
                         found_in(tree, *evidence.cue.head, "knowing");
  evidence.attitude = is_attitude(evidence) && !unknowing;
  judge_by_speaker(evidence, *evidence.sense);
  judge_by_content(evidence, *evidence.sense);
  if (is_plain(*evidence.sense) && !evidence.cue_negation) {
    if (const auto sense = performed(evidence)) {
      evidence.sense = sense;
      evidence.performed = evidence.content.head;
    }
  }
  return evidence;
}

std::optional<Word> cue_maybe(const Evidence& evidence) {
  if (!evidence.cue.head || evidence.cue_negation) return std::nullopt;
  const Word top = evidence.cue.above.empty() ? *evidence.cue.head : evidence.cue.above.front();
  const auto modal = modal_at(evidence, top);
  const auto kind = modal ? written_in(evidence.tree, *modal, "modal").value_or("") : "";
  return kind == "may" || kind == "could" ? modal : std::nullopt;
}

Own doing_of(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  if (evidence.content.shape == Shape::infinitive) return Own::speaker;
  if (!evidence.clause) return Own::no;
  const Word clause = evidence.clause->mode_clause.value_or(evidence.clause->head);
  auto subject = tree.child(clause, "nsubj");
  if (!subject) subject = tree.child(evidence.clause->head, "nsubj");
  if (!subject) return Own::no;
  if (tree.is(*subject, "nsubj:pass") || tree.child(clause, "nsubj:pass")) return Own::other;
  const std::string who = lower(tree, *subject);
  if (who == "i" || who == "we") return Own::speaker;
  if (is_own_body(evidence, *subject)) return Own::speaker;
  if (evidence.cue.head && found_in(tree, *evidence.cue.head, "announcing")) return Own::speaker;
  const bool third = who == "he" || who == "she" || who == "it" || who == "they";
  return third && !evidence.content.quoted && may_be_the_speaker(evidence, *subject) ? Own::speaker
                                                                                     : Own::other;
}

Judged<Act> act_of(const Evidence& evidence) {
  const Statement& statement = evidence.statement;
  if (!statement.cue) {
    if (!is_unannounced(evidence)) return {};
    const Act act = said_to(evidence);
    return label(act, "act.unannounced", statement.contents.front());
  }
  if (!evidence.sense) return {};
  if (evidence.performed)
    return label(evidence.sense->act, "act.content", span_of(evidence, *evidence.performed));
  const Span cue = span_of(evidence, *evidence.cue.head);
  if (is_plain(*evidence.sense) && !evidence.cue_negation) {
    const Act said = said_to(evidence);
    if (said == Act::ask) return label(said, "act.question", span_of(evidence, *evidence.question));
    if (said != Act::say) {
      const auto word = evidence.clause->mode_word;
      return label(said, "act.content", word ? span_of(evidence, *word) : cue);
    }
    if (const auto stress = stress_of(evidence))
      return label(Act::claim, "act.content", span_of(evidence, *stress));
  }
  return label(evidence.sense->act, evidence.sense->framed ? "act.framed" : "act.plain", cue);
}

Judged<CueStatus> cue_status_of(const Evidence& evidence, Act act) {
  if (!evidence.statement.cue) {
    if (act == Act::unknown) return {};
    return label(CueStatus::made, "cue.unannounced", evidence.statement.contents.front());
  }
  if (!evidence.sense) return {};
  const Word head = *evidence.cue.head;
  const auto span = span_of(evidence, head);
  const bool negated = evidence.cue_negation.has_value() && !evidence.attitude;
  if (const auto yet = yet_to(evidence))
    return label(CueStatus::not_made, "cue.negated", span_of(evidence, *yet));
  if (const auto above = by_governor(evidence)) {
    // "Did not decline to say" leaves it open.
    return negated && evidence.sense->presents != Presents::fact ? Judged<CueStatus>{} : *above;
  }
  const Word top = evidence.cue.above.empty() ? head : evidence.cue.above.front();
  if (const auto modal = by_modal(evidence, top)) return *modal;
  if (const auto ahead = by_headline(evidence, top)) return *ahead;
  if (negated) return label(CueStatus::not_made, "cue.negated", span_of(evidence, *evidence.cue_negation));
  if (condition_of(evidence.tree, head) && !is_verbal(evidence.tree, head)) return {};
  if (act == Act::ask && is_passive(evidence.tree, head) && !evidence.tree.child(head, "obl:agent"))
    return label(CueStatus::asked_for, "cue.asked", span);
  return label(CueStatus::made, "cue.plain", span);
}

}  // namespace onrecord::stance
