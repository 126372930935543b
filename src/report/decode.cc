#include "report/decode.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "report/sniff.h"

namespace onrecord::report {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kWestern = "windows-1252";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return result;
}

// --- Which encoding
// ---------------------------------------------------------------------------------------------

// The label behind `key` in `text`: charset="x", charset=x, encoding='x'.
std::string_view label_after(std::string_view text, std::string_view key) {
  const auto found = text.find(key);
  if (found == std::string_view::npos) return {};
  auto rest = text.substr(found + key.size());
  const auto start = rest.find_first_not_of(" \t\r\n\"'=");
  if (start == std::string_view::npos) return {};
  rest.remove_prefix(start);
  return rest.substr(0, rest.find_first_of(" \t\r\n\"'/>;?"));
}

// What an XML declaration or a <meta> in the first bytes says.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kLook = 4096;
  const std::string head = lower(skip_blank(bytes.substr(0, kLook)));
  if (!head.starts_with('<')) return {};
  if (head.starts_with("<?xml")) {
    const auto label = label_after(std::string_view(head).substr(0, head.find('>')), "encoding");
    if (!label.empty()) return std::string(label);
  }
  for (auto at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const auto tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const auto label = label_after(tag, "charset");
    if (!label.empty()) return std::string(label);
  }
  return {};
}

// As browsers read the labels: Latin-1 and ASCII mean windows-1252, and so on. A page whose label could be
// read is not in UTF-16, whatever it says.
std::string_view as_browsers_do(std::string_view iana_name) {
  if (iana_name == "ISO-8859-1" || iana_name == "US-ASCII") return kWestern;
  if (iana_name == "ISO-8859-9") return "windows-1254";
  if (iana_name == "ISO-8859-11" || iana_name == "TIS-620") return "windows-874";
  if (iana_name == "GB2312" || iana_name == "GBK") return "GB18030";
  if (iana_name.starts_with("UTF-16") || iana_name.starts_with("UTF-32")) return kUtf8;
  return iana_name;
}

// The name that `label` stands for, as mails and pages write it ("ISO-8859-2"); empty when ICU knows none
// such.
std::string canonical_name(std::string_view label) {
  const std::string name(label);
  for (const char* const standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const found = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) != 0 && found != nullptr) return std::string(as_browsers_do(found));
  }
  return {};
}

// Which bytes past ASCII there are, to weigh guesses by.
struct HighBytes {
  std::size_t sequences = 0;  // Valid UTF-8 sequences.
  std::size_t invalid = 0;    // Bytes that are in none.
  std::size_t count = 0;
  bool western = true;  // None that windows-1252 leaves undefined.
};

HighBytes weigh(std::string_view bytes) {
  HighBytes high;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      ++i;
      continue;
    }
    const base::CodePoint point = base::decode_utf8(bytes, i);
    high.sequences += point.valid ? 1U : 0U;
    high.invalid += point.valid ? 0U : point.size;
    for (std::size_t end = i + point.size; i < end; ++i) {
      const auto each = static_cast<unsigned char>(bytes[i]);
      ++high.count;
      if (each == 0x81 || each == 0x8D || each == 0x8F || each == 0x90 || each == 0x9D) high.western = false;
    }
  }
  return high;
}

std::string detected_encoding(std::string_view bytes) {
  constexpr std::size_t kLook = 1U << 20;
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kLook)) != 0)
    return {};
  uchardet_data_end(detector.get());
  const std::string name = canonical_name(uchardet_get_charset(detector.get()));
  // It was looked at already whether this is UTF-8.
  return name == kUtf8 ? std::string{} : name;
}

// The encoding of bytes that are not valid UTF-8 and declare nothing, or declare UTF-8 wrongly.
std::string guessed_encoding(std::string_view bytes) {
  const HighBytes high = weigh(bytes);
  if (high.sequences >= high.invalid) return std::string(kUtf8);
  // English with some quotation marks and accents: too little for a detector, and windows-1252 by long odds.
  constexpr std::size_t kFew = 30, kSome = 4, kShort = 64;
  const bool few = high.count * kFew < bytes.size();
  const bool some = high.count < kShort && high.count * kSome < bytes.size();
  if (high.western && (few || some)) return std::string(kWestern);
  const std::string detected = detected_encoding(bytes);
  return detected.empty() ? std::string(kWestern) : detected;
}

struct Choice {
  std::string encoding;
  std::size_t mark = 0;  // Size of the byte order mark.
};

