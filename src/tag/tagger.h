// tag/tagger.h — the one verb of this room.

#ifndef ONRECORD_TAG_TAGGER_H_
#define ONRECORD_TAG_TAGGER_H_

#include <memory>

#include "nn/encoder.h"
#include "nn/weights.h"
#include "onrecord/document.h"
#include "onrecord/error.h"
#include "onrecord/tags.h"

namespace onrecord::tag {

// The neural reader. Immutable to its users: one Tagger serves any number of threads at once, and the same
// document gives the same Tags, bit for bit, on any of them. Copies share everything.
class Tagger {
 public:
  // Fails with weights_unknown where the labels are not of the forms that doc/format/weights.md tells.
  static Result<Tagger> make(std::shared_ptr<const nn::Weights> weights, nn::Arithmetic arithmetic);

  // Of the scores in it: a predicate's is the probability that the word is one; those of names, arguments and
  // attributions are means of the probabilities of their words' labels.
  Tags tag(const Document& document) const;

  struct Parts;

 private:
  explicit Tagger(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_TAGGER_H_
