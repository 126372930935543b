// read_command.h — `onrecord read` and `onrecord parse`.

#ifndef ONRECORD_CLI_READ_COMMAND_H_
#define ONRECORD_CLI_READ_COMMAND_H_

#include <optional>

#include "arguments.h"
#include "definitions.h"
#include "onrecord/view.h"

namespace onrecord::cli {

ExitCode read(const ReadRequest& request);

// What to end with when no reader could be opened: for want of weights, or by an option of the user's.
ExitCode of_opening(const Error& error);

// As the terminal is, and as was asked for.
TableStyle table_style(const ReadRequest& request);

// Why `report` is not to be read at all: it is longer than was asked for.
std::optional<Error> refusal(const ReadRequest& request, const Report& report);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_READ_COMMAND_H_
