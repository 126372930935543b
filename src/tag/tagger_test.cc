// What holds of the tags of any document under any weights, and what the tagger makes of the encoder's rows.

#include "tag/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "base/test_folder.h"
#include "nn/testing/random_weights.h"
#include "tag/test_documents.h"
#include "tag/tree.h"

namespace onrecord::tag {
namespace {

nn::testing::RandomWeights small(std::uint64_t seed) {
  nn::testing::RandomWeights numbers;
  numbers.seed = seed;
  numbers.config.max_pieces = 32;
  numbers.labels["lemma"] = {"l|0|0||", "k|0|1||", "=be", "l|0|3||y"};
  numbers.labels["name"] = {"O", "B-Person", "I-Person", "B-Place", "I-Place"};
  return numbers;
}

Result<Tagger> make_tagger(const nn::testing::RandomWeights& numbers,
                           nn::Arithmetic arithmetic = nn::Arithmetic::int8) {
  const base::TestFolder folder;
  const auto weights = nn::Weights::open(folder.write("some.weights", nn::testing::make_weights(numbers)));
  if (!weights) return fail(weights.error());
  return Tagger::make(*weights, arithmetic);
}

void expect_whole(const Document& document, const Tags& tags) {
  ASSERT_EQ(tags.words.size(), document.tokens().size());
  std::uint32_t next = 0;
  for (const TokenRange sentence : tags.sentences) {
    ASSERT_EQ(sentence.first, next);
    ASSERT_LT(sentence.first, sentence.end);
    ASSERT_FALSE(document.tokens()[sentence.first].joins_left) << "no sentence begins within a surface token";
    const bool in_one_block =
        std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
          return block.tokens.first <= sentence.first && sentence.end <= block.tokens.end;
        });
    ASSERT_TRUE(in_one_block);
    next = sentence.end;
  }
  ASSERT_EQ(next, document.tokens().size());
}

void expect_trees(const Tags& tags) {
  for (const TokenRange sentence : tags.sentences) {
    std::vector<std::uint32_t> heads;
    for (std::uint32_t w = sentence.first; w < sentence.end; ++w) {
      const WordTags& word = tags.words[w];
      ASSERT_TRUE(word.head == kRoot || sentence.contains(word.head));
      heads.push_back(word.head == kRoot ? sentence.size() : word.head - sentence.first);
      ASSERT_LT(word.deprel, tags.labels->deprel.size());
      EXPECT_EQ(tags.labels->deprel[word.deprel] == "root", word.head == kRoot);
    }
    ASSERT_TRUE(is_tree(heads));
  }
}

void expect_words(const Tags& tags) {
  for (const WordTags& word : tags.words) {
    ASSERT_LT(word.upos, tags.labels->upos.size());
    ASSERT_LT(word.xpos, tags.labels->xpos.size());
    ASSERT_LT(word.feats, tags.labels->feats.size());
    EXPECT_FALSE(word.lemma.empty());
    EXPECT_GT(word.upos_score, 0.0F);
    EXPECT_LE(word.upos_score, 1.0F);
    EXPECT_GE(word.arc_score, 0.0F);
    EXPECT_LE(word.arc_score, 1.0F);
  }
}

const TokenRange* sentence_of(const Tags& tags, std::uint32_t word) {
  for (const TokenRange& sentence : tags.sentences) {
    if (sentence.contains(word)) return &sentence;
  }
  return nullptr;
}

void expect_events(const Tags& tags) {
  for (std::size_t e = 0; e < tags.events.size(); ++e) {
    const EventTag& event = tags.events[e];
    EXPECT_TRUE(e == 0 || tags.events[e - 1].word < event.word);
    ASSERT_LT(event.type, tags.labels->event.size());
    EXPECT_NE(tags.labels->event[event.type], "_");
    ASSERT_LT(event.mode, tags.labels->mode.size());
    ASSERT_LT(event.status, tags.labels->status.size());
    EXPECT_GT(event.score, 0.0F);
    EXPECT_LE(event.score, 1.0F);
    const TokenRange* sentence = sentence_of(tags, event.word);
    for (const Argument& party : event.parties) {
      EXPECT_FALSE(party.words.contains(event.word));
      EXPECT_GE(party.words.first, sentence->first);
      EXPECT_LE(party.words.end, sentence->end);
      EXPECT_LT(party.role, tags.labels->party.size());
    }
  }
}

