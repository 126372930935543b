#include "actor_table/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "actor_table/built_in.h"
#include "actor_table/codes.h"
#include "actor_table/fold.h"
#include "base/files.h"
#include "base/input.h"

namespace onrecord::actor_table {
namespace {

constexpr std::uint64_t kMostBytes = 64U << 20U;  // Of one table.
constexpr int kDeepest = 8;                       // Of one actor in another.
constexpr Day kStillSo = 730;  // For so many days past what is known, somebody in office is likely to be so.

// Calls visit for each of those joined by '|'.
template <typename Visit>
void for_each_of(std::string_view joined, const Visit& visit) {
  while (!joined.empty()) {
    const std::size_t bar = std::min(joined.find('|'), joined.size());
    if (bar > 0) visit(joined.substr(0, bar));
    joined.remove_prefix(std::min(bar + 1, joined.size()));
  }
}

bool is_capitals(std::string_view name) {
  bool any = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    any = any || (c >= 'A' && c <= 'Z');
  }
  return any && name.size() <= 6;
}

unsigned words_in(std::string_view phrase) {
  unsigned count = 1;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    // As the tokenizer parts them: "vice-president" may be three words.
    if (phrase[i] == ' ') ++count;
    if (phrase[i] == '-') count += 2;
    if (phrase[i] == '\'') ++count;
  }
  return count;
}

// The word that stands for the whole name: the first where the family's name is written first.
std::string_view surname_of(std::string_view name, std::string_view country) {
  const std::size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return {};
  for (const std::string_view first : {"CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "SGP", "KHM"}) {
    if (country == first) return name.substr(0, name.find(' '));
  }
  return name.substr(space + 1);
}

}  // namespace

struct Tables::Layer {
  std::vector<std::string> texts;  // Owned, unless built in.
  Rows rows;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> actors;  // [first, end) of rows.actors.
  Index names, surnames, ids;                                   // To actors; names: 2 * number + in capitals.
  Index countries;                                              // To 4 * row + Land.
  Index nouns, modifiers, sponsors, still, endings;             // To roles.
  Index begins, names_begin;                                    // To the number of words of the longest.
  std::vector<std::uint32_t> offices;                           // Rows, by country, office and first day.

  void add(std::string_view text, const std::string& name) {
    Rows more = read_rows(text, name);
    const auto append = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    append(rows.actors, more.actors);
    append(rows.countries, more.countries);
    append(rows.roles, more.roles);
    append(rows.faults, more.faults);
  }

  ActorRows rows_of(std::uint32_t actor) const {
    const auto [first, end] = actors[actor];
    return ActorRows(rows.actors).subspan(first, end - first);
  }

  void link() {
    link_actors();
    countries.reserve(rows.countries.size() * 8);
    for (std::uint32_t i = 0; i < rows.countries.size(); ++i) link_country(i);
    for (std::uint32_t i = 0; i < rows.roles.size(); ++i) {
      const RoleRow& row = rows.roles[i];
      const bool before = row.sort == RoleSort::modifier || row.sort == RoleSort::former;
      Index& index = row.sort == RoleSort::sponsor  ? sponsors
                     : row.sort == RoleSort::still  ? still
                     : row.sort == RoleSort::ending ? endings
                     : before                       ? modifiers
                                                    : nouns;
      index.add(hash(row.words), i);
      if (row.sort < RoleSort::sponsor) add_beginning(row.words);
    }
  }

  static void lengthen(Index& index, std::uint64_t key, unsigned words) {
    if (unsigned* longest = index.value(key)) {
      *longest = std::max(*longest, words);
    } else {
      index.add(key, words);
    }
  }

  // Under its first word, and under what the tokenizer may cut from it.
  void add_beginning(std::string_view words) {
    const unsigned count = words_in(words);
    const std::size_t space = std::min(words.find(' '), words.size());
    const std::size_t mark = std::min(words.find_first_of("-'"), space);
    lengthen(begins, hash(words.substr(0, space)), count);
    if (mark < space) lengthen(begins, hash(words.substr(0, mark)), count);
  }

