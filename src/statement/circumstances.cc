#include "statement/circumstances.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "statement/addressee.h"
#include "statement/forms.h"
#include "statement/phrase.h"
#include "statement/whom_for.h"

namespace onrecord::statement {
namespace {

constexpr Word kLongestSentence = 1000;  // Words; longer ones are none, and would cost time.
constexpr int kMostPhrases = 8;          // In one run beside an announcement.

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word[0] == '1' || word[0] == '2') &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "in conversation", "in turn": a way of doing, unless an article or another word makes it one thing.
bool is_one_thing(const Tree& tree, const Phrase& phrase) {
  if (phrase.words.size() > 1) return true;
  const std::string word = lower_case(tree.text(phrase.head));
  return word.ends_with("s") ||
         is_one_of(word, {"television", "tv", "radio", "testimony", "air", "phone", "telephone", "email",
                          "e-mail", "letter", "telegram", "video", "videoconference"});
}

// Speech goes both ways in these: whom one has them with is spoken to.
bool is_two_sided(const Tree& tree, Word noun) {
  for (const std::string& stem : noun_stems(tree.text(noun))) {
    if (is_one_of(stem, {"interview", "call", "conversation", "meeting", "talks", "chat", "discussion",
                         "exchange", "session", "briefing", "conference", "debate"})) {
      return true;
    }
  }
  return false;
}

// What addresses somebody by itself: "a letter to the minister".
bool is_sent(const Tree& tree, Word noun) {
  for (const std::string& stem : noun_stems(tree.text(noun))) {
    if (is_one_of(stem, {"letter", "email", "e-mail",   "message",   "statement", "address",   "speech",
                         "note",   "memo",  "telegram", "remarks",   "comments",  "testimony", "text",
                         "cable",  "visit", "filing",   "complaint", "petition",  "submission"})) {
      return true;
    }
  }
  return false;
}

// Reads the phrases round one announcement from left to right.
class Surroundings {
 public:
  Surroundings(const Tree& tree, Span bounds, Statement& statement)
      : tree_(tree), bounds_(bounds), statement_(statement) {
    cue_ = tree.words(*statement.cue);
    sentence_ = tree.sentence(cue_.first);
  }

  void read() {
    if (sentence_.size() > kLongestSentence) return;
    verb_ = announcing_word(tree_, cue_);
    run(beyond_speaker(cue_.end), true);
    if (!verb_) return;
    beside(*verb_);
    if (const auto host = host_of(*verb_)) beside(*host);
  }

 private:
  bool is_taken(Word word) const {
    const Span span = tree_.document().tokens()[word].span;
    if (!bounds_.contains(span) || statement_.cue->overlaps(span)) return true;
    if (statement_.speaker && statement_.speaker->overlaps(span)) return true;
    for (const auto* part : {&statement_.addressee, &statement_.channel, &statement_.where,
                             &statement_.language, &statement_.when}) {
      if (*part && (*part)->overlaps(span)) return true;
    }
    const auto& contents = statement_.contents;
    const auto at = std::partition_point(contents.begin(), contents.end(),
                                         [&](Span content) { return content.end <= span.begin; });
    return at != contents.end() && at->overlaps(span);
  }

  // Past the speaker, when it stands right after the cue: "said Ruiz in a statement".
  Word beyond_speaker(Word word) const {
    if (!statement_.speaker || word >= sentence_.end) return word;
    const TokenRange speaker = tree_.words(*statement_.speaker);
    return speaker.first == word && speaker.end <= sentence_.end ? speaker.end : word;
  }

  // The verb whose subject the speaker is, when the cue hangs on it: "took the floor, saying".
  std::optional<Word> host_of(Word verb) const {
    if (!statement_.speaker || tree_.child(verb, "nsubj")) return std::nullopt;
    const TokenRange speaker = tree_.words(*statement_.speaker);
    if (speaker.size() > kLongestSentence) return std::nullopt;
    for (Word word = speaker.first; word < speaker.end; ++word) {
      if (!tree_.is(word, "nsubj")) continue;
      const Word host = tree_.head(word);
      if (host != verb && host != kRoot && sentence_.contains(host) && !is_taken(host)) return host;
    }
    return std::nullopt;
  }

  // The phrases that hang on `host`, wherever they stand.
  void beside(Word host) {
    for (const Word child : tree_.children(host)) {
      if (!tree_.is_any(child, {"obl", "nmod", "advmod", "iobj", "obj", "advcl"})) continue;
      const TokenRange below = tree_.subtree(child);
      Word first = below.first;
      while (first < below.end && tree_.is_punctuation(first)) ++first;
      if (first >= below.end || is_taken(first) || is_taken(child)) continue;
      if (tree_.is(child, "advcl") && !is_speaking(first)) continue;
      if (tree_.is_any(child, {"obj", "iobj"}) && host != verb_) continue;
      run(first, false);
    }
  }

  bool is_speaking(Word word) const {
    return is_one_of(lower_case(tree_.text(word)),
                     {"speaking", "writing", "talking", "posting", "appearing", "testifying"});
  }

