#include "event/ground.h"

#include <algorithm>
#include <utility>

#include "event/tables.h"

namespace onrecord::event {

Ground::Ground(const Told& told) : told_(told) {
  const Tree& tree = told.tree;
  mention_.assign(tree.size(), kRoot);
  // The shorter mention comes later and holds the word more closely.
  for (std::uint32_t m = 0; m < told.entities.mentions.size(); ++m) {
    const Word head = told.entities.mentions[m].head;
    if (head < tree.size()) mention_[head] = m;
  }
  place_.assign(tree.size(), kRoot);
  for (std::uint32_t p = 0; p < told.places.mentions.size(); ++p) {
    const TokenRange words = told.places.mentions[p].words;
    for (Word w = words.first; w < words.end && w < tree.size(); ++w) place_[w] = p;
  }
  time_.assign(tree.size(), kRoot);
  for (std::uint32_t t = 0; t < told.times.size(); ++t) {
    const TokenRange words = told.times[t].words;
    for (Word w = words.first; w < words.end && w < tree.size(); ++w) time_[w] = t;
  }
  predicate_.assign(tree.size(), kRoot);
  const auto& predicates = tree.tags().predicates;
  for (std::uint32_t p = 0; p < predicates.size(); ++p) {
    if (predicates[p].word < tree.size()) predicate_[predicates[p].word] = p;
  }
  thing_.assign(tree.size(), kRoot);
  const auto& things = tree.tags().things;
  for (std::uint32_t t = 0; t < things.size(); ++t) {
    if (things[t].head < tree.size()) thing_[things[t].head] = t;
  }
  actor_.assign(told.entities.entities.size(), kRoot);
  for (std::uint32_t a = 0; a < told.actors.size(); ++a) {
    if (told.actors[a].entity < actor_.size()) actor_[told.actors[a].entity] = a;
  }
  paint_statements();
}

// A statement that stands in another is painted over it.
void Ground::paint_statements() {
  const Tree& tree = told_.tree;
  const auto& all = told_.statements;
  inside_.assign(tree.size(), kRoot);
  cue_.assign(tree.size(), kRoot);
  channel_.assign(tree.size(), kRoot);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_depth;
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    std::uint32_t depth = 0;
    for (auto outer = all[s].inside; outer && *outer < all.size() && depth < all.size();
         outer = all[*outer].inside)
      ++depth;
    by_depth.emplace_back(depth, s);
  }
  std::sort(by_depth.begin(), by_depth.end());
  for (const auto& [depth, s] : by_depth) {
    for (const Span content : all[s].contents) {
      const TokenRange words = tree.words(content);
      for (Word w = words.first; w < words.end && w < tree.size(); ++w) inside_[w] = s;
    }
  }
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    for (const auto& round : {all[s].channel, all[s].where}) {
      if (!round) continue;
      const TokenRange words = tree.words(*round);
      for (Word w = words.first; w < words.end && w < tree.size(); ++w) channel_[w] = s;
    }
    if (!all[s].cue) continue;
    const TokenRange words = tree.words(*all[s].cue);
    for (Word w = words.first; w < words.end && w < tree.size(); ++w) {
      if (cue_[w] == kRoot) cue_[w] = s;
    }
  }
}

std::optional<std::uint32_t> Ground::actor_of(std::optional<std::uint32_t> entity) const {
  return entity ? at(actor_, *entity) : std::nullopt;
}

std::optional<std::uint32_t> Ground::entity_at(Word head) const {
  const auto mention = mention_at(head);
  if (!mention) return std::nullopt;
  return told_.entities.mentions[*mention].entity;
}

const DatedWord* Ground::dated(Word word) const {
  const auto found = std::partition_point(told_.dated.begin(), told_.dated.end(),
                                          [&](const DatedWord& one) { return one.word < word; });
  return found == told_.dated.end() || found->word != word ? nullptr : &*found;
}

const Predicate* Ground::predicate(Word word) const {
  const auto found = at(predicate_, word);
  return found ? &tree().tags().predicates[*found] : nullptr;
}

std::string_view Ground::thing_kind(Word head) const {
  const auto found = at(thing_, head);
  if (!found || !tree().tags().labels) return {};
  const Thing& thing = tree().tags().things[*found];
  const auto& kinds = tree().tags().labels->thing;
  return thing.kind < kinds.size() ? std::string_view(kinds[thing.kind]) : std::string_view();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Taggers err about the lemmas of rare forms ("flead"): the table's own come first.
std::string lemma_of(const Tree& tree, Word word) {
  if (const auto base = table_value("form", lower(tree.text(word)))) return std::string(*base);
  return lower(tree.lemma(word));
}

bool is_nominal(const Tree& tree, Word word) {
  const auto upos = tree.upos(word);
  return upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM";
}

Word head_of(const Tree& tree, TokenRange range) {
  for (Word w = range.first; w < range.end; ++w) {
    const Word head = tree.head(w);
    if ((head == kRoot || !range.contains(head)) && !tree.is_punctuation(w)) return w;
  }
  return range.first;
}

bool has_case(const Tree& tree, Word word, std::string_view name) {
  for (const Word c : tree.children(word)) {
    if (tree.is(c, "case") && lower(tree.text(c)) == name) return true;
  }
  return false;
}

}  // namespace onrecord::event
