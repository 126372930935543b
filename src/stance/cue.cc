#include "stance/cue.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace onrecord::stance {
namespace {

constexpr std::uint32_t kLongestCue = 24;  // Words.

template <typename Value, std::size_t kCount>
Value named(std::string_view name, const std::array<std::pair<std::string_view, Value>, kCount>& all) {
  for (const auto& [word, value] : all) {
    if (word == name) return value;
  }
  return Value::unknown;
}

Act act_named(std::string_view name) {
  for (int value = 1; value <= static_cast<int>(Act::think); ++value) {
    if (to_string(static_cast<Act>(value)) == name) return static_cast<Act>(value);
  }
  return Act::unknown;
}

Commitment commitment_named(std::string_view name) {
  for (int value = 1; value <= static_cast<int>(Commitment::rejects); ++value) {
    if (to_string(static_cast<Commitment>(value)) == name) return static_cast<Commitment>(value);
  }
  return Commitment::unknown;
}

Presents presents_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Presents>, 13> kAll = {{
      {"fact", Presents::fact},
      {"probable", Presents::probable},
      {"possible", Presents::possible},
      {"open", Presents::open},
      {"doubt", Presents::doubt},
      {"deny", Presents::deny},
      {"refuse", Presents::refuse},
      {"plan", Presents::plan},
      {"wish", Presents::wish},
      {"want", Presents::want},
      {"demand", Presents::demand},
      {"offer", Presents::offer},
      {"predict", Presents::predict},
  }};
  return named(name, kAll);
}

std::string_view take(std::string_view& row) {
  const std::size_t tab = std::min(row.find('\t'), row.size());
  const std::string_view field = row.substr(0, tab);
  row.remove_prefix(std::min(tab + 1, row.size()));
  return field;
}

Sense sense_in(std::string_view row, bool framed) {
  Sense sense;
  sense.act = act_named(take(row));
  sense.commitment = commitment_named(take(row));
  sense.presents = presents_named(take(row));
  sense.framed = framed;
  return sense;
}

// The tables' parts to look in for a word of such a class; taggers take headlines' verbs for nouns.
std::array<std::string_view, 3> prefixes(const Tree& tree, Word word) {
  const std::string_view upos = tree.upos(word);
  if (upos == "NOUN" || upos == "PROPN") return {"n:", "", "a:"};
  if (upos == "ADJ") return {"a:", "", "n:"};
  if (upos == "VERB" || upos == "AUX") return {"", "a:", "n:"};
  return {"p:", "a:", "p:"};
}

std::optional<Sense> look_up(const Tree& tree, Word word, const std::vector<std::string>& frames) {
  const auto forms = base_forms(tree, word);
  for (const std::string_view prefix : prefixes(tree, word)) {
    for (const std::string& form : forms) {
      const std::string key = std::string(prefix) + form;
      for (const std::string& frame : frames) {
        if (const auto row = cue_row(key + "/" + frame)) return sense_in(*row, true);
      }
      if (const auto row = cue_row(key)) return sense_in(*row, false);
    }
  }
  return std::nullopt;
}

std::vector<std::string> shapes(const Content& content) {
  switch (content.shape) {
    case Shape::clause:
      return {"that"};
    case Shape::question:
      return {"if", "that"};
    case Shape::infinitive:
      return {"to"};
    case Shape::told:
      return {"objto", "to"};
    case Shape::gerund:
      return {"ing", "obj"};
    case Shape::description:
      return {"as", "objto"};
    case Shape::noun:
      return {"obj"};
    case Shape::none:
      break;
  }
  return {};
}

bool is_in(TokenRange range, Word word) { return word >= range.first && word < range.end; }

bool is_particle(const Tree& tree, Word word) {
  const std::string_view upos = tree.upos(word);
  return upos == "ADP" || upos == "ADV" || upos == "SCONJ";
}

