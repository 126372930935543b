#include "arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <thread>
#include <utility>

#include "definitions.h"

namespace onrecord::cli {
namespace {

constexpr unsigned kMostThreads = 512;
constexpr unsigned kMostTextMib = 256;  // What the library takes.
constexpr unsigned kMostRecords = 1'000'000'000;

Error wrong(std::string message, std::string mend) {
  return {ErrorCode::bad_option, std::move(message), {}, {}, std::move(mend)};
}

std::string joined(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

// The values given, by the option's name. What was not given is not there.
using Values = std::map<std::string_view, std::string>;

struct Given {
  const Command* command = nullptr;
  bool help = false;
  bool version = false;
  Values values;
  std::vector<std::string> arguments;
};

std::string flags_of(const Option& option) {
  return option.letter == 0 ? fmt::format("--{}", option.name)
                            : fmt::format("-{},--{}", option.letter, option.name);
}

// Hands the definitions to CLI11 and takes back strings; their meaning is found by the functions below.
Result<Given> split(std::vector<std::string> arguments) {
  Given given;
  CLI::App app;
  app.require_subcommand(0, 1);  // A file may be named like a command.
  app.set_help_flag();
  app.allow_windows_style_options(false);
  app.add_flag(flags_of(global_options()[0]), given.help);
  app.add_flag(flags_of(global_options()[1]), given.version);
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name));
    sub->set_help_flag();
    sub->add_flag(flags_of(global_options()[0]), given.help);
    sub->parse_complete_callback([&given, &command] { given.command = &command; });
    for (const Option& option : command.options) {
      sub->add_option_function<std::string>(flags_of(option), [&given, &option](const std::string& value) {
        given.values[option.name] = value;
      });
    }
    if (command.argument != Takes::nothing) sub->add_option("arguments", given.arguments);
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // As CLI11 wants them.
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return fail(wrong(error.what(), fmt::format("Run {} --help.", kProgram)));
  }
  return given;
}

Result<std::string> choose(const Option& option, const std::string& value) {
  if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) return value;
  return fail(wrong(fmt::format("--{} cannot be \"{}\"", option.name, value),
                    fmt::format("Choose one of {}.", joined(option.choices))));
}

Result<unsigned> number_of(const Option& option, const std::string& value, unsigned most) {
  unsigned number = 0;
  const char* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && number >= 1 && number <= most) return number;
  return fail(wrong(fmt::format("--{} cannot be \"{}\"", option.name, value),
                    fmt::format("Give a whole number from 1 to {}.", most)));
}

Result<std::chrono::year_month_day> date_of(const std::string& value) {
  constexpr std::size_t kDateSize = 10;
  const auto date = parse_date(value);
  if (date && value.size() == kDateSize) return *date;
  return fail(Error{ErrorCode::bad_date,
                    fmt::format("--published cannot be \"{}\"", value),
                    {},
                    {},
                    "Give a day that exists, as YYYY-MM-DD."});
}

