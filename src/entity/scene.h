// entity/scene.h — a document's words with what the other rooms found, looked up word by word.

#ifndef ONRECORD_ENTITY_SCENE_H_
#define ONRECORD_ENTITY_SCENE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"
#include "syntax/tree.h"

namespace onrecord::entity {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// A view: all that it is made of must outlive it.
struct Scene {
  Scene(const syntax::Tree& tree, std::span<const Statement> statements);

  const syntax::Tree& tree;
  const Document& document;
  const Tags& tags;
  std::span<const Statement> statements;
  // One a word.
  std::vector<std::uint32_t> block;      // Index into Document::blocks(); kNone outside all.
  std::vector<std::uint32_t> name;       // Index into Tags::names.
  std::vector<std::uint32_t> thing;      // Index into Tags::things, of which it is the head.
  std::vector<std::uint32_t> statement;  // The innermost statement in whose content it stands.
  std::vector<bool> quoted;              // Within quotation marks.

 private:
  void mark_statements();
  void mark_quotes();
};

// A block that is not read in passing: its mentions are no antecedents for the paragraphs below.
bool is_heading(BlockKind kind);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_SCENE_H_
