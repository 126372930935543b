#include "event/trigger_table.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "event/grammar.h"
#include "event/tables.h"
#include "lexicon/table.h"
#include "stance/shape.h"
#include "stance/words.h"

namespace onrecord::event {
namespace {

constexpr std::string_view kTriggers =
#include "triggers.inc"
    ;

constexpr Word kReach =
    6;  // Words behind a verb among which the rest of "laid down their arms" is looked for.

enum class Test : std::uint8_t {
  agent,
  victim,
  to,
  that,
  ing,
  object,
  not_object,
  prep,
  not_prep,
  subject,
  not_subject,
  intransitive,
  sense,
  of_noun,
  plural
};

struct Condition {
  Test test = Test::agent;
  std::string_view values = {};  // Joined by commas.
};

struct Row {
  TriggerRow row;
  std::string_view rest = {};  // Of the key, behind the slash.
  float right = 0, right_loose = 0;
  std::vector<Condition> conditions = {};
};

// A whole number of thousandths, perhaps below nothing.
float number_of(std::string_view text) {
  float value = 0;
  for (const char c : text) {
    if (c != '-') value = value * 10 + static_cast<float>(c - '0');
  }
  return (text.starts_with('-') ? -value : value) / 1000;
}

std::optional<Condition> condition_named(std::string_view word) {
  static constexpr std::pair<std::string_view, Test> kAll[] = {{"agent", Test::agent},
                                                               {"victim", Test::victim},
                                                               {"to", Test::to},
                                                               {"that", Test::that},
                                                               {"ing", Test::ing},
                                                               {"obj", Test::object},
                                                               {"not-obj", Test::not_object},
                                                               {"prep", Test::prep},
                                                               {"not-prep", Test::not_prep},
                                                               {"subj", Test::subject},
                                                               {"not-subj", Test::not_subject},
                                                               {"intrans", Test::intransitive},
                                                               {"sense", Test::sense},
                                                               {"of-noun", Test::of_noun},
                                                               {"plural", Test::plural}};
  const std::string_view name = take(word, '=');
  for (const auto& [known, test] : kAll) {
    if (known == name) return Condition{test, word};
  }
  return std::nullopt;
}

// Every row, by what stands before the slash of its key.
class Rows {
 public:
  Rows() {
    std::string_view text = kTriggers;
    std::uint32_t number = 0;
    while (!text.empty()) {
      std::string_view line = take(text, '\n');
      if (line.empty() || line.front() == '#') continue;
      add(line, number++);
    }
    for (auto& [key, all] : rows_) {
      std::stable_sort(all.begin(), all.end(), [](const Row& one, const Row& other) {
        return std::pair(one.rest.size(), one.conditions.size()) >
               std::pair(other.rest.size(), other.conditions.size());
      });
    }
  }

  const std::vector<Row>* find(const std::string& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
  }

 private:
  void add(std::string_view line, std::uint32_t number) {
    std::string_view key = take(line, '\t');
    Row row;
    row.row.number = number;
    row.row.type = type_named(take(line, '\t'));
    const std::string_view mode = take(line, '\t');
    if (mode != "-") row.row.mode = mode;
    for (std::string_view frame = take(line, '\t'); !frame.empty();) {
      if (const auto one = condition_named(take(frame, ' '))) row.conditions.push_back(*one);
    }
    std::string_view right = take(line, '\t');
    row.right = number_of(take(right, ' '));
    row.right_loose = number_of(right);
    const std::string_view first = take(key, '/');
    row.rest = key;
    rows_[std::string(first)].push_back(std::move(row));
  }

  std::unordered_map<std::string, std::vector<Row>> rows_;
};

const Rows& rows() {
  static const Rows all;
  return all;
}

bool is_among(std::string_view values, const std::string& word) {
  while (!values.empty()) {
    if (take(values, ',') == word) return true;
  }
  return false;
}

bool is_among(std::string_view values, const Tree& tree, Word word) {
  if (is_among(values, lower(tree.text(word)))) return true;
  for (const std::string& base : stance::base_forms(tree, word)) {
    if (is_among(values, base)) return true;
  }
  return false;
}

class Fitting {
 public:
  Fitting(const Ground& ground, Word word) : ground_(ground), tree_(ground.tree()), word_(word) {}

  bool has_key(const Row& row) const { return row.rest.empty() || has_rest(row.rest); }

  bool has_frame(const Row& row) const {
    return std::all_of(row.conditions.begin(), row.conditions.end(),
                       [&](const Condition& one) { return holds(one); });
  }

