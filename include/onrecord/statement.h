// onrecord/statement.h — who said what, and where the report says so.
//
// A Statement is someone's words, thoughts or decisions as the report gives them: the words that name whoever
// answers for them (speaker), the words that announce them (cue), and what was said (content). All are spans
// of the document, so a statement can always be checked against the text it came from.
//
// A Statement makes no judgement. It does not say that the content is true, only that the report attributes
// it.

#ifndef ONRECORD_STATEMENT_H_
#define ONRECORD_STATEMENT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/error.h"
#include "onrecord/span.h"
#include "onrecord/stance.h"
#include "onrecord/time.h"

namespace onrecord {

// How close the content is to the speaker's own words. Stored in ledgers: append only, never renumber.
enum class Form : std::uint8_t {
  direct = 1,        // "We will not pay," the minister said.
  indirect = 2,      // The minister said the country would not pay.
  mixed = 3,         // The minister said the terms were "an insult".
  continuation = 4,  // A further quote of the same speaker with no announcement of its own.
  reported = 5,      // The minister rejected the terms: the content is a noun phrase.
  no_speaker = 6,    // It is feared that the dam will not hold: the report names nobody.
};

struct Statement {
  std::vector<Span> contents;        // What was said, in order; quotation marks inside; never empty.
  std::optional<Span> speaker = {};  // As written: "the minister", "she". None: unknown.
  std::optional<Span> cue = {};      // The announcing words: "said", "according to". None: unannounced.
  Form form = Form::indirect;
  bool in_heading = false;  // Announced in a headline or sub-headline.
  float score = 0.0F;       // In [0, 1]: how sure the reader is that this is a statement, so cut.

  // Round the announcement, each outside cue and content. None: the report does not say.
  std::optional<Span> on_behalf_of =
      {};  // Whom the speaker speaks for: "his" office, a spokesman for "the ministry".
  std::optional<Span> addressee = {};  // Told "Reuters", called on "the government".
  std::optional<Span> channel = {};    // In "a statement", on "Twitter", in "a video call".
  std::optional<Span> where = {};      // Where it was said.
  std::optional<Span> language = {};   // Speaking in "Russian".
  std::optional<Span> when = {};       // When it was said: "on Sunday".

  std::vector<std::uint32_t> speakers = {};  // Who they are, indices into Entities::entities; empty: unknown.
  float speaker_score = 0.0F;                // In [0, 1]: how sure the speakers are these.
  std::optional<std::uint32_t> inside = {};  // The statement in whose content this one stands, by index.
  Stance stance = {};
  Clock said = {};  // The days on which it was said.
  Clock due = {};   // By when what was promised, planned or demanded is to be.
};

// Checks that `statement` can be read off `document`: every span lies inside the text and is not empty,
// contents are in order, neither speaker, cue nor what stands round the announcement overlaps them, and the
// last does not overlap the cue. Returns ErrorCode::bad_statement naming the span at fault.
Result<Ok> check(const Statement& statement, const Document& document);

// "direct", "indirect", "mixed", "continuation", "reported", "no speaker".
std::string_view to_string(Form form);

}  // namespace onrecord

#endif  // ONRECORD_STATEMENT_H_
