#include "stance/frame.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "stance/cue.h"

namespace onrecord::stance {
namespace {

std::string subject_words(const Tree& tree, Word word) {
  if (const auto subject = tree.child(word, "nsubj")) return lower(tree, *subject);
  return tree.child(word, "expl") ? "it" : "";
}

bool is_own(const std::string& who) {
  static constexpr std::array<std::string_view, 6> kOwn = {"i", "we", "it", "he", "she", "they"};
  return std::find(kOwn.begin(), kOwn.end(), who) != kOwn.end();
}

// The word that opens `clause`, "that" or "whether".
std::string mark_of(const Tree& tree, Word clause) {
  for (const Word c : tree.children(clause)) {
    if (c > clause) break;
    if (tree.is(c, "mark")) return lower(tree, c);
  }
  return "";
}

// "Why it broke", "what they said": told as known, whatever stands above it.
bool asks_after(const Tree& tree, Word above, Word clause) {
  for (const Word c : tree.children(above)) {
    if (c > above && c < clause && written_in(tree, c, "question")) return true;
  }
  for (const Word c : tree.children(clause)) {
    if (c > clause) break;
    if (!tree.is(c, "mark") && written_in(tree, c, "question")) return true;
  }
  return false;
}

bool leaves_open(const std::string& mark) { return mark == "whether" || mark == "if"; }

Certainty certainty_named(std::string_view how) {
  if (how == "certain") return Certainty::certain;
  return how == "possible" || how == "hope" ? Certainty::possible : Certainty::probable;
}

// How a thought presents what is thought: by our list, or as the word does it as a cue.
std::string_view how_thought(const Tree& tree, Word word) {
  if (const auto thought = found_in(tree, word, "think")) return *thought;
  const auto sense = own_sense(tree, word);
  if (!sense) return "";
  switch (sense->presents) {
    case Presents::possible:
      return "possible";
    case Presents::probable:
    case Presents::predict:
      return "probable";
    case Presents::wish:
      return "hope";
    case Presents::doubt:
      return "doubt";
    case Presents::fact:
      return sense->act == Act::think ? "certain" : "";
    default:
      return "";
  }
}

Frame frame_how(std::string_view how, Word word, Word below, bool negated) {
  Frame frame;
  frame.below = below;
  frame.word = word;
  frame.hedge = certainty_named(how);
  if (how == "hope") frame.mode = Mode::wish;
  if (how == "unlikely") frame.negates = true;
  if (how == "doubt") {
    frame.negates = !negated;
    frame.settles = negated;
    if (negated) frame.hedge = Certainty::certain;
  }
  return frame;
}

// "No doubt", "little chance", "every expectation": the noun's own words make more or less of it.
Frame frame_by_noun(const Tree& tree, std::string_view how, Word noun, Word below) {
  bool none = false;
  bool strong = false;
  bool slight = false;
  for (const Word c : tree.children(noun)) {
    if (c > noun) break;
    none = none || written_in(tree, c, "negative_determiner").has_value();
    strong = strong || written_in(tree, c, "strong").has_value();
    slight = slight || written_in(tree, c, "slight").has_value();
  }
  Frame frame = frame_how(how, noun, below, none);
  if (how == "doubt") return frame;
  if (none) frame.settles = frame.negates = true, frame.hedge = Certainty::certain;
  if (slight) frame.negates = true, frame.hedge = Certainty::probable;
  if (none || slight) frame.mode = Mode::none;
  if (strong && how == "possible") frame.hedge = Certainty::probable;
  return frame;
}

// "There is a risk that it breaks", "we have every hope that it holds".
std::optional<Frame> thought_in_noun(const Tree& tree, Word word) {
  const bool there = tree.child(word, "expl") && lower(tree, *tree.child(word, "expl")) == "there";
  const bool have = found_in(tree, word, "holding") && is_own(subject_words(tree, word));
  if (!there && !have) return std::nullopt;
  const auto noun = tree.child(word, there ? "nsubj" : "obj");
  const auto how = noun ? found_in(tree, *noun, "thought") : std::nullopt;
  if (!how) return std::nullopt;
  for (const Word c : tree.children(*noun)) {
    if (c < *noun || !tree.is_any(c, {"acl", "ccomp"}) || !finite_of(tree, c)) continue;
    if (mark_of(tree, c) == "that") return frame_by_noun(tree, *how, *noun, c);
  }
  return std::nullopt;
}

// Words with which nothing is told: "it is unclear whether", "we'll see", "nobody knows if".
std::optional<Frame> left_open(const Tree& tree, Word word, bool negated) {
  Frame frame;
  frame.word = word;
  frame.below = word;
  frame.open = true;
  const std::string who = subject_words(tree, word);
  const auto modal = modal_of(tree, word);
  const bool will = modal && written_in(tree, *modal, "modal") == "will";
  const auto object = tree.child(word, "obj");
  if (will && (who == "we" || who == "i") && lower(tree, word) == "see" &&
      (!object || written_in(tree, *object, "question")))
    return frame;
  if (will && who == "time" && lower(tree, word) == "tell") return frame;
  if (const auto seen = tree.child(word, "xcomp");
      seen && lower(tree, *seen) == "seen" && found_in(tree, word, "remaining"))
    return frame;
  const bool unknown = found_in(tree, word, "unclear").has_value();
  const bool unknowing = negated && found_in(tree, word, "knowing").has_value();
  if (!unknown && !unknowing) return std::nullopt;
  for (const Word c : tree.children(word)) {
    if (c < word || !tree.is_any(c, {"ccomp", "csubj", "advcl", "acl"})) continue;
    if (leaves_open(mark_of(tree, c))) return frame;
  }
  return std::nullopt;
}

// "I wish I could": it cannot be, and that is told.
bool is_unreal(const Tree& tree, Word word, Word below) {
  const Word modal = modal_of(tree, below).value_or(below);  // Alone: "wished that he could".
  return found_in(tree, word, "wishing") && lower(tree, modal) == "could";
}

// "Does not hope".
bool negated_before(const Tree& tree, Word word) {
  const auto negation = negation_of(tree, word);
  return negation && *negation < word;
}

// "I would say that …", "I must add that …".
bool only_says(const Tree& tree, Word word, const std::string& who) {
  return (who == "i" || who == "we") && found_in(tree, word, "venturing") &&
         !has_feature(tree, word, "Tense=Past");
}

bool has_none_of(const Tree& tree, Word noun) {
  const auto no = tree.child(noun, "det");
  return no && written_in(tree, *no, "negative_determiner");
}

// "Hopes for peace", "expects a loss", "I hope not": the thought is all that the clause tells.
std::optional<Frame> thought_alone(const Tree& tree, Word word, std::string_view how) {
  if (!is_verbal(tree, word)) return std::nullopt;
  bool holds = tree.child(word, "obj").has_value();
  bool not_so = false;
  for (const Word c : tree.children(word)) {
    if (tree.is_any(c, {"ccomp", "xcomp"})) return std::nullopt;
    if (c < word) continue;
    not_so = not_so || (tree.is(c, "advmod") && (lower(tree, c) == "not" || lower(tree, c) == "so"));
    for (const Word mark : tree.children(c))
      holds = holds || (tree.is(c, "obl") && tree.is(mark, "case") && lower(tree, mark) == "for");
  }
  Frame frame = frame_how(how, word, word, false);
  if (how == "hope" && (holds || not_so)) return frame;
  const auto sense = own_sense(tree, word);
  if (!holds || !sense) return std::nullopt;
  if (sense->presents == Presents::predict) frame.mode = Mode::expect;
  const bool fears = sense->presents == Presents::possible && sense->act == Act::express;
  return frame.mode == Mode::expect || fears ? std::optional(frame) : std::nullopt;
}

std::optional<Frame> carried_by_noun(const Tree& tree, Word word) {
  const auto noun = found_in(tree, word, "holding") ? tree.child(word, "obj") : std::nullopt;
  if (!noun || !found_in(tree, *noun, "purpose")) return std::nullopt;
  // "Has a plan to save the mill" tells of a thing; "has no plans to" of what is meant.
  if (!found_in(tree, *noun, "meaning") && !has_none_of(tree, *noun)) return std::nullopt;
  for (const Word c : tree.children(*noun)) {
    if (c < *noun || !tree.is(c, "acl") || tree.is(c, "acl:relcl") || finite_of(tree, c)) continue;
    return Frame{c, *noun, mode_named(*found_in(tree, *noun, "purpose")), {}, {}, {}, {}, {}};
  }
  return std::nullopt;
}

// "Is set on selling".
std::optional<Frame> carried_by_bent(const Tree& tree, Word word) {
  if (!found_in(tree, word, "bent")) return std::nullopt;
  for (const Word c : tree.children(word)) {
    if (c < word || !tree.is_any(c, {"advcl", "xcomp", "ccomp"})) continue;
    if (mark_of(tree, c) == "on" && !finite_of(tree, c))
      return Frame{c, word, Mode::plan, {}, {}, {}, {}, {}};
  }
  return std::nullopt;
}

}  // namespace

Mode mode_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Mode>, 20> kAll = {
      {{"may", Mode::may},       {"could", Mode::might},       {"can", Mode::can},
       {"cannot", Mode::cannot}, {"will", Mode::will},         {"would", Mode::would},
       {"should", Mode::should}, {"must", Mode::must},         {"expect", Mode::expect},
       {"likely", Mode::likely}, {"unlikely", Mode::unlikely}, {"permit", Mode::permit},
       {"plan", Mode::plan},     {"wish", Mode::wish},         {"refuse", Mode::refuse},
       {"fail", Mode::fail},     {"seem", Mode::seem},         {"try", Mode::attempt},
       {"manage", Mode::manage}, {"used", Mode::used}}};
  for (const auto& [word, mode] : kAll) {
    if (word == name) return mode;
  }
  return Mode::none;
}

