// Web addresses, e-mail addresses and names of files: one word each.

#include <algorithm>

#include "lexicon/tables.h"
#include "text/cutter.h"

namespace onrecord::text {
namespace {

// What may stand in an address. Quotation marks, angle brackets and spaces end one.
bool is_address_byte(char byte) {
  if (is_letter_ascii(byte) || is_digit(byte) || (static_cast<unsigned char>(byte) & 0x80U) != 0) return true;
  return std::string_view("-._~:/?#[]@!$&()*+,;=%").find(byte) != std::string_view::npos;
}

// A curly quotation mark or a dash ends an address, though it is no ASCII.
bool ends_address(const Cutter& cutter, std::uint32_t at) {
  const Char c = cutter.peek(at);
  return c.size == 0 || (c.value > 0x7F && c.kind != CharKind::letter && c.kind != CharKind::extend) ||
         (c.value <= 0x7F && !is_address_byte(cutter.byte(at)));
}

// Stops and brackets at the end belong to the sentence, unless the bracket was opened inside.
std::uint32_t trim(const Cutter& cutter, std::uint32_t begin, std::uint32_t end) {
  const std::string_view all = cutter.slice(begin, end);
  auto open = std::count(all.begin(), all.end(), '(') - std::count(all.begin(), all.end(), ')');
  while (end > begin) {
    const char last = cutter.text[end - 1];
    if (last == ')' && open >= 0) break;
    if (std::string_view(".,;:!?)](").find(last) == std::string_view::npos) break;
    if (last == ')') ++open;
    if (last == '(') --open;
    --end;
  }
  return end;
}

struct Shape {
  bool scheme = false;    // "://", "www.", "mailto:"
  std::uint32_t ats = 0;  // How many '@', and where the first is.
  std::uint32_t at = 0;
  std::uint32_t slash = 0;  // Where the first '/' or '?' is; the end when none.
  bool plain_host = true;   // Before it only letters, digits, stops, hyphens.
  std::uint32_t last_stop = 0;
};

Shape shape_of(const Cutter& cutter, std::uint32_t begin, std::uint32_t end) {
  Shape shape;
  const std::string_view all = cutter.slice(begin, end);
  shape.scheme =
      all.find("://") != std::string_view::npos || all.starts_with("www.") || all.starts_with("mailto:");
  shape.slash = end;
  for (std::uint32_t i = begin; i < end; ++i) {
    const char byte = cutter.text[i];
    if (byte == '@' && shape.ats++ == 0) shape.at = i;
    if ((byte == '/' || byte == '?') && shape.slash == end) shape.slash = i;
    if (shape.slash != end) continue;
    if (byte == '.') shape.last_stop = i;
    if (!is_letter_ascii(byte) && !is_digit(byte) && byte != '.' && byte != '-' && byte != '_') {
      shape.plain_host = false;
    }
  }
  return shape;
}

// Whether [begin, end) is "name.com", "name.co.uk", "report.pdf", "comp.sources.unix" — and no "end.Next".
bool is_host(const Cutter& cutter, std::uint32_t begin, const Shape& shape) {
  if (!shape.plain_host || shape.last_stop <= begin || shape.last_stop + 1 >= shape.slash) return false;
  const std::string_view last = cutter.slice(shape.last_stop + 1, shape.slash);
  const std::string_view name = cutter.slice(begin, shape.last_stop);
  const bool capital = is_upper_ascii(last[0]);
  const bool shouted = capital && std::none_of(name.begin(), name.end(), is_lower_ascii);
  const auto row = lexicon::addresses().find(to_lower_ascii(last));
  if (name.back() == '.' || name.find("..") != std::string_view::npos) return false;
  if (row && (!capital || shouted) && name.size() > 1) return true;
  // Groups of news: small letters, two stops at least.
  const auto is_small = [](char byte) { return is_lower_ascii(byte) || byte == '.'; };
  return name.find('.') != std::string_view::npos && name.size() > 6 && last.size() > 2 &&
         std::all_of(name.begin(), name.end(), is_small) &&
         std::all_of(last.begin(), last.end(), is_lower_ascii);
}

bool is_mail(const Cutter& cutter, std::uint32_t begin, std::uint32_t end, const Shape& shape) {
  if (shape.ats != 1 || shape.at == begin || shape.at + 1 >= end) return false;
  return is_word_kind(cutter.peek(shape.at + 1).kind) && shape.slash == end;
}

}  // namespace

std::uint32_t address_end(Cutter& cutter, std::uint32_t at) {
  if (at < cutter.no_address_before || !is_word_kind(cutter.peek(at).kind)) return at;
  std::uint32_t end = at;
  std::uint32_t open = 0;  // Brackets.
  while (!ends_address(cutter, end)) {
    if (cutter.byte(end) == '(') ++open;
    if (cutter.byte(end) == ')' && open-- == 0) break;
    end += cutter.peek(end).size;
  }
  cutter.no_address_before = end;
  const std::string_view all = cutter.slice(at, end);
  if (all.find_first_of(".@:") == std::string_view::npos) return at;
  end = trim(cutter, at, end);
  if (end <= at) return at;
  const Shape shape = shape_of(cutter, at, end);
  if (shape.scheme || is_mail(cutter, at, end, shape) || is_host(cutter, at, shape)) return end;
  return at;
}

}  // namespace onrecord::text