void expect_names_and_roles(const Tags& tags) {
  std::uint32_t after = 0;
  for (const Name& name : tags.names) {
    ASSERT_FALSE(name.words.empty());
    ASSERT_GE(name.words.first, after);
    after = name.words.end;
    EXPECT_LE(name.words.end, sentence_of(tags, name.words.first)->end);
    EXPECT_LT(name.kind, tags.labels->name.size());
  }
  std::uint32_t next = 0;
  for (const Predicate& predicate : tags.predicates) {
    ASSERT_GE(predicate.word, next);
    next = predicate.word + 1;
    EXPECT_EQ(predicate.sense.find(tags.words[predicate.word].lemma + "."), 0U);
    EXPECT_GT(predicate.score, 0.5F);
    const TokenRange* sentence = sentence_of(tags, predicate.word);
    std::uint32_t free = sentence->first;
    for (const Argument& argument : predicate.arguments) {
      ASSERT_FALSE(argument.words.empty());
      EXPECT_FALSE(argument.words.contains(predicate.word));
      ASSERT_GE(argument.words.first, free);
      free = argument.words.end;
      EXPECT_LE(argument.words.end, sentence->end);
      EXPECT_LT(argument.role, tags.labels->role.size());
    }
  }
}

void expect_attributions(const Tags& tags) {
  std::uint32_t before = 0;
  for (const Attribution& attribution : tags.attributions) {
    ASSERT_FALSE(attribution.contents.empty());
    std::vector<TokenRange> parts = attribution.contents;
    if (!attribution.cue.empty()) parts.push_back(attribution.cue);
    if (attribution.source) parts.push_back(*attribution.source);
    EXPECT_TRUE(attribution.cue.empty() ? !attribution.source : true) << "a source needs a cue";
    std::uint32_t first = parts[0].first;
    for (std::size_t a = 0; a < parts.size(); ++a) {
      ASSERT_FALSE(parts[a].empty());
      ASSERT_LE(parts[a].end, tags.words.size());
      first = std::min(first, parts[a].first);
      for (std::size_t b = 0; b < a; ++b) ASSERT_FALSE(parts[a].overlaps(parts[b]));
    }
    ASSERT_GE(first, before);
    before = first;
  }
  // Between attributions cues and contents never overlap; a source may answer for several.
  std::vector<int> taken(tags.words.size(), 0);
  for (const Attribution& attribution : tags.attributions) {
    for (std::uint32_t w = attribution.cue.first; w < attribution.cue.end; ++w) ++taken[w];
    for (const TokenRange content : attribution.contents) {
      for (std::uint32_t w = content.first; w < content.end; ++w) ++taken[w];
    }
  }
  EXPECT_TRUE(std::all_of(taken.begin(), taken.end(), [](int times) { return times <= 1; }));
}

void expect_sound(const Document& document, const Tags& tags) {
  expect_whole(document, tags);
  if (testing::Test::HasFatalFailure()) return;
  expect_trees(tags);
  expect_words(tags);
  expect_names_and_roles(tags);
  expect_events(tags);
  expect_attributions(tags);
}

bool same_bits(float a, float b) { return std::memcmp(&a, &b, sizeof a) == 0; }

