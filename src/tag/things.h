// tag/things.h — which words speak of someone or something, and of which earlier ones they may speak again.

#ifndef ONRECORD_TAG_THINGS_H_
#define ONRECORD_TAG_THINGS_H_

#include <vector>

#include "onrecord/tags.h"
#include "tag/heads.h"
#include "tag/sentence.h"

namespace onrecord::tag {

// Goes through one document sentence by sentence. Each thing is held against the 160 before it at most, so
// the time grows with the length of the document.
class ThingReader {
 public:
  // `vectors` is working memory: of each thing found so far what it is to later ones.
  ThingReader(const Heads& heads, std::vector<float>& vectors, Tags& tags);

  // Adds the things of one sentence to the tags; nothing when the weights know none.
  void read(const WordRows& words);

 private:
  void find_earlier(const float* row, Thing& thing);

  const Heads& heads_;
  const Kernels& use_;
  std::vector<float>& vectors_;
  Tags& tags_;
};

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_THINGS_H_
