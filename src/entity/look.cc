#include "entity/look.h"

#include <algorithm>
#include <array>
#include <utility>

#include "entity/lands.h"
#include "entity/people.h"

namespace onrecord::entity {
namespace {

using syntax::Tree;

EntityKind kind_of_name(std::string_view label) {
  if (label == "Person") return EntityKind::person;
  if (label == "Location" || label == "Facility") return EntityKind::place;
  if (label == "Organization") return EntityKind::organization;
  if (label == "NORP") return EntityKind::group;
  return EntityKind::unknown;
}

EntityKind kind_of_thing(std::string_view label) {
  if (label == "person") return EntityKind::person;
  if (label == "place") return EntityKind::place;
  if (label == "organization") return EntityKind::organization;
  return EntityKind::other;
}

class Looker {
 public:
  explicit Looker(const Scene& scene) : scene_(scene), tree_(scene.tree) {}

  std::string_view name_label(Word word) const {
    const auto& tags = scene_.tags;
    const std::uint32_t at = scene_.name[word];
    if (at == kNone || !tags.labels || tags.names[at].kind >= tags.labels->name.size()) return {};
    return tags.labels->name[tags.names[at].kind];
  }

  bool is_named(Word word) const {
    const std::string_view label = name_label(word);
    return !label.empty() && label != "Date" && label != "Money";
  }

