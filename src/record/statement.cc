#include "onrecord/statement.h"

#include <optional>
#include <string>
#include <utility>

namespace onrecord {
namespace {

std::string shown(std::string_view part, Span span) {
  return std::string(part) + " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

tl::unexpected<Error> misfit(std::string_view part, Span span, std::string_view why) {
  return fail({ErrorCode::bad_statement, shown(part, span) + " " + std::string(why)});
}

Result<Ok> check_span(std::string_view part, Span span, const Document& document) {
  if (!document.contains(span)) return misfit(part, span, "is outside the document");
  if (span.empty()) return misfit(part, span, "is empty");
  return Ok{};
}

Result<Ok> check_contents(const std::vector<Span>& contents, const Document& document) {
  if (contents.empty()) return fail({ErrorCode::bad_statement, "the statement has no content"});
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (auto fits = check_span("content", contents[i], document); !fits) return fits;
    if (i > 0 && contents[i].begin < contents[i - 1].end) {
      return misfit("content", contents[i], "is not after the content before it");
    }
  }
  return Ok{};
}

// `part` is the speaker, the cue or a circumstance.
Result<Ok> check_beside(std::string_view part, Span span, const Statement& statement,
                        const Document& document) {
  if (auto fits = check_span(part, span, document); !fits) return fits;
  for (const Span content : statement.contents) {
    if (span.overlaps(content)) return misfit(part, span, "overlaps the " + shown("content", content));
  }
  return Ok{};
}

Result<Ok> check_circumstances(const Statement& statement, const Document& document) {
  const std::pair<std::string_view, const std::optional<Span>&> parts[] = {
      {"on_behalf_of", statement.on_behalf_of}, {"addressee", statement.addressee},
      {"channel", statement.channel},           {"where", statement.where},
      {"language", statement.language},         {"when", statement.when}};
  for (const auto& [part, span] : parts) {
    if (!span) continue;
    if (auto fits = check_beside(part, *span, statement, document); !fits) return fits;
    if (statement.cue && span->overlaps(*statement.cue)) return misfit(part, *span, "overlaps the cue");
  }
  return Ok{};
}

}  // namespace

Result<Ok> check(const Statement& statement, const Document& document) {
  if (auto fits = check_contents(statement.contents, document); !fits) return fits;
  if (statement.speaker) {
    if (auto fits = check_beside("speaker", *statement.speaker, statement, document); !fits) return fits;
  }
  if (statement.cue) {
    if (auto fits = check_beside("cue", *statement.cue, statement, document); !fits) return fits;
  }
  return check_circumstances(statement, document);
}

std::string_view to_string(Form form) {
  switch (form) {
    case Form::direct:
      return "direct";
    case Form::indirect:
      return "indirect";
    case Form::mixed:
      return "mixed";
    case Form::continuation:
      return "continuation";
    case Form::reported:
      return "reported";
    case Form::no_speaker:
      return "no speaker";
  }
  return "unknown";
}

}  // namespace onrecord
