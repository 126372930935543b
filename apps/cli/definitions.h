// definitions.h — every command, option, exit code and variable of the command line, once. The parser,
// --help, the shells' completions and the manual page are all made from these tables.

#ifndef ONRECORD_CLI_DEFINITIONS_H_
#define ONRECORD_CLI_DEFINITIONS_H_

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace onrecord::cli {

enum class Takes { nothing, text, file, choice };

struct Option {
  std::string_view name;  // Without dashes.
  char letter = 0;        // 0: none.
  Takes takes = Takes::nothing;
  std::string_view value = {};  // Its value's name: "DATE".
  std::vector<std::string_view> choices = {};
  std::string_view help = {};    // One line.
  std::string_view detail = {};  // What else the manual page says.
};

struct Command {
  std::string_view name;
  std::string_view arguments;  // "FILE…"
  Takes argument = Takes::nothing;
  std::vector<std::string_view> argument_choices = {};
  std::string_view help = {};
  std::string_view detail = {};
  std::vector<Option> options = {};
};

enum ExitCode : int {
  kAllRead = 0,
  kSomeUnread = 1,
  kUsage = 2,
  kNothingRead = 3,
  kNoWeights = 4,
  kNotWritten = 5,
};

struct ExitMeaning {
  ExitCode code;
  std::string_view meaning;
};

struct Variable {
  std::string_view name;
  std::string_view meaning;
};

struct Example {
  std::string_view command;
  std::string_view meaning;
};

inline constexpr std::string_view kProgram = "onrecord";
inline constexpr std::string_view kTagline =
    "read news reports and keep the record: who said what, tied to the bytes that say so";

const std::vector<Command>& commands();
const Command* find_command(std::string_view name);
const std::vector<Option>& global_options();  // Those that every command takes, and the program without one.
std::span<const ExitMeaning> exit_meanings();
std::span<const Variable> variables();
std::span<const Example> examples();
std::string_view version();

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_DEFINITIONS_H_