  // The verb of the relative clause that `word` opens.
  std::optional<Word> relative_clause(Word word) const {
    Word above = word;
    for (int steps = 0; steps < 6 && above != kRoot; ++steps, above = tree_.head(above)) {
      if (tree_.relation(above) == "acl:relcl") {
        return tree_.subtree(above).first + 3 >= word ? std::optional(above) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  Sighting look_at(Word word) const {
    Sighting seen;
    seen.head = word;
    seen.words = extent(word);
    seen.sentence = tree_.sentence_number(word);
    seen.block = scene_.block[word];
    seen.heading = seen.block != kNone && is_heading(scene_.document.blocks()[seen.block].kind);
    seen.statement = scene_.statement[word];
    seen.quoted = scene_.quoted[word];
    seen.minor = is_minor(word);
    seen.function = function_of(word);
    const std::string_view pos = tree_.upos(word);
    if (pos == "PRON" || pos == "DET") {
      see_pronoun(seen);
    } else {
      see_noun(seen);
    }
    return seen;
  }

  // "tram" in "tram driver": counts only if the report speaks of it elsewhere.
  bool is_minor(Word word) const { return tree_.is(word, "compound") && !is_named(word); }

  // From the noun's modifiers on the left to those on the right; without what the sentence adds round it.
  TokenRange extent(Word word) const {
    TokenRange range{word, word + 1};
    for (const Word child : tree_.children(word)) {
      if (tree_.is_any(child, {"case",     "cc",        "mark",      "punct", "cop",   "nsubj", "aux",
                               "advcl",    "parataxis", "discourse", "csubj", "obl",   "expl",  "dislocated",
                               "vocative", "dep",       "orphan",    "conj",  "appos", "advmod"})) {
        continue;
      }
      const TokenRange below = tree_.subtree(child);
      if (child < word && below.end > word) continue;
      range.first = std::min(range.first, below.first);
      range.end = std::max(range.end, below.end);
    }
    const TokenRange sentence = tree_.sentence(word);
    range.first = std::max(range.first, sentence.first);
    range.end = std::min(range.end, sentence.end);
    while (range.first < word && (opens_badly(range.first) || tree_.upos(range.first) == "SCONJ" ||
                                  (tree_.upos(range.first) == "ADP" && tree_.head(range.first) == word)))
      ++range.first;
    while (range.end > word + 1 && opens_badly(range.end - 1)) --range.end;
    return range;
  }

  // A comma, a dash, a colon: no mention begins or ends with it. Quotation marks and brackets may.
  bool opens_badly(Word word) const {
    const std::string_view text = tree_.text(word);
    return text == "," || text == ":" || text == ";" || text == "." || text == "-" || text == "\u2013" ||
           text == "\u2014";
  }

  Function function_of(Word word) const {
    Word at = word;
    for (int steps = 0; steps < 4 && tree_.is_any(at, {"conj", "appos"}) && tree_.head(at) != kRoot;
         ++steps) {
      at = tree_.head(at);
    }
    if (tree_.relation(at) == "nsubj:pass") return Function::passive_subject;
    if (tree_.is(at, "nsubj")) return Function::subject;
    if (tree_.is_any(at, {"obj", "iobj"})) return Function::object;
    if (tree_.is(at, "obl")) return Function::oblique;
    if (tree_.relation(at) == "nmod:poss") return Function::possessor;
    if (tree_.is_any(at, {"nmod", "compound"})) return Function::modifier;
    return Function::other;
  }

  void see_pronoun(Sighting& seen) const {
    seen.kind = MentionKind::pronoun;
    seen.pronoun = find_pronoun(in_lower_case(tree_.text(seen.head)));
    if (!seen.pronoun) seen.pronoun = Pronoun{Pronoun::Sort::indefinite};
    Pronoun& pronoun = *seen.pronoun;
    if (tree_.text(seen.head) == "that" && relative_clause(seen.head)) pronoun.sort = Pronoun::Sort::relative;
    seen.gender = pronoun.gender;
    seen.number = pronoun.number;
    if (pronoun.person != 3) seen.entity = EntityKind::person;
    if (pronoun.person == 1 && pronoun.number == Number::plural) seen.entity = EntityKind::group;
    if (pronoun.gender == Gender::male || pronoun.gender == Gender::female) seen.entity = EntityKind::person;
    if (is_somebody_new(seen.head)) seen.kind = MentionKind::role;
    if (tree_.text(seen.head).ends_with("one") || tree_.text(seen.head).ends_with("body")) {
      if (pronoun.sort == Pronoun::Sort::indefinite && seen.head != kRoot) seen.entity = EntityKind::person;
    }
  }

  // "Some say": nobody whom the report told of before, and nobody else can say who.
  bool is_somebody_new(Word word) const {
    constexpr std::array<std::string_view, 8> kNew = {"some",     "others",   "many",    "everybody",
                                                      "everyone", "somebody", "someone", "most"};
    return std::find(kNew.begin(), kNew.end(), in_lower_case(tree_.text(word))) != kNew.end();
  }

  void see_noun(Sighting& seen) const {
    find_name(seen);
    find_roles(seen);
    find_limits(seen);
    const std::string_view xpos = xpos_of(seen.head);
    const bool plural = xpos == "NNS" || xpos == "NNPS";
    seen.number = plural ? Number::plural : Number::singular;
    see_kind(seen, plural);
    see_gender(seen);
    see_determiner(seen);
  }

  std::string_view xpos_of(Word word) const {
    const auto& labels = scene_.tags.labels;
    const std::uint16_t id = scene_.tags.words[word].xpos;
    return labels && id < labels->xpos.size() ? std::string_view(labels->xpos[id]) : std::string_view();
  }

  void see_kind(Sighting& seen, bool plural) const {
    if (!seen.name.empty() && scene_.name[seen.name.first] != kNone) {
      seen.entity = kind_of_name(name_label(seen.name.first));
      if (seen.entity == EntityKind::group) seen.number = Number::plural;
      if (seen.entity == EntityKind::organization) seen.number = Number::unknown;
      if (seen.entity != EntityKind::unknown) return;
    }
    if (is_neighbour_of_a_land(seen)) {
      seen.entity = EntityKind::place;
      return;
    }
    if (const auto role = find_role(seen.roles.empty() ? std::string() : seen.roles.front())) {
      seen.entity = role->kind;
      seen.gender = role->gender;
      if (seen.entity == EntityKind::person && plural) seen.entity = EntityKind::group;
      if (seen.entity == EntityKind::group && !plural) seen.number = Number::unknown;
      if (seen.entity == EntityKind::organization && !plural) seen.number = Number::unknown;
      return;
    }
    const bool aged = !seen.roles.empty() && seen.roles.front().ends_with("-year-old");
    if (!plural && (aged || stands_beside_a_person(seen.head))) {
      seen.entity = EntityKind::person;
      return;
    }
    const std::uint32_t thing = scene_.thing[seen.head];
    const auto& labels = scene_.tags.labels;
    if (thing == kNone || !labels || scene_.tags.things[thing].kind >= labels->thing.size()) return;
    seen.entity = kind_of_thing(labels->thing[scene_.tags.things[thing].kind]);
    if (seen.entity == EntityKind::person && plural) seen.entity = EntityKind::group;
  }

  // "its neighbour", "Kenya's neighbour"; of a person it is one who lives next door.
  bool is_neighbour_of_a_land(const Sighting& seen) const {
    if (seen.roles.empty() || (seen.roles.front() != "neighbour" && seen.roles.front() != "neighbor"))
      return false;
    const auto owner = tree_.child(seen.head, "nmod:poss");
    if (!owner) return false;
    const std::string word = in_lower_case(tree_.text(*owner));
    return word == "its" || find_land(word).has_value();
  }

  // "The pollster, Ana Ruiz," is a person, known as a role or not.
  bool stands_beside_a_person(Word word) const {
    const Word head = tree_.head(word);
    if (tree_.is(word, "appos") && head != kRoot && name_label(head) == "Person") return true;
    const auto beside = tree_.child(word, "appos");
    return beside && name_label(*beside) == "Person" && tree_.upos(*beside) == "PROPN";
  }

  // The name that holds the head, or the one written flat behind it ("President" + "Ana Ruiz").
  void find_name(Sighting& seen) const {
    if (is_inside_a_name(seen.head)) {
      seen.name = run_of_proper_nouns(seen.head);
    } else if (is_named(seen.head)) {
      seen.name = scene_.tags.names[scene_.name[seen.head]].words;
    } else {
      for (const Word child : tree_.children(seen.head)) {
        if (child > seen.head && tree_.is(child, "flat") && is_named(child)) {
          seen.name = scene_.tags.names[scene_.name[child]].words;
          break;
        }
      }
    }
    if (seen.name.empty() && tree_.upos(seen.head) == "PROPN" && name_label(seen.head).empty()) {
      seen.name = run_of_proper_nouns(seen.head);
    }
    if (seen.name.empty() || is_title_alone(seen.name)) seen.name = {};
    if (seen.name.empty()) return;
    seen.kind = MentionKind::name;
    const TokenRange sentence = tree_.sentence(seen.head);
    seen.name.first = std::max(seen.name.first, sentence.first);
    seen.name.end = std::min(seen.name.end, sentence.end);
    behind_a_common_noun(seen);
    while (seen.name.size() > 1 && (is_title(seen.name.first) || is_nation(seen.name.first)))
      ++seen.name.first;
    while (seen.name.size() > 1 && is_no_name(seen.name.first)) ++seen.name.first;
    while (seen.name.size() > 1 && is_no_name(seen.name.end - 1)) --seen.name.end;
    if (name_label(seen.head) == "Person")
      seen.words.end = std::min(seen.words.end, clause_behind(seen.head));
    seen.words.first = std::min(seen.words.first, seen.name.first);
    seen.words.end = std::max(seen.words.end, seen.name.end);
  }

  // Where a clause begins that only adds to a name: "Ana Ruiz | , who owns the mill", "Ana Ruiz | speaking in
  // Arlen".
  Word clause_behind(Word name) const {
    for (const Word child : tree_.children(name)) {
      if (child < name || !tree_.is_any(child, {"acl", "advcl", "parataxis"})) continue;
      Word first = std::max(tree_.subtree(child).first, name + 1);
      while (first > name + 1 && (tree_.is_punctuation(first - 1) || tree_.text(first - 1) == ",")) --first;
      return first;
    }
    return tree_.size();
  }

  // "Elm Rovers guard Ana Ruiz", taken for one name: the person's begins behind the noun.
  void behind_a_common_noun(Sighting& seen) const {
    if (name_label(seen.name.first) != "Person") return;
    for (Word word = seen.name.end - 1; word-- > seen.name.first;) {
      const char first = tree_.text(word).front();
      if (tree_.upos(word) != "NOUN" || first < 'a' || first > 'z') continue;
      if (seen.head > word) seen.name.first = word + 1;
      return;
    }
  }

  // "the Prime Minister" is a role, whatever its letters.
  bool is_title_alone(TokenRange name) const {
    for (Word word = name.first; word < name.end; ++word) {
      const std::string low = in_lower_case(tree_.text(word));
      if (!find_title(low) && !(word + 1 == name.end && is_personal_role(low))) return false;
    }
    return true;
  }

  bool is_nation(Word word) const {
    const std::string low = in_lower_case(tree_.text(word));
    return name_label(word) == "Person" && land_of(low) != low;
  }

  // "Oxford" in "University of Oxford", where the whole is one name.
  bool is_inside_a_name(Word word) const {
    const Word head = tree_.head(word);
    return head != kRoot && is_named(word) && scene_.name[word] == scene_.name[head] &&
           !tree_.is_any(word, {"conj", "appos"}) && tree_.upos(word) == "PROPN";
  }

  bool is_title(Word word) const {
    return name_label(word) == "Person" && find_title(in_lower_case(tree_.text(word))).has_value();
  }

  bool is_no_name(Word word) const {
    const std::string_view pos = tree_.upos(word);
    return pos == "PUNCT" || pos == "DET" || pos == "ADP" || tree_.text(word) == "'s" ||
           tree_.text(word) == "\u2019s";
  }

  TokenRange run_of_proper_nouns(Word head) const {
    TokenRange run{head, head + 1};
    const TokenRange sentence = tree_.sentence(head);
    const auto joins = [&](Word word) {
      return tree_.upos(word) == "PROPN" && tree_.head(word) == head &&
             tree_.is_any(word, {"flat", "compound"}) && scene_.name[word] == scene_.name[head];
    };
    while (run.first > sentence.first && joins(run.first - 1)) --run.first;
    while (run.end < sentence.end && joins(run.end)) ++run.end;
    return run;
  }

  void find_roles(Sighting& seen) const {
    const auto add = [&](Word word) {
      std::string lemma = age_at(word);
      if (lemma.empty()) lemma = in_lower_case(tree_.lemma(word));
      if (lemma.empty()) lemma = in_lower_case(tree_.text(word));
      if (std::find(seen.roles.begin(), seen.roles.end(), lemma) == seen.roles.end()) {
        seen.roles.push_back(std::move(lemma));
      }
    };
    if (seen.name.empty() || !seen.name.contains(seen.head)) add(seen.head);
    if (seen.name.empty()) return;
    for (const Word child : tree_.children(seen.head)) {
      if (child < seen.head && !seen.name.contains(child) && tree_.is_any(child, {"nmod:desc", "compound"}) &&
          (!is_named(child) || tree_.is(child, "nmod:desc"))) {
        add(child);
      }
    }
  }

  // "54-year-old" where its words are five; empty for all else.
  std::string age_at(Word old) const {
    const bool whole = old >= 4 && tree_.text(old) == "old" && tree_.text(old - 1) == "-" &&
                       tree_.text(old - 2) == "year" && tree_.text(old - 3) == "-";
    return whole ? std::string(tree_.text(old - 4)) + "-year-old" : std::string();
  }

  // A clause behind a comma narrows nothing: "the mayor, who is 60,".
  bool only_adds(Word clause) const {
    const Word first = tree_.subtree(clause).first;
    return tree_.text(first) == "," || (first > 0 && tree_.text(first - 1) == ",");
  }

  void find_limits(Sighting& seen) const {
    const auto add = [&](Word word) {
      if (seen.name.contains(word) || seen.limits.size() >= 12) return;
      if (tree_.is(word, "acl") && only_adds(word)) return;
      if (tree_.is_any(word, {"amod", "compound", "nmod", "nummod", "acl", "flat"})) {
        seen.limits.emplace_back(land_of(in_lower_case(tree_.text(word))));
      }
    };
    for (const Word child : tree_.children(seen.head)) {
      add(child);
      if (!tree_.is_any(child, {"nmod", "compound", "nmod:desc"})) continue;
      for (const Word grandchild : tree_.children(child)) add(grandchild);
    }
  }

  void see_gender(Sighting& seen) const {
    if (seen.entity != EntityKind::person) {
      if (seen.entity != EntityKind::unknown && seen.entity != EntityKind::group)
        seen.gender = Gender::neuter;
      return;
    }
    for (const std::string& role : seen.roles) {
      const auto title = find_title(role);
      if (title && *title != Gender::unknown) seen.gender = *title;
      const auto known = find_role(role);
      if (known && known->gender != Gender::unknown) seen.gender = known->gender;
    }
    if (seen.name.empty()) return;
    if (seen.name.first > 0) {
      const auto before = find_title(in_lower_case(tree_.text(seen.name.first - 1)));
      if (before && *before != Gender::unknown) seen.gender = *before;
    }
    if (seen.gender == Gender::unknown && seen.name.size() > 1) {
      seen.gender = gender_of_given_name(in_lower_case(tree_.text(seen.name.first)));
    }
  }

  void see_determiner(Sighting& seen) const {
    for (const Word child : tree_.children(seen.head)) {
      if (tree_.relation(child) == "nmod:poss" && child < seen.head) {
        seen.determiner = Determiner::possessive;
        return;
      }
      if (!tree_.is(child, "det")) continue;
      const std::string word = in_lower_case(tree_.text(child));
      if (word == "the") {
        seen.determiner = Determiner::definite;
      } else if (word == "this" || word == "that" || word == "these" || word == "those") {
        seen.determiner = Determiner::demonstrative;
      } else if (word == "a" || word == "an" || word == "another" || word == "some" || word == "any") {
        seen.determiner = Determiner::indefinite;
      } else {
        seen.determiner = Determiner::other;
      }
    }
  }

  const Scene& scene_;
  const Tree& tree_;
};

}  // namespace

bool is_personal_role(const std::string& noun) {
  const auto role = find_role(noun);
  return role && role->kind == EntityKind::person;
}

std::string_view name_label(const Scene& scene, Word word) { return Looker(scene).name_label(word); }
bool is_named(const Scene& scene, Word word) { return Looker(scene).is_named(word); }
std::string_view xpos_of(const Scene& scene, Word word) { return Looker(scene).xpos_of(word); }
TokenRange extent_of(const Scene& scene, Word word) { return Looker(scene).extent(word); }
Sighting look_at(const Scene& scene, Word word) { return Looker(scene).look_at(word); }
std::optional<Word> relative_clause(const Scene& scene, Word word) {
  return Looker(scene).relative_clause(word);
}

}  // namespace onrecord::entity