  void link_actors() {
    names.reserve(2 * rows.actors.size());
    for (std::uint32_t i = 0; i < rows.actors.size(); ++i) {
      const ActorRow& row = rows.actors[i];
      if (!row.office.empty()) offices.push_back(i);
      if (i > 0 && rows.actors[i - 1].id == row.id) {
        actors.back().second = i + 1;
      } else {
        actors.emplace_back(i, i + 1);
        ids.add(hash(row.id), static_cast<std::uint32_t>(actors.size() - 1));
      }
      const auto actor = static_cast<std::uint32_t>(actors.size() - 1);
      for_each_of(row.names, [&](std::string_view name) {
        const std::string folded = fold(name);
        names.add(hash(folded), 2 * actor + (is_capitals(name) ? 1 : 0));
        if (row.kind != ActorKind::person)
          lengthen(names_begin, hash(std::string_view(folded).substr(0, folded.find(' '))), words_in(name));
      });
      if (row.kind != ActorKind::person || row.names.empty() || row.office.empty()) continue;
      const std::string_view surname = surname_of(row.names.substr(0, row.names.find('|')), row.country);
      if (!surname.empty()) surnames.add(fold_hash(surname), actor);
    }
    const auto key = [&](std::uint32_t i) {
      const ActorRow& row = rows.actors[i];
      return std::tuple(row.country, row.office, row.from);
    };
    std::sort(offices.begin(), offices.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  }

  void link_country(std::uint32_t i) {
    const CountryRow& row = rows.countries[i];
    const auto add_all = [&](std::string_view words, Land land, bool plural) {
      for_each_of(words, [&](std::string_view one) {
        std::string key = lower(one);
        if (key.starts_with("the ")) key.erase(0, 4);
        countries.add(hash(key), 4 * i + static_cast<std::uint32_t>(land));
        add_beginning(key);
        if (!plural) return;
        key += 's';
        countries.add(hash(key), 4 * i + static_cast<std::uint32_t>(land));
        add_beginning(key);
      });
    };
    add_all(row.names, Land::name, false);
    add_all(row.adjectives, Land::adjective, false);
    add_all(row.people, Land::people, true);
    add_all(row.seats, Land::seat, false);
  }
};

std::shared_ptr<const Tables> Tables::built_in() {
  static const std::shared_ptr<const Tables> kTables = [] {
    auto layer = std::make_shared<Layer>();
    layer->add(built_in_countries(), "countries.tsv");
    layer->add(built_in_roles(), "roles.tsv");
    layer->add(built_in_officials(), "officials.tsv");
    layer->add(built_in_bodies(), "bodies.tsv");
    layer->link();
    auto tables = std::make_shared<Tables>();
    tables->layers_.push_back(std::move(layer));
    return tables;
  }();
  return kTables;
}

Result<std::shared_ptr<const Tables>> Tables::open(const std::vector<std::string>& folders) {
  if (folders.empty()) return built_in();
  auto tables = std::make_shared<Tables>();
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    const auto files = table_files(*folder);
    if (!files) return fail(files.error());
    auto layer = std::make_shared<Layer>();
    layer->texts.reserve(files->size());  // Their places must stay: rows are views of them.
    for (const std::string& file : *files) {
      auto text = read_table(file);
      if (!text) return fail(std::move(text.error()));
      if (is_coding_table(*text)) continue;
      layer->texts.push_back(std::move(*text));
      layer->add(layer->texts.back(), file);
    }
    if (!layer->rows.faults.empty()) {
      Error first = layer->rows.faults.front();
      if (layer->rows.faults.size() > 1)
        first.message += fmt::format(" (and {} more faults)", layer->rows.faults.size() - 1);
      first.mend += fmt::format(" `onrecord lexicon check {}` tells all.", *folder);
      return fail(std::move(first));
    }
    layer->link();
    tables->layers_.push_back(std::move(layer));
  }
  tables->layers_.push_back(built_in()->layers_.front());
  return std::shared_ptr<const Tables>(std::move(tables));
}

Result<std::shared_ptr<const Tables>> Tables::of_text(std::string text, const std::string& name) {
  auto layer = std::make_shared<Layer>();
  layer->texts.push_back(std::move(text));
  layer->add(layer->texts.back(), name);
  if (!layer->rows.faults.empty()) return fail(layer->rows.faults.front());
  layer->link();
  auto tables = std::make_shared<Tables>();
  tables->layers_.push_back(std::move(layer));
  return std::shared_ptr<const Tables>(std::move(tables));
}

