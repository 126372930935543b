#include "eval/time_dating.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>
#include <system_error>
#include <tuple>
#include <utility>

#include "eval/options.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr std::string_view kUndated = "XXXX-XX-XX";

// Gold files write "2003-09" and "1968" too.
std::string whole_date(std::string_view date) {
  std::string whole(date);
  if (whole.starts_with("XXX")) return std::string(kUndated);
  constexpr std::size_t kYear = 4, kMonth = 7;
  if (whole.size() == kYear) whole += "-XX-XX";
  if (whole.size() == kMonth) whole += "-XX";
  return whole;
}

// The token of `event`'s sentence that is `wanted`, or the end of it where our words are cut finer.
std::optional<std::uint32_t> find_word(std::string_view wanted, Span sentence, const Reading& reading) {
  const auto& tokens = reading.document.tokens();
  constexpr std::size_t kLeast = 4;
  for (std::uint32_t word = 0; word < tokens.size(); ++word) {
    const Span span = reading.document.to_bytes(tokens[word].span);
    if (span.begin < sentence.begin) continue;
    if (span.begin >= sentence.end) break;
    const std::string_view here = reading.document.word(word);
    const bool end_of_it = wanted.find('-') != std::string_view::npos && wanted.ends_with(here);
    if (here == wanted || (end_of_it && here.size() >= kLeast)) return word;
  }
  return std::nullopt;
}

bool is_dated(const Reading& reading, std::uint32_t word) {
  return std::ranges::find(reading.dated, word, &DatedWord::word) != reading.dated.end();
}

// The word of ours that stands for the event: of several ("court case", "rolled out") the last that is one of
// ours.
std::optional<std::uint32_t> word_of(const DatedEvent& event, const TimedReport& report,
                                     const Reading& reading) {
  if (event.sentence >= report.sentences.size()) return std::nullopt;
  std::optional<std::uint32_t> found;
  const auto words = split(event.word, ' ');
  for (auto wanted = words.rbegin(); wanted != words.rend(); ++wanted) {
    const auto word = find_word(*wanted, report.sentences[event.sentence], reading);
    if (!word) continue;
    if (is_dated(reading, *word)) return word;
    if (!found) found = word;
  }
  return found;
}

std::string sentence_text(const TimedReport& report, std::size_t sentence) {
  if (sentence >= report.sentences.size()) return {};
  const Span span = report.sentences[sentence];
  constexpr std::uint32_t kMost = 230;
  return report.text.substr(span.begin, std::min(span.size(), kMost));
}

struct Set {
  std::string name, gold, texts;
};

Result<std::vector<DatedEvent>> read_events(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  if (trouble) return fail({ErrorCode::not_readable, "cannot list the folder", folder});
  std::ranges::sort(paths);
  std::vector<DatedEvent> all;
  std::set<std::tuple<std::string, std::size_t, std::string>>
      known;  // An event may stand in several timelines.
  for (const auto& path : paths) {
    const auto text = read_file(path.string());
    if (!text) return fail(text.error());
    for (DatedEvent& event : parse_timeline(*text))
      if (known.emplace(event.document, event.sentence, event.word).second) all.push_back(std::move(event));
  }
  return all;
}

DatingScore sum_of(const std::vector<DatingScore>& scores) {
  DatingScore all;
  for (const DatingScore& one : scores) {
    all.dated += one.dated;
    all.right += one.right;
    all.missing += one.missing;
    all.undated += one.undated;
    all.left_unknown += one.left_unknown;
    all.published += one.published;
    for (const auto& [how, counts] : one.by_dating) {
      all.by_dating[how].first += counts.first;
      all.by_dating[how].second += counts.second;
    }
  }
  return all;
}

Result<DatingScore> score_set(const Engine& engine, const Set& set, const Options& options, bool list,
                              Talk talk) {
  const auto events = read_events(set.gold);
  if (!events) return fail(events.error());
  const auto reports = read_timeml_folder(set.texts);
  if (!reports) return fail(reports.error());
  std::vector<std::string> lists(reports->size());
  std::vector<DatingScore> scores(reports->size());
  for_each_index(reports->size(), options.threads, [&](std::size_t i) {
    const TimedReport& gold = (*reports)[i];
    Report report = plain_report(gold.name, gold.text);
    report.published = gold.published;
    const auto reading = engine.read(std::move(report));
    if (!reading) return;
    std::ostringstream lines;
    score_dating(*events, gold, *reading, scores[i], list ? &lines : nullptr);
    lists[i] = lines.str();
  });
  for (const std::string& one : lists) talk.out << one;
  return sum_of(scores);
}

