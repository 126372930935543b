#include "eval/roles.h"

#include <charconv>
#include <optional>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

// "3" → 2, "x" → nothing.
std::optional<std::uint32_t> index_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  return value - 1;
}

// "ARGM-TMP:3-4"
std::optional<LabelledSpan> argument_of(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  const std::size_t dash = text.rfind('-');
  if (colon == std::string_view::npos || dash == std::string_view::npos || dash < colon) return std::nullopt;
  const auto first = index_of(text.substr(colon + 1, dash - colon - 1));
  const auto last = index_of(text.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return LabelledSpan{*first, *last + 1, std::string(text.substr(0, colon))};
}

std::optional<GoldPredicate> predicate_of(const std::vector<std::string_view>& columns) {
  if (columns.size() != 4) return std::nullopt;
  const auto word = index_of(columns[1]);
  if (!word) return std::nullopt;
  GoldPredicate predicate{*word, std::string(columns[2]), {}};
  for (const std::string_view part : split(columns[3], ' ')) {
    if (part.empty()) continue;
    auto argument = argument_of(part);
    if (!argument) return std::nullopt;
    if (argument->label != "V") predicate.arguments.insert(std::move(*argument));
  }
  return predicate;
}

// Gold predicates of a whole document, by word of the document.
std::map<std::uint32_t, GoldPredicate> gold_of(const TreeDocument& document, const GoldRoles& roles) {
  std::map<std::uint32_t, GoldPredicate> gold;
  std::uint32_t base = 0;
  for (const TreeSentence& sentence : document.sentences) {
    if (const auto found = roles.find(sentence.id); found != roles.end()) {
      for (const GoldPredicate& predicate : found->second) {
        GoldPredicate moved{base + predicate.word, predicate.roleset, {}};
        for (const LabelledSpan& span : predicate.arguments) {
          moved.arguments.insert({base + span.first, base + span.end, span.label});
        }
        gold.emplace(moved.word, std::move(moved));
      }
    }
    base += static_cast<std::uint32_t>(sentence.words.size());
  }
  return gold;
}

SpanSet arguments_of(const Predicate& predicate, const LabelSets& labels) {
  SpanSet spans;
  for (const Argument& argument : predicate.arguments) {
    const std::string& role = labels.role[argument.role];
    if (role != "V") spans.insert({argument.words.first, argument.words.end, role});
  }
  return spans;
}

RolesScore score_document(const Reading& reading, const std::map<std::uint32_t, GoldPredicate>& gold) {
  RolesScore score;
  std::map<std::uint32_t, const Predicate*> found;
  for (const Predicate& predicate : reading.tags.predicates) {
    found.emplace(predicate.word, &predicate);
    const SpanSet ours = arguments_of(predicate, *reading.tags.labels);
    const auto theirs = gold.find(predicate.word);
    const bool known = theirs != gold.end();
    score.arguments.add(known ? theirs->second.arguments : SpanSet{}, ours);
    if (!known) continue;
    SpanScore shared;
    shared.add(theirs->second.arguments, ours);
    score.arguments_of_found.add(shared.all);
    ++score.predicates.right;
    score.rolesets.right += theirs->second.roleset == predicate.sense ? 1 : 0;
  }
  for (const auto& [word, predicate] : gold) {
    if (!found.contains(word)) score.arguments.add(predicate.arguments, {});
  }
  score.predicates.gold = score.rolesets.gold = gold.size();
  score.predicates.system = score.rolesets.system = found.size();
  score.arguments_and_predicates = score.arguments.all;
  score.arguments_and_predicates.add(score.predicates);
  return score;
}

}  // namespace

Result<GoldRoles> parse_roles(std::string_view text, const std::string& name) {
  GoldRoles roles;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const auto columns = split(line, '\t');
    auto predicate = predicate_of(columns);
    if (!predicate) {
      return fail({ErrorCode::not_readable, "not a predicate", name, "line " + std::to_string(line_number)});
    }
    roles[std::string(columns[0])].push_back(std::move(*predicate));
  }
  return roles;
}

Result<GoldRoles> read_roles(const std::string& path) {
  auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_roles(*text, path);
}

void RolesScore::add(const RolesScore& other) {
  predicates.add(other.predicates);
  rolesets.add(other.rolesets);
  arguments.add(other.arguments);
  arguments_and_predicates.add(other.arguments_and_predicates);
  arguments_of_found.add(other.arguments_of_found);
}

RolesScore score_roles(const Engine& engine, const std::vector<TreeDocument>& documents,
                       const GoldRoles& roles, unsigned threads) {
  std::vector<RolesScore> scores(documents.size());
  for_each_index(documents.size(), threads, [&](std::size_t i) {
    TreeText text = text_of(documents[i]);
    WordsInput input = placed_words(documents[i].id, std::move(text.text), text.words, text.paragraphs);
    const Reading reading = engine.read_words(std::move(input.report), std::move(input.document));
    scores[i] = score_document(reading, gold_of(documents[i], roles));
  });
  RolesScore total;
  for (const RolesScore& score : scores) total.add(score);
  return total;
}

}  // namespace onrecord::eval
