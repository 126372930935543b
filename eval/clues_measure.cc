#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "eval/conllu.h"
#include "eval/coref.h"
#include "eval/measure.h"
#include "eval/text_file.h"
#include "onrecord/antecedent.h"

namespace onrecord::eval {
namespace {

// Whether a candidate is what the pronoun stands for; nothing where the corpus does not tell.
using Truth = std::vector<bool>;

// One line a candidate: which weights, the number of the pronoun, right or not, entity, odds, clues.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {
    out_ << "weights\tcase\tright\tentity\todds";
    for (const std::string_view name : antecedent_clues()) out_ << '\t' << name;
    out_ << '\n';
  }

  void write(const PronounCase& pronoun, const Truth& truth) {
    ++cases_;
    for (std::size_t c = 0; c < pronoun.candidates.size(); ++c) {
      const AntecedentCandidate& candidate = pronoun.candidates[c];
      out_ << fmt::format("{}\t{}\t{}\t{}\t{:.4g}", pronoun.weights, cases_, truth[c] ? 1 : 0,
                          candidate.entity, candidate.odds);
      for (const float clue : candidate.clues) out_ << fmt::format("\t{:.4g}", clue);
      out_ << '\n';
    }
  }

 private:
  std::ostream& out_;
  std::size_t cases_ = 0;
};

std::vector<PronounCase> cases_of(const Reading& reading) {
  return pronoun_cases(reading.document, reading.tags, reading.statements);
}

// Entities by the head of their mentions; a pronoun's own first.
std::optional<Truth> truth_of(const PronounCase& pronoun, const CorefDocument& gold) {
  std::map<std::uint32_t, std::set<std::uint32_t>> by_head;
  std::optional<std::uint32_t> meant;
  for (const CorefMention& mention : gold.mentions) {
    by_head[mention.head].insert(mention.entity);
    if (mention.head == pronoun.head && !mention.pronoun.empty()) meant = mention.entity;
  }
  if (!meant) return std::nullopt;
  Truth truth;
  for (const AntecedentCandidate& candidate : pronoun.candidates) {
    const auto known = by_head.find(candidate.head);
    truth.push_back(known != by_head.end() && known->second.contains(*meant));
  }
  return truth;
}

std::optional<Truth> truth_of(const PronounCase& pronoun, const GapCase& gap, const Document& document) {
  const auto place = [&](std::uint32_t word) { return document.to_bytes(document.tokens()[word].span); };
  const Characters characters(gap.text);
  if (place(pronoun.head).begin != characters.byte_of(gap.pronoun_at)) return std::nullopt;
  if (!gap.a.meant && !gap.b.meant) return std::nullopt;
  const GapCase::Name& name = gap.a.meant ? gap.a : gap.b;
  const std::uint32_t begin = characters.byte_of(name.at);
  const Span meant{begin, begin + static_cast<std::uint32_t>(name.text.size())};
  Truth truth;
  for (const AntecedentCandidate& candidate : pronoun.candidates) {
    truth.push_back(std::ranges::any_of(candidate.others,
                                        [&](std::uint32_t word) { return meant.contains(place(word)); }));
  }
  return truth;
}

Result<Ok> write_treebank(const Engine& engine, const Options& options, const std::string& path,
                          Lines& lines) {
  const auto documents = read_conllu(path);
  if (!documents) return fail(documents.error());
  const auto gold = read_coref(path);
  if (!gold) return fail(gold.error());
  const std::set<std::string> aside = set_aside(options.source);
  for (std::size_t i = 0; i < std::min(gold->size(), documents->size()); ++i) {
    if (aside.contains((*gold)[i].id)) continue;
    TreeText text = text_of((*documents)[i]);
    WordsInput input = placed_words((*gold)[i].id, std::move(text.text), text.words, text.paragraphs);
    const Reading reading = engine.read_words(std::move(input.report), std::move(input.document));
    for (const PronounCase& pronoun : cases_of(reading)) {
      if (const auto truth = truth_of(pronoun, (*gold)[i])) lines.write(pronoun, *truth);
    }
  }
  return Ok{};
}

Result<Ok> write_gap(const Engine& engine, const std::string& path, Lines& lines) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  const auto cases = parse_gap(*text, path);
  if (!cases) return fail(cases.error());
  for (const GapCase& gap : *cases) {
    const auto reading = engine.read(plain_report(gap.id, gap.text));
    if (!reading) continue;
    for (const PronounCase& pronoun : cases_of(*reading)) {
      if (const auto truth = truth_of(pronoun, gap, reading->document)) lines.write(pronoun, *truth);
    }
  }
  return Ok{};
}

}  // namespace

Result<Figures> write_clues(const Engine& engine, const Options& options, Talk talk) {
  Lines lines(talk.out);
  for (const std::string& file : options.files) {
    const bool gap = file.ends_with(".tsv");
    const std::string path = locate(file, options.data + (gap ? "/coref" : "/ud"));
    if (skip(path, talk)) continue;
    const auto written = gap ? write_gap(engine, path, lines) : write_treebank(engine, options, path, lines);
    if (!written) return fail(written.error());
  }
  return Figures{};
}

}  // namespace onrecord::eval
