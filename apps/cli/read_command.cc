#include "read_command.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "in_order.h"
#include "onrecord/coder.h"
#include "onrecord/view.h"
#include "output.h"
#include "talk.h"

namespace onrecord::cli {
namespace {

constexpr unsigned kWidestTable = 120;  // Longer lines are hard to read.

std::string drawn(const Reading& reading, Format format, const TableStyle& style) {
  switch (format) {
    case Format::table:
      return to_table(reading, style);
    case Format::jsonl:
      return to_json(reading) + "\n";
    case Format::json:
      return to_json_pretty(reading);
    case Format::markdown:
      return to_markdown(reading);
    case Format::conllu:
      return to_conllu(reading);
    case Format::codes:
      break;
  }
  return {};
}

// Of words, with what would break the line made spaces.
std::string in_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return line;
}

std::string drawn_codes(const Reading& reading, const Coder& coder) {
  std::string text;
  for (const CodedEvent& event : coder.code(reading).events) {
    const Span bytes = reading.document.to_bytes(event.verb);
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", in_line(reading.report.name), bytes.begin, bytes.end,
                        in_line(reading.document.text(event.verb)), event.source, event.target, event.code);
  }
  return text;
}

constexpr std::string_view kCodesHead = "report\tbegin\tend\tverb\tsource\ttarget\tcode\n";

// What stands before the first text, between two, and after the last.
struct Frame {
  std::string_view before, between, after, none;
};

Frame frame_of(Format format) {
  switch (format) {
    case Format::json:
      return {"[\n", ",\n", "\n]\n", "[]\n"};
    case Format::codes:
      return {kCodesHead, "", "", kCodesHead};
    case Format::table:
    case Format::markdown:
      return {"", "\n", "", ""};
    default:
      return {};
  }
}

class Run {
 public:
  explicit Run(const ReadRequest& request)
      : request_(request),
        style_(table_style(request)),
        frame_(frame_of(request.format)),
        output_(request.output),
        talk_(::isatty(STDERR_FILENO) == 1 && (!request.output.empty() || ::isatty(STDOUT_FILENO) == 0)) {}

  ExitCode run() {
    const auto reader = Reader::open(request_.reader);
    if (!reader) {
      talk_.complain(reader.error());
      return of_opening(reader.error());
    }
    if (!request_.codes.empty()) {
      auto coder = Coder::open({request_.codes});
      if (!coder) {
        talk_.complain(coder.error());
        return kUsage;
      }
      coder_ = std::move(*coder);
    }
    if (!output_.failure().empty()) return tell_unwritten();

    run_in_order(
        request_.threads, [this](const ReportVisitor& give) { give_reports(give); },
        [&](Result<Report> report) { return work(*reader, std::move(report)); },
        [this](Outcome outcome) { return take(std::move(outcome)); });
    return finish();
  }

 private:
  void give_reports(const ReportVisitor& give) const {
    bool more = true;
    for (const std::string& file : request_.files) {
      bool found = false;
      read_reports(file, request_.report, [&](Result<Report> report) {
        found = true;
        more = give(std::move(report));
        return more;
      });
      if (!more) return;
      if (!found) {
        more = give(fail(Error{ErrorCode::empty_report,
                               "there is no report in it",
                               file,
                               {},
                               "Name a file with a report in it, or a folder with such files."}));
      }
    }
  }

  Outcome work(const Reader& reader, Result<Report> report) const {
    if (!report) return {.error = std::move(report.error())};
    const std::string name = report->name;
    if (auto error = refusal(request_, *report)) return {.error = std::move(*error)};
    try {
      if (!report->published) report->published = request_.published;
      auto reading = reader.read(std::move(*report));
      if (reading) {
        return {.text = coder_ ? drawn_codes(*reading, *coder_) : drawn(*reading, request_.format, style_)};
      }
      if (reading.error().file.empty()) reading.error().file = name;
      return {.error = std::move(reading.error())};
    } catch (const std::bad_alloc&) {
      return {.error = Error{ErrorCode::too_large,
                             "there is not enough memory to read it",
                             name,
                             {},
                             "Read it with --threads 1, or on a machine with more memory."}};
    }
  }

  bool take(Outcome outcome) {
    if (outcome.error) {
      ++unread_;
      talk_.complain(*outcome.error);
      return true;
    }
    const std::string_view lead = read_ == 0 ? frame_.before : frame_.between;
    ++read_;
    talk_.progress(read_, unread_);
    return output_.write(lead) && output_.write(outcome.text);
  }

  ExitCode finish() {
    output_.write(read_ == 0 ? frame_.none : frame_.after);
    if (output_.reader_left()) return kAllRead;
    if (!output_.finish()) return tell_unwritten();
    if (unread_ == 0) return kAllRead;
    if (read_ + unread_ > 1) {
      talk_.say(std::to_string(unread_) + " of " + std::to_string(read_ + unread_) +
                " reports could not be read");
    }
    return read_ == 0 ? kNothingRead : kSomeUnread;
  }

  ExitCode tell_unwritten() {
    talk_.say((output_.name().empty() ? "standard output" : output_.name()) +
              ": cannot be written: " + output_.failure());
    return kNotWritten;
  }

  const ReadRequest& request_;
  std::optional<Coder> coder_;
  TableStyle style_;
  Frame frame_;
  Output output_;
  Talk talk_;
  std::uint64_t read_ = 0, unread_ = 0;
};

}  // namespace

ExitCode of_opening(const Error& error) {
  const bool tables = error.code == ErrorCode::bad_lexicon || error.code == ErrorCode::not_found ||
                      error.code == ErrorCode::not_readable;
  return tables ? kUsage : kNoWeights;
}

TableStyle table_style(const ReadRequest& request) {
  TableStyle style;
  const bool on_terminal = request.output.empty() && ::isatty(STDOUT_FILENO) == 1;
  const char* no_colour =
      std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): before any thread is begun.
  const bool wanted = on_terminal && (no_colour == nullptr || *no_colour == '\0');
  style.colour = request.colour == Colour::always || (request.colour == Colour::automatic && wanted);
  winsize size{};
  if (on_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col > 0) {  // NOLINT: ioctl is variadic.
    style.width = std::min<unsigned>(size.ws_col, kWidestTable);
  }
  return style;
}

std::optional<Error> refusal(const ReadRequest& request, const Report& report) {
  if (report.body.size() <= std::size_t{request.max_text_mib} << 20U) return std::nullopt;
  return Error{ErrorCode::too_large,
               "its text is " + std::to_string(report.body.size()) + " bytes long, past the limit of " +
                   std::to_string(request.max_text_mib) + " MiB",
               report.name,
               {},
               "Split the report, or raise the limit by --max-text."};
}

ExitCode read(const ReadRequest& request) { return Run(request).run(); }

}  // namespace onrecord::cli
