// text/block_cues.h — what a block is by its words alone. Within this room only.

#ifndef ONRECORD_TEXT_BLOCK_CUES_H_
#define ONRECORD_TEXT_BLOCK_CUES_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/report.h"

namespace onrecord::text {

// Promo, caption, correction or byline, by the phrases of data/lexicon/en/block_cues.tsv.
std::optional<BlockKind> kind_by_cue(std::string_view block);

// "By Ana Ruiz and Li Wei, Staff Reporters"
bool is_byline(std::string_view block);

// How many bytes of `block` a dateline takes at its head, with the dash that ends it: "KYIV, March 28
// (Reuters) - "; 0 when there is none.
std::uint32_t dateline_size(std::string_view block);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_BLOCK_CUES_H_
