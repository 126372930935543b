// What of the format is read, doc/format/lexicon.md tells.

#include "actor_table/petrarch_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace onrecord::actor_table {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// YYMMDD or YYYYMMDD.
std::optional<Day> day_of(std::string_view digits) {
  if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  const std::string century = digits.size() == 8 ? "" : digits.substr(0, 2) > "30" ? "19" : "20";
  const std::string whole = century + std::string(digits);
  Day day = 0;
  const bool is_day =
      parse_day(fmt::format("{}-{}-{}", whole.substr(0, 4), whole.substr(4, 2), whole.substr(6)), day);
  return is_day ? std::optional(day) : std::nullopt;
}

class RecordReader {
 public:
  RecordReader(const std::string& name, std::vector<Error>& faults, const PetrarchVisitor& visit)
      : name_(name), faults_(faults), visit_(visit) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_;
      read_line(without_comments(line));
    }
    close();
  }

 private:
  void fault(std::string message, std::string mend, std::uint32_t line = 0) {
    faults_.push_back({ErrorCode::bad_lexicon, std::move(message), name_,
                       fmt::format("line {}", line == 0 ? line_ : line), std::move(mend)});
  }

  // "<!-- … -->" may go over lines; "#" goes to the line's end.
  std::string without_comments(std::string_view line) {
    std::string kept;
    for (std::size_t at = 0; at < line.size();) {
      if (in_comment_) {
        const std::size_t end = line.find("-->", at);
        if (end == std::string_view::npos) return kept;
        in_comment_ = false;
        at = end + 3;
      } else if (line.substr(at).starts_with("<!")) {
        in_comment_ = true;
        at += 2;
      } else if (line[at] == '#') {
        break;
      } else {
        kept += line[at++];
      }
    }
    return kept;
  }

  void read_line(const std::string& line) {
    const std::string_view rest = trim(line);
    if (rest.empty()) {
      after_blank_ = true;
      return;
    }
    if (base::find_invalid_utf8(rest) != std::string_view::npos) {
      fault("the line is not UTF-8", "Write the dictionary in UTF-8.");
    } else if (rest.front() == '!' && rest.find('=') != std::string_view::npos) {
      macro(rest);
    } else if (rest.front() == '[') {
      if (record_.names.empty())
        fault("a code without a name before it", "Put it below the name that it is for.");
      else
        codes(rest);
    } else {
      name(rest);
    }
    after_blank_ = false;
  }

  // "!PERSON! = MAN, MEN, WOMAN"
  void macro(std::string_view line) {
    const std::size_t equals = line.find('=');
    std::vector<std::string> words;
    for (std::string_view list = line.substr(equals + 1); !list.empty();) {
      const std::size_t comma = std::min(list.find(','), list.size());
      if (const std::string_view word = trim(list.substr(0, comma)); !word.empty()) words.emplace_back(word);
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
    macros_[std::string(trim(line.substr(0, equals)))] = std::move(words);
  }

  // The head of a record, or a synonym: "+NAME". A head that follows one without a code, in the next line, is
  // taken for a synonym of it: so the dictionaries in use write them.
  void name(std::string_view line) {
    bool synonym = line.front() == '+';
    if (synonym) line.remove_prefix(1);
    if (!synonym && !record_.names.empty() && record_.codes.empty() && !after_blank_) synonym = true;
    if (synonym && record_.names.empty()) {
      fault("a synonym of nothing", "Put it below the name that it is another word for.");
      return;
    }
    if (!synonym) close();
    if (record_.names.empty()) record_.line = line_;
    const std::size_t end = std::min(line.find_first_of("[{"), line.size());
    const std::string text(trim(line.substr(0, end)));
    line.remove_prefix(end);
    if (!line.starts_with('{')) {
      add_name({text});
      codes(trim(line));
      return;
    }
    const std::size_t closing = line.find('}');
    if (closing == std::string_view::npos) {
      add_name({text});
      fault("a plural without its closing brace", "Close it: \"{GEESE}\".");
      return;
    }
    const std::string plural(trim(line.substr(1, closing - 1)));
    add_name({text, plural.empty() ? PetrarchPlural::none : PetrarchPlural::given});
    if (!plural.empty()) add_name({plural, PetrarchPlural::none, true});
    codes(trim(line.substr(closing + 1)));
  }

  // With each macro in it written out.
  void add_name(const PetrarchName& name) {
    for (const auto& [mark, words] : macros_) {
      const std::size_t at = name.text.find(mark);
      if (at == std::string::npos) continue;
      for (const std::string& word : words) {
        PetrarchName one = name;
        one.text = name.text.substr(0, at) + word + name.text.substr(at + mark.size());
        add_name(one);
      }
      return;
    }
    if (name.text.find('!') != std::string::npos)
      fault(fmt::format("\"{}\" names a set of words that is not known", petrarch_words(name.text)),
            "Define it above: \"!PERSON! = MAN, WOMAN\".");
    else if (!petrarch_words(name.text).empty())
      record_.names.push_back(name);
  }

  void codes(std::string_view line) {
    while (!(line = trim(line)).empty()) {
      const std::size_t end = line.find(']');
      if (line.front() != '[' || end == std::string_view::npos) {
        fault(fmt::format("\"{}\" is no code in brackets", line), "Write it as [CODE] or [CODE from-to].");
        broken_ = true;
        return;
      }
      code(trim(line.substr(1, end - 1)));
      line.remove_prefix(end + 1);
    }
  }

  void code(std::string_view inside) {
    const std::size_t end = std::min(inside.find_first_of(" \t<>"), inside.size());
    PetrarchCode code;
    code.letters = inside.substr(0, end);
    if (days(trim(inside.substr(end)), code))
      record_.codes.push_back(std::move(code));
    else
      broken_ = true;
  }

  bool days(std::string_view rest, PetrarchCode& code) {
    if (rest.empty()) return true;
    const char sign = rest.front();
    if (sign == '<' || sign == '>') rest = trim(rest.substr(1));
    const std::size_t dash = rest.find('-');
    const auto first = day_of(trim(rest.substr(0, dash)));
    const auto last = dash == std::string_view::npos ? first : day_of(trim(rest.substr(dash + 1)));
    if (!first || !last || (dash == std::string_view::npos && sign != '<' && sign != '>')) {
      fault(fmt::format("\"{}\" are no days", rest),
            "Write <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD, with days of the calendar.");
      return false;
    }
    if (sign == '<') {
      code.to = *first - 1;
    } else if (sign == '>') {
      code.from = *first + 1;
    } else {
      code.from = *first;
      code.to = *last;
    }
    if (code.from <= code.to) return true;
    fault(fmt::format("{} ends before it begins", rest), "Put the days in order.");
    return false;
  }

  void close() {
    if (!record_.names.empty() && record_.codes.empty() && !broken_)
      fault(fmt::format("\"{}\" has no code", petrarch_words(record_.names.front().text)),
            "Give it one in brackets, or take it out.", record_.line);
    if (!record_.names.empty() && !record_.codes.empty()) visit_(record_);
    record_ = {};
    broken_ = false;
  }

  const std::string& name_;
  std::vector<Error>& faults_;
  const PetrarchVisitor& visit_;
  std::uint32_t line_ = 0;
  bool in_comment_ = false, after_blank_ = false, broken_ = false;
  std::map<std::string, std::vector<std::string>> macros_;
  PetrarchRecord record_;  // That is being read.
};

}  // namespace

// "BAN_KI-MOON_" → "BAN KI-MOON"; stems and whole words are not told apart.
std::string petrarch_words(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const bool gap = c == '_' || c == ' ' || c == '\t' || c == '|';
    if (!gap) text += c;
    if (gap && !text.empty() && text.back() != ' ') text += ' ';
  }
  return std::string(trim(text));
}

void read_petrarch_records(std::string_view text, const std::string& name, std::vector<Error>& faults,
                           const PetrarchVisitor& visit) {
  RecordReader(name, faults, visit).read(text);
}

}  // namespace onrecord::actor_table
