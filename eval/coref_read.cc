#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "eval/coref.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

std::string small(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Line {
  std::string form, upos, xpos;
  std::uint32_t head = 0;  // 1-based; 0: none.
  std::string entity;
};

std::string entity_of(std::string_view misc) {
  for (const std::string_view part : split(misc, '|')) {
    if (part.starts_with("Entity=")) return std::string(part.substr(7));
  }
  return {};
}

// Opens and closes mentions as the column tells: "(e1-person-…", "e1)", "(e2-place-…)".
class Mentions {
 public:
  void begin_document(std::string id) {
    documents.push_back({std::move(id), {}});
    open_.clear();
    entities_.clear();
    word_ = 0;
  }

  // The sentence's words, whose first has the number word_ in the document.
  void take(const std::vector<Line>& sentence) {
    if (documents.empty()) begin_document("");
    for (const Line& line : sentence) {
      marks(line.entity);
      ++word_;
    }
    auto& all = documents.back().mentions;
    const auto base = static_cast<std::uint32_t>(word_ - sentence.size());
    for (CorefMention& mention : all) {
      if (mention.first >= base) describe(mention, sentence, base);
    }
  }

  void finish() {
    for (CorefDocument& document : documents) {
      std::stable_sort(document.mentions.begin(), document.mentions.end(),
                       [](const CorefMention& a, const CorefMention& b) {
                         return a.first != b.first ? a.first < b.first : a.end > b.end;
                       });
    }
  }

  std::vector<CorefDocument> documents;

 private:
  void marks(std::string_view text) {
    while (!text.empty()) {
      if (text.front() == '(') {
        const std::size_t end = std::min(text.find_first_of("()", 1), text.size());
        const bool whole = end < text.size() && text[end] == ')';
        open(text.substr(1, end - 1));
        if (whole) close(text.substr(1, end - 1));
        text.remove_prefix(whole ? end + 1 : end);
      } else {
        const std::size_t end = std::min(text.find(')'), text.size());
        close(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
      }
    }
  }

  static std::string_view group(std::string_view mark) {
    return mark.substr(0, std::min(mark.find('-'), mark.size()));
  }

  void open(std::string_view mark) { open_[std::string(group(mark))].push_back(word_); }

  void close(std::string_view mark) {
    const std::string name(group(mark));
    auto& starts = open_[name];
    if (starts.empty()) return;
    const auto entity = entities_.emplace(name, static_cast<std::uint32_t>(entities_.size())).first->second;
    documents.back().mentions.push_back({starts.back(), word_ + 1, starts.back(), entity, {}});
    starts.pop_back();
  }

  // The head is the first word whose own head lies outside.
  static void describe(CorefMention& mention, const std::vector<Line>& sentence, std::uint32_t base) {
    const std::uint32_t end =
        std::min<std::uint32_t>(mention.end - base, static_cast<std::uint32_t>(sentence.size()));
    for (std::uint32_t w = mention.first - base; w < end; ++w) {
      const std::uint32_t head = sentence[w].head;
      if (head != 0 && head - 1 >= mention.first - base && head - 1 < end) continue;
      mention.head = base + w;
      if (end - (mention.first - base) == 1 && sentence[w].xpos.starts_with("PRP")) {
        mention.pronoun = small(sentence[w].form);
      }
      return;
    }
  }

  std::map<std::string, std::vector<std::uint32_t>> open_;
  std::map<std::string, std::uint32_t> entities_;
  std::uint32_t word_ = 0;
};

// Byte place → number of the word that holds it, in the report's bytes.
std::uint32_t bytes_before(std::string_view text, std::uint32_t characters) {
  return Characters(text).byte_of(characters);
}

}  // namespace

Result<std::vector<CorefDocument>> parse_coref(std::string_view conllu, const std::string& name) {
  Mentions mentions;
  std::vector<Line> sentence;
  for (const std::string_view line : split(conllu, '\n')) {
    if (line.starts_with("# newdoc")) {
      const std::size_t equals = line.find('=');
      mentions.begin_document(equals == std::string_view::npos ? ""
                                                               : std::string(trim(line.substr(equals + 1))));
    } else if (trim(line).empty()) {
      if (!sentence.empty()) mentions.take(std::exchange(sentence, {}));
    } else if (line.front() != '#') {
      const auto columns = split(line, '\t');
      if (columns.size() != 10)
        return fail({ErrorCode::not_readable, "not CoNLL-U: " + std::string(line), name});
      if (!whole_number(columns[0])) continue;
      sentence.push_back({std::string(columns[1]), std::string(columns[3]), std::string(columns[4]),
                          whole_number(columns[6]).value_or(0), entity_of(columns[9])});
    }
  }
  if (!sentence.empty()) mentions.take(sentence);
  mentions.finish();
  return std::move(mentions.documents);
}

Result<std::vector<CorefDocument>> read_coref(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_coref(*text, path);
}

std::set<std::string> set_aside(const std::string& source) {
  std::set<std::string> names;
  std::error_code problem;
  for (const auto& entry :
       std::filesystem::directory_iterator(source + "/eval/sets/wikinews/aside", problem)) {
    names.insert(entry.path().stem().string());
  }
  return names;
}

CorefDocument coref_of(const Reading& reading, const std::string& id) {
  CorefDocument document{id, {}};
  const auto& tokens = reading.document.tokens();
  const auto& labels = reading.tags.labels;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const Mention& mention : reading.entities.mentions) {
    if (mention.kind == MentionKind::pronoun && labels) {
      const std::uint16_t feats = reading.tags.words[mention.head].feats;
      if (feats < labels->feats.size() && labels->feats[feats].find("PronType=Rel") != std::string::npos)
        continue;
    }
    const auto at = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(
          std::partition_point(tokens.begin(), tokens.end(),
                               [&](const Token& t) { return t.span.end <= byte; }) -
          tokens.begin());
    };
    const std::uint32_t first = at(mention.span.begin), end = at(mention.span.end - 1) + 1;
    if (!seen.emplace(first, end).second) continue;
    CorefMention found{first, end, mention.head, mention.entity, {}};
    if (mention.kind == MentionKind::pronoun) found.pronoun = small(reading.document.word(mention.head));
    document.mentions.push_back(std::move(found));
  }
  return document;
}

