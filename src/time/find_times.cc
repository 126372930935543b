#include "time/find_times.h"

#include <charconv>
#include <string_view>
#include <utility>

#include "time/parser.h"
#include "time/resolve.h"
#include "time/value.h"

namespace onrecord::time {
namespace {

// "Monday to Friday", "Monday through Friday"
bool is_to(const syntax::Tree& tree, std::uint32_t word) {
  const std::string_view lemma = tree.lemma(word);
  return lemma == "to" || lemma == "through" || lemma == "until" || lemma == "till" || lemma == "-" ||
         lemma == "\xE2\x80\x93";
}

// "May and June 1995", "from May 3 to June 4, 1995": the year that is told last is that of all.
void give_years(const syntax::Tree& tree, std::vector<Draft>& drafts) {
  for (std::size_t i = drafts.size(); i-- > 1;) {
    const Draft& later = drafts[i];
    Fields& fields = drafts[i - 1].expression.fields;
    const Fields& told = later.expression.fields;
    const bool months = fields.month > 0 && told.month > 0 && drafts[i - 1].expression.shape == Shape::date &&
                        later.expression.shape == Shape::date;
    const bool lacks = fields.year == kUnsaid && !fields.from_this_year && told.year != kUnsaid;
    const std::uint32_t between = drafts[i - 1].end;
    if (!months || !lacks || later.first != between + 1) continue;
    const std::string_view word = tree.lemma(between);
    const bool to = is_to(tree, between);
    if (!to && word != "and" && word != "or" && word != ",") continue;
    const bool before = fields.month < told.month || (fields.month == told.month && fields.day <= told.day);
    if (!before && !to) continue;
    fields.year = told.year - (before ? 0 : 1);
    fields.two_digits = told.two_digits;
  }
}

std::vector<Draft> parse(const syntax::Tree& tree) {
  const std::vector<Item> items = items_of(tree.document());
  std::vector<Draft> drafts;
  for (const TokenRange sentence : tree.tags().sentences) {
    if (sentence.end > items.size()) break;
    const Parser parser(tree, items, sentence);
    for (std::uint32_t at = sentence.first; at < sentence.end;) {
      auto draft = parser.time(at);
      at = draft ? draft->end : at + 1;
      if (!draft) continue;
      const auto second = parser.second_day(*draft);
      drafts.push_back(*std::move(draft));
      if (!second) continue;
      at = second->end;
      drafts.push_back(*second);
    }
  }
  give_years(tree, drafts);
  return drafts;
}

bool is_day(const TimeMention& mention) {
  return mention.period && mention.period->first == mention.period->last && !mention.period->open_first &&
         !mention.period->open_last && mention.granularity <= Granularity::day;
}

// The day that a dateline tells, if it is the day of publication or shortly before: what the report tells is
// counted from there.
constexpr int kMostDaysOfDateline = 3;
bool is_dateline(const syntax::Tree& tree, const TimeMention& mention, Day published) {
  constexpr std::uint32_t kFirstWords = 12;
  if (mention.words.first > kFirstWords || !is_day(mention)) return false;
  const auto& blocks = tree.document().blocks();
  bool in_dateline = false;
  for (const Block& block : blocks) {
    if (block.span.begin > mention.span.begin) break;
    if (block.span.contains(mention.span)) in_dateline = block.kind == BlockKind::dateline;
  }
  // "HAVANA, August 7 (Agency) --"
  const bool before_agency = mention.words.end < tree.size() && tree.text(mention.words.end) == "(";
  const auto age = (published - mention.period->first).count();
  return (in_dateline || before_agency) && age >= 0 && age <= kMostDaysOfDateline;
}

// "1989-Q1"
std::optional<std::pair<int, int>> fiscal_quarter(std::string_view value) {
  constexpr std::size_t kSize = 7;
  int year = 0;
  if (value.size() != kSize || value[5] != 'Q' || value[6] < '1' || value[6] > '4') return std::nullopt;
  if (std::from_chars(value.data(), value.data() + 4, year).ptr != value.data() + 4) return std::nullopt;
  return std::pair(year, value[6] - '0');
}

// Figures of a quarter are compared with those of "a year earlier", until figures of nine months are.
void remember_quarter(const TimeMention& mention, Context& context) {
  const bool months = mention.type == TimeType::duration && mention.rule == "span" &&
                      mention.granularity == Granularity::month;
  if (months) context.months = true;
  if (mention.granularity != Granularity::quarter) return;
  context.months = false;
  if (!mention.period) {
    // "The quarter" and "a year earlier" are counted from it, and lead on no further.
    if (mention.rule == "quarter") context.fiscal = fiscal_quarter(mention.value);
    return;
  }
  if (mention.dating == Dating::earlier_time) return;
  context.fiscal = std::nullopt;
  const bool over = context.speaking && mention.period->last < *context.speaking;
  const bool one_is_over =
      context.quarter && context.speaking && context.quarter->period.last < *context.speaking;
  if (!over && one_is_over) return;
  // What the report is of is told oftenest; a quarter told in passing beside it ("after a flat second
  // quarter") is an earlier one.
  const int told = ++context.quarters_told[mention.period->first];
  const bool passing = over && one_is_over && mention.period->first < context.quarter->period.first &&
                       told <= context.quarters_told[context.quarter->period.first];
  if (!passing) context.quarter = Anchor{*mention.period, mention.granularity, mention.span};
}

void remember(const TimeMention& mention, Context& context) {
  remember_quarter(mention, context);
  if (!mention.period || mention.type == TimeType::set || mention.type == TimeType::duration) return;
  if (mention.granularity > Granularity::year || mention.granularity == Granularity::unknown) return;
  // Figures stand one beside the other, each "a year earlier" than now: none is counted from another.
  if (mention.rule == "earlier" && mention.granularity >= Granularity::quarter) return;
  const Anchor anchor{*mention.period, mention.granularity, mention.span};
  context.last = anchor;
  if (is_day(mention)) context.last_day = anchor;
}

// "at 10:35 a.m. … on Friday": an hour whose day the same sentence tells behind it.
void give_days_to_hours(const syntax::Tree& tree, std::vector<TimeMention>& times) {
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const TimeMention& next = times[i + 1];
    TimeMention& hour = times[i];
    if (hour.rule != "clock" || !is_day(next) || next.type != TimeType::date) continue;
    if (tree.sentence_number(hour.words.first) != tree.sentence_number(next.words.first)) continue;
    const std::size_t of_day = hour.value.find('T');
    if (of_day == std::string::npos) continue;
    hour.value = day_value(next.period->first) + hour.value.substr(of_day);
    hour.period = next.period;
    hour.anchor = next.span;
    hour.dating = next.dating;
  }
}

}  // namespace

std::vector<TimeMention> find_times(const syntax::Tree& tree,
                                    std::optional<std::chrono::year_month_day> published) {
  const Resolver resolver(tree);
  Context context;
  if (published && published->ok()) {
    const int year = static_cast<int>(published->year());
    if (year >= kFirstYear && year <= kLastYear) context.speaking = Day{*published};
  }
  const std::optional<Day> day = context.speaking;
  context.published = day;
  std::vector<TimeMention> times;
  for (const Draft& draft : parse(tree)) {
    context.from = std::nullopt;
    const bool goes_on = !times.empty() && times.back().words.end + 1 == draft.first &&
                         is_to(tree, times.back().words.end) && times.back().rule == "weekday" &&
                         is_day(times.back());
    if (goes_on) context.from = Anchor{*times.back().period, times.back().granularity, times.back().span};
    TimeMention mention = resolver.resolve(draft, context);
    if (day && is_dateline(tree, mention, *day)) context.speaking = mention.period->first;
    remember(mention, context);
    times.push_back(std::move(mention));
  }
  give_days_to_hours(tree, times);
  return times;
}

}  // namespace onrecord::time
