#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "faces.h"

namespace onrecord::cli {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return joined(names);
}

std::string flags_of(const Command& command) {
  std::string flags;
  for (const Option& option : command.options) flags += fmt::format("--{} ", option.name);
  return flags + "--help";
}

// `text` between single quotes, for any shell; ours holds none itself.
std::string quoted(std::string_view text) { return fmt::format("'{}'", text); }

// A specification of zsh's _arguments keeps brackets and colons for itself.
std::string zsh_plain(std::string_view text) {
  std::string safe;
  for (const char byte : text) {
    if (byte == '[' || byte == ']' || byte == ':') safe += '\\';
    safe += byte;
  }
  return safe;
}

std::string zsh_value(const Option& option) {
  switch (option.takes) {
    case Takes::nothing:
      return "";
    case Takes::text:
      return fmt::format(":{}:", zsh_plain(option.value));
    case Takes::file:
      return fmt::format(":{}:_files", zsh_plain(option.value));
    case Takes::choice:
      return fmt::format(":{}:({})", zsh_plain(option.value), joined(option.choices));
  }
  return "";
}

std::string zsh_option(const Option& option) {
  return fmt::format("        '--{}[{}]{}' \\\n", option.name, zsh_plain(option.help), zsh_value(option));
}

}  // namespace

std::string bash_completions() {
  std::string text = fmt::format(
      "# bash completion for {0}, made by: {0} completions bash\n"
      "_{0}() {{\n"
      "  local word=\"${{COMP_WORDS[COMP_CWORD]}}\" before=\"${{COMP_WORDS[COMP_CWORD-1]}}\"\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    COMPREPLY=($(compgen -W '{1} --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"${{COMP_WORDS[1]}}:$before\" in\n",
      kProgram, command_names());
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      const std::string pattern =
          option.letter == 0 ? fmt::format("{}:--{}", command.name, option.name)
                             : fmt::format("{0}:--{1}|{0}:-{2}", command.name, option.name, option.letter);
      if (option.takes == Takes::choice) {
        text += fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", pattern,
                            joined(option.choices));
      } else if (option.takes == Takes::file) {
        text += fmt::format("    {}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", pattern);
      } else if (option.takes == Takes::text) {
        text += fmt::format("    {}) return ;;\n", pattern);
      }
    }
  }
  text += "  esac\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const Command& command : commands()) {
    text += fmt::format("    {}) COMPREPLY=($(compgen -W '{}{}' -- \"$word\")) ;;\n", command.name,
                        command.argument_choices.empty() ? "" : joined(command.argument_choices) + " ",
                        flags_of(command));
  }
  return text + fmt::format("  esac\n}}\ncomplete -o default -F _{0} {0}\n", kProgram);
}

std::string zsh_completions() {
  std::string text = fmt::format(
      "#compdef {0}\n# zsh completion for {0}, made by: {0} completions zsh\n"
      "_{0}() {{\n  local -a commands=(\n",
      kProgram);
  for (const Command& command : commands()) {
    text += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, zsh_plain(command.help))));
  }
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n"
      "    _arguments '--help[print help]' '--version[print the version]'\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : commands()) {
    text += fmt::format("    {})\n      _arguments -S \\\n", command.name);
    for (const Option& option : command.options) text += zsh_option(option);
    text += "        '--help[print help and stop]'";
    if (command.argument == Takes::file) text += " \\\n        '*:FILE:_files'";
    if (command.argument == Takes::choice) {
      text += fmt::format(" \\\n        '1:{}:({})'", command.arguments, joined(command.argument_choices));
    }
    text += " ;;\n";
  }
  return text + fmt::format("  esac\n}}\n_{0} \"$@\"\n", kProgram);
}

std::string fish_completions() {
  std::string text = fmt::format("# fish completion for {0}, made by: {0} completions fish\n", kProgram);
  for (const Command& command : commands()) {
    text += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d {}\n", kProgram, command.name,
                        quoted(command.help));
  }
  for (const Command& command : commands()) {
    const std::string when = quoted(fmt::format("__fish_seen_subcommand_from {}", command.name));
    for (const Option& option : command.options) {
      text += fmt::format("complete -c {} -n {} -l {}", kProgram, when, option.name);
      if (option.letter != 0) text += fmt::format(" -s {}", option.letter);
      if (option.takes == Takes::file) text += " -r -F";
      if (option.takes == Takes::text) text += " -x";
      if (option.takes == Takes::choice) text += fmt::format(" -x -a {}", quoted(joined(option.choices)));
      text += fmt::format(" -d {}\n", quoted(option.help));
    }
    if (!command.argument_choices.empty()) {
      text += fmt::format("complete -c {} -n {} -f -a {}\n", kProgram, when,
                          quoted(joined(command.argument_choices)));
    }
  }
  return text + fmt::format(
                    "complete -c {0} -l help -s h -d 'print help and stop'\n"
                    "complete -c {0} -n __fish_use_subcommand -l version -s V -d 'print the version'\n",
                    kProgram);
}

}  // namespace onrecord::cli
