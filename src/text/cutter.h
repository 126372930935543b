// text/cutter.h — one run of characters without white space, being cut into words. Within this room only.
//
// Every cut_ function appends at least one word that begins at `at`, and returns where the last one ends.

#ifndef ONRECORD_TEXT_CUTTER_H_
#define ONRECORD_TEXT_CUTTER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/span.h"
#include "text/characters.h"

namespace onrecord::text {

struct Cutter {
  std::string_view text;
  Span block;                            // The words' block: what may be looked at.
  std::vector<Token>& words;             // What has been cut so far.
  std::size_t first_word = 0;            // Of the block, in `words`.
  Span run = {};                         // The run at hand.
  std::uint32_t no_address_before = 0;   // No address begins before this offset: it was looked for.
  std::uint32_t open_single_quotes = 0;  // In this block, so far.

  void add(std::uint32_t begin, std::uint32_t end, bool joins_left = false) {
    words.push_back({{begin, end}, false, joins_left});
  }
  // '\0' past the run's end: no byte of a run is NUL for long, and none is compared with it.
  char byte(std::uint32_t at) const { return at < run.end ? text[at] : '\0'; }
  Char peek(std::uint32_t at) const { return at < run.end ? char_at(text, at) : Char{0, 0, CharKind::space}; }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text.substr(begin, end - begin);
  }
  std::string lower(std::uint32_t begin, std::uint32_t end) const {
    return to_lower_ascii(slice(begin, end));
  }

  std::uint32_t letters_end(
      std::uint32_t at) const;  // Past the letters (and marks on them) that begin at `at`.
  std::uint32_t digits_end(std::uint32_t at) const;
  std::uint32_t word_kinds_end(std::uint32_t at) const;  // Letters, digits and marks on them.

  // Whether `at` is in the run's middle, with a letter or digit just before it.
  bool after_word(std::uint32_t at) const;
  // The first character after the run's white space (or at `at` if the run goes on there), within the block;
  // of size 0 when the block is over.
  std::uint32_t next_visible(std::uint32_t at) const;
};

std::uint32_t cut_word(Cutter& cutter, std::uint32_t at);    // At a letter.
std::uint32_t cut_number(Cutter& cutter, std::uint32_t at);  // At a digit, or a '.' before one.
std::uint32_t cut_mark(Cutter& cutter, std::uint32_t at);    // At anything else.

// Goes on cutting a word that began at `begin`, from `at` inside it.
std::uint32_t cut_word_from(Cutter& cutter, std::uint32_t begin, std::uint32_t at);

// Where the web address, e-mail address or file name that begins at `at` ends; `at` when none does.
std::uint32_t address_end(Cutter& cutter, std::uint32_t at);

// Whether the full stop at `stop` belongs to the word before it, which begins at `begin`.
bool owns_stop(const Cutter& cutter, std::uint32_t begin, std::uint32_t stop);

// How long the clitic is whose apostrophe stands at `at` ('s, 're, ’ll); 0 when none does.
std::uint32_t clitic_size(const Cutter& cutter, std::uint32_t at);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_CUTTER_H_
