#include "tag/sentence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "tag/tree.h"

namespace onrecord::tag {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr float kLeastArgument = 0.45F;  // Arguments less sure than this are wrong more often than right.
// A word that tells an event less surely than this is not worth a second look by anybody.
constexpr float kLeastEvent = 0.1F;
constexpr std::ptrdiff_t kFar = 16;  // Words past which role.distance makes no difference.

std::span<const float> part(const float* row, nn::Columns columns) {
  return {row + columns.begin, columns.size()};
}

TokenRange shift(TokenRange words, std::uint32_t by) { return {words.first + by, words.end + by}; }

}  // namespace

float mean_probability(const Kernels& use, Emissions emissions, std::size_t labels,
                       std::span<const std::uint16_t> path, TokenRange words) {
  float sum = 0;
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    sum += probability(use, {emissions[w], labels}, path[w]);
  }
  return sum / static_cast<float>(words.size());
}

void SentenceReader::read(const WordRows& words) {
  tags_.sentences.push_back({words.first, words.first + static_cast<std::uint32_t>(words.size())});
  tag_words(words);
  find_heads(words);
  label_arcs(words);
  find_names(words);
  find_predicates(words);
  find_events(words);
}

std::span<const float* const> SentenceReader::point_at(const WordRows& words, nn::Columns columns) {
  scratch_.pointers.clear();
  for (const float* row : words.rows) scratch_.pointers.push_back(row + columns.begin);
  return scratch_.pointers;
}

void SentenceReader::tag_words(const WordRows& words) {
  const auto best = [&](std::span<const float> scores) { return use_.argmax(scores.data(), scores.size()); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto token = words.first + static_cast<std::uint32_t>(i);
    const float* row = words.rows[i];
    WordTags& tags = tags_.words[token];
    const auto upos = part(row, heads_.upos);
    tags.upos = static_cast<std::uint16_t>(best(upos));
    tags.upos_score = probability(use_, upos, tags.upos);
    tags.xpos = static_cast<std::uint16_t>(best(part(row, heads_.xpos)));
    tags.feats = static_cast<std::uint16_t>(best(part(row, heads_.feats)));
    tags.lemma = heads_.lemma(document_.word(token), part(row, heads_.lemma_edit));
  }
}

void SentenceReader::find_heads(const WordRows& words) {
  const std::size_t count = words.size();
  const std::size_t width = heads_.arc_head.size();
  Packed& candidates = scratch_.packed;
  candidates.resize(width, count + 1);
  std::vector<float>& bias = scratch_.bias;
  bias.resize(count + 1);
  for (std::size_t j = 0; j < count; ++j) {
    candidates.set_column(j, part(words.rows[j], heads_.arc_head));
    bias[j] = words.rows[j][heads_.arc_bias.begin];
  }
  candidates.set_column(count, heads_.arc_root.first(width));
  bias[count] = heads_.arc_root[width];

  const std::size_t stride = candidates.groups() * kLanes;
  scratch_.scores.resize(count * stride);
  float* scores = scratch_.scores.data();
  use_.product(point_at(words, heads_.arc_dependent).data(), count, candidates.data(), width,
               candidates.groups(), nullptr, scores, stride);
  const float root = std::sqrt(static_cast<float>(width));
  for (std::size_t i = 0; i < count; ++i) {
    float* row = scores + i * stride;
    for (std::size_t j = 0; j <= count; ++j) row[j] = row[j] / root + bias[j];
    row[i] = kNever;
  }
  best_tree({scores, count, stride}, scratch_.heads);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t head = scratch_.heads[i];
    WordTags& tags = tags_.words[words.first + i];
    tags.head = head == count ? kRoot : words.first + head;
    tags.arc_score = probability(use_, {scores + i * stride, count + 1}, head);
  }
}

void SentenceReader::make_hidden(std::size_t rows, std::size_t width) {
  scratch_.hidden.resize(rows * width);
  scratch_.hidden_rows.clear();
  for (std::size_t r = 0; r < rows; ++r) scratch_.hidden_rows.push_back(scratch_.hidden.data() + r * width);
}

// From the hidden rows to scores of labels; tells how far apart their rows are.
std::size_t SentenceReader::apply(const Output& output) {
  const std::size_t stride = output.weight.groups() * kLanes;
  const std::size_t rows = scratch_.hidden_rows.size();
  scratch_.scores.resize(rows * stride);
  use_.product(scratch_.hidden_rows.data(), rows, output.weight.data(), output.weight.depth(),
               output.weight.groups(), output.bias.data(), scratch_.scores.data(), stride);
  return stride;
}

void SentenceReader::label_arcs(const WordRows& words) {
  const std::size_t width = heads_.rel_dependent.size();
  make_hidden(words.size(), width);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float* dependent = words.rows[i] + heads_.rel_dependent.begin;
    const std::uint32_t head = scratch_.heads[i];
    float* hidden = scratch_.hidden.data() + i * width;
    if (head == words.size()) {
      for (std::size_t k = 0; k < width; ++k) hidden[k] = std::max(0.0F, dependent[k]);
      continue;
    }
    const float* above = words.rows[head] + heads_.rel_head.begin;
    for (std::size_t k = 0; k < width; ++k) hidden[k] = std::max(0.0F, dependent[k] + above[k]);
  }
  const std::size_t stride = apply(heads_.rel);
  scratch_.relations.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    float* scores = scratch_.scores.data() + i * stride;
    const bool is_root = scratch_.heads[i] == words.size();
    if (heads_.root_relation && !is_root) scores[*heads_.root_relation] = kNever;
    const std::size_t best = use_.argmax(scores, heads_.rel.weight.columns());
    scratch_.relations[i] =
        static_cast<std::uint16_t>(is_root && heads_.root_relation ? *heads_.root_relation : best);
    tags_.words[words.first + i].deprel = scratch_.relations[i];
  }
}

