#include "actor_table/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include "actor_table/codes.h"
#include "base/utf8.h"

namespace onrecord::actor_table {
namespace {

constexpr std::string_view kActorColumns = "id\tnames\tkind\tof\tcountry\tsectors\toffice\tfrom\tto";
constexpr std::string_view kCountryColumns = "country\tnames\tadjectives\tpeople\tseats";
constexpr std::string_view kRoleColumns = "words\tsectors\tsort\toffice";
constexpr std::size_t kMostColumns = 9;

enum class Form { unknown, actors, countries, roles };

constexpr std::pair<std::string_view, ActorKind> kKinds[] = {
    {"person", ActorKind::person}, {"organization", ActorKind::organization}, {"place", ActorKind::place}};
constexpr std::pair<std::string_view, RoleSort> kSorts[] = {
    {"person", RoleSort::person}, {"body", RoleSort::body},       {"open", RoleSort::open},
    {"peer", RoleSort::peer},     {"office", RoleSort::office},   {"modifier", RoleSort::modifier},
    {"former", RoleSort::former}, {"sponsor", RoleSort::sponsor}, {"still", RoleSort::still},
    {"ending", RoleSort::ending}};

template <typename Pairs>
auto find_in(const Pairs& pairs, std::string_view word) {
  const auto found =
      std::find_if(std::begin(pairs), std::end(pairs), [&](const auto& each) { return each.first == word; });
  using Value = decltype(found->second);
  return found == std::end(pairs) ? std::optional<Value>() : std::optional<Value>(found->second);
}

class RowReader {
 public:
  RowReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Rows read() {
    while (!text_.empty()) {
      const std::size_t end = std::min(text_.find('\n'), text_.size());
      std::string_view line = text_.substr(0, end);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      if (line.empty()) continue;
      if (line.front() == '#') {
        comment(line);
      } else if (form_ == Form::unknown) {
        if (!columns(line)) break;
      } else {
        row(line);
      }
    }
    if (!sourced_) {
      line_ = 1;
      fault("the table does not name its source", "Begin it with a line \"# source: …; licence: …\".");
    }
    return std::move(rows_);
  }

 private:
  void fault(std::string message, std::string mend) {
    rows_.faults.push_back(
        {ErrorCode::bad_lexicon, std::move(message), name_, fmt::format("line {}", line_), std::move(mend)});
  }

