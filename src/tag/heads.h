// tag/heads.h — what the weights say of the heads, checked and laid out for use.

#ifndef ONRECORD_TAG_HEADS_H_
#define ONRECORD_TAG_HEADS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/weights.h"
#include "onrecord/error.h"
#include "onrecord/tags.h"
#include "tag/branch.h"
#include "tag/kernels.h"
#include "tag/lemma.h"
#include "tag/viterbi.h"

namespace onrecord::tag {

// A linear layer in floats.
struct Output {
  Packed weight;
  std::vector<float> bias;  // Padded with zeros to whole groups of lanes.
};

// Labels the words of a sentence for one of them: a predicate's arguments, an event's parties.
struct PairHead {
  nn::Columns word, centre;
  nn::Tensor<float> distance, branch;
  Output out;
  BioLabels labels;
};

// Immutable once made. Points into the weights, which it keeps.
struct Heads {
  // Fails with weights_unknown where labels are not of the forms that doc/format/weights.md tells.
  static Result<Heads> make(std::shared_ptr<const nn::Weights> weights);

  // The lemma of a word: of the edits with the best of `scores` the first that makes a word known to the
  // language, else what the very best makes.
  std::string lemma(std::string_view form, std::span<const float> scores) const;
  bool knows(const std::string& lemma) const;

  // The roleset of a predicate with this lemma: of those known for the lemma the one whose sense has the best
  // of `scores`, else the lemma with the best sense of all.
  std::string roleset(const std::string& of, std::span<const float> scores) const;

  std::shared_ptr<const nn::Weights> weights;
  std::shared_ptr<const LabelSets> labels;

  nn::Columns upos, xpos, feats, lemma_edit, sentence, name, predicate, attribution;
  nn::Columns arc_dependent, arc_head, arc_bias, rel_dependent, rel_head;
  nn::Columns link_first, link_last, link_cue;
  nn::Columns event, mode, status;  // Empty where the weights have none; likewise below.
  nn::Columns entity, fact, coref_later, coref_earlier, coref_new;

  std::vector<LemmaScript> lemma_scripts;
  std::span<const std::string> senses;  // The predicate's labels.
  std::size_t no_predicate = 0;         // Which of them says "none".
  std::size_t sentence_begins = 0;
  std::size_t no_thing = 0;  // Which label of things says "none".
  std::optional<std::size_t> root_relation;
  std::size_t no_event = 0, no_status = 0;
  BioLabels names, parts;                        // parts: of attributions.
  std::size_t source = 0, cue = 0, content = 0;  // Kinds of parts.

  std::span<const float> arc_root;  // The bias last.
  Output rel;
  PairHead role, party;
  nn::Tensor<float> link_distance;
  Branches branches;
  std::span<const float> link_weight;
  float link_bias = 0;
  Chain chain;
};

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_HEADS_H_