 private:
  // Particle, preposition or noun behind the verb, each part in turn: "lay/down/arms".
  bool has_rest(std::string_view rest) const {
    Word at = word_;
    const Word end = std::min(tree_.sentence(word_).end, word_ + kReach);
    while (!rest.empty()) {
      const std::string part(take(rest, '/'));
      bool found = false;
      for (Word w = at + 1; w < end && !found; ++w) {
        if (lower(tree_.text(w)) == part || lemma_of(tree_, w) == part) found = true, at = w;
      }
      if (!found || !hangs_on(at)) return false;
    }
    return true;
  }

  bool hangs_on(Word word) const {
    for (int depth = 0; depth < 3 && word != kRoot; ++depth) {
      if (word == word_) return true;
      word = tree_.head(word);
    }
    return word == word_;
  }

  std::optional<Word> object() const {
    if (const auto passive = tree_.child(word_, "nsubj:pass")) return passive;
    if (const auto own = tree_.child(word_, "obj")) return own;
    if (is_passive(tree_, word_)) return subject_of(tree_, word_);
    if (tree_.is(word_, "acl") && tree_.head(word_) != kRoot &&
        !std::string_view(tree_.text(word_)).ends_with("ing"))
      return tree_.head(word_);
    if (tree_.is(word_, "amod") && tree_.head(word_) != kRoot) return tree_.head(word_);
    return std::nullopt;
  }

  std::optional<Word> subject() const {
    if (!tree_.is_verb(word_)) {
      if (const auto verb = light_verb_of(tree_, word_)) return subject_of(tree_, *verb);
      return tree_.child(word_, "nmod:poss");
    }
    if (is_passive(tree_, word_)) return agent_of_passive();
    if (const auto own = subject_of(tree_, word_)) return own;
    if (tree_.is(word_, "acl") && tree_.head(word_) != kRoot) return tree_.head(word_);
    return std::nullopt;
  }

  std::optional<Word> agent_of_passive() const {
    for (const Word c : tree_.children(word_)) {
      if (tree_.is(c, "obl") && has_case(tree_, c, "by")) return c;
    }
    return std::nullopt;
  }

  // Somebody, a body of people, or somewhere.
  bool is_somebody(Word noun) const {
    if (can_be_party(ground_, noun, false)) return true;
    return tree_.upos(noun) == "PRON" || table_value("people", lemma_of(tree_, noun)).has_value() ||
           table_value("armed", lemma_of(tree_, noun)).has_value();
  }

  bool has_agent() const {
    if (const auto one = subject()) return is_somebody(*one);
    return is_passive(tree_, word_) || !tree_.is_verb(word_);
  }

  bool has_victim() const {
    if (const auto one = object(); one && is_somebody(*one)) return true;
    for (const Word c : tree_.children(word_)) {
      if (!tree_.is_any(c, {"obl", "nmod", "nmod:poss", "compound", "amod", "iobj"})) continue;
      if (is_somebody(c)) return true;
    }
    return false;
  }

  bool has_prep(std::string_view values) const {
    const auto at = [&](Word word) {
      const auto children = tree_.children(word);
      return std::any_of(children.begin(), children.end(), [&](Word c) {
        if (!tree_.is_any(c, {"obl", "nmod", "advcl", "acl", "compound:prt", "advmod"})) return false;
        if (is_among(values, lower(tree_.text(c)))) return true;
        const auto below = tree_.children(c);
        return std::any_of(below.begin(), below.end(), [&](Word d) {
          return tree_.is_any(d, {"case", "mark"}) && is_among(values, lower(tree_.text(d)));
        });
      });
    };
    if (at(word_)) return true;
    const auto verb = tree_.is_verb(word_) ? std::nullopt : light_verb_of(tree_, word_);
    return verb && at(*verb);
  }

  bool has_clause(std::string_view kind) const {
    for (const Word c : tree_.children(word_)) {
      if (c < word_ || !tree_.is_any(c, {"xcomp", "ccomp", "advcl", "acl"})) continue;
      const bool to = stance::to_of(tree_, c).has_value();
      const bool ing = std::string_view(tree_.text(c)).ends_with("ing");
      if (kind == "to" ? to : kind == "ing" ? ing && !to : !to && tree_.is(c, "ccomp")) return true;
    }
    return false;
  }

  bool of_noun_among(std::string_view values) const {
    for (const Word c : tree_.children(word_)) {
      if (tree_.is(c, "nmod") && has_case(tree_, c, "of") && is_among(values, tree_, c)) return true;
      if (tree_.is(c, "compound") && is_among(values, tree_, c)) return true;
    }
    return false;
  }

