#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/actors.h"
#include "eval/measure.h"
#include "eval/seed.h"
#include "eval/seed_events.h"
#include "eval/seed_places.h"
#include "eval/seed_times.h"
#include "eval/speed.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

std::string mark(bool right) { return right ? "yes" : "-"; }

std::string shortened(std::string text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

void print_seed_row(const SeedRow& row, const Reading& reading, std::ostream& out) {
  std::string found = "(nothing)";
  if (row.statement >= 0) {
    const Statement& statement = reading.statements[static_cast<std::size_t>(row.statement)];
    const auto words = [&](const std::optional<Span>& span) {
      return span ? normalised(reading.document.text(*span)) : std::string("?");
    };
    found = shortened(words(statement.speaker), 44) + " | " + shortened(words(statement.cue), 20);
  }
  const char* speaker = row.speaker == SpeakerMatch::same       ? "yes"
                        : row.speaker == SpeakerMatch::extended ? (row.strict_speaker ? "yes+" : "long")
                                                                : "-";
  out << fmt::format("{:<4} {:<6} {:<8} {:<4} {:<8} {:<5} {:<8} {}\n", row.id, row.right() ? "RIGHT" : "",
                     speaker, mark(row.cue), mark(row.content), mark(row.form), mark(row.heading), found);
}

std::string words_at(const Reading& reading, const std::optional<Span>& span) {
  return span ? normalised(reading.document.text(*span)) : std::string("-");
}

std::string persons_of(const Reading& reading, const Statement& statement) {
  const Entities& all = reading.entities;
  std::string persons;
  for (const std::uint32_t speaker : statement.speakers) {
    if (speaker >= all.entities.size() || all.entities[speaker].clearest >= all.mentions.size()) continue;
    persons +=
        (persons.empty() ? "" : " + ") + words_at(reading, all.mentions[all.entities[speaker].clearest].span);
  }
  return shortened(persons.empty() ? "-" : persons, 44);
}

// Each field with what was found; "!" behind what is not as expected.
void print_seed_fields(const SeedRow& row, const Reading& reading, std::ostream& out) {
  if (!row.fields) {
    out << fmt::format("{:<4} (nothing)\n", row.id);
    return;
  }
  const Statement& statement = reading.statements[static_cast<std::size_t>(row.statement)];
  const Stance& stance = statement.stance;
  const SeedFields& right = *row.fields;
  const auto told = [](const auto& value, bool fits) { return std::string(value) + (fits ? "" : "!"); };
  out << fmt::format("{:<4} {:<5} {} | {} | {}, {} | {}", row.id, row.right_in_all() ? "ALL" : "",
                     told(persons_of(reading, statement), right.person),
                     told(to_string(stance.act.value), right.act), to_string(stance.certainty.value),
                     told(to_string(stance.modality.value), right.modality),
                     told(to_string(stance.polarity.value), right.polarity));
  const auto put = [&](const char* name, const std::optional<Span>& span, bool fits) {
    if (span || !fits) out << " | " << name << ' ' << told(words_at(reading, span), fits);
  };
  put("for", statement.on_behalf_of, true);
  put("to", statement.addressee, right.addressee);
  put("through", statement.channel, right.channel);
  put("in", statement.language, right.language);
  put("said", statement.when, right.said_on);
  out << (right.referents ? "\n" : " | a word of the content stands for another!\n");
}

double print_seed_names(const std::vector<ExpectedNaming>& expected, const Reading& reading,
                        std::ostream& out) {
  const std::vector<int> found = score_names_given(reading, expected);
  double right = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const bool given = found[i] >= 0;
    right += given ? 1 : 0;
    out << fmt::format("name {:<4} {} | {} | {}", given ? "ALL" : "", expected[i].user, expected[i].cue,
                       expected[i].name);
    if (given)
      out << " | named " << words_at(reading, reading.namings[static_cast<std::size_t>(found[i])].named);
    out << "\n";
  }
  return right;
}

