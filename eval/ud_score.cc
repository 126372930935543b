#include "eval/ud_score.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Indices = std::vector<std::size_t>;
constexpr std::size_t kNoZone = static_cast<std::size_t>(-1);

// --- Alignment
// ----------------------------------------------------------------------------------------------------------

// Stretches in which either side has multiword tokens, those that overlap merged.
std::vector<Span> multiword_zones(const UdText& gold, const UdText& system) {
  std::vector<Span> zones;
  for (const UdText* side : {&gold, &system}) {
    for (const UdWord& word : side->words) {
      if (word.multiword) zones.push_back(word.letters);
    }
  }
  std::ranges::sort(zones, {}, [](Span zone) { return std::pair(zone.begin, zone.end); });
  std::vector<Span> merged;
  for (const Span zone : zones) {
    if (!merged.empty() && zone.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, zone.end);
    } else {
      merged.push_back(zone);
    }
  }
  return merged;
}

// For each word the zone that holds it whole.
Indices zones_of(const UdText& text, const std::vector<Span>& zones) {
  Indices found;
  std::size_t zone = 0;
  for (const UdWord& word : text.words) {
    while (zone < zones.size() && zones[zone].end <= word.letters.begin) ++zone;
    const bool inside = zone < zones.size() && zones[zone].contains(word.letters);
    found.push_back(inside ? zone : kNoZone);
  }
  return found;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// Pairs of the longest common subsequence of the words' forms, ties broken towards the earlier gold word's
// skipping.
void align_by_form(const UdText& gold, const Indices& gold_words, const UdText& system,
                   const Indices& system_words, std::vector<std::int64_t>& aligned) {
  const std::size_t rows = gold_words.size();
  const std::size_t columns = system_words.size();
  std::vector<std::vector<std::size_t>> best(rows + 1, std::vector<std::size_t>(columns + 1, 0));
  const auto same = [&](std::size_t g, std::size_t s) {
    return lower(gold.words[gold_words[g]].form) == lower(system.words[system_words[s]].form);
  };
  for (std::size_t g = rows; g-- > 0;) {
    for (std::size_t s = columns; s-- > 0;) {
      best[g][s] = same(g, s) ? best[g + 1][s + 1] + 1 : std::max(best[g + 1][s], best[g][s + 1]);
    }
  }
  for (std::size_t g = 0, s = 0; g < rows && s < columns;) {
    if (same(g, s)) {
      aligned[gold_words[g++]] = static_cast<std::int64_t>(system_words[s++]);
    } else if (best[g][s] == best[g + 1][s]) {
      ++g;
    } else {
      ++s;
    }
  }
}

void align_by_span(const UdText& gold, const Indices& gold_zones, const UdText& system,
                   const Indices& system_zones, std::vector<std::int64_t>& aligned) {
  std::size_t g = 0;
  std::size_t s = 0;
  while (g < gold.words.size() && s < system.words.size()) {
    const Span ours = system.words[s].letters;
    const Span theirs = gold.words[g].letters;
    if (gold_zones[g] != kNoZone) {
      ++g;
    } else if (system_zones[s] != kNoZone) {
      ++s;
    } else if (ours == theirs) {
      aligned[g++] = static_cast<std::int64_t>(s++);
    } else if (theirs.begin <= ours.begin) {
      ++g;
    } else {
      ++s;
    }
  }
}

// --- Labels
// -------------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 29> kContentRelations = {
    "acl",       "advcl",      "advmod",    "amod",       "appos",  "ccomp", "compound", "conj",
    "csubj",     "dep",        "discourse", "dislocated", "expl",   "fixed", "flat",     "goeswith",
    "iobj",      "list",       "nmod",      "nsubj",      "nummod", "obj",   "obl",      "orphan",
    "parataxis", "reparandum", "root",      "vocative",   "xcomp"};
constexpr std::array<std::string_view, 7> kFunctionRelations = {"aux", "case", "cc",  "clf",
                                                                "cop", "det",  "mark"};
constexpr std::array<std::string_view, 21> kUniversalFeatures = {
    "Abbr",    "Animacy", "Aspect",   "Case",    "Definite", "Degree",   "Evident",
    "Foreign", "Gender",  "Mood",     "NumType", "Number",   "Person",   "Polarity",
    "Polite",  "Poss",    "PronType", "Reflex",  "Tense",    "VerbForm", "Voice"};

