// eval/gold.h — statements annotated by hand, and how far a reading agrees with them.
//
// A gold file is JSON (eval/sets/README.md). A part of a statement is null, a pair of bytes [begin, end) of
// the text, or the words themselves with their number among the same words: {"text": "he", "nth": 3}.

#ifndef ONRECORD_EVAL_GOLD_H_
#define ONRECORD_EVAL_GOLD_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"

namespace onrecord::eval {

// The labels of a statement, by the names of their fields; "form" is one of them here.
inline constexpr std::array<const char*, 9> kGoldLabels = {
    "act", "cue_status", "polarity", "certainty", "modality", "time", "commitment", "status", "form"};
// The parts that are one span or none.
inline constexpr std::array<const char*, 8> kGoldParts = {"speaker", "cue",   "for",      "addressee",
                                                          "channel", "where", "language", "when"};

struct GoldStatement {
  std::string id;
  std::vector<Span> contents;
  std::map<std::string, Span, std::less<>> parts;          // Of kGoldParts; those that the report gives.
  std::map<std::string, std::string, std::less<>> labels;  // Of kGoldLabels.
  std::vector<std::string> entities;                       // Keys of GoldDocument::named; empty: unknown.
  std::string inside;  // The id of the statement in whose content this one stands, or empty.
  bool heading = false;
};

struct GoldNaming {
  Span name;
  std::optional<Span> named, namer;  // No namer: the outlet itself.
};

struct GoldDocument {
  std::string name, text;
  bool sampled = false;  // Only some of its statements are annotated: nothing found besides them is wrong.
  // Of each entity, where words stand that tell it without a pronoun: its clearest name, a person's last
  // name, and what statements call it as their speaker. An entity without any cannot be scored.
  std::map<std::string, std::vector<Span>, std::less<>> named;
  std::vector<GoldStatement> statements;
  std::vector<GoldNaming> namings;
};

// `file` names the JSON in messages. Fails where words are not in the text, and with bad_statement where the
// text is not the one that was annotated: another checksum than "sha256" says.
Result<GoldDocument> parse_gold(std::string_view json, const std::string& file, std::string text);

// The document that a gold file is about; empty where it does not say.
std::string name_in_gold(std::string_view json);

// Whether the words are nothing but a pronoun: "he", "They".
bool is_pronoun(std::string_view words);

// `span` without white space, quotation marks and the punctuation of clauses at either end.
Span trimmed(std::string_view text, Span span);

// Trimmed, and of the circumstances (channel, where, language, when) without the preposition before:
// annotators and programs cut "in a statement" either way. Of every other part just trimmed.
Span bare_part(std::string_view text, std::string_view part, Span span);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_H_
