#include "definitions.h"

#include <algorithm>
#include <array>

namespace onrecord::cli {
namespace {

const Option kWeights{.name = "weights",
                      .takes = Takes::file,
                      .value = "FILE",
                      .help = "the weights of the neural reader",
                      .detail =
                          "Without it, the file that ONRECORD_WEIGHTS names; without that, the one installed "
                          "with the program."};

const Option kGazetteer{.name = "gazetteer",
                        .takes = Takes::file,
                        .value = "FILE",
                        .help = "the file of places, places.gaz; none: places are not read",
                        .detail =
                            "Without it, the file that ONRECORD_GAZETTEER names; without that, the one "
                            "installed with the program."};

const Option kViewpoint{
    .name = "viewpoint",
    .takes = Takes::choice,
    .value = "WHOSE",
    .choices = {"un", "ua", "ru", "tr", "cn", "in", "pk", "jp", "kr", "il", "sy", "ar", "es", "rs", "ma",
                "ve"},
    .help =
        "in whose view disputed places belong to a country; un, as the United Nations see it, unless said",
    .detail = "Their status is told in any case: de jure, administered by, claimed by."};
const Option kLexicon{
    .name = "lexicon",
    .takes = Takes::file,
    .value = "DIR",
    .help = "a folder with tables of actors of your own, laid over the built-in ones",
    .detail =
        "What they say of a name, a noun or a country's word hides what the built-in tables say of it. "
        "Their form is told in doc/format/lexicon.md; onrecord lexicon check holds them to it."};

const Option kTables{
    .name = "tables",
    .takes = Takes::file,
    .value = "DIR",
    .help = "the table, or the folder with the tables, to code by",
    .detail = "Their form is told in doc/petrarch.md; onrecord lexicon check holds them to it."};

const Option kThreads{.name = "threads",
                      .letter = 'j',
                      .takes = Takes::text,
                      .value = "N",
                      .help = "how many reports to read at once; the processors of this machine unless said",
                      .detail = "The output is the same, byte for byte, for any number."};

const Option kOutput{
    .name = "output",
    .letter = 'o',
    .takes = Takes::file,
    .value = "FILE",
    .help = "write here instead of to standard output",
    .detail =
        "The file appears whole or not at all: it is written beside its place and moved there at the end."};

const Option kMap{
    .name = "map",
    .takes = Takes::text,
    .value = "MEANING=FIELD,…",
    .help = "the fields of JSON reports that hold text, title, date, outlet, address or id",
    .detail =
        "For shapes that are not known already. A dot leads into an object: text=story.body,date=when."};

const Option kMaxText{
    .name = "max-text",
    .takes = Takes::text,
    .value = "MIB",
    .help = "pass over reports with more text than this many MiB; 2 unless said",
    .detail =
        "Two MiB are some 350,000 words. A text takes about 200 times its size in memory while it is read."};

const Option kPublished{
    .name = "published",
    .takes = Takes::text,
    .value = "DATE",
    .help = "the day of publication, YYYY-MM-DD, of reports that do not tell it themselves"};

const Option kFormat{.name = "format",
                     .letter = 'f',
                     .takes = Takes::choice,
                     .value = "FORMAT",
                     .choices = {"table", "jsonl", "json", "md"},
                     .help = "how to write: table (for people, unless said), jsonl, json, md",
                     .detail =
                         "jsonl: one JSON object a report, one report a line. json: one array of the same "
                         "objects, indented. md: "
                         "Markdown. The objects are documented in doc/format/json.md."};

const Option kParseFormat{.name = "format",
                          .letter = 'f',
                          .takes = Takes::choice,
                          .value = "FORMAT",
                          .choices = {"conllu"},
                          .help = "how to write: conllu (unless said)"};

const Option kStatement{.name = "statement",
                        .letter = 'n',
                        .takes = Takes::text,
                        .value = "N",
                        .help = "the statement to explain, as the table counts them"};

const Option kNaming{.name = "naming",
                     .takes = Takes::text,
                     .value = "N",
                     .help = "the name given to explain, as the table counts them"};

const Option kPlace{.name = "place",
                    .takes = Takes::text,
                    .value = "N",
                    .help = "the place to explain, as the table counts them"};

const Option kEvent{.name = "event",
                    .takes = Takes::text,
                    .value = "N",
                    .help = "the event to explain, as the table counts them"};

const Option kReport{.name = "report",
                     .takes = Takes::text,
                     .value = "N",
                     .help = "which report of a file that holds many; the first unless said"};

const Option kColour{.name = "colour",
                     .takes = Takes::choice,
                     .value = "WHEN",
                     .choices = {"auto", "always", "never"},
                     .help = "colour in tables: auto (on a terminal, unless NO_COLOR is set), always, never"};

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands{
      {.name = "read",
       .arguments = "FILE…",
       .argument = Takes::file,
       .help = "find the statements of reports: who said what, and where the report says so",
       .detail = "FILE is a report, a file of many, or a folder, read with all in it; - is standard input. "
                 "Plain text, "
                 "HTML, JSON and JSON lines are told apart by their content; each may be packed as .gz or "
                 ".zst. What "
                 "cannot be read is named on standard error, and reading goes on with the next.",
       .options = {kPublished, kFormat, kMap, kMaxText, kThreads, kLexicon, kWeights, kGazetteer, kViewpoint,
                   kOutput, kColour}},
      {.name = "explain",
       .arguments = "FILE",
       .argument = Takes::file,
       .help = "say why one statement, event, name or place is in the record of a report",
       .detail =
           "Shows the words and where they stand, what found them, who the speaker is and through which "
           "mentions, and the words behind each label. Numbers are those of the table that read writes; "
           "in its JSON the first is 0.",
       .options = {kStatement, kEvent, kNaming, kPlace, kReport, kPublished, kMap, kMaxText, kLexicon,
                   kWeights, kGazetteer, kViewpoint, kOutput, kColour}},
      {.name = "parse",
       .arguments = "FILE…",
       .argument = Takes::file,
       .help = "write sentences, words, tags and dependencies of reports",
       .detail = "Takes what read takes.",
       .options = {kParseFormat, kMap, kMaxText, kThreads, kWeights, kOutput}},
      {.name = "code",
       .arguments = "FILE…",
       .argument = Takes::file,
       .help = "code who did what to whom by your own dictionaries of verbs, actors and agents",
       .detail = "Takes what read takes. A line for each event, parted by tabs: the report, the bytes of the "
                 "verb in "
                 "it, the verb, the source, the target and the code. lexicon import-codes makes the tables "
                 "of dictionaries in PETRARCH's format.",
       .options = {kTables, kPublished, kMap, kMaxText, kThreads, kWeights, kOutput}},
      {.name = "lexicon",
       .arguments = "check|import|import-codes|find …",
       .argument = Takes::file,
       .help = "check tables of actors, make one of a dictionary, or look names up",
       .detail =
           "check FILE… holds tables, and folders with tables (*.tsv), to their form and names every "
           "fault with its line and its mend. import FILE writes a table made of a dictionary of actors "
           "or agents in PETRARCH's format. import-codes FILE makes one for the command code, of a "
           "dictionary of "
           "actors, agents, verbs or discards in that format; codes stay as written. find NAME… tells who is "
           "called so, on the day that "
           "--published gives: name, country, sectors, office and id, parted by tabs.",
       .options = {kPublished, kLexicon, kOutput}},
      {.name = "completions",
       .arguments = "SHELL",
       .argument = Takes::choice,
       .argument_choices = {"bash", "zsh", "fish"},
       .help = "write a completion script for bash, zsh or fish"},
      {.name = "man", .arguments = "", .help = "write the manual page, in roff"},
  };
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto& all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<Option>& global_options() {
  static const std::vector<Option> kGlobal{
      {.name = "help", .letter = 'h', .help = "print help and stop"},
      {.name = "version",
       .letter = 'V',
       .help = "print the version of the program and of its weights and stop"},
  };
  return kGlobal;
}

std::span<const ExitMeaning> exit_meanings() {
  static constexpr std::array kMeanings{
      ExitMeaning{kAllRead, "All reports were read, or the reader of the output went away."},
      ExitMeaning{kSomeUnread, "Some reports could not be read; each is named on standard error."},
      ExitMeaning{kUsage, "The command line was wrong; nothing was read."},
      ExitMeaning{kNothingRead, "No report could be read."},
      ExitMeaning{
          kNoWeights,
          "The weights or the file of places are missing, damaged or of an unknown kind; nothing was read."},
      ExitMeaning{kNotWritten, "The output could not be written."},
  };
  return kMeanings;
}

std::span<const Variable> variables() {
  static constexpr std::array kVariables{
      Variable{"ONRECORD_WEIGHTS", "The weights file to use when --weights is not given."},
      Variable{"ONRECORD_GAZETTEER", "The file of places to use when --gazetteer is not given."},
      Variable{"NO_COLOR", "When set and not empty, tables on a terminal are not coloured."},
  };
  return kVariables;
}

std::span<const Example> examples() {
  static constexpr std::array kExamples{
      Example{"onrecord read report.txt --published 2022-03-28", "One report, as a table."},
      Example{"onrecord read --format jsonl news.jsonl.gz > record.jsonl",
              "Many reports, one JSON object each."},
      Example{"onrecord read --map text=story.body,date=when dump.jsonl", "JSON of another shape."},
      Example{"onrecord explain report.txt --statement 3", "Why the third statement is read so."},
      Example{"onrecord parse report.txt", "Words, tags and dependencies, in CoNLL-U."},
  };
  return kExamples;
}

std::string_view version() { return ONRECORD_VERSION; }

}  // namespace onrecord::cli
