// text/tokenize.h — a block's words, as the UD English treebanks cut them.

#ifndef ONRECORD_TEXT_TOKENIZE_H_
#define ONRECORD_TEXT_TOKENIZE_H_

#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/span.h"

namespace onrecord::text {

// The words of `block`, a stretch of `text`; what stands outside it is not looked at. Every character that is
// not white space lies in exactly one word. Takes any bytes, and time in proportion to their number.
std::vector<Token> tokenize(std::string_view text, Span block);

// The same, appended to `words`.
void tokenize(std::string_view text, Span block, std::vector<Token>& words);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_TOKENIZE_H_
