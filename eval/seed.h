// eval/seed.h — the statements of one report against a record of it written by hand.

#ifndef ONRECORD_EVAL_SEED_H_
#define ONRECORD_EVAL_SEED_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

struct ExpectedStatement {
  std::string id, speaker, cue;
  std::vector<std::string> says;  // Each must lie inside the content.
  // None: free. A continuation counts as direct; indirect only means "not direct".
  std::optional<Form> form;
  std::optional<bool> in_heading;
  std::string person = {};  // Who the speaker is, by name, however written here.
  std::string addressee = {}, channel = {}, language = {};  // Empty: free.
};

// expected.json: "statements", each with id, speaker or mention (as written), cue, says, direct: true, false,
// "mixed".
Result<std::vector<ExpectedStatement>> parse_expected(std::string_view json, const std::string& name);

// How the speaker's words stand to the expected ones.
enum class SpeakerMatch {
  none,
  same,      // The same words, but for an article.
  extended,  // With a title before or an apposition after: "President Ana Ruiz", "Ana Ruiz, the head of the
             // union".
};
SpeakerMatch match_speaker(std::string_view expected, std::string_view found);

// Whether `found` counts by the strict rule too: the same, or at most one and a half times as long.
bool strictly_as_long(std::string_view expected, std::string_view found);

struct SeedRow {
  std::string id, expected_speaker;
  int statement = -1;  // Index of ours that fits best; -1: none holds any of the words said.
  SpeakerMatch speaker = SpeakerMatch::none;
  bool strict_speaker = false, cue = false, content = false, form = false, heading = false;
  bool person = false;         // One of the speaker's mentions is the name expected.
  bool circumstances = false;  // Addressee, channel and language are those expected.
  bool right() const { return speaker != SpeakerMatch::none && cue && content && form; }
  bool right_strictly() const { return right() && strict_speaker; }
};

// A speaker written otherwise than expected counts as the same when it stands for an entity of that name.
// Every statement of ours serves one expected one at most. Content is right when it holds all of `says` and
// none of what another statement says: a content that swallows its neighbours is not.
std::vector<SeedRow> score_seed(const Reading& reading, const std::vector<ExpectedStatement>& expected);

// Straight quote marks, plain dashes, single spaces.
std::string normalised(std::string_view text);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SEED_H_
