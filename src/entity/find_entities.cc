#include "entity/find_entities.h"

#include <map>
#include <string>

namespace onrecord::entity {

// For a beginning: the speakers as written; those written alike are one.
Found find_entities(const Document& document, const Tags& tags, std::span<const Statement> statements) {
  (void)tags;
  Found found;
  found.speakers.resize(statements.size());
  std::map<std::string, std::uint32_t, std::less<>> known;
  for (std::size_t s = 0; s < statements.size(); ++s) {
    const auto& speaker = statements[s].speaker;
    if (!speaker) continue;
    const std::string text(document.text(*speaker));
    const auto entity = known.emplace(text, static_cast<std::uint32_t>(found.entities.entities.size()));
    const auto mention = static_cast<std::uint32_t>(found.entities.mentions.size());
    if (entity.second) found.entities.entities.push_back({EntityKind::unknown, mention, {}, {}});
    found.entities.mentions.push_back({*speaker, 0, MentionKind::role, entity.first->second, 0.5F});
    found.entities.entities[entity.first->second].mentions.push_back(mention);
    found.speakers[s] = {{entity.first->second}, 0.5F};
  }
  return found;
}

}  // namespace onrecord::entity
