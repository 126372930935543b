#include <algorithm>

#include "eval/actors.h"
#include "eval/text_file.h"

namespace onrecord::eval {

Result<std::vector<ActorLabel>> parse_actor_labels(std::string_view text, const std::string& name) {
  std::vector<ActorLabel> labels;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#' || line.starts_with("report\t")) continue;
    const auto columns = split(line, '\t');
    if (columns.size() != 4)
      return fail({ErrorCode::bad_lexicon, "a label has not four columns", name,
                   "line " + std::to_string(number), "Part them by tabs."});
    labels.push_back(
        {std::string(columns[0]), std::string(columns[1]), std::string(columns[2]), std::string(columns[3])});
  }
  return labels;
}

bool is_allowed(std::string_view allowed, std::string_view code) {
  for (const std::string_view one : split(allowed, '|')) {
    if (one == "*" || one == code || (one == "-" && code.empty())) return true;
  }
  return false;
}

std::optional<std::uint32_t> entity_at(const Reading& reading, Span span) {
  const Mention* best = nullptr;
  const auto worth = [&](const Mention& mention) {
    if (mention.span == span) return 3;
    if (mention.span.contains(span)) return 2;
    return mention.span.overlaps(span) ? 1 : 0;
  };
  for (const Mention& mention : reading.entities.mentions) {
    if (worth(mention) == 0) continue;
    const bool better =
        best == nullptr || worth(mention) > worth(*best) ||
        (worth(mention) == worth(*best) && (worth(mention) == 2 ? mention.span.size() < best->span.size()
                                                                : mention.span.size() > best->span.size()));
    if (better) best = &mention;
  }
  if (best == nullptr) return std::nullopt;
  return best->entity;
}

const Actor* actor_of(const Reading& reading, std::uint32_t entity) {
  const auto found = std::ranges::find(reading.actors, entity, &Actor::entity);
  return found == reading.actors.end() ? nullptr : &*found;
}

ActorScore score_actor(const Reading& reading, const ActorLabel& label) {
  ActorScore score{label};
  const std::size_t at = reading.document.text().find(label.words);
  if (at != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto entity = entity_at(reading, {begin, begin + static_cast<std::uint32_t>(label.words.size())});
    if (entity) score.found = actor_of(reading, *entity);
  }
  const Actor unknown;
  const Actor& actor = score.found != nullptr ? *score.found : unknown;
  score.country = is_allowed(label.country, actor.country);
  score.sector = is_allowed(label.sector, to_string(actor.sector));
  for (const Sector more : actor.more_sectors)
    score.sector = score.sector || is_allowed(label.sector, to_string(more));
  return score;
}

}  // namespace onrecord::eval
