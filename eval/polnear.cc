#include "eval/polnear.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Ranges = std::vector<TokenRange>;

void normalise(Ranges& ranges) {
  std::ranges::sort(ranges, {}, [](TokenRange range) { return std::pair(range.first, range.end); });
  Ranges merged;
  for (const TokenRange range : ranges) {
    if (range.empty()) continue;
    if (!merged.empty() && range.first <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  ranges = std::move(merged);
}

// The words among `places`, which are in order, that `span` overlaps.
TokenRange words_in(Span span, const std::vector<Span>& places) {
  const auto first = std::ranges::partition_point(places, [&](Span word) { return word.end <= span.begin; });
  const auto end =
      std::ranges::partition_point(first, places.end(), [&](Span word) { return word.begin < span.end; });
  return {static_cast<std::uint32_t>(first - places.begin()),
          static_cast<std::uint32_t>(end - places.begin())};
}

std::uint64_t overlap(const Ranges& left, const Ranges& right) {
  std::uint64_t words = 0;
  for (const TokenRange a : left) {
    for (const TokenRange b : right) {
      const std::uint32_t begin = std::max(a.first, b.first);
      const std::uint32_t end = std::min(a.end, b.end);
      words += end > begin ? end - begin : 0;
    }
  }
  return words;
}

using RangeSet = std::set<std::pair<std::uint32_t, std::uint32_t>>;

RangeSet all_ranges(const std::vector<WordAttribution>& attributions, Ranges WordAttribution::*part) {
  RangeSet ranges;
  for (const WordAttribution& attribution : attributions) {
    for (const TokenRange range : attribution.*part) ranges.emplace(range.first, range.end);
  }
  return ranges;
}

template <typename Set>
Count count_sets(const Set& gold, const Set& system) {
  Count count{gold.size(), system.size(), 0};
  for (const auto& each : system) count.right += gold.contains(each) ? 1 : 0;
  return count;
}

Count count_unlinked(const WordGold& gold, const std::vector<WordAttribution>& system,
                     Ranges WordAttribution::*part, std::uint64_t lost) {
  Count count = count_sets(all_ranges(gold.attributions, part), all_ranges(system, part));
  count.gold += lost;
  return count;
}

std::set<std::uint32_t> content_words(const std::vector<WordAttribution>& attributions) {
  std::set<std::uint32_t> words;
  for (const WordAttribution& attribution : attributions) {
    for (const TokenRange range : attribution.contents) {
      for (std::uint32_t word = range.first; word < range.end; ++word) words.insert(word);
    }
  }
  return words;
}

// Pairs of gold and system attributions, best first by `closeness` (0: no pair), each side used once.
template <typename Closeness>
std::vector<std::pair<std::size_t, std::size_t>> pair_up(const std::vector<WordAttribution>& gold,
                                                         const std::vector<WordAttribution>& system,
                                                         Closeness closeness) {
  std::vector<std::tuple<std::uint64_t, std::size_t, std::size_t>> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t s = 0; s < system.size(); ++s) {
      if (const std::uint64_t words = closeness(gold[g], system[s]); words > 0)
        candidates.emplace_back(words, g, s);
    }
  }
  std::ranges::stable_sort(candidates, std::greater{}, [](const auto& pair) { return std::get<0>(pair); });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<bool> gold_used(gold.size());
  std::vector<bool> system_used(system.size());
  for (const auto& [words, g, s] : candidates) {
    if (gold_used[g] || system_used[s]) continue;
    gold_used[g] = system_used[s] = true;
    pairs.emplace_back(g, s);
  }
  return pairs;
}

std::uint64_t overlap_of_all(const WordAttribution& gold, const WordAttribution& system) {
  const std::uint64_t cue = overlap(gold.cue, system.cue);
  const std::uint64_t content = overlap(gold.contents, system.contents);
  const std::uint64_t source = overlap(gold.source, system.source);
  const bool source_agrees = gold.source.empty() && system.source.empty();
  return cue == 0 || content == 0 || (source == 0 && !source_agrees) ? 0 : cue + content + source;
}

void count_linked(const std::vector<WordAttribution>& gold, const std::vector<WordAttribution>& system,
                  PolnearScore& score) {
  const Count base{gold.size(), system.size(), 0};
  score.linked = score.overlap = score.source_of_cue = score.content_of_cue = base;
  score.overlap.right = pair_up(gold, system, overlap_of_all).size();
  const auto exact = [](const WordAttribution& g, const WordAttribution& s) -> std::uint64_t {
    return !g.cue.empty() && g == s ? 1 : 0;
  };
  score.linked.right = pair_up(gold, system, exact).size();
  const auto by_cue = [](const WordAttribution& g, const WordAttribution& s) {
    // The contents only break ties between cues that overlap alike.
    const std::uint64_t cue = overlap(g.cue, s.cue);
    return cue == 0 ? 0 : cue * 100000 + overlap(g.contents, s.contents);
  };
  for (const auto& [g, s] : pair_up(gold, system, by_cue)) {
    score.source_of_cue.right += gold[g].source == system[s].source ? 1 : 0;
    score.content_of_cue.right += gold[g].contents == system[s].contents ? 1 : 0;
  }
}

// One article, read; scored against each copy.
void score_article(const PolnearArticle& article, const Result<Reading>& reading, PolnearScores& scores) {
  static const Document kNothing;
  const Document& document = reading ? reading->document : kNothing;
  std::vector<WordAttribution> tags;
  std::vector<WordAttribution> statements;
  if (reading) {
    tags = attributions_of(reading->tags);
    statements = attributions_of(reading->statements, document);
  } else {
    scores.unread.push_back(article.name + ": " + reading.error().message);
  }
  for (std::size_t copy = 0; copy < article.copies.size(); ++copy) {
    const WordGold gold = to_words(article.copies[copy], document, article.text);
    const PolnearScore of_tags = score_attributions(gold, tags);
    const PolnearScore of_statements = score_attributions(gold, statements);
    scores.tags.add(of_tags);
    scores.statements.add(of_statements);
    if (copy > 0) continue;
    scores.first_tags.add(of_tags);
    scores.first_statements.add(of_statements);
  }
}

