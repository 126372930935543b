#include "eval/conllu.h"

#include <charconv>
#include <optional>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool says_no_space(std::string_view misc) {
  for (const std::string_view part : split(misc, '|')) {
    if (part == "SpaceAfter=No") return true;
  }
  return false;
}

bool starts_with_key(std::string_view line, std::string_view key) {
  line.remove_prefix(1);
  line = trim(line);
  if (!line.starts_with(key)) return false;
  line.remove_prefix(key.size());
  return line.empty() || line.front() == ' ' || line.front() == '=';
}

std::string value_of(std::string_view line) {
  const std::size_t equals = line.find('=');
  return equals == std::string_view::npos ? "" : std::string(trim(line.substr(equals + 1)));
}

// Takes lines one by one; what it has read so far stands in `documents`.
class Parser {
 public:
  // False: the line is not CoNLL-U.
  bool take(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (line.front() == '#') return comment(line);
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() != 10) return false;
    if (columns[0].find('.') != std::string_view::npos) return true;
    const std::size_t dash = columns[0].find('-');
    return dash == std::string_view::npos ? word(columns) : range(columns, dash);
  }

  bool end_sentence() {
    if (sentence_.words.empty()) return true;
    if (surface_end_ > sentence_.words.size()) return false;
    for (const TreeWord& each : sentence_.words) {
      if (each.head > sentence_.words.size()) return false;
    }
    if (documents.empty()) documents.emplace_back();
    documents.back().sentences.push_back(std::exchange(sentence_, {}));
    surface_end_ = 0;
    return true;
  }

  std::vector<TreeDocument> documents;

 private:
  bool comment(std::string_view line) {
    if (starts_with_key(line, "newdoc id") || starts_with_key(line, "newdoc")) {
      documents.push_back({value_of(line), {}});
      sentence_.new_paragraph = true;
    } else if (starts_with_key(line, "newpar id") || starts_with_key(line, "newpar")) {
      sentence_.new_paragraph = true;
    } else if (starts_with_key(line, "sent_id")) {
      sentence_.id = value_of(line);
    }
    return true;
  }

  bool word(const std::vector<std::string_view>& columns) {
    const auto id = number(columns[0]);
    const auto head = number(columns[6]);
    const std::size_t index = sentence_.words.size();
    if (!id || *id != index + 1 || !head) return false;
    sentence_.words.push_back({std::string(columns[1]), std::string(columns[2]), std::string(columns[3]),
                               std::string(columns[4]), std::string(columns[5]), std::string(columns[7]),
                               *head});
    if (index >= surface_end_) {
      const auto first = static_cast<std::uint32_t>(index);
      sentence_.tokens.push_back({std::string(columns[1]), first, first + 1, !says_no_space(columns[9])});
    }
    return true;
  }

  bool range(const std::vector<std::string_view>& columns, std::size_t dash) {
    const auto first = number(columns[0].substr(0, dash));
    const auto last = number(columns[0].substr(dash + 1));
    if (!first || !last || *first != sentence_.words.size() + 1 || *last <= *first) return false;
    sentence_.tokens.push_back({std::string(columns[1]), *first - 1, *last, !says_no_space(columns[9])});
    surface_end_ = *last;
    return true;
  }

  TreeSentence sentence_;
  std::size_t surface_end_ = 0;  // Words below this belong to a multiword token already noted.
};

// Places the words of a surface token in it: one after the other where their forms spell it, else by rough
// shares.
void place(const TreeSentence& sentence, const TreeToken& token, std::uint32_t at,
           std::vector<PlacedWord>& words) {
  const auto size = static_cast<std::uint32_t>(token.form.size());
  std::uint32_t spelled = 0;
  for (std::uint32_t i = token.first; i < token.end; ++i) {
    spelled += static_cast<std::uint32_t>(sentence.words[i].form.size());
  }
  const std::uint32_t count = token.end - token.first;
  std::uint32_t begin = 0;
  for (std::uint32_t i = token.first; i < token.end; ++i) {
    const auto own = static_cast<std::uint32_t>(sentence.words[i].form.size());
    std::uint32_t end = spelled == size ? begin + own : size * (i - token.first + 1) / count;
    while (end < size && (static_cast<unsigned char>(token.form[end]) & 0xC0U) == 0x80U) ++end;
    words.push_back({{at + begin, at + end}, i > token.first});
    begin = end;
  }
}

}  // namespace

Result<std::vector<TreeDocument>> parse_conllu(std::string_view text, const std::string& name) {
  Parser parser;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!parser.take(line)) {
      return fail({ErrorCode::not_readable, "not CoNLL-U", name, "line " + std::to_string(line_number), ""});
    }
  }
  if (!parser.end_sentence()) return fail({ErrorCode::not_readable, "the last sentence is cut short", name});
  return std::move(parser.documents);
}

Result<std::vector<TreeDocument>> read_conllu(const std::string& path) {
  auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_conllu(*text, path);
}

TreeText text_of(const TreeDocument& document) {
  TreeText out;
  for (const TreeSentence& sentence : document.sentences) {
    if (sentence.new_paragraph || out.text.empty()) {
      while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
      if (!out.text.empty()) out.text += "\n\n";
      out.paragraphs.push_back(out.words.size());
    }
    out.sentences.push_back(out.words.size());
    for (const TreeToken& token : sentence.tokens) {
      place(sentence, token, static_cast<std::uint32_t>(out.text.size()), out.words);
      out.text += token.form;
      if (token.space_after) out.text += ' ';
    }
  }
  return out;
}

}  // namespace onrecord::eval
