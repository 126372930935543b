#include <fmt/format.h>

#include <ostream>

#include "eval/petrarch.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr std::pair<const char*, CodeDictionary> kDictionaries[] = {
    {"PETR.Validate.actors.txt", CodeDictionary::actors},
    {"PETR.Validate.agents.txt", CodeDictionary::agents},
    {"PETR.Validate.verbs.txt", CodeDictionary::verbs},
    {"PETR.Validate.discards.txt", CodeDictionary::discards}};

std::string joined(const std::vector<std::string>& events, const std::string& error) {
  if (!error.empty()) return error;
  std::string text;
  for (const std::string& event : events) text += (text.empty() ? "" : " · ") + event;
  return text.empty() ? "nothing" : text;
}

Result<Coder> import_all(const Options& options, Talk talk) {
  std::vector<std::string> tables;
  for (const auto& [file, of] : kDictionaries) {
    const auto text = read_file(options.data + "/petrarch/" + file);
    if (!text) return fail(text.error());
    if (sniff_codes(*text) != of) talk.out << file << " is not told for what it is\n";
    ImportedLexicon imported = import_codes(*text, file, of);
    talk.out << fmt::format("{}: {} records imported, {} lines refused\n", file, imported.records,
                            imported.faults.size());
    for (const Error& fault : imported.faults)
      talk.out << fmt::format("  {}: {}. {}\n", fault.place, fault.message, fault.mend);
    tables.push_back(std::move(imported.table));
  }
  return Coder::of_tables(tables);
}

}  // namespace

Result<Figures> measure_coder(const Engine& engine, const Options& options, Talk talk) {
  const std::string path = options.data + "/petrarch/PETR.UnitTest.records.xml";
  if (skip(path, talk)) return Figures{};
  const auto xml = read_file(path);
  if (!xml) return fail(xml.error());
  const auto coder = import_all(options, talk);
  if (!coder) return fail(coder.error());
  std::size_t passed = 0, by_parse = 0, all = 0;
  for (const UnitRecord& record : parse_unit_records(*xml)) {
    Report report = plain_report(record.id, record.text + "\n");
    report.published = record.day;
    const auto reading = engine.read(std::move(report));
    if (!reading) return fail(reading.error());
    const Coding coding = coder->code(*reading, coder_options(record));
    const auto events = told_events(coding);
    const std::string error = told_error(coding);
    // A dateline is no sentence to us: what is asked is that nothing be coded in it.
    const bool right =
        record.error == "dateline" ? events.empty() : events == record.expected && error == record.error;
    ++all;
    by_parse += record.by_parse ? 1 : 0;
    passed += right ? 1 : 0;
    if (right && !options.list) continue;
    talk.out << fmt::format("{} {}\n  expected: {}\n  got:      {}\n", record.id, right ? "passed" : "failed",
                            joined(record.expected, record.error), joined(events, error));
  }
  talk.out << fmt::format(
      "PETRARCH's unit tests, from plain text: {} of {} passed ({:.1f} %); in {} the words of the record's "
      "parse "
      "were read, which differ from its text\n",
      passed, all, all > 0 ? 100.0 * static_cast<double>(passed) / static_cast<double>(all) : 0.0, by_parse);
  return Figures{{"petrarch.passed", static_cast<double>(passed)},
                 {"petrarch.records", static_cast<double>(all)}};
}

}  // namespace onrecord::eval
