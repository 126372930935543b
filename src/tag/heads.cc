#include "tag/heads.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lexicon/tables.h"

namespace onrecord::tag {
namespace {

tl::unexpected<Error> misfit(std::string message, std::string_view set) {
  return fail({ErrorCode::weights_unknown, std::move(message), "", "header field labels." + std::string(set),
               "Use weights made for this version of onrecord."});
}

std::optional<std::size_t> find(std::span<const std::string> labels, std::string_view label) {
  const auto found = std::find(labels.begin(), labels.end(), label);
  if (found == labels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - labels.begin());
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

std::vector<std::string> copy(std::span<const std::string> labels) { return {labels.begin(), labels.end()}; }

void set_columns(const nn::Weights& weights, Heads& heads) {
  const std::pair<const char*, nn::Columns*> all[] = {
      {"upos", &heads.upos},
      {"xpos", &heads.xpos},
      {"feats", &heads.feats},
      {"lemma", &heads.lemma_edit},
      {"sentence", &heads.sentence},
      {"name", &heads.name},
      {"predicate", &heads.predicate},
      {"attribution", &heads.attribution},
      {"arc_dependent", &heads.arc_dependent},
      {"arc_head", &heads.arc_head},
      {"arc_bias", &heads.arc_bias},
      {"rel_dependent", &heads.rel_dependent},
      {"rel_head", &heads.rel_head},
      {"role_word", &heads.role.word},
      {"role_predicate", &heads.role.centre},
      {"link_first", &heads.link_first},
      {"link_last", &heads.link_last},
      {"link_cue", &heads.link_cue},
      {"event", &heads.event},
      {"mode", &heads.mode},
      {"status", &heads.status},
      {"party_word", &heads.party.word},
      {"party_trigger", &heads.party.centre},
      {"entity", &heads.entity},
      {"fact", &heads.fact},
      {"coref_later", &heads.coref_later},
      {"coref_earlier", &heads.coref_earlier},
      {"coref_new", &heads.coref_new},
  };
  // That they are there, or that these weights need not have them, was seen to when the weights were opened.
  for (const auto& [name, columns] : all) *columns = weights.columns(name).value_or(nn::Columns{});
}

Output make_output(const nn::Weights& weights, const std::string& name) {
  const nn::Tensor<float> weight = weights.floats(name + ".weight");
  const std::span<const float> bias = weights.floats(name + ".bias").values();
  Output output;
  output.weight.resize(weight.columns, weight.rows);
  for (std::size_t r = 0; r < weight.rows; ++r) output.weight.set_column(r, weight.row(r));
  output.bias.assign(round_up(weight.rows), 0.0F);
  std::copy(bias.begin(), bias.end(), output.bias.begin());
  return output;
}

void set_pairs(const nn::Weights& weights, const std::string& name, PairHead& pairs) {
  pairs.out = make_output(weights, name + ".out");
  pairs.distance = weights.floats(name + ".distance");
  pairs.branch = weights.floats(name + ".branch");
}

void set_tensors(const nn::Weights& weights, Heads& heads) {
  heads.arc_root = weights.floats("arc.root").values();
  heads.rel = make_output(weights, "rel.out");
  set_pairs(weights, "role", heads.role);
  if (heads.event.size() > 0) set_pairs(weights, "party", heads.party);
  heads.branches = Branches(weights.labels("deprel"));
  heads.link_distance = weights.floats("link.distance");
  heads.link_weight = weights.floats("link.out.weight").values();
  heads.link_bias = weights.floats("link.out.bias").values()[0];
  heads.chain = {heads.attribution.size(), weights.floats("attribution.transition").data,
                 weights.floats("attribution.start").data, weights.floats("attribution.stop").data};
}

Result<Ok> set_labels(const nn::Weights& weights, Heads& heads) {
  const auto begin = find(weights.labels("sentence"), "begin");
  if (!begin || weights.labels("sentence").size() != 2) return misfit("Not \"_\" and \"begin\".", "sentence");
  heads.sentence_begins = *begin;
  heads.senses = weights.labels("predicate");
  const auto none = find(heads.senses, "_");
  if (!none || heads.senses.size() < 2) return misfit("Not \"_\" and senses.", "predicate");
  heads.no_predicate = *none;
  if (heads.entity.size() > 0) {
    const auto nothing = find(weights.labels("entity"), "_");
    if (!nothing || weights.labels("entity").size() < 2) return misfit("Not \"_\" and kinds.", "entity");
    heads.no_thing = *nothing;
  }
  if (heads.event.size() > 0) {
    for (const auto& [set, none_of] :
         {std::pair{"event", &heads.no_event}, std::pair{"status", &heads.no_status}}) {
      const auto nothing = find(weights.labels(set), "_");
      if (!nothing || weights.labels(set).size() < 2) return misfit("Not \"_\" and values.", set);
      *none_of = *nothing;
    }
    auto made = BioLabels::make(weights.labels("party"));
    if (!made) return misfit("Not \"O\" and pairs of \"B-…\" and \"I-…\", each once.", "party");
    heads.party.labels = *std::move(made);
  }
  heads.root_relation = find(weights.labels("deprel"), "root");
  for (const std::string& script : weights.labels("lemma")) heads.lemma_scripts.emplace_back(script);

  const std::pair<const char*, BioLabels*> sets[] = {
      {"name", &heads.names}, {"role", &heads.role.labels}, {"attribution", &heads.parts}};
  for (const auto& [set, into] : sets) {
    auto made = BioLabels::make(weights.labels(set));
    if (!made) return misfit("Not \"O\" and pairs of \"B-…\" and \"I-…\", each once.", set);
    *into = *std::move(made);
  }
  const std::pair<const char*, std::size_t*> parts[] = {
      {"source", &heads.source}, {"cue", &heads.cue}, {"content", &heads.content}};
  for (const auto& [kind, into] : parts) {
    const auto found = find(heads.parts.kinds(), kind);
    if (!found) return misfit(std::string("\"B-") + kind + "\" is missing.", "attribution");
    *into = *found;
  }
  return Ok{};
}

}  // namespace

Result<Heads> Heads::make(std::shared_ptr<const nn::Weights> weights) {
  Heads heads;
  set_columns(*weights, heads);
  if (auto good = set_labels(*weights, heads); !good) return fail(std::move(good.error()));
  set_tensors(*weights, heads);
  heads.labels = std::make_shared<const LabelSets>(
      LabelSets{copy(weights->labels("upos")), copy(weights->labels("xpos")), copy(weights->labels("feats")),
                copy(weights->labels("deprel")), heads.names.kinds(), heads.role.labels.kinds(),
                copy(weights->labels("entity")), copy(weights->labels("event")),
                copy(weights->labels("mode")), copy(weights->labels("status")), heads.party.labels.kinds()});
  heads.weights = std::move(weights);
  return heads;
}

// Whether `lemma` is a word of the language as far as is known here.
bool Heads::knows(const std::string& lemma) const {
  return lexicon::words().find(lemma) || !weights->senses(lemma).empty();
}

std::string Heads::lemma(std::string_view form, std::span<const float> scores) const {
  constexpr int kTried = 4;    // How many edits are looked at,
  constexpr float kBelow = 7;  // and how far below the best one their scores may lie.
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  std::string first = lemma_scripts[best].apply(form);
  if (has_capital(first) || knows(first)) return first;  // A name is left as it is.
  const std::string small = LemmaScript("l|0|0||").apply(form);
  std::size_t last = best;
  for (int tried = 1; tried < kTried; ++tried) {
    std::optional<std::size_t> next;  // The best below the last.
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const bool below = scores[i] < scores[last] || (scores[i] == scores[last] && i > last);
      if (below && (!next || scores[i] > scores[*next])) next = i;
    }
    if (!next || scores[*next] < scores[best] - kBelow) break;
    last = *next;
    std::string other = lemma_scripts[last].apply(form);
    if (knows(other) && is_regular(small, other)) return other;
  }
  return first;
}

std::string Heads::roleset(const std::string& of, std::span<const float> scores) const {
  std::optional<std::size_t> best;
  std::string_view chosen;
  for (const std::string& known : weights->senses(of)) {
    const std::size_t point = known.rfind('.');
    const auto label =
        find(senses, std::string_view(known).substr(point == std::string::npos ? 0 : point + 1));
    if (!label || *label == no_predicate || (best && scores[*label] <= scores[*best])) continue;
    best = label;
    chosen = known;
  }
  if (chosen.find('.') != std::string_view::npos) return std::string(chosen);  // Another word's: "meet.03".
  if (best) return of + "." + senses[*best];
  for (std::size_t label = 0; label < senses.size(); ++label) {
    if (label != no_predicate && (!best || scores[label] > scores[*best])) best = label;
  }
  return of + "." + senses[*best];
}

}  // namespace onrecord::tag
