#include "coder/match.h"

#include <algorithm>
#include <span>

namespace onrecord::coder {
namespace {

constexpr int kDeepest = 64;  // Clauses within clauses.

bool is_clause(const syntax::Tree& tree, Word word) {
  if (tree.is_any(word, {"advcl", "ccomp", "csubj", "parataxis"}) || tree.relation(word) == "acl:relcl")
    return true;
  return tree.is(word, "conj") && tree.is_verb(word);
}

// All below `word`, but for the clauses that `keep` does not let in; each once, though the tree be none.
template <typename Keep>
void walk(const Scene& scene, Word word, std::vector<Word>& found, const Keep& keep) {
  const TokenRange sentence = scene.sentence();
  std::vector<bool> seen(sentence.size(), false);
  seen[word - sentence.first] = true;
  const std::size_t from = found.size();
  found.push_back(word);
  for (std::size_t i = from; i < found.size(); ++i) {
    for (const Word child : scene.tree().children(found[i])) {
      if (seen[child - sentence.first] || !keep(child)) continue;
      seen[child - sentence.first] = true;
      found.push_back(child);
    }
  }
}

// Words before `verb`: below it, and of each clause that governs it what is not a clause of its own.
std::vector<Word> preceding(const Scene& scene, Word verb) {
  const syntax::Tree& tree = scene.tree();
  std::vector<Word> found;
  walk(scene, verb, found, [&](Word child) { return child < verb; });
  Word below = verb;
  int steps = 0;
  for (Word above = tree.head(verb); above != kRoot && steps < kDeepest; above = tree.head(above), ++steps) {
    const bool added = tree.is(below, "conj") && tree.is_verb(below);
    const Word limit = added ? above : verb;
    if (!added) found.push_back(above);
    for (const Word child : tree.children(above)) {
      if (child == below || is_clause(tree, child)) continue;
      walk(scene, child, found, [&](Word word) { return !is_clause(tree, word); });
    }
    std::erase_if(found, [&](Word word) { return word >= limit && !tree.is_below(word, below); });
    below = above;
  }
  std::erase_if(found, [&](Word word) { return word >= verb; });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// One side of a pattern, from the verb outward.
class Side {
 public:
  Side(const Scene& scene, const Dictionary& dictionary, const std::vector<std::uint32_t>& view, bool forward,
       std::uint32_t edge, Marked& marked)
      : scene_(scene),
        dictionary_(dictionary),
        view_(view),
        forward_(forward),
        edge_(edge),
        marked_(marked) {}

  bool match(const std::vector<Piece>& pieces) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pieces.size();) {
      std::size_t end = i + 1;
      while (end < pieces.size() && pieces[end].joined) ++end;
      const auto next = chain({pieces.data() + i, end - i}, at);
      if (!next) return false;
      at = *next;
      i = end;
    }
    return true;
  }

 private:
  // Pieces between which nothing may stand, from view_[at] on; gives the place behind them.
  std::optional<std::size_t> chain(std::span<const Piece> pieces, std::size_t at) {
    for (std::size_t start = at; start < view_.size(); ++start) {
      const Marked before = marked_;
      std::optional<std::size_t> place = start;
      for (const Piece& piece : pieces) {
        if (piece.joined && !is_next(*place)) place.reset();
        if (place) place = one(piece, *place);
        if (!place) break;
      }
      if (place) return place;
      marked_ = before;
      if (pieces.front().joined) break;
    }
    return std::nullopt;
  }

  bool is_next(std::size_t place) const {
    if (place >= view_.size()) return false;
    const std::uint32_t last = place == 0 ? edge_ : view_[place - 1];
    return forward_ ? view_[place] == last + 1 : view_[place] + 1 == last;
  }

  std::optional<std::size_t> one(const Piece& piece, std::size_t place) {
    if (place >= view_.size()) return std::nullopt;
    switch (piece.kind) {
      case Piece::Kind::word:
        return word(piece.text, place) ? std::optional(place + 1) : std::nullopt;
      case Piece::Kind::set:
        return set(dictionary_.sets[piece.set], place);
      default:
        return someone(piece, place);
    }
  }

