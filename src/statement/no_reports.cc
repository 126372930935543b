#include "statement/no_reports.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/table.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/forms.h"
#include "statement/phrase.h"

namespace onrecord::statement {
namespace {

constexpr std::size_t kLongestWord = 40;  // Bytes.
constexpr Word kLongestCue = 24;

constexpr std::string_view kNoReports =
#include "no_reports.inc"
    ;
constexpr std::string_view kStanceCues =
#include "stance_cues.inc"
    ;

const lexicon::Table& no_reports() {
  static const lexicon::Table kTable(kNoReports);
  return kTable;
}

const lexicon::Table& stance_cues() {
  static const lexicon::Table kTable(kStanceCues);
  return kTable;
}

std::vector<std::string> base_forms(const Tree& tree, Word word) {
  const auto form = tree.text(word).substr(0, kLongestWord);
  std::vector<std::string> forms = {lower_case(tree.lemma(word).substr(0, kLongestWord)), lower_case(form)};
  for (const auto& stems : {verb_stems(form), noun_stems(form)}) {
    for (const std::string& stem : stems) forms.push_back(lower_case(stem));
  }
  return forms;
}

// The word of `words` on which the others hang.
std::optional<Word> head_of(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    const Word above = tree.head(word);
    if ((above == kRoot || !words.contains(above)) && !tree.is_punctuation(word)) return word;
  }
  return std::nullopt;
}

// Whether any table knows a word of the cue that could announce.
bool is_known(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    if (tree.is_punctuation(word) || cue_of(tree, word) != nullptr) return true;
    const auto upos = tree.upos(word);
    const bool carries = upos == "VERB" || upos == "NOUN" || upos == "ADJ" || upos == "PROPN";
    for (const std::string& form : base_forms(tree, word)) {
      for (const std::string_view prefix : {"", "n:", "a:", "p:"}) {
        if (!carries && prefix != "p:") continue;
        if (stance_cues().find(std::string(prefix) + form)) return true;
      }
      // Rows with a frame only.
      for (const std::string_view frame :
           {"/to", "/that", "/obj", "/objto", "/as", "/ing", "/of", "/on", "/for", "/to"}) {
        if (carries && stance_cues().find(form + std::string(frame))) return true;
      }
    }
  }
  return false;
}

bool is_quoted(const Sheet& sheet, const Draft& draft) {
  return std::any_of(draft.contents.begin(), draft.contents.end(), [&](Span content) {
    const auto next = sheet.quote_from(content.begin);
    return sheet.quote_holding(content.begin) || (next && sheet.quotes()[*next].span.begin < content.end);
  });
}

// "It is important to note that …", "it was clear that …": nobody notes, nobody is named to whom it is clear.
bool is_impersonal_judgement(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    Word adjective = word;
    if (tree.is_verb(word)) {
      const auto to = tree.child(word, "mark");
      adjective = tree.head(word);
      if (!to || tree.text(*to) != "to" || adjective == kRoot) continue;
    }
    if (tree.upos(adjective) != "ADJ" || !tree.child(adjective, "cop")) continue;
    auto it = tree.child(adjective, "expl");
    if (!it) it = tree.child(adjective, "nsubj");
    if (it && *it < adjective && lower_case(tree.text(*it)) == "it") return true;
  }
  return false;
}

// The thing that a verb's subject is; nothing when it is somebody, or a text.
bool is_mere_thing(const Tree& tree, const Draft& draft) {
  if (!draft.speaker) return false;
  auto head = head_of(tree, tree.words(*draft.speaker));
  if (!head) return false;
  if (tree.upos(*head) == "PRON") {  // "the act, which will assure that …"
    const std::string text = lower_case(tree.text(*head));
    if (text != "which" && text != "that") return text == "it";
    const Word verb = tree.head(*head);
    if (verb == kRoot || !tree.is(verb, "acl") || tree.head(verb) == kRoot) return false;
    head = tree.head(verb);
  }
  return tree.upos(*head) == "NOUN" && !is_somebody(tree, *head) && name_kind(tree, *head).empty() &&
         !is_listed(tree, "speaks", *head);
}

