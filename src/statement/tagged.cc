#include "statement/tagged.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/cut.h"
#include "statement/hearer.h"
#include "statement/join.h"
#include "statement/no_reports.h"
#include "statement/refused.h"
#include "statement/subject.h"
#include "statement/surroundings.h"
#include "statement/within.h"

namespace onrecord::statement {
namespace {

constexpr std::uint32_t kFarthestQuote = 3;  // Blocks between a quotation and its announcement.
constexpr std::uint32_t kFewBytes = 4;       // Stops and blanks.
constexpr Word kNearAnnouncement = 8;        // Words after a quotation in which its announcement begins.

// "added | without mentioning": what was not said is no part of the announcement.
TokenRange without_without(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first + 1; word < cue.end; ++word) {
    if (tree.text(word) == "without" && announces(tree, word - 1)) return {cue.first, word};
  }
  return cue;
}

// Whether a speaker tagged in another sentence stands where the cue's verb has a subject of its own.
bool is_foreign(const Sheet& sheet, const Draft& draft) {
  const Tree& tree = sheet.tree();
  const TokenRange cue = tree.words(*draft.cue);
  const TokenRange speaker = tree.words(*draft.speaker);
  if (cue.empty() || speaker.empty()) return false;
  if (tree.sentence_number(speaker.first) == tree.sentence_number(cue.first)) return false;
  for (Word word = cue.first; word < cue.end; ++word) {
    const auto subject = tree.is_verb(word) ? tree.child(word, "nsubj") : std::nullopt;
    if (subject) return tree.relation(*subject) == "nsubj" && tree.upos(*subject) != "PRON";
  }
  return false;
}

// "that" before a content belongs to it.
Span with_that(const Sheet& sheet, Span content) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(content.begin);
  if (first == 0 || first >= tree.size()) return content;
  const Word before = first - 1;
  const bool same = tree.sentence_number(before) == tree.sentence_number(first);
  if (!same || tree.text(before) != "that" || sheet.owner(before) || !tree.is(before, "mark")) return content;
  return {sheet.document().tokens()[before].span.begin, content.end};
}

// "It is said that …": nobody.
bool is_nobody(const Tree& tree, TokenRange source) {
  if (source.size() != 1) return false;
  return tree.is(source.first, "expl") ||
         (tree.lemma(source.first) == "it" && tree.is(source.first, "nsubj:pass"));
}

// The cue without marks and punctuation at its edges, unless it is nothing else (":" and "—" are cues);
// "that" at its end goes to the content that follows.
TokenRange bare_cue(const Tree& tree, TokenRange cue) {
  if (cue.empty() || cue.end > tree.size()) return {};
  const auto is_edge = [&](Word word) {
    const auto text = tree.text(word);
    return is_mark(text) || text == "," || text == "." || text == ":" || text == ";";
  };
  TokenRange bare = cue;
  while (!bare.empty() && is_edge(bare.first)) ++bare.first;
  if (bare.size() > 1 && is_nobody(tree, {bare.first, bare.first + 1})) ++bare.first;  // "It is said"
  const auto is_tail = [&](Word word) {  // A colon there announces too.
    return (is_edge(word) && tree.text(word) != ":") || (bare.size() > 1 && tree.text(word) == "that");
  };
  while (!bare.empty() && is_tail(bare.end - 1)) --bare.end;
  return bare.empty() ? cue : bare;
}

// Cue verbs that take whom they are said to as their object: "told the inquiry".
bool takes_addressee(std::string_view lemma) {
  return lemma == "tell" || lemma == "ask" || lemma == "inform" || lemma == "assure" || lemma == "remind" ||
         lemma == "warn" || lemma == "urge";
}

