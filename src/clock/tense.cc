#include "clock/tense.h"

#include <string_view>

namespace onrecord::clock {
namespace {

using syntax::Tree;
using syntax::Word;

std::string_view tag_of(const Tree& tree, Word word) {
  const Tags& tags = tree.tags();
  const std::uint16_t id = tags.words[word].xpos;
  return tags.labels && id < tags.labels->xpos.size() ? std::string_view(tags.labels->xpos[id])
                                                      : std::string_view();
}

// The auxiliaries of a clause, told apart.
struct Auxiliaries {
  bool will = false, modal = false, to = false;
  bool have_past = false, have_present = false;
  bool past = false, present = false;  // Of any other auxiliary or copula.
  bool going = false;
};

bool is_modal(std::string_view lemma) {
  return lemma == "would" || lemma == "could" || lemma == "may" || lemma == "might" || lemma == "should" ||
         lemma == "must" || lemma == "can" || lemma == "ought";
}

void add(const Tree& tree, Word child, Auxiliaries& found) {
  const std::string_view lemma = tree.lemma(child), tag = tag_of(tree, child);
  if (tree.is(child, "mark") && lemma == "to") {
    found.to = true;
    return;
  }
  if (!tree.is(child, "aux") && !tree.is(child, "cop")) return;
  const bool is_past = tag == "VBD", is_present = tag == "VBZ" || tag == "VBP";
  if (lemma == "will" || lemma == "shall") {
    found.will = true;
  } else if (is_modal(lemma)) {
    found.modal = true;
  } else if (lemma == "have") {
    found.have_past = found.have_past || is_past;
    found.have_present = found.have_present || is_present;
  } else if (lemma == "go") {
    found.going = true;
  } else {
    found.past = found.past || is_past;
    found.present = found.present || is_present;
  }
}

}  // namespace

Tense tense_of(const Tree& tree, Word word) {
  // Auxiliaries stand before their verb, and near: no need to ask for all children.
  constexpr Word kNear = 8;
  Auxiliaries found;
  for (Word child = word > kNear ? word - kNear : 0; child < word; ++child)
    if (tree.head(child) == word) add(tree, child, found);
  if (found.will || found.going) return Tense::future;
  if (found.modal) return Tense::modal;
  if (found.to) return Tense::infinitive;
  if (found.have_past) return Tense::pluperfect;
  if (found.have_present) return Tense::perfect;
  if (found.past) return Tense::past;
  if (found.present) return Tense::present;
  const std::string_view tag = tag_of(tree, word);
  if (tag == "VBD") return Tense::past;
  if (tag == "VBZ" || tag == "VBP") return Tense::present;
  if (tag == "VBN") return Tense::past;
  return Tense::none;
}

}  // namespace onrecord::clock
