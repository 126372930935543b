#include "coder/scene.h"

#include <algorithm>
#include <utility>

#include "actor_table/fold.h"

namespace onrecord::coder {
namespace {

constexpr std::string_view kFormer = "~ELI";
constexpr int kDeepest = 6;           // Phrases within phrases.
constexpr std::uint32_t kWidest = 4;  // Words that may stand within a name whose words are not joined.

bool has_codes(std::string_view code) { return !code.empty() && code != "---"; }

bool is_noun(const syntax::Tree& tree, Word word) {
  const std::string_view upos = tree.upos(word);
  return upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM" || upos == "X";
}

bool is_possessive(const syntax::Tree& tree, Word word) {
  const std::string text = actor_table::lower(tree.text(word));
  return text == "'s" || text == "'";
}

// Relations of words that belong to the noun that is their head.
bool belongs(const syntax::Tree& tree, Word word) {
  const std::string_view relation = tree.relation(word);
  if (relation == "case") return is_possessive(tree, word) && word - tree.head(word) <= kWidest;
  if (tree.is(word, "compound")) return relation != "compound:prt";
  return tree.is_any(word, {"det", "amod", "flat", "nummod", "fixed"}) || relation == "nmod:poss" ||
         relation == "nmod:desc";
}

// Of an adjective or a part of a name, those joined to it: "awful and evil".
bool belongs_to_part(const syntax::Tree& tree, Word word) {
  return belongs(tree, word) || tree.is_any(word, {"advmod", "conj", "cc"});
}

}  // namespace

std::string compose(std::string_view actor, const std::vector<Found>& found) {
  std::string code(actor);
  const auto has = [&code](std::string_view part) {
    for (std::size_t at = 0; at + part.size() <= code.size(); at += 3) {
      if (std::string_view(code).substr(at, part.size()) == part) return true;
    }
    return false;
  };
  for (const Found& agent : found) {
    if (!agent.is_agent) continue;
    const bool leads = agent.code.ends_with('~');
    const std::string_view roles = leads ? agent.code.substr(0, agent.code.size() - 1) : agent.code.substr(1);
    if (has(roles)) continue;
    if (leads) {
      code = std::string(roles) + code;
      continue;
    }
    for (std::size_t at = 0; at < roles.size(); at += 3) {
      if (!has(roles.substr(at, 3))) code += roles.substr(at, 3);
    }
  }
  return code;
}

Scene::Scene(const syntax::Tree& tree, TokenRange sentence, const Dictionary& dictionary, Day day,
             std::size_t new_actor_words)
    : tree_(tree),
      sentence_(sentence),
      dictionary_(dictionary),
      day_(day),
      new_actor_words_(new_actor_words) {
  cut_words();
  find_phrases();
  join_neighbours();
  find_names();
}

void Scene::cut_words() {
  Words parts;
  for (Word token = sentence_.first; token < sentence_.end; ++token) {
    at_.push_back(static_cast<std::uint32_t>(words_.size()));
    parts.clear();
    append_words(tree_.text(token), parts);
    for (std::string& part : parts) words_.push_back({std::move(part), token});
  }
  phrase_of_.assign(sentence_.size(), kNoPhrase);
}

void Scene::collect(Word token, std::uint32_t phrase) {
  phrase_of_[token - sentence_.first] = phrase;
  const bool is_head = phrases_[phrase].head == token;
  for (const Word child : tree_.children(token)) {
    const bool part = is_head ? belongs(tree_, child) : belongs_to_part(tree_, child);
    if (part && phrase_of(child) == kNoPhrase) collect(child, phrase);
  }
}

void Scene::find_phrases() {
  for (Word token = sentence_.first; token < sentence_.end; ++token) {
    const Word head = tree_.head(token);
    const bool part =
        head != kRoot && belongs(tree_, token) && (is_noun(tree_, head) || !is_noun(tree_, token));
    if (!is_noun(tree_, token) || part || phrase_of(token) != kNoPhrase) continue;
    if (tree_.is_any(token, {"det", "case", "mark", "nummod", "expl", "advmod", "cc"})) continue;
    phrases_.push_back({token});
    collect(token, static_cast<std::uint32_t>(phrases_.size() - 1));
  }
  for (Phrase& phrase : phrases_) {
    phrase.head_at = at(phrase.head);
    phrase.first = phrase.end = phrase.head_at;
  }
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t number = phrase_of(words_[i].token);
    if (number == kNoPhrase) continue;
    phrases_[number].first = std::min(phrases_[number].first, i);
    phrases_[number].end = std::max(phrases_[number].end, i + 1);
  }
}

// "Belmor" and "President Anders" beside each other, both subjects of one verb, are one; and "Belmor's" goes
// with what follows, whatever the tree hangs it on.
bool Scene::are_one(const Phrase& left, const Phrase& right) const {
  if (is_possessive(tree_, words_[left.end - 1].token)) return true;
  return tree_.head(left.head) == tree_.head(right.head) &&
         tree_.relation(left.head) == tree_.relation(right.head) && !tree_.is(left.head, "conj") &&
         tree_.upos(left.head) != "PRON";
}

