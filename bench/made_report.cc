#include "bench/made_report.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord::bench {
namespace {

// "~" is another town each time, "^" one of the countries and capitals, over and over.
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

std::vector<std::string_view> repeated_names(const gazetteer::Gazetteer& gazetteer) {
  std::vector<std::string_view> names;
  for (std::uint32_t place = 0; place < gazetteer.size(); ++place) {
    const gazetteer::Entry entry = gazetteer.entry(place);
    if (entry.rank >= 6 && entry.population > 10000000) names.push_back(entry.name);
  }
  return names;
}

}  // namespace

std::string made_report(const gazetteer::Gazetteer& gazetteer, std::size_t bytes) {
  constexpr std::uint32_t kStep = 7919;  // A prime: towns of all countries in turn.
  const std::vector<std::string_view> names = repeated_names(gazetteer);
  std::string text;
  std::uint32_t town = 0;
  std::size_t again = 0;
  for (std::size_t sentence = 0; text.size() < bytes && !names.empty(); ++sentence) {
    for (const char letter : kSentences[sentence % kSentences.size()]) {
      if (letter == '~') {
        do {
          town = (town + kStep) % gazetteer.size();
        } while (gazetteer.entry(town).kind != PlaceKind::city);
        text += gazetteer.entry(town).name;
      } else if (letter == '^') {
        again += 1 + sentence % 5;
        text += names[again % names.size()];
      } else {
        text += letter;
      }
    }
    text += sentence % 3 == 2 ? "\n\n" : " ";
  }
  return text;
}

}  // namespace onrecord::bench
