#include "statement/turns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statement/beside.h"
#include "statement/cut.h"

namespace onrecord::statement {
namespace {

constexpr float kTurnScore = 0.7F;
constexpr Word kLongestLabel = 5;  // Words before the colon.
constexpr Word kShortestTurn = 2;  // Words after it.
constexpr std::size_t kFewestTurns = 3;

struct Turn {
  TokenRange label;
  TokenRange words;
};

bool is_letter_label(std::string_view label) {
  return label == "Q" || label == "A" || label == "Question" || label == "Answer";
}

std::optional<Turn> turn_of(const Sheet& sheet, const Block& block) {
  const Tree& tree = sheet.tree();
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return std::nullopt;
  const TokenRange all = {block.tokens.first, std::min(block.tokens.end, tree.size())};
  Word colon = all.first;
  while (colon < all.end && colon < all.first + kLongestLabel + 1 && tree.text(colon) != ":") {
    const auto word = tree.text(colon);
    if (!begins_with_capital(word) && word != "." && word != "de" && word != "van") return std::nullopt;
    ++colon;
  }
  if (colon == all.first || colon + kShortestTurn >= all.end || tree.text(colon) != ":") return std::nullopt;
  if (is_mark(tree.text(colon + 1))) return std::nullopt;  // Ana Ruiz: “…”
  return Turn{{all.first, colon}, {colon + 1, all.end}};
}

bool asks(const Tree& tree, const Turn& turn) {
  for (Word word = turn.words.end; word-- > turn.words.first;) {
    if (tree.text(word) == "?") return true;
  }
  return false;
}

// Two that speak by turns, one of whom asks: not "Date: …", "Place: …".
bool is_interview(const Sheet& sheet, const std::vector<Turn>& turns) {
  std::map<std::string_view, std::size_t> count;
  bool asked = false;
  std::size_t letters = 0;
  for (const Turn& turn : turns) {
    const auto label = sheet.document().text(sheet.document().span_of(turn.label));
    ++count[label];
    letters += is_letter_label(label) ? 1 : 0;
    asked = asked || asks(sheet.tree(), turn);
  }
  if (!asked || count.size() < 2) return false;
  if (letters == turns.size()) return true;
  // Whoever speaks by turns speaks again.
  return turns.size() >= kFewestTurns && turns.size() > count.size() && count.size() <= turns.size() / 2 + 1;
}

}  // namespace

void take_turns(Sheet& sheet) {
  std::vector<Turn> turns;
  for (const Block& block : sheet.document().blocks()) {
    if (const auto turn = turn_of(sheet, block)) turns.push_back(*turn);
  }
  if (!is_interview(sheet, turns)) return;
  for (const Turn& turn : turns) {
    Draft draft;
    const Span label = sheet.document().span_of(turn.label);
    if (!is_letter_label(sheet.document().text(label))) draft.speaker = label;
    draft.cue = sheet.document().tokens()[turn.label.end].span;
    draft.contents = {sheet.document().span_of(turn.words)};
    draft.score = kTurnScore;
    draft.turn = true;
    sheet.add(std::move(draft));
  }
}

}  // namespace onrecord::statement