void expect_same(const Tags& a, const Tags& b) {
  ASSERT_EQ(a.sentences, b.sentences);
  for (std::size_t w = 0; w < a.words.size(); ++w) {
    const WordTags& x = a.words[w];
    const WordTags& y = b.words[w];
    ASSERT_EQ(std::tie(x.upos, x.xpos, x.feats, x.deprel, x.head, x.lemma),
              std::tie(y.upos, y.xpos, y.feats, y.deprel, y.head, y.lemma));
    ASSERT_TRUE(same_bits(x.upos_score, y.upos_score) && same_bits(x.arc_score, y.arc_score));
  }
  ASSERT_EQ(a.names.size(), b.names.size());
  for (std::size_t i = 0; i < a.names.size(); ++i) ASSERT_TRUE(same_bits(a.names[i].score, b.names[i].score));
  ASSERT_EQ(a.predicates.size(), b.predicates.size());
  for (std::size_t i = 0; i < a.predicates.size(); ++i) {
    ASSERT_EQ(a.predicates[i].sense, b.predicates[i].sense);
    ASSERT_EQ(a.predicates[i].arguments.size(), b.predicates[i].arguments.size());
  }
  ASSERT_EQ(a.attributions.size(), b.attributions.size());
  for (std::size_t i = 0; i < a.attributions.size(); ++i) {
    ASSERT_EQ(a.attributions[i].contents, b.attributions[i].contents);
    ASSERT_TRUE(same_bits(a.attributions[i].score, b.attributions[i].score));
  }
}

TEST(Tagger, KeepsItsPromisesWhateverTheWeights) {
  std::size_t names = 0, arguments = 0, linked = 0, several = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto tagger = make_tagger(small(seed), seed % 2 == 0 ? nn::Arithmetic::int8 : nn::Arithmetic::f32);
    ASSERT_TRUE(tagger) << tagger.error().message;
    for (std::uint32_t text = 0; text < 8; ++text) {
      SCOPED_TRACE("weights " + std::to_string(seed) + ", text " + std::to_string(text));
      const Document document = make_random_document(text, 1 + text, 10 + 20 * text);
      const Tags tags = tagger->tag(document);
      expect_sound(document, tags);
      names += tags.names.size();
      for (const Predicate& predicate : tags.predicates) arguments += predicate.arguments.size();
      for (const Attribution& attribution : tags.attributions) linked += attribution.source ? 1 : 0;
      for (const TokenRange sentence : tags.sentences) several += sentence.size() > 1 ? 1 : 0;
    }
  }
  // Otherwise nothing above was put to the test.
  EXPECT_GT(names, 100U);
  EXPECT_GT(arguments, 100U);
  EXPECT_GT(linked, 10U);
  EXPECT_GT(several, 100U);
}

TEST(Tagger, TellsThingsAndWhichEarlierOnesTheyMayBe) {
  const Document document = make_random_document(5, 20, 30);
  const auto tagger = make_tagger(small(3));
  ASSERT_TRUE(tagger);
  const Tags tags = tagger->tag(document);
  ASSERT_FALSE(tags.things.empty());
  std::size_t told = 0;
  for (std::uint32_t t = 0; t < tags.things.size(); ++t) {
    const Thing& thing = tags.things[t];
    if (t > 0) {
      EXPECT_LT(tags.things[t - 1].head, thing.head);
    }
    EXPECT_LT(thing.head, tags.words.size());
    EXPECT_NE(tags.labels->thing.at(thing.kind), "_");
    EXPECT_LE(thing.earlier.size(), 8U);
    for (std::size_t e = 0; e < thing.earlier.size(); ++e) {
      EXPECT_LT(thing.earlier[e].thing, t);
      if (e > 0) {
        EXPECT_GE(thing.earlier[e - 1].odds, thing.earlier[e].odds);
      }
    }
    told += thing.earlier.size();
  }
  EXPECT_GT(told, 0U);
  for (const WordTags& word : tags.words) EXPECT_TRUE(word.fact >= -3 && word.fact <= 3);
}

TEST(Tagger, TellsNoThingsWhereTheWeightsKnowNone) {
  nn::testing::RandomWeights older = small(3);
  older.config.coref = 0;
  const Document document = make_random_document(5, 20, 30);
  const auto tagger = make_tagger(older);
  ASSERT_TRUE(tagger);
  const Tags tags = tagger->tag(document);
  EXPECT_TRUE(tags.things.empty());
  for (const WordTags& word : tags.words) EXPECT_TRUE(std::isnan(word.fact));
}

