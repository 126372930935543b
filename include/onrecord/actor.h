// onrecord/actor.h — who can act or speak: which state or cause they belong to, and in what part.
//
// An Actor is read for an Entity: what its names and roles, the dated tables of offices and the grammar of
// its descriptions say of it on the day of the report. What they do not say stays empty: nobody is guessed.
//
// The numbers of all enumerations are stored in ledgers: append only, never renumber.

#ifndef ONRECORD_ACTOR_H_
#define ONRECORD_ACTOR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// PLOVER's sectors.
enum class Sector : std::uint8_t {
  none = 0,
  COP = 1,   // Police.
  GOV = 2,   // Government, the executive.
  JUD = 3,   // Courts.
  LEG = 4,   // Parliaments.
  MIL = 5,   // Armed forces of a state.
  PRM = 6,   // Militias on a state's side.
  PTY = 7,   // Parties.
  REB = 8,   // Armed groups against a state.
  SPY = 9,   // Intelligence services.
  UAF = 10,  // Armed, of no known side.
  UNK = 11,  // Somebody: "two people were killed by a bomb".
  AGR = 12,  // Farmers.
  BUS = 13,  // Business.
  CRM = 14,  // Criminals.
  CVL = 15,  // Civilians.
  EDU = 16,
  ELI = 17,  // Formerly in office, and their families.
  JRN = 18,  // Journalists and outlets: MED in CAMEO's codes.
  LAB = 19,  // Workers, unions.
  MED = 20,  // Health workers: HLH in CAMEO's codes.
  OPP = 21,  // Opposition.
  PRE = 22,  // Of partly recognized entities; beside another sector.
  REF = 23,  // Refugees.
  REL = 24,  // Religious.
  SOC = 25,  // Civil society.
};

// How an actor's country or sector was obtained.
enum class ActorBy : std::uint8_t {
  unknown = 0,
  name = 1,      // A table row of its name: "Volodymyr Zelensky", "Hezbollah".
  office = 2,    // A table row of its office on that day: "the Russian president".
  grammar = 3,   // Composed from its description: "head of Ukrainian military intelligence".
  place = 4,     // A place's name that stands for a government or people: "Moscow", "the Ukrainians".
  entity = 5,    // From another mention of the same entity.
  employer = 6,  // From the body it speaks for or belongs to.
};

// One for each entity that can act; parallel to nothing: `entity` says which.
struct Actor {
  std::uint32_t entity = 0;  // Index into Entities::entities.
  std::string id = {};  // "Q3874799" or "onrecord:…": the row of the actor table it is; empty: itself alone.
  std::string name = {};     // As the table calls it; empty when only the report names it.
  std::string country = {};  // ISO 3166-1 alpha-3, or PLOVER's IGO UNO EUR NGO ISM IMG MNC; empty: unknown.
  Sector sector = Sector::none;
  std::vector<Sector> more_sectors = {};
  std::optional<Span> role = {};      // "head of Ukrainian military intelligence", in Document::text().
  std::optional<Span> evidence = {};  // The words that gave country and sector.
  ActorBy by = ActorBy::unknown;
  float score = 0;  // In [0, 1]: how sure country and sector are.
};

std::string_view to_string(Sector value);  // PLOVER's codes; empty for none.
std::string_view to_string(ActorBy value);
// CAMEO's role code for it: "MED" for JRN, "HLH" for MED, "NGO" for SOC; PLOVER's where CAMEO has the same;
// empty where it has none.
std::string_view cameo_role(Sector value);

}  // namespace onrecord

#endif  // ONRECORD_ACTOR_H_
