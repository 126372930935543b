#include <string>

#include "text/characters.h"
#include "text/line_breaks.h"
#include "text/missing_breaks.h"
#include "text/view.h"

namespace onrecord::text {
namespace {

// Keeps one line, with the breaks put in that it lacks.
void keep_line(View& view, std::string_view text, Span line) {
  for (const MissingBreak& missing : find_missing_breaks(text, line)) {
    view.keep_to(missing.at);
    const std::string_view made = missing.in_quote ? " " : "\n\n";
    std::string reads_as(text.substr(missing.words.begin, missing.at - missing.words.begin));
    reads_as.append(made).append(text.substr(missing.at, missing.words.end - missing.at));
    view.note(Repair::Kind::paragraph_break, missing.words, std::move(reads_as));
    view.replace_to(missing.at, made);
  }
  view.keep_to(line.end);
}

bool is_in_word(std::string_view text, std::uint32_t at) { return is_word_kind(char_at(text, at).kind); }

// The word around the break [break_.begin, break_.end), as it stands in the text.
Span word_around(std::string_view text, Span break_) {
  Span word = break_;
  while (word.begin > 0 && is_word_kind(char_before(text, word.begin).kind)) {
    word.begin -= char_before(text, word.begin).size;
  }
  while (word.end < text.size() && is_in_word(text, word.end)) word.end += char_at(text, word.end).size;
  return word;
}

// The break between two lines reads as `made`, and a hyphen before it is dropped when `hyphen` is 1.
void join(View& view, std::string_view text, Span break_, Repair::Kind kind, std::string_view made) {
  Span source = break_;
  std::string reads_as(made);
  if (kind == Repair::Kind::broken_word) {
    source = word_around(text, break_);
    reads_as = std::string(text.substr(source.begin, break_.begin - source.begin))
                   .append(made)
                   .append(text.substr(break_.end, source.end - break_.end));
  }
  view.note(kind, source, std::move(reads_as));
  view.replace_to(break_.end, made);
}

}  // namespace

View repair_lines(std::string_view text) {
  View view(text);
  const std::vector<Line> lines = find_lines(text);
  LineBreaks breaks(text, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Span line = lines[i].span;
    const LineBreak next = i + 1 < lines.size() ? breaks.before(i + 1) : LineBreak::paragraph;
    const bool drops = next == LineBreak::drop_hyphen;
    view.keep_to(line.begin);
    keep_line(view, text, {line.begin, drops ? line.end - 1 : line.end});
    if (next == LineBreak::paragraph) continue;
    const Span gap = {view.position(), lines[i + 1].span.begin};
    const bool in_word = next != LineBreak::space;
    const bool broken = next == LineBreak::inside_word || drops;
    join(view, text, gap, broken ? Repair::Kind::broken_word : Repair::Kind::hard_wrap, in_word ? "" : " ");
  }
  view.keep_to(static_cast<std::uint32_t>(text.size()));
  return view;
}

}  // namespace onrecord::text
