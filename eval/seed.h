// eval/seed.h — the statements of one report against a record of it written by hand.

#ifndef ONRECORD_EVAL_SEED_H_
#define ONRECORD_EVAL_SEED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  std::vector<Act> acts = {};                               // Any of these; empty: free.
  std::string modality = {};   // A word of certainty or modality: "possible", "obligation"; empty: free.
  std::string condition = {};  // What it hangs on; in the content.
  std::string polarity = {};   // "positive" or "negative"; empty: free.
  std::string said_on = {};    // "2022-03-27"; empty: free.
  std::string of = {};         // Whom the speaker speaks for, by name; empty: free.
  std::vector<std::pair<std::string, std::string>> referents = {};  // A word of the content: who that is.
};

struct ExpectedNaming {
  std::string user, cue, name;
};

struct ExpectedRecord {
  std::vector<ExpectedStatement> statements;
  std::vector<ExpectedNaming> namings;
};

// expected.json: "statements", each with id, speaker or mention (as written), cue, says, direct: true, false,
// "mixed", and further fields; "names". A field or a word of a label that no measure knows is refused, so
// that nothing is passed over in silence.
Result<ExpectedRecord> parse_expected(std::string_view json, const std::string& name);

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

// What is told of a statement beside its own words. What is free counts as right.
struct SeedFields {
  bool person = true;  // One of the speaker's mentions is the name expected, and who they speak for.
  bool act = true, modality = true, polarity = true;
  bool addressee = true, channel = true, language = true, said_on = true;
  bool referents = true;
  bool all() const {
    return person && act && modality && polarity && addressee && channel && language && said_on && referents;
  }
};

struct SeedRow {
  std::string id, expected_speaker;
  int statement = -1;  // Index of ours that fits best; -1: none holds any of the words said.
  SpeakerMatch speaker = SpeakerMatch::none;
  bool strict_speaker = false, cue = false, content = false, form = false, heading = false;
  std::optional<SeedFields> fields = {};  // None where there is no statement.
  bool right() const { return speaker != SpeakerMatch::none && cue && content && form; }
  bool right_strictly() const { return right() && strict_speaker; }
  bool right_in_all() const { return right() && heading && fields && fields->all(); }
};

SeedFields fields_of(const Reading& reading, const Statement& statement, const ExpectedStatement& expected);

// For each expected name, the naming with these words, given with that cue by that user; -1: none.
std::vector<int> score_names_given(const Reading& reading, const std::vector<ExpectedNaming>& expected);

// A speaker written otherwise than expected counts as the same when it stands for an entity of that name.
// Every statement of ours serves one expected one at most. Content is right when it holds all of `says` and
// none of what another statement says: a content that swallows its neighbours is not.
std::vector<SeedRow> score_seed(const Reading& reading, const std::vector<ExpectedStatement>& expected);

// Whether one of the entities is called `name` somewhere in the report.
bool is_called(const Reading& reading, const std::vector<std::uint32_t>& entities, std::string_view name);

// Whether `part` stands in `whole` with word ends on both sides.
bool holds_words(std::string_view whole, std::string_view part);

std::string_view without_article(std::string_view text);

// Straight quote marks, plain dashes, single spaces.
std::string normalised(std::string_view text);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SEED_H_