// The cue without the addressee that was tagged with it.
TokenRange without_addressee(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word + 1 < cue.end; ++word) {
    if (!tree.is_verb(word) || !takes_addressee(tree.lemma(word))) continue;
    // Whatever the tree says, one tells somebody, unless one tells of something.
    if (tree.lemma(word) == "tell" && tree.upos(word + 1) != "ADP" && tree.upos(word + 1) != "PUNCT") {
      return {cue.first, word + 1};
    }
    for (Word below = word + 1; below < cue.end; ++below) {
      if (tree.head(below) == word && tree.is_any(below, {"obj", "iobj"})) return {cue.first, word + 1};
    }
  }
  return cue;
}

bool is_heading(BlockKind kind) { return kind == BlockKind::headline || kind == BlockKind::subheadline; }

// How far the content `words` stands from the announcement in block `home`, in blocks, and whether that may
// be. Only a quotation, or what a colon at the end of the block announces, stands in another paragraph than
// its cue.
bool is_within_reach(const Sheet& sheet, TokenRange words, std::uint32_t home) {
  const auto& blocks = sheet.document().blocks();
  const Span span = sheet.document().span_of(words);
  const std::uint32_t at = sheet.block_of(span.begin);
  if (at == home) return true;
  if (at >= blocks.size() || blocks[at].kind != blocks[home].kind) return false;
  for (std::uint32_t between = std::min(at, home) + 1; between < std::max(at, home); ++between) {
    if (is_heading(blocks[between].kind)) return false;  // It ends the run of speech.
  }
  const std::uint32_t apart = at > home ? at - home : home - at;
  const auto quote = sheet.quote_holding(span.begin);
  if (quote) {
    const Quote& held = sheet.quotes()[*quote];
    // More of that paragraph than its quotation has an announcement of its own.
    if (span.end > held.span.end + kFewBytes) return false;
    return apart <= kFarthestQuote && !is_title(sheet.document().text(held.inner));
  }
  const TokenRange own = blocks[home].tokens;
  return at > home && apart <= kFarthestQuote && !own.empty() && sheet.tree().text(own.end - 1) == ":";
}

// `words` in parts that each lie in one block.
std::vector<TokenRange> by_block(const Sheet& sheet, TokenRange words) {
  std::vector<TokenRange> parts;
  const auto& blocks = sheet.document().blocks();
  while (!words.empty()) {
    const std::uint32_t block = sheet.block_of(sheet.document().tokens()[words.first].span.begin);
    if (block >= blocks.size()) break;
    const Word end = std::min(words.end, std::max(blocks[block].tokens.end, words.first + 1));
    parts.push_back({words.first, end});
    words.first = end;
  }
  return parts;
}

// "Asked about the dam, the mayor said …": the mayor did not ask.
bool is_put_to(const Sheet& sheet, TokenRange cue, Span speaker) {
  const Tree& tree = sheet.tree();
  if (cue.empty() || (tree.text(cue.first) != "Asked" && tree.text(cue.first) != "asked")) return false;
  if (tree.child(cue.first, "nsubj") || tree.child(cue.first, "obl:agent")) return false;
  return tree.is(cue.first, "advcl") && speaker.begin >= sheet.document().tokens()[cue.first].span.end;
}

// Who tells in a passive: "was told by the council".
std::optional<Word> agent_of(const Tree& tree, Word verb) {
  if (!tree.child(verb, "aux:pass")) return std::nullopt;
  for (const Word child : tree.children(verb)) {
    if (child > verb && tree.is(child, "obl") && tree.text(tree.subtree(child).first) == "by") return child;
  }
  return std::nullopt;
}

