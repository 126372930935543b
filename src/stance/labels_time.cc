// When the content's main happening stands to the time of speaking.

#include "stance/labels.h"

namespace onrecord::stance {
namespace {

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
  if (!is_verbal(tree, cue)) return false;
  if (const auto modal = modal_of(tree, cue)) {
    return lower(tree, *modal) == "would";  // "Would not say."
  }
  if (!has_feature(tree, cue, "Tense=Past")) return false;
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
      return label(ContentTime::past, "time.noun", span);
    case Act::warn:
    case Act::predict:
    case Act::promise:
    case Act::demand:
      return label(ContentTime::future, "time.cue", span);
    case Act::express:
      if (evidence.content.shape == Shape::gerund) return label(ContentTime::past, "time.noun", span);
      [[fallthrough]];
    case Act::support:
    case Act::oppose:
    case Act::name:
    case Act::think:
      return label(ContentTime::present, "time.noun", span);
    default:
      return {};
  }
}

}  // namespace

Judged<ContentTime> time_of(const Evidence& evidence, Act act, Modality modality) {
  if (knows_nothing(evidence, act)) return {};
  if (is_weighed(evidence)) return label(ContentTime::future, "time.cue", cue_span(evidence));
  // "Wants the mill reopened": a participle is no tense there.
  const Shape shape = evidence.content.shape;
  const bool bare = shape == Shape::told || shape == Shape::gerund;
  const bool finite = evidence.clause && evidence.clause->tense != Tense::none && !bare;
  if (!finite) {
    if (evidence.content.shape == Shape::infinitive && presents_of(evidence) == Presents::probable)
      return label(ContentTime::present, "time.noun", cue_span(evidence));
    if (evidence.content.shape == Shape::clause && presents_of(evidence) == Presents::fact &&
        evidence.clause && (is_verbal(evidence.tree, evidence.clause->head) || evidence.content.quoted))
      return label(ContentTime::present, "time.untold", span_of(evidence, evidence.clause->head));
    // "Cited the rules": they are there.
    const bool object = evidence.cue.head && evidence.tree.is(*evidence.content.head, "obj") &&
                        evidence.tree.head(*evidence.content.head) == *evidence.cue.head;
    if (act == Act::say && shape == Shape::noun && object && presents_of(evidence) == Presents::fact)
      return label(ContentTime::present, "time.noun", cue_span(evidence));
    return time_by_cue(evidence, act);
  }
  const Clause& clause = *evidence.clause;
  const auto span = word_span(evidence, clause.tense_word);
  // "We urge", "that she resign", "Ask me": what is demanded is still to come.
  const bool asked = evidence.performed || (clause.subjunctive && !evidence.content.quoted);
  if (asked && (presents_of(evidence) == Presents::demand || presents_of(evidence) == Presents::offer))
    return label(ContentTime::future, "time.cue", cue_span(evidence));
  if (clause.unreal && !clause.perfect) return label(ContentTime::present, "time.untold", span);
  if (clause.mode == Mode::plan && modality == Modality::fact && !clause.perfect)
    return label(ContentTime::present, "time.present", span);
  // "Could not support him": cannot.
  if (modality == Modality::ability && clause.tense == Tense::future && clause.mode == Mode::might)
    return label(ContentTime::present, "time.present", span);
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

}  // namespace onrecord::stance
