#include "lexicon_command.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "onrecord/coder.h"
#include "onrecord/lexicon.h"
#include "output.h"
#include "talk.h"

namespace onrecord::cli {
namespace {

ExitCode write(const std::string& text, const std::string& path, ExitCode done) {
  Output output(path);
  output.write(text);
  if (output.reader_left() || output.finish()) return done;
  Talk(false).say((output.name().empty() ? "standard output" : output.name()) +
                  ": cannot be written: " + output.failure());
  return kNotWritten;
}

ExitCode check(const LexiconRequest& request) {
  Talk talk(false);
  LexiconCheck found = check_lexicon(request.arguments);
  const LexiconCheck codes = check_codes(request.arguments);
  found.tables += codes.tables;
  found.rows += codes.rows;
  for (const Error& fault : codes.faults) {
    if (fault.code == ErrorCode::bad_lexicon) found.faults.push_back(fault);  // The others are told already.
  }
  for (const Error& fault : found.faults) talk.complain(fault);
  const std::string told = fmt::format(
      "{} {} with {} {}: {} {}\n", found.tables, found.tables == 1 ? "table" : "tables", found.rows,
      found.rows == 1 ? "row" : "rows", found.faults.empty() ? "no" : std::to_string(found.faults.size()),
      found.faults.size() == 1 ? "fault" : "faults");
  return write(told, "", found.faults.empty() ? kAllRead : kSomeUnread);
}

ExitCode import(const LexiconRequest& request) {
  Talk talk(false);
  const bool codes = request.task == LexiconRequest::Task::import_codes;
  const auto imported =
      codes ? import_codes_file(request.arguments.front()) : import_petrarch_file(request.arguments.front());
  if (!imported) {
    talk.complain(imported.error());
    return kNothingRead;
  }
  for (const Error& fault : imported->faults) talk.complain(fault);
  if (imported->records == 0) {
    talk.say(request.arguments.front() + ": no record of a dictionary in PETRARCH's format is in it");
    return kNothingRead;
  }
  return write(imported->table, request.output, imported->faults.empty() ? kAllRead : kSomeUnread);
}

std::string told(const LexiconEntry& entry) {
  std::string sectors;
  for (const Sector one : entry.sectors)
    sectors += fmt::format("{}{}", sectors.empty() ? "" : ",", to_string(one));
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", entry.name, entry.country.empty() ? "-" : entry.country,
                     sectors.empty() ? "-" : sectors, entry.office.empty() ? "-" : entry.office,
                     entry.id.empty() ? "-" : entry.id);
}

ExitCode find(const LexiconRequest& request) {
  Talk talk(false);
  const auto lexicon = Lexicon::open(request.lexicons);
  if (!lexicon) {
    talk.complain(lexicon.error());
    return kUsage;
  }
  std::string text;
  for (const std::string& name : request.arguments) {
    const auto entries = lexicon->find(name, request.published);
    for (const LexiconEntry& entry : entries) text += told(entry);
    if (entries.empty()) talk.say(name + ": nobody is called so");
  }
  return write(text, request.output, text.empty() ? kNothingRead : kAllRead);
}

}  // namespace

ExitCode lexicon(const LexiconRequest& request) {
  switch (request.task) {
    case LexiconRequest::Task::check:
      return check(request);
    case LexiconRequest::Task::import:
    case LexiconRequest::Task::import_codes:
      return import(request);
    case LexiconRequest::Task::find:
      return find(request);
  }
  return kUsage;
}

}  // namespace onrecord::cli
