#include "onrecord/entity.h"

namespace onrecord {

std::string_view to_string(MentionKind kind) {
  switch (kind) {
    case MentionKind::name:
      return "name";
    case MentionKind::role:
      return "role";
    case MentionKind::pronoun:
      return "pronoun";
  }
  return "unknown";
}

std::string_view to_string(EntityKind kind) {
  switch (kind) {
    case EntityKind::unknown:
      return "unknown";
    case EntityKind::person:
      return "person";
    case EntityKind::group:
      return "group";
    case EntityKind::organization:
      return "organization";
    case EntityKind::place:
      return "place";
    case EntityKind::document:
      return "document";
    case EntityKind::other:
      return "other";
  }
  return "unknown";
}

}  // namespace onrecord
