// Why a place is in the record: the words that name it, what they stand for, and what decided that they mean
// it.

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/place_views.h"
#include "view/positions.h"

namespace onrecord {
namespace {

constexpr unsigned kLeastWidth = 40;
constexpr std::size_t kMostMentions = 12;

std::string_view meaning(PlaceUse use) {
  switch (use) {
    case PlaceUse::place:
      return "somewhere";
    case PlaceUse::actor:
      return "someone: a government, a people, a team";
    case PlaceUse::demonym:
      return "those from there";
    case PlaceUse::modifier:
      return "a modifier of what follows";
    case PlaceUse::in_name:
      return "part of a longer name";
    case PlaceUse::facility:
      return "a facility";
    case PlaceUse::dateline:
      return "where the report says that it was written";
    case PlaceUse::unknown:
      break;
  }
  return "not known";
}

class Explanation {
 public:
  Explanation(const Reading& reading, const TableStyle& style)
      : reading_(reading), positions_(reading), style_(style) {}

  std::string of(std::uint32_t index) {
    const Place& place = reading_.places.places[index];
    line(fmt::format("Place {} of {}: {}", index + 1, reading_.places.places.size(),
                     view::printable(place.name)));
    line(fmt::format("It is a {} in the gazetteer, {} {}{}{}.", to_string(place.kind),
                     place.id > 0 ? "GeoNames' number" : "onrecord's own number", place.id,
                     place.country.empty() ? "" : ", in ", place.country));
    line(fmt::format("Its point is {:.4f}, {:.4f}; it reaches some {:.0f} km from there.", place.latitude,
                     place.longitude, place.radius_km));
    tell_status(place);
    told_ += '\n';
    line("The words that name it");
    tell_mentions(index);
    return std::move(told_);
  }

 private:
  void line(const std::string& text) {
    for (const std::string& one : view::wrap(text, std::max(style_.width, kLeastWidth))) told_ += one + "\n";
  }

  void tell_status(const Place& place) {
    if (!place.disputed()) return;
    line(fmt::format(
        "It is disputed. By the United Nations' view it belongs to {}; administered by {}; claimed by {}.",
        place.de_jure.empty() ? "nobody they name" : place.de_jure,
        place.administered_by.empty() ? "nobody" : place.administered_by,
        place.claimed_by.empty() ? "nobody else" : place.claimed_by));
  }

  void tell_mentions(std::uint32_t index) {
    std::size_t count = 0;
    for (const PlaceMention& mention : reading_.places.mentions) {
      if (mention.place != index || ++count > kMostMentions) continue;
      line(fmt::format(
          "“{}” ({}) stands for {}, with a score of {:.2f}. That it means this place: {:.2f}{}{}.",
          view::printable(positions_.words(mention.span)), positions_.begin(mention.span),
          meaning(mention.use), mention.use_score, mention.place_score, mention.rule.empty() ? "" : ", as ",
          mention.rule));
    }
    if (count > kMostMentions) line(fmt::format("And {} more.", count - kMostMentions));
  }

  const Reading& reading_;
  view::Positions positions_;
  const TableStyle& style_;
  std::string told_;
};

}  // namespace

Result<std::string> explain_place(const Reading& reading, std::size_t number, const TableStyle& style) {
  const std::size_t count = reading.places.places.size();
  if (number == 0 || number > count)
    return fail({ErrorCode::bad_option, fmt::format("there is no place {}; the report has {}", number, count),
                 reading.report.name, "",
                 count == 0
                     ? std::string("Read the report to see what is found in it.")
                     : fmt::format("Give --place a number from 1 to {}, as the table counts them.", count)});
  return Explanation(reading, style).of(static_cast<std::uint32_t>(number - 1));
}

}  // namespace onrecord