std::optional<Frame> carried_by(const Tree& tree, Word word) {
  if (const auto noun = carried_by_noun(tree, word)) return noun;
  if (const auto bent = carried_by_bent(tree, word)) return bent;
  auto phrase = found_in(tree, word, "phrase");
  if (found_in(tree, word, "tasting")) {
    if (!modal_of(tree, word)) return std::nullopt;  // "like to share"
    phrase = "wish";
  }
  if (!phrase) return std::nullopt;
  for (const Word c : tree.children(word)) {
    if (c < word || !tree.is_any(c, {"xcomp", "ccomp", "advcl"})) continue;
    if (!to_of(tree, c) || tree.child(c, "nsubj")) continue;
    if (tree.is(c, "advcl") && is_verbal(tree, word) && *phrase != "will" && *phrase != "expect") continue;
    if (tree.child(word, "obj")) return std::nullopt;  // "wants her to go"
    return Frame{c, word, mode_named(*phrase), {}, {}, {}, {}, {}};
  }
  return std::nullopt;
}

std::optional<Frame> thought_by(const Tree& tree, Word word, bool negated) {
  if (const auto open = left_open(tree, word, negated)) return open;
  if (const auto noun = thought_in_noun(tree, word)) return noun;
  const std::string who = subject_words(tree, word);
  if (!is_own(who)) return std::nullopt;
  const bool says = only_says(tree, word, who);
  const std::string_view how = says ? "certain" : how_thought(tree, word);
  if (how.empty()) return std::nullopt;
  for (const Word c : tree.children(word)) {
    const bool clausal = tree.is(c, "ccomp") || (who == "it" && tree.is(c, "csubj"));
    if (c < word || !clausal || !finite_of(tree, c)) continue;
    if (asks_after(tree, word, c) || (says && leaves_open(mark_of(tree, c)))) return std::nullopt;
    if (how == "hope" && is_unreal(tree, word, c)) return std::nullopt;
    Frame frame = frame_how(how, word, c, negated);
    frame.says = says;
    frame.open = says && negated;  // "I'm not saying that it broke."
    return frame;
  }
  return says || negated_before(tree, word) ? std::nullopt : thought_alone(tree, word, how);
}

std::optional<Frame> named_by(const Tree& tree, Word word) {
  const auto noun = tree.child(word, "nsubj:outer");
  if (!noun || !tree.child(word, "cop")) return std::nullopt;
  if (to_of(tree, word)) {
    const auto purpose = found_in(tree, *noun, "purpose");
    if (!purpose) return std::nullopt;
    return Frame{word, *noun, mode_named(*purpose), {}, {}, {}, {}, {}};
  }
  const auto how = found_in(tree, *noun, "thought");
  return how ? std::optional(frame_by_noun(tree, *how, *noun, word)) : std::nullopt;
}

}  // namespace onrecord::stance