std::vector<ActorRows> Tables::find_name(std::string_view name) const {
  std::vector<ActorRows> found;
  const std::uint64_t key = fold_hash(name);
  const bool capitals = is_capitals(name);
  for (const auto& layer : layers_) {
    layer->names.find(key, [&](std::uint32_t value) {
      const ActorRows rows = layer->rows_of(value / 2);
      const bool known =
          std::any_of(found.begin(), found.end(), [&](ActorRows one) { return one.data() == rows.data(); });
      if ((value % 2 == 0 || capitals) && !known) found.push_back(rows);
      return false;
    });
    if (!found.empty()) break;
  }
  return found;
}

std::vector<ActorRows> Tables::find_surname(std::string_view surname) const {
  std::vector<ActorRows> found;
  const std::uint64_t key = fold_hash(surname);
  for (const auto& layer : layers_) {
    layer->surnames.find(key, [&](std::uint32_t value) {
      found.push_back(layer->rows_of(value));
      return false;
    });
  }
  return found;
}

std::optional<CountryWord> Tables::find_country(std::string_view words) const {
  if (words.empty() || (words.front() >= 'a' && words.front() <= 'z')) return std::nullopt;
  if (words.starts_with("The ")) words.remove_prefix(4);
  const std::uint64_t key = hash(lower(words));
  for (const auto& layer : layers_) {
    std::optional<CountryWord> found;
    layer->countries.find(key, [&](std::uint32_t value) {
      found = CountryWord{layer->rows.countries[value / 4].code, static_cast<Land>(value % 4)};
      return true;
    });
    if (found) return found;
  }
  return std::nullopt;
}

const RoleRow* Tables::find_role(std::string_view words, bool before) const {
  const std::uint64_t key = hash(words);
  for (const auto& layer : layers_) {
    const RoleRow* found = nullptr;
    (before ? layer->modifiers : layer->nouns).find(key, [&](std::uint32_t value) {
      found = &layer->rows.roles[value];
      return true;
    });
    if (found != nullptr) return found;
  }
  return nullptr;
}

const RoleRow* Tables::find_noun(std::string_view words) const {
  if (const RoleRow* row = find_role(words, false)) return row;
  if (words.size() < 4 || words.back() != 's') return nullptr;
  words.remove_suffix(1);
  if (const RoleRow* row = find_role(words, false)) return row;
  if (words.back() != 'e') return nullptr;
  words.remove_suffix(1);
  if (const RoleRow* row = find_role(words, false)) return row;
  if (words.back() != 'i') return nullptr;
  return find_role(std::string(words.substr(0, words.size() - 1)) + "y", false);
}

const RoleRow* Tables::find_ending(std::string_view word) const {
  const RoleRow* found = nullptr;
  for (const auto& layer : layers_) {
    const bool any = layer->endings.find(hash(word), [&](std::uint32_t value) {
      found = &layer->rows.roles[value];
      return true;
    });
    if (any) break;
  }
  return found;
}

unsigned Tables::longest_from(std::string_view word) const {
  unsigned longest = 0;
  const std::uint64_t key = hash(word);
  for (const auto& layer : layers_) {
    layer->begins.find(key, [&](std::uint32_t words) {
      longest = std::max(longest, words);
      return true;
    });
  }
  return longest;
}

unsigned Tables::longest_name_from(std::string_view word) const {
  unsigned longest = 0;
  const std::uint64_t key = fold_hash(word);
  for (const auto& layer : layers_) {
    layer->names_begin.find(key, [&](std::uint32_t words) {
      longest = std::max(longest, words);
      return true;
    });
  }
  return longest;
}

bool Tables::is_sponsor(std::string_view word) const {
  const auto any = [](std::uint32_t) { return true; };
  return std::any_of(layers_.begin(), layers_.end(),
                     [&](const auto& layer) { return layer->sponsors.find(hash(word), any); });
}

bool Tables::is_still(std::string_view verb_lemma) const {
  const auto any = [](std::uint32_t) { return true; };
  return std::any_of(layers_.begin(), layers_.end(),
                     [&](const auto& layer) { return layer->still.find(hash(verb_lemma), any); });
}

