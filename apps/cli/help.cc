#include <fmt/format.h>

#include <string>
#include <vector>

#include "faces.h"

namespace onrecord::cli {
namespace {

constexpr std::size_t kWidth = 79;

// How many characters; all of ours are one column wide.
std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

// `text` broken into lines that begin after `indent` spaces; the first is taken to stand there already.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column > indent && column + 1 + length(word) > kWidth) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length(word);
  }
  return out;
}

struct Entry {
  std::string head;
  std::string_view help;
};

std::string list(std::string_view title, const std::vector<Entry>& entries) {
  constexpr std::size_t kWidestHead = 24;
  std::size_t widest = 0;
  for (const Entry& entry : entries) {
    if (length(entry.head) <= kWidestHead) widest = std::max(widest, length(entry.head));
  }
  const std::size_t indent = 2 + widest + 2;
  std::string out = fmt::format("\n{}:\n", title);
  for (const Entry& entry : entries) {
    const bool beside = length(entry.head) <= widest;
    out += "  " + entry.head;
    out += beside ? std::string(widest - length(entry.head) + 2, ' ') : "\n" + std::string(indent, ' ');
    out += wrapped(entry.help, indent) + "\n";
  }
  return out;
}

std::string head_of(const Option& option) {
  std::string head = option.letter == 0 ? "    " : fmt::format("-{}, ", option.letter);
  head += fmt::format("--{}", option.name);
  if (!option.value.empty()) head += fmt::format(" {}", option.value);
  return head;
}

void add_options(std::vector<Entry>& entries, const std::vector<Option>& options) {
  for (const Option& option : options) entries.push_back({head_of(option), option.help});
}

}  // namespace

std::string help() {
  std::vector<Entry> all;
  for (const Command& command : commands()) {
    all.push_back({fmt::format("{} {}", command.name, command.arguments), command.help});
  }
  std::vector<Entry> options;
  add_options(options, global_options());
  return fmt::format("{} {}\n{}\n\nUsage: {} COMMAND …\n", kProgram, version(), wrapped(kTagline, 0),
                     kProgram) +
         list("Commands", all) + list("Options", options) +
         fmt::format("\n{0} COMMAND --help tells of one command; {0} man is the manual.\n", kProgram);
}

std::string help(const Command& command) {
  std::vector<Entry> options;
  add_options(options, command.options);
  options.push_back({head_of(global_options().front()), global_options().front().help});
  std::string text = fmt::format("Usage: {} {}{}{}{}\n\n", kProgram, command.name,
                                 command.options.empty() ? "" : " [OPTION…]",
                                 command.arguments.empty() ? "" : " ", command.arguments);
  std::string about(command.help);
  about[0] = static_cast<char>(about[0] - 'a' + 'A');
  text += wrapped(about + "." + (command.detail.empty() ? "" : " ") + std::string(command.detail), 0) + "\n";
  return text + list("Options", options);
}

}  // namespace onrecord::cli