// The subject of the cue's verb, or who does it, where no speaker was tagged.
std::optional<Span> speaker_of(const Sheet& sheet, const Draft& draft) {
  const Tree& tree = sheet.tree();
  const TokenRange cue = tree.words(*draft.cue);
  if (cue.size() == 1 && is_dash(tree.text(cue.first))) {
    const auto& block = sheet.document().blocks()[sheet.block_of(draft.cue->begin)];
    const TokenRange name = signature(tree, cue.end, block.tokens.end);
    return name.empty() ? std::nullopt : std::optional(sheet.document().span_of(name));
  }
  for (Word word = cue.first; word < cue.end; ++word) {
    if (!tree.is_verb(word)) continue;
    const auto agent = agent_of(tree, word);
    const auto subject = agent ? agent : subject_of(tree, word);
    if (!subject || is_hollow(tree, *subject) || cue.contains(*subject)) return std::nullopt;
    TokenRange words = speaker_words(tree, *subject);
    if (agent && tree.text(words.first) == "by") ++words.first;
    if (words.empty()) return std::nullopt;
    const Span speaker = trim_speaker(sheet, sheet.document().span_of(words));
    const auto touches = [&](Span other) { return other.overlaps(speaker); };
    if (speaker.empty() || draft.cue->overlaps(speaker)) return std::nullopt;
    if (std::any_of(draft.contents.begin(), draft.contents.end(), touches)) return std::nullopt;
    return speaker;
  }
  return std::nullopt;
}

// Of a speaker tagged in one with what "according to" names before it, the one that the cue's verb has.
// "According to [the Gazette, the mayor] said …"
TokenRange beyond_according(const Tree& tree, TokenRange source, TokenRange cue) {
  if (source.first < 2 || tree.text(source.first - 1) != "to" || cue.empty()) return source;
  const auto before = tree.text(source.first - 2);
  if (before != "according" && before != "According") return source;
  for (Word word = cue.first; word < cue.end; ++word) {
    const auto subject = tree.is_verb(word) ? tree.child(word, "nsubj") : std::nullopt;
    if (!subject || !source.contains(*subject)) continue;
    const Word first = std::max(source.first, tree.subtree(*subject).first);
    return {first, source.end};
  }
  return source;
}

// Of words that run over the end of a block, those in block `home` (nothing when none is); those in the first
// block when there is no `home`.
TokenRange in_one_block(const Sheet& sheet, TokenRange words, std::optional<std::uint32_t> home) {
  const auto parts = by_block(sheet, words);
  for (const TokenRange part : parts) {
    if (!home || sheet.block_of(sheet.document().tokens()[part.first].span.begin) == *home) return part;
  }
  return {};
}

// The cue without the channel or occasion that was tagged with it: "said in a statement", "wrote on
// Facebook".
TokenRange without_channel(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word + 2 < cue.end; ++word) {
    if (!announces(tree, word)) continue;
    const auto next = tree.text(word + 1);
    const bool channel = next == "in" || next == "on" || next == "at" || next == "during" || next == "via" ||
                         next == "outside" || next == "inside";
    if (channel && tree.is(word + 1, "case")) return {cue.first, word + 1};
    // "said late on Sunday"
    if (surrounding_of(tree, word + 1) == Surrounding::part_of_day) return {cue.first, word + 1};
  }
  return cue;
}

// The cue without the day that was tagged with it: "said Friday".
TokenRange without_time(const Tree& tree, TokenRange cue) {
  const bool timed = cue.size() > 1 && surrounding_of(tree, cue.end - 1) == Surrounding::time;
  return timed && announces(tree, cue.end - 2) ? TokenRange{cue.first, cue.end - 1} : cue;
}

TokenRange cue_of(const Sheet& sheet, const Attribution& attribution) {
  const Tree& tree = sheet.tree();
  if (attribution.cue.empty() || attribution.cue.end > tree.size()) return {};
  const TokenRange cue = bare_cue(tree, in_one_block(sheet, attribution.cue, std::nullopt));
  const TokenRange bare = without_channel(tree, without_addressee(tree, without_without(tree, cue)));
  return with_colon(tree, without_time(tree, bare));
}

