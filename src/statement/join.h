// statement/join.h — from what the reader tagged to drafts, and from quotes to the drafts they go on from.

#ifndef ONRECORD_STATEMENT_JOIN_H_
#define ONRECORD_STATEMENT_JOIN_H_

#include <cstddef>
#include <cstdint>

#include "onrecord/tags.h"
#include "statement/sheet.h"

namespace onrecord::statement {

// One draft for each attribution of the tags, cut as doc/statements.md says.
void take_attributions(Sheet& sheet);

// Gives `draft` the other parts of its quotation: the one before its announcement, the ones right after it in
// the same paragraph, and those that go on in the next paragraphs with the mark reopened.
void complete_quotation(Sheet& sheet, std::size_t draft);

// Quotes without any announcement: further ones of the same speaker become continuations, paragraphs that are
// nothing but a quote become statements of an unknown speaker, all others are left.
void take_unannounced(Sheet& sheet);

// Blocks whose words are nobody's statement: advertisements, bylines, datelines.
bool is_silent(BlockKind kind);

// Whether the text stops with `quote`: nothing of its sentence stands after it.
bool ends_sentence(const Sheet& sheet, const Quote& quote);

// Whether a sentence begins with `quote`.
bool begins_sentence(const Sheet& sheet, const Quote& quote);

// The last character within the quotation marks; 0 when there is none.
char last_inside(const Sheet& sheet, const Quote& quote);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_JOIN_H_