void SentenceReader::find_names(const WordRows& words) {
  const auto emissions = point_at(words, heads_.name);
  best_bio(heads_.names, emissions, scratch_.viterbi, scratch_.path);
  spans_of(heads_.names, scratch_.path, scratch_.spans);
  for (const BioSpan& span : scratch_.spans) {
    tags_.names.push_back(
        {shift(span.words, words.first), static_cast<std::uint16_t>(span.kind),
         mean_probability(use_, emissions, heads_.names.size(), scratch_.path, span.words)});
  }
}

void SentenceReader::find_predicates(const WordRows& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto scores = part(words.rows[i], heads_.predicate);
    const float none = probability(use_, scores, heads_.no_predicate);
    if (!(none < 0.5F)) continue;
    const auto token = words.first + static_cast<std::uint32_t>(i);
    const std::string& lemma = tags_.words[token].lemma;
    Predicate predicate;
    predicate.word = token;
    predicate.sense = heads_.roleset(lemma, scores);
    predicate.score = 1 - none;
    find_arguments(words, i, heads_.role, predicate.arguments);
    tags_.predicates.push_back(std::move(predicate));
  }
}

// The likeliest type of the word, whether or not no event is likelier still.
std::size_t SentenceReader::likeliest_event(std::span<const float> types) const {
  std::size_t best = heads_.no_event == 0 ? 1 : 0;
  for (std::size_t type = 0; type < types.size(); ++type) {
    if (type != heads_.no_event && types[type] > types[best]) best = type;
  }
  return best;
}

// Words of one type that stand side by side tell one event; in training the first of them answered for all.
void SentenceReader::find_events(const WordRows& words) {
  if (heads_.event.size() < 2) return;
  std::size_t before = heads_.no_event;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto types = part(words.rows[i], heads_.event);
    const std::size_t type = likeliest_event(types);
    const float score = probability(use_, types, type);
    const bool goes_on = type == before;
    before = score >= kLeastEvent ? type : heads_.no_event;
    if (score < kLeastEvent) continue;
    if (goes_on && score <= 2 * tags_.events.back().score) continue;
    if (goes_on) tags_.events.pop_back();  // What went before was a guess; this is surer.
    tags_.events.push_back(event_at(words, i, type, score));
  }
}

EventTag SentenceReader::event_at(const WordRows& words, std::size_t i, std::size_t type, float score) {
  const float* row = words.rows[i];
  EventTag event;
  event.word = words.first + static_cast<std::uint32_t>(i);
  event.type = static_cast<std::uint16_t>(type);
  event.score = score;
  const auto modes = part(row, heads_.mode);
  event.mode = static_cast<std::uint16_t>(use_.argmax(modes.data(), modes.size()));
  event.mode_score = probability(use_, modes, event.mode);
  const auto statuses = part(row, heads_.status);
  event.status = static_cast<std::uint16_t>(use_.argmax(statuses.data(), statuses.size()));
  event.status_score = probability(use_, statuses, event.status);
  find_arguments(words, i, heads_.party, event.parties);
  return event;
}

void SentenceReader::find_arguments(const WordRows& words, std::size_t centre, const PairHead& pairs,
                                    std::vector<Argument>& arguments) {
  const std::size_t width = pairs.word.size();
  const float* own = words.rows[centre] + pairs.centre.begin;
  make_hidden(words.size(), width);
  heads_.branches.find(static_cast<std::uint32_t>(centre), scratch_.heads, scratch_.relations,
                       scratch_.places);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto offset = static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(centre);
    const auto bucket = static_cast<std::size_t>(std::clamp(offset, -kFar, kFar) + kFar);
    const float* distance = pairs.distance.row(bucket).data();
    const float* branch = pairs.branch.row(scratch_.places[i]).data();
    const float* word = words.rows[i] + pairs.word.begin;
    float* hidden = scratch_.hidden.data() + i * width;
    for (std::size_t k = 0; k < width; ++k)
      hidden[k] = std::max(0.0F, word[k] + own[k] + distance[k] + branch[k]);
  }
  const std::size_t stride = apply(pairs.out);
  // A word is no argument of itself, and was not asked about in training.
  float* itself = scratch_.scores.data() + centre * stride;
  std::fill(itself, itself + pairs.labels.size(), kNever);
  itself[pairs.labels.outside()] = 0;
  scratch_.pointers.clear();
  for (std::size_t i = 0; i < words.size(); ++i)
    scratch_.pointers.push_back(scratch_.scores.data() + i * stride);
  best_bio(pairs.labels, scratch_.pointers, scratch_.viterbi, scratch_.path);
  spans_of(pairs.labels, scratch_.path, scratch_.spans);
  for (const BioSpan& span : scratch_.spans) {
    const float score =
        mean_probability(use_, scratch_.pointers, pairs.labels.size(), scratch_.path, span.words);
    if (score < kLeastArgument) continue;
    arguments.push_back({shift(span.words, words.first), static_cast<std::uint16_t>(span.kind), score});
  }
}

}  // namespace onrecord::tag
