// statement/sheet.h — the statements found so far, and which words they take.

#ifndef ONRECORD_STATEMENT_SHEET_H_
#define ONRECORD_STATEMENT_SHEET_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "onrecord/span.h"
#include "statement/quotes.h"
#include "syntax/tree.h"

namespace onrecord::statement {

using syntax::Tree;
using syntax::Word;

// A statement in the making.
struct Draft {
  std::vector<Span> contents = {};  // In order, not overlapping.
  std::optional<Span> speaker = {};
  std::optional<Span> cue = {};
  float score = 0;
  bool continuation = false;      // `speaker` stands at an earlier statement.
  bool nobody = false;            // The report names no speaker: "it is feared that …".
  bool turn = false;              // A turn of an interview, its speaker's own words without quotation marks.
  std::optional<Span> told = {};  // Whom it is said to, where that is the grammatical subject.
  bool held = false;              // It stands in the content of another: see Sheet::held().
};

class Sheet {
 public:
  Sheet(const Tree& tree, const std::vector<Quote>& quotes);
  // A sheet for what stands inside `contents` (in order, not overlapping) only: all other words are taken, by
  // nobody on this sheet.
  Sheet(const Tree& tree, const std::vector<Quote>& quotes, const std::vector<Span>& contents);

  // Whether only what stands inside contents is looked at.
  bool is_inner() const { return is_inner_; }

  const Tree& tree() const { return tree_; }
  const Document& document() const { return tree_.document(); }
  std::string_view text() const { return document().text(); }
  const std::vector<Quote>& quotes() const { return quotes_; }
  const std::vector<Draft>& drafts() const { return drafts_; }

  // Takes the words of `draft`; refuses (nothing) when one of its contents' or its cue's is taken already.
  std::optional<std::size_t> add(Draft draft);
  // As add(), but drafts that lie wholly in one of `outer`'s contents do not keep it off: they are held back,
  // to stand inside it.
  std::optional<std::size_t> wrap(Draft outer);
  // As extend(), in the same way.
  bool absorb(std::size_t draft, Span content);
  // Holds back a draft that is no more than a report within a report, whose outer one is still to be found.
  void hold(Draft draft) { held_.push_back(std::move(draft)); }
  const std::vector<Draft>& held() const { return held_; }

  // One more content for `draft`, put in its place; adjoining ones are made one. False when a word of it is
  // taken.
  bool extend(std::size_t draft, Span content);

  // Puts other contents in the place of those of `draft`. Changes nothing and gives false when a word of them
  // is taken by another draft.
  bool recut(std::size_t draft, std::vector<Span> contents);

  bool is_free(Span span) const;
  // Whether no word of `span` is taken by another draft than `draft`.
  bool is_free_for(std::size_t draft, Span span) const;
  // The draft that has `word`; an index past the last draft where the word is not this sheet's.
  std::optional<std::size_t> owner(Word word) const;
  // From the first to the last byte of a draft's parts that lie in `block`; empty when none does.
  Span extent(std::size_t draft, std::uint32_t block) const;

  // The first usable quote at or after `offset` that no other one holds, in the same block or later.
  std::optional<std::uint32_t> quote_from(std::uint32_t offset) const;
  // The quote not held by another that ends exactly at `offset`.
  std::optional<std::uint32_t> quote_ending(std::uint32_t offset) const;
  // The outermost usable quote that holds `offset`.
  std::optional<std::uint32_t> quote_holding(std::uint32_t offset) const;

  // The quote of a later block that goes on with `quote`.
  std::optional<std::uint32_t> going_on(std::uint32_t quote) const;

  std::uint32_t block_of(std::uint32_t offset) const;

 private:
  void take(Span span, std::size_t draft);
  // The drafts that own words of `span`, each once.
  bool owners_within(Span span, std::vector<std::size_t>& owners) const;
  // Holds the drafts that lie wholly in one of `contents` back and frees their words; false, and nothing is
  // changed, when one lies there in part.
  bool make_room(const std::vector<Span>& contents);

  const Tree& tree_;
  const std::vector<Quote>& quotes_;
  std::vector<std::uint32_t>
      outer_;  // Indices of the usable quotes of depth 0, in order: they do not overlap.
  std::vector<std::uint32_t> going_on_;  // Of each quote; kNobody for none.
  std::vector<Draft> drafts_;
  std::vector<Draft> held_;
  bool is_inner_ = false;
  std::vector<std::uint32_t> owner_;  // Of each word; kNobody for none.
};

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_SHEET_H_
