#include "eval/gold_load.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <utility>

#include "eval/conllu.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Texts = std::map<std::string, std::string>;

// As the annotators had them: no white space at the end but one line break.
Result<Texts> treebank_texts(const Options& options) {
  Texts texts;
  for (const char* file : {"gum-train.conllu", "gum-dev.conllu"}) {
    const std::string path = locate(file, options.data + "/ud");
    if (!exists(path)) continue;
    const auto documents = read_conllu(path);
    if (!documents) return fail(documents.error());
    for (const TreeDocument& document : *documents) {
      if (document.id.find("_news_") == std::string::npos) continue;
      texts[document.id] = std::string(trim(text_of(document).text)) + "\n";
    }
  }
  return texts;
}

std::vector<std::string> gold_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

// What was annotated, not yet read: the JSON of a document and the file that holds it.
struct Sheet {
  std::string file, name, json;
};

constexpr std::string_view kSampled = "polnear-";

// A file a document; of the sets drawn from PolNeAR a line a document.
Result<std::vector<Sheet>> sheets_of(const std::string& set, const Options& options) {
  std::vector<Sheet> sheets;
  if (set.starts_with(kSampled)) {
    const std::string file = options.source + "/eval/sets/polnear/" + set.substr(kSampled.size()) + ".jsonl";
    const auto lines = read_file(file);
    if (!lines) return fail(lines.error());
    for (const std::string_view line : split(*lines, '\n')) {
      if (!line.empty()) sheets.push_back({file, name_in_gold(line), std::string(line)});
    }
    return sheets;
  }
  const std::string folder = options.source + "/eval/sets/" + (set == "aside" ? "wikinews/aside" : set);
  for (const std::string& file : gold_files(folder)) {
    auto json = read_file(file);
    if (!json) return fail(json.error());
    sheets.push_back({file, std::filesystem::path(file).stem().string(), std::move(*json)});
  }
  return sheets;
}

// The texts of a set's documents by name; those that are not here are left out.
Result<Texts> texts_of(const std::string& set, const std::vector<Sheet>& sheets, const Options& options) {
  if (set != "own" && !set.starts_with(kSampled)) return treebank_texts(options);
  Texts texts;
  for (const Sheet& sheet : sheets) {
    const std::string folder =
        set == "own" ? options.source + "/eval/sets/own" : options.data + "/polnear/train/text";
    auto text = read_file(folder + "/" + sheet.name + ".txt");
    if (!text && set == "own") return fail(text.error());
    if (text) texts[sheet.name] = std::move(*text);
  }
  return texts;
}

}  // namespace

Result<std::vector<GoldDocument>> load_gold(const std::string& set, const Options& options, Talk talk) {
  const auto sheets = sheets_of(set, options);
  if (!sheets) return fail(sheets.error());
  std::vector<GoldDocument> documents;
  if (sheets->empty()) return documents;
  const auto texts = texts_of(set, *sheets, options);
  if (!texts) return fail(texts.error());
  for (const Sheet& sheet : *sheets) {
    const auto text = texts->find(sheet.name);
    if (text == texts->end()) {
      talk.err << "onrecord eval: no text of " << sheet.name << " in " << options.data << ": skipped\n";
      continue;
    }
    auto document = parse_gold(sheet.json, sheet.file, text->second);
    if (!document && document.error().place.empty()) {
      talk.err << "onrecord eval: " << sheet.name << ": " << document.error().message << ": skipped\n";
      continue;
    }
    if (!document) return fail(document.error());
    document->name = sheet.name;
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace onrecord::eval
