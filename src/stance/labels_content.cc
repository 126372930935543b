// What the content's clause tells: polarity, certainty, modality and time; and the status that follows from
// all.

#include <algorithm>

#include "stance/labels.h"

namespace onrecord::stance {
namespace {

std::optional<Word> head_negation(const Evidence& evidence) {
  if (!evidence.content.head || evidence.clause) return std::nullopt;
  return negation_of(evidence.tree, *evidence.content.head);
}

// May, might, could, can: by the auxiliary alone.
bool is_epistemic(Mode mode) { return mode == Mode::may || mode == Mode::might; }

Judged<Certainty> certainty_by_cue(const Evidence& evidence) {
  const auto span = cue_span(evidence);
  switch (presents_of(evidence)) {
    case Presents::possible:
    case Presents::wish:
    case Presents::want:
      return label(Certainty::possible, "certainty.cue", span);
    case Presents::doubt:
      // "No doubt": none.
      if (evidence.cue_negation) return label(Certainty::certain, "certainty.cue", span);
      [[fallthrough]];
    case Presents::probable:
    case Presents::predict:
      return label(Certainty::probable, "certainty.cue", span);
    case Presents::open:
      return label(Certainty::uncommitted, "certainty.open", span);
    default:
      return {};
  }
}

Judged<Certainty> certainty_by_clause(const Evidence& evidence) {
  if (!evidence.clause) return {};
  const Clause& clause = *evidence.clause;
  const auto span = word_span(evidence, clause.mode_word);
  if (is_epistemic(clause.mode) && !clause.unreal) {
    const bool could_not = clause.mode == Mode::might && clause.negative && !clause.perfect;
    if (!could_not || lower(evidence.tree, *clause.mode_word) == "might")
      return label(Certainty::possible, "certainty.modal", span);
  }
  if (clause.mode == Mode::wish) return label(Certainty::possible, "certainty.modal", span);
  if (clause.hedge == Certainty::possible || clause.hedge == Certainty::probable)
    return label(clause.hedge, "certainty.hedge", word_span(evidence, clause.hedge_word));
  switch (clause.mode) {
    case Mode::expect:
    case Mode::likely:
    case Mode::unlikely:
    case Mode::seem:
      return label(Certainty::probable, "certainty.modal", span);
    default:
      return {};
  }
}

Judged<Modality> modality_by_cue(const Evidence& evidence) {
  const auto span = cue_span(evidence);
  switch (presents_of(evidence)) {
    case Presents::plan:
      return label(Modality::plan, "modality.cue", span);
    case Presents::refuse:
      if (evidence.refused) return {};  // What was not said tells what it tells.
      return label(Modality::plan, "modality.refuse", span);
    case Presents::wish:
    case Presents::want:
      return label(Modality::wish, "modality.cue", span);
    case Presents::demand:
      return label(Modality::obligation, "modality.cue", span);
    case Presents::offer: {
      // "Recommended moving": whoever recommends does not do it.
      const bool recommends = evidence.cue.head && found_in(evidence.tree, *evidence.cue.head, "advising");
      const bool others =
          recommends || evidence.content.shape == Shape::told || evidence.content.shape == Shape::clause;
      return label(others ? Modality::obligation : Modality::plan, "modality.offer", span);
    }
    default:
      return {};
  }
}

// "Whether the firm would pay": asks what somebody means to do.
bool asks_for_will(const Evidence& evidence) {
  if (evidence.content.shape != Shape::question) return false;
  const Word clause = evidence.clause->head;
  const auto subject = evidence.tree.child(clause, "nsubj");
  return subject && is_verbal(evidence.tree, clause) && !evidence.tree.child(clause, "cop") &&
         !evidence.tree.is(*subject, "nsubj:pass") && lower(evidence.tree, *subject) != "it";
}

// "The yard will be closed", says who can close it: by nobody else.
bool is_done_by_the_speaker(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Word clause = evidence.clause->head;
  if (!evidence.sense || evidence.sense->act != Act::say || evidence.sense->presents != Presents::fact)
    return false;
  return tree.child(clause, "nsubj:pass") && tree.child(clause, "aux:pass") &&
         !tree.child(clause, "obl:agent") && !evidence.content.mark;
}

// "Predicted that she will win", "fears he will fall": what they will do is foreseen, not planned.
bool only_foreseen(const Evidence& evidence) {
  if (evidence.content.quoted && !evidence.sense) return false;
  const Presents presents = presents_of(evidence);
  const bool feared = presents == Presents::possible && evidence.sense && evidence.sense->act == Act::express;
  return presents == Presents::predict || presents == Presents::probable || presents == Presents::doubt ||
         feared;
}

// What the speaker will do; not what they will be or have.
bool is_own_will(const Evidence& evidence) {
  const Clause& clause = *evidence.clause;
  const bool thought = clause.hedge == Certainty::possible || clause.hedge == Certainty::probable;
  if (clause.condition || thought) return false;
  if (asks_for_will(evidence) || is_done_by_the_speaker(evidence)) return true;
  if (doing_of(evidence) != Own::speaker || only_foreseen(evidence)) return false;
  return !evidence.tree.child(clause.head, "cop") && !found_in(evidence.tree, clause.head, "state");
}

Judged<Modality> modality_by_mode(const Evidence& evidence) {
  const Clause& clause = *evidence.clause;
  const auto span = word_span(evidence, clause.mode_word);
  switch (clause.mode) {
    case Mode::can:
    case Mode::cannot:
      return label(Modality::ability, "modality.modal", span);
    case Mode::might:
      if (clause.negative && !clause.perfect && lower(evidence.tree, *clause.mode_word) == "could")
        return label(Modality::ability, "modality.could_not", span);
      return label(Modality::fact, "modality.epistemic", span);
    case Mode::may:
      return label(Modality::fact, "modality.epistemic", span);
    case Mode::permit:
      return label(Modality::permission, "modality.modal", span);
    case Mode::must:
    case Mode::should:
      return label(Modality::obligation, "modality.modal", span);
    case Mode::plan:
    case Mode::refuse:
      // What somebody else intends is a fact to whoever tells it.
      if (const auto subject = evidence.tree.child(clause.mode_clause.value_or(clause.head), "nsubj");
          subject && is_another_person(evidence, *subject))
        return label(Modality::fact, "modality.foreign_plan", span);
      return label(Modality::plan, "modality.modal", span);
    case Mode::wish:
      return label(Modality::wish, "modality.modal", span);
    case Mode::will:
    case Mode::would:
      if (is_own_will(evidence)) return label(Modality::plan, "modality.own_will", span);
      return label(Modality::fact, "modality.will", span);
    default:
      return {};
  }
}

// "The questionnaires", "these": those there are, not any.
bool is_definite(const Tree& tree, Word noun) {
  if (has_feature(tree, noun, "Definite=Def") || has_feature(tree, noun, "PronType=Dem")) return true;
  for (const Word c : tree.children(noun)) {
    if (has_feature(tree, c, "Definite=Def") || has_feature(tree, c, "PronType=Dem")) return true;
  }
  return tree.upos(noun) == "PROPN" || has_feature(tree, noun, "Person=3");
}

// The plain present of what can be done or undone is a habit: "drops prevent the disease", "we do not
// judge". A verb of speech does what it says, and a headline's present is the day's news.
std::optional<Word> habit_of(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Clause& clause = *evidence.clause;
  if (evidence.statement.in_heading || !clause.tense_word || clause.mode != Mode::none) return std::nullopt;
  const std::string tense = lower(tree, *clause.tense_word);
  if (clause.tense_word != clause.head && tense != "do" && tense != "does") return std::nullopt;
  if (has_feature(tree, clause.head, "VerbForm=Part") || has_feature(tree, clause.head, "Mood=Imp"))
    return std::nullopt;
  const auto subject = tree.child(clause.head, "nsubj");
  if (!subject || tree.is(*subject, "nsubj:pass")) return std::nullopt;
  if (clause.tense_word == clause.head && is_definite(tree, *subject)) return std::nullopt;
  const bool lasts = found_in(tree, clause.head, "state") || found_in(tree, clause.head, "lasting") ||
                     found_in(tree, clause.head, "phrase");
  // "We welcome", "the board thinks": what they do by it, they do now.
  const std::string who = lower(tree, *subject);
  const bool speaks =
      who == "i" || who == "we" || tree.child(clause.head, "ccomp") || tree.child(clause.head, "xcomp");
  if (lasts || (speaks && own_sense(tree, clause.head))) return std::nullopt;
  return clause.head;
}

// What holds always: said so ("usually"), or told in the plain present of no one in particular ("ozone harms
// plants").
std::optional<Word> generic_word(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Clause& clause = *evidence.clause;
  if (clause.tense != Tense::present) return std::nullopt;
  if (clause.habitual) return clause.habit_word;
  if (!is_verbal(tree, clause.head)) return std::nullopt;
  if (const auto word = habit_of(evidence)) return word;
  if (clause.tense_word != clause.head) return std::nullopt;
  const auto subject = tree.child(clause.head, "nsubj");
  if (!subject || tree.upos(*subject) != "NOUN" || tree.is(*subject, "nsubj:pass")) return std::nullopt;
  for (const Word c : tree.children(*subject)) {
    if (written_in(tree, c, "quantity")) return std::nullopt;
    if (tree.is_any(c, {"det", "nmod", "nummod", "acl", "appos"})) return std::nullopt;
  }
  return tree.child(clause.head, "obj") ? std::optional(clause.head) : std::nullopt;
}

// "Drivers are required to …" tells of a rule; "must" makes one.
bool reports_a_norm(const Evidence& evidence) {
  return evidence.clause && evidence.clause->mode_word &&
         found_in(evidence.tree, *evidence.clause->mode_word, "ordering");
}

// A ruling, or rules: their "may" permits.
bool lays_down(const Evidence& evidence, Act act) {
  if (act == Act::decree) return true;
  if (act != Act::show || !evidence.statement.speaker) return false;
  const TokenRange words = evidence.tree.words(*evidence.statement.speaker);
  for (Word word = words.first; word < std::min(words.end, words.first + 12); ++word) {
    if (found_in(evidence.tree, word, "binding")) return true;
  }
  return false;
}

// "People will have to pay more": what is to come, and no demand.
bool is_coming_need(const Evidence& evidence) {
  if (!evidence.clause || !evidence.clause->modal_word || !evidence.clause->mode_word) return false;
  if (presents_of(evidence) == Presents::demand ||
      !found_in(evidence.tree, *evidence.clause->mode_word, "phrase"))
    return false;
  const auto kind = written_in(evidence.tree, *evidence.clause->modal_word, "modal").value_or("");
  return (kind == "will" || kind == "would") && evidence.clause->mode_word != evidence.clause->modal_word;
}

std::optional<Status> status_by_act(const Judgement& stance) {
  if (stance.commitment.value == Commitment::rejects) return Status::disowned;
  if (stance.act.value == Act::deny) return Status::denied;
  const CueStatus cue = stance.cue_status.value;
  if (stance.certainty.value == Certainty::uncommitted || cue == CueStatus::refused ||
      cue == CueStatus::not_made)
    return Status::uncommitted;
  if (stance.certainty.rule == "certainty.cue_modal") return Status::possible;
  if (stance.act.value == Act::demand) return Status::demanded;
  return std::nullopt;
}

Judged<Status> foretold_or_asserted(const Evidence& evidence, const Judgement& stance) {
  if (stance.time.value == ContentTime::future && stance.modality.value != Modality::obligation &&
      stance.modality.value != Modality::permission && evidence.clause && stance.act.value != Act::decree)
    return label(Status::predicted, "status.predicted", stance.time.evidence);
  if (stance.act.value == Act::predict)
    return label(Status::predicted, "status.predicted_act", stance.act.evidence);
  if (stance.act.value == Act::unknown) return {};
  // "Will discuss the bridge": what is still to be said asserts nothing yet.
  if (!evidence.clause && stance.cue_status.value == CueStatus::expected)
    return label(Status::uncommitted, "status.unsaid", stance.cue_status.evidence);
  const std::string_view rule = !evidence.clause ? "status.asserted_noun"
                                : stance.act.value == Act::say || evidence.content.quoted
                                    ? "status.asserted"
                                    : "status.asserted_act";
  return label(Status::asserted, rule,
               stance.certainty.evidence ? stance.certainty.evidence : stance.act.evidence);
}

}  // namespace

Presents presents_of(const Evidence& evidence) {
  return evidence.sense ? evidence.sense->presents : Presents::fact;
}

// The cue's own word.
std::optional<Span> cue_span(const Evidence& evidence) {
  if (evidence.performed) return span_of(evidence, *evidence.performed);
  if (evidence.cue.head) return span_of(evidence, *evidence.cue.head);
  return std::nullopt;
}

std::optional<Span> word_span(const Evidence& evidence, std::optional<Word> word) {
  return word ? std::optional(span_of(evidence, *word)) : cue_span(evidence);
}

bool knows_nothing(const Evidence& evidence, Act act) {
  return !evidence.content.head || (act == Act::unknown && !evidence.clause);
}

// "Considers whether to sell", "has not ruled out selling".
bool is_weighed(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  if (!evidence.content.head || evidence.content.quoted) return false;
  if (evidence.content.shape == Shape::question || evidence.content.shape == Shape::infinitive) {
    for (const Word c : tree.children(*evidence.content.head)) {
      if (c < *evidence.content.head && lower(tree, c) == "whether" && to_of(tree, *evidence.content.head))
        return true;
    }
  }
  return evidence.content.shape == Shape::gerund && presents_of(evidence) == Presents::possible &&
         evidence.cue.head && found_in(tree, *evidence.cue.head, "excluding");
}

Judged<Polarity> polarity_of(const Evidence& evidence, Act act) {
  if (knows_nothing(evidence, act)) return {};
  if (act == Act::deny) return label(Polarity::negative, "polarity.deny", cue_span(evidence));
  if ((presents_of(evidence) == Presents::doubt && !evidence.cue_negation) ||
      (presents_of(evidence) == Presents::refuse && !evidence.refused))
    return label(Polarity::negative, "polarity.cue", cue_span(evidence));
  const bool raised = evidence.cue_negation && evidence.attitude &&
                      presents_of(evidence) != Presents::doubt && act != Act::support && act != Act::oppose &&
                      act != Act::say;
  auto negation = evidence.clause ? evidence.clause->negation : head_negation(evidence);
  bool negative = evidence.clause ? evidence.clause->negative : negation.has_value();
  if (raised) {
    negative = !negative;
    negation = evidence.cue_negation;
  }
  if (negative)
    return label(Polarity::negative, raised ? "polarity.raised" : "polarity.negation",
                 word_span(evidence, negation));
  const Word head = evidence.clause ? evidence.clause->head : *evidence.content.head;
  return label(Polarity::positive, "polarity.positive", span_of(evidence, head));
}

Judged<Certainty> certainty_of(const Evidence& evidence, Act act, CueStatus status) {
  if (knows_nothing(evidence, act)) return {};
  if (evidence.question)
    return label(Certainty::uncommitted, "certainty.question", span_of(evidence, *evidence.question));
  if (status == CueStatus::refused || status == CueStatus::not_made || status == CueStatus::asked_for)
    return label(Certainty::uncommitted, "certainty.unsaid", cue_span(evidence));
  if (evidence.clause && evidence.clause->open)
    return label(Certainty::uncommitted, "certainty.open", span_of(evidence, *evidence.clause->open));
  // "May well endorse", "could call for".
  if (const auto maybe = status == CueStatus::expected ? cue_maybe(evidence) : std::nullopt)
    return label(Certainty::possible, "certainty.cue_modal", span_of(evidence, *maybe));
  if (const auto by_cue = certainty_by_cue(evidence); by_cue.value == Certainty::uncommitted) return by_cue;
  if (evidence.content.shape == Shape::question && evidence.content.mark) {
    const std::string mark = lower(evidence.tree, *evidence.content.mark);
    if (mark == "if" || mark == "whether")
      return label(Certainty::uncommitted, "certainty.open", word_span(evidence, evidence.content.mark));
  }
  const bool permits = lays_down(evidence, act) && evidence.clause && evidence.clause->mode == Mode::may;
  const auto by_clause = permits ? Judged<Certainty>{} : certainty_by_clause(evidence);
  if (by_clause.value == Certainty::possible) return by_clause;
  if (const auto by_cue = certainty_by_cue(evidence); by_cue.value != Certainty::unknown) return by_cue;
  if (by_clause.value != Certainty::unknown) return by_clause;
  if (act == Act::unknown) return {};
  const auto word = evidence.clause ? evidence.clause->tense_word : std::nullopt;
  return label(Certainty::certain, "certainty.plain", word_span(evidence, word));
}

Judged<Modality> modality_of(const Evidence& evidence, Act act) {
  if (knows_nothing(evidence, act)) return {};
  if (const auto by_cue = modality_by_cue(evidence); by_cue.value != Modality::unknown) return by_cue;
  if (is_weighed(evidence)) return label(Modality::plan, "modality.weighed", cue_span(evidence));
  if (!evidence.clause) return label(Modality::fact, "modality.noun", cue_span(evidence));
  const Clause& clause = *evidence.clause;
  if (clause.unreal)
    return label(Modality::counterfactual, "modality.unreal", word_span(evidence, clause.mode_word));
  if (clause.condition)
    return label(Modality::condition, "modality.condition", span_of(evidence, *clause.condition));
  if (lays_down(evidence, act) && clause.mode == Mode::may)
    return label(Modality::permission, "modality.modal", word_span(evidence, clause.mode_word));
  if (const auto by_mode = modality_by_mode(evidence); by_mode.value != Modality::unknown) return by_mode;
  if (const auto word = generic_word(evidence))
    return label(Modality::generic, "modality.generic", span_of(evidence, *word));
  if (act == Act::unknown && clause.tense == Tense::none) return {};
  return label(Modality::fact, "modality.fact", word_span(evidence, clause.tense_word));
}

Judged<Status> status_of(const Evidence& evidence, const Judgement& stance) {
  if (stance.act.value == Act::unknown && stance.modality.value == Modality::unknown) return {};
  if (const auto status = status_by_act(stance)) {
    switch (*status) {
      case Status::disowned:
        return label(*status, "status.disowned", stance.commitment.evidence);
      case Status::uncommitted:
        if (stance.certainty.value != Certainty::uncommitted)
          return label(*status, "status.unsaid", stance.cue_status.evidence);
        return label(*status, "status.uncommitted", stance.certainty.evidence);
      case Status::denied:
        return label(*status, "status.denied", stance.act.evidence);
      case Status::possible:
        return label(*status, "status.possible", stance.certainty.evidence);
      default:
        return label(*status, "status.demanded", stance.act.evidence);
    }
  }
  const Modality modality = stance.modality.value;
  const bool past = stance.time.value == ContentTime::past;
  const auto& mode = stance.modality.evidence;
  const bool hangs = evidence.clause && evidence.clause->condition;
  if (modality == Modality::condition || (modality == Modality::counterfactual && hangs))
    return label(Status::conditional, "status.conditional", mode);
  const bool laid = presents_of(evidence) == Presents::demand ||
                    (doing_of(evidence) != Own::speaker && !reports_a_norm(evidence));
  // What is only proposed to others is possible.
  if (modality == Modality::obligation && stance.act.value == Act::propose)
    return label(Status::possible, "status.offered", mode);
  if (modality == Modality::obligation && !past && is_coming_need(evidence))
    return label(Status::predicted, "status.predicted", mode);
  if (modality == Modality::obligation && !past && laid)
    return label(Status::demanded, "status.obliged", mode);
  if (modality == Modality::plan && (!past || stance.act.value == Act::promise)) {
    // A mere offer or a hope of the speaker's is not yet a plan; what they will do is.
    const bool offer = stance.act.value == Act::propose && presents_of(evidence) == Presents::offer;
    if (stance.modality.rule == "modality.weighed") return label(Status::possible, "status.offered", mode);
    return offer ? label(Status::possible, "status.offered", mode)
                 : label(Status::planned, "status.planned", mode);
  }
  if (stance.certainty.value == Certainty::possible)
    return label(Status::possible, "status.possible", stance.certainty.evidence);
  return foretold_or_asserted(evidence, stance);
}

}  // namespace onrecord::stance
