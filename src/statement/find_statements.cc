#include "statement/find_statements.h"

#include <algorithm>
#include <utility>

#include "statement/announce.h"
#include "statement/circumstances.h"
#include "statement/join.h"
#include "statement/quotes.h"
#include "statement/sheet.h"
#include "statement/tagged.h"
#include "syntax/tree.h"

namespace onrecord::statement {
namespace {

constexpr double kDirectShare = 0.9;  // Of the content's letters within quotation marks.

bool is_letter(char c) {  // Or the first byte of one outside ASCII; E2 begins dashes and quotation marks.
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte != 0xE2);
}

std::size_t letters(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return 0;
  return static_cast<std::size_t>(
      std::count_if(text.begin() + begin, text.begin() + end, [](char c) { return is_letter(c); }));
}

std::size_t quoted_letters(const Sheet& sheet, Span content) {
  std::size_t count = 0;
  auto at = content.begin;
  if (const auto held = sheet.quote_holding(at)) {
    const Span inner = sheet.quotes()[*held].inner;
    count += letters(sheet.text(), std::max(at, inner.begin), std::min(content.end, inner.end));
    at = sheet.quotes()[*held].span.end;
  }
  for (auto next = sheet.quote_from(at); next; next = sheet.quote_from(at)) {
    const Quote& quote = sheet.quotes()[*next];
    if (quote.span.begin >= content.end) break;
    count += letters(sheet.text(), quote.inner.begin, std::min(content.end, quote.inner.end));
    at = quote.span.end;
  }
  return count;
}

Form form_of(const Sheet& sheet, const Draft& draft) {
  if (draft.continuation) return Form::continuation;
  std::size_t all = 0;
  std::size_t quoted = 0;
  for (const Span content : draft.contents) {
    all += letters(sheet.text(), content.begin, content.end);
    quoted += quoted_letters(sheet, content);
  }
  if (quoted == 0) return Form::indirect;
  return static_cast<double>(quoted) >= kDirectShare * static_cast<double>(all) ? Form::direct : Form::mixed;
}

Statement finish(const Sheet& sheet, const Draft& draft) {
  Statement statement;
  statement.contents = draft.contents;
  statement.speaker = draft.speaker;
  statement.cue = draft.cue;
  statement.form = form_of(sheet, draft);
  statement.score = std::clamp(draft.score, 0.0F, 1.0F);
  const Span anchor = draft.cue ? *draft.cue : draft.contents.front();
  const auto kind = sheet.document().blocks()[sheet.block_of(anchor.begin)].kind;
  statement.in_heading = kind == BlockKind::headline || kind == BlockKind::subheadline;
  return statement;
}

std::uint32_t first_byte(const Statement& statement) {
  std::uint32_t first = statement.contents.front().begin;
  if (statement.cue) first = std::min(first, statement.cue->begin);
  if (statement.speaker && statement.form != Form::continuation)
    first = std::min(first, statement.speaker->begin);
  return first;
}

}  // namespace

std::vector<Statement> find_statements(const Document& document, const Tags& tags) {
  const Tree tree(document, tags);
  const auto quotes = find_quotes(document);
  Sheet sheet(tree, quotes);

  take_attributions(sheet);
  for (std::size_t draft = 0; draft < sheet.drafts().size(); ++draft) complete_quotation(sheet, draft);
  announce_quotes(sheet);
  announce_clauses(sheet);
  take_unannounced(sheet);

  std::vector<Statement> statements;
  for (const Draft& draft : sheet.drafts()) {
    Statement statement = finish(sheet, draft);
    add_circumstances(tree, statement);
    if (check(statement, document)) statements.push_back(std::move(statement));
  }
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return first_byte(a) < first_byte(b); });
  return statements;
}

}  // namespace onrecord::statement
