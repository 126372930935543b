#include <algorithm>
#include <utility>

#include "actor_table/fold.h"
#include "actor_table/tables.h"
#include "onrecord/lexicon.h"

namespace onrecord {

using actor_table::Tables;

struct Lexicon::Parts {
  std::shared_ptr<const Tables> tables;
};

LexiconCheck check_lexicon(const std::vector<std::string>& paths) {
  LexiconCheck check;
  for (const std::string& path : paths) {
    const auto files = actor_table::table_files(path);
    if (!files) {
      check.faults.push_back(files.error());
      continue;
    }
    for (const std::string& file : *files) {
      const auto text = actor_table::read_table(file);
      if (!text) {
        check.faults.push_back(text.error());
        continue;
      }
      if (actor_table::is_coding_table(*text)) continue;
      actor_table::Rows rows = actor_table::read_rows(*text, file);
      std::vector<Error> faults = std::move(rows.faults);
      actor_table::check_rows(rows, file, faults);
      ++check.tables;
      check.rows += rows.actors.size() + rows.countries.size() + rows.roles.size();
      std::move(faults.begin(), faults.end(), std::back_inserter(check.faults));
    }
  }
  return check;
}

Result<Lexicon> Lexicon::open(const std::vector<std::string>& folders) {
  auto tables = Tables::open(folders);
  if (!tables) return fail(std::move(tables.error()));
  Lexicon lexicon;
  lexicon.parts_ = std::make_shared<const Parts>(Parts{std::move(*tables)});
  return lexicon;
}

Result<Lexicon> Lexicon::of_table(std::string table, const std::string& name) {
  auto tables = Tables::of_text(std::move(table), name);
  if (!tables) return fail(std::move(tables.error()));
  Lexicon lexicon;
  lexicon.parts_ = std::make_shared<const Parts>(Parts{std::move(*tables)});
  return lexicon;
}

std::vector<LexiconEntry> Lexicon::find(std::string_view name,
                                        std::optional<std::chrono::year_month_day> day) const {
  const Tables& tables = *parts_->tables;
  std::optional<actor_table::Day> on;
  if (day && day->ok())
    on = static_cast<actor_table::Day>(std::chrono::sys_days(*day).time_since_epoch().count());
  std::vector<LexiconEntry> entries;
  for (const actor_table::ActorRows actor : tables.find_name(name)) {
    actor_table::ActorState state = tables.state(actor, on);
    entries.push_back({std::string(actor.front().id), std::string(Tables::shown_name(actor)),
                       std::string(state.country), std::move(state.sectors), std::string(state.office),
                       state.score});
  }
  if (const auto country = tables.find_country(name); entries.empty() && country)
    entries.push_back({"", std::string(name), std::string(country->code), {}, {}, 1});
  if (const auto* role = tables.find_noun(actor_table::lower(name)); entries.empty() && role != nullptr)
    entries.push_back({"", std::string(role->words), "", role->sectors, std::string(role->office), 1});
  return entries;
}

}  // namespace onrecord
