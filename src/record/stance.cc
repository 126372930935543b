#include "onrecord/stance.h"

namespace onrecord {

std::string_view to_string(Act value) {
  switch (value) {
    case Act::unknown:
      return "unknown";
    case Act::say:
      return "say";
    case Act::claim:
      return "claim";
    case Act::confirm:
      return "confirm";
    case Act::deny:
      return "deny";
    case Act::predict:
      return "predict";
    case Act::warn:
      return "warn";
    case Act::promise:
      return "promise";
    case Act::refuse:
      return "refuse";
    case Act::demand:
      return "demand";
    case Act::propose:
      return "propose";
    case Act::accuse:
      return "accuse";
    case Act::support:
      return "support";
    case Act::oppose:
      return "oppose";
    case Act::ask:
      return "ask";
    case Act::express:
      return "express";
    case Act::decree:
      return "decree";
    case Act::name:
      return "name";
    case Act::show:
      return "show";
    case Act::think:
      return "think";
  }
  return "unknown";
}

std::string_view to_string(CueStatus value) {
  switch (value) {
    case CueStatus::unknown:
      return "unknown";
    case CueStatus::made:
      return "made";
    case CueStatus::not_made:
      return "not made";
    case CueStatus::expected:
      return "expected";
    case CueStatus::refused:
      return "refused";
    case CueStatus::asked_for:
      return "asked for";
  }
  return "unknown";
}

std::string_view to_string(Polarity value) {
  switch (value) {
    case Polarity::unknown:
      return "unknown";
    case Polarity::positive:
      return "positive";
    case Polarity::negative:
      return "negative";
  }
  return "unknown";
}

std::string_view to_string(Certainty value) {
  switch (value) {
    case Certainty::unknown:
      return "unknown";
    case Certainty::certain:
      return "certain";
    case Certainty::probable:
      return "probable";
    case Certainty::possible:
      return "possible";
    case Certainty::uncommitted:
      return "uncommitted";
  }
  return "unknown";
}

std::string_view to_string(Modality value) {
  switch (value) {
    case Modality::unknown:
      return "unknown";
    case Modality::fact:
      return "fact";
    case Modality::ability:
      return "ability";
    case Modality::permission:
      return "permission";
    case Modality::obligation:
      return "obligation";
    case Modality::wish:
      return "wish";
    case Modality::plan:
      return "plan";
    case Modality::condition:
      return "condition";
    case Modality::counterfactual:
      return "counterfactual";
    case Modality::generic:
      return "generic";
  }
  return "unknown";
}

std::string_view to_string(ContentTime value) {
  switch (value) {
    case ContentTime::unknown:
      return "unknown";
    case ContentTime::past:
      return "past";
    case ContentTime::present:
      return "present";
    case ContentTime::future:
      return "future";
  }
  return "unknown";
}

std::string_view to_string(Commitment value) {
  switch (value) {
    case Commitment::unknown:
      return "unknown";
    case Commitment::endorses:
      return "endorses";
    case Commitment::neutral:
      return "neutral";
    case Commitment::distances:
      return "distances";
    case Commitment::rejects:
      return "rejects";
  }
  return "unknown";
}

std::string_view to_string(Status value) {
  switch (value) {
    case Status::unknown:
      return "unknown";
    case Status::asserted:
      return "asserted";
    case Status::denied:
      return "denied";
    case Status::possible:
      return "possible";
    case Status::predicted:
      return "predicted";
    case Status::planned:
      return "planned";
    case Status::demanded:
      return "demanded";
    case Status::conditional:
      return "conditional";
    case Status::uncommitted:
      return "uncommitted";
    case Status::disowned:
      return "disowned";
  }
  return "unknown";
}

}  // namespace onrecord
