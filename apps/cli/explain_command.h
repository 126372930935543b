// explain_command.h — `onrecord explain`.

#ifndef ONRECORD_CLI_EXPLAIN_COMMAND_H_
#define ONRECORD_CLI_EXPLAIN_COMMAND_H_

#include "arguments.h"
#include "definitions.h"

namespace onrecord::cli {

ExitCode explain(const ReadRequest& request, const ExplainRequest& what);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_EXPLAIN_COMMAND_H_
