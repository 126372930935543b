#include "event/classify.h"

#include <algorithm>
#include <string>

#include "event/tables.h"
#include "lexicon/table.h"

namespace onrecord::event {
namespace {

constexpr std::string_view kContextWords =
#include "event_contexts.inc"
    ;

constexpr std::string_view kContexts =
#include "contexts.inc"
    ;

constexpr std::string_view kCameo =
#include "cameo.inc"
    ;

constexpr std::size_t kMostContexts = 3;

// In the order of the table.
const std::vector<std::string_view>& all_contexts() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> names;
    for (std::string_view text = kContexts; !text.empty();) {
      std::string_view line = take(text, '\n');
      if (!line.empty() && line.front() != '#') names.push_back(take(line, '\t'));
    }
    return names;
  }();
  return all;
}

void add(std::string_view names, std::vector<bool>& told) {
  while (!names.empty()) {
    const std::string_view name = take(names, ' ');
    const auto& all = all_contexts();
    const auto found = std::find(all.begin(), all.end(), name);
    if (found != all.end()) told[static_cast<std::size_t>(found - all.begin())] = true;
  }
}

}  // namespace

std::vector<std::string_view> contexts_of(const Ground& ground, Word trigger, EventType type,
                                          std::string_view mode) {
  static const lexicon::Table words(kContextWords);
  const Tree& tree = ground.tree();
  std::vector<bool> told(all_contexts().size(), false);
  const TokenRange sentence = tree.sentence(trigger);
  for (Word w = sentence.first; w < sentence.end; ++w) {
    const std::string lemma = lemma_of(tree, w);
    if (const auto names = words.find(lemma)) add(*names, told);
    if (w + 1 < sentence.end) {
      const std::string both = lower(tree.text(w)) + " " + lemma_of(tree, w + 1);
      if (const auto names = words.find(both)) add(*names, told);
    }
  }
  if (type == EventType::COERCE && (mode == "cyber" || mode == "misinformation")) add(mode, told);
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < told.size() && out.size() < kMostContexts; ++i) {
    if (told[i]) out.push_back(all_contexts()[i]);
  }
  return out;
}

std::string_view cameo_of(EventType type, std::string_view mode,
                          const std::vector<std::string_view>& contexts) {
  std::string_view best;
  int most = -1;
  for (std::string_view text = kCameo; !text.empty();) {
    std::string_view line = take(text, '\n');
    if (line.empty() || line.front() == '#' || take(line, '\t') != to_string(type)) continue;
    const std::string_view its_mode = take(line, '\t'), its_context = take(line, '\t');
    if (!its_mode.empty() && its_mode != mode) continue;
    if (!its_context.empty() && std::find(contexts.begin(), contexts.end(), its_context) == contexts.end())
      continue;
    // A mode tells more than a context.
    const int told = (its_mode.empty() ? 0 : 2) + (its_context.empty() ? 0 : 1);
    if (told > most) most = told, best = line;
  }
  return best;
}

}  // namespace onrecord::event