std::string_view universal(std::string_view relation) { return relation.substr(0, relation.find(':')); }

bool is_content(const UdWord& word) {
  return std::ranges::find(kContentRelations, universal(word.deprel)) != kContentRelations.end();
}

bool is_function(const UdWord& word) {
  return std::ranges::find(kFunctionRelations, universal(word.deprel)) != kFunctionRelations.end();
}

std::string universal_features(const std::string& feats) {
  std::vector<std::string_view> kept;
  for (const std::string_view feature : split(feats, '|')) {
    const std::string_view name = feature.substr(0, feature.find('='));
    if (std::ranges::find(kUniversalFeatures, name) != kUniversalFeatures.end()) kept.push_back(feature);
  }
  std::ranges::sort(kept);
  std::string joined;
  for (const std::string_view feature : kept) (joined += feature) += '|';
  return joined;
}

// --- Counting
// -----------------------------------------------------------------------------------------------------------

Count count_spans(const std::vector<Span>& gold, const std::vector<Span>& system) {
  Count count{gold.size(), system.size(), 0};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g] == system[s]) {
      ++count.right;
      ++g;
      ++s;
    } else if (gold[g].begin < system[s].begin ||
               (gold[g].begin == system[s].begin && gold[g].end < system[s].end)) {
      ++g;
    } else {
      ++s;
    }
  }
  return count;
}

// One comparison of two texts whose words have been aligned.
class Comparison {
 public:
  Comparison(const UdText& gold, const UdText& system)
      : gold_(gold),
        system_(system),
        system_of_(align_words(gold, system)),
        gold_of_(system.words.size(), -1) {
    for (std::size_t g = 0; g < system_of_.size(); ++g) {
      if (system_of_[g] >= 0) gold_of_[index(system_of_[g])] = static_cast<std::int64_t>(g);
    }
    gold_children_ = function_children(gold);
    system_children_ = function_children(system);
    for (const UdWord& word : gold.words) gold_feats_.push_back(universal_features(word.feats));
    for (const UdWord& word : system.words) system_feats_.push_back(universal_features(word.feats));
  }

  template <typename Same>
  Count all(Same same) const {
    return count([](const UdWord&) { return true; }, same);
  }
  template <typename Same>
  Count content(Same same) const {
    return count(is_content, same);
  }

  bool same_upos(std::size_t g, std::size_t s) const { return gold_.words[g].upos == system_.words[s].upos; }
  bool same_xpos(std::size_t g, std::size_t s) const { return gold_.words[g].xpos == system_.words[s].xpos; }
  bool same_feats(std::size_t g, std::size_t s) const { return gold_feats_[g] == system_feats_[s]; }
  bool same_lemma(std::size_t g, std::size_t s) const {
    return gold_.words[g].lemma == "_" || gold_.words[g].lemma == system_.words[s].lemma;
  }
  bool same_head(std::size_t g, std::size_t s) const {
    const std::int64_t theirs = gold_.words[g].head;
    const std::int64_t ours = system_.words[s].head;
    if (theirs < 0 || ours < 0) return theirs < 0 && ours < 0;
    return gold_of_[index(ours)] == theirs;
  }
  bool same_relation(std::size_t g, std::size_t s) const {
    return universal(gold_.words[g].deprel) == universal(system_.words[s].deprel);
  }
  bool same_arc(std::size_t g, std::size_t s) const { return same_head(g, s) && same_relation(g, s); }
  bool same_tags(std::size_t g, std::size_t s) const { return same_upos(g, s) && same_feats(g, s); }
  bool same_function_words(std::size_t g, std::size_t s) const {
    const Indices& theirs = gold_children_[g];
    const Indices& ours = system_children_[s];
    return std::ranges::equal(theirs, ours, [this](std::size_t gold_child, std::size_t system_child) {
      return gold_of_[system_child] == static_cast<std::int64_t>(gold_child) &&
             same_relation(gold_child, system_child) && same_tags(gold_child, system_child);
    });
  }

 private:
  static std::size_t index(std::int64_t word) { return static_cast<std::size_t>(word); }

