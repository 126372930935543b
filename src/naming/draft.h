// naming/draft.h — a naming in the making, in words.

#ifndef ONRECORD_NAMING_DRAFT_H_
#define ONRECORD_NAMING_DRAFT_H_

#include <optional>

#include "naming/phrase.h"
#include "onrecord/span.h"

namespace onrecord::naming {

struct Draft {
  Name name;
  std::optional<TokenRange> named = {};
  std::optional<TokenRange> namer = {};
  std::optional<TokenRange> cue = {};
};

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_DRAFT_H_
