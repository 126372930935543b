#include "statement/find_statements.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "statement/announce.h"
#include "statement/aside.h"
#include "statement/chains.h"
#include "statement/circumstances.h"
#include "statement/finish.h"
#include "statement/join.h"
#include "statement/quotes.h"
#include "statement/sheet.h"
#include "statement/tagged.h"
#include "statement/turns.h"
#include "syntax/tree.h"

namespace onrecord::statement {
namespace {

// In order of their first bytes; an outer one before those inside it.
std::vector<Statement> in_order(std::vector<Statement> statements) {
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return first_byte(statements[a]) < first_byte(statements[b]);
  });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Statement> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t from : order) {
    sorted.push_back(std::move(statements[from]));
    if (sorted.back().inside) sorted.back().inside = place[*sorted.back().inside];
  }
  return sorted;
}

}  // namespace

std::vector<Statement> find_statements(const Tree& tree) {
  const Document& document = tree.document();
  const auto quotes = find_quotes(document);
  Sheet sheet(tree, quotes);

  take_turns(sheet);
  take_attributions(sheet);
  for (std::size_t draft = 0; draft < sheet.drafts().size(); ++draft) complete_quotation(sheet, draft);
  for (std::size_t draft = 0; draft < sheet.drafts().size(); ++draft) complete_aside(sheet, draft);
  announce_quotes(sheet);
  announce_clauses(sheet);
  announce_by_nouns(sheet);
  announce_things(sheet);
  take_unannounced(sheet);

  const Span whole = {0, static_cast<std::uint32_t>(document.text().size())};
  std::vector<Statement> statements;
  for (const Draft& draft : sheet.drafts()) {
    if (draft.held) continue;
    Statement statement = finish(sheet, draft);
    add_circumstances(tree, whole, statement);
    if (check(statement, document)) statements.push_back(std::move(statement));
  }
  add_chains(sheet, statements);
  return in_order(std::move(statements));
}

}  // namespace onrecord::statement
