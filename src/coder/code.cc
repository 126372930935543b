#include "coder/code.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "actor_table/fold.h"
#include "coder/match.h"

namespace onrecord::coder {
namespace {

constexpr int kDeepest = 64;

struct Decision {
  Codes codes;
  Marked marked;
};

class SentenceCoder {
 public:
  SentenceCoder(const Scene& scene, const Dictionary& dictionary, const CoderOptions& options,
                std::vector<CodedEvent>& events)
      : scene_(scene), tree_(scene.tree()), dictionary_(dictionary), options_(options), events_(events) {}

  void code() {
    hide_closing_clause();
    for (std::uint32_t i = 0; i < scene_.words().size(); ++i) {
      const Word token = scene_.words()[i].token;
      if (!hidden_.contains(token)) code_word(i);
    }
  }

 private:
  // ", an official said on Monday." at the end, when it is short.
  void hide_closing_clause() {
    const TokenRange sentence = scene_.sentence();
    Word comma = sentence.end;
    for (Word word = sentence.first; word < sentence.end; ++word) {
      if (tree_.text(word) == ",") comma = word;
    }
    std::size_t count = 0;
    bool reports = false;
    for (Word word = comma + 1; word < sentence.end; ++word) {
      if (!tree_.is_punctuation(word)) ++count;
      if (tree_.is_verb(word) && (tree_.head(word) == kRoot || tree_.is(word, "parataxis"))) reports = true;
    }
    if (!reports || count > options_.closing_clause) return;
    for (Word word = comma + 1; word < sentence.end; ++word) hidden_.insert(word);
  }

  // Verbs only; a word that the tree does not take for one may still be read so behind "to", by a pattern.
  bool is_verb(Word token, bool& by_pattern_only) const {
    by_pattern_only = false;
    if (tree_.is_verb(token)) return true;
    if (token == scene_.sentence().first || tree_.upos(token) == "AUX") return false;
    by_pattern_only = true;
    return tree_.text(token - 1) == "to" && tree_.upos(token) != "PROPN";
  }

  bool stands(const VerbForm& form, std::uint32_t at, VerbWord& verb) const {
    const auto& words = scene_.words();
    if (form.before.size() > at || at + form.after.size() >= words.size()) return false;
    verb = {words[at].token, at - static_cast<std::uint32_t>(form.before.size()),
            at + 1 + static_cast<std::uint32_t>(form.after.size())};
    for (std::uint32_t i = 0; i < form.before.size(); ++i) {
      if (words[verb.first + i].text != form.before[i]) return false;
    }
    for (std::uint32_t i = 0; i < form.after.size(); ++i) {
      if (words[at + 1 + i].text != form.after[i]) return false;
    }
    return true;
  }

  void code_word(std::uint32_t at) {
    const auto forms = dictionary_.verbs.find(scene_.words()[at].text);
    bool by_pattern_only = false;
    if (forms == dictionary_.verbs.end() || !is_verb(scene_.words()[at].token, by_pattern_only)) return;
    for (const VerbForm& form : forms->second) {
      VerbWord verb;
      if (!stands(form, at, verb)) continue;
      const auto decision = decide(form, verb, by_pattern_only);
      if (!decision) continue;
      if (!decision->codes.empty() && write(*decision, verb)) {
        for (const Word word : following(scene_, verb.token, false)) hidden_.insert(word);
      }
      return;
    }
  }

  // The code of the longest pattern that stands there, or the verb's own. Nothing: the verb has none.
  std::optional<Decision> decide(const VerbForm& form, const VerbWord& verb, bool by_pattern_only) const {
    const View view = view_of(scene_, verb);
    for (const Pattern& pattern : dictionary_.blocks[form.block].patterns) {
      if (auto marked = match(scene_, dictionary_, verb, view, pattern))
        return Decision{pattern.codes, *marked};
    }
    if (form.codes.empty() || by_pattern_only) return std::nullopt;
    return Decision{form.codes, {}};
  }

  bool known(std::uint32_t phrase) const { return !scene_.parties(scene_.first_of(phrase)).empty(); }

  // The subject of `word` that stands before `verb`; the first of several.
  std::optional<Word> subject_of(Word word, Word verb) const {
    std::optional<Word> behind;
    for (const Word child : tree_.children(word)) {
      if (!tree_.is(child, "nsubj")) continue;
      if (child < verb) return child;
      if (word == verb && !behind) behind = child;
    }
    return behind;
  }

  // Where no subject stands on the way up: the subject that stands nearest before the verb, or the noun that
  // the whole sentence hangs on.
  std::optional<std::uint32_t> nearest_doer(Word verb, Word top, std::optional<std::uint32_t> other) const {
    std::optional<Word> nearest;
    for (Word word = scene_.sentence().first; word < verb; ++word) {
      if (tree_.is(word, "nsubj")) nearest = word;
    }
    const Word word = nearest.value_or(top);
    if (word >= verb || scene_.phrase_of(word) == kNoPhrase) return std::nullopt;
    const std::uint32_t phrase = scene_.first_of(scene_.phrase_of(word));
    return phrase != other && known(phrase) ? std::optional(phrase) : std::nullopt;
  }

  // Who does what `verb` tells: its subject, or that of the clauses above it. Passes over `other`.
  std::optional<std::uint32_t> doer(Word verb, std::optional<std::uint32_t> other) const {
    Word word = verb;
    bool met = false;
    for (int steps = 0; steps < kDeepest; ++steps) {
      const auto subject = subject_of(word, verb);
      met = met || subject;
      if (subject && scene_.phrase_of(*subject) != kNoPhrase) {
        const std::uint32_t phrase = scene_.first_of(scene_.phrase_of(*subject));
        if (phrase != other && known(phrase)) return phrase;
        if (phrase != other && tree_.upos(*subject) != "PRON") return std::nullopt;
      }
      const Word above = tree_.head(word);
      if (above == kRoot) return met ? std::nullopt : nearest_doer(verb, word, other);
      if (tree_.is(word, "acl") && scene_.phrase_of(above) != kNoPhrase) {
        const std::uint32_t phrase = scene_.first_of(scene_.phrase_of(above));
        if (phrase != other && known(phrase)) return phrase;
      }
      word = above;
    }
    return std::nullopt;
  }