Figures report_seed(const Reading& reading, const ExpectedRecord& expected, std::ostream& out) {
  const std::vector<SeedRow> rows = score_seed(reading, expected.statements);
  double right = 0;
  double strict = 0;
  double all = 0;
  out << fmt::format("{:<4} {:<6} {:<8} {:<4} {:<8} {:<5} {:<8} {}\n", "seed", "", "speaker", "cue",
                     "content", "form", "heading", "found: speaker | cue");
  for (const SeedRow& row : rows) {
    print_seed_row(row, reading, out);
    right += row.right() ? 1 : 0;
    strict += row.right_strictly() ? 1 : 0;
    all += row.right_in_all() ? 1 : 0;
  }
  out << fmt::format(
      "{:.0f} of {} ({:.0f} with no speaker longer than one and a half times the one expected); "
      "{} statements found in all\n\n",
      right, rows.size(), strict, reading.statements.size());
  for (const SeedRow& row : rows) print_seed_fields(row, reading, out);
  const double names = print_seed_names(expected.namings, reading, out);
  out << fmt::format("seed: {:.0f} of {} statements and {:.0f} of {} names, all fields\n", all, rows.size(),
                     names, expected.namings.size());
  return Figures{{"seed.right", right},
                 {"seed.strict", strict},
                 {"seed.all_fields", all},
                 {"seed.names", names},
                 {"seed.expected", static_cast<double>(rows.size())},
                 {"seed.found", static_cast<double>(reading.statements.size())}};
}

Result<Reading> read_article(const Engine& engine, const std::string& path,
                             std::optional<std::chrono::year_month_day> published) {
  auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  auto report = engine.report("article.txt", std::move(*bytes));
  if (!report) return fail(report.error());
  if (!report->published) report->published = published;
  return engine.read(std::move(*report));
}

std::vector<std::string> files_to_time(const Options& options) {
  if (!options.files.empty()) return options.files;
  std::vector<std::string> files;
  const auto list = read_file(options.source + "/bench/articles.txt");
  if (!list) return files;
  for (const std::string_view line : split(*list, '\n')) {
    const std::string_view name = trim(line);
    if (name.empty() || name.starts_with("#")) continue;
    files.push_back(options.data + "/ner/worldwide_articles/" + std::string(name));
  }
  return files;
}

Result<std::vector<TimedText>> texts_to_time(const Options& options, Talk talk) {
  std::vector<TimedText> texts;
  for (const std::string& file : files_to_time(options)) {
    auto bytes = read_file(file);
    if (!bytes && options.files.empty()) {
      talk.err << "onrecord eval: no " << file << " here (--data DIR names another folder)\n";
      talk.out << "skipped worldwide_articles\n";
      return std::vector<TimedText>{};
    }
    if (!bytes) return fail(bytes.error());
    texts.push_back({std::filesystem::path(file).filename().string(), std::move(*bytes)});
  }
  return texts;
}

}  // namespace

Result<Figures> measure_seed(const Engine& engine, const Options& options, Talk talk) {
  const std::string article = options.seed + "/article.txt";
  const std::string record = options.seed + "/expected.json";
  if (!exists(article) || !exists(record)) {
    talk.err << "onrecord eval: no seed report in " << options.seed << " (--seed DIR names another folder)\n";
    talk.out << "skipped seed\n";
    return Figures{};
  }
  auto json = read_file(record);
  if (!json) return fail(json.error());
  auto expected = parse_expected(*json, record);
  if (!expected) return fail(expected.error());
  auto reading = read_article(engine, article, seed_published(*json));
  if (!reading) return fail(reading.error());
  Figures figures = report_seed(*reading, *expected, talk.out);
  append_seed_times(*reading, *json, figures, talk);
  append_seed_events(*reading, *json, figures, talk);
  const Figures places = measure_seed_places(*reading, *json, talk.out);
  figures.insert(figures.end(), places.begin(), places.end());
  const auto actors = measure_seed_actors(*reading, *json, record, talk);
  if (!actors) return fail(actors.error());
  figures.insert(figures.end(), actors->begin(), actors->end());
  return figures;
}

Result<Figures> measure_speed(const Engine& engine, const Options& options, Talk talk) {
  auto texts = texts_to_time(options, talk);
  if (!texts) return fail(texts.error());
  if (texts->empty()) return Figures{};
  Figures all;
  talk.out << fmt::format("{:<10} {:>10} {:>12} {:>14} {:>22}\n", "threads", "words", "words/s",
                          "white-space/s", "seconds (of runs)");
  for (const unsigned threads : {1U, 2U}) {
    const SpeedRow row = time_reading(engine, *texts, threads, options.runs);
    talk.out << fmt::format("{:<10} {:>10} {:>12.0f} {:>14.0f} {:>9.3f} ({:.3f}-{:.3f})\n", threads,
                            row.words, row.words_per_second(), row.spaced_per_second(), row.seconds,
                            row.fastest, row.slowest);
    const std::string prefix = fmt::format("speed.{}.", threads);
    all.push_back({prefix + "words", row.words_per_second()});
    all.push_back({prefix + "spaced", row.spaced_per_second()});
  }
  const double memory = peak_memory();
  talk.out << fmt::format("peak memory of the process so far {:.0f} MiB, {} reports\n", memory,
                          texts->size());
  all.push_back({"speed.peak_mib", memory});
  return all;
}

}  // namespace onrecord::eval