// PolNeAR counts whom something is asked of as part of it: urged [the council to wait]. Ours is the
// addressee.
bool asks_addressee(const Statement& statement, const Document& document) {
  if (!statement.addressee || statement.addressee->end >= statement.contents.front().begin) return false;
  const Span between{statement.addressee->end, statement.contents.front().begin};
  if (document.text(between).find_first_not_of(' ') != std::string_view::npos) return false;
  const std::string_view content = document.text(statement.contents.front());
  return content.starts_with("to ") || content.starts_with("not to ");
}

}  // namespace

WordGold to_words(const Annotation& annotation, const Document& document, std::string_view raw) {
  const Characters characters(raw);
  std::vector<Span> places;
  for (const Token& token : document.tokens()) places.push_back(document.to_bytes(token.span));
  const auto convert = [&](const std::vector<CharacterRange>& ranges, std::uint64_t& lost) {
    Ranges words;
    for (const CharacterRange range : ranges) {
      const Span bytes{characters.byte_of(range.begin), characters.byte_of(range.end)};
      words.push_back(words_in(bytes, places));
      lost += words.back().empty() ? 1 : 0;
    }
    normalise(words);
    return words;
  };
  WordGold gold;
  for (const GoldAttribution& attribution : annotation) {
    gold.attributions.push_back({convert(attribution.source, gold.lost_source),
                                 convert(attribution.cue, gold.lost_cue),
                                 convert(attribution.contents, gold.lost_content)});
  }
  return gold;
}

std::vector<WordAttribution> attributions_of(const Tags& tags) {
  std::vector<WordAttribution> found;
  for (const Attribution& attribution : tags.attributions) {
    WordAttribution words{{}, {attribution.cue}, attribution.contents};
    if (attribution.source) words.source = {*attribution.source};
    normalise(words.source);
    normalise(words.cue);
    normalise(words.contents);
    found.push_back(std::move(words));
  }
  return found;
}

std::vector<WordAttribution> attributions_of(const std::vector<Statement>& statements,
                                             const Document& document) {
  std::vector<Span> places;
  for (const Token& token : document.tokens()) places.push_back(token.span);
  const auto one = [&](const std::optional<Span>& span) {
    Ranges ranges;
    if (span) ranges.push_back(words_in(*span, places));
    normalise(ranges);
    return ranges;
  };
  std::vector<WordAttribution> found;
  for (const Statement& statement : statements) {
    if (statement.inside) continue;  // The corpus is flat: a report within a report is not annotated.
    Ranges contents;
    for (const Span span : statement.contents) contents.push_back(words_in(span, places));
    if (asks_addressee(statement, document)) {
      contents.push_back(words_in({statement.addressee->begin, statement.contents.front().begin}, places));
    }
    normalise(contents);
    found.push_back({one(statement.speaker), one(statement.cue), std::move(contents)});
  }
  return found;
}

PolnearScore score_attributions(const WordGold& gold, const std::vector<WordAttribution>& system) {
  PolnearScore score;
  score.source = count_unlinked(gold, system, &WordAttribution::source, gold.lost_source);
  score.cue = count_unlinked(gold, system, &WordAttribution::cue, gold.lost_cue);
  score.content = count_unlinked(gold, system, &WordAttribution::contents, gold.lost_content);
  count_linked(gold.attributions, system, score);
  score.content_words = count_sets(content_words(gold.attributions), content_words(system));
  return score;
}

void PolnearScore::add(const PolnearScore& other) {
  constexpr std::array kAll = {&PolnearScore::source,         &PolnearScore::cue,
                               &PolnearScore::content,        &PolnearScore::linked,
                               &PolnearScore::overlap,        &PolnearScore::source_of_cue,
                               &PolnearScore::content_of_cue, &PolnearScore::content_words};
  for (const auto member : kAll) (this->*member).add(other.*member);
}

PolnearScores score_polnear(const Engine& engine, const std::vector<PolnearArticle>& articles,
                            unsigned threads) {
  std::vector<PolnearScores> each(articles.size());
  for_each_index(articles.size(), threads, [&](std::size_t i) {
    const PolnearArticle& article = articles[i];
    auto report = engine.report(article.name + ".txt", article.text);
    const Result<Reading> reading =
        report ? engine.read(std::move(*report)) : Result<Reading>(fail(report.error()));
    score_article(article, reading, each[i]);
  });
  PolnearScores total;
  for (const PolnearScores& one : each) {
    total.tags.add(one.tags);
    total.statements.add(one.statements);
    total.first_tags.add(one.first_tags);
    total.first_statements.add(one.first_statements);
    total.unread.insert(total.unread.end(), one.unread.begin(), one.unread.end());
  }
  return total;
}

Figures figures_of(const PolnearScore& score, const std::string& prefix) {
  return {{prefix + ".source", score.source.f1()},
          {prefix + ".cue", score.cue.f1()},
          {prefix + ".content", score.content.f1()},
          {prefix + ".linked", score.linked.f1()},
          {prefix + ".overlap", score.overlap.f1()},
          {prefix + ".source_of_cue", score.source_of_cue.f1()},
          {prefix + ".content_of_cue", score.content_of_cue.f1()},
          {prefix + ".content_words", score.content_words.f1()}};
}

}  // namespace onrecord::eval
