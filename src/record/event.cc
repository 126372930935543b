#include "onrecord/event.h"

namespace onrecord {

std::string_view to_string(EventType value) {
  switch (value) {
    case EventType::unknown:
      return "unknown";
    case EventType::AGREE:
      return "AGREE";
    case EventType::CONSULT:
      return "CONSULT";
    case EventType::SUPPORT:
      return "SUPPORT";
    case EventType::CONCEDE:
      return "CONCEDE";
    case EventType::COOPERATE:
      return "COOPERATE";
    case EventType::AID:
      return "AID";
    case EventType::RETREAT:
      return "RETREAT";
    case EventType::REQUEST:
      return "REQUEST";
    case EventType::ACCUSE:
      return "ACCUSE";
    case EventType::REJECT:
      return "REJECT";
    case EventType::THREATEN:
      return "THREATEN";
    case EventType::PROTEST:
      return "PROTEST";
    case EventType::SANCTION:
      return "SANCTION";
    case EventType::MOBILIZE:
      return "MOBILIZE";
    case EventType::COERCE:
      return "COERCE";
    case EventType::ASSAULT:
      return "ASSAULT";
  }
  return "unknown";
}

std::string_view to_string(EventStatus value) {
  switch (value) {
    case EventStatus::unknown:
      return "unknown";
    case EventStatus::happened:
      return "HAPPENED";
    case EventStatus::did_not:
      return "DID-NOT";
    case EventStatus::alleged:
      return "ALLEGED";
    case EventStatus::planned:
      return "PLANNED";
    case EventStatus::possible:
      return "POSSIBLE";
    case EventStatus::demanded:
      return "DEMANDED";
    case EventStatus::conditional:
      return "CONDITIONAL";
    case EventStatus::background:
      return "BACKGROUND";
  }
  return "unknown";
}

std::string_view to_string(CountKind value) {
  switch (value) {
    case CountKind::killed:
      return "killed";
    case CountKind::injured:
      return "injured";
    case CountKind::arrested:
      return "arrested";
    case CountKind::displaced:
      return "displaced";
    case CountKind::taking_part:
      return "taking part";
  }
  return "unknown";
}

}  // namespace onrecord