void Scene::join_neighbours() {
  for (std::size_t i = 0; i + 1 < phrases_.size(); ++i) {
    Phrase& left = phrases_[i];
    const auto next = std::find_if(phrases_.begin(), phrases_.end(), [&](const Phrase& other) {
      return other.first == left.end && other.end > other.first && other.head != left.head;
    });
    if (next == phrases_.end() || left.end == left.first || !are_one(left, *next)) continue;
    const auto number = static_cast<std::uint32_t>(next - phrases_.begin());
    for (std::uint32_t& of : phrase_of_) {
      if (of == i) of = number;
    }
    next->first = left.first;
    left.end = left.first;  // Nothing is left of it.
  }
}

// Where the name that begins at `from` ends; 0: it does not stand there.
std::uint32_t Scene::match(const NameForm& form, std::uint32_t from) const {
  const std::uint32_t phrase = phrase_of(words_[from].token);
  std::uint32_t at = from;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    if (i > 0 && !form.words[i].joined && phrase != kNoPhrase) {
      const std::uint32_t last = std::min(at + kWidest, phrases_[phrase].end);
      while (at < last && words_[at].text != form.words[i].text) ++at;
    }
    if (at >= words_.size() || words_[at].text != form.words[i].text) return 0;
    ++at;
  }
  return at;
}

std::optional<Found> Scene::longest(std::uint32_t from, bool agents) const {
  const auto forms = dictionary_.names.find(words_[from].text);
  if (forms == dictionary_.names.end()) return std::nullopt;
  for (const NameForm& form : forms->second) {
    const Holder& holder = dictionary_.holders[form.holder];
    if (holder.is_agent != agents) continue;
    if (const std::uint32_t end = match(form, from); end > 0)
      return Found{code_on(holder, day_), agents, from, end};
  }
  return std::nullopt;
}

// "former officials": whoever they were, CAMEO has one role for them.
bool Scene::is_former(const Phrase& phrase, std::uint32_t before) const {
  for (std::uint32_t i = phrase.first; i < before; ++i) {
    if (words_[i].text == "former" || words_[i].text == "ex") return true;
  }
  return false;
}

void Scene::find_names() {
  for (std::uint32_t i = 0; i < words_.size();) {
    auto found = longest(i, false);
    const auto agent = longest(i, true);
    if (agent && (!found || agent->end > found->end)) found = agent;
    if (!found) {
      ++i;
      continue;
    }
    std::uint32_t phrase = kNoPhrase;
    for (std::uint32_t at = i; at < found->end && phrase == kNoPhrase; ++at)
      phrase = phrase_of(words_[at].token);
    i = found->end;
    if (phrase == kNoPhrase || found->code.empty()) continue;
    if (found->is_agent && is_former(phrases_[phrase], found->first)) found->code = kFormer;
    phrases_[phrase].found.push_back(*found);
  }
}

Span Scene::span(const Phrase& phrase) const {
  const Word first = words_[std::min<std::size_t>(phrase.first, words_.size() - 1)].token;
  const Word last = words_[std::max(phrase.end, phrase.first + 1) - 1].token;
  return tree_.document().span_of({first, last + 1});
}

std::uint32_t Scene::first_of(std::uint32_t phrase) const {
  for (int steps = 0; steps < kDeepest; ++steps) {
    const Word head = phrases_[phrase].head, above = tree_.head(head);
    if (!tree_.is(head, "conj") || above == kRoot || phrase_of(above) == kNoPhrase ||
        phrase_of(above) == phrase)
      break;
    phrase = phrase_of(above);
  }
  return phrase;
}

// "Ardor, the old Belmor, and Cadria": the tree may take the second for another name of the first. It is not
// when it is a name and "and" adds a third.
bool Scene::is_listed(Word word) const {
  if (!tree_.is(word, "appos") || tree_.upos(word) != "PROPN" || tree_.head(word) == kRoot) return false;
  for (const Word other : tree_.children(tree_.head(word))) {
    if (other > word && tree_.is(other, "conj")) return true;
  }
  return false;
}

// The phrase and all that hang on it by "conj", in order.
std::vector<std::uint32_t> Scene::below(std::uint32_t phrase) const {
  std::vector<std::uint32_t> all{phrase};
  for (std::size_t i = 0; i < all.size() && all.size() < 64; ++i) {
    for (const Word child : tree_.children(phrases_[all[i]].head)) {
      const std::uint32_t number = phrase_of(child);
      const bool joined = tree_.is(child, "conj") || is_listed(child);
      if (joined && number != kNoPhrase && phrases_[number].head == child) all.push_back(number);
    }
  }
  std::sort(all.begin(), all.end(),
            [&](std::uint32_t a, std::uint32_t b) { return phrases_[a].head < phrases_[b].head; });
  return all;
}