  // Of a passive verb, who stands behind "by".
  std::optional<std::uint32_t> agent(Word verb) const {
    for (const Word child : tree_.children(verb)) {
      if (child < verb || !tree_.is(child, "obl") || scene_.phrase_of(child) == kNoPhrase) continue;
      bool by = tree_.relation(child) == "obl:agent";
      for (const Word mark : tree_.children(child))
        by = by || (tree_.is(mark, "case") && actor_table::lower(tree_.text(mark)) == "by");
      const std::uint32_t phrase = scene_.first_of(scene_.phrase_of(child));
      if (by && known(phrase)) return phrase;
    }
    return std::nullopt;
  }

  bool is_passive(Word verb) const {
    for (const Word child : tree_.children(verb)) {
      const std::string_view relation = tree_.relation(child);
      if (relation == "aux:pass" || relation == "nsubj:pass") return true;
    }
    return tree_.is(verb, "acl") && !actor_table::lower(tree_.text(verb)).ends_with("ing");
  }

  // The first behind the verb who is somebody else than the source.
  std::optional<std::uint32_t> sufferer(Word verb, std::uint32_t source) const {
    for (const bool wide : {false, true}) {
      for (const Word word : following(scene_, verb, wide)) {
        const std::uint32_t phrase = scene_.phrase_of(word);
        if (phrase == kNoPhrase || scene_.phrases()[phrase].head != word) continue;
        const std::uint32_t first = scene_.first_of(phrase);
        if (first != source && known(first) && differ(source, first)) return first;
      }
    }
    return std::nullopt;
  }

  bool differ(std::uint32_t source, std::uint32_t target) const {
    const auto sources = scene_.parties(source);
    for (const Party& one : scene_.parties(target)) {
      const bool same = std::all_of(sources.begin(), sources.end(),
                                    [&](const Party& other) { return other.code == one.code; });
      if (!same) return true;
    }
    return false;
  }

  bool anyone_behind(Word verb) const {
    const auto words = following(scene_, verb, false);
    return std::any_of(words.begin(), words.end(), [&](Word word) {
      const std::uint32_t phrase = scene_.phrase_of(word);  // "today" is nobody.
      return phrase != kNoPhrase && tree_.relation(scene_.phrases()[phrase].head) != "obl:unmarked";
    });
  }

  // Whether an event was written.
  bool write(const Decision& decision, const VerbWord& verb) {
    auto source = decision.marked.source, target = decision.marked.target;
    if (decision.marked.compound) {
      if (!target && !source) return write_among(decision.codes, *decision.marked.compound, verb);
    }
    if (!source && !target && is_passive(verb.token)) {
      source = agent(verb.token);
      if (source) target = doer(verb.token, source);
    }
    if (!source) source = doer(verb.token, target);
    if (!source) return false;
    if (!target) target = sufferer(verb.token, *source);
    if (target) return write_pairs(decision.codes, scene_.parties(*source), scene_.parties(*target), verb);
    if (options_.require_dyad || !anyone_behind(verb.token)) return false;
    return write_pairs(decision.codes, scene_.parties(*source), {{"---", {}}}, verb);
  }

  // "Ardor and Belmor agree": each with each; "agrees with Ardor and Belmor": the compound is the target.
  bool write_among(const Codes& codes, std::uint32_t compound, const VerbWord& verb) {
    const auto all = scene_.parties(compound);
    if (scene_.phrases()[compound].head < verb.token) return write_pairs(codes, all, all, verb);
    const auto source = doer(verb.token, compound);
    return source && write_pairs(codes, scene_.parties(*source), all, verb);
  }

  bool write_pairs(const Codes& codes, const std::vector<Party>& sources, const std::vector<Party>& targets,
                   const VerbWord& verb) {
    bool any = false;
    for (const Party& source : sources) {
      for (const Party& target : targets) {
        if (source.code == target.code) continue;
        any = true;
        write_one(source, target, codes.there, verb);
        if (!codes.back.empty()) write_one(target, source, codes.back, verb);
      }
    }
    return any;
  }

  void write_one(const Party& source, const Party& target, const std::string& code, const VerbWord& verb) {
    if (!written_.insert({source.code, target.code, code}).second) return;
    CodedEvent event;
    event.source = source.code;
    event.target = target.code;
    event.code = code;
    const Word first = scene_.words()[verb.first].token, last = scene_.words()[verb.end - 1].token;
    event.verb = tree_.document().span_of({first, last + 1});
    if (!source.words.empty()) event.source_words = source.words;
    if (!target.words.empty()) event.target_words = target.words;
    event.sentence = tree_.sentence_number(verb.token);
    events_.push_back(std::move(event));
  }

  const Scene& scene_;
  const syntax::Tree& tree_;
  const Dictionary& dictionary_;
  const CoderOptions& options_;
  std::vector<CodedEvent>& events_;
  std::set<Word> hidden_;
  std::set<std::tuple<std::string, std::string, std::string>> written_;
};

}  // namespace

void code_sentence(const Scene& scene, const Dictionary& dictionary, const CoderOptions& options,
                   std::vector<CodedEvent>& events) {
  SentenceCoder(scene, dictionary, options, events).code();
}

}  // namespace onrecord::coder