// "Declared their assets", "found six syringes", "offers tours": done with a thing, not said.
bool is_done_to_thing(const Tree& tree, TokenRange cue, TokenRange content) {
  const auto thing = head_of(tree, content);
  if (!thing || tree.upos(*thing) == "VERB" || tree.child(*thing, "nsubj") || tree.child(*thing, "cop"))
    return false;
  for (Word word = cue.first; word < cue.end; ++word) {
    if (!tree.is_verb(word) || (tree.head(*thing) != word && tree.head(word) != *thing)) continue;
    if (is_listed(tree, "finding", word)) {
      return tree.is_any(*thing, {"obj"}) && !tree.child(word, "xcomp") &&
             !is_listed(tree, "findable", *thing) && tree.upos(*thing) != "PRON";
    }
    if (is_listed(tree, "declaring", word)) return is_listed(tree, "goods", *thing);
    if (is_listed(tree, "offering", word)) return is_listed(tree, "wares", *thing);
    if (is_listed(tree, "telling", word)) return is_listed(tree, "tale", *thing);
    if (is_listed(tree, "citing", word)) return is_somebody(tree, *thing);
  }
  return false;
}

// "Known for its beaches", "looking for crew", "arrested for the raid".
bool is_reputation_or_search(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    const auto next = word + 1 < tree.size() ? tree.text(word + 1) : std::string_view();
    if (next == "for" && (is_listed(tree, "renowned", word) || is_listed(tree, "seeking", word))) return true;
  }
  return false;
}

// "According to the filing date", "according to need".
bool is_measured_by(const Tree& tree, const Draft& draft, TokenRange cue) {
  const auto first = lower_case(tree.text(cue.first));
  if (first != "according" || !draft.speaker) return false;
  const auto head = head_of(tree, tree.words(*draft.speaker));
  return head && tree.upos(*head) == "NOUN" && is_listed(tree, "measure", *head);
}

// "It says much about the town".
bool says_much(const Tree& tree, TokenRange cue) {
  if (cue.size() < 2) return false;
  for (Word word = cue.first + 1; word < cue.end; ++word) {
    if (is_listed(tree, "much", word)) return true;
  }
  return false;
}

// "The fact that …"; "the claim | that he made", which tells of no claim; "called for | her at nine".
bool is_no_content(const Tree& tree, TokenRange cue, TokenRange content) {
  if (content.size() > 2 && lower_case(tree.text(content.first)) == "the" &&
      tree.text(content.first + 1) == "fact" && tree.text(content.first + 2) == "that")
    return true;
  const auto head = head_of(tree, content);
  if (!head) return false;
  if (tree.relation(*head) == "acl:relcl" && cue.contains(tree.head(*head)) &&
      tree.text(content.first) == "that")
    return true;
  for (Word word = content.first; word < content.end; ++word) {
    if (tree.is_verb(word)) return false;
  }
  if (tree.upos(*head) != "PRON" || tree.child(*head, "cop") || tree.child(*head, "nsubj")) return false;
  const std::string text = lower_case(tree.text(*head));
  return (text == "her" || text == "him" || text == "them" || text == "it") && *head == content.first &&
         tree.is(*head, "obl");
}

bool wants_somebody(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    if (tree.is_verb(word) && is_listed(tree, "personal", word)) return true;
  }
  return false;
}

}  // namespace

bool is_listed(const Tree& tree, std::string_view of, Word word) {
  for (const std::string& form : base_forms(tree, word)) {
    if (no_reports().find(std::string(of) + "/" + form)) return true;
  }
  return false;
}

bool is_no_report(const Sheet& sheet, const Draft& draft) {
  if (!draft.cue || draft.contents.empty() || is_quoted(sheet, draft)) return false;
  const Tree& tree = sheet.tree();
  TokenRange cue = tree.words(*draft.cue);
  cue.end = std::min(cue.end, cue.first + kLongestCue);
  if (cue.empty()) return false;
  if (!is_known(tree, cue) && (!draft.speaker || is_mere_thing(tree, draft))) return true;
  const TokenRange content = tree.words(draft.contents.front());
  if (draft.contents.size() == 1 && content.size() == 1) {
    const std::string word = lower_case(tree.text(content.first));
    if (word == "so" || word == "not") return true;
  }
  if (is_impersonal_judgement(tree, cue) || is_reputation_or_search(tree, cue)) return true;
  if (is_measured_by(tree, draft, cue) || says_much(tree, cue)) return true;
  if (is_no_content(tree, cue, content)) return true;
  if (wants_somebody(tree, cue) && is_mere_thing(tree, draft)) return true;
  return draft.contents.size() == 1 && is_done_to_thing(tree, cue, content);
}

}  // namespace onrecord::statement
