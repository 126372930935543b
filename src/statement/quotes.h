// statement/quotes.h — where the quotation marks of a report open and close.

#ifndef ONRECORD_STATEMENT_QUOTES_H_
#define ONRECORD_STATEMENT_QUOTES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/span.h"

namespace onrecord::statement {

// Below this a quotation is too doubtful to be used: its marks do not pair up.
inline constexpr float kUsable = 0.5F;
// From here on both its marks were found and are of one kind.
inline constexpr float kSure = 0.8F;

struct Quote {
  Span span;                // Marks and all.
  Span inner;               // Between the marks.
  std::uint32_t block = 0;  // Index into Document::blocks().
  std::uint8_t depth = 0;   // How many other quotes hold it.
  float confidence = 0;
  // The quote of an earlier block that was left open there and goes on here (index into the result).
  std::optional<std::uint32_t> goes_on_from = {};
};

// All quotations of `document`, in order of their first byte; speech, titles, nicknames and scare quotes
// alike. Knows “ ” „ ‟ " ‘ ’ ' « » ‹ › `` '' and tells apostrophes from single quotation marks. Works block
// by block, so a stray mark spoils one block at most, and never fails: what cannot be paired is left out or
// gets a low confidence.
std::vector<Quote> find_quotes(const Document& document);

// Those of `quotes` that stand inside one of `contents` and are not what it begins with: a quotation within a
// quotation comes to be the outermost. `contents` are in order and do not overlap.
std::vector<Quote> quotes_within(const std::vector<Quote>& quotes, const std::vector<Span>& contents);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_QUOTES_H_
