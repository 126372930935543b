#include "place/use.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "place/feature_weights.h"
#include "place/features.h"
#include "place/strikes.h"

namespace onrecord::place {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Lead;
using syntax::Tree;
using syntax::Word;

const std::string_view kWeightTable =
#include "place_use.inc"
    ;  // Too long for a constant expression.

const FeatureWeights& weights() {
  static const FeatureWeights kWeights(kWeightTable);
  return kWeights;
}

constexpr std::array<std::string_view, 12> kWhere = {
    "in", "at", "near", "outside", "inside", "into", "around", "from", "through", "across", "within", "near"};

class Uses {
 public:
  Uses(const Tree& tree, const Gazetteer& gazetteer) : tree_(tree), features_(tree, gazetteer) {}

  void decide(Draft& draft) {
    float sum = 0;
    keys_.clear();
    features_.of(draft, [this](std::string_view feature) { keys_.push_back(weights_.key_of(feature)); });
    for (const std::uint64_t key : keys_) sum += weights_.at(key);
    draft.somewhere = 1.0F / (1.0F + std::exp(-sum));
    if (const auto fixed = by_rule(draft)) {
      draft.use = *fixed;
      draft.use_score = 0.9F;
      if (draft.use == PlaceUse::place) draft.somewhere = std::max(draft.somewhere, 0.9F);
      return;
    }
    const bool somewhere = draft.somewhere >= 0.5F;
    draft.use = somewhere ? PlaceUse::place : PlaceUse::actor;
    draft.use_score = somewhere ? draft.somewhere : 1.0F - draft.somewhere;
  }

 private:
  static std::optional<Lead> lead_of(const Draft& draft) {
    const auto meant = std::find_if(draft.candidates.begin(), draft.candidates.end(),
                                    [&](const auto& one) { return one.place == draft.place; });
    if (meant != draft.candidates.end()) return meant->lead;
    if (!draft.candidates.empty()) return draft.candidates.front().lead;
    return std::nullopt;
  }

  std::optional<PlaceUse> by_rule(const Draft& draft) const {
    const Word head = head_of(tree_, draft.words);
    if (draft.at_head) return PlaceUse::dateline;
    if (is_part_of_name(draft)) return PlaceUse::in_name;
    const auto lead = lead_of(draft);
    if (lead == Lead::people) return PlaceUse::demonym;
    if (lead == Lead::adjective || (!lead && draft.label == Label::people))
      return modifies(head) ? PlaceUse::modifier : PlaceUse::demonym;
    if (lead == Lead::seat) return seat_use(head);
    if (draft.label == Label::facility) return PlaceUse::facility;
    if (modifies(head)) return PlaceUse::modifier;
    if (is_struck(tree_, head)) return PlaceUse::place;
    return std::nullopt;
  }

  static bool is_part_of_name(const Draft& draft) {
    return draft.inside && draft.label != Label::location && draft.label != Label::people &&
           draft.label != Label::none;
  }

  // "Ukrainian forces", "Kyiv police"
  bool modifies(Word head) const {
    if (tree_.is_any(head, {"amod", "compound", "nmod:unmarked", "nmod:npmod"}))
      return tree_.head(head) > head;
    return false;
  }

  std::optional<PlaceUse> seat_use(Word head) const {
    if (modifies(head)) return PlaceUse::modifier;
    const auto preposition = tree_.child(head, "case");
    if (!preposition) return PlaceUse::actor;
    const bool where = std::find(kWhere.begin(), kWhere.end(), tree_.text(*preposition)) != kWhere.end();
    return where ? PlaceUse::place : PlaceUse::actor;
  }

  const Tree& tree_;
  Features features_;
  const FeatureWeights& weights_ = weights();
  std::vector<std::uint64_t> keys_;  // Of one mention's features.
};

}  // namespace

void find_uses(const Tree& tree, const Gazetteer& gazetteer, std::vector<Draft>& drafts) {
  Uses uses(tree, gazetteer);
  for (Draft& draft : drafts) {
    if (!draft.words.empty()) uses.decide(draft);
  }
}

}  // namespace onrecord::place
