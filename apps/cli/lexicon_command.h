// lexicon_command.h — `onrecord lexicon`: tables of actors checked, made of dictionaries, asked.

#ifndef ONRECORD_CLI_LEXICON_COMMAND_H_
#define ONRECORD_CLI_LEXICON_COMMAND_H_

#include "arguments.h"
#include "definitions.h"

namespace onrecord::cli {

ExitCode lexicon(const LexiconRequest& request);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_LEXICON_COMMAND_H_
