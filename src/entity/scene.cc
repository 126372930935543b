#include "entity/scene.h"

#include <algorithm>
#include <string_view>

namespace onrecord::entity {

Scene::Scene(const syntax::Tree& its_tree, std::span<const Statement> its_statements)
    : tree(its_tree), document(tree.document()), tags(tree.tags()), statements(its_statements) {
  const std::uint32_t size = tree.size();
  block.assign(size, kNone);
  name.assign(size, kNone);
  thing.assign(size, kNone);
  statement.assign(size, kNone);
  quoted.assign(size, false);
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const TokenRange words = document.blocks()[b].tokens;
    for (std::uint32_t w = words.first; w < std::min(words.end, size); ++w) block[w] = b;
  }
  for (std::uint32_t n = 0; n < tags.names.size(); ++n) {
    const TokenRange words = tags.names[n].words;
    for (std::uint32_t w = words.first; w < std::min(words.end, size); ++w) name[w] = n;
  }
  for (std::uint32_t t = 0; t < tags.things.size(); ++t) {
    if (tags.things[t].head < size) thing[tags.things[t].head] = t;
  }
  mark_statements();
  mark_quotes();
}

// One sweep: contents in the order of their beginnings, the longer first, those that are open on a stack.
void Scene::mark_statements() {
  struct Content {
    TokenRange words;
    std::uint32_t statement;
  };
  std::vector<Content> contents;
  for (std::uint32_t s = 0; s < statements.size(); ++s) {
    for (const Span content : statements[s].contents) {
      const TokenRange words = tree.words(content);
      if (!words.empty()) contents.push_back({words, s});
    }
  }
  std::sort(contents.begin(), contents.end(), [](const Content& a, const Content& b) {
    return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.end > b.words.end;
  });
  std::vector<Content> open;
  std::size_t next = 0;
  for (std::uint32_t w = 0; w < statement.size(); ++w) {
    while (next < contents.size() && contents[next].words.first <= w) open.push_back(contents[next++]);
    while (!open.empty() && open.back().words.end <= w) open.pop_back();
    if (!open.empty()) statement[w] = open.back().statement;
  }
}

// Marks open and close within a block; one that is left open ends with it.
void Scene::mark_quotes() {
  for (const Block& each : document.blocks()) {
    bool inside = false;
    for (std::uint32_t w = each.tokens.first; w < std::min<std::uint32_t>(each.tokens.end, tree.size());
         ++w) {
      const std::string_view text = document.word(w);
      if (text == "\u201C" || text == "\u00AB" || text == "\u201E" || text == "``") {
        inside = true;
      } else if (text == "\u201D" || text == "\u00BB" || text == "''") {
        inside = false;
      } else if (text == "\"") {
        inside = !inside;
      }
      quoted[w] = inside;
    }
  }
}

bool is_heading(BlockKind kind) { return kind != BlockKind::paragraph && kind != BlockKind::list_item; }

}  // namespace onrecord::entity