  void comment(std::string_view line) {
    if (line.find("source:") != std::string_view::npos) sourced_ = true;
    constexpr std::string_view kCodes = "# codes:";
    if (!line.starts_with(kCodes)) return;
    line.remove_prefix(kCodes.size());
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      if (end > 0) own_codes_.push_back(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    std::sort(own_codes_.begin(), own_codes_.end());
  }

  bool columns(std::string_view line) {
    if (line == kActorColumns) form_ = Form::actors;
    if (line == kCountryColumns) form_ = Form::countries;
    if (line == kRoleColumns) form_ = Form::roles;
    if (form_ != Form::unknown) return true;
    fault("its first row does not name the columns of a table of actors, countries or roles",
          "Begin with the columns that doc/format/lexicon.md gives, parted by tabs: \"id\", \"names\" ….");
    return false;
  }

  void row(std::string_view line) {
    if (base::find_invalid_utf8(line) != std::string_view::npos) {
      fault("the line is not UTF-8", "Write the table in UTF-8.");
      return;
    }
    std::size_t count = 0;
    std::string_view rest = line;
    for (;;) {
      const std::size_t tab = rest.find('\t');
      if (count < kMostColumns) columns_[count] = rest.substr(0, tab);
      ++count;
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    const std::size_t wanted = form_ == Form::actors ? 9 : form_ == Form::countries ? 5 : 4;
    if (count != wanted) {
      fault(fmt::format("the line has {} columns, not {}", count, wanted),
            "Part the columns by tabs, one tab between two, also where a column is empty.");
      return;
    }
    if (form_ == Form::actors) actor();
    if (form_ == Form::countries) country();
    if (form_ == Form::roles) role();
  }

  bool known_country(std::string_view code) {
    if (code.empty() || is_country(code) || std::binary_search(own_codes_.begin(), own_codes_.end(), code))
      return true;
    fault(fmt::format("\"{}\" is no country's code", code),
          "Give ISO 3166-1 alpha-3 (\"UKR\"), or IGO, UNO, EUR, NGO, ISM, IMG or MNC; codes of your own are "
          "named in a line \"# codes: …\".");
    return false;
  }

  std::optional<std::vector<Sector>> known_sectors(std::string_view list) {
    auto sectors = parse_sectors(list);
    if (!sectors) {
      fault(fmt::format("\"{}\" are not codes of sectors", list),
            "Give PLOVER's codes (\"GOV\", \"MIL\", \"JRN\" for journalists, \"MED\" for health), joined by "
            "commas without spaces.");
    }
    return sectors;
  }

  std::optional<Day> known_day(std::string_view text) {
    Day day = 0;
    if (parse_day(text, day)) return day;
    fault(fmt::format("\"{}\" is no day", text), "Give a day of the calendar as YYYY-MM-DD, or nothing.");
    return std::nullopt;
  }

  bool days(ActorRow& row) {
    std::string_view to = columns_[8];
    if (to.ends_with('?')) {
      row.to_at_least = true;
      to.remove_suffix(1);
    }
    if (!columns_[7].empty()) {
      const auto from = known_day(columns_[7]);
      if (!from) return false;
      row.from = *from;
    }
    if (!to.empty()) {
      const auto last = known_day(to);
      if (!last) return false;
      row.to = *last;
    }
    if (row.from > row.to) {
      fault(fmt::format("it ends on {}, before it begins on {}", to, columns_[7]), "Put the days in order.");
      return false;
    }
    return true;
  }

  void actor() {
    ActorRow row;
    row.id = columns_[0];
    row.names = columns_[1];
    row.of = columns_[3];
    row.country = columns_[4];
    row.office = columns_[6];
    row.line = line_;
    const bool goes_on = !rows_.actors.empty() && rows_.actors.back().id == row.id;
    if (row.id.empty() || row.id.find(' ') != std::string_view::npos) {
      fault("the row has no id, or one with a space", "Give it an id of your own: \"mine:ana-ruiz\".");
      return;
    }
    if (row.names.empty() && !goes_on) {
      fault(fmt::format("{} has no name", row.id),
            "Give its names, joined by \"|\", in its first row, and let its other rows follow at once.");
      return;
    }
    const auto kind = find_in(kKinds, columns_[2]);
    if (!kind) {
      fault(fmt::format("\"{}\" is no kind", columns_[2]), "Give person, organization or place.");
      return;
    }
    row.kind = *kind;
    auto sectors = known_sectors(columns_[5]);
    if (!known_country(row.country) || !sectors || !days(row)) return;
    row.sectors = std::move(*sectors);
    rows_.actors.push_back(std::move(row));
  }

  void country() {
    if (columns_[0].empty() || columns_[1].empty()) {
      fault("the row has no code or no name", "Give the country's code and its names, joined by \"|\".");
    } else if (known_country(columns_[0])) {
      rows_.countries.push_back({columns_[0], columns_[1], columns_[2], columns_[3], columns_[4], line_});
    }
  }

  void role() {
    const auto sort = find_in(kSorts, columns_[2]);
    if (columns_[0].empty() || !sort) {
      fault(columns_[0].empty() ? std::string("the row has no words")
                                : fmt::format("\"{}\" is no sort of role", columns_[2]),
            "Give words in small letters and a sort: person, body, open, peer, office, modifier, former, "
            "sponsor, still or ending.");
      return;
    }
    auto sectors = known_sectors(columns_[1]);
    if (sectors) rows_.roles.push_back({columns_[0], std::move(*sectors), *sort, columns_[3], line_});
  }

  std::string_view text_;
  const std::string& name_;
  Form form_ = Form::unknown;
  bool sourced_ = false;
  std::uint32_t line_ = 0;
  std::array<std::string_view, kMostColumns> columns_;
  std::vector<std::string_view> own_codes_;
  Rows rows_;
};

}  // namespace

Rows read_rows(std::string_view text, const std::string& name) { return RowReader(text, name).read(); }

bool parse_day(std::string_view text, Day& day) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  std::array<unsigned, 3> parts{};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '-') {
      ++part;
    } else if (c < '0' || c > '9' || part > 2) {
      return false;
    } else {
      parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
    }
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(parts[0])),
                                         std::chrono::month(parts[1]), std::chrono::day(parts[2])};
  if (part != 2 || !date.ok()) return false;
  day = static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
  return true;
}

std::string day_text(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace onrecord::actor_table
