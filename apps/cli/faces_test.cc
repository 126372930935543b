#include "faces.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace onrecord::cli {
namespace {

// As roff writes it, lest a hyphen become a dash.
std::string in_roff(std::string text) {
  for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2)
    text.replace(at, 1, "\\-");
  return text;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Faces, EveryOptionIsInHelpManualAndCompletions) {
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      const std::string name(option.name);
      EXPECT_TRUE(holds(help(command), "--" + name)) << name;
      EXPECT_TRUE(holds(manual(), in_roff("--" + name))) << name;
      EXPECT_TRUE(holds(bash_completions(), "--" + name)) << name;
      EXPECT_TRUE(holds(zsh_completions(), "'--" + name + "[")) << name;
      EXPECT_TRUE(holds(fish_completions(), "-l " + name)) << name;
    }
    EXPECT_TRUE(holds(help(), std::string(command.name)));
  }
}

TEST(Faces, NoLineOfHelpIsWiderThanEightyColumns) {
  std::string all = help();
  for (const Command& command : commands()) all += help(command);
  std::istringstream lines(all);
  for (std::string line; std::getline(lines, line);) {
    std::size_t width = 0;
    for (const char byte : line) width += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(width, 80U) << line;
  }
}

// The completions stand between single quotes.
TEST(Faces, NoHelpHoldsASingleQuote) {
  for (const Command& command : commands()) {
    EXPECT_EQ(command.help.find('\''), std::string_view::npos) << command.name;
    for (const Option& option : command.options) {
      EXPECT_EQ(option.help.find('\''), std::string_view::npos) << option.name;
    }
  }
}

TEST(Faces, TheManualTellsEveryExitCodeAndVariable) {
  for (const ExitMeaning& one : exit_meanings()) {
    EXPECT_TRUE(holds(manual(), ".B " + std::to_string(one.code) + "\n"));
  }
  for (const Variable& one : variables()) EXPECT_TRUE(holds(manual(), ".B " + std::string(one.name)));
}

// A line of roff that begins with a dot must be a request of ours.
TEST(Faces, TheManualHoldsNoStrayRequest) {
  std::istringstream lines(manual());
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || (line[0] != '.' && line[0] != '\'')) continue;
    const std::string request = line.substr(0, 3);
    EXPECT_TRUE(request == ".TH" || request == ".SH" || request == ".SS" || request == ".TP" ||
                request == ".B " || request == ".br")
        << line;
  }
}

}  // namespace
}  // namespace onrecord::cli
