#include "place/features.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace onrecord::place {
namespace {

using gazetteer::Lead;
using syntax::Tree;
using syntax::Word;

constexpr std::uint32_t kWindow = 6;  // Words to each side that count without regard to their order.

// Writes features into one string, whose memory is used again.
class Writer {
 public:
  explicit Writer(const std::function<void(std::string_view)>& see) : see_(see) {}

  template <typename... Parts>
  void operator()(std::string_view first, Parts... parts) {
    text_ = first;
    (text_.append(parts), ...);
    see_(text_);
  }

 private:
  const std::function<void(std::string_view)>& see_;
  std::string text_;
};

std::string_view plain(std::string_view relation) { return relation.substr(0, relation.find(':')); }

std::string small(std::string_view word) {
  std::string text(word);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c >= '0' && c <= '9') c = '0';
  }
  return text;
}

std::string_view shape(std::string_view word) {
  const bool upper = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool lower = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digit ? "0" : upper && lower ? "Aa" : upper ? "A" : lower ? "a" : ".";
}

std::string_view name_of(Label label) {
  constexpr std::array<std::string_view, 7> kNames = {"none",         "location", "facility", "people",
                                                      "organization", "person",   "other"};
  return kNames[static_cast<std::size_t>(label)];
}

// The phrase that a mention stands in: of "France and Britain", both stand as France does.
Word standing(const Tree& tree, Word word) {
  for (int steps = 0; steps < 8; ++steps) {
    const bool on = (tree.is(word, "conj") || tree.is(word, "appos")) && tree.head(word) != kRoot &&
                    (tree.upos(tree.head(word)) == "PROPN" || tree.upos(tree.head(word)) == "NOUN");
    if (!on) return word;
    word = tree.head(word);
  }
  return word;
}

void see_standing(const Tree& tree, Word word, std::string_view mark, Writer& see) {
  const std::string_view relation = tree.relation(word);
  see(mark, "rel=", relation);
  const Word head = tree.head(word);
  const auto preposition = tree.child(word, "case");
  const std::string by = preposition ? small(tree.text(*preposition)) : std::string("-");
  see(mark, "prep=", by);
  see(mark, "rel+prep=", relation, "+", by);
  if (tree.child(word, "det")) see(mark, "det");
  if (tree.child(word, "amod")) see(mark, "amod");
  if (tree.child(word, "nummod")) see(mark, "nummod");
  if (head == kRoot) return;
  const std::string_view lemma = tree.lemma(head);
  see(mark, "head=", lemma);
  see(mark, "rel+head=", plain(relation), "+", lemma);
  see(mark, "prep+head=", by, "+", lemma);
  see(mark, "rel+prep+upos=", plain(relation), "+", by, "+", tree.upos(head));
  if (lemma.size() > 4) see(mark, "ending=", lemma.substr(lemma.size() - 4), "+", plain(relation));
  if (tree.is(word, "nsubj")) {
    see(mark, "subject of ", tree.upos(head), tree.child(head, "obj") ? "+obj" : "",
        tree.child(head, "ccomp") ? "+ccomp" : "", tree.child(head, "xcomp") ? "+xcomp" : "",
        tree.child(head, "cop") ? "+cop" : "");
  }
  const Word above = tree.head(head);
  see(mark, "above=", plain(relation), "+", plain(tree.relation(head)), "+",
      above == kRoot ? std::string_view("root") : tree.upos(above));
  if (above != kRoot) see(mark, "above lemma=", plain(tree.relation(head)), "+", tree.lemma(above));
}

// The classes of the words around.
void see_classes(const Tree& tree, TokenRange sentence, TokenRange words, Writer& see) {
  const auto upos = [&](std::int64_t at) {
    return at >= sentence.first && at < sentence.end ? tree.upos(static_cast<Word>(at))
                                                     : std::string_view("|");
  };
  const std::int64_t first = words.first, end = words.end;
  see("upos -1+1=", upos(first - 1), " ", upos(end));
  see("upos -2-1=", upos(first - 2), " ", upos(first - 1));
  see("upos +1+2=", upos(end), " ", upos(end + 1));
  see("upos +1+2+3=", upos(end), " ", upos(end + 1), " ", upos(end + 2));
  see("upos -2-1+1+2=", upos(first - 2), " ", upos(first - 1), " ", upos(end), " ", upos(end + 1));
}

}  // namespace

Features::Features(const Tree& tree, const gazetteer::Gazetteer& gazetteer)
    : tree_(tree), gazetteer_(gazetteer) {}

