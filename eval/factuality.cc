#include "eval/factuality.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

bool read_targets(const Json& targets, JudgedSentence& sentence) {
  for (const Json& target : targets) {
    if (!target.is_object() || !target.contains("span1") || !target.contains("label")) return false;
    const Json& span = target["span1"];
    if (!span.is_array() || span.empty() || !span[0].is_number_unsigned() || !target["label"].is_number())
      return false;
    const auto word = span[0].get<std::size_t>();
    if (word >= sentence.words.size()) return false;
    sentence.judgements.push_back({word, target["label"].get<double>()});
  }
  return true;
}

bool read_line(std::string_view line, JudgedSentence& sentence) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object() || !json.contains("text") || !json["text"].is_string() || !json.contains("targets"))
    return false;
  const std::string text = json["text"].get<std::string>();
  for (const std::string_view word : split(text, ' ')) sentence.words.emplace_back(word);
  return json["targets"].is_array() && read_targets(json["targets"], sentence);
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

}  // namespace

Result<std::vector<JudgedSentence>> parse_judged(std::string_view text, const std::string& name) {
  std::vector<JudgedSentence> sentences;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    JudgedSentence sentence;
    if (!read_line(line, sentence)) {
      return fail({ErrorCode::not_readable, "not a judged sentence", name, "line " + std::to_string(number)});
    }
    if (!sentence.judgements.empty()) sentences.push_back(std::move(sentence));
  }
  if (sentences.empty()) return fail({ErrorCode::not_readable, "no judged words", name});
  return sentences;
}

Result<std::vector<JudgedSentence>> read_judged(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_judged(*text, path);
}

void FactScore::add(double judged, double fact) {
  gold.push_back(judged);
  found.push_back(fact);
}

void FactScore::add(const FactScore& other) {
  gold.insert(gold.end(), other.gold.begin(), other.gold.end());
  found.insert(found.end(), other.found.begin(), other.found.end());
}

double FactScore::error() const {
  double sum = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) sum += std::abs(gold[i] - found[i]);
  return gold.empty() ? 0 : sum / static_cast<double>(gold.size());
}

double FactScore::correlation() const {
  const double gold_mean = mean(gold);
  const double found_mean = mean(found);
  double both = 0;
  double gold_square = 0;
  double found_square = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const double g = gold[i] - gold_mean;
    const double f = found[i] - found_mean;
    both += g * f;
    gold_square += g * g;
    found_square += f * f;
  }
  const double scale = std::sqrt(gold_square * found_square);
  return scale == 0 ? 0 : both / scale;
}

}  // namespace onrecord::eval
