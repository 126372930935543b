#include <algorithm>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/input.h"
#include "report/json_fields.h"
#include "report/line_reader.h"
#include "report/read_report.h"
#include "report/sniff.h"

namespace onrecord {
namespace report {
namespace {

// The reading of one file. Every step returns false when the visitor wants no more.
class FileReading {
 public:
  FileReading(const std::string& path, const ReportOptions& options, const ReportVisitor& visit)
      : path_(path), options_(options), visit_(visit) {}

  bool read() {
    auto input = base::Input::open(path_);
    if (!input) return tell(std::move(input.error()), "");
    LineReader lines(std::move(*input), limit_of(options_));
    if (auto peeked = lines.peek(kHead); !peeked) return tell(std::move(peeked.error()), "");
    const auto head = lines.pending().substr(0, kHead);
    if (auto text = check_is_text(head, path_); !text) return tell(std::move(text.error()), "");
    if (format_of(head, path_) != ReportFormat::json) return read_whole(lines);
    if (skip_blank(head).starts_with('[')) return read_list(lines);
    const auto by_lines = has_object_a_line(lines);
    if (!by_lines) return tell(by_lines.error(), "");
    return *by_lines ? read_lines(lines) : read_whole(lines);
  }

 private:
  static constexpr std::size_t kHead = 64U << 10;

  bool named_as_lines() const { return has_ending(path_, ".jsonl") || has_ending(path_, ".ndjson"); }

  // JSON lines, told from one object over many lines: there, the first line ends before the object does and
  // the next begins with no other.
  Result<bool> has_object_a_line(LineReader& lines) {
    if (named_as_lines()) return true;
    const auto first = lines.peek_line();
    if (!first) return fail(first.error());
    const auto last = first->find_last_not_of(" \t\r");
    if (last != std::string_view::npos && (*first)[last] == '}') return true;
    const char* const behind = first->data() + first->size();
    const auto rest = lines.pending().substr(static_cast<std::size_t>(behind - lines.pending().data()));
    return rest.starts_with("\n{");
  }

  bool read_whole(LineReader& lines) {
    std::string bytes;
    if (auto rest = lines.take_all(bytes); !rest) return tell(std::move(rest.error()), "");
    return tell(read_unpacked(path_, std::move(bytes), options_), "");
  }

  // Objects in a list, each a report. They are named by their place in it, from 1.
  bool read_list(LineReader& lines) {
    std::string bytes;
    if (auto rest = lines.take_all(bytes); !rest) return tell(std::move(rest.error()), "");
    const auto elements = json_elements(bytes);
    if (!elements) return tell(elements.error(), "");
    if (elements->empty()) return tell(Error{ErrorCode::empty_report, "the list of reports is empty"}, "");
    for (std::size_t i = 0; i < elements->size(); ++i) {
      const Span span = (*elements)[i];
      const std::string number = std::to_string(i + 1);
      auto report = read_unpacked(path_ + "[" + number + "]", bytes.substr(span.begin, span.size()), options_,
                                  ReportFormat::json);
      if (!tell(std::move(report), "object " + number)) return false;
    }
    return true;
  }

  bool read_lines(LineReader& lines) {
    auto line = lines.next();
    if (!named_as_lines()) {
      auto second = lines.next();
      const bool alone = line && *line && second && !*second;
      if (alone)
        return tell(read_unpacked(path_, std::move((*line)->bytes), options_, ReportFormat::json), "");
      if (!tell_line(std::move(line))) return false;
      line = std::move(second);
    }
    while (!line || *line) {
      if (!tell_line(std::move(line))) return false;
      line = lines.next();
    }
    return true;
  }

  bool tell_line(Result<std::optional<Line>> line) {
    if (!line) return tell(std::move(line.error()), "");
    if (!*line) return true;
    const std::string number = std::to_string((*line)->number);
    return tell(read_unpacked(path_ + ":" + number, std::move((*line)->bytes), options_, ReportFormat::json),
                "line " + number);
  }

  // Hands `report` to the visitor; an error with the file's name and, before its own place, `place`.
  bool tell(Result<Report> report, const std::string& place) {
    if (report) return visit_(std::move(report));
    Error error = std::move(report.error());
    return tell(std::move(error), place);
  }

  bool tell(Error error, const std::string& place) {
    error.file = path_;
    if (!place.empty()) error.place = error.place.empty() ? place : place + ", " + error.place;
    return visit_(fail(std::move(error)));
  }

  const std::string& path_;
  const ReportOptions& options_;
  const ReportVisitor& visit_;
};

bool read_file(const std::string& path, const ReportOptions& options, const ReportVisitor& visit) {
  return FileReading(path, options, visit).read();
}

}  // namespace
}  // namespace report

void read_reports(const std::string& path, const ReportOptions& options, const ReportVisitor& visit) {
  if (!base::is_folder(path)) {
    report::read_file(path, options, visit);
    return;
  }
  base::visit_files(path, [&](Result<std::string> file) {
    if (!file) return visit(fail(std::move(file.error())));
    return report::read_file(*file, options, visit);
  });
}

}  // namespace onrecord