TEST(Tagger, HasNothingToSayOfADocumentWithoutWords) {
  const auto tagger = make_tagger(small(1));
  ASSERT_TRUE(tagger);
  for (const Document& document : {Document(), make_test_document({""})}) {
    const Tags tags = tagger->tag(document);
    EXPECT_TRUE(tags.sentences.empty());
    EXPECT_TRUE(tags.attributions.empty());
    EXPECT_NE(tags.labels, nullptr);
  }
}

TEST(Tagger, SaysTheSameOnAnyThreadAndAfterAnyOtherDocument) {
  const auto tagger = make_tagger(small(3));
  ASSERT_TRUE(tagger);
  std::vector<Document> documents;
  std::vector<Tags> alone;
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    documents.push_back(make_random_document(seed, 5, 40));
    alone.push_back(make_tagger(small(3))->tag(documents.back()));
  }
  std::vector<std::thread> threads;
  std::vector<std::vector<Tags>> together(3, std::vector<Tags>(documents.size()));
  for (std::size_t t = 0; t < together.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::size_t which = (i * (2 * t + 1) + t) % documents.size();
        together[t][which] = tagger->tag(documents[which]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& tags : together) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (!tags[i].words.empty()) expect_same(tags[i], alone[i]);
    }
  }
}

TEST(Tagger, ReadsASentenceWholeThatRunsOverTheEdgesOfWindows) {
  // A window holds 30 of these words. Where a sentence seems to end is up to the weights: some see none at
  // the edge.
  std::string block;
  for (int w = 0; w < 70; ++w) block += w % 3 == 0 ? "the " : w % 3 == 1 ? "minister " : "a ";
  const Document document = make_test_document({block});
  int over_an_edge = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto tagger = make_tagger(small(seed));
    ASSERT_TRUE(tagger);
    const Tags tags = tagger->tag(document);
    expect_sound(document, tags);
    over_an_edge +=
        static_cast<int>(std::any_of(tags.sentences.begin(), tags.sentences.end(), [](TokenRange sentence) {
          return sentence.first < 30 && sentence.end > 30;
        }));
  }
  EXPECT_GT(over_an_edge, 0);
}

TEST(Tagger, CutsAWordOfMorePiecesThanAWindowHolds) {
  const auto tagger = make_tagger(small(2));
  ASSERT_TRUE(tagger);
  const Document document =
      make_test_document({"a " + std::string(90, 'b') + " " + std::string(90, '.') + " c"});
  expect_sound(document, tagger->tag(document));
}

Error error_with(const char* set, std::vector<std::string> labels) {
  nn::testing::RandomWeights numbers = small(1);
  numbers.labels[set] = std::move(labels);
  const auto tagger = make_tagger(numbers);
  return tagger ? Error{ErrorCode::not_found, "no error"} : tagger.error();
}

TEST(Tagger, RefusesLabelsOfOtherForms) {
  struct Case {
    const char* set;
    std::vector<std::string> labels;
  };
  const Case cases[] = {
      {"name", {"O", "B-Person", "E-Person"}},
      {"role", {"ARG0", "ARG1"}},
      {"sentence", {"_", "end"}},
      {"sentence", {"_", "begin", "end"}},
      {"predicate", {"01", "02"}},
      {"predicate", {"_"}},
      {"attribution", {"O", "B-source", "I-source", "B-cue", "I-cue"}},
  };
  for (const Case& test : cases) {
    const Error error = error_with(test.set, test.labels);
    EXPECT_EQ(error.code, ErrorCode::weights_unknown) << test.set;
    EXPECT_EQ(error.place, std::string("header field labels.") + test.set);
    EXPECT_FALSE(error.mend.empty());
  }
}

}  // namespace
}  // namespace onrecord::tag
