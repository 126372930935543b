#include "reading/link_namers.h"

#include <algorithm>

namespace onrecord::reading {
namespace {

// The mention whose words are those of `span`, or begin where they do and reach the furthest within them.
const Mention* mention_of(Span span, const Entities& entities) {
  const auto& all = entities.mentions;  // In order of their first byte, the longer first.
  auto at = std::lower_bound(
      all.begin(), all.end(), span.begin,
      [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
  for (; at != all.end() && at->span.begin == span.begin; ++at) {
    if (at->span.end <= span.end) return &*at;
  }
  return nullptr;
}

}  // namespace

void link_namers(std::vector<Naming>& namings, std::span<const Statement> statements,
                 const Entities& entities) {
  for (Naming& naming : namings) {
    const Statement* said =
        naming.statement && *naming.statement < statements.size() ? &statements[*naming.statement] : nullptr;
    if (said != nullptr && (!naming.namer || naming.namer == said->speaker)) {
      naming.namers = said->speakers;
    } else if (naming.namer) {
      if (const Mention* mention = mention_of(*naming.namer, entities)) naming.namers = {mention->entity};
    }
  }
}

}  // namespace onrecord::reading