  // Phrases from `at` on. `beside_cue`: no word stands between them and the cue, so that they belong to it
  // whatever the tree says.
  void run(Word at, bool beside_cue) {
    last_ = kRoot;
    sure_ = true;
    for (int i = 0; i < kMostPhrases && at < sentence_.end; ++i) {
      if (tree_.text(at) == "," && at + 1 < sentence_.end && is_speaking(at + 1)) ++at;
      if (is_taken(at) || tree_.is_punctuation(at)) return;
      const Word next = is_speaking(at) ? at + 1 : phrase(at, beside_cue && i == 0);
      if (next == at) return;
      if (is_speaking(at)) spoken_ = true;
      at = next;
    }
  }

  Word end_of_free(Word at) const {
    Word end = at;
    while (end < sentence_.end && end < at + 24 && !is_taken(end)) ++end;
    return end;
  }

  // One phrase; where the next one begins, or `at` when none was read.
  Word phrase(Word at, bool first) {
    const Word end = end_of_free(at);
    if (at + 3 < end && lower_case(tree_.text(at)) == "on" && tree_.text(at + 1) == "behalf" &&
        tree_.text(at + 2) == "of") {
      const Phrase whom = phrase_from(tree_, at + 3, end);
      if (!whom.empty()) put(statement_.on_behalf_of, whom.words);
      return whom.empty() ? at : whom.words.end;
    }
    if (tree_.is(at, "case") || tree_.upos(at) == "ADP") {
      const Phrase noun = phrase_from(tree_, at + 1, end);
      if (noun.empty()) return at;
      if (sure_ || tree_.head(noun.head) == verb_) {
        const bool known = place(lower_case(tree_.text(at)), at, noun);
        sure_ = sure_ && known;
      }
      last_ = noun.head;
      return std::max(noun.words.end, past_);
    }
    if (tree_.text(at) == "there" && tree_.is(at, "advmod")) return at + 1;
    if (const Word next = time(at, end); next != at) return next;
    if (!first || !verb_ || !takes_addressee(tree_, *verb_)) return at;
    const Phrase whom = phrase_from(tree_, at, end);
    if (whom.empty() || tree_.is(whom.head, "nsubj")) return at;
    put(statement_.addressee, whom.words);
    return whom.words.end;
  }

  // A time without a preposition: "Sunday", "late on Sunday", "this week", "earlier".
  Word time(Word at, Word end) {
    const Surrounding kind = surrounding_of(tree_, at);
    if (kind == Surrounding::part_of_day) {
      Word next = at + 1;
      if (next < end && tree_.upos(next) == "ADP") {
        const Phrase noun = phrase_from(tree_, next + 1, end);
        if (!noun.empty() && is_time(noun)) return put(statement_.when, {at, noun.words.end});
      }
      const Phrase noun = phrase_from(tree_, next, end);
      if (!noun.empty() && is_time(noun)) return put(statement_.when, {at, noun.words.end});
      return is_one_of(tree_.text(at), {"earlier", "later"}) && tree_.is(at, "advmod")
                 ? put(statement_.when, {at, next})
                 : at;
    }
    const Phrase noun = phrase_from(tree_, at, end);
    if (noun.empty() || !is_time(noun)) return at;
    const std::string word = lower_case(tree_.text(noun.words.first));
    const Word after = noun.words.end;
    if (after < end && is_one_of(tree_.text(after), {"ago", "earlier", "later"})) {
      return put(statement_.when, {at, after + 1});
    }
    const bool ends = after + 1 >= end || tree_.is_punctuation(after + 1);
    if (after < end && ends && is_one_of(tree_.text(after), {"before", "after"})) {
      return put(statement_.when, {at, after + 1});
    }
    if (is_one_of(word, {"a", "an", "the", "every", "each"})) return at;
    if (is_one_of(word, {"next", "tomorrow", "coming"}) && noun.words.first == sentence_.first) return at;
    return put(statement_.when, noun.words);
  }

  bool is_time(const Phrase& phrase) const {
    return surrounding_of(tree_, phrase.head) == Surrounding::time ||
           (phrase.words.size() > 1 && name_kind(tree_, phrase.head) == "Date" &&
            name_kind(tree_, phrase.words.first) == "Date") ||
           (phrase.words.size() == 1 && is_year(tree_.text(phrase.head)));
  }

  // "in October | 2020", "on July 14 |, 2022": where the phrase with its year ends.
  Word with_year(Word end) const {
    const auto is_free_year = [&](Word word) {
      return word < sentence_.end && is_year(tree_.text(word)) && !is_taken(word);
    };
    const bool month = tree_.upos(end - 1) == "PROPN" && end > sentence_.first;
    const std::string_view last = tree_.text(end - 1);
    const bool day = !last.empty() && last.size() < 3 && last[0] >= '0' && last[0] <= '9';
    if (month && is_free_year(end)) return end + 1;
    if (day && end < sentence_.end && tree_.text(end) == "," && is_free_year(end + 1)) return end + 2;
    if (day && is_free_year(end)) return end + 1;
    return end;
  }

