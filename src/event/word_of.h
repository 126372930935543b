// event/word_of.h — on whose word a happening stands, and what that word is worth to the report.

#ifndef ONRECORD_EVENT_WORD_OF_H_
#define ONRECORD_EVENT_WORD_OF_H_

#include <optional>

#include "event/draft.h"

namespace onrecord::event {

struct Said {
  bool alleged = false;               // Somebody says so and the report leaves it open.
  std::optional<Word> evidence = {};  // The cue, or the word of hearsay.
};

// For a draft whose vouched_by is set: by the kind of its cue, by who speaks, of whom, and of what kind the
// deed is. See "Whose word" in doc/events.md.
Said word_of(const Ground& ground, const Draft& draft);

// Whether the agents of the draft are the speaker of the statement, or those for whom he speaks or works.
bool is_own_side(const Ground& ground, std::uint32_t statement, const Draft& draft);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_WORD_OF_H_
