#include "naming/verbs.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "naming/words.h"

namespace onrecord::naming {
namespace {

constexpr int kFarthestSubject = 4;        // Verbs between a verb and the one whose subject it shares.
constexpr std::uint32_t kFarthestAs = 40;  // Words between a verb and its "as".

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// One verb and the clause that it carries.
class Clause {
 public:
  Clause(const Tree& tree, const Quotes& quotes, Word verb)
      : tree_(tree),
        quotes_(quotes),
        verb_(verb),
        frame_(frame_of(tree.text(verb))),
        limits_{verb + 1, std::max(verb + 1, tree.subtree(verb).end)} {}

  std::optional<Draft> read() {
    if (!frame_.object && !frame_.as) return std::nullopt;
    find_parts();
    if (!is_told()) return std::nullopt;
    std::optional<Name> name = frame_.as ? name_after_as() : std::nullopt;
    if (!name && frame_.object) name = name_as_object();
    if (!name || !counts(*name)) return std::nullopt;

    Draft draft{.name = *name, .cue = TokenRange{verb_, verb_ + 1}};
    if (const auto named = find_named(*name)) {
      draft.named = *named;
    } else if (!of_what_) {
      return std::nullopt;  // "called the first witness": nothing is named.
    }
    if (const auto namer = find_namer()) draft.namer = noun_phrase(tree_, *namer, tree_.sentence(verb_));
    if (draft.namer && draft.namer->empty()) draft.namer.reset();
    if (!draft.namer && !passive_) return std::nullopt;
    return draft;
  }

 private:
  void find_parts();
  bool is_told() const;
  bool is_denied() const;
  bool stands_in_a_told_place() const;
  bool counts(const Name& name) const;
  std::optional<Name> name_after_as() const;
  std::optional<Name> name_as_object() const;
  std::optional<Name> quoted_from(Word word) const;
  std::optional<Name> in_marks(Quoted quoted) const;
  std::optional<Name> name_of(Word head, TokenRange limits) const;
  std::optional<TokenRange> find_named(const Name& name) const;
  std::optional<TokenRange> stretch_before(const Name& name) const;
  std::optional<Word> object_of_to() const;
  std::optional<Word> find_namer() const;
  Word agent_from(Word word) const;
  bool tells_how(Word word) const;
  bool is_relative(Word word) const {
    return tree_.upos(word) == "PRON" && is_one_of(lower(word), {"which", "who", "whom", "that"});
  }
  std::string lower(Word word) const { return lower_case(tree_.text(word)); }
  bool has_case(Word word, std::initializer_list<std::string_view> words) const;

  const Tree& tree_;
  const Quotes& quotes_;
  Word verb_;
  Frame frame_;
  TokenRange limits_;

