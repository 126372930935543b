#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "eval/seed.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

// Words that the record has for what the speaker does, beside those of the published vocabulary.
constexpr std::array<std::pair<std::string_view, Act>, 8> kActs = {{{"declare", Act::say},
                                                                    {"reject", Act::oppose},
                                                                    {"reject", Act::deny},
                                                                    {"offer", Act::propose},
                                                                    {"commit", Act::promise},
                                                                    {"describe", Act::name},
                                                                    {"call", Act::name},
                                                                    {"admit", Act::confirm}}};
// Likewise for how sure, and in what mood.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kModalities = {
    {{"obliged", "obligation"}, {"willing", "plan"}, {"able", "ability"}}};

constexpr std::array<std::string_view, 17> kKnown = {
    "id",   "speaker", "mention",   "not",     "cue",      "act",        "modality", "polarity", "time",
    "says", "direct",  "addressee", "channel", "language", "in_heading", "of",       "about"};

constexpr std::string_view kHangsOn = "under the condition of ";
constexpr std::string_view kReferent = "_is";

std::string text(const Json& from, std::string_view field) {
  const auto found = from.find(field);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool add_acts(const std::string& words, std::vector<Act>& acts) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(" or ", at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    const std::size_t before = acts.size();
    for (int value = 1; value <= static_cast<int>(Act::think); ++value) {
      if (to_string(static_cast<Act>(value)) == word) acts.push_back(static_cast<Act>(value));
    }
    for (const auto& [name, act] : kActs) {
      if (name == word) acts.push_back(act);
    }
    if (acts.size() == before) return false;
    at = end + 4;
  }
  return true;
}

bool is_label(std::string_view word) {
  for (int value = 1; value <= static_cast<int>(Certainty::uncommitted); ++value) {
    if (to_string(static_cast<Certainty>(value)) == word) return true;
  }
  for (int value = 1; value <= static_cast<int>(Modality::generic); ++value) {
    if (to_string(static_cast<Modality>(value)) == word) return true;
  }
  return false;
}

// "possible"; "willing, under the condition of a peace deal".
bool add_modality(const std::string& words, ExpectedStatement& expected) {
  if (words.empty()) return true;
  expected.modality = words.substr(0, words.find(','));
  for (const auto& [name, label] : kModalities) {
    if (name == expected.modality) expected.modality = label;
  }
  const std::size_t at = words.find(kHangsOn);
  if (at != std::string::npos) expected.condition = words.substr(at + kHangsOn.size());
  return is_label(expected.modality);
}

bool is_known(const std::string& field) {
  return std::ranges::find(kKnown, field) != kKnown.end() || field.ends_with(kReferent);
}

// The field that nobody knows to measure, or nothing.
std::string read_statement(const Json& each, ExpectedStatement& expected) {
  expected.person = text(each, "speaker");
  if (expected.speaker.empty()) expected.speaker = expected.person;
  expected.addressee = text(each, "addressee");
  expected.channel = text(each, "channel");
  expected.language = text(each, "language");
  expected.polarity = text(each, "polarity");
  expected.said_on = text(each, "time");
  expected.of = text(each, "of");
  if (const auto says = each.find("says"); says != each.end() && says->is_array()) {
    for (const Json& one : *says) {
      if (one.is_string()) expected.says.push_back(one.get<std::string>());
    }
  }
  if (const auto direct = each.find("direct"); direct != each.end()) {
    expected.form = !direct->is_boolean() ? Form::mixed : direct->get<bool>() ? Form::direct : Form::indirect;
  }
  if (const auto heading = each.find("in_heading"); heading != each.end() && heading->is_boolean()) {
    expected.in_heading = heading->get<bool>();
  }
  for (const auto& [field, value] : each.items()) {
    if (!is_known(field)) return field;
    if (field.ends_with(kReferent) && value.is_string())
      expected.referents.emplace_back(field.substr(0, field.size() - kReferent.size()),
                                      value.get<std::string>());
  }
  if (!add_acts(text(each, "act"), expected.acts)) return "act";
  return add_modality(text(each, "modality"), expected) ? "" : "modality";
}

}  // namespace

Result<ExpectedRecord> parse_expected(std::string_view json, const std::string& name) {
  const auto parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("statements") || !parsed["statements"].is_array()) {
    return fail({ErrorCode::bad_json, "no list \"statements\"", name});
  }
  ExpectedRecord record;
  for (const Json& each : parsed["statements"]) {
    ExpectedStatement expected{text(each, "id"), text(each, "mention"), text(each, "cue"), {}, {}, {}};
    const std::string unknown = read_statement(each, expected);
    if (!unknown.empty()) {
      return fail({ErrorCode::bad_json,
                   expected.id + ": nobody measures \"" + unknown + "\" as it stands there", name});
    }
    if (expected.says.empty()) return fail({ErrorCode::missing_field, expected.id + " says nothing", name});
    record.statements.push_back(std::move(expected));
  }
  if (const auto names = parsed.find("names"); names != parsed.end() && names->is_array()) {
    for (const Json& each : *names)
      record.namings.push_back({text(each, "user"), text(each, "cue"), text(each, "name")});
  }
  return record;
}

}  // namespace onrecord::eval
