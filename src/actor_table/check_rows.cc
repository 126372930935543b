#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "actor_table/fold.h"
#include "actor_table/rows.h"

namespace onrecord::actor_table {
namespace {

class RowChecker {
 public:
  RowChecker(const Rows& rows, const std::string& name, std::vector<Error>& faults)
      : rows_(rows), name_(name), faults_(faults) {}

  void check() {
    check_blocks();
    check_same_tenures();
    check_names();
    check_circles();
    check_holders();
    check_words();
  }

 private:
  void fault(std::uint32_t line, std::string message, std::string mend) {
    faults_.push_back(
        {ErrorCode::bad_lexicon, std::move(message), name_, fmt::format("line {}", line), std::move(mend)});
  }

  // The rows of one id stand together.
  void check_blocks() {
    for (std::uint32_t i = 0; i < rows_.actors.size(); ++i) {
      const ActorRow& row = rows_.actors[i];
      if (i > 0 && rows_.actors[i - 1].id == row.id) continue;
      const auto [first, is_new] = first_of_.try_emplace(row.id, i);
      if (is_new) continue;
      fault(row.line, fmt::format("{} stands again, after line {}", row.id, rows_.actors[first->second].line),
            "Let all rows of one id follow each other, or give the second an id of its own.");
    }
  }

  void check_same_tenures() {
    using Key = std::tuple<std::string_view, std::string_view, std::string_view, Day, Day>;
    std::vector<std::pair<Key, std::uint32_t>> keys;
    for (const ActorRow& row : rows_.actors)
      keys.push_back({{row.id, row.office, row.country, row.from, row.to}, row.line});
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (keys[i].first == keys[i - 1].first)
        fault(keys[i].second, fmt::format("it says what line {} says", keys[i - 1].second),
              "Take one of the two rows out.");
    }
  }

  // The same name, spelt the same, of two actors who are not told apart by their days.
  void check_names() {
    std::unordered_map<std::string_view, std::uint32_t> owners;
    for (std::uint32_t i = 0; i < rows_.actors.size(); ++i) {
      std::string_view names = rows_.actors[i].names;
      while (!names.empty()) {
        const std::size_t bar = std::min(names.find('|'), names.size());
        const std::string_view one = names.substr(0, bar);
        names.remove_prefix(std::min(bar + 1, names.size()));
        if (one.empty()) {
          fault(rows_.actors[i].line, "a name is empty", "Take out the \"|\" too many.");
          continue;
        }
        const auto [owner, is_new] = owners.try_emplace(one, i);
        const ActorRow& other = rows_.actors[owner->second];
        if (is_new || are_parted(other, rows_.actors[i])) continue;
        fault(rows_.actors[i].line,
              fmt::format("\"{}\" is a name of {} already, in line {}", one, other.id, other.line),
              "Take it out of one of them, or give both the days on which they act.");
      }
    }
  }

  static bool are_parted(const ActorRow& one, const ActorRow& other) {
    const auto dated = [](const ActorRow& row) { return row.from != kFirstDay || row.to != kLastDay; };
    return one.id != other.id && dated(one) && dated(other);
  }

  void check_circles() {
    for (const ActorRow& row : rows_.actors) {
      if (row.of.empty()) continue;
      if (!first_of_.contains(row.of)) continue;  // May stand in another table.
      std::string_view at = row.of;
      for (std::size_t steps = 0; !at.empty() && steps <= rows_.actors.size(); ++steps) {
        if (at == row.id) {
          fault(row.line, fmt::format("{} belongs to itself, by way of {}", row.id, row.of),
                "Empty the column \"of\" of one of them.");
          break;
        }
        const auto next = first_of_.find(at);
        at = next == first_of_.end() ? std::string_view() : rows_.actors[next->second].of;
      }
    }
  }

  // Handing over on a day lets both hold the office on it.
  void check_holders() {
    std::vector<const ActorRow*> held;
    for (const ActorRow& row : rows_.actors) {
      if (!row.office.empty() && row.office.find(' ') != 0 && row.kind == ActorKind::person)
        held.push_back(&row);
    }
    const auto key = [](const ActorRow* row) {
      return std::tuple(row->country, row->office, row->from, row->line);
    };
    std::sort(held.begin(), held.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < held.size(); ++i) {
      const ActorRow &before = *held[i - 1], &row = *held[i];
      if (before.country != row.country || before.office != row.office || before.to <= row.from) continue;
      if (before.id == row.id) continue;
      fault(row.line,
            fmt::format("{} and {} (line {}) are both {} of {} on {}", row.id, before.id, before.line,
                        row.office, row.country, day_text(row.from)),
            "Let one end on the day the other begins, or before.");
    }
  }

  void check_words() {
    std::unordered_map<std::string, std::uint32_t> seen;
    for (const RoleRow& row : rows_.roles) {
      const bool before = row.sort == RoleSort::modifier || row.sort == RoleSort::former;
      const bool other = row.sort >= RoleSort::sponsor;  // Each a list of its own.
      std::string key = fmt::format("{}{}", other ? static_cast<int>(row.sort) : before ? 1 : 0, row.words);
      const auto [first, is_new] = seen.try_emplace(std::move(key), row.line);
      if (!is_new)
        fault(row.line, fmt::format("\"{}\" stands in line {} already", row.words, first->second),
              "Take one of the two rows out.");
      if (lower(row.words) != row.words)
        fault(row.line, fmt::format("\"{}\" has capital letters", row.words), "Write it in small letters.");
    }
    std::unordered_map<std::string_view, std::uint32_t> codes;
    for (const CountryRow& row : rows_.countries) {
      const auto [first, is_new] = codes.try_emplace(row.code, row.line);
      if (!is_new)
        fault(row.line, fmt::format("{} stands in line {} already", row.code, first->second),
              "Put both rows into one.");
    }
  }

  const Rows& rows_;
  const std::string& name_;
  std::vector<Error>& faults_;
  std::unordered_map<std::string_view, std::uint32_t> first_of_;
};

}  // namespace

void check_rows(const Rows& rows, const std::string& name, std::vector<Error>& faults) {
  RowChecker(rows, name, faults).check();
}

}  // namespace onrecord::actor_table
