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

Label<Certainty> certainty_by_cue(const Evidence& evidence) {
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

Label<Certainty> certainty_by_clause(const Evidence& evidence) {
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

Label<Modality> modality_by_cue(const Evidence& evidence) {
  const auto span = cue_span(evidence);
  switch (presents_of(evidence)) {
    case Presents::plan:
      return label(Modality::plan, "modality.cue", span);
    case Presents::refuse:
      return label(Modality::plan, "modality.refuse", span);
    case Presents::wish:
    case Presents::want:
      return label(Modality::wish, "modality.cue", span);
    case Presents::demand:
      return label(Modality::obligation, "modality.cue", span);
    case Presents::offer: {
      const bool others = evidence.content.shape == Shape::told || evidence.content.shape == Shape::clause;
      return label(others ? Modality::obligation : Modality::plan, "modality.offer", span);
    }
    default:
      return {};
  }
}

Label<Modality> modality_by_mode(const Evidence& evidence) {
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
      return label(Modality::plan, "modality.modal", span);
    case Mode::wish:
      return label(Modality::wish, "modality.modal", span);
    case Mode::will:
    case Mode::would:
      if (doing_of(evidence) == Own::speaker && !clause.condition)
        return label(Modality::plan, "modality.own_will", span);
      return label(Modality::fact, "modality.will", span);
    default:
      return {};
  }
}

// What holds always: said so ("usually"), or told in the plain present of no one in particular ("ozone harms
// plants").
std::optional<Word> generic_word(const Evidence& evidence) {
  const Tree& tree = evidence.tree;
  const Clause& clause = *evidence.clause;
  if (clause.tense != Tense::present) return std::nullopt;
  if (clause.habitual) return clause.habit_word;
  if (!is_verbal(tree, clause.head) || clause.tense_word != clause.head) return std::nullopt;
  const auto subject = tree.child(clause.head, "nsubj");
  if (!subject || tree.upos(*subject) != "NOUN" || tree.is(*subject, "nsubj:pass")) return std::nullopt;
  for (const Word c : tree.children(*subject)) {
    if (written_in(tree, c, "quantity")) return std::nullopt;
    if (tree.is_any(c, {"det", "nmod", "nummod", "acl", "appos"})) return std::nullopt;
  }
  return tree.child(clause.head, "obj") ? std::optional(clause.head) : std::nullopt;
}

// When an infinitive, a gerund or a noun stands, by what the cue does.
Label<ContentTime> time_by_cue(const Evidence& evidence, Act act) {
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

std::optional<Status> status_by_act(const Stance& stance) {
  if (stance.commitment.value == Commitment::rejects) return Status::disowned;
  if (stance.act.value == Act::deny) return Status::denied;
  const CueStatus cue = stance.cue_status.value;
  if (stance.certainty.value == Certainty::uncommitted || cue == CueStatus::refused ||
      cue == CueStatus::not_made)
    return Status::uncommitted;
  if (stance.act.value == Act::demand) return Status::demanded;
  return std::nullopt;
}

}  // namespace

Label<Polarity> polarity_of(const Evidence& evidence, Act act) {
  if (knows_nothing(evidence, act)) return {};
  if (act == Act::deny) return label(Polarity::negative, "polarity.deny", cue_span(evidence));
  if (presents_of(evidence) == Presents::doubt || presents_of(evidence) == Presents::refuse)
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

Label<Certainty> certainty_of(const Evidence& evidence, Act act, CueStatus status) {
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
  const auto by_clause = permits ? Label<Certainty>{} : certainty_by_clause(evidence);
  if (by_clause.value == Certainty::possible) return by_clause;
  if (const auto by_cue = certainty_by_cue(evidence); by_cue.value != Certainty::unknown) return by_cue;
  if (by_clause.value != Certainty::unknown) return by_clause;
  if (act == Act::unknown) return {};
  const auto word = evidence.clause ? evidence.clause->tense_word : std::nullopt;
  return label(Certainty::certain, "certainty.plain", word_span(evidence, word));
}

Label<Modality> modality_of(const Evidence& evidence, Act act) {
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

Label<ContentTime> time_of(const Evidence& evidence, Act act, Modality modality) {
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
  switch (clause.tense) {
    case Tense::past:
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

Label<Status> status_of(const Evidence& evidence, const Stance& stance) {
  const auto all = [](Status status, float score, std::optional<Span> span) {
    return Label<Status>{status, score, span};
  };
  if (stance.act.value == Act::unknown && stance.modality.value == Modality::unknown) return {};
  if (const auto status = status_by_act(stance)) {
    switch (*status) {
      case Status::disowned:
        return all(*status, stance.commitment.score, stance.commitment.evidence);
      case Status::uncommitted:
        if (stance.certainty.value != Certainty::uncommitted)
          return all(*status, stance.cue_status.score, stance.cue_status.evidence);
        return all(*status, stance.certainty.score, stance.certainty.evidence);
      default:
        return all(*status, stance.act.score, stance.act.evidence);
    }
  }
  const Modality modality = stance.modality.value;
  const bool past = stance.time.value == ContentTime::past;
  const auto by_modality = [&](Status status) {
    return all(status, stance.modality.score, stance.modality.evidence);
  };
  const bool hangs = evidence.clause && evidence.clause->condition;
  if (modality == Modality::condition || (modality == Modality::counterfactual && hangs))
    return by_modality(Status::conditional);
  const bool laid = presents_of(evidence) == Presents::demand ||
                    (doing_of(evidence) != Own::speaker && !reports_a_norm(evidence));
  if (modality == Modality::obligation && !past && laid) return by_modality(Status::demanded);
  if (modality == Modality::plan && (!past || stance.act.value == Act::promise)) {
    // A mere offer or a hope of the speaker's is not yet a plan; what they will do is.
    const bool offer = stance.act.value == Act::propose && presents_of(evidence) == Presents::offer;
    return by_modality(offer ? Status::possible : Status::planned);
  }
  if (stance.certainty.value == Certainty::possible)
    return all(Status::possible, stance.certainty.score, stance.certainty.evidence);
  if (stance.time.value == ContentTime::future && modality != Modality::obligation && evidence.clause &&
      stance.act.value != Act::decree)
    return all(Status::predicted, stance.time.score, stance.time.evidence);
  if (stance.act.value == Act::predict) return all(Status::predicted, stance.act.score, stance.act.evidence);
  if (stance.act.value == Act::unknown) return {};
  return all(Status::asserted, stance.act.score * score_of("status.asserted"),
             stance.certainty.evidence ? stance.certainty.evidence : stance.act.evidence);
}

}  // namespace onrecord::stance