// What is told in a turn of an interview stands inside it.
bool is_in_turn(const Sheet& sheet, const Draft& draft) {
  if (!draft.cue) return false;
  const auto owner = sheet.owner(sheet.tree().word_from(draft.cue->begin));
  return owner && *owner < sheet.drafts().size() && sheet.drafts()[*owner].turn &&
         sheet.drafts()[*owner].contents.front().contains(*draft.cue);
}

// The attribution as tagged: its parts never overlap, so all of them find their place before any is cut anew.
// One without an announcement and a speaker tells no more than that the words are somebody's: it is left to
// the rules.
std::optional<std::size_t> add_tagged(Sheet& sheet, const Attribution& attribution) {
  const Tree& tree = sheet.tree();
  const TokenRange cue = cue_of(sheet, attribution);
  if (is_untold(tree, cue)) return std::nullopt;
  Draft draft;
  draft.score = attribution.score;
  std::optional<std::uint32_t> cue_block;
  if (!cue.empty()) {
    draft.cue = sheet.document().span_of(cue);
    cue_block = sheet.block_of(draft.cue->begin);
  }
  if (attribution.source && !attribution.source->empty() && attribution.source->end <= tree.size() &&
      !is_nobody(tree, *attribution.source)) {
    const TokenRange source =
        beyond_according(tree, in_one_block(sheet, *attribution.source, cue_block), cue);
    const Span speaker = source.empty() ? Span{} : trim_speaker(sheet, sheet.document().span_of(source));
    if (!speaker.empty()) draft.speaker = speaker;
  }
  if (!draft.cue && !draft.speaker) return std::nullopt;
  const std::uint32_t home = sheet.block_of(draft.cue ? draft.cue->begin : draft.speaker->begin);
  for (const TokenRange words : attribution.contents) {
    if (words.empty() || words.end > tree.size()) continue;
    for (const TokenRange part : by_block(sheet, words)) {
      if (is_within_reach(sheet, part, home)) draft.contents.push_back(sheet.document().span_of(part));
    }
  }
  if (draft.contents.empty()) return std::nullopt;
  if (is_that_said(tree, attribution) || names_work(sheet, draft)) return std::nullopt;
  if (draft.contents.size() == 1) {
    const TokenRange words = tree.words(draft.contents.front());
    if (tells_nothing(tree, words) || is_won(tree, cue, words)) return std::nullopt;
  }
  if (draft.cue && (!draft.speaker || is_foreign(sheet, draft))) draft.speaker = speaker_of(sheet, draft);
  take_hearer_out(sheet, draft);
  if (draft.speaker && is_put_to(sheet, cue, *draft.speaker)) draft.speaker.reset();
  std::sort(draft.contents.begin(), draft.contents.end(), [](Span a, Span b) { return a.begin < b.begin; });
  keep_within(sheet, draft);
  if (draft.contents.empty() || is_no_report(sheet, draft)) return std::nullopt;
  if (is_spoken_of(sheet, draft) || is_in_turn(sheet, draft)) {
    sheet.hold(std::move(draft));
    return std::nullopt;
  }
  return sheet.add(std::move(draft));
}

// Whether a signature stands after `quote`: "…" — Ana Ruiz
bool is_signed(const Sheet& sheet, const Quote& quote) {
  const Word dash = sheet.tree().word_from(quote.span.end);
  const auto& blocks = sheet.document().blocks();
  std::uint32_t block = quote.block;
  if (dash >= blocks[block].tokens.end && block + 1 < blocks.size()) ++block;
  const Word end = blocks[block].tokens.end;
  return dash + 1 < end && is_dash(sheet.tree().text(dash)) &&
         begins_with_capital(sheet.tree().text(dash + 1)) && !signature(sheet.tree(), dash + 1, end).empty();
}

