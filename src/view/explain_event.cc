// Why an event is in the record: the words that tell it, who takes part, and what decided how it stands.

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "onrecord/view.h"
#include "view/event_views.h"
#include "view/layout.h"
#include "view/people.h"
#include "view/positions.h"
#include "view/times.h"

namespace onrecord {
namespace {

constexpr unsigned kLeastWidth = 40;

std::string_view meaning(EventStatus status) {
  switch (status) {
    case EventStatus::happened:
      return "the report tells it as having happened or going on";
    case EventStatus::did_not:
      return "the report tells that it did not happen";
    case EventStatus::alleged:
      return "somebody says so, and the report leaves it open";
    case EventStatus::planned:
      return "it is decided or announced";
    case EventStatus::possible:
      return "it may happen, or may have";
    case EventStatus::demanded:
      return "somebody asks for it";
    case EventStatus::conditional:
      return "it hangs on a condition";
    case EventStatus::background:
      return "it is long past and told to explain";
    case EventStatus::unknown:
      break;
  }
  return "how it stands is not known";
}

class Explanation {
 public:
  Explanation(const Reading& reading, const TableStyle& style)
      : reading_(reading), positions_(reading), style_(style) {}

  std::string of(std::size_t index) {
    const Event& event = reading_.events[index];
    line(fmt::format("Event {} of {}: {}{}{}", index + 1, reading_.events.size(), to_string(event.type),
                     event.mode.empty() ? "" : " ", event.mode));
    tell_mentions(event);
    line(fmt::format("Status {}: {}. Decided by: {}{}; score {:.2f}.", to_string(event.status),
                     meaning(event.status), event.status_rule.empty() ? "not told" : event.status_rule,
                     event.status_evidence ? " (" + quoted(*event.status_evidence) + ")" : "",
                     event.status_score));
    tell_voucher(event);
    tell_parties("Agent", event.agents);
    tell_parties("Recipient", event.recipients);
    if (event.place && *event.place < reading_.places.mentions.size())
      line(fmt::format("Where: {}.", quoted(reading_.places.mentions[*event.place].span)));
    line(event.happened.period
             ? fmt::format("When: {}.", view::clock_text(event.happened))
             : std::string("When is not known: neither its clause nor another mention tells."));
    for (const EventCount& count : event.counts)
      line(fmt::format("{}: by {}.", view::count_text(count), quoted(count.words)));
    return std::move(told_);
  }

 private:
  void line(const std::string& text) {
    for (const std::string& one : view::wrap(text, std::max(style_.width, kLeastWidth))) told_ += one + "\n";
  }

  std::string quoted(Span span) const {
    return fmt::format("“{}”, {}", view::printable(positions_.words(span)), positions_.begin(span));
  }

  void tell_mentions(const Event& event) {
    for (std::size_t i = 0; i < event.mentions.size(); ++i) {
      const EventMention& mention = event.mentions[i];
      line(fmt::format("Told by {}{}: found by {}, score {:.2f}.", quoted(mention.trigger),
                       event.mentions.size() > 1 && i == event.clearest ? ", the clearest" : "",
                       mention.rule.empty() ? "the neural reader" : mention.rule, mention.score));
    }
  }

  void tell_voucher(const Event& event) {
    if (!event.vouched_by) {
      line("On the report's own word.");
      return;
    }
    line(fmt::format("On the word of statement {}.", *event.vouched_by + 1));
  }

  void tell_parties(std::string_view role, const std::vector<EventParty>& parties) {
    for (const EventParty& party : parties) {
      std::string who;
      if (party.entity) {
        if (const auto name = view::name_of(reading_, *party.entity)) who = ", who is " + quoted(*name);
      }
      if (party.actor && *party.actor < reading_.actors.size()) {
        const std::string code = view::code_of(reading_.actors[*party.actor]);
        if (!code.empty()) who += " [" + code + "]";
      }
      line(fmt::format("{}: {}{}; score {:.2f}.", role, quoted(party.span), who, party.score));
    }
    if (parties.empty()) line(fmt::format("{}: the report names none.", role));
  }

  const Reading& reading_;
  view::Positions positions_;
  const TableStyle& style_;
  std::string told_;
};

}  // namespace

Result<std::string> explain_event(const Reading& reading, std::size_t number, const TableStyle& style) {
  const std::size_t count = reading.events.size();
  if (number == 0 || number > count)
    return fail({ErrorCode::bad_option, fmt::format("there is no event {}; the report has {}", number, count),
                 reading.report.name, "",
                 count == 0
                     ? std::string("Read the report to see what is found in it.")
                     : fmt::format("Give --event a number from 1 to {}, as the table counts them.", count)});
  return Explanation(reading, style).of(number - 1);
}

}  // namespace onrecord
