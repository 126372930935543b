#include "eval/names.h"

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

// "# doc = x", "# newdoc id = x"; a lone "#" among the words has a label after a tab.
bool begins_document(std::string_view line) {
  return line.starts_with("# doc") || line.starts_with("# newdoc");
}

// Word and label of a line. UNER's lines begin with the word's number; a corpus of numbers as words does not
// have a third column there.
bool read_word(std::string_view line, bool numbered, NamedDocument& document) {
  const auto columns = split(line, '\t');
  const std::size_t word = numbered ? 1 : 0;
  if (columns.size() < word + 2) return false;
  const std::string_view text = trim(columns[word]);
  if (text.empty()) return false;
  document.words.emplace_back(text);
  document.labels.emplace_back(trim(columns[word + 1]));
  return true;
}

// UNER files say "# sent_id" and number their words.
bool numbers_its_words(std::string_view text) {
  return text.find("\n1\t") != std::string_view::npos && text.find("# sent_id") != std::string_view::npos;
}

SpanSet system_spans(const Reading& reading, const KindMap& kind) {
  SpanSet spans;
  for (const Name& name : reading.tags.names) {
    const std::string& own = reading.tags.labels->name[name.kind];
    const std::string label = kind ? kind(own) : own;
    if (!label.empty()) spans.insert({name.words.first, name.words.end, label});
  }
  return spans;
}

}  // namespace

Result<std::vector<NamedDocument>> parse_names(std::string_view text, const std::string& name) {
  std::vector<NamedDocument> documents;
  const bool numbered = numbers_its_words(text);
  bool new_sentence = true;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (begins_document(line)) {
      const std::size_t equals = line.find('=');
      documents.push_back(
          {std::string(trim(equals == std::string_view::npos ? line : line.substr(equals + 1))), {}, {}, {}});
      new_sentence = true;
    } else if (trim(line).empty()) {
      new_sentence = true;
    } else if (!line.starts_with("# ")) {
      if (documents.empty()) documents.push_back({name, {}, {}, {}});
      const std::size_t at = documents.back().words.size();
      if (!read_word(line, numbered, documents.back())) continue;
      if (new_sentence) documents.back().sentences.push_back(at);
      new_sentence = false;
    }
  }
  std::erase_if(documents, [](const NamedDocument& document) { return document.words.empty(); });
  if (documents.empty()) return fail({ErrorCode::not_readable, "no labelled words", name});
  return documents;
}

Result<std::vector<NamedDocument>> read_names(const std::string& path) {
  auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_names(*text, path);
}

std::string uner_kind(const std::string& kind) {
  if (kind == "Location" || kind == "Facility") return "LOC";
  if (kind == "Organization") return "ORG";
  if (kind == "Person") return "PER";
  return "";
}

SpanScore score_names(const Engine& engine, const std::vector<NamedDocument>& documents,
                      const NamesOptions& options) {
  std::vector<SpanScore> scores(documents.size());
  for_each_index(documents.size(), options.threads, [&](std::size_t i) {
    const NamedDocument& gold = documents[i];
    WordsInput input = spaced_words(gold.id, gold.words,
                                    options.sentence_blocks ? gold.sentences : std::vector<std::size_t>{0});
    const Reading reading = engine.read_words(std::move(input.report), std::move(input.document));
    scores[i].add(spans_of_bio(gold.labels), system_spans(reading, options.kind));
  });
  SpanScore total;
  for (const SpanScore& score : scores) total.add(score);
  return total;
}

Result<SpanScore> compare_names(const std::vector<NamedDocument>& gold,
                                const std::vector<NamedDocument>& system) {
  SpanScore score;
  if (gold.size() != system.size()) {
    return fail({ErrorCode::not_readable, "the two files do not hold the same documents"});
  }
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (gold[i].words != system[i].words) {
      return fail({ErrorCode::not_readable, "the words of " + gold[i].id + " differ"});
    }
    score.add(spans_of_bio(gold[i].labels), spans_of_bio(system[i].labels));
  }
  return score;
}

}  // namespace onrecord::eval