  bool word(std::string_view text, std::size_t place) const {
    return place < view_.size() && scene_.words()[view_[place]].text == text;
  }

  // The longest phrase of the set that stands there.
  std::optional<std::size_t> set(const std::vector<Words>& phrases, std::size_t place) const {
    std::size_t longest = 0;
    for (const Words& words : phrases) {
      bool stands = words.size() > longest;
      for (std::size_t i = 0; stands && i < words.size(); ++i) {
        stands = word(forward_ ? words[i] : words[words.size() - 1 - i], place + i) &&
                 (i == 0 || is_next(place + i));
      }
      if (stands) longest = words.size();
    }
    return longest > 0 ? std::optional(place + longest) : std::nullopt;
  }

  std::optional<std::size_t> someone(const Piece& piece, std::size_t place) {
    const std::uint32_t number = scene_.phrase_of(scene_.words()[view_[place]].token);
    if (number == kNoPhrase) return std::nullopt;
    const Phrase& phrase = scene_.phrases()[number];
    if (!piece.joined && view_[place] != phrase.head_at) return std::nullopt;
    if (piece.kind != Piece::Kind::skip) {
      // Met from behind, the last of a compound stands for all of it.
      const bool alone = forward_ && piece.kind != Piece::Kind::compound;
      const std::uint32_t first = alone ? number : scene_.first_of(number);
      const std::size_t count = scene_.parties(first).size();
      if (count < (piece.kind == Piece::Kind::compound ? 2U : 1U)) return std::nullopt;
      auto& place_of = piece.kind == Piece::Kind::source   ? marked_.source
                       : piece.kind == Piece::Kind::target ? marked_.target
                                                           : marked_.compound;
      place_of = first;
    }
    while (place < view_.size() && (forward_ ? view_[place] < phrase.end : view_[place] >= phrase.first))
      ++place;
    return place;
  }

  const Scene& scene_;
  const Dictionary& dictionary_;
  const std::vector<std::uint32_t>& view_;
  bool forward_;
  std::uint32_t edge_;
  Marked& marked_;
};

}  // namespace

std::vector<Word> following(const Scene& scene, Word token, bool wide) {
  const syntax::Tree& tree = scene.tree();
  Word top = token;
  for (int steps = 0; wide && steps < kDeepest; ++steps) {
    const Word above = tree.head(top);
    const bool apart = tree.is_any(top, {"advcl", "parataxis"}) || tree.relation(top) == "acl:relcl" ||
                       (tree.is(top, "conj") && tree.is_verb(top));
    if (above == kRoot || above > token || apart) break;
    top = above;
  }
  std::vector<Word> found;
  walk(scene, top, found, [&](Word child) {
    const bool added = (tree.is(child, "conj") && tree.is_verb(child)) || tree.is(child, "parataxis");
    return !(added && child > token);
  });
  std::erase_if(found, [&](Word word) { return word <= token; });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

View view_of(const Scene& scene, const VerbWord& verb) {
  View view;
  const auto add = [&](const std::vector<Word>& tokens, std::vector<std::uint32_t>& to) {
    for (const Word token : tokens) {
      for (std::uint32_t i = scene.at(token); i < scene.words().size() && scene.words()[i].token == token;
           ++i)
        to.push_back(i);
    }
  };
  add(preceding(scene, verb.token), view.before);
  std::erase_if(view.before, [&](std::uint32_t i) { return i >= verb.first; });
  std::reverse(view.before.begin(), view.before.end());
  add(following(scene, verb.token, true), view.after);
  std::erase_if(view.after, [&](std::uint32_t i) { return i < verb.end; });
  return view;
}

std::optional<Marked> match(const Scene& scene, const Dictionary& dictionary, const VerbWord& verb,
                            const View& view, const Pattern& pattern) {
  Marked marked;
  Side before(scene, dictionary, view.before, false, verb.first, marked);
  if (!before.match(pattern.before)) return std::nullopt;
  Side after(scene, dictionary, view.after, true, verb.end - 1, marked);
  if (!after.match(pattern.after)) return std::nullopt;
  return marked;
}

}  // namespace onrecord::coder