  bool passive_ = false;
  bool participle_ = false;  // Right behind what it describes: a village called Harrow.
  bool of_what_ = false;     // What X calls Z.
  bool relative_ = false;    // Y, which X calls Z.
  bool pronoun_names_ = false, pronoun_is_named_ = false;  // Y, which calls; Y, which X calls.
  std::optional<Word> object_ = {}, second_object_ = {}, complement_ = {};
};

void Clause::find_parts() {
  const Word above = tree_.head(verb_);
  const bool describes = above != kRoot && tree_.is(verb_, "acl");
  relative_ = describes && tree_.relation(verb_) == "acl:relcl";
  of_what_ = relative_ && lower(above) == "what";
  participle_ = describes && !relative_ && above < verb_ && !lower(verb_).ends_with("ing");
  passive_ = participle_ || frame_.proper;  // Nobody knows Y as Z but in "known as".
  for (const Word child : tree_.children(verb_)) {
    const std::string_view relation = tree_.relation(child);
    if (relation == "aux:pass" || relation == "nsubj:pass" || relation == "obl:agent") passive_ = true;
    if (child < verb_) {
      if (!is_relative(child)) continue;
      pronoun_names_ = pronoun_names_ || relation == "nsubj";
      pronoun_is_named_ = pronoun_is_named_ || tree_.is(child, "obj") || relation == "nsubj:pass";
      continue;
    }
    if (tree_.is_any(child, {"obj", "iobj"})) {
      (object_ ? second_object_ : object_) = child;
    } else if (tree_.is_any(child, {"xcomp", "ccomp"}) && !complement_) {
      if (is_noun(tree_, child) || quotes_.holding(child)) complement_ = child;
    }
  }
}

// Whether the report tells that the name was given.
bool Clause::is_told() const {
  const TokenRange sentence = tree_.sentence(verb_);
  if (tree_.text(sentence.end - 1) == "?") return false;
  if (tree_.child(verb_, "compound:prt")) return false;
  if (frame_.object && verb_ + 1 < sentence.end &&
      is_one_of(lower(verb_ + 1),
                {"for", "on", "in", "out", "up", "off", "upon", "at", "back", "into", "over"})) {
    return false;
  }
  return !is_denied() && stands_in_a_told_place();
}

bool Clause::is_denied() const {
  for (const Word child : tree_.children(verb_)) {
    const std::string word = lower(child);
    if (child > verb_) break;
    if (tree_.is(child, "advmod") &&
        is_one_of(word, {"not", "n't", "n’t", "never", "hardly", "no", "best", "better"}))
      return true;
    if (tree_.is(child, "aux") && !of_what_ &&
        is_one_of(word, {"would", "could", "might", "may", "should", "can", "must", "’d", "'d"})) {
      return true;
    }
  }
  return false;
}

bool Clause::stands_in_a_told_place() const {
  const Word above = tree_.head(verb_);
  bool infinitive = false;
  for (const Word child : tree_.children(verb_)) {
    if (child > verb_) break;
    if (!tree_.is_any(child, {"mark", "case"})) continue;
    const std::string word = lower(child);
    if (word == "to") {
      infinitive = true;
    } else if (!is_one_of(word, {"that", "because", "while", "after", "when", "although", "though", "since",
                                 "before"})) {
      return false;  // "if they call it", "without calling it", "as locals call it" (which is told
                     // elsewhere).
    }
  }
  const bool leads = above != kRoot && is_listed(tree_.text(above), Kind::leads);
  if (infinitive) return tree_.is_any(verb_, {"xcomp", "advcl"}) && leads;
  if (tree_.is(verb_, "xcomp")) return leads;
  return !tree_.is(verb_, "csubj") && !tree_.is(verb_, "amod");
}

bool Clause::counts(const Name& name) const {
  const bool bare = is_one_of(lower(verb_), {"called", "named", "termed", "renamed"});
  const bool capital = begins_with_capital(tree_.text(name.words.end - 1));
  // "A village called Harrow", "the party is called the Green League", a film called “Salt and Iron”: that
  // is what it is called, by everybody. In marks, and no work's title, it was given: a goat named “Colonel”.
  if (bare && participle_ && (!name.quoted || is_listed(tree_.text(tree_.head(verb_)), Kind::work)))
    return false;
  if (bare && passive_ && !name.quoted && capital && !find_namer()) return false;
  // "She has been described as an advocate": by nobody, in no marks; that is what she is.
  if (frame_.as && !frame_.object && !frame_.proper && passive_ && !name.quoted && !find_namer())
    return false;
  return !frame_.quoted || name.quoted;
}

bool Clause::has_case(Word word, std::initializer_list<std::string_view> words) const {
  for (const Word child : tree_.children(word)) {
    if (child < word && tree_.is_any(child, {"case", "mark"}) && is_one_of(lower(child), words)) return true;
  }
  return false;
}

std::optional<Name> Clause::quoted_from(Word word) const {
  const TokenRange sentence = tree_.sentence(verb_);
  if (word < sentence.end && tree_.is(word, "det") && !quotes_.opened_by(word)) ++word;
  if (word >= sentence.end || !is_mark(tree_, word)) return std::nullopt;
  const auto quoted = quotes_.opened_by(word);
  return quoted ? in_marks(*quoted) : std::nullopt;
}

// Whoever calls may call a thing by a quality too: “dangerous”.
std::optional<Name> Clause::in_marks(Quoted quoted) const {
  if (auto name = quoted_name(tree_, quoted)) return name;
  return frame_.quoted ? std::nullopt : quoted_quality(tree_, quoted);
}

std::optional<Name> Clause::name_of(Word head, TokenRange limits) const {
  const auto quoted = quotes_.holding(head);
  if (quoted && limits.first <= quoted->first && quoted->end <= limits.end) return in_marks(*quoted);
  return name_at(tree_, quotes_, head, limits);
}

std::optional<Name> Clause::name_after_as() const {
  const TokenRange sentence = tree_.sentence(verb_);
  const Word end = std::min(sentence.end, verb_ + kFarthestAs);
  for (Word as = verb_ + 1; as + 1 < end; ++as) {
    if (lower(as) != "as" || lower(as + 1) == "well" || lower(as + 1) == "if") continue;
    // In the tree the name hangs on the verb, or, where it errs, on what stands between.
    const Word name = tree_.head(as);
    const bool of_verb =
        name != kRoot && name > as && tree_.is_any(as, {"case", "mark"}) && tree_.head(name) == verb_;
    if (auto quoted = quoted_from(as + 1); quoted && (of_verb || tree_.is_below(as, verb_))) return quoted;
    if (!of_verb || frame_.quoted) continue;
    auto found = name_of(name, {as + 1, std::max(as + 1, passive_ ? agent_from(as + 1) : sentence.end)});
    if (!found || !frame_.proper || found->quoted) return found;
    const bool article = is_one_of(lower(as + 1), {"a", "an", "the"});
    if (begins_with_capital(tree_.text(name)) || !article) return found;
    if (find_namer()) return found;
    return std::nullopt;  // "known as the father of the town": a reputation.
  }
  return std::nullopt;
}

std::optional<Name> Clause::name_as_object() const {
  if (complement_ && !object_ && !passive_ && !of_what_ && !relative_) {
    // "Called the mayor “the king of concrete”", where the tree takes the mayor for the name.
    const TokenRange named = noun_phrase(tree_, *complement_, limits_);
    if (auto quoted = named.empty() ? std::nullopt : quoted_from(named.end)) return quoted;
  }
  if (complement_) return name_of(*complement_, limits_);
  if (second_object_) return name_of(*second_object_, limits_);
  if (object_ && !quotes_.holding(*object_)) {
    // Right behind what it names, wherever the tree hangs it: dubbed the bridge “the road to nowhere”.
    const TokenRange named = noun_phrase(tree_, *object_, limits_);
    if (auto quoted = named.empty() ? std::nullopt : quoted_from(named.end)) return quoted;
  }
  // What is named stands before the verb: the object, if there is one, is the name.
  if (!passive_ && !of_what_ && !(relative_ && !pronoun_names_)) return std::nullopt;
  if (auto quoted = quoted_from(verb_ + 1)) return quoted;
  if (object_ && (passive_ || of_what_ || pronoun_is_named_)) return name_of(*object_, limits_);
  return std::nullopt;
}

// "The way they call the mainland", "the day they called the police": nothing that is called so.
bool Clause::tells_how(Word word) const {
  return is_one_of(lower(word), {"way", "day", "time", "moment", "reason", "place"});
}

// What the name stands for: the object before it, the passive's subject, or what the clause describes.
std::optional<TokenRange> Clause::find_named(const Name& name) const {
  const TokenRange sentence = tree_.sentence(verb_);
  std::optional<Word> named;
  TokenRange limits = sentence;
  if (of_what_) return std::nullopt;
  if (passive_ && !participle_) {
    named = tree_.child(verb_, "nsubj");
    limits.end = verb_;
    if (named && is_relative(*named) && relative_) named = tree_.head(verb_);
  } else if (participle_ || pronoun_is_named_) {
    named = tree_.head(verb_);
    limits.end = verb_;
  } else {
    limits = {verb_ + 1, name.words.first};
    named = object_ ? object_ : complement_;
    if (frame_.as && !named) named = object_of_to();
    // "Calls the dam unsafe", where the tree takes the dam for a subject.
    if (!object_ && complement_ && name.words.contains(*complement_))
      named = tree_.child(*complement_, "nsubj");
    if ((!named || !limits.contains(*named)) && relative_ && !pronoun_names_ &&
        !tells_how(tree_.head(verb_))) {
      named = tree_.head(verb_);  // The levy critics call a robbery.
      limits = {sentence.first, verb_};
    }
  }
  if (name.quoted && !passive_ && !pronoun_is_named_ && (!named || !limits.contains(*named)))
    return stretch_before(name);
  if (!named || !is_nominal(tree_, *named)) return std::nullopt;
  const TokenRange words = noun_phrase(tree_, *named, limits);
  if (words.empty() || words.overlaps(name.words)) return std::nullopt;
  return words;
}

// What stands between the verb and a name in marks, where the tree errs: branded [the scheme] “a tax on
// breathing”.
std::optional<TokenRange> Clause::stretch_before(const Name& name) const {
  constexpr std::uint32_t kLongest = 6;
  const auto quoted = quotes_.holding(name.words.first);
  if (!quoted || quoted->first < verb_ + 3) return std::nullopt;
  TokenRange words{verb_ + 1, quoted->first - 1};
  const std::string last = lower(words.end - 1);
  if (is_one_of(last, {"a", "an", "the", "as"})) --words.end;
  if (words.empty() || words.size() > kLongest || !is_nominal(tree_, words.end - 1)) return std::nullopt;
  for (Word word = words.first; word < words.end; ++word) {
    if (tree_.is_punctuation(word) || tree_.is_verb(word)) return std::nullopt;
  }
  return words;
}

// "Refer to the barrier as …"
std::optional<Word> Clause::object_of_to() const {
  for (const Word child : tree_.children(verb_)) {
    if (child > verb_ && tree_.is_any(child, {"obl", "nmod"}) && has_case(child, {"to"})) return child;
  }
  return std::nullopt;
}

// The "by" from `word` on that tells who gave the name; the sentence's end when there is none.
Word Clause::agent_from(Word word) const {
  const TokenRange sentence = tree_.sentence(verb_);
  for (const Word end = std::min(sentence.end, word + kFarthestAs); word < end; ++word) {
    const Word namer = tree_.head(word);
    if (lower(word) == "by" && tree_.is(word, "case") && namer != kRoot && namer > word &&
        is_nominal(tree_, namer) && !quotes_.holding(word)) {
      return word;
    }
  }
  return sentence.end;
}

std::optional<Word> Clause::find_namer() const {
  if (!passive_) return subject_of(tree_, verb_);
  for (const Word child : tree_.children(verb_)) {
    if (!tree_.is(child, "obl") || !is_nominal(tree_, child)) continue;
    if (tree_.relation(child) == "obl:agent" || has_case(child, {"by"})) return child;
    if (frame_.proper && child > verb_ && has_case(child, {"to"}) &&
        tree_.subtree(child).end < tree_.sentence(verb_).end && lower(tree_.subtree(child).end) == "as")
      return child;  // Known to locals as …
  }
  if (const Word by = agent_from(verb_ + 1); by < tree_.sentence(verb_).end) return tree_.head(by);
  return std::nullopt;
}

}  // namespace

std::optional<Word> subject_of(const Tree& tree, Word verb) {
  for (int steps = 0; steps < kFarthestSubject; ++steps) {
    for (const Word child : tree.children(verb)) {
      if (child > verb && !tree.is(child, "nsubj")) continue;
      if (tree.relation(child) != "nsubj" || !is_nominal(tree, child)) continue;
      const bool relative = is_one_of(lower_case(tree.text(child)), {"who", "which", "that"});
      if (relative && tree.is(verb, "acl") && tree.head(verb) != kRoot) return tree.head(verb);
      return child;
    }
    if (tree.head(verb) == kRoot || !tree.is_any(verb, {"conj", "advcl", "xcomp", "acl"}))
      return std::nullopt;
    const bool beside = verb > 0 && tree.text(verb - 1) == ",";
    const bool describes = tree.is(verb, "acl");
    verb = tree.head(verb);
    if (describes && !beside) return is_nominal(tree, verb) ? std::optional(verb) : std::nullopt;
    // ", calling them …" hangs on the nearest noun, and is what the subject of the sentence does.
    for (int up = 0; describes && up < kFarthestSubject && !tree.is_verb(verb) && tree.head(verb) != kRoot;
         ++up)
      verb = tree.head(verb);
    if (tree.child(verb, "aux:pass")) return std::nullopt;  // Whose subject does not speak.
  }
  return std::nullopt;
}

std::optional<Draft> given_by_verb(const Tree& tree, const Quotes& quotes, Word verb) {
  if (!tree.is_verb(verb)) return std::nullopt;
  return Clause(tree, quotes, verb).read();
}

}  // namespace onrecord::naming