std::optional<ActorRows> Tables::holder(std::string_view country, std::string_view office, Day day) const {
  for (const auto& layer : layers_) {
    const auto& rows = layer->rows.actors;
    const auto key = [&](std::uint32_t i) { return std::tuple(rows[i].country, rows[i].office); };
    const auto [first, end] =
        std::equal_range(layer->offices.begin(), layer->offices.end(), std::uint32_t{0xFFFFFFFFU},
                         [&](std::uint32_t a, std::uint32_t b) {
                           const auto of = [&](std::uint32_t i) {
                             return i == 0xFFFFFFFFU ? std::tuple(country, office) : key(i);
                           };
                           return of(a) < of(b);
                         });
    // On a day of handing over the one who comes holds it: rows are in order of their first days.
    const ActorRow* holds = nullptr;
    for (auto at = first; at != end; ++at) {
      if (rows[*at].from <= day && day <= rows[*at].to) holds = &rows[*at];
    }
    if (holds == nullptr) continue;
    std::optional<ActorRows> found;
    layer->ids.find(hash(holds->id), [&](std::uint32_t actor) {
      found = layer->rows_of(actor);
      return true;
    });
    return found;
  }
  return std::nullopt;
}

ActorState Tables::inherited(const ActorRow& row, int depth) const {
  ActorState state{row.country, row.sectors, row.office, 0.95F};
  if (row.of.empty() || depth >= kDeepest || (!row.country.empty() && !row.sectors.empty())) return state;
  for (const auto& layer : layers_) {
    const bool found = layer->ids.find(hash(row.of), [&](std::uint32_t actor) {
      const ActorState above = inherited(layer->rows_of(actor).front(), depth + 1);
      if (state.country.empty()) state.country = above.country;
      if (state.sectors.empty()) state.sectors = above.sectors;
      return true;
    });
    if (found) break;
  }
  return state;
}

ActorState Tables::state(ActorRows actor, std::optional<Day> day) const {
  const ActorRow *undated = nullptr, *last = nullptr;
  Day first_day = kLastDay;
  bool one_country = true;
  for (const ActorRow& row : actor) {
    one_country = one_country && row.country == actor.front().country;
    if (row.from == kFirstDay && row.to == kLastDay) {
      if (undated == nullptr) undated = &row;
      continue;
    }
    if (day && row.from <= *day && *day <= row.to) {
      // On a day of handing over, the row that begins then; else the first that holds.
      const bool better = std::any_of(&row + 1, actor.data() + actor.size(), [&](const ActorRow& other) {
        return other.from == *day && row.to == *day;
      });
      if (!better) return inherited(row, 0);
    }
    first_day = std::min(first_day, row.from);
    if (last == nullptr || row.to > last->to) last = &row;
  }
  if (undated != nullptr && (day || last == nullptr)) return inherited(*undated, 0);
  if (last == nullptr) return {};
  ActorState state = inherited(*last, 0);
  if (!one_country) state.country = {};
  if (!day) {
    state.score = last->to_at_least || last->to == kLastDay ? 0.7F : 0.5F;
    if (state.score < 0.6F) state.sectors.clear();
    state.office = {};
    return state;
  }
  state.office = {};
  state.score = 0.6F;
  if (last->to_at_least && *day > last->to) {
    if (*day - last->to > kStillSo) state.sectors.clear();
    return state;
  }
  if (actor.front().kind != ActorKind::person) return {};
  // Out of office: elite, when it was a state's; before it, and between two terms, only the country is sure.
  const bool was_in_office = *day > last->to && actor.front().kind == ActorKind::person;
  state.sectors.clear();
  if (was_in_office && !last->sectors.empty()) state.sectors.push_back(Sector::ELI);
  if (*day < first_day) state.score = 0.5F;
  return state;
}

std::string_view Tables::shown_name(ActorRows actor) {
  const std::string_view names = actor.front().names;
  return names.substr(0, names.find('|'));
}

Result<std::vector<std::string>> table_files(const std::string& path) {
  std::vector<std::string> files;
  if (!base::is_folder(path)) return std::vector<std::string>{path};
  std::optional<Error> fault;
  base::visit_files(path, [&](Result<std::string> file) {
    if (!file) {
      fault = std::move(file.error());
      return false;
    }
    if (file->ends_with(".tsv")) files.push_back(std::move(*file));
    return true;
  });
  if (fault) return fail(std::move(*fault));
  if (files.empty())
    return fail(
        {ErrorCode::not_found, "no table (*.tsv) in the folder", path, "", "Name a folder with tables."});
  return files;
}

bool is_coding_table(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') return line == kCodingColumns;
  }
  return false;
}

Result<std::string> read_table(const std::string& path) {
  auto input = base::Input::open(path);
  if (!input) return fail(std::move(input.error()));
  std::string text;
  if (auto done = input->read_all(text, kMostBytes); !done) return fail(std::move(done.error()));
  return text;
}

}  // namespace onrecord::actor_table