Result<std::vector<GapCase>> parse_gap(std::string_view tsv, const std::string& name) {
  std::vector<GapCase> cases;
  bool heading = true;
  for (const std::string_view line : split(tsv, '\n')) {
    if (std::exchange(heading, false) || trim(line).empty()) continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 10) return fail({ErrorCode::not_readable, "not a row of GAP", name});
    const auto at = [&](std::size_t column) { return whole_number(columns[column]).value_or(0); };
    GapCase gap{std::string(columns[0]), std::string(columns[1]), std::string(columns[2]), at(3), {}, {}};
    gap.a = {std::string(columns[4]), at(5), small(trim(columns[6])) == "true"};
    gap.b = {std::string(columns[7]), at(8), small(trim(columns[9])) == "true"};
    cases.push_back(std::move(gap));
  }
  return cases;
}

GapAnswer answer_gap(const GapCase& gap, const Reading& reading) {
  const auto& tokens = reading.document.tokens();
  const auto head_bytes = [&](const Mention& mention) {
    return reading.document.to_bytes(tokens[mention.head].span);
  };
  const std::uint32_t at = bytes_before(gap.text, gap.pronoun_at);
  std::optional<std::uint32_t> entity;
  for (const Mention& mention : reading.entities.mentions) {
    const Span head = head_bytes(mention);
    if (mention.kind == MentionKind::pronoun && head.begin <= at && at < head.end) entity = mention.entity;
  }
  GapAnswer answer;
  if (!entity) return answer;
  const auto holds = [&](const GapCase::Name& name) {
    const std::uint32_t begin = bytes_before(gap.text, name.at);
    const Span span{begin, begin + static_cast<std::uint32_t>(name.text.size())};
    return std::any_of(
        reading.entities.mentions.begin(), reading.entities.mentions.end(), [&](const Mention& m) {
          return m.entity == *entity && m.kind != MentionKind::pronoun && span.overlaps(head_bytes(m));
        });
  };
  answer.a = holds(gap.a);
  answer.b = holds(gap.b);
  return answer;
}

}  // namespace onrecord::eval
