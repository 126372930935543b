// read_command.h — `onrecord read` and `onrecord parse`.

#ifndef ONRECORD_CLI_READ_COMMAND_H_
#define ONRECORD_CLI_READ_COMMAND_H_

#include "arguments.h"
#include "definitions.h"

namespace onrecord::cli {

ExitCode read(const ReadRequest& request);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_READ_COMMAND_H_
