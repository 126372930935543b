#include <charconv>
#include <string>

#include "entity/pronoun_clues.h"
#include "lexicon/table.h"

namespace onrecord::entity {
namespace {

constexpr std::string_view kTable =
#include "pronoun_weights.inc"
    ;

// Hundredths, as "-125": what from_chars can read in every library. 0 for what the table has not.
float weight_of(const lexicon::Table& table, std::string_view weights, std::string_view clue) {
  const auto value = table.find(std::string(weights) + "." + std::string(clue));
  int hundredths = 0;
  if (value) std::from_chars(value->data(), value->data() + value->size(), hundredths);
  return static_cast<float>(hundredths) / 100.0F;
}

Weights read_weights(std::string_view name) {
  const lexicon::Table table(kTable);
  Weights weights;
  for (std::size_t clue = 0; clue < kClues; ++clue) {
    weights.clues[clue] = weight_of(table, name, kClueNames[clue]);
  }
  weights.odds = weight_of(table, name, "odds");
  return weights;
}

}  // namespace

std::string_view name_of_weights(const Sighting& pronoun) {
  if (pronoun.gender == Gender::male || pronoun.gender == Gender::female) return "he";
  return pronoun.gender == Gender::neuter ? "it" : "they";
}

const Weights& weights_for(const Sighting& pronoun) {
  static const Weights he = read_weights("he");
  static const Weights it = read_weights("it");
  static const Weights they = read_weights("they");
  const std::string_view name = name_of_weights(pronoun);
  if (name == "he") return he;
  return name == "it" ? it : they;
}

}  // namespace onrecord::entity
