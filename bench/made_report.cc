#include "bench/made_report.h"

#include <array>
#include <string_view>
#include <vector>

namespace onrecord::bench {
namespace {

// "~" is another town each time, "^" one of the large countries and capitals, over and over.
constexpr std::array<std::string_view, 8> kSentences = {
    "The mayor of ~ said on Monday that the roads to ~ and ~ were closed.",
    "Ministers from ^, ^ and ^ met in ^ two days later.",
    "~, ^, lost a third of its houses in 2019, officials said.",
    "Police in ~ held two men from ^ last week.",
    "^ denied the report, and the government of ^ asked for talks by the end of the year.",
    "The head of the army of ^ flew from ^ to ~ on 3 May.",
    "Shells fell on ~ overnight, a spokesman for the governor of ~ told reporters in ^.",
    "Nobody was hurt.",
};

}  // namespace

std::string made_report(const std::vector<std::string_view>& towns,
                        const std::vector<std::string_view>& lands, std::size_t bytes) {
  constexpr std::size_t kStep = 7919;  // A prime: towns of all countries in turn.
  std::string text;
  if (towns.empty() || lands.empty()) return text;
  std::size_t town = 0, land = 0;
  for (std::size_t sentence = 0; text.size() < bytes; ++sentence) {
    for (const char letter : kSentences[sentence % kSentences.size()]) {
      if (letter == '~') {
        town += kStep;
        text += towns[town % towns.size()];
      } else if (letter == '^') {
        land += 1 + sentence % 5;
        text += lands[land % lands.size()];
      } else {
        text += letter;
      }
    }
    text += sentence % 3 == 2 ? "\n\n" : " ";
  }
  return text;
}

}  // namespace onrecord::bench