// "text=story.body,date=when"
Result<std::vector<std::pair<std::string, std::string>>> map_of(std::string_view value) {
  static constexpr std::array<std::string_view, 6> kMeanings{"text",   "title",   "date",
                                                             "outlet", "address", "id"};
  std::vector<std::pair<std::string, std::string>> map;
  while (!value.empty()) {
    const std::string_view one = value.substr(0, value.find(','));
    value.remove_prefix(std::min(value.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    const std::string_view meaning = one.substr(0, equals);
    const bool known = std::find(kMeanings.begin(), kMeanings.end(), meaning) != kMeanings.end();
    if (!known || equals == std::string_view::npos || equals + 1 == one.size()) {
      return fail(
          wrong(fmt::format("--map cannot hold \"{}\"", one),
                "Write MEANING=FIELD, where MEANING is one of text, title, date, outlet, address, id."));
    }
    map.emplace_back(meaning, one.substr(equals + 1));
  }
  return map;
}

Format format_of(std::string_view value) {
  if (value == "jsonl") return Format::jsonl;
  if (value == "json") return Format::json;
  if (value == "md") return Format::markdown;
  if (value == "conllu") return Format::conllu;
  return Format::table;
}

Colour colour_of(std::string_view value) {
  if (value == "always") return Colour::always;
  return value == "never" ? Colour::never : Colour::automatic;
}

Result<Ok> set(ReadRequest& request, const Option& option, const std::string& value) {
  if (option.takes == Takes::choice) {
    if (auto chosen = choose(option, value); !chosen) return fail(chosen.error());
  }
  if (option.name == "format") request.format = format_of(value);
  if (option.name == "colour") request.colour = colour_of(value);
  if (option.name == "output") request.output = value;
  if (option.name == "weights") request.reader.weights = value;
  if (option.name == "gazetteer") request.reader.gazetteer = value;
  if (option.name == "viewpoint") request.reader.viewpoint = value;
  if (option.name == "lexicon") request.reader.lexicons = {value};
  if (option.name == "tables") request.codes = value;
  if (option.name == "threads" || option.name == "max-text") {
    const bool threads = option.name == "threads";
    const auto number = number_of(option, value, threads ? kMostThreads : kMostTextMib);
    if (!number) return fail(number.error());
    (threads ? request.threads : request.max_text_mib) = *number;
  }
  if (option.name == "published") {
    const auto date = date_of(value);
    if (!date) return fail(date.error());
    request.published = *date;
  }
  if (option.name == "map") {
    auto map = map_of(value);
    if (!map) return fail(map.error());
    request.report.map = std::move(*map);
  }
  return Ok{};
}

Result<Request> read_request(const Given& given) {
  Request request{.kind = Request::Kind::read};
  request.read.format = given.command->name == "parse" ? Format::conllu : Format::table;
  request.read.threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
  request.read.files = given.arguments;
  const bool coding = given.command->name == "code";
  if (coding) request.read.format = Format::codes;
  if (coding || given.command->name == "parse") request.read.reader.gazetteer = "none";
  for (const Option& option : given.command->options) {
    const auto value = given.values.find(option.name);
    if (value == given.values.end()) continue;
    if (auto done = set(request.read, option, value->second); !done) return fail(done.error());
  }
  if (coding && request.read.codes.empty()) {
    return fail(
        wrong("there is nothing to code by",
              "Name a table, or a folder with tables, that lexicon import-codes made: --tables DIR."));
  }
  if (request.read.files.empty()) {
    return fail(wrong("no file was named", "Name files or folders, or - for standard input."));
  }
  return request;
}

Result<Request> explain_request(const Given& given) {
  auto request = read_request(given);
  if (!request) return request;
  request->kind = Request::Kind::explain;
  for (const Option& option : given.command->options) {
    const auto value = given.values.find(option.name);
    const bool record = option.name == "statement" || option.name == "naming" || option.name == "place" ||
                        option.name == "event";
    if (value == given.values.end() || (!record && option.name != "report")) continue;
    const auto number = number_of(option, value->second, kMostRecords);
    if (!number) return fail(number.error());
    if (option.name == "statement") request->explain.statement = *number;
    if (option.name == "naming") request->explain.naming = *number;
    if (option.name == "place") request->explain.place = *number;
    if (option.name == "event") request->explain.event = *number;
    if (option.name == "report") request->explain.report = *number;
  }
  const ExplainRequest& what = request->explain;
  if (what.statement.has_value() + what.naming.has_value() + what.place.has_value() +
          what.event.has_value() !=
      1) {
    return fail(
        wrong("explain tells of one record", "Give one of --statement N, --event N, --naming N, --place N."));
  }
  if (request->read.files.size() > 1) {
    return fail(wrong("explain reads one file", "Name one; --report N chooses among the reports in it."));
  }
  return request;
}

Result<Request> lexicon_request(const Given& given) {
  using Task = LexiconRequest::Task;
  static constexpr std::array<std::pair<std::string_view, Task>, 4> kTasks{
      {{"check", Task::check},
       {"import", Task::import},
       {"import-codes", Task::import_codes},
       {"find", Task::find}}};
  const auto task = std::find_if(kTasks.begin(), kTasks.end(), [&](const auto& one) {
    return !given.arguments.empty() && one.first == given.arguments.front();
  });
  if (task == kTasks.end())
    return fail(wrong("lexicon does one of four things",
                      "Say check, import, import-codes or find, and then of what."));
  Request request{.kind = Request::Kind::lexicon};
  request.lexicon.task = task->second;
  request.lexicon.arguments.assign(given.arguments.begin() + 1, given.arguments.end());
  for (const auto& [name, value] : given.values) {
    if (name == "output") request.lexicon.output = value;
    if (name == "lexicon") request.lexicon.lexicons = {value};
    if (name != "published") continue;
    const auto date = date_of(value);
    if (!date) return fail(date.error());
    request.lexicon.published = *date;
  }
  if (request.lexicon.arguments.empty())
    return fail(wrong("nothing was named", task->second == Task::find
                                               ? "Name whom to look up."
                                               : "Name files, or folders with tables (*.tsv)."));
  if ((task->second == Task::import || task->second == Task::import_codes) &&
      request.lexicon.arguments.size() > 1)
    return fail(wrong("import makes one table of one dictionary", "Name one file."));
  return request;
}

Result<Request> completions_request(const Given& given) {
  const auto& shells = given.command->argument_choices;
  if (given.arguments.size() == 1 &&
      std::find(shells.begin(), shells.end(), given.arguments[0]) != shells.end()) {
    return Request{.kind = Request::Kind::completions, .command = given.arguments[0]};
  }
  return fail(wrong("completions are made for one shell", fmt::format("Name one of {}.", joined(shells))));
}

}  // namespace

Result<Request> parse_arguments(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    return fail(wrong("no command was given", fmt::format("Run {} --help.", kProgram)));
  }
  const auto given = split(arguments);
  if (!given) return fail(given.error());
  if (given->help) {
    return Request{.kind = Request::Kind::help,
                   .command = given->command == nullptr ? "" : std::string(given->command->name)};
  }
  if (given->version) return Request{.kind = Request::Kind::version};
  if (given->command == nullptr)
    return fail(wrong("no command was given", fmt::format("Run {} --help.", kProgram)));
  if (given->command->name == "completions") return completions_request(*given);
  if (given->command->name == "man") return Request{.kind = Request::Kind::manual};
  if (given->command->name == "explain") return explain_request(*given);
  if (given->command->name == "lexicon") return lexicon_request(*given);
  return read_request(*given);
}

}  // namespace onrecord::cli
