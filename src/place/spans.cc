#include "place/spans.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "lexicon/tables.h"

namespace onrecord::place {
namespace {

using gazetteer::Candidate;
using gazetteer::Gazetteer;
using gazetteer::Lead;
using syntax::Tree;
using syntax::Word;

constexpr std::uint32_t kMostWords = 8;         // In a name of the gazetteer.
constexpr std::uint32_t kMostCandidates = 400;  // "San José" has some 250.
constexpr std::uint32_t kLargeTown = 100000;    // Known without the neural reader's word for it.
constexpr float kSureName = 0.5F;

// Small words that stand within names: "Isle of Man", "Rio de Janeiro".
constexpr std::array<std::string_view, 17> kSmallWords = {"of", "the", "and", "de", "la",  "del",
                                                          "du", "le",  "al",  "el", "les", "upon",
                                                          "on", "di",  "da",  "do", "in"};

// Behind a place's name, they make it a road's or a part of nature's.
constexpr std::array<std::string_view, 25> kStreets = {
    "Street", "St.",   "Avenue",  "Ave.",     "Ave",        "Road",  "Rd.",     "Rd",   "Boulevard",
    "Blvd.",  "Drive", "Dr.",     "Lane",     "Ln.",        "Court", "Highway", "Hwy.", "Parkway",
    "Pkwy.",  "Way",   "Terrace", "Turnpike", "Expressway", "Route", "Pike"};
constexpr std::array<std::string_view, 13> kNature = {"River",     "Creek",     "Lake",  "Bay",   "Mountain",
                                                      "Mountains", "Falls",     "Hill",  "Hills", "Canyon",
                                                      "Pass",      "Reservoir", "Forest"};

constexpr std::array<std::string_view, 9> kTitles = {"Mr.", "Mr",   "Mrs.", "Mrs", "Ms.",
                                                     "Ms",  "Miss", "Dr.",  "Sir"};

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_upper(std::string_view word) {
  if (word.empty()) return false;
  const char first = word.front();
  return (first >= 'A' && first <= 'Z') ||
         (static_cast<unsigned char>(first) >= 0xC3 && static_cast<unsigned char>(first) <= 0xE1);
}

bool has_small(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool may_stand_within(std::string_view word) {
  return is_upper(word) || word == "-" || word == "–" || word == "'s" || word == "’s" || word == "." ||
         word == "'" || std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

Label label_of(std::string_view kind) {
  if (kind == "Location" || kind == "GPE") return Label::location;
  if (kind == "Facility") return Label::facility;
  if (kind == "NORP") return Label::people;
  if (kind == "Organization") return Label::organization;
  if (kind == "Person") return Label::person;
  return Label::other;
}

class Finder {
 public:
  Finder(const Tree& tree, const Gazetteer& gazetteer) : tree_(tree), gazetteer_(gazetteer) {
    const auto& labels = tree.tags().labels;
    if (!labels) return;
    for (const std::string& one : labels->name) kinds_.push_back(label_of(one));
  }

  std::vector<Draft> find() {
    const auto& names = tree_.tags().names;
    for (Word word = 0; word < tree_.size();) {
      while (name_ < names.size() && names[name_].words.end <= word) ++name_;
      Draft draft;
      const bool found = match(word, draft);
      if (found) settle_label(draft);
      if (found && grow(draft)) settle_label(draft);
      if (found && is_wanted(draft)) {
        word = draft.words.end;
        drafts_.push_back(std::move(draft));
        continue;
      }
      if (const auto unknown = place_without_entry(word)) {
        word = unknown->words.end;
        drafts_.push_back(*unknown);
        continue;
      }
      ++word;
    }
    drop_doubtful();
    return std::move(drafts_);
  }

  // A small town inside an organisation's name is likelier a person's name, unless the report names the town,
  // too.
  void drop_doubtful() {
    std::unordered_set<std::string_view> named;
    for (const Draft& draft : drafts_) {
      if (draft.label == Label::location) named.insert(draft.key);
    }
    std::vector<bool> dropped(drafts_.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      dropped[i] = draft.inside && draft.label == Label::organization && !draft.candidates.empty() &&
                   !is_well_known(draft) && !named.contains(draft.key);
    }
    std::vector<Draft> kept;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!dropped[i]) kept.push_back(std::move(drafts_[i]));
    }
    drafts_ = std::move(kept);
  }

  // The longest run of words from `first` that is a name of some place, none longer than to `limit`.
  bool match(Word first, Draft& draft, Word limit = kRoot) {
    if (!is_upper(tree_.text(first)) && !may_begin_small(first)) return false;
    const TokenRange sentence = tree_.sentence(first);
    const Word end = std::min({sentence.end, first + kMostWords, limit});
    Word best = first;
    for (Word last = first; last < end; ++last) {
      const std::string_view word = tree_.text(last);
      if (last > first && !may_stand_within(word)) break;
      // The stop of "Ind." at the end of a sentence is a word of its own.
      const bool stop = word == "." && last == first + 1 && !tree_.document().tokens()[first].space_after;
      if (!is_upper(word) && last != first && !stop) continue;
      if (look_up(first, last + 1, draft, stop)) best = last + 1;
    }
    if (best == first) return false;
    draft.words = {first, best};
    return true;
  }

  // For words that somebody else holds to name a place: postal codes need no town before them.
  void trust(Word word) {
    trusts_ = true;
    const auto& names = tree_.tags().names;
    const auto at = std::partition_point(names.begin(), names.end(),
                                         [&](const Name& name) { return name.words.end <= word; });
    name_ = static_cast<std::size_t>(at - names.begin());
  }

  // The neural reader's name that covers these words, or meets them.
  void settle_label(Draft& draft) {
    const auto& names = tree_.tags().names;
    for (std::size_t i = name_; i < names.size() && names[i].words.first < draft.words.end; ++i) {
      const Name& name = names[i];
      if (!name.words.overlaps(draft.words)) continue;
      draft.label = kind_of(name);
      draft.inside = name.words.size() > draft.words.size() && !differs_by_article(name.words, draft.words);
      name_score_ = name.score;
      return;
    }
    name_score_ = 0;
  }

  // Whether `first` to `end` is a name; if so, its places replace those of `draft`.
  bool look_up(Word first, Word end, Draft& draft, bool only_exact = false) {
    const Span span = tree_.document().span_of({first, end});
    const std::string_view text = tree_.document().text(span);
    if (text.size() > 64 || text.find('$') != std::string_view::npos) return false;  // "US$"
    bool found = false;
    if (end - first <= 2 && text.size() <= 8 && is_upper(text)) {
      const bool dotted = text.find('.') != std::string_view::npos;
      // Postal codes are capitals, and what is shortened with small letters wants its full stop.
      if (dotted || !has_small(text)) {
        gazetteer::make_exact_key(text, key_);
        found = take(first, draft, true, dotted);
      }
    }
    if (only_exact) return found;
    gazetteer::make_key(gazetteer_.folds(), text, key_);
    // "US" is no town of that name, "us" no country.
    if (key_.size() < 2 || (found && key_.size() <= 3)) return found;
    return take(first, draft, false) || found;
  }

 private:
  // "Kanawha River", "Saluda Street": another place than the one whose name it begins with.
  bool grow(Draft& draft) const {
    const Word next = draft.words.end;
    const TokenRange sentence = tree_.sentence(draft.words.first);
    if (next >= sentence.end || draft.postal || is_adjectival(draft)) return false;
    const std::string_view word = tree_.text(next);
    if (!is_upper(word)) return stop_after(draft);
    const bool street = holds(kStreets, word), nature = holds(kNature, word);
    if (!street && !nature) return false;
    draft.words.end = next + 1;
    draft.candidates.clear();
    draft.road = street;
    gazetteer::make_key(gazetteer_.folds(), tree_.document().text(tree_.document().span_of(draft.words)),
                        draft.key);
    return true;
  }

  // The full stop of "S.C." at the end of a sentence, which may be a word of its own.
  bool stop_after(Draft& draft) const {
    const Word next = draft.words.end;
    const auto& tokens = tree_.document().tokens();
    const bool abbreviated = tree_.text(next - 1).find('.') != std::string_view::npos;
    if (!abbreviated || tree_.text(next) != "." || tokens[next - 1].space_after) return false;
    if (tree_.text(next - 1).back() == '.') return false;
    draft.words.end = next + 1;
    return true;
  }

  bool may_begin_small(Word word) const {
    const std::string_view text = tree_.text(word);
    return text == "sub" || text == "upstate" || text == "sub-Saharan" || text == "mainland" ||
           text == "east" || text == "al";
  }

  bool take(Word first, Draft& draft, bool exact, bool dotted = false) {
    CandidateList found(gazetteer_.find(key_).front(kMostCandidates));
    if (found.empty()) return false;
    if (dotted || (!trusts_ && !follows_town(first))) found.leave_out(Lead::postal);
    if (found.empty()) return false;
    draft.postal = exact && found.front().lead == Lead::postal;
    draft.candidates = found;
    draft.key = key_;
    return true;
  }

  // ", CA" behind a place.
  bool follows_town(Word word) const {
    if (drafts_.empty()) return false;
    const Word end = drafts_.back().words.end;
    return (word == end + 1 && tree_.text(end) == ",") || word == end;
  }

  Label kind_of(const Name& name) const {
    return name.kind < kinds_.size() ? kinds_[name.kind] : Label::other;
  }

  bool differs_by_article(TokenRange longer, TokenRange shorter) const {
    if (longer.end > shorter.end && tree_.text(longer.end - 1) != "'s" && tree_.text(longer.end - 1) != "’s")
      return false;
    for (Word word = longer.first; word < shorter.first; ++word) {
      if (tree_.text(word) != "the" && tree_.text(word) != "The") return false;
    }
    return true;
  }

  // Whether a name of the gazetteer is one here, too: a person may be called Jordan, a month May.
  bool is_wanted(const Draft& draft) const {
    if (is_common_word(draft) || is_acronym(draft) || follows_title(draft.words.first)) return false;
    const bool known = is_well_known(draft);
    const bool proper = tree_.upos(head_of(tree_, draft.words)) == "PROPN";
    switch (draft.label) {
      case Label::location:
      case Label::facility:
        return true;
      case Label::people:
        return known;
      case Label::organization:
        return known || (proper && draft.inside);
      case Label::person:
        return !draft.inside && known && name_score_ < 0.6F;
      case Label::other:
        return known && draft.inside;
      case Label::none:
        break;
    }
    if (draft.candidates.empty()) return !draft.road;
    if (is_adjectival(draft)) return true;
    if (draft.postal) return true;
    if (!proper || is_part_of_title(draft)) return false;
    return known || draft.words.size() > 1 || follows_town(draft.words.first);
  }

  // "Ms. London"
  bool follows_title(Word word) const {
    return word > tree_.sentence(word).first && holds(kTitles, tree_.text(word - 1));
  }

  // "SWAT", "PTA" among words in small letters.
  bool is_acronym(const Draft& draft) const {
    const Word word = draft.words.first;
    const std::string_view text = tree_.text(word);
    if (draft.words.size() != 1 || draft.key.starts_with('=') || text.size() > 5 || has_small(text))
      return false;
    const TokenRange sentence = tree_.sentence(word);
    if (word == sentence.first) return false;
    const bool before = has_small(tree_.text(word - 1));
    const bool after = word + 1 < sentence.end && has_small(tree_.text(word + 1));
    return before || after;
  }

  // "Street", "Center", "Man", "Police" are towns, too. Where the words mean one, it is a large one, marked
  // as a place, and something is in it.
  bool is_common_word(const Draft& draft) const {
    const std::string_view key = std::string_view(draft.key).substr(draft.key.starts_with("the ") ? 4 : 0);
    if (key.find(' ') != std::string_view::npos) return false;
    const bool marked =
        draft.label == Label::location && !draft.inside && tree_.child(draft.words.first, "case").has_value();
    const bool meant =
        std::any_of(draft.candidates.begin(), draft.candidates.end(), [&](const Candidate& one) {
          const gazetteer::Entry entry = gazetteer_.entry(one.place);
          if (entry.kind == PlaceKind::admin1 || entry.kind == PlaceKind::admin2) return entry.rank == 5;
          return entry.kind != PlaceKind::city ||
                 (marked && entry.population >= 20000 && one.lead == Lead::name);
        });
    return !meant && !is_adjectival(draft) && lexicon::words().find(key).has_value();
  }

  bool is_adjectival(const Draft& draft) const {
    return std::any_of(draft.candidates.begin(), draft.candidates.end(), [](const Candidate& one) {
      return one.lead == Lead::adjective || one.lead == Lead::people || one.lead == Lead::seat;
    });
  }

  // "Mr. London", "Paris Brandt".
  bool is_part_of_title(const Draft& draft) const {
    const Word head = head_of(tree_, draft.words);
    return tree_.is(head, "flat") || (tree_.child(head, "flat").has_value() && draft.words.size() == 1);
  }

  bool is_well_known(const Draft& draft) const {
    for (const Candidate& one : draft.candidates) {
      if (one.lead == Lead::other || one.lead == Lead::bare) continue;
      const gazetteer::Entry entry = gazetteer_.entry(one.place);
      if (entry.kind != PlaceKind::city && entry.kind != PlaceKind::admin2) {
        if (entry.kind != PlaceKind::admin1 || entry.population > 1000000 || one.lead != Lead::name)
          return true;
      }
      if (entry.population >= kLargeTown) return true;
    }
    return false;
  }

  // A place by the neural reader's word that no table knows. Its name begins at `word`, or later by an
  // article and small words: "southwestern Afghanistan" is read from its second word on.
  std::optional<Draft> place_without_entry(Word word) const {
    const auto& names = tree_.tags().names;
    if (name_ >= names.size() || names[name_].words.first > word || !is_upper(tree_.text(word)) ||
        follows_title(word))
      return std::nullopt;
    const Name& name = names[name_];
    for (Word before = name.words.first; before < word; ++before) {
      if (is_upper(tree_.text(before)) && tree_.text(before) != "The") return std::nullopt;
    }
    const Label label = kind_of(name);
    if ((label != Label::location && label != Label::facility) || name.score < kSureName) return std::nullopt;
    Draft draft;
    draft.words = {word, word + 1};
    while (draft.words.end < name.words.end && may_stand_within(tree_.text(draft.words.end)))
      ++draft.words.end;
    while (draft.words.size() > 1 && !is_upper(tree_.text(draft.words.end - 1))) --draft.words.end;
    if (tree_.text(word).find('.') + 1 < tree_.text(word).size() && tree_.text(word).find("www") == 0)
      return std::nullopt;  // An address on the web.
    draft.label = label;
    gazetteer::make_key(gazetteer_.folds(), tree_.document().text(tree_.document().span_of(draft.words)),
                        draft.key);
    return draft;
  }

  const Tree& tree_;
  const Gazetteer& gazetteer_;
  std::vector<Label> kinds_;
  std::vector<Draft> drafts_;
  std::size_t name_ = 0;  // The first name that ends behind the word looked at.
  float name_score_ = 0;
  bool trusts_ = false;
  std::string key_;
};

}  // namespace

std::vector<Draft> find_drafts(const Tree& tree, const Gazetteer& gazetteer) {
  return Finder(tree, gazetteer).find();
}

Draft draft_of(const Tree& tree, const Gazetteer& gazetteer, TokenRange words) {
  Finder finder(tree, gazetteer);
  Draft draft;
  if (words.empty() || words.end > tree.size()) return draft;
  finder.trust(words.first);
  // "the Gambia", or the name alone.
  const bool article =
      words.size() > 1 && (tree.text(words.first) == "the" || tree.text(words.first) == "The");
  if (!finder.look_up(words.first, words.end, draft) && article)
    finder.look_up(words.first + 1, words.end, draft);
  draft.words = words;
  finder.settle_label(draft);
  return draft;
}

std::vector<Draft> find_drafts_with(const Tree& tree, const Gazetteer& gazetteer,
                                    const std::vector<Span>& spans) {
  std::vector<Draft> given;
  for (const Span span : spans) {
    given.push_back(draft_of(tree, gazetteer, tree.words(span)));
    given.back().given = static_cast<std::uint32_t>(given.size());
  }
  std::stable_sort(given.begin(), given.end(),
                   [](const Draft& one, const Draft& other) { return one.words.first < other.words.first; });
  std::vector<Draft> all;
  auto next = given.begin();
  for (Draft& found : find_drafts(tree, gazetteer)) {
    while (next != given.end() && next->words.first < found.words.end) all.push_back(std::move(*next++));
    const bool same = !all.empty() && all.back().given != 0 && all.back().words.overlaps(found.words);
    if (!same) all.push_back(std::move(found));
  }
  std::move(next, given.end(), std::back_inserter(all));
  return all;
}

}  // namespace onrecord::place