void Features::read_roles(TokenRange sentence) {
  if (roles_read_ == sentence) return;
  roles_read_ = sentence;
  role_at_.assign(sentence.size(), 0);
  roles_.clear();
  const auto& labels = tree_.tags().labels;
  if (!labels) return;
  const auto& predicates = tree_.tags().predicates;
  auto at = std::partition_point(predicates.begin(), predicates.end(),
                                 [&](const Predicate& one) { return one.word < sentence.first; });
  for (; at != predicates.end() && at->word < sentence.end; ++at) {
    for (const Argument& argument : at->arguments) {
      if (argument.words.empty() || argument.words.end > tree_.size() || argument.role >= labels->role.size())
        continue;
      const Word head = head_of(tree_, argument.words);
      if (!sentence.contains(head)) continue;
      roles_.push_back({at->word, labels->role[argument.role]});
      std::uint32_t& role = role_at_[head - sentence.first];
      if (role == 0) role = static_cast<std::uint32_t>(roles_.size());
    }
  }
}

const Features::SentenceSigns& Features::signs_of(TokenRange sentence) {
  if (signs_.words == sentence) return signs_;
  std::uint32_t verbs = 0, digits = 0, capitals = 0, letters = 0;
  for (Word word = sentence.first; word < sentence.end; ++word) {
    const std::string_view kind = shape(tree_.text(word));
    verbs += tree_.is_verb(word) ? 1 : 0;
    digits += kind == "0" ? 1 : 0;
    capitals += kind == "A" ? 1 : 0;
    letters += kind == "." ? 0 : 1;
  }
  signs_.words = sentence;
  signs_.kind = sentence.size() < 8 ? "short" : sentence.size() < 25 ? "middle" : "long";
  if (verbs == 0) signs_.kind += " no verb";
  if (digits > 2) signs_.kind += " digits";
  if (2 * capitals > letters) signs_.kind += " capitals";
  signs_.no_verb = verbs == 0;
  signs_.like_list = verbs == 0 || 2 * capitals > letters;
  return signs_;
}

void Features::of(const Draft& draft, const std::function<void(std::string_view)>& give) {
  Writer see(give);
  see("bias");
  const Word word = head_of(tree_, draft.words);
  const Word stands = standing(tree_, word);
  see_standing(tree_, word, "", see);
  if (stands != word) see_standing(tree_, stands, "via ", see);
  const TokenRange sentence = tree_.sentence(word);
  read_roles(sentence);
  if (const std::uint32_t number = sentence.contains(stands) ? role_at_[stands - sentence.first] : 0;
      number != 0) {
    const Role& role = roles_[number - 1];
    see("role=", role.label);
    see("role+verb=", role.label, "+", tree_.lemma(role.predicate));
  }
  see("label=", name_of(draft.label), draft.inside ? "+inside" : "");
  std::string_view kind = "none";
  if (!draft.candidates.empty()) {
    const gazetteer::Entry entry = gazetteer_.entry(draft.candidates.front().place);
    kind = entry.rank == 6 ? std::string_view("capital") : to_string(entry.kind);
  }
  see("kind=", kind);
  see("kind+rel=", kind, "+", tree_.relation(stands));
  see("key=", draft.key);
  see("caps=", shape(tree_.text(draft.words.first)));
  const auto at = [&](std::int64_t index) {
    return index >= sentence.first && index < sentence.end ? small(tree_.text(static_cast<Word>(index)))
                                                           : std::string("|");
  };
  const std::int64_t first = draft.words.first, end = draft.words.end;
  see("-1=", at(first - 1));
  see("-2=", at(first - 2));
  see("-2-1=", at(first - 2), " ", at(first - 1));
  see("+1=", at(end));
  see("+2=", at(end + 1));
  see("+1+2=", at(end), " ", at(end + 1));
  see("-1+1=", at(first - 1), " ", at(end));
  // A list of results says little by its grammar.
  const SentenceSigns& signs = signs_of(sentence);
  see("sentence=", signs.kind);
  if (draft.words.first == sentence.first) see("first", signs.no_verb ? " no verb" : "");
  if (draft.words.end == sentence.end) see("last", signs.no_verb ? " no verb" : "");
  if (signs.like_list) {
    see("list -1+1=", at(first - 1), " ", at(end));
    see("list -1=", at(first - 1));
    see("list +1=", at(end));
  }
  see_classes(tree_, sentence, draft.words, see);
  if (end < sentence.end) see("+shape=", shape(tree_.text(draft.words.end)));
  if (first > sentence.first) see("-shape=", shape(tree_.text(draft.words.first - 1)));
  for (std::uint32_t step = 1; step <= kWindow; ++step) {
    if (first - step >= sentence.first)
      see(step < 4 ? "left=" : "far left=", tree_.lemma(static_cast<Word>(first - step)));
    if (end + step - 1 < sentence.end)
      see(step < 4 ? "right=" : "far right=", tree_.lemma(static_cast<Word>(end + step - 1)));
  }
}

}  // namespace onrecord::place
