#include "time/lean.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "lexicon/table.h"

namespace onrecord::time {
namespace {

constexpr std::string_view kWeights =
#include "times_direction.inc"
    ;

const lexicon::Table& weights() {
  static const lexicon::Table table(kWeights);
  return table;
}

double weight(std::string_view feature) {
  const auto row = weights().find(feature);
  if (!row) return 0;
  double value = 0;
  std::from_chars(row->data(), row->data() + row->size(), value);
  return value;
}

constexpr int kMostSteps = 12;  // Up a tree, however long a chain it is.

bool has_child(const syntax::Tree& tree, std::uint32_t word, std::string_view relation,
               std::string_view lemma) {
  // Auxiliaries stand just before their verb: no need to ask for all children.
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t first = word > kNear ? word - kNear : 0;
  for (std::uint32_t child = first; child < word; ++child)
    if (tree.head(child) == word && tree.is(child, relation) && tree.lemma(child) == lemma) return true;
  return false;
}

// The word of the clause that `head` stands in.
std::optional<std::uint32_t> clause_of(const syntax::Tree& tree, std::uint32_t head) {
  std::uint32_t word = head;
  for (int step = 0; step < kMostSteps; ++step) {
    if (tree.is_verb(word) || tree.upos(word) == "AUX") return word;
    if (tree.head(word) == kRoot) return word;
    word = tree.head(word);
  }
  return std::nullopt;
}

std::string_view xpos(const syntax::Tree& tree, std::uint32_t word) {
  const Tags& tags = tree.tags();
  const std::uint16_t id = tags.words[word].xpos;
  return tags.labels && id < tags.labels->xpos.size() ? std::string_view(tags.labels->xpos[id])
                                                      : std::string_view();
}

std::string_view tense_of(const syntax::Tree& tree, std::uint32_t word) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t first = word > kNear ? word - kNear : 0;
  std::string_view found;
  for (std::uint32_t child = first; child < word; ++child) {
    if (tree.head(child) != word) continue;
    const std::string_view lemma = tree.lemma(child);
    if (tree.is(child, "mark") && lemma == "to") return "tense:to";
    if (!tree.is(child, "aux") && !tree.is(child, "cop")) continue;
    if (lemma == "will" || lemma == "shall") return "tense:future";
    if (lemma == "would" || lemma == "could" || lemma == "may" || lemma == "might" || lemma == "should" ||
        lemma == "must" || lemma == "can")
      return "tense:modal";
    const std::string_view tag = xpos(tree, child);
    if (tag == "VBD") found = "tense:past";
    if ((tag == "VBZ" || tag == "VBP") && lemma == "have") found = "tense:past";
    if ((tag == "VBZ" || tag == "VBP") && found.empty()) found = "tense:present";
  }
  if (!found.empty()) return found;
  const std::string_view tag = xpos(tree, word);
  if (tag == "VBD") return "tense:past";
  if (tag == "VBZ" || tag == "VBP") return "tense:present";
  if (tag == "VBN") return "tense:participle";
  if (tag == "VBG") return "tense:progressive";
  return "tense:none";
}

// "had been due": what was ahead then is mostly over now.
bool is_past_perfect(const syntax::Tree& tree, std::uint32_t word) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t first = word > kNear ? word - kNear : 0;
  for (std::uint32_t child = first; child < word; ++child)
    if (tree.head(child) == word && tree.is(child, "aux") && tree.lemma(child) == "have" &&
        xpos(tree, child) == "VBD")
      return true;
  return false;
}

// One step of a round of so many away.
bool is_next(double distance, int round) { return std::lround(distance * round) == 1; }

bool is_plan(const syntax::Tree& tree, std::uint32_t word) {
  const std::string key = "plan:" + std::string(tree.lemma(word));
  return weights().find(key).has_value();
}

// "due on Thursday", "due to resume on Thursday", however the tree takes "due to".
bool is_due(const syntax::Tree& tree, TokenRange words) {
  constexpr std::uint32_t kNear = 5;
  const std::uint32_t sentence = tree.sentence(words.first).first;
  const std::uint32_t first = std::max(sentence, words.first > kNear ? words.first - kNear : 0);
  for (std::uint32_t word = first; word < words.first; ++word)
    if (tree.text(word) == "due") return true;
  return false;
}

// The preposition before the words.
std::string preposition(const syntax::Tree& tree, TokenRange words) {
  if (words.first == 0) return {};
  const std::uint32_t before = words.first - 1;
  if (tree.upos(before) != "ADP" && tree.upos(before) != "SCONJ" && tree.upos(before) != "PART") return {};
  return "prep:" + std::string(tree.lemma(before));
}

// Of the verb that stands nearest before the words, whatever the tree hangs them on: "is scheduled to close
// Monday".
std::string_view near_verb(const syntax::Tree& tree, TokenRange words) {
  constexpr std::uint32_t kNear = 7;
  const std::uint32_t sentence = tree.sentence(words.first).first;
  const std::uint32_t first = std::max(sentence, words.first > kNear ? words.first - kNear : 0);
  for (std::uint32_t word = words.first; word-- > first;) {
    if (!tree.is_verb(word) || tree.is(word, "case")) continue;
    const std::string_view tense = tense_of(tree, word);
    if (tense == "tense:to") return "near:to";
    if (tense == "tense:future") return "near:future";
    if (tense == "tense:modal") return "near:modal";
    if (tense == "tense:past" || tense == "tense:participle") return "near:past";
    return "";
  }
  return "";
}

