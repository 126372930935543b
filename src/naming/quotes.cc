#include "naming/quotes.h"

#include <algorithm>
#include <string_view>

namespace onrecord::naming {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// Marks of one kind close each other.
enum class Pair { none, straight, curly, single, single_curly, angle, backtick };
enum class Side { open, close, either };

struct Mark {
  Pair pair = Pair::none;
  Side side = Side::either;
};

Mark mark_of(std::string_view text) {
  if (text == "\"" || text == "''") return {Pair::straight, Side::either};
  if (text == "``") return {Pair::straight, Side::open};
  if (text == "“" || text == "„") return {Pair::curly, Side::open};
  if (text == "”") return {Pair::curly, Side::close};
  if (text == "'") return {Pair::single, Side::either};
  if (text == "‘") return {Pair::single_curly, Side::open};
  if (text == "’") return {Pair::single_curly, Side::close};
  if (text == "«") return {Pair::angle, Side::open};
  if (text == "»") return {Pair::angle, Side::close};
  return {};
}

struct Open {
  Pair pair;
  Word word;
};

// A mark that may stand on either side opens where a space is before it and none after.
Side side_of(const Tree& tree, Word word, Word block_begin) {
  const auto& tokens = tree.document().tokens();
  const bool space_before = word == block_begin || tokens[word - 1].space_after;
  if (space_before != tokens[word].space_after) return space_before ? Side::open : Side::close;
  return Side::either;
}

}  // namespace

bool is_mark(const Tree& tree, Word word) {
  const Pair pair = mark_of(tree.text(word)).pair;
  if (pair == Pair::none) return false;
  const bool apostrophe = pair == Pair::single || pair == Pair::single_curly;
  return !apostrophe || tree.is_punctuation(word);
}

Quotes::Quotes(const Tree& tree) : holding_(tree.size(), kNone) {
  std::vector<Open> open;
  for (const Block& block : tree.document().blocks()) {
    open.clear();
    for (Word word = block.tokens.first; word < std::min(block.tokens.end, tree.size()); ++word) {
      if (!is_mark(tree, word)) continue;
      Mark mark = mark_of(tree.text(word));
      if (mark.side == Side::either) mark.side = side_of(tree, word, block.tokens.first);
      const auto opening =
          std::find_if(open.rbegin(), open.rend(), [&](const Open& one) { return one.pair == mark.pair; });
      if (mark.side == Side::open || opening == open.rend()) {
        // A second opening mark of its kind: the first was stray, or goes on from the paragraph before.
        if (mark.side != Side::close) open.push_back({mark.pair, word});
        if (open.size() > kLongest) open.erase(open.begin());
        continue;
      }
      const Word from = opening->word;
      open.erase(std::prev(opening.base()), open.end());
      if (word > from + 1 && word - from - 1 <= kLongest) add({from + 1, word});
    }
  }
}

// Inner ones come first, and keep their words.
void Quotes::add(Quoted quoted) {
  const auto index = static_cast<std::uint32_t>(all_.size());
  all_.push_back(quoted);
  for (Word word = quoted.first; word < quoted.end; ++word) {
    if (holding_[word] == kNone) holding_[word] = index;
  }
}

std::optional<Quoted> Quotes::holding(Word word) const {
  if (word >= holding_.size() || holding_[word] == kNone) return std::nullopt;
  return all_[holding_[word]];
}

std::optional<Quoted> Quotes::opened_by(Word mark) const {
  const auto found = holding(mark + 1);
  return found && found->first == mark + 1 ? found : std::nullopt;
}

std::optional<Quoted> Quotes::closed_by(Word mark) const {
  const auto found = mark == 0 ? std::nullopt : holding(mark - 1);
  return found && found->end == mark ? found : std::nullopt;
}

}  // namespace onrecord::naming
