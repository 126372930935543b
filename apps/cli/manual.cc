#include <fmt/format.h>

#include <string>
#include <string_view>

#include "faces.h"

namespace onrecord::cli {
namespace {

// `text` with nothing in it that roff would take for a request or an escape.
std::string plain(std::string_view text) {
  std::string safe;
  for (const char byte : text) {
    if (byte == '-') {
      safe += "\\-";
    } else if (byte == '\\') {
      safe += "\\e";
    } else {
      safe += byte;
    }
  }
  if (!safe.empty() && (safe[0] == '.' || safe[0] == '\'')) safe.insert(0, "\\&");
  return safe;
}

std::string option_entry(const Option& option) {
  std::string head;
  if (option.letter != 0) head += fmt::format("\\fB\\-{}\\fR, ", option.letter);
  head += fmt::format("\\fB\\-\\-{}\\fR", plain(option.name));
  if (!option.value.empty()) head += fmt::format(" \\fI{}\\fR", plain(option.value));
  std::string about(option.help);
  about[0] = about[0] >= 'a' && about[0] <= 'z' ? static_cast<char>(about[0] - 'a' + 'A') : about[0];
  return fmt::format(".TP\n{}\n{}.{}{}\n", head, plain(about), option.detail.empty() ? "" : "\n",
                     plain(option.detail));
}

std::string command_section(const Command& command) {
  std::string about(command.help);
  about[0] = static_cast<char>(about[0] - 'a' + 'A');
  std::string text =
      fmt::format(".SS \"{} {} {}\"\n{}.\n", kProgram, command.name, plain(command.arguments), plain(about));
  if (!command.detail.empty()) text += plain(command.detail) + "\n";
  for (const Option& option : command.options) text += option_entry(option);
  return text;
}

}  // namespace

std::string manual() {
  std::string text = fmt::format(".TH ONRECORD 1 \"\" \"{} {}\" \"User Commands\"\n", kProgram, version());
  text += fmt::format(".SH NAME\n{} \\- {}\n", kProgram, plain(kTagline));
  text += ".SH SYNOPSIS\n";
  for (const Command& command : commands()) {
    text += fmt::format(".B {} {}\n{}{}\n.br\n", kProgram, command.name,
                        command.options.empty() ? "" : "[\\fIOPTION\\fR…] ", plain(command.arguments));
  }
  text +=
      ".SH DESCRIPTION\nReads news reports and keeps who said what: for each statement the words that name "
      "the "
      "speaker and who that is, the words that announce it, what was said, to whom, through what and when, "
      "how it "
      "is meant, and where in the file each stands; and who calls what by which name. It records what a "
      "report "
      "attributes to whom; it does not judge whether that is true.\n";
  text += ".SH OPTIONS\n";
  for (const Option& option : global_options()) text += option_entry(option);
  text += ".SH COMMANDS\n";
  for (const Command& command : commands()) text += command_section(command);
  text += ".SH \"EXIT STATUS\"\n";
  for (const ExitMeaning& one : exit_meanings()) {
    text += fmt::format(".TP\n.B {}\n{}\n", static_cast<int>(one.code), plain(one.meaning));
  }
  text += ".SH ENVIRONMENT\n";
  for (const Variable& one : variables())
    text += fmt::format(".TP\n.B {}\n{}\n", one.name, plain(one.meaning));
  text += ".SH EXAMPLES\n";
  for (const Example& one : examples()) {
    text += fmt::format(".TP\n.B {}\n{}\n", plain(one.command), plain(one.meaning));
  }
  return text;
}

}  // namespace onrecord::cli
