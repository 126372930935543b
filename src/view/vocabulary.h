// view/vocabulary.h — the words that stand for values in every form of output. Published: never change one.

#ifndef ONRECORD_VIEW_VOCABULARY_H_
#define ONRECORD_VIEW_VOCABULARY_H_

#include <chrono>
#include <string>
#include <string_view>

#include "onrecord/report.h"

namespace onrecord::view {

std::string_view to_string(BlockKind kind);               // "paragraph", "headline", …
std::string_view to_string(ReportFormat format);          // "text", "html", "json"
std::string_view to_string(Repair::Kind kind);            // "broken_word", "mojibake", …
std::string to_string(std::chrono::year_month_day date);  // "2022-03-28"

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_VOCABULARY_H_
