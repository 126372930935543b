// time/testing.h — for tests: documents of words between blanks, without trees.

#ifndef ONRECORD_TIME_TESTING_H_
#define ONRECORD_TIME_TESTING_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/tags.h"
#include "syntax/tree.h"
#include "time/find_times.h"

namespace onrecord::time {

inline constexpr std::chrono::year_month_day kMonday{std::chrono::year{2022}, std::chrono::March,
                                                     std::chrono::day{28}};

// "_" joins: "third _- _quarter" is written without blanks. A line is a sentence and a block of its own.
struct Words {
  Document document;
  Tags tags;

  explicit Words(std::string_view spelt) {
    Document::Parts parts;
    auto labels = std::make_shared<LabelSets>();
    labels->upos = {"X"};
    labels->xpos = {"X"};
    labels->feats = {"_"};
    labels->deprel = {"root", "dep"};
    std::uint32_t sentence = 0, begin = 0;
    const auto end_line = [&] {
      const auto end = static_cast<std::uint32_t>(parts.tokens.size());
      const auto size = static_cast<std::uint32_t>(parts.text.size());
      if (end > sentence) {
        tags.sentences.push_back({sentence, end});
        parts.blocks.push_back({{begin, size}, BlockKind::paragraph, {sentence, end}});
      }
      sentence = end;
      parts.text += "\n\n";
      begin = size + 2;
    };
    while (!spelt.empty()) {
      const std::size_t size = std::min(spelt.find_first_of(" \n"), spelt.size());
      std::string_view word = spelt.substr(0, size);
      const bool line_ends = size < spelt.size() && spelt[size] == '\n';
      spelt.remove_prefix(std::min(size + 1, spelt.size()));
      const bool joined = word.size() > 1 && word[0] == '_';
      if (joined) word.remove_prefix(1);
      if (!word.empty()) {
        if (!parts.tokens.empty() && joined) parts.tokens.back().space_after = false;
        if (!joined && parts.tokens.size() > sentence) parts.text += ' ';
        const auto at = static_cast<std::uint32_t>(parts.text.size());
        parts.text += word;
        parts.tokens.push_back({{at, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      }
      if (line_ends || spelt.empty()) end_line();
    }
    tags.words.resize(parts.tokens.size());
    tags.labels = std::move(labels);
    document = Document(std::move(parts));
  }

  std::vector<TimeMention> times(std::optional<std::chrono::year_month_day> published = kMonday) const {
    const syntax::Tree tree(document, tags);
    return find_times(tree, published);
  }
};

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_TESTING_H_
