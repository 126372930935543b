#include "explain_command.h"

#include <optional>
#include <string>
#include <utility>

#include "onrecord/view.h"
#include "output.h"
#include "read_command.h"
#include "talk.h"

namespace onrecord::cli {
namespace {

// The report that was asked for, of those in the file. One that cannot be read counts as one too.
Result<Report> find_report(const ReadRequest& request, unsigned wanted) {
  unsigned met = 0;
  std::optional<Result<Report>> found;
  read_reports(request.files.front(), request.report, [&](Result<Report> report) {
    if (++met == wanted) found = std::move(report);
    return !found.has_value();
  });
  if (found) return std::move(*found);
  return fail(Error{ErrorCode::bad_option,
                    "there is no report " + std::to_string(wanted) + "; the file has " + std::to_string(met),
                    request.files.front(),
                    {},
                    "Give --report a number that there is, or leave it out for the first."});
}

Result<std::string> explained(const Reader& reader, const ReadRequest& request, const ExplainRequest& what) {
  auto report = find_report(request, what.report);
  if (!report) return fail(std::move(report.error()));
  if (auto error = refusal(request, *report)) return fail(std::move(*error));
  if (!report->published) report->published = request.published;
  const std::string name = report->name;
  const auto reading = reader.read(std::move(*report));
  if (!reading) {
    Error error = reading.error();
    if (error.file.empty()) error.file = name;
    return fail(std::move(error));
  }
  const TableStyle style = table_style(request);
  if (what.event) return explain_event(*reading, *what.event, style);
  if (what.place) return explain_place(*reading, *what.place, style);
  return what.statement ? explain_statement(*reading, *what.statement, style)
                        : explain_naming(*reading, *what.naming, style);
}

}  // namespace

ExitCode explain(const ReadRequest& request, const ExplainRequest& what) {
  Talk talk(false);
  const auto reader = Reader::open(request.reader);
  if (!reader) {
    talk.complain(reader.error());
    return of_opening(reader.error());
  }
  const auto text = explained(*reader, request, what);
  if (!text) {
    talk.complain(text.error());
    return text.error().code == ErrorCode::bad_option ? kUsage : kNothingRead;
  }
  Output output(request.output);
  output.write(*text);
  if (output.reader_left() || output.finish()) return kAllRead;
  talk.say((output.name().empty() ? "standard output" : output.name()) +
           ": cannot be written: " + output.failure());
  return kNotWritten;
}

}  // namespace onrecord::cli
