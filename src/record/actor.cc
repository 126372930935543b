#include "onrecord/actor.h"

namespace onrecord {

std::string_view to_string(Sector value) {
  switch (value) {
    case Sector::none:
      return "";
    case Sector::COP:
      return "COP";
    case Sector::GOV:
      return "GOV";
    case Sector::JUD:
      return "JUD";
    case Sector::LEG:
      return "LEG";
    case Sector::MIL:
      return "MIL";
    case Sector::PRM:
      return "PRM";
    case Sector::PTY:
      return "PTY";
    case Sector::REB:
      return "REB";
    case Sector::SPY:
      return "SPY";
    case Sector::UAF:
      return "UAF";
    case Sector::UNK:
      return "UNK";
    case Sector::AGR:
      return "AGR";
    case Sector::BUS:
      return "BUS";
    case Sector::CRM:
      return "CRM";
    case Sector::CVL:
      return "CVL";
    case Sector::EDU:
      return "EDU";
    case Sector::ELI:
      return "ELI";
    case Sector::JRN:
      return "JRN";
    case Sector::LAB:
      return "LAB";
    case Sector::MED:
      return "MED";
    case Sector::OPP:
      return "OPP";
    case Sector::PRE:
      return "PRE";
    case Sector::REF:
      return "REF";
    case Sector::REL:
      return "REL";
    case Sector::SOC:
      return "SOC";
  }
  return {};
}

std::string_view to_string(ActorBy value) {
  switch (value) {
    case ActorBy::unknown:
      return "unknown";
    case ActorBy::name:
      return "name";
    case ActorBy::office:
      return "office";
    case ActorBy::grammar:
      return "grammar";
    case ActorBy::place:
      return "place";
    case ActorBy::entity:
      return "entity";
    case ActorBy::employer:
      return "employer";
  }
  return {};
}

std::string_view cameo_role(Sector value) {
  switch (value) {
    case Sector::JRN:
      return "MED";
    case Sector::MED:
      return "HLH";
    case Sector::SOC:
      return "NGO";
    case Sector::PRM:
      return "UAF";
    case Sector::PRE:
    case Sector::UNK:
      return "";
    default:
      return to_string(value);
  }
}

}  // namespace onrecord
