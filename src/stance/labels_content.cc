// What the content's clause tells: polarity, certainty, modality and time; and the status that follows from
// all.

#include "stance/labels.h"

namespace onrecord::stance {
namespace {

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

std::optional<Word> head_negation(const Evidence& evidence) {
  if (!evidence.content.head || evidence.clause) return std::nullopt;
  return negation_of(evidence.tree, *evidence.content.head);
}

bool knows_nothing(const Evidence& evidence, Act act) {
  return !evidence.content.head || (act == Act::unknown && !evidence.clause);
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
    case Presents::probable:
    case Presents::predict:
    case Presents::doubt:
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

// What the speaker will do; not what they will be or have.
bool is_own_will(const Evidence& evidence) {
  const Clause& clause = *evidence.clause;
  if (doing_of(evidence) != Own::speaker || clause.condition) return false;
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
  if (lasts || own_sense(tree, clause.head)) return std::nullopt;
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

// Whether the words beside a verb put it into the past: "yesterday", "in 2019".
bool is_dated(const Tree& tree, Word verb) {
  for (const Word c : tree.children(verb)) {
    if (!tree.is_any(c, {"advmod", "obl"})) continue;
    if (written_in(tree, c, "past")) return true;
    const std::string_view text = tree.text(c);
    if (text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos) return true;
    for (const Word below : tree.children(c)) {
      if (written_in(tree, below, "past")) return true;
    }
  }
  return false;
}

// "Said", "had said"; "has said" tells of now.
bool is_told_in_the_past(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Word cue = *evidence.cue.head;
  if (!is_verbal(tree, cue) || !has_feature(tree, cue, "Tense=Past")) return false;
  for (const Word c : tree.children(cue)) {
    if (tree.is(c, "aux") && !has_feature(tree, c, "Tense=Past")) return false;
  }
  return true;
}

// "Said it was likely to fail".
bool is_backshifted_future(const Evidence& evidence) {
  const Mode mode = evidence.clause->mode;
  const bool ahead = mode == Mode::likely || mode == Mode::unlikely || mode == Mode::expect ||
                     mode == Mode::will || mode == Mode::plan;
  return ahead && !evidence.clause->perfect && !evidence.content.quoted && evidence.cue.head &&
         is_told_in_the_past(evidence);
}

// "Said it was ready": the past of a state under a past cue is the present of the speaker.
bool is_backshifted(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Clause& clause = *evidence.clause;
  if (evidence.content.quoted || !evidence.cue.head || !clause.tense_word || is_dated(tree, clause.head))
    return false;
  if (!is_told_in_the_past(evidence)) return false;
  const Word tense = *clause.tense_word;
  if (!has_feature(tree, tense, "Tense=Past") || written_in(tree, tense, "modal")) return false;
  const bool perfect = tense != clause.head && found_in(tree, tense, "have_aux");
  const bool lasts = tree.child(clause.head, "cop") || has_feature(tree, clause.head, "Tense=Pres") ||
                     found_in(tree, clause.head, "state") || found_in(tree, clause.head, "lasting");
  bool being = false;
  for (const Word c : tree.children(clause.head))
    being = being || (tree.is(c, "aux:pass") && lower(tree, c) == "being");
  return !perfect && (lasts || being);
}

// When an infinitive, a gerund or a noun stands, by what the cue does.
Judged<ContentTime> time_by_cue(const Evidence& evidence, Act act) {
  const auto span = cue_span(evidence);
  switch (presents_of(evidence)) {
    case Presents::plan:
    case Presents::demand:
    case Presents::want:
    case Presents::wish:
    case Presents::offer:
    case Presents::predict:
    case Presents::refuse:
      return label(ContentTime::future, "time.cue", span);
    default:
      break;
  }
  switch (act) {
    case Act::accuse:
    case Act::deny:
    case Act::confirm:
    case Act::show:
    case Act::decree:
      return label(ContentTime::past, "time.cue_past", span);
    case Act::warn:
    case Act::predict:
    case Act::promise:
    case Act::demand:
      return label(ContentTime::future, "time.cue", span);
    case Act::express:
      if (evidence.content.shape == Shape::gerund) return label(ContentTime::past, "time.cue_past", span);
      [[fallthrough]];
    case Act::support:
    case Act::oppose:
    case Act::name:
    case Act::think:
      return label(ContentTime::present, "time.cue_present", span);
    default:
      return {};
  }
}

// "Drivers are required to …" tells of a rule; "must" makes one.
bool reports_a_norm(const Evidence& evidence) {
  return evidence.clause && evidence.clause->mode_word &&
         found_in(evidence.tree, *evidence.clause->mode_word, "ordering");
}

std::optional<Status> status_by_act(const Judgement& stance) {
  if (stance.commitment.value == Commitment::rejects) return Status::disowned;
  if (stance.act.value == Act::deny) return Status::denied;
  const CueStatus cue = stance.cue_status.value;
  if (stance.certainty.value == Certainty::uncommitted || cue == CueStatus::refused ||
      cue == CueStatus::not_made)
    return Status::uncommitted;
  if (stance.act.value == Act::demand) return Status::demanded;
  return std::nullopt;
}

Judged<Status> foretold_or_asserted(const Evidence& evidence, const Judgement& stance) {
  if (stance.time.value == ContentTime::future && stance.modality.value != Modality::obligation &&
      evidence.clause && stance.act.value != Act::decree)
    return label(Status::predicted, "status.predicted", stance.time.evidence);
  if (stance.act.value == Act::predict)
    return label(Status::predicted, "status.predicted_act", stance.act.evidence);
  if (stance.act.value == Act::unknown) return {};
  const std::string_view rule = !evidence.clause ? "status.asserted_noun"
                                : stance.act.value == Act::say || evidence.content.quoted
                                    ? "status.asserted"
                                    : "status.asserted_act";
  return label(Status::asserted, rule,
               stance.certainty.evidence ? stance.certainty.evidence : stance.act.evidence);
}

}  // namespace

Judged<Polarity> polarity_of(const Evidence& evidence, Act act) {
  if (knows_nothing(evidence, act)) return {};
  if (act == Act::deny) return label(Polarity::negative, "polarity.deny", cue_span(evidence));
  if (presents_of(evidence) == Presents::doubt ||
      (presents_of(evidence) == Presents::refuse && !evidence.refused))
    return label(Polarity::negative, "polarity.cue", cue_span(evidence));
  const bool raised = evidence.cue_negation && evidence.attitude && act != Act::support &&
                      act != Act::oppose && act != Act::say;
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
  if (const auto by_cue = certainty_by_cue(evidence); by_cue.value == Certainty::uncommitted) return by_cue;
  if (evidence.content.shape == Shape::question && evidence.content.mark) {
    const std::string mark = lower(evidence.tree, *evidence.content.mark);
    if (mark == "if" || mark == "whether")
      return label(Certainty::uncommitted, "certainty.open", word_span(evidence, evidence.content.mark));
  }
  const bool permits = act == Act::decree && evidence.clause && evidence.clause->mode == Mode::may;
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
  if (!evidence.clause) return label(Modality::fact, "modality.noun", cue_span(evidence));
  const Clause& clause = *evidence.clause;
  if (clause.unreal)
    return label(Modality::counterfactual, "modality.unreal", word_span(evidence, clause.mode_word));
  if (clause.condition)
    return label(Modality::condition, "modality.condition", span_of(evidence, *clause.condition));
  if (act == Act::decree && clause.mode == Mode::may)
    return label(Modality::permission, "modality.modal", word_span(evidence, clause.mode_word));
  if (const auto by_mode = modality_by_mode(evidence); by_mode.value != Modality::unknown) return by_mode;
  if (const auto word = generic_word(evidence))
    return label(Modality::generic, "modality.generic", span_of(evidence, *word));
  if (act == Act::unknown && clause.tense == Tense::none) return {};
  return label(Modality::fact, "modality.fact", word_span(evidence, clause.tense_word));
}

Judged<ContentTime> time_of(const Evidence& evidence, Act act, Modality modality) {
  if (knows_nothing(evidence, act)) return {};
  // "Wants the mill reopened": a participle is no tense there.
  const Shape shape = evidence.content.shape;
  const bool bare = shape == Shape::told || shape == Shape::gerund;
  const bool finite = evidence.clause && evidence.clause->tense != Tense::none && !bare;
  if (!finite) {
    if (evidence.content.shape == Shape::infinitive && presents_of(evidence) == Presents::probable)
      return label(ContentTime::present, "time.cue_present", cue_span(evidence));
    if (evidence.content.shape == Shape::clause && presents_of(evidence) == Presents::fact &&
        evidence.clause && is_verbal(evidence.tree, evidence.clause->head))
      return label(ContentTime::present, "time.untold", span_of(evidence, evidence.clause->head));
    return time_by_cue(evidence, act);
  }
  const Clause& clause = *evidence.clause;
  const auto span = word_span(evidence, clause.tense_word);
  (void)modality;
  // "We urge", "that she resign", "Ask me": what is demanded is still to come.
  const bool asked = evidence.performed || (clause.subjunctive && !evidence.content.quoted);
  if (asked && (presents_of(evidence) == Presents::demand || presents_of(evidence) == Presents::offer))
    return label(ContentTime::future, "time.cue", cue_span(evidence));
  switch (clause.tense) {
    case Tense::past:
      if (is_backshifted_future(evidence)) return label(ContentTime::future, "time.backshift", span);
      if (is_backshifted(evidence)) return label(ContentTime::present, "time.backshift", span);
      return label(ContentTime::past, "time.past", span);
    case Tense::present:
      // "Hopes it helps" looks ahead.
      if (presents_of(evidence) == Presents::wish && is_verbal(evidence.tree, clause.head) &&
          !found_in(evidence.tree, clause.head, "state"))
        return label(ContentTime::future, "time.cue", cue_span(evidence));
      return label(ContentTime::present, "time.present", span);
    case Tense::future:
      return label(ContentTime::future, "time.future", span);
    case Tense::none:
      break;
  }
  return {};
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
  if (modality == Modality::obligation && !past && laid)
    return label(Status::demanded, "status.obliged", mode);
  if (modality == Modality::plan && (!past || stance.act.value == Act::promise)) {
    // A mere offer or a hope of the speaker's is not yet a plan; what they will do is.
    const bool offer = stance.act.value == Act::propose && presents_of(evidence) == Presents::offer;
    return offer ? label(Status::possible, "status.offered", mode)
                 : label(Status::planned, "status.planned", mode);
  }
  if (stance.certainty.value == Certainty::possible)
    return label(Status::possible, "status.possible", stance.certainty.evidence);
  return foretold_or_asserted(evidence, stance);
}

}  // namespace onrecord::stance