// The particle or preposition after the cue's word, wherever the cut between cue and content was made.
std::vector<std::string> frames_of(const Tree& tree, const CueWords& cue, const Content& content) {
  std::vector<std::string> frames;
  const auto add = [&](Word word) {
    if (is_particle(tree, word)) frames.push_back(lower(tree, word));
  };
  for (const Word c : tree.children(*cue.head)) {
    if (tree.is(c, "compound") && c > *cue.head) frames.push_back(lower(tree, c));
  }
  if (const auto object = tree.child(*cue.head, "obj"); object && is_in(cue.words, *object))
    frames.push_back(lower(tree, *object));  // "took issue with"
  for (Word word = *cue.head + 1; word < cue.words.end; ++word) add(word);
  if (content.head && content.shape != Shape::clause && content.shape != Shape::infinitive &&
      content.shape != Shape::told) {
    for (const Word c : tree.children(*content.head)) {
      if (c < *content.head && tree.is_any(c, {"case", "mark"})) add(c);
    }
  }
  if (content.head && content.shape == Shape::noun) {
    for (const Word c : tree.children(*content.head)) {
      if (c < *content.head && tree.is(c, "advmod") && lower(tree, c) == "not")
        frames.emplace_back("not");  // "not guilty"
    }
  }
  for (std::string& shape : shapes(content)) frames.push_back(std::move(shape));
  return frames;
}

// The cue word that `word` governs: "said" below "went on", "concern" below "expressed".
std::optional<Word> governed(const Tree& tree, TokenRange words, Word word) {
  const bool light = found_in(tree, word, "light").has_value();
  for (const Word c : tree.children(word)) {
    if (!is_in(words, c) || c < word || !is_cue(tree, c)) continue;
    if (tree.is_any(c, {"xcomp", "ccomp"}) && is_verbal(tree, c)) return c;
    if (light && tree.is(c, "obj")) return c;
  }
  return std::nullopt;
}

// "Reluctant to denounce", "stopped short of calling": words above the cue's own that say that it was not
// done.
void add_governors(const Tree& tree, CueWords& cue) {
  if (!cue.head || !cue.above.empty()) return;
  for (Word word = *cue.head, steps = 0; steps < 3; ++steps) {
    const Word above = tree.head(word);
    if (above == kRoot || !is_in(cue.words, above) || above > word) return;
    if (!tree.is_any(word, {"xcomp", "ccomp", "advcl", "acl", "advmod"})) return;
    if (found_in(tree, above, "above")) cue.above.insert(cue.above.begin(), above);
    word = above;
  }
}

}  // namespace

std::optional<Sense> own_sense(const Tree& tree, Word word) { return look_up(tree, word, {}); }

bool is_cue(const Tree& tree, Word word) {
  return !tree.is_any(word, {"aux", "cop"}) && look_up(tree, word, {}).has_value();
}

CueWords read_cue(const Tree& tree, const Statement& statement) {
  CueWords cue;
  if (!statement.cue) return cue;
  cue.words = tree.words(*statement.cue);
  cue.words.end = std::min({cue.words.end, tree.size(), cue.words.first + kLongestCue});
  int best = 0;
  for (Word word = cue.words.first; word < cue.words.end; ++word) {
    const Word head = tree.head(word);
    if (!is_cue(tree, word)) continue;
    const bool outer = head == kRoot || !is_in(cue.words, head);
    const int points =
        (outer ? 2 : 1) + (is_verbal(tree, word) ? 2 : 0) + (tree.upos(word) == "ADP" ? -2 : 0) + 2;
    if (points > best) cue.head = word, best = points;
  }
  for (int steps = 0; cue.head && steps < 4; ++steps) {
    const auto below = governed(tree, cue.words, *cue.head);
    if (!below) break;
    cue.above.push_back(*cue.head);
    cue.head = below;
  }
  add_governors(tree, cue);
  return cue;
}

std::optional<Sense> sense_of(const Tree& tree, const CueWords& cue, const Content& content) {
  if (!cue.head) return std::nullopt;
  return look_up(tree, *cue.head, frames_of(tree, cue, content));
}

}  // namespace onrecord::stance