  bool sense_among(std::string_view values) const {
    const Predicate* predicate = ground_.predicate(word_);
    // Where the reader sees no sense the others of the frame must do.
    return predicate == nullptr || predicate->sense.empty() || is_among(values, predicate->sense);
  }

  bool holds(const Condition& one) const {
    switch (one.test) {
      case Test::agent:
        return has_agent();
      case Test::victim:
        return has_victim();
      case Test::to:
        return has_clause("to");
      case Test::that:
        return has_clause("that");
      case Test::ing:
        return has_clause("ing");
      case Test::object: {
        const auto noun = object();
        return noun && is_among(one.values, tree_, *noun);
      }
      case Test::not_object: {
        const auto noun = object();
        return !noun || !is_among(one.values, tree_, *noun);
      }
      case Test::prep:
        return has_prep(one.values);
      case Test::not_prep:
        return !has_prep(one.values);
      case Test::subject: {
        const auto noun = subject();
        return noun && is_among(one.values, tree_, *noun);
      }
      case Test::not_subject: {
        const auto noun = subject();
        return !noun || !is_among(one.values, tree_, *noun);
      }
      case Test::intransitive:
        return !object();
      case Test::sense:
        return sense_among(one.values);
      case Test::of_noun:
        return of_noun_among(one.values);
      case Test::plural:
        return stance::has_feature(tree_, word_, "Number=Plur");
    }
    return false;
  }

  const Ground& ground_;
  const Tree& tree_;
  Word word_;
};

std::optional<TriggerRow> row_under(const Ground& ground, Word word, const std::string& key) {
  const std::vector<Row>* all = rows().find(key);
  if (all == nullptr) return std::nullopt;
  const Fitting fitting(ground, word);
  std::optional<TriggerRow> loose;
  for (const Row& row : *all) {
    if (!fitting.has_key(row)) continue;
    if (!fitting.has_frame(row)) {
      if (!loose) loose = row.row, loose->right = row.right_loose;
      continue;
    }
    TriggerRow found = row.row;
    found.right = row.right;
    found.whole = true;
    return found;
  }
  return loose;
}

constexpr std::string_view kScores =
#include "trigger_scores.inc"
    ;

float log_odds(float probability) {
  const float p = std::clamp(probability, 0.01F, 0.99F);
  return std::log(p / (1 - p));
}

}  // namespace

float belief(std::optional<float> seen, const TriggerRow* row) {
  static const lexicon::Table table(kScores);
  const bool whole = row != nullptr && row->whole;
  const std::string_view key = seen    ? (row == nullptr ? "tag"
                                          : whole        ? "same"
                                                         : "same-loose")
                               : whole ? "row"
                                       : "row-loose";
  std::string_view weights = table.find(key).value_or("");
  const float constant = number_of(take(weights, ' '));
  const float of_reader = number_of(take(weights, ' '));
  const float of_row = number_of(weights);
  const float sum = constant + (seen ? of_reader * log_odds(*seen) : 0) +
                    (row != nullptr ? of_row * log_odds(row->right) : 0);
  return 1 / (1 + std::exp(-sum));
}

std::optional<TriggerRow> trigger_row(const Ground& ground, Word word) {
  const Tree& tree = ground.tree();
  const auto upos = tree.upos(word);
  const bool verb = upos == "VERB", noun = upos == "NOUN" || upos == "PROPN", adjective = upos == "ADJ";
  if (!verb && !noun && !adjective) return std::nullopt;
  std::vector<std::string> bases =
      verb ? stance::base_forms(tree, word)
           : std::vector<std::string>{lemma_of(tree, word), lower(tree.text(word))};
  if (verb) bases.insert(bases.begin(), lemma_of(tree, word));
  std::optional<TriggerRow> loose;
  const auto take_row = [&](const std::string& key) -> bool {
    const auto row = row_under(ground, word, key);
    if (row && (row->whole || !loose)) loose = row;
    return row && row->whole;
  };
  for (const std::string& base : bases) {
    // "state of emergency", "tear gas"
    if (noun && word + 2 < tree.size() &&
        take_row("n:" + base + " " + lower(tree.text(word + 1)) + " " + lower(tree.text(word + 2))))
      return loose;
    if (noun && word > 0 && take_row("n:" + lower(tree.text(word - 1)) + " " + base)) return loose;
    if (verb && take_row(base)) return loose;
    if (verb && tree.is(word, "amod") && take_row("a:" + lower(tree.text(word)))) return loose;
    if (!verb && take_row((noun ? "n:" : "a:") + base)) return loose;
  }
  return loose;
}

}  // namespace onrecord::event