Result<Choice> choose(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Choice{std::string(kUtf8), 3};
  if (bytes.starts_with("\xFF\xFE")) return Choice{"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return Choice{"UTF-16BE", 2};
  bool big_endian = false;
  if (is_utf16_without_mark(bytes, big_endian)) return Choice{big_endian ? "UTF-16BE" : "UTF-16LE", 0};

  const std::string label = declared_encoding(bytes);
  const std::string declared = label.empty() ? std::string{} : canonical_name(label);
  if (!declared.empty() && declared != kUtf8) return Choice{declared, 0};
  const std::size_t invalid = base::find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return Choice{std::string(kUtf8), 0};
  if (!label.empty() && declared.empty() && label != "unknown") {
    return fail({ErrorCode::bad_encoding,
                 "the encoding \"" + label + "\" is not known, and the text is not UTF-8", name,
                 "byte " + std::to_string(invalid), "Convert the file to UTF-8, by iconv or the like."});
  }
  return Choice{guessed_encoding(bytes), 0};
}

// --- Decoding
// ---------------------------------------------------------------------------------------------------

// Lists repairs of single places, but no more of them than anybody would look through.
void note_replacement(std::vector<Repair>& repairs, Span source) {
  constexpr std::size_t kMost = 1000;
  if (!repairs.empty() && repairs.back().source.end == source.begin) {
    repairs.back().source.end = source.end;
    if (repairs.size() < kMost) repairs.back().reads_as += "\uFFFD";
  } else if (repairs.size() < kMost) {
    repairs.push_back({Repair::Kind::encoding, source, "\uFFFD"});
  } else {
    repairs.back().source.end = source.end;
  }
}

void decode_utf8(std::string_view bytes, std::size_t mark, Decoded& decoded) {
  for (std::size_t at = mark; at < bytes.size();) {
    const std::size_t invalid = std::min(base::find_invalid_utf8(bytes, at), bytes.size());
    decoded.made.copy(bytes.substr(at, invalid - at), at);
    at = invalid;
    if (at == bytes.size()) break;
    const std::size_t size = base::decode_utf8(bytes, at).size;
    decoded.made.replace("\uFFFD", at, size);
    note_replacement(decoded.repairs, {MadeText::narrow(at), MadeText::narrow(at + size)});
    at += size;
  }
}

// What ICU makes of one piece of the source: UTF-16 units, and where in the piece each began (-1: before it).
// So large that no piece of kPiece bytes fills it.
struct Utf16 {
  static constexpr std::size_t kPiece = 4U << 10;
  std::array<UChar, 4 * kPiece> units;
  std::array<std::int32_t, 4 * kPiece> offsets;
  std::int32_t count = 0;
};

// Appends a piece as UTF-8. `base` is the source offset that offsets count from, `begin` that of the first
// character (its first bytes may have stood at the end of the piece before), `end` that of what follows the
// last.
void append_piece(const Utf16& piece, std::size_t base, std::size_t begin, std::size_t end,
                  Decoded& decoded) {
  const auto start_of = [&](std::int32_t unit) {
    if (unit >= piece.count) return end;
    const std::int32_t offset = piece.offsets[static_cast<std::size_t>(unit)];
    return offset < 0 ? begin : base + static_cast<std::size_t>(offset);
  };
  std::string characters;
  for (std::int32_t i = 0; i < piece.count;) {
    const std::size_t from = start_of(i);
    characters.clear();
    do {  // One sequence of bytes may stand for several characters.
      UChar32 value = 0;
      U16_NEXT(piece.units.data(), i, piece.count, value);
      base::append_utf8(characters, static_cast<char32_t>(value));
    } while (i < piece.count && start_of(i) <= from);
    const std::size_t to = std::max(from, start_of(i));
    decoded.made.replace(characters, from, to - from);
    if (characters == "\uFFFD") {
      note_replacement(decoded.repairs, {MadeText::narrow(from), MadeText::narrow(to)});
    }
  }
}

bool decode_by_icu(std::string_view bytes, std::size_t mark, Decoded& decoded) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(decoded.encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0) return false;
  const auto piece = std::make_unique<Utf16>();
  std::size_t done = mark;  // Source bytes whose characters are out.
  for (std::size_t at = mark; at < bytes.size();) {
    const std::size_t until = std::min(at + Utf16::kPiece, bytes.size());
    const char* source = bytes.data() + at;
    UChar* target = piece->units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, target + piece->units.size(), &source, bytes.data() + until,
                   piece->offsets.data(), until == bytes.size() ? 1 : 0, &status);
    if (U_FAILURE(status) != 0) return false;
    piece->count = static_cast<std::int32_t>(target - piece->units.data());
    UErrorCode ignored = U_ZERO_ERROR;
    const std::int32_t pending = until == bytes.size() ? 0 : ucnv_toUCountPending(converter.get(), &ignored);
    const std::size_t end = until - static_cast<std::size_t>(std::max(0, pending));
    append_piece(*piece, at, done, end, decoded);
    done = end;
    at = until;
  }
  return true;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, const std::string& name) {
  auto choice = choose(bytes, name);
  if (!choice) return fail(choice.error());
  Decoded decoded;
  decoded.encoding = std::move(choice->encoding);
  decoded.made.text.reserve(bytes.size());
  if (decoded.encoding == kUtf8) {
    decode_utf8(bytes, choice->mark, decoded);
    return decoded;
  }
  if (!decode_by_icu(bytes, choice->mark, decoded)) {
    return fail({ErrorCode::bad_encoding, "the encoding \"" + decoded.encoding + "\" cannot be decoded", name,
                 "", "Convert the file to UTF-8, by iconv or the like."});
  }
  // The whole was read otherwise; what stands there now is the body.
  decoded.repairs.insert(decoded.repairs.begin(),
                         {Repair::Kind::encoding, {0, MadeText::narrow(bytes.size())}, ""});
  return decoded;
}

}  // namespace onrecord::report