// Whether somebody else announces `quote` right after it: "…," a passenger replied.
bool has_own_announcement(const Sheet& sheet, const Quote& quote, std::size_t draft) {
  const Tree& tree = sheet.tree();
  const char last = last_inside(sheet, quote);
  if (last != ',' && last != '?' && last != '!') return false;
  Word word = tree.word_from(quote.span.end);
  const Word end = std::min(tree.size(), word + kNearAnnouncement);
  for (; word < end && tree.sentence_number(word) == tree.sentence_number(tree.word_from(quote.span.end));
       ++word) {
    if (sheet.owner(word) == draft) return false;
    if (announces(tree, word)) return tree.child(word, "nsubj").has_value();
  }
  return false;
}

// A later part of a quotation that somebody else announces is not this draft's.
bool is_someone_elses(const Sheet& sheet, Span content, std::size_t draft) {
  const Draft& tagged = sheet.drafts()[draft];
  if (tagged.contents.size() < 2 || content == tagged.contents.front()) return false;
  const auto quote = sheet.quote_ending(content.end);
  if (!quote) return false;
  const Quote& later = sheet.quotes()[*quote];
  const bool apart = later.block != sheet.block_of(tagged.contents.front().begin);
  return has_own_announcement(sheet, later, draft) || (apart && is_signed(sheet, later));
}

// "But" and "And" at the head of a sentence join it to the one before; nobody said them.
Span without_conjunction(const Sheet& sheet, Span content) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(content.begin);
  if (first + 1 >= tree.size() || tree.sentence(first).first != first) return content;
  if (tree.text(first) != "But" && tree.text(first) != "And") return content;
  const std::uint32_t next = sheet.document().tokens()[first + 1].span.begin;
  return next < content.end ? Span{next, content.end} : content;
}

// In two where a quoted sentence follows an unquoted one: the deal was dead | “Enough.”
std::vector<Span> parted(const Sheet& sheet, Span content) {
  const auto next = sheet.quote_from(content.begin + 1);
  if (!next) return {content};
  const Quote& quote = sheet.quotes()[*next];
  if (quote.span.end < content.end || quote.span.begin >= content.end || !begins_sentence(sheet, quote)) {
    return {content};
  }
  const Span head = trim_content(sheet, {content.begin, quote.span.begin});
  if (head.empty()) return {content};
  return {head, {quote.span.begin, content.end}};
}

bool adjoin(const Sheet& sheet, Span left, Span right) {
  if (left.end >= right.begin) return true;
  const auto between = sheet.text().substr(left.end, right.begin - left.end);
  return between.find_first_not_of(' ') == std::string_view::npos;
}

// Of a content that ends with a quotation after a colon, the quotation alone when no clause stands before the
// colon: the words of a label or a caption.
Span without_label(const Sheet& sheet, Span content) {
  const Tree& tree = sheet.tree();
  const auto held = sheet.quote_ending(content.end);
  if (!held || sheet.quotes()[*held].span.begin <= content.begin) return content;
  const Span quote = sheet.quotes()[*held].span;
  const TokenRange label = tree.words({content.begin, quote.begin});
  if (label.empty() || tree.text(label.end - 1) != ":") return content;
  for (Word word = label.first; word < label.end; ++word) {
    if (tree.is_verb(word) || tree.upos(word) == "AUX") return content;
  }
  return quote;
}

// An unquoted part in another sentence than the cue, beside a part in the cue's own: most often a wrong link.
bool is_astray(const Sheet& sheet, Span content, const Draft& draft) {
  const Tree& tree = sheet.tree();
  if (!draft.cue || draft.contents.size() < 2 || sheet.quote_holding(content.begin)) return false;
  // Speaker, content, cue, content: the cue announces the second only. "Ruiz took a call [that …], saying
  // [that …]"
  if (draft.speaker && draft.speaker->end <= content.begin && content.end <= draft.cue->begin &&
      draft.contents.back().begin >= draft.cue->end) {
    return true;
  }
  const auto home = tree.sentence_number(tree.word_from(draft.cue->begin));
  const auto first = tree.sentence_number(tree.word_from(content.begin));
  const auto last = tree.sentence_number(tree.word_from(content.end - 1));
  if (first == home || last == home) return false;
  return std::any_of(draft.contents.begin(), draft.contents.end(), [&](Span other) {
    return tree.sentence_number(tree.word_from(other.begin)) == home ||
           tree.sentence_number(tree.word_from(other.end - 1)) == home;
  });
}

