#include <algorithm>
#include <array>

#include "entity/look.h"
#include "entity/mention.h"

namespace onrecord::entity {
namespace {

using syntax::Tree;

class Finder {
 public:
  explicit Finder(const Scene& scene) : scene_(scene), tree_(scene.tree) {}

  std::vector<Sighting> find() {
    std::vector<Sighting> all;
    for (Word word = 0; word < tree_.size(); ++word) {
      if (!can_head(word)) continue;
      Sighting sighting = look_at(scene_, word);
      if (!sighting.pronoun || sighting.pronoun->sort == Pronoun::Sort::personal) {
        if (auto several = coordination(word)) all.push_back(std::move(*several));
      }
      all.push_back(std::move(sighting));
    }
    return all;
  }

 private:
  // A word that only belongs to a longer name or to a compound is no mention of its own.
  bool stands_alone(Word word) const {
    if (tree_.is_any(word, {"flat", "fixed", "goeswith", "nmod:desc", "dep", "case", "discourse"}))
      return false;
    const Word head = tree_.head(word);
    if (head == kRoot || !tree_.is(word, "compound")) return true;
    if (!is_named(scene_, word)) return true;
    return scene_.name[word] != scene_.name[head] && !same_name_further_right(word, head);
  }

  // Of the words of one name only the last one below another head stands for it.
  bool same_name_further_right(Word word, Word head) const {
    return word + 1 < head && scene_.name[word + 1] == scene_.name[word] && tree_.head(word + 1) == head;
  }

  bool can_head(Word word) const {
    const std::string_view pos = tree_.upos(word);
    if (pos == "NOUN" || pos == "PROPN") return stands_alone(word);
    if (pos == "PRON" || pos == "DET") return can_head_as_pronoun(word, pos);
    const bool argument =
        tree_.is_any(word, {"nsubj", "obj", "iobj", "obl", "conj", "appos", "nmod", "root"});
    if (pos == "NUM") return argument || tree_.is_any(word, {"dep", "list", "parataxis"});
    if (pos == "ADJ") return argument && !tree_.is(word, "conj") && tree_.child(word, "det").has_value();
    return pos == "X" && is_named(scene_, word) && stands_alone(word);
  }

  bool can_head_as_pronoun(Word word, std::string_view pos) const {
    if (tree_.is_any(word, {"expl", "det", "advmod", "fixed", "cc", "mark", "discourse", "case"}))
      return false;
    const auto pronoun = find_pronoun(in_lower_case(tree_.text(word)));
    if (!pronoun) return false;
    if (pos == "DET") return tree_.is_any(word, {"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root"});
    if (pronoun->sort == Pronoun::Sort::relative) return relative_clause(scene_, word).has_value();
    if (tree_.text(word) == "that" && relative_clause(scene_, word)) return true;
    return true;
  }

  // "Smith and Jones", "residents and officials": all of them as one.
  std::optional<Sighting> coordination(Word word) const {
    std::vector<Word> others;
    bool has_and = false;
    for (const Word child : tree_.children(word)) {
      if (!tree_.is(child, "conj") || !can_head(child)) continue;
      if (const auto cc = tree_.child(child, "cc")) {
        const std::string text = in_lower_case(tree_.text(*cc));
        has_and = has_and || text == "and" || text == "&";
      }
      others.push_back(child);
    }
    if (others.empty() || !has_and || are_roles_of_one(word, others)) return std::nullopt;
    Sighting seen = look_at(scene_, word);
    seen.kind = MentionKind::role;
    seen.number = Number::plural;
    seen.gender = Gender::unknown;
    seen.determiner = Determiner::other;
    seen.name = {};
    seen.roles.clear();
    seen.limits.clear();
    seen.words.end = std::max(seen.words.end, extent_of(scene_, others.back()).end);
    seen.members.push_back(word);
    seen.members.insert(seen.members.end(), others.begin(), others.end());
    if (seen.entity == EntityKind::person || seen.entity == EntityKind::group)
      seen.entity = EntityKind::group;
    return seen;
  }

  // "A member of the council and a former judge, Ana Ruiz": two roles and one person behind them.
  bool are_roles_of_one(Word word, const std::vector<Word>& others) const {
    if (!is_one_in_a_role(word) ||
        !std::all_of(others.begin(), others.end(), [&](Word other) { return is_one_in_a_role(other); }))
      return false;
    Word name = extent_of(scene_, others.back()).end;
    if (name < tree_.size() && tree_.text(name) == ",") ++name;
    if (name >= tree_.size() || name_label(scene_, name) != "Person") return false;
    const TokenRange words = scene_.tags.names[scene_.name[name]].words;
    for (Word each = words.first; each < words.end; ++each) {
      const Word head = tree_.head(each);
      if (head == word || std::find(others.begin(), others.end(), head) != others.end()) return true;
      if (head == tree_.head(word) && tree_.relation(each) == tree_.relation(word)) return true;
    }
    return false;
  }

  bool is_one_in_a_role(Word word) const {
    return tree_.upos(word) == "NOUN" && xpos_of(scene_, word) != "NNS" &&
           is_personal_role(in_lower_case(tree_.lemma(word)));
  }

  const Scene& scene_;
  const Tree& tree_;
};

}  // namespace

std::vector<Sighting> find_mentions(const Scene& scene) {
  std::vector<Sighting> all = Finder(scene).find();
  // Members are found as heads; from here on they are places in the list.
  std::vector<std::uint32_t> by_head(scene.tree.size(), kNone);
  for (std::uint32_t m = 0; m < all.size(); ++m) {
    if (all[m].members.empty()) by_head[all[m].head] = m;
  }
  for (Sighting& each : all) {
    for (std::uint32_t& member : each.members) member = by_head[member];
    std::erase(each.members, kNone);
  }
  settle_names(scene, all);
  return all;
}

std::string name_text(const Scene& scene, TokenRange name) {
  std::string text;
  for (Word word = name.first; word < name.end; ++word) {
    if (scene.tree.is_punctuation(word)) continue;
    std::string low = in_lower_case(scene.tree.text(word));
    std::erase(low, '.');
    if (low.empty() || (text.empty() && low == "the")) continue;
    if (!text.empty() && low == "jr") continue;
    if (!text.empty()) text += ' ';
    text += low;
  }
  return text;
}

}  // namespace onrecord::entity
