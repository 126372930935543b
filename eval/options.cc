#include "eval/options.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

namespace onrecord::eval {

const char* const kUsage =
    "onrecord eval WHAT [OPTIONS]\n"
    "  ud [FILE.conllu]       from raw text to trees, CoNLL-18; EWT and GUM dev unless named  "
    "[--gold-tokens]\n"
    "  names [FILE.tsv]       names; worldwide dev and UNER EWT dev unless named  [--sentence-blocks]\n"
    "  roles                  PropBank on EWT dev, gold tokens\n"
    "  polnear                attributions on PolNeAR dev, raw text  [--first-annotator]\n"
    "  seed                   the statements and names of the seed report, each field\n"
    "  gold                   statements annotated by hand, who speaks and how it is meant  "
    "[--set own|wikinews|aside|polnear-dev2|polnear-heldout2] [--list]\n"
    "  calibrate              data/lexicon/en/stance_scores.tsv fitted on the gold  [--record]\n"
    "  factuality             happenings as facts, UDS-IH2 and UW dev, given words\n"
    "  actors                 who they are: our own reports, the seed's actors, PETRARCH's dictionaries  "
    "[--list]\n"
    "  petrarch               PETRARCH's unit tests, coded from plain text  [--list]\n"
    "  coref                  mentions that are one: GUM dev (CoNLL, pronouns) and GAP dev\n"
    "  clues FILE…            what pronouns may stand for, GUM or GAP, to fit the weights "
    "(train/pronouns.py)\n"
    "  times                  times and their values, TimeBank and AQUAINT  [--set dev|held-out] [--list]\n"
    "  dating                 when happenings were, SemEval-2015 timelines  [--set dev|held-out] [--list]\n"
    "  places                 toponyms found and resolved, TR-News and LGL, even documents  [--set odd|all] "
    "[--list]\n"
    "  metonymy               place names that stand for somewhere or for someone, the held-out fifth  "
    "[--set all]\n"
    "  events                 events annotated by hand: found with their types, each field  "
    "[--set own|wikinews|aside] [--list]\n"
    "  counts                 how many were killed, hurt, arrested …: fifty sentences of our own\n"
    "  wikievents             where events are told and who takes part, WikiEvents dev, whatever their "
    "kinds\n"
    "  plover                 PLOVER's labelled sentences from plain text: type and both parties\n"
    "  twin                   int8 against f32 on each of the above\n"
    "  speed [FILE…]          words a second of the whole reading, one thread and two  [--runs N]\n"
    "  all                    every one  [--record] [--no-speed] [--no-twin]\n"
    "  floors                 exit 1 where a figure is below eval/floors.tsv  [--results FILE.json]\n"
    "  score-conllu GOLD SYSTEM    another program's trees, by the same scorer\n"
    "  score-names GOLD SYSTEM     another program's names, likewise\n"
    "Options for all: --data DIR  --seed DIR  --source DIR  --weights FILE  --exact  --threads N\n"
    "  --json FILE (writes the figures there too)\n";

namespace {

std::string environment(const char* name, std::string otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : std::move(otherwise);
}

std::optional<unsigned> small_number(const std::string& text) {
  if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos) return {};
  const auto value = static_cast<unsigned>(std::strtoul(text.c_str(), nullptr, 10));
  return value == 0 ? std::nullopt : std::optional(value);
}

tl::unexpected<Error> refuse(std::string message) {
  return fail({ErrorCode::bad_option, std::move(message), "", "", "See `onrecord eval --help`."});
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  const std::map<std::string_view, std::string*> texts = {
      {"--data", &options.data},       {"--seed", &options.seed},       {"--source", &options.source},
      {"--weights", &options.weights}, {"--results", &options.results}, {"--json", &options.json},
      {"--set", &options.set}};
  const std::map<std::string_view, unsigned*> numbers = {{"--threads", &options.threads},
                                                         {"--runs", &options.runs}};
  const std::map<std::string_view, std::pair<bool*, bool>> flags = {
      {"--exact", {&options.exact, true}},
      {"--list", {&options.list, true}},
      {"--gold-tokens", {&options.gold_tokens, true}},
      {"--first-annotator", {&options.first_annotator, true}},
      {"--sentence-blocks", {&options.sentence_blocks, true}},
      {"--record", {&options.record, true}},
      {"--no-speed", {&options.with_speed, false}},
      {"--no-twin", {&options.with_twin, false}}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (const auto flag = flags.find(argument); flag != flags.end()) {
      *flag->second.first = flag->second.second;
    } else if (texts.contains(argument) || numbers.contains(argument)) {
      if (i + 1 == arguments.size()) return refuse(argument + " wants a value");
      const std::string& value = arguments[++i];
      if (const auto text = texts.find(argument); text != texts.end()) {
        *text->second = value;
      } else if (const auto number = small_number(value)) {
        *numbers.at(argument) = *number;
      } else {
        return refuse(argument + " wants a number from 1 to 9999, not " + value);
      }
    } else if (argument.starts_with("--") && argument != "--help") {
      return refuse("unknown option " + argument);
    } else if (options.what.empty()) {
      options.what = argument;
    } else {
      options.files.push_back(argument);
    }
  }
  if (options.source.empty()) options.source = environment("ONRECORD_SOURCE", ONRECORD_SOURCE_DIR);
  if (options.data.empty()) options.data = environment("ONRECORD_DATA", options.source + "/../shared/data");
  if (options.seed.empty()) options.seed = environment("ONRECORD_SEED", options.source + "/../shared/seed");
  return options;
}

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string locate(const std::string& name, const std::string& folder) {
  return exists(name) ? name : folder + "/" + name;
}

}  // namespace onrecord::eval