// The subject of the clause in `content`, where it was left out: right before it, or with nothing but this
// draft's own words between. "[The bridge, she said,] is closed"
std::optional<Span> lost_subject(const Sheet& sheet, Span content, std::size_t draft) {
  const Tree& tree = sheet.tree();
  const TokenRange words = tree.words(content);
  if (words.empty()) return std::nullopt;
  for (Word word = words.first; word < std::min(words.end, words.first + kNearAnnouncement); ++word) {
    const auto subject = tree.child(word, "nsubj");
    if (!subject || words.contains(*subject)) continue;
    const TokenRange below = tree.subtree(*subject);
    if (below.end > words.first || words.contains(tree.head(word))) continue;
    const Span span = sheet.document().span_of(below);
    if (!sheet.is_free(span)) return std::nullopt;
    for (Word between = below.end; between < words.first; ++between) {
      if (!tree.is_punctuation(between) && sheet.owner(between) != draft) return std::nullopt;
    }
    return span;
  }
  return std::nullopt;
}

// Its contents cut to quotations and trimmed.
void cut_contents(Sheet& sheet, std::size_t draft) {
  const Draft& tagged = sheet.drafts()[draft];
  std::vector<Span> fixed;
  if (tagged.cue) fixed.push_back(*tagged.cue);
  if (tagged.speaker) fixed.push_back(*tagged.speaker);
  std::vector<Span> contents;
  for (const Span bare : tagged.contents) {
    const Span snapped = without_conjunction(sheet, snap_to_quotes(sheet, draft, bare, fixed));
    const Span whole = without_label(sheet, trim_content(sheet, with_that(sheet, snapped)));
    if (whole.empty() || is_someone_elses(sheet, whole, draft) || is_astray(sheet, whole, tagged)) continue;
    if (tagged.contents.size() > 1 && is_nobody(sheet.tree(), sheet.tree().words(whole))) continue;
    if (const auto subject = lost_subject(sheet, whole, draft);
        subject && !sheet.quote_holding(whole.begin)) {
      contents.push_back(*subject);
    }
    for (const Span content : parted(sheet, whole)) {
      const auto touches = [&](Span other) { return other.overlaps(content); };
      if (std::any_of(fixed.begin(), fixed.end(), touches)) continue;
      if (!contents.empty() &&
          adjoin(sheet, contents.back(), content)) {  // Pieces of one clause or quotation.
        contents.back().end = std::max(contents.back().end, content.end);
      } else {
        contents.push_back(content);
      }
    }
  }
  if (!contents.empty()) sheet.recut(draft, std::move(contents));
}

}  // namespace

void take_attributions(Sheet& sheet) {
  const std::size_t before = sheet.drafts().size();
  for (const Attribution& attribution : sheet.tree().tags().attributions) {
    const TokenRange any = !attribution.cue.empty()        ? attribution.cue
                           : !attribution.contents.empty() ? attribution.contents.front()
                                                           : TokenRange{};
    if (any.empty() || any.end > sheet.tree().size()) continue;
    const auto block = sheet.block_of(sheet.document().span_of(any).begin);
    if (block >= sheet.document().blocks().size() || is_silent(sheet.document().blocks()[block].kind))
      continue;
    add_tagged(sheet, attribution);
  }
  const std::size_t tagged = sheet.drafts().size();
  for (std::size_t draft = before; draft < tagged; ++draft) cut_contents(sheet, draft);
  for (std::size_t draft = before; draft < tagged; ++draft) part_continuations(sheet, draft);
}

}  // namespace onrecord::statement
