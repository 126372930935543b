#include "text/characters.h"
#include "text/mojibake.h"
#include "text/view.h"

namespace onrecord::text {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

// ASCII that shows: nothing to repair. Most bytes are.
bool is_plain(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 0x20 && value < 0x7F) || value == '\n' || value == '\r' || value == '\t';
}

std::uint32_t skip_plain(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

bool has_sure_mojibake(std::string_view text) {
  for (std::uint32_t at = skip_plain(text, 0); at < text.size(); at = skip_plain(text, at)) {
    if (mojibake_at(text, at).sure) return true;
    at += char_at(text, at).size;
  }
  return false;
}

// Two in a row are no chance either: a name in another script.
bool is_paired(const View& view, std::string_view text, Span found) {
  if (found.end < text.size() && mojibake_at(text, found.end).size > 0) return true;
  if (view.repairs().empty()) return false;
  const Repair& before = view.repairs().back();
  return before.kind == Repair::Kind::mojibake && before.source.end == found.begin;
}

// Puts right what begins at the view's position. False when nothing is wrong there.
bool put_right(View& view, std::string_view text, bool suspect) {
  const std::uint32_t at = view.position();
  if (const Mojibake found = mojibake_at(text, at); found.size > 0) {
    const Span source = {at, at + found.size};
    if (suspect || found.sure || is_paired(view, text, source)) {
      view.note(Repair::Kind::mojibake, source, found.reads_as);
      view.replace_to(source.end, found.reads_as);
      return true;
    }
  }
  const Char c = char_at(text, at);
  if (c.kind != CharKind::control) return false;
  const auto kind = c.value == kSoftHyphen ? Repair::Kind::soft_hyphen : Repair::Kind::control;
  view.note(kind, {at, at + c.size}, "");
  view.replace_to(at + c.size, "");
  return true;
}

}  // namespace

View repair_characters(std::string_view body) {
  View view(body);
  const bool suspect = has_sure_mojibake(body);
  std::uint32_t at = skip_plain(body, 0);
  while (at < body.size()) {
    view.keep_to(at);
    at += put_right(view, body, suspect) ? view.position() - at : char_at(body, at).size;
    at = skip_plain(body, at);
  }
  view.keep_to(size_of(body));
  return view;
}

}  // namespace onrecord::text
