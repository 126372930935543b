#include "report/json_report.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "report/json_fields.h"
#include "report/json_string.h"

namespace onrecord::report {
namespace {

// What a report's fields are called in the shapes that are known, the better name first: news-please
// (maintext, date_publish, source_domain), trafilatura (text, sitename, hostname), NGEC (event_text,
// headline, pub_date).
struct Meaning {
  std::string_view name;
  std::initializer_list<std::string_view> fields;
};

constexpr std::size_t kText = 0, kTitle = 1, kDate = 2, kOutlet = 3, kAddress = 4, kId = 5;
const std::array<Meaning, 6> kMeanings = {{
    {"text", {"maintext", "text", "event_text", "articleBody"}},
    {"title", {"title", "headline"}},
    {"date", {"date_publish", "pub_date", "date", "datePublished"}},
    {"outlet", {"source_domain", "sitename", "source-hostname", "hostname", "publisher"}},
    {"address", {"url", "source"}},
    {"id", {"id"}},
}};

struct Found {
  std::size_t rank = 0;  // Of the name among its meaning's; the lowest wins.
  JsonKind kind = JsonKind::null;
  Span raw;
};

struct Wanted {
  std::array<std::vector<std::string_view>, kMeanings.size()> fields;
  std::array<std::optional<Found>, kMeanings.size()> found;

  // A field that is there but null or empty gives way to any other.
  void see(const JsonScalar& scalar) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto name = std::find(fields[i].begin(), fields[i].end(), scalar.path);
      if (name == fields[i].end()) continue;
      const auto rank = static_cast<std::size_t>(name - fields[i].begin());
      const bool full = says_something(scalar.kind, scalar.raw);
      const bool had_full = found[i] && says_something(found[i]->kind, found[i]->raw);
      if (!found[i] || (full && !had_full) || (full == had_full && rank < found[i]->rank)) {
        found[i] = Found{rank, scalar.kind, scalar.raw};
      }
    }
  }

  static bool says_something(JsonKind kind, Span raw) {
    return kind == JsonKind::number || (kind == JsonKind::string && !raw.empty());
  }
};

Result<Wanted> wanted(const ReportOptions& options) {
  Wanted wanted;
  for (std::size_t i = 0; i < kMeanings.size(); ++i) wanted.fields[i] = kMeanings[i].fields;
  std::array<bool, kMeanings.size()> mapped = {};
  for (const auto& [meaning, field] : options.map) {
    const auto known =
        std::find_if(kMeanings.begin(), kMeanings.end(),
                     [&meaning = meaning](const Meaning& each) { return each.name == meaning; });
    if (known == kMeanings.end() || field.empty()) {
      return fail({ErrorCode::bad_option, "\"" + meaning + "=" + field + "\" maps no field", "", "",
                   "Write it as MEANING=FIELD, with one of text, title, date, outlet, address and id."});
    }
    const auto i = static_cast<std::size_t>(known - kMeanings.begin());
    if (!mapped[i]) wanted.fields[i].clear();  // What the user names stands instead of what is known.
    mapped[i] = true;
    wanted.fields[i].push_back(field);
  }
  return wanted;
}

std::string joined(const std::vector<std::string_view>& fields) {
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) text += i + 1 == fields.size() ? " or " : ", ";
    text += fields[i];
  }
  return text;
}

Error missing_text(const Wanted& wanted) {
  const auto& found = wanted.found[kText];
  const std::string fields = joined(wanted.fields[kText]);
  const bool there = found.has_value();
  const std::string name = there ? std::string(wanted.fields[kText][found->rank]) : fields;
  return {ErrorCode::missing_field,
          there ? "the field " + name + ", which holds the report's text, is not a string"
                : "there is no field " + fields + " to hold the report's text",
          "", "field " + name, "Name the field that holds it by --map text=FIELD."};
}

// The string or number that was found for a meaning; empty when nothing was.
std::string text_of(const Wanted& wanted, std::size_t meaning, std::string_view json) {
  const auto& found = wanted.found[meaning];
  if (!found || !Wanted::says_something(found->kind, found->raw)) return {};
  const auto raw = json.substr(found->raw.begin, found->raw.size());
  if (found->kind == JsonKind::number) return std::string(raw);
  const auto made = unescape_json(raw, 0);
  return made ? made->text : std::string{};
}

Error bad_escape(Span raw) {
  return {ErrorCode::bad_json, "this is not JSON: an unknown escape in the text's string", "",
          "byte " + std::to_string(raw.begin), "Mend or delete it; every report must be one JSON object."};
}

}  // namespace

Result<Ok> read_json(const Decoded& decoded, const ReportOptions& options, Report& report) {
  const std::string_view json = decoded.made.text;
  auto fields = wanted(options);
  if (!fields) return fail(fields.error());
  const auto read = visit_json(json, [&](const JsonScalar& scalar) { fields->see(scalar); });
  if (!read) return fail(read.error());

  const auto& text = fields->found[kText];
  if (!text || text->kind != JsonKind::string) return fail(missing_text(*fields));
  auto made = unescape_json(json.substr(text->raw.begin, text->raw.size()), text->raw.begin);
  if (!made) return fail(bad_escape(text->raw));
  normalize_line_ends(*made);
  report.body_map = made->map.over(decoded.made.map);
  report.body = std::move(made->text);

  report.title = text_of(*fields, kTitle, json);
  report.outlet = text_of(*fields, kOutlet, json);
  report.address = text_of(*fields, kAddress, json);
  report.id = text_of(*fields, kId, json);
  report.published = parse_date(text_of(*fields, kDate, json));
  return Ok{};
}

}  // namespace onrecord::report