// "the year ended Jan. 31", "the quarter ending June 30"
std::string_view bound_by(const syntax::Tree& tree, TokenRange words) {
  if (words.first == 0) return "";
  const std::string_view before = tree.text(words.first - 1);
  return before == "ended" ? "ended" : before == "ending" ? "ending" : "";
}

// "as soon as Tuesday", "as early as next week"
bool is_soon(const syntax::Tree& tree, TokenRange words) {
  if (words.first < 3) return false;
  const std::string_view how = tree.text(words.first - 2);
  return tree.text(words.first - 1) == "as" && (how == "soon" || how == "early" || how == "late");
}

// "effective June 1", "scheduled for Friday"
bool plan_before(const syntax::Tree& tree, TokenRange words) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t sentence = tree.sentence(words.first).first;
  const std::uint32_t first = std::max(sentence, words.first > kNear ? words.first - kNear : 0);
  for (std::uint32_t word = first; word < words.first; ++word)
    if (!tree.is_verb(word) && is_plan(tree, word)) return true;
  return false;
}

// "postponed until Tuesday", "put off to Monday", "extended through June"
bool is_put_off(const syntax::Tree& tree, TokenRange words) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t sentence = tree.sentence(words.first).first;
  if (words.first < sentence + 2) return false;
  const std::string_view before = tree.lemma(words.first - 1);
  if (before != "until" && before != "till" && before != "to" && before != "through") return false;
  const std::uint32_t first = std::max(sentence, words.first > kNear ? words.first - kNear : 0);
  for (std::uint32_t word = first; word + 1 < words.first; ++word)
    if (weights().find("put:" + std::string(tree.lemma(word)))) return true;
  return false;
}

// "had been due to expire Friday"
bool had_been(const syntax::Tree& tree, TokenRange words) {
  constexpr std::uint32_t kNear = 5;
  const std::uint32_t sentence = tree.sentence(words.first).first;
  const std::uint32_t first = std::max(sentence, words.first > kNear ? words.first - kNear : 0);
  for (std::uint32_t word = first; word + 1 < words.first; ++word)
    if (tree.text(word) == "had" && tree.text(word + 1) == "been") return true;
  return false;
}

std::string_view prior_of(Told told) {
  switch (told) {
    case Told::weekday:
      return "prior:weekday";
    case Told::month:
      return "prior:month";
    case Told::day:
      return "prior:day";
    case Told::season:
      return "prior:season";
  }
  return "";
}

}  // namespace

std::string_view distance_sign(Told told) {
  switch (told) {
    case Told::weekday:
      return "distance:weekday";
    case Told::month:
      return "distance:month";
    case Told::day:
      return "distance:day";
    case Told::season:
      break;
  }
  return "distance:season";
}

std::vector<std::string> lean_signs(const syntax::Tree& tree, TokenRange words, std::uint32_t head, Told told,
                                    double distance) {
  std::vector<std::string> signs{std::string(prior_of(told))};
  // The very next day or month is spoken of by its name more often than the one that is nearly a round ago.
  if (told == Told::weekday && is_next(distance, 7)) signs.emplace_back("next:weekday");
  if (told == Told::month && is_next(distance, 12)) signs.emplace_back("next:month");
  // A day of the last two weeks, or of the next, is mostly that one.
  constexpr double kFortnight = 14.5 / 366;
  if (told == Told::day && distance >= 1 - kFortnight) signs.emplace_back("last:day");
  if (told == Told::day && distance <= kFortnight) signs.emplace_back("next:day");
  const auto clause = clause_of(tree, head);
  bool perfect = had_been(tree, words);
  bool planned = plan_before(tree, words);
  if (clause) {
    signs.emplace_back(tense_of(tree, *clause));
    const bool governed = tree.head(*clause) != kRoot && tree.is(*clause, "xcomp");
    perfect =
        perfect || is_past_perfect(tree, *clause) || (governed && is_past_perfect(tree, tree.head(*clause)));
    planned = planned || is_plan(tree, *clause) || has_child(tree, *clause, "aux", "go");
    std::uint32_t word = head;
    for (int step = 0; step < 3 && !planned && tree.head(word) != kRoot; ++step) {
      word = tree.head(word);
      planned = is_plan(tree, word);
    }
    if (!planned && tree.head(*clause) != kRoot) planned = is_plan(tree, tree.head(*clause));
  }
  if (perfect) signs.emplace_back("perfect");
  if (planned) signs.emplace_back("planned");
  for (const std::string_view sign : {near_verb(tree, words), bound_by(tree, words)})
    if (!sign.empty()) signs.emplace_back(sign);
  if (is_put_off(tree, words)) signs.emplace_back("put-off");
  if (is_soon(tree, words)) signs.emplace_back("soon");
  if (is_due(tree, words)) signs.emplace_back("due");
  if (std::string before = preposition(tree, words); !before.empty()) signs.push_back(std::move(before));
  return signs;
}

double likely_ahead(const syntax::Tree& tree, TokenRange words, std::uint32_t head, Told told,
                    double distance) {
  double sum = distance * weight(distance_sign(told));
  for (const std::string& sign : lean_signs(tree, words, head, told, distance)) sum += weight(sign);
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace onrecord::time