  static std::vector<Indices> function_children(const UdText& text) {
    std::vector<Indices> children(text.words.size());
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      const UdWord& word = text.words[i];
      if (word.head >= 0 && is_function(word)) children[index(word.head)].push_back(i);
    }
    return children;
  }

  template <typename Wanted, typename Same>
  Count count(Wanted wanted, Same same) const {
    Count result;
    for (const UdWord& word : system_.words) result.system += wanted(word) ? 1 : 0;
    for (std::size_t g = 0; g < gold_.words.size(); ++g) {
      if (!wanted(gold_.words[g])) continue;
      ++result.gold;
      if (system_of_[g] >= 0 && same(g, index(system_of_[g]))) ++result.right;
    }
    return result;
  }

  const UdText& gold_;
  const UdText& system_;
  std::vector<std::int64_t> system_of_, gold_of_;
  std::vector<Indices> gold_children_, system_children_;
  std::vector<std::string> gold_feats_, system_feats_;
};

}  // namespace

std::vector<std::int64_t> align_words(const UdText& gold, const UdText& system) {
  std::vector<std::int64_t> aligned(gold.words.size(), -1);
  const std::vector<Span> zones = multiword_zones(gold, system);
  const Indices gold_zones = zones_of(gold, zones);
  const Indices system_zones = zones_of(system, zones);
  align_by_span(gold, gold_zones, system, system_zones, aligned);
  std::vector<Indices> gold_in(zones.size());
  std::vector<Indices> system_in(zones.size());
  for (std::size_t g = 0; g < gold_zones.size(); ++g) {
    if (gold_zones[g] != kNoZone) gold_in[gold_zones[g]].push_back(g);
  }
  for (std::size_t s = 0; s < system_zones.size(); ++s) {
    if (system_zones[s] != kNoZone) system_in[system_zones[s]].push_back(s);
  }
  for (std::size_t zone = 0; zone < zones.size(); ++zone) {
    align_by_form(gold, gold_in[zone], system, system_in[zone], aligned);
  }
  return aligned;
}

UdScore score_ud(const UdText& gold, const UdText& system) {
  const Comparison c(gold, system);
  UdScore score;
  score.tokens = count_spans(gold.tokens, system.tokens);
  score.sentences = count_spans(gold.sentences, system.sentences);
  score.words = c.all([](auto, auto) { return true; });
  score.upos = c.all([&](auto g, auto s) { return c.same_upos(g, s); });
  score.xpos = c.all([&](auto g, auto s) { return c.same_xpos(g, s); });
  score.ufeats = c.all([&](auto g, auto s) { return c.same_feats(g, s); });
  score.all_tags = c.all([&](auto g, auto s) { return c.same_tags(g, s) && c.same_xpos(g, s); });
  score.lemmas = c.all([&](auto g, auto s) { return c.same_lemma(g, s); });
  score.uas = c.all([&](auto g, auto s) { return c.same_head(g, s); });
  score.las = c.all([&](auto g, auto s) { return c.same_arc(g, s); });
  score.clas = c.content([&](auto g, auto s) { return c.same_arc(g, s); });
  score.mlas = c.content(
      [&](auto g, auto s) { return c.same_arc(g, s) && c.same_tags(g, s) && c.same_function_words(g, s); });
  score.blex = c.content([&](auto g, auto s) { return c.same_arc(g, s) && c.same_lemma(g, s); });
  return score;
}

void UdScore::add(const UdScore& other) {
  constexpr std::array kAll = {&UdScore::tokens, &UdScore::sentences, &UdScore::words,    &UdScore::upos,
                               &UdScore::xpos,   &UdScore::ufeats,    &UdScore::all_tags, &UdScore::lemmas,
                               &UdScore::uas,    &UdScore::las,       &UdScore::clas,     &UdScore::mlas,
                               &UdScore::blex};
  for (const auto member : kAll) (this->*member).add(other.*member);
}

Figures figures_of(const UdScore& score, const std::string& prefix) {
  return {{prefix + ".tokens", score.tokens.f1()},    {prefix + ".sentences", score.sentences.f1()},
          {prefix + ".words", score.words.f1()},      {prefix + ".upos", score.upos.f1()},
          {prefix + ".xpos", score.xpos.f1()},        {prefix + ".ufeats", score.ufeats.f1()},
          {prefix + ".alltags", score.all_tags.f1()}, {prefix + ".lemmas", score.lemmas.f1()},
          {prefix + ".uas", score.uas.f1()},          {prefix + ".las", score.las.f1()},
          {prefix + ".clas", score.clas.f1()},        {prefix + ".mlas", score.mlas.f1()},
          {prefix + ".blex", score.blex.f1()}};
}

}  // namespace onrecord::eval
