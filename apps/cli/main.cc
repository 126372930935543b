// onrecord — the command line. What it can do is defined in definitions.cc; here it is only told apart.

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "arguments.h"
#include "definitions.h"
#include "explain_command.h"
#include "faces.h"
#include "lexicon_command.h"
#include "output.h"
#include "read_command.h"
#include "talk.h"

#ifdef ONRECORD_HAS_EVAL
#include <iostream>

#include "eval/eval.h"
#endif

namespace onrecord::cli {
namespace {

ExitCode print(const std::string& text) {
  Output output("");
  return output.write(text) || output.reader_left() ? kAllRead : kNotWritten;
}

std::string version_text() {
  const auto reader = Reader::open({});
  return fmt::format("{} {}\nweights {}\n", kProgram, version(),
                     reader ? reader->weights_id() : "none: " + reader.error().message);
}

std::string completions_for(const std::string& shell) {
  if (shell == "bash") return bash_completions();
  return shell == "zsh" ? zsh_completions() : fish_completions();
}

int run(const std::vector<std::string>& arguments) {
#ifdef ONRECORD_HAS_EVAL
  // For those who build the program: it is in no help and in no completion.
  if (!arguments.empty() && arguments[0] == "eval") {
    return eval::run({arguments.begin() + 1, arguments.end()}, std::cout, std::cerr);
  }
#endif
  const auto request = parse_arguments(arguments);
  if (!request) {
    Talk(false).complain(request.error());
    return kUsage;
  }
  switch (request->kind) {
    case Request::Kind::help:
      return print(request->command.empty() ? help() : help(*find_command(request->command)));
    case Request::Kind::version:
      return print(version_text());
    case Request::Kind::completions:
      return print(completions_for(request->command));
    case Request::Kind::manual:
      return print(manual());
    case Request::Kind::read:
      return read(request->read);
    case Request::Kind::explain:
      return explain(request->read, request->explain);
    case Request::Kind::lexicon:
      return lexicon(request->lexicon);
  }
  return kUsage;
}

}  // namespace
}  // namespace onrecord::cli

int main(int count, char** values) {
  std::signal(SIGPIPE, SIG_IGN);  // A reader that goes away shows as a failed write, and ends us quietly.
  try {
    return onrecord::cli::run(std::vector<std::string>(values + 1, values + count));
  } catch (const std::exception& error) {
    std::fputs(fmt::format("onrecord: broke off: {}\n", error.what()).c_str(), stderr);
    return onrecord::cli::kNothingRead;
  }
}
