// eval/roles.h — predicates with their arguments: end-to-end F1 on PropBank.

#ifndef ONRECORD_EVAL_ROLES_H_
#define ONRECORD_EVAL_ROLES_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/conllu.h"
#include "eval/count.h"
#include "eval/engine.h"
#include "eval/spans.h"

namespace onrecord::eval {

struct GoldPredicate {
  std::uint32_t word = 0;  // 0-based in its sentence.
  std::string roleset;
  SpanSet arguments;  // 0-based words of the sentence; without V.
};

// By sentence id: lines of sentence, 1-based word, roleset, "ROLE:first-last …", tab-separated.
using GoldRoles = std::map<std::string, std::vector<GoldPredicate>, std::less<>>;
Result<GoldRoles> parse_roles(std::string_view text, const std::string& name);
Result<GoldRoles> read_roles(const std::string& path);

struct RolesScore {
  Count predicates;                // The word alone.
  Count rolesets;                  // The word and its roleset.
  SpanScore arguments;             // Predicate word, words and role; V is not counted.
  Count arguments_and_predicates;  // Both kinds together: V counted as an argument.
  Count arguments_of_found;        // Arguments of predicates that both sides have: labelling alone.
  void add(const RolesScore& other);
};

// Words and paragraphs of the treebank are given to the engine; sentences are its own business.
RolesScore score_roles(const Engine& engine, const std::vector<TreeDocument>& documents,
                       const GoldRoles& roles, unsigned threads);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_ROLES_H_
