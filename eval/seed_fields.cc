// What is told of a statement beside its own words, and who calls what how.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "eval/seed.h"

namespace onrecord::eval {
namespace {

bool circumstance_fits(std::string_view expected, const std::optional<Span>& found,
                       const Document& document) {
  if (expected.empty()) return true;
  return found && normalised(document.text(*found)) == normalised(expected);
}

// "2022-03-27" as a weekday's name; nothing when it is no date.
std::string_view weekday_of(std::string_view date) {
  static constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                            "Thursday", "Friday", "Saturday"};
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    const std::string_view digits = date.substr(std::min(from, date.size()), size);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const std::chrono::year_month_day day(std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2))));
  if (!day.ok()) return "";
  return kDays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
}

// The day by its weekday: reports give the days of the week before by no more.
bool day_fits(std::string_view expected, const std::optional<Span>& found, const Document& document) {
  if (expected.empty()) return true;
  const std::string_view weekday = weekday_of(expected);
  if (!found) return false;
  const std::string words = normalised(document.text(*found));
  return holds_words(words, expected) || (!weekday.empty() && holds_words(words, weekday));
}

bool modality_fits(const ExpectedStatement& expected, const Statement& statement, const Document& document) {
  if (expected.modality.empty()) return true;
  const Stance& stance = statement.stance;
  const bool label = to_string(stance.certainty.value) == expected.modality ||
                     to_string(stance.modality.value) == expected.modality;
  return label && (expected.condition.empty() || std::ranges::any_of(statement.contents, [&](Span content) {
                     return holds_words(normalised(document.text(content)), normalised(expected.condition));
                   }));
}

// The entities of the mentions that stand for just these words.
std::vector<std::uint32_t> entities_at(const Reading& reading, const std::optional<Span>& words) {
  std::vector<std::uint32_t> entities;
  if (!words) return entities;
  for (const Mention& mention : reading.entities.mentions) {
    if (mention.span == *words || (words->contains(mention.span) && mention.span.end == words->end))
      entities.push_back(mention.entity);
  }
  return entities;
}

// Whoever is not named is called what is written.
bool is_person(const Reading& reading, const Statement& statement, const ExpectedStatement& expected) {
  if (is_called(reading, statement.speakers, expected.person)) return true;
  return expected.person == expected.speaker && statement.speaker && !statement.speakers.empty() &&
         match_speaker(expected.person, reading.document.text(*statement.speaker)) != SpeakerMatch::none;
}

// Whether a mention within the content, ending in `word`, stands for what is called `name`.
bool refers(const Reading& reading, const Statement& statement, std::string_view word,
            std::string_view name) {
  for (const Mention& mention : reading.entities.mentions) {
    const std::string_view words = reading.document.text(mention.span);
    const bool inside =
        std::ranges::any_of(statement.contents, [&](Span content) { return content.contains(mention.span); });
    if (inside && words.ends_with(word) && is_called(reading, {mention.entity}, name)) return true;
  }
  return false;
}

bool gives_name(const Reading& reading, const Naming& naming, const ExpectedNaming& expected) {
  const Document& document = reading.document;
  const std::string name = normalised(document.text(naming.name));
  if (without_article(name) != without_article(normalised(expected.name))) return false;
  if (!naming.cue || !holds_words(normalised(document.text(*naming.cue)), expected.cue)) return false;
  const bool written =
      naming.namer && match_speaker(expected.user, document.text(*naming.namer)) != SpeakerMatch::none;
  return written || is_called(reading, naming.namers, expected.user);
}

}  // namespace

SeedFields fields_of(const Reading& reading, const Statement& statement, const ExpectedStatement& expected) {
  const Document& document = reading.document;
  const Stance& stance = statement.stance;
  SeedFields fields;
  fields.person = expected.of.empty()
                      ? is_person(reading, statement, expected)
                      : is_called(reading, entities_at(reading, statement.on_behalf_of), expected.of);
  fields.act =
      expected.acts.empty() || std::ranges::find(expected.acts, stance.act.value) != expected.acts.end();
  fields.modality = modality_fits(expected, statement, document);
  fields.polarity = expected.polarity.empty() || to_string(stance.polarity.value) == expected.polarity;
  fields.addressee = circumstance_fits(expected.addressee, statement.addressee, document);
  fields.channel = circumstance_fits(expected.channel, statement.channel, document);
  fields.language = circumstance_fits(expected.language, statement.language, document);
  fields.said_on = day_fits(expected.said_on, statement.when, document);
  fields.referents = std::ranges::all_of(expected.referents, [&](const auto& each) {
    return refers(reading, statement, each.first, each.second);
  });
  return fields;
}

std::vector<int> score_names_given(const Reading& reading, const std::vector<ExpectedNaming>& expected) {
  std::vector<int> found(expected.size(), -1);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (std::size_t n = 0; n < reading.namings.size() && found[i] < 0; ++n) {
      if (gives_name(reading, reading.namings[n], expected[i])) found[i] = static_cast<int>(n);
    }
  }
  return found;
}

}  // namespace onrecord::eval
