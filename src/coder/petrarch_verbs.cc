#include "coder/petrarch_verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "actor_table/fold.h"
#include "base/utf8.h"
#include "coder/table.h"

namespace onrecord::coder {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Small letters, single spaces; "_" where it joins, and none at the end.
std::string small_words(std::string_view text) {
  std::string words;
  for (const char c : actor_table::lower(trim(text))) {
    const bool gap = c == ' ' || c == '\t';
    if (gap && (words.empty() || words.back() == ' ')) continue;
    words += gap ? ' ' : c;
  }
  while (!words.empty() && (words.back() == '_' || words.back() == ' ')) words.pop_back();
  return words;
}

class VerbImporter {
 public:
  explicit VerbImporter(const std::string& name) : name_(name) {}

  ImportedLexicon import(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string line = without_comments(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_;
      read(trim(line));
    }
    for (const auto& [set, words] : sets_) imported_.table += fmt::format("set\t&{}\t{}\t\t\t\n", set, words);
    imported_.table += rows_;
    return std::move(imported_);
  }

 private:
  void fault(std::string message, std::string mend) {
    imported_.faults.push_back(
        {ErrorCode::bad_lexicon, std::move(message), name_, fmt::format("line {}", line_), std::move(mend)});
  }

  // "<!-- … -->" may go over lines; "#" goes to the line's end, but in brackets, where it may be a code.
  std::string without_comments(std::string_view line) {
    std::string kept;
    bool in_code = false;
    for (std::size_t at = 0; at < line.size();) {
      if (in_comment_) {
        const std::size_t end = line.find("-->", at);
        if (end == std::string_view::npos) return kept;
        in_comment_ = false;
        at = end + 3;
      } else if (line.substr(at).starts_with("<!")) {
        in_comment_ = true;
        at += 2;
      } else if (line[at] == '#' && !in_code) {
        break;
      } else {
        if (line[at] == '[' || line[at] == ']') in_code = line[at] == '[';
        kept += line[at++];
      }
    }
    return kept;
  }

  void read(std::string_view line) {
    if (line.empty()) return;
    if (base::find_invalid_utf8(line) != std::string_view::npos) {
      fault("the line is not UTF-8", "Write the dictionary in UTF-8.");
    } else if (line.front() == '&') {
      set_ = small_words(line.substr(1));
      if (set_.empty() || !sets_.emplace(set_, "").second)
        fault(fmt::format("the set \"{}\" {}", line, set_.empty() ? "has no name" : "stands twice"),
              "Give each set a name of its own.");
    } else if (line.starts_with("---")) {
      open_block(line);
    } else if (line.front() == '-') {
      pattern(trim(line.substr(1)));
    } else if (!set_.empty() && line.front() == '+') {
      std::string& words = sets_[set_];
      words += (words.empty() ? "" : "|") + small_words(line.substr(1));
    } else {
      verb(line);
    }
  }

  // The code in the first brackets of `line`, which is cut before them. Nothing: there are none.
  std::string code_of(std::string_view& line) {
    const std::size_t open = line.find('[');
    const std::size_t close = line.find(']', open == std::string_view::npos ? 0 : open);
    std::string code;
    if (open != std::string_view::npos && close != std::string_view::npos)
      code = trim(line.substr(open + 1, close - open - 1));
    line = trim(line.substr(0, open));
    return code;
  }

  // "--- ABANDON [345] ---"
  void open_block(std::string_view line) {
    set_.clear();
    line.remove_prefix(3);
    code_ = code_of(line);
    while (line.ends_with('-')) line = trim(line.substr(0, line.size() - 1));
    block_ = small_words(line);
    if (block_.empty()) fault("a head without its verb", "Write \"--- VERB [code] ---\".");
    if (code_.empty()) {
      fault(fmt::format("\"{}\" has no code", block_), "Give it one in brackets; [---] codes nothing.");
      code_ = "---";
    }
    const unsigned before = blocks_[block_]++;
    if (before > 0) block_ += fmt::format("#{}", before + 1);
    has_verb_ = false;
  }