  // What a phrase with a preposition tells; false when it tells nothing of these.
  bool place(std::string_view by, Word at, const Phrase& noun) {
    if (is_time(noun) && is_one_of(by, {"on", "in", "at", "during", "over"})) {
      const Word end = with_year(noun.words.end);
      put(statement_.when, {at, end});
      past_ = end;
      return true;
    }
    // "after the match"; not "after Ruiz", nor "before the court".
    if (is_one_of(by, {"after", "before", "following"}) && last_ == kRoot && noun.words.size() > 1 &&
        !is_somebody(tree_, noun.head)) {
      put(statement_.when, {at, noun.words.end});
      return true;
    }
    const Surrounding kind = surrounding_of(tree_, noun.head);
    if (by == "in" && kind == Surrounding::language) {
      put(statement_.language, noun.words);
      return true;
    }
    if (addressed(by, noun)) {
      put(statement_.addressee, noun.words);
      return true;
    }
    if (by == "for" && spoken_ && is_somebody(tree_, noun.head)) {
      put(statement_.on_behalf_of, noun.words);
      return true;
    }
    return through(by, noun, kind) || somewhere(by, noun, kind);
  }

  bool addressed(std::string_view by, const Phrase& noun) const {
    if (!is_one_of(by, {"to", "with", "before"})) return false;
    // Whatever a letter goes to is addressed.
    const bool sent = by == "to" && last_ != kRoot && is_sent(tree_, last_) && tree_.head(noun.head) == last_;
    const bool somebody = sent || is_somebody(tree_, noun.head);
    if (!somebody || name_kind(tree_, noun.head) == "Location") return false;
    if (by == "before") return surrounding_of(tree_, noun.head) == Surrounding::audience;
    if (last_ != kRoot) {
      return by == "with" ? is_two_sided(tree_, last_) : by == "to" && (is_sent(tree_, last_) || !sure_);
    }
    if (by == "with") return spoken_;
    return true;
  }

  bool through(std::string_view by, const Phrase& noun, Surrounding kind) {
    const auto name = name_kind(tree_, noun.head);
    bool is_channel = false;
    if (is_one_of(lower_case(tree_.text(noun.head)), {"interpreter", "translator"})) {
      is_channel = by == "through" || by == "via";
    } else if (kind == Surrounding::channel) {
      is_channel = is_one_of(by, {"in", "on", "at", "via", "through", "during", "over", "by"}) &&
                   is_one_thing(tree_, noun);
    } else if (kind == Surrounding::medium || (name == "Organization" && by == "on")) {
      is_channel = is_one_of(by, {"on", "via", "through", "over"});
    }
    if (is_channel) put(statement_.channel, noun.words);
    return is_channel;
  }

  bool somewhere(std::string_view by, const Phrase& noun, Surrounding kind) {
    const auto name = name_kind(tree_, noun.head);
    const bool is_place = name == "Location" || name == "Facility" || kind == Surrounding::place;
    const bool is_there = is_place && is_one_of(by, {"in", "at", "near", "aboard", "from"});
    if (!is_there && !is_one_of(by, {"outside", "inside"})) return false;
    if (kind == Surrounding::place && noun.words.size() == 1) return false;  // "at home", "in school"
    if (is_scene(noun)) return true;
    put(statement_.where, noun.words);
    return true;
  }

  // "In Lund, “rents doubled,” a study shows": a place at the sentence's head is where it was said only when
  // whoever says it, with a verb in the past, comes next.
  bool is_scene(const Phrase& noun) const {
    if (noun.words.first > sentence_.first + 1) return false;
    if (!statement_.speaker || !verb_) return true;
    Word next = noun.words.end;
    while (next < sentence_.end && tree_.is_punctuation(next)) ++next;
    if (tree_.words(*statement_.speaker).first != next) return true;
    return lower_case(tree_.text(*verb_)) == tree_.lemma(*verb_) || tree_.text(*verb_).ends_with("s");
  }

  // The first phrase that tells a thing is the one; gives where the next may begin.
  Word put(std::optional<Span>& field, TokenRange words) {
    if (!field && !words.empty()) field = tree_.document().span_of(words);
    return words.end;
  }

  const Tree& tree_;
  Span bounds_;
  Statement& statement_;
  TokenRange cue_, sentence_;
  std::optional<Word> verb_;
  Word last_ = kRoot;    // The head of the phrase before.
  bool sure_ = true;     // Every phrase of the run so far told something of the announcement.
  bool spoken_ = false;  // "speaking" stood before.
  Word past_ = 0;        // Where a phrase longer than its noun ended.
};

}  // namespace

void add_circumstances(const syntax::Tree& tree, Span bounds, Statement& statement) {
  const auto& sentences = tree.tags().sentences;
  if (statement.cue && !sentences.empty() && !tree.words(*statement.cue).empty()) {
    take_addressee_out(tree, statement);
    take_told_out(tree, statement);
    Surroundings(tree, bounds, statement).read();
  }
  if (statement.speaker && !statement.on_behalf_of && statement.form != Form::continuation) {
    statement.on_behalf_of = whom_for(tree, *statement.speaker);
  }
}

}  // namespace onrecord::statement
