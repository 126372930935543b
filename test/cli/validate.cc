// validate — holds a record against the published schema.
//
//   validate SCHEMA.json RECORD.jsonl
//
// Prints how many readings there are; any that do not fit the schema are told, and end it with 1.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "view/schema.h"

int main(int count, char** values) {
  if (count != 3) return 2;
  std::ifstream schema_file(values[1]), record(values[2]);
  const auto schema = nlohmann::json::parse(schema_file, nullptr, false);
  if (schema.is_discarded()) return 2;
  int readings = 0, unfit = 0;
  for (std::string line; std::getline(record, line); ++readings) {
    const auto faults = onrecord::view::Schema(schema).faults_of(nlohmann::json::parse(line));
    unfit += faults.empty() ? 0 : 1;
    for (const std::string& fault : faults) std::cerr << readings + 1 << ": " << fault << "\n";
  }
  std::cout << readings << (readings == 1 ? " reading, " : " readings, ") << unfit << " unfit\n";
  return unfit == 0 ? 0 : 1;
}
