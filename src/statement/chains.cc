#include "statement/chains.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "statement/announce.h"
#include "statement/beside.h"
#include "statement/circumstances.h"
#include "statement/finish.h"
#include "statement/sheet.h"

namespace onrecord::statement {
namespace {

constexpr int kDeepest = 4;  // Reports within reports: report > agency > army > rebels > mediators.

struct Place {
  Span span;
  std::uint32_t statement = 0;
};

// Where `statements` from `first` on say what was said, in order.
std::vector<Place> places_of(const std::vector<Statement>& statements, std::size_t first) {
  std::vector<Place> places;
  for (std::size_t i = first; i < statements.size(); ++i) {
    for (const Span content : statements[i].contents) {
      places.push_back({content, static_cast<std::uint32_t>(i)});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.span.begin < b.span.begin; });
  return places;
}

const Place* place_of(const std::vector<Place>& places, Span part) {
  const auto found = std::partition_point(places.begin(), places.end(),
                                          [&](const Place& place) { return place.span.end <= part.begin; });
  return found != places.end() && found->span.contains(part) ? &*found : nullptr;
}

// The statement in whose content all parts of `inner` stand.
const Place* holder_of(const std::vector<Place>& places, const Statement& inner) {
  if (!inner.cue) return nullptr;
  const Place* holder = place_of(places, *inner.cue);
  if (holder == nullptr) return nullptr;
  const auto is_held = [&](Span part) {
    const Place* place = place_of(places, part);
    return place != nullptr && place->statement == holder->statement;
  };
  if (inner.speaker && !is_held(*inner.speaker)) return nullptr;
  return std::all_of(inner.contents.begin(), inner.contents.end(), is_held) ? holder : nullptr;
}

// The marks of the quotation all round do not belong to a content within it.
void trim_marks(const Sheet& sheet, Span& content) {
  const Tree& tree = sheet.tree();
  TokenRange words = tree.words(content);
  const auto is_edge = [&](Word word) {
    return is_mark(tree.text(word)) || tree.text(word) == "," || tree.text(word) == ".";
  };
  const auto begins = [&] { return sheet.document().tokens()[words.first].span.begin; };
  const auto ends = [&] { return sheet.document().tokens()[words.end - 1].span.end; };
  while (words.size() > 1 && is_edge(words.first)) {
    const auto quote = sheet.quote_from(begins());
    if (quote && sheet.quotes()[*quote].span.begin == begins()) break;
    ++words.first;
  }
  while (words.size() > 1 && is_edge(words.end - 1) && !sheet.quote_ending(ends())) --words.end;
  if (!words.empty()) content = {std::max(content.begin, begins()), std::min(content.end, ends())};
}

// Puts on `sheet` those of `held` whose words are its own; gives the others.
std::vector<Draft> still_held(Sheet& sheet, std::vector<Draft> held) {
  std::vector<Draft> left;
  for (Draft& draft : held) {
    draft.held = false;
    if (!sheet.add(draft)) left.push_back(std::move(draft));
  }
  return left;
}

}  // namespace

void add_chains(const Sheet& outermost, std::vector<Statement>& statements) {
  const Tree& tree = outermost.tree();
  std::vector<Quote> inner = outermost.quotes();
  std::vector<Draft> held = outermost.held();
  std::size_t first = 0;
  for (int level = 0; level < kDeepest && first < statements.size(); ++level) {
    const auto places = places_of(statements, first);
    std::vector<Span> contents;
    for (const Place& place : places) contents.push_back(place.span);
    inner = quotes_within(inner, contents);
    Sheet sheet(tree, inner, contents);
    held = still_held(sheet, std::move(held));
    announce_quotes(sheet);
    announce_clauses(sheet);
    announce_by_nouns(sheet);
    announce_things(sheet);
    first = statements.size();
    held.insert(held.end(), sheet.held().begin(), sheet.held().end());
    for (const Draft& draft : sheet.drafts()) {
      if (draft.held) continue;
      Statement found = finish(sheet, draft);
      for (Span& content : found.contents) trim_marks(sheet, content);
      const Place* holder = holder_of(places, found);
      if (holder == nullptr) continue;
      found.inside = holder->statement;
      add_circumstances(tree, place_of(places, *found.cue)->span, found);
      if (check(found, tree.document())) statements.push_back(std::move(found));
    }
  }
}

}  // namespace onrecord::statement
