#include "nn/wordpiece.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace onrecord::nn {
namespace {

constexpr bool is_ascii(char32_t c) { return c < 0x80; }
constexpr bool is_between(char32_t first, char32_t c, char32_t last) { return first <= c && c <= last; }

bool is_letter(char32_t c) {
  if (is_ascii(c)) return is_between('a', c | 0x20U, 'z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
  if (is_ascii(c)) return is_between('A', c, 'Z');
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_UPPERCASE) != 0;
}

bool is_digit(char32_t c) {
  if (is_ascii(c)) return is_between('0', c, '9');
  const auto type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

// BERT counts every mark of ASCII that is no letter and no digit as punctuation, "$" and "+" too, but beyond
// ASCII only what Unicode calls so.
bool is_punctuation(char32_t c) {
  if (is_ascii(c)) return c > ' ' && c < 0x7F && !is_letter(c) && !is_digit(c);
  return u_ispunct(static_cast<UChar32>(c)) != 0;
}

bool is_ideograph(char32_t c) {
  return is_between(0x4E00, c, 0x9FFF) || is_between(0x3400, c, 0x4DBF) || is_between(0xF900, c, 0xFAFF) ||
         is_between(0x20000, c, 0x2FA1F);
}

// White space and characters that are not seen.
bool is_dropped(char32_t c) {
  if (is_ascii(c)) return c <= ' ' || c == 0x7F;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_accent(char32_t c) {
  return !is_ascii(c) && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

// Whether lower case and taking characters apart are as simple as in ASCII: then ICU need not be asked.
// General punctuation (dashes, curly quotes) is in nearly every report.
bool is_plain(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto c = base::decode_utf8(word, at);
    if (!is_ascii(c.value) && !is_between(0x2010, c.value, 0x2027)) return false;
    at += c.size;
  }
  return true;
}

// Lower case, accents apart from their letters.
icu::UnicodeString lower_and_apart(std::string_view word) {
  auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  text.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return text;
  auto apart = nfd->normalize(text, status);
  return U_FAILURE(status) ? text : apart;
}

}  // namespace

Case case_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool first_is_upper = false;
  bool digits = false;
  bool beyond_ascii = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = base::decode_utf8(word, at);
    at += c.size;
    if (is_letter(c.value)) {
      const bool is_capital = is_upper(c.value);
      if (letters == 0) first_is_upper = is_capital;
      ++letters;
      upper += is_capital ? 1 : 0;
      beyond_ascii |= !is_ascii(c.value);
    } else {
      digits |= is_digit(c.value);
    }
  }
  if (letters == 0) return digits ? Case::digits : Case::symbol;
  if (digits) return Case::letters_digits;
  if (upper == 0) return beyond_ascii ? Case::accented : Case::lower;
  if (letters == 1) return Case::single_capital;
  if (upper == letters) return Case::capitals;
  if (first_is_upper && upper == 1) return Case::title;
  return Case::mixed;
}

// Takes the characters of a word, lower case and without accents, and appends its pieces.
class WordPiece::Cutter {
 public:
  Cutter(const PieceTable& table, std::uint32_t unknown, std::vector<std::uint32_t>& pieces)
      : table_(table), unknown_(unknown), pieces_(pieces) {}

  void take(char32_t c) {
    if (is_punctuation(c) || is_ideograph(c)) {
      end_run();
      append(c);
      end_run();
    } else if (!is_dropped(c)) {
      append(c);
    }
  }

  void end_run() {
    if (run_.empty()) return;
    const std::size_t before = pieces_.size();
    if (!cut_run()) {
      pieces_.resize(before);
      pieces_.push_back(unknown_);
    }
    run_.clear();
  }

 private:
  void append(char32_t c) {
    if (is_ascii(c)) {
      run_ += static_cast<char>(c);
    } else {
      base::append_utf8(run_, c);
    }
  }

  bool cut_run() {
    constexpr std::string_view kInside = "##";
    const std::string_view run = run_;
    for (std::size_t begin = 0; begin < run.size();) {
      const std::string_view head = begin == 0 ? std::string_view() : kInside;
      const std::string_view rest = run.substr(begin, table_.longest());
      const std::size_t size = longest_piece(head, rest);
      if (size == 0) return false;
      begin += size;
    }
    return true;
  }

  // Appends the longest piece that `rest` begins with and returns its size, 0 when there is none. No piece
  // can end within a character: both are UTF-8.
  std::size_t longest_piece(std::string_view head, std::string_view rest) {
    hashes_.resize(rest.size());
    auto hash = PieceTable::Hash() + head;
    for (std::size_t i = 0; i < rest.size(); ++i) hashes_[i] = hash = hash + rest[i];
    for (std::size_t size = rest.size(); size > 0; --size) {
      if (const auto piece = table_.find(head, rest.substr(0, size), hashes_[size - 1])) {
        pieces_.push_back(*piece);
        return size;
      }
    }
    return 0;
  }

  const PieceTable& table_;
  std::uint32_t unknown_;
  std::vector<std::uint32_t>& pieces_;
  std::string run_;
  std::vector<PieceTable::Hash> hashes_;  // Of the prefixes of what is left of the run.
};

WordPiece::WordPiece(std::shared_ptr<const Weights> weights)
    : weights_(std::move(weights)),
      unknown_(weights_->pieces().find("[UNK]").value_or(0)),
      begin_(weights_->pieces().find("[CLS]").value_or(0)),
      separator_(weights_->pieces().find("[SEP]").value_or(0)) {}

std::size_t WordPiece::cut(std::string_view word, std::vector<std::uint32_t>& pieces) const {
  const std::size_t before = pieces.size();
  if (word.size() <= kLongestWord) {
    Cutter cutter(weights_->pieces(), unknown_, pieces);
    if (is_plain(word)) {
      for (std::size_t at = 0; at < word.size();) {
        const auto c = base::decode_utf8(word, at);
        at += c.size;
        cutter.take(is_between('A', c.value, 'Z') ? c.value | 0x20U : c.value);
      }
    } else {
      const auto text = lower_and_apart(word);
      for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const auto c = static_cast<char32_t>(text.char32At(at));
        if (!is_accent(c)) cutter.take(c);
      }
    }
    cutter.end_run();
  }
  if (pieces.size() == before) pieces.push_back(unknown_);
  return pieces.size() - before;
}

}  // namespace onrecord::nn