// "1998-02-27T08:15", "1998-02", "1998"; nothing for what is no day, month or year.
std::string linked_date(std::string_view value) {
  constexpr std::size_t kDay = 10;
  const std::string date = whole_date(value.substr(0, std::min(value.size(), kDay)));
  const bool known = date.size() == kDay && date.find_first_not_of("0123456789-X") == std::string::npos &&
                     !date.starts_with("X") && value.find('W') == std::string_view::npos;
  return known ? date : std::string();
}

const DatedWord* linked_word(const LinkedEvent& event, const Reading& reading) {
  const DatedWord* found = nullptr;
  for (const DatedWord& one : reading.dated) {
    const Span span = reading.document.to_bytes(reading.document.tokens()[one.word].span);
    if (span.overlaps(event.span)) found = &one;
  }
  return found;
}

// What hangs on a time of its own clause is left out: it tells more of trees than of clocks.
void score_links(const TimedReport& report, const Reading& reading, DatingScore& score) {
  for (const LinkedEvent& event : report.linked) {
    const std::string date = linked_date(event.value);
    if (date.empty()) continue;
    const DatedWord* const word = linked_word(event, reading);
    const Clock clock = word == nullptr ? Clock{} : word->happened.period ? word->happened : word->due;
    if (clock.dating == Dating::explicit_) continue;
    ++score.dated;
    score.published += event.published ? 1 : 0;
    score.missing += word == nullptr ? 1 : 0;
    const bool right = date_of(clock) == date;
    score.right += right ? 1 : 0;
    auto& counts = score.by_dating[word == nullptr ? "no such word" : std::string(to_string(clock.dating))];
    ++counts.first;
    counts.second += right ? 1 : 0;
  }
}

// The links of TimeBank and AQUAINT: of every fifth document, by name, or of the others.
Result<DatingScore> score_linked(const Engine& engine, const Options& options, bool held_out) {
  constexpr std::size_t kParts = 5, kHeldOut = 4;
  const auto reports = read_timeml_folder(options.data + "/time/tbaq");
  if (!reports) return fail(reports.error());
  std::vector<DatingScore> scores(reports->size());
  for_each_index(reports->size(), options.threads, [&](std::size_t i) {
    if ((i % kParts == kHeldOut) != held_out) return;
    Report report = plain_report((*reports)[i].name, (*reports)[i].text);
    report.published = (*reports)[i].published;
    if (const auto reading = engine.read(std::move(report))) score_links((*reports)[i], *reading, scores[i]);
  });
  return sum_of(scores);
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print(const std::string& name, const DatingScore& score, Figures& figures, Talk talk) {
  talk.out << fmt::format("dating: {}\n", name);
  talk.out << fmt::format(
      "  {} dated by people, {} right ({:.1f} %); the day of publication alone {:.1f} %; {} not among our "
      "words\n",
      score.dated, score.right, percent(score.right, score.dated), percent(score.published, score.dated),
      score.missing);
  talk.out << fmt::format("  {} that people could not date, {} unknown to us too\n", score.undated,
                          score.left_unknown);
  for (const auto& [how, counts] : score.by_dating)
    talk.out << fmt::format("  {:<16} {:>5} {:>5} right {:>6.1f} %\n", how, counts.first, counts.second,
                            percent(counts.second, counts.first));
  figures.push_back({"dating." + name + ".right", percent(score.right, score.dated)});
  figures.push_back({"dating." + name + ".published", percent(score.published, score.dated)});
}

}  // namespace

std::vector<DatedEvent> parse_timeline(std::string_view text) {
  std::vector<DatedEvent> events;
  for (const std::string_view line : split(text, '\n')) {
    const auto parts = split(trim(line), '\t');
    for (std::size_t i = 2; i < parts.size(); ++i) {
      const std::string_view id = trim(parts[i]);
      const std::size_t one = id.find('-'), two = one == std::string_view::npos ? one : id.find('-', one + 1);
      if (two == std::string_view::npos) continue;
      DatedEvent event{std::string(id.substr(0, one)), 0, std::string(id.substr(two + 1)),
                       whole_date(trim(parts[1]))};
      const char* const end = id.data() + two;
      if (std::from_chars(id.data() + one + 1, end, event.sentence).ptr != end) continue;
      std::ranges::replace(event.word, '_', ' ');
      events.push_back(std::move(event));
    }
  }
  return events;
}

