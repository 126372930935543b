// faces.h — what is generated from the definitions.

#ifndef ONRECORD_CLI_FACES_H_
#define ONRECORD_CLI_FACES_H_

#include <string>
#include <string_view>

#include "definitions.h"

namespace onrecord::cli {

std::string help();                        // Of the program.
std::string help(const Command& command);  // Of one command.
std::string manual();                      // In roff.

std::string bash_completions();
std::string zsh_completions();
std::string fish_completions();

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_FACES_H_
