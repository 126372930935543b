// coder/code.h — the events that a dictionary codes in one sentence.

#ifndef ONRECORD_CODER_CODE_H_
#define ONRECORD_CODER_CODE_H_

#include <vector>

#include "coder/dictionary.h"
#include "coder/scene.h"
#include "onrecord/coder.h"

namespace onrecord::coder {

// Appends them to `events`, in order of their verbs.
void code_sentence(const Scene& scene, const Dictionary& dictionary, const CoderOptions& options,
                   std::vector<CodedEvent>& events);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_CODE_H_