std::string date_of(const Clock& clock) {
  if (!clock.period) return std::string(kUndated);
  const std::chrono::year_month_day first{clock.period->first}, last{clock.period->last};
  const int year = static_cast<int>(first.year());
  const auto month = static_cast<unsigned>(first.month());
  if (clock.period->first == clock.period->last)
    return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(first.day()));
  const bool is_month = first.year() == last.year() && first.month() == last.month() &&
                        static_cast<unsigned>(first.day()) == 1 &&
                        last == std::chrono::year_month_day{last.year() / last.month() / std::chrono::last};
  if (is_month) return fmt::format("{:04}-{:02}-XX", year, month);
  // What goes on is dated by its beginning.
  if (clock.period->open_last) {
    if (clock.granularity >= Granularity::year) return fmt::format("{:04}-XX-XX", year);
    if (clock.granularity >= Granularity::month) return fmt::format("{:04}-{:02}-XX", year, month);
    return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(first.day()));
  }
  if (first.year() == last.year()) return fmt::format("{:04}-XX-XX", year);
  return fmt::format("{:04}/{:04}", year, static_cast<int>(last.year()));
}

void score_dating(const std::vector<DatedEvent>& events, const TimedReport& report, const Reading& reading,
                  DatingScore& score, std::ostream* list) {
  const std::string document = report.name.substr(0, report.name.find_first_of("_-"));
  for (const DatedEvent& event : events) {
    if (event.document != document) continue;
    const auto word = word_of(event, report, reading);
    if (!word) continue;  // The gold names a word that is not there: some ids are broken.
    const auto found = std::ranges::find(reading.dated, *word, &DatedWord::word);
    Clock clock = found == reading.dated.end() ? Clock{} : found->happened;
    // Timelines put what is to be done "by 2012" in 2012.
    if (!clock.period && found != reading.dated.end()) clock = found->due;
    const std::string ours = date_of(clock);
    if (event.date == kUndated) {
      ++score.undated;
      score.left_unknown += ours == kUndated ? 1 : 0;
      continue;
    }
    ++score.dated;
    score.published += event.date == report.published_value.substr(0, 10) ? 1 : 0;
    score.missing += found == reading.dated.end() ? 1 : 0;
    const bool right = ours == event.date;
    score.right += right ? 1 : 0;
    const std::string how =
        found == reading.dated.end() ? "no such word" : std::string(to_string(clock.dating));
    auto& counts = score.by_dating[how];
    ++counts.first;
    counts.second += right ? 1 : 0;
    if (list != nullptr && !right)
      fmt::print(*list, "{} {} {:<14} gold {} ours {} ({}) | {}\n", event.document, report.published_value,
                 event.word, event.date, ours, how, sentence_text(report, event.sentence));
  }
}

Result<Figures> measure_dating(const Engine& engine, const Options& options, Talk talk) {
  const std::string base = options.data + "/time/timelines";
  if (skip(base, talk)) return Figures{};
  const std::pair<std::string, std::vector<Set>> parts[] = {
      {"dev",
       {{"trial", base + "/TimeLines_trial_data_task4_v1.2",
         base + "/Corpus-trial-data_task4_events_timelines_TimeML"},
        {"corpus 1", base + "/corpus_1/TimeLines_Gold_Standard", base + "/corpus_1/corpus_trackA_TimeML"}}},
      {"held-out",
       {{"corpus 2", base + "/corpus_2/TimeLines_Gold_Standard", base + "/corpus_2/corpus_trackA_TimeML"}}}};
  Figures figures;
  for (const auto& [part, sets] : parts) {
    if (!options.set.empty() && options.set != part) continue;
    for (const Set& set : sets) {
      const auto score = score_set(engine, set, options, options.list && part == "dev", talk);
      if (!score) return fail(score.error());
      print(set.name, *score, figures, talk);
    }
    if (!std::filesystem::is_directory(options.data + "/time/tbaq")) continue;
    const auto linked = score_linked(engine, options, part == "held-out");
    if (!linked) return fail(linked.error());
    print("links, " + part, *linked, figures, talk);
  }
  return figures;
}

}  // namespace onrecord::eval
