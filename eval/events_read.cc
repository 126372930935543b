#include <nlohmann/json.hpp>

#include "eval/events.h"
#include "eval/gold_checksum.h"

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& from, const char* field) {
  const auto found = from.find(field);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_in(const Json& from, const char* field) {
  static const Json kNone = Json::array();
  const auto found = from.find(field);
  return found != from.end() && found->is_array() ? *found : kNone;
}

class EventSheet {
 public:
  EventSheet(const Json& json, const std::string& file, std::size_t size, GoldEvents& to)
      : json_(json), file_(file), size_(size), to_(to) {}

  Result<Ok> read() {
    for (const Json& each : list_in(json_, "events")) {
      if (!each.is_object()) return refuse("not an event", "");
      if (auto fits = event(each); !fits) return fits;
    }
    for (const Json& each : list_in(json_, "refused")) {
      const auto span = each.is_object() && each.contains("span") ? span_of(each["span"]) : std::nullopt;
      if (!span) return refuse("a refused span outside the text", "");
      to_.refused.push_back(*span);
    }
    return Ok{};
  }

 private:
  tl::unexpected<Error> refuse(const std::string& message, const std::string& place) const {
    return fail({ErrorCode::bad_statement, message, file_, place});
  }

  std::optional<Span> span_of(const Json& value) const {
    const bool pair = value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
                      value[1].is_number_unsigned();
    if (!pair) return std::nullopt;
    const Span span = {value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>()};
    return span.begin < span.end && span.end <= size_ ? std::optional(span) : std::nullopt;
  }

  bool spans(const Json& from, const char* field, std::vector<Span>& to) const {
    for (const Json& each : list_in(from, field)) {
      const auto span = span_of(each);
      if (!span) return false;
      to.push_back(*span);
    }
    return true;
  }

  bool parties(const Json& from, const char* field, std::vector<GoldParty>& to) const {
    for (const Json& each : list_in(from, field)) {
      const auto span = each.is_object() && each.contains("span") ? span_of(each["span"]) : std::nullopt;
      if (!span) return false;
      to.push_back({*span, text_in(each, "entity")});
    }
    return true;
  }

  static bool counts(const Json& from, std::vector<GoldCount>& to) {
    for (const Json& each : list_in(from, "counts")) {
      const auto low = each.is_object() ? each.find("low") : each.end();
      if (low == each.end() || !low->is_number_unsigned()) return false;
      GoldCount made{text_in(each, "kind"), low->get<std::uint64_t>(), {}, false};
      if (const auto high = each.find("high"); high != each.end() && high->is_number_unsigned())
        made.high = high->get<std::uint64_t>();
      made.approximate = each.value("approximate", Json(false)) == Json(true);
      to.push_back(std::move(made));
    }
    return true;
  }

  Result<Ok> event(const Json& from) {
    GoldEvent made;
    made.id = text_in(from, "id");
    made.type = text_in(from, "type");
    made.mode = text_in(from, "mode");
    made.status = text_in(from, "status");
    made.vouched_by = text_in(from, "vouched_by");
    if (const Json& other = list_in(from, "or"); other.size() == 2 && other[0].is_string()) {
      made.or_type = other[0].get<std::string>();
      made.or_mode = other[1].is_string() ? other[1].get<std::string>() : std::string();
    }
    for (const Json& each : list_in(from, "contexts")) {
      if (each.is_string()) made.contexts.push_back(each.get<std::string>());
    }
    if (!spans(from, "mentions", made.mentions) || made.mentions.empty())
      return refuse("no mention, or one outside the text", made.id);
    if (const auto clearest = from.find("clearest"); clearest != from.end() && clearest->is_number_unsigned())
      made.clearest = clearest->get<std::size_t>();
    if (made.clearest >= made.mentions.size()) return refuse("no such clearest mention", made.id);
    if (!parties(from, "agents", made.agents) || !parties(from, "recipients", made.recipients))
      return refuse("a party outside the text", made.id);
    if (!spans(from, "places", made.places)) return refuse("a place outside the text", made.id);
    if (!counts(from, made.counts)) return refuse("a count without its number", made.id);
    if (const auto when = from.find("when"); when != from.end() && when->is_object()) {
      made.first = text_in(*when, "first");
      made.last = text_in(*when, "last");
    }
    to_.events.push_back(std::move(made));
    return Ok{};
  }

  const Json& json_;
  const std::string& file_;
  std::size_t size_;
  GoldEvents& to_;
};

}  // namespace

Result<GoldEvents> parse_events(std::string_view json, const std::string& file, const std::string& text) {
  const auto parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("events"))
    return fail({ErrorCode::bad_json, "not JSON, or no list \"events\"", file});
  if (const auto sum = parsed.find("sha256"); sum != parsed.end() && *sum != Json(sha256(text))) {
    return fail({ErrorCode::bad_statement, "the text is not the one that was annotated: another checksum",
                 file, "", "Take the release of the corpus that eval/sets/README.md names."});
  }
  GoldEvents made;
  if (auto fits = EventSheet(parsed, file, text.size(), made).read(); !fits) return fail(fits.error());
  return made;
}

}  // namespace onrecord::eval