  // "ABANDON", "BREAK {BROKE BROKEN}", "+CORDON_OFF {+CORDONED_OFF}", "WIRE_+TAP [002]"
  void verb(std::string_view line) {
    set_.clear();
    std::string forms;
    const std::size_t open = line.find('{'), close = line.find('}');
    if (open != std::string_view::npos && close == std::string_view::npos) {
      fault("forms without their closing brace", "Close it: \"{BROKE BROKEN}\".");
      return;
    }
    const bool given = open != std::string_view::npos;
    if (given) forms = small_words(line.substr(open + 1, close - open - 1));
    std::string_view rest = given ? line.substr(close + 1) : std::string_view();
    std::string_view words = line.substr(0, open);
    std::string code = code_of(words);
    if (code.empty() && given) code = code_of(rest);
    const std::string name = small_words(words);
    if (block_.empty()) block_ = name;
    if (code.empty()) code = code_;
    Codes codes;
    if (name.empty() || !parse_codes(code, codes)) {
      fault(fmt::format("\"{}\" is no verb with a code", line), "Write it below \"--- VERB [code] ---\".");
      return;
    }
    rows_ +=
        fmt::format("verb\t{}\t{}\t{}\t\t\n", block_, given ? listed(name, forms) : forms_of(name), code);
    has_verb_ = true;
    ++imported_.records;
  }

  static std::string spaced(std::string text) {
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
  }

  static std::string listed(const std::string& name, std::string_view forms) {
    std::string all = spaced(name);
    while (!forms.empty()) {
      const std::size_t end = std::min(forms.find(' '), forms.size());
      if (const std::string form = spaced(std::string(forms.substr(0, end))); !form.empty())
        all += "|" + form;
      forms.remove_prefix(std::min(end + 1, forms.size()));
    }
    return all;
  }

  // Of several words, only the one that is the verb changes.
  static std::string forms_of(const std::string& name) {
    const std::string words = spaced(name);
    const std::size_t mark = words.find('+');
    const std::size_t from = mark == std::string::npos ? 0 : mark + 1;
    const std::size_t to = std::min(words.find(' ', from), words.size());
    std::string all;
    std::string forms = regular_forms(words.substr(from, to - from));
    for (std::size_t at = 0; at <= forms.size();) {
      const std::size_t end = std::min(forms.find('|', at), forms.size());
      all += fmt::format("{}{}{}{}", all.empty() ? "" : "|", words.substr(0, from),
                         forms.substr(at, end - at), words.substr(to));
      at = end + 1;
    }
    return all;
  }

  // "* FOR_&CURRENCY [903]"
  void pattern(std::string_view line) {
    const std::string whole(line);
    const std::string code = code_of(line);
    std::string words = small_words(line);
    Codes codes;
    if (!has_verb_) {
      fault(fmt::format("the pattern \"{}\" is of no verb", whole), "Put it below the verb that it is for.");
    } else if (!parse_codes(code, codes)) {
      fault(fmt::format("the pattern \"{}\" has no code", whole), "Give it one in brackets.");
    } else if (const auto marks = parse_pattern(words); is_right(marks, whole)) {
      rows_ += fmt::format("pattern\t{}\t{}\t{}\t\t\n", block_, words, code);
      ++imported_.records;
    }
  }

  bool is_right(const std::vector<PatternMark>& marks, const std::string& whole) {
    std::size_t verbs = 0;
    for (const PatternMark& mark : marks) {
      verbs += mark.kind == PatternMark::Kind::verb ? 1 : 0;
      if (mark.kind != PatternMark::Kind::set || sets_.contains(mark.text)) continue;
      fault(fmt::format("no set above is called \"&{}\"", mark.text), "Define it above, or mend the name.");
      return false;
    }
    if (verbs == 1 && marks.size() > 1) return true;
    fault(fmt::format("the pattern \"{}\" does not say once where its verb stands", whole),
          "Write one \"*\" there, and words round it.");
    return false;
  }

  const std::string& name_;
  std::uint32_t line_ = 0;
  bool in_comment_ = false, has_verb_ = false;
  std::string set_, block_, code_, rows_;
  std::map<std::string, std::string> sets_;
  std::map<std::string, unsigned> blocks_;
  ImportedLexicon imported_;
};

}  // namespace

ImportedLexicon import_verbs(std::string_view text, const std::string& name) {
  return VerbImporter(name).import(text);
}

std::string regular_forms(const std::string& verb) {
  if (verb.empty()) return verb;
  const auto stem = [&](std::size_t drop) { return verb.substr(0, verb.size() - drop); };
  const bool after_vowel =
      verb.size() > 1 && std::string_view("aeiou").find(verb[verb.size() - 2]) != std::string_view::npos;
  const bool hisses = verb.ends_with('s') || verb.ends_with('x') || verb.ends_with('z') ||
                      verb.ends_with("ch") || verb.ends_with("sh");
  if (verb.ends_with('e')) return fmt::format("{0}|{0}s|{0}d|{1}ing", verb, stem(1));
  if (verb.ends_with('y') && !after_vowel) return fmt::format("{0}|{1}ies|{1}ied|{0}ing", verb, stem(1));
  return fmt::format("{0}|{0}{1}|{0}ed|{0}ing", verb, hisses ? "es" : "s");
}

}  // namespace onrecord::coder
