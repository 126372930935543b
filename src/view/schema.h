// view/schema.h — for tests: holds JSON against a JSON Schema (draft 2020-12), as far as ours goes.
//
// A keyword that is not known here is itself a fault, so that no schema can ask for what nobody checks. Keys
// of an object that its schema does not name are faults too: the schema lets programs meet them, we may not
// write them unseen.

#ifndef ONRECORD_VIEW_SCHEMA_H_
#define ONRECORD_VIEW_SCHEMA_H_

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace onrecord::view {

class Schema {
 public:
  using Json = nlohmann::json;

  explicit Schema(Json whole) : whole_(std::move(whole)) {}

  // What is wrong with `value`, each with its place in it; empty: it fits.
  std::vector<std::string> faults_of(const Json& value) {
    faults_.clear();
    std::set<std::string> named;
    hold(value, whole_, "", named);
    refuse_others(value, "", named);
    return faults_;
  }

 private:
  void fault(const std::string& place, const std::string& text) {
    faults_.push_back((place.empty() ? "/" : place) + ": " + text);
  }

  // `named`: the keys of `value` that schemas of this very value have named so far.
  void hold(const Json& value, const Json& schema, const std::string& place, std::set<std::string>& named) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (keyword == "$ref") {
        hold(value, whole_.at(Json::json_pointer(rule.get<std::string>().substr(1))), place, named);
      } else if (keyword == "allOf") {
        for (const Json& one : rule) hold(value, one, place, named);
      } else if (keyword == "anyOf") {
        hold_any(value, rule, place, named);
      } else if (keyword == "properties") {
        hold_properties(value, rule, place, named);
      } else if (keyword == "items") {
        hold_items(value, rule, place);
      } else {
        hold_simple(value, keyword, rule, place);
      }
    }
  }

  void hold_any(const Json& value, const Json& rules, const std::string& place,
                std::set<std::string>& named) {
    const std::vector<std::string> before = faults_;
    for (const Json& one : rules) {
      std::set<std::string> also = named;
      hold(value, one, place, also);
      if (faults_.size() == before.size()) {
        named = also;
        return;
      }
      faults_ = before;
    }
    fault(place, "fits none of its forms");
  }

  void hold_properties(const Json& value, const Json& rules, const std::string& place,
                       std::set<std::string>& named) {
    if (!value.is_object()) return;
    for (const auto& [key, rule] : rules.items()) {
      named.insert(key);
      if (!value.contains(key)) continue;
      std::set<std::string> within;
      hold(value[key], rule, place + "/" + key, within);
      refuse_others(value[key], place + "/" + key, within);
    }
  }

  void hold_items(const Json& value, const Json& rule, const std::string& place) {
    if (!value.is_array()) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string at = place + "/" + std::to_string(i);
      std::set<std::string> within;
      hold(value[i], rule, at, within);
      refuse_others(value[i], at, within);
    }
  }

  // Only where a schema names keys at all, and once for all schemas of the value.
  void refuse_others(const Json& value, const std::string& place, const std::set<std::string>& named) {
    if (!value.is_object() || named.empty()) return;
    for (const auto& [key, ignored] : value.items()) {
      if (!named.contains(key) && said_.insert(place + "/" + key).second)
        fault(place, "the schema does not name " + key);
    }
  }

  void hold_simple(const Json& value, const std::string& keyword, const Json& rule,
                   const std::string& place) {
    static const std::set<std::string> kSilent = {"$schema", "$id", "$defs", "title", "description"};
    if (kSilent.contains(keyword)) return;
    bool fits = true;
    if (keyword == "type") {
      fits = rule.is_array()
                 ? std::any_of(rule.begin(), rule.end(), [&](const Json& one) { return is(value, one); })
                 : is(value, rule);
    } else if (keyword == "const") {
      fits = value == rule;
    } else if (keyword == "enum") {
      fits = std::find(rule.begin(), rule.end(), value) != rule.end();
    } else if (keyword == "required") {
      fits = !value.is_object() || std::all_of(rule.begin(), rule.end(), [&](const Json& key) {
        return value.contains(key.get<std::string>());
      });
    } else if (keyword == "minimum") {
      fits = !value.is_number() || value >= rule;
    } else if (keyword == "maximum") {
      fits = !value.is_number() || value <= rule;
    } else if (keyword == "minItems") {
      fits = !value.is_array() || value.size() >= rule.get<std::size_t>();
    } else if (keyword == "maxItems") {
      fits = !value.is_array() || value.size() <= rule.get<std::size_t>();
    } else if (keyword == "minLength") {
      fits = !value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>();
    } else if (keyword == "pattern") {
      fits = !value.is_string() ||
             std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
    } else {
      fault(place, "the schema has a keyword that nothing checks: " + keyword);
    }
    if (!fits) fault(place, keyword + " asks for " + rule.dump() + ", here is " + value.dump().substr(0, 80));
  }

  static bool is(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  Json whole_;
  std::vector<std::string> faults_;
  std::set<std::string> said_;
};

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_SCHEMA_H_