// What prepositions add to each of `members`: what the tree hangs on one, but stands behind another, is that
// other's.
std::vector<std::vector<Word>> Scene::additions(const std::vector<std::uint32_t>& members) const {
  std::vector<std::vector<Word>> added(members.size());
  for (const std::uint32_t member : members) {
    for (const Word child : tree_.children(phrases_[member].head)) {
      const bool named = tree_.is(child, "nmod") || (tree_.is(child, "appos") && !is_listed(child));
      if (!named || phrase_of(child) == kNoPhrase || phrase_of(child) == member) continue;
      std::size_t owner = 0;
      for (std::size_t i = 0; i < members.size(); ++i) {
        if (phrases_[members[i]].head < child) owner = i;
      }
      added[owner].push_back(child);
    }
  }
  return added;
}

std::vector<Party> Scene::added_parties(const std::vector<Word>& added, int depth) const {
  for (const Word word : added) {
    const std::uint32_t number = phrase_of(word);
    std::vector<Party> all;
    const auto members = below(number);
    const auto more = additions(members);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto some = own(members[i], more[i], depth + 1);
      all.insert(all.end(), some.begin(), some.end());
    }
    std::erase_if(all, [](const Party& party) { return party.code.starts_with("---"); });
    if (!all.empty()) return all;
  }
  return {};
}

// The codes of one phrase: its actor's with its agents', or its agents' with the actors that follow them.
std::vector<Party> Scene::own(std::uint32_t number, const std::vector<Word>& added, int depth) const {
  if (depth > kDeepest) return {};
  const Phrase& phrase = phrases_[number];
  std::vector<Party> parties;
  const auto actor = std::find_if(phrase.found.begin(), phrase.found.end(),
                                  [](const Found& one) { return !one.is_agent && has_codes(one.code); });
  if (actor != phrase.found.end()) {
    for (std::string_view codes = actor->code; !codes.empty();) {
      const std::size_t end = std::min(codes.find('/'), codes.size());
      parties.push_back({compose(codes.substr(0, end), phrase.found), span(phrase)});
      codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return parties;
  }
  const bool agents =
      std::any_of(phrase.found.begin(), phrase.found.end(), [](const Found& one) { return one.is_agent; });
  parties = added_parties(added, depth);
  if (!agents) return parties;
  for (Party& party : parties) party.code = compose(party.code, phrase.found);
  if (parties.empty()) parties.push_back({compose("---", phrase.found), span(phrase)});
  return parties;
}

// One who is not in the tables, by his own words.
std::optional<Party> Scene::unknown(std::uint32_t number) const {
  const Phrase& phrase = phrases_[number];
  if (tree_.upos(phrase.head) == "PRON" || tree_.upos(phrase.head) == "NUM") return std::nullopt;
  std::uint32_t end = phrase.end;
  for (const Word child : tree_.children(phrase.head)) {
    const std::uint32_t of = phrase_of(child);
    if (of == kNoPhrase || !tree_.is(child, "nmod") || phrases_[of].first != end + 1) continue;
    if (words_[end].text == "of") end = phrases_[of].end;
  }
  std::string text;
  std::size_t count = 0;
  for (std::uint32_t i = phrase.first; i < end; ++i) {
    if (words_[i].text == "'s" || words_[i].text == "'") continue;
    if (count++ > 0) text += ' ';
    for (const char c : words_[i].text) text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  if (count == 0 || count > new_actor_words_) return std::nullopt;
  return Party{'"' + text + '"', span(phrase)};
}

std::vector<Party> Scene::parties(std::uint32_t phrase) const {
  const auto members = below(phrase);
  const auto added = additions(members);
  std::vector<Party> all;
  const Phrase& first = phrases_[members.front()];
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Phrase& member = phrases_[members[i]];
    auto some = own(members[i], added[i], 0);
    const bool alone = !some.empty() && some.front().code.starts_with("---");
    if (alone) {
      // "lawmakers and officials in Ardor"; "Ardorian media and government"
      auto shared = i + 1 < members.size() ? added_parties(added.back(), 0) : std::vector<Party>();
      const bool bare = !tree_.child(member.head, "det");
      if (shared.empty() && i > 0 && bare) {
        std::vector<Found> before = first.found;
        std::erase_if(before, [&](const Found& one) { return one.end > first.head_at; });
        const auto actor =
            std::find_if(before.begin(), before.end(), [](const Found& one) { return !one.is_agent; });
        if (actor != before.end() && has_codes(actor->code))
          shared.push_back({compose(actor->code, before), span(member)});
      }
      for (Party& party : shared) party.code = compose(party.code, member.found);
      if (!shared.empty()) some = std::move(shared);
    }
    if (some.empty() && new_actor_words_ > 0) {
      if (auto one = unknown(members[i])) some.push_back(std::move(*one));
    }
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace onrecord::coder
