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
  std::vector<Span> raw;  // One; of a list, its elements.

  bool says_something() const {
    return kind == JsonKind::number || (kind == JsonKind::string && (raw.size() > 1 || !raw[0].empty()));
  }
};

struct Wanted {
  std::array<std::vector<std::string_view>, kMeanings.size()> fields;
  std::array<std::optional<Found>, kMeanings.size()> found;

  void see(const JsonScalar& scalar) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto name = std::find(fields[i].begin(), fields[i].end(), scalar.path);
      if (name == fields[i].end()) continue;
      take(found[i], {static_cast<std::size_t>(name - fields[i].begin()), scalar.kind, {scalar.raw}},
           scalar.listed);
    }
  }

  // A field that is there but null or empty gives way to any other; strings in a list all count.
  static void take(std::optional<Found>& old, Found found, bool listed) {
    if (old && listed && old->rank == found.rank && old->kind == JsonKind::string &&
        found.kind == JsonKind::string) {
      old->raw.push_back(found.raw[0]);
      return;
    }
    const bool full = found.says_something(), had_full = old && old->says_something();
    if (!old || (full && !had_full) || (full == had_full && found.rank < old->rank)) old = std::move(found);
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

// The string or number that was found for a meaning, the first of several; empty when nothing was.
std::string text_of(const Wanted& wanted, std::size_t meaning, std::string_view json) {
  const auto& found = wanted.found[meaning];
  if (!found || !found->says_something()) return {};
  const auto raw = json.substr(found->raw[0].begin, found->raw[0].size());
  if (found->kind == JsonKind::number) return std::string(raw);
  const auto made = unescape_json(raw, 0);
  return made ? made->text : std::string{};
}

// The strings that hold the text, unescaped. Several are paragraphs.
MadeText unescaped_text(const Found& found, std::string_view json) {
  MadeText all;
  for (const Span raw : found.raw) {
    const auto made = unescape_json(json.substr(raw.begin, raw.size()), raw.begin);
    if (!made) continue;  // Cannot be: visit_json has read it.
    if (found.raw.size() == 1) return *made;
    if (!all.text.empty()) all.replace("\n\n", raw.begin, 0);
    all.text += made->text;
    for (const TextRun& run : made->map.runs()) all.map.append(run.made_size, run.source, run.source_size);
  }
  return all;
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
  MadeText made = unescaped_text(*text, json);
  normalize_line_ends(made);
  report.body_map = made.map.over(decoded.made.map);
  report.body = std::move(made.text);

  report.title = text_of(*fields, kTitle, json);
  report.outlet = text_of(*fields, kOutlet, json);
  report.address = text_of(*fields, kAddress, json);
  report.id = text_of(*fields, kId, json);
  report.published = parse_date(text_of(*fields, kDate, json));
  return Ok{};
}

}  // namespace onrecord::report
