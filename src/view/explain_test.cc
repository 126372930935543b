#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/sample_reading.h"

namespace onrecord {
namespace {

using view::full_reading;

// In one line, whatever the width.
std::string flat(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n' || c == ' ') {
      if (!line.ends_with(' ')) line += ' ';
    } else {
      line += c;
    }
  }
  return line;
}

std::string explained(const Reading& reading, std::size_t number) {
  const auto text = explain_statement(reading, number, {});
  EXPECT_TRUE(text) << (text ? "" : text.error().message);
  return text ? flat(*text) : "";
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The arcs and the tagged attribution of the first statement of full_reading().
Reading tagged_reading() {
  Reading reading = full_reading();
  LabelSets labels = *reading.tags.labels;
  labels.deprel = {"dep", "nsubj", "ccomp", "obj", "punct"};
  reading.tags.labels = std::make_shared<LabelSets>(labels);
  const auto word = [&](std::string_view words) {
    const Span span = view::find(reading.document, words);
    std::uint32_t at = 0;
    while (reading.document.tokens()[at].span != span) ++at;
    return at;
  };
  reading.tags.words[word("she")].head = word("told");
  reading.tags.words[word("she")].deprel = 1;
  reading.tags.words[word("warned")].head = word("told");
  reading.tags.words[word("warned")].deprel = 2;
  reading.tags.words[word("told")].lemma = "tell";
  Attribution tagged;
  tagged.cue = {word("told"), word("told") + 1};
  tagged.contents = {{word("aides"), word("rise") + 1}};
  tagged.score = 0.93F;
  reading.tags.attributions = {tagged};
  return reading;
}

TEST(Explain, TellsTheWordsAndWhereTheyStand) {
  const std::string text = explained(full_reading(), 1);
  EXPECT_TRUE(holds(text, "a.txt, statement 1 of 2"));
  EXPECT_TRUE(holds(text, "who: “she” — 2:11, bytes 32 to 35")) << text;
  EXPECT_TRUE(holds(text, "to: “Reuters”"));
  EXPECT_TRUE(holds(text, "via: “a letter”"));
  EXPECT_TRUE(holds(text, "when: “On Monday”"));
  EXPECT_TRUE(holds(text, "In the sentence: “On Monday she told"));
  EXPECT_FALSE(holds(text, "language:")) << "what is not there is not named";
}

TEST(Explain, TellsThatARuleFoundItWhereNothingIsTagged) {
  EXPECT_TRUE(holds(explained(full_reading(), 1), "The neural reader marked nothing here; a rule found it."));
}

TEST(Explain, TellsWhatTheNeuralReaderMarkedAndWhereARuleDiffers) {
  const std::string text = explained(tagged_reading(), 1);
  EXPECT_TRUE(holds(text, "marked an attribution here, with a score of 0.93")) << text;
  EXPECT_TRUE(holds(text, "It marked no speaker; a rule found one."));
  EXPECT_TRUE(holds(text, "It had the content as “aides warned"));
  EXPECT_FALSE(holds(text, "It had the announcing words as")) << "they are the same";
  EXPECT_TRUE(holds(text, "“she” is the nsubj of “told”; “warned” is the ccomp of “told”")) << text;
}

TEST(Explain, TellsWhoSpeaksThroughWhichMentions) {
  const std::string text = explained(full_reading(), 1);
  EXPECT_TRUE(holds(
      text, "The pronoun “she” (2:11) stands for “Mayor Ana Ruiz” (1:1), person, with a score of 0.90."))
      << text;
  EXPECT_TRUE(holds(text, "The report mentions it 2 times"));
}

TEST(Explain, TellsTheLinkOfTheNeuralReader) {
  Reading reading = full_reading();
  reading.tags.things = {{2, 0, 0.9F, {}}, {7, 0, 0.9F, {{0, 2.0F}}}};
  EXPECT_TRUE(holds(explained(reading, 1), "holds it to be the same as “Ruiz” (1:11): a chance of 88 %"))
      << explained(reading, 1);
}

TEST(Explain, SaysWhenNobodyIsKnown) {
  Reading reading = full_reading();
  reading.statements[0].speakers.clear();
  EXPECT_TRUE(holds(explained(reading, 1), "“she” (2:11) stands there; whom it means is unknown."));
  reading.statements[0].speaker.reset();
  EXPECT_TRUE(holds(explained(reading, 1), "The report names nobody"));
}

TEST(Explain, TellsEachLabelWithItsWordsAndWhatIsUndecided) {
  const std::string text = explained(full_reading(), 1);
  EXPECT_TRUE(holds(text, "act: say, 0.95, because of “told” (2:15)")) << text;
  EXPECT_TRUE(holds(text, "status: asserted, 0.80 "));
  EXPECT_TRUE(holds(text, "Not decided by the words: whether it was said, polarity"));
}

TEST(Explain, TellsWhatTheNeuralReaderThinksOfTheFact) {
  Reading reading = full_reading();
  EXPECT_FALSE(holds(explained(reading, 2), "did not happen")) << "the weights do not know";
  for (WordTags& word : reading.tags.words) word.fact = -1.5F;
  EXPECT_TRUE(holds(explained(reading, 2), "tells at -1.5, from -3")) << explained(reading, 2);
}

TEST(Explain, FollowsTheChainDownToTheReport) {
  EXPECT_TRUE(holds(explained(full_reading(), 1), "The report itself tells it."));
  EXPECT_TRUE(holds(explained(full_reading(), 2),
                    "It stands inside statement 1 of “she” (2:11), which the report itself tells."));
  Reading circle = full_reading();
  circle.statements[0].inside = 1;
  EXPECT_TRUE(holds(explained(circle, 1), "and so on."));
}

TEST(Explain, TellsWhenAndByWhichWords) {
  Reading reading = full_reading();
  const std::chrono::sys_days friday = std::chrono::sys_days{std::chrono::year{2022} / 3 / 25};
  TimeMention time;
  time.span = reading.statements[0].contents[0];
  time.value = "2022-03-25";
  time.rule = "weekday";
  time.period = Period{friday, friday};
  reading.times = {time};
  reading.statements[0].said = {time.period, Granularity::day, Dating::explicit_, 0, 0.9F};
  const std::string told = explain_statement(reading, 1, {}).value();
  EXPECT_NE(told.find("Said: 2022-03-25 (explicit, 0.90), by"), std::string::npos) << told;
  EXPECT_NE(told.find("weekday"), std::string::npos);
  reading.statements[0].said = {};
  EXPECT_NE(explain_statement(reading, 1, {}).value().find("Said: unknown."), std::string::npos);
}

TEST(Explain, TellsANaming) {
  const auto text = explain_naming(full_reading(), 1, {});
  ASSERT_TRUE(text);
  EXPECT_TRUE(holds(flat(*text), "a.txt, name 1 of 1"));
  EXPECT_TRUE(holds(flat(*text), "name: “toll”"));
  EXPECT_TRUE(holds(flat(*text), "The name stands in quotation marks."));
  EXPECT_TRUE(holds(flat(*text), "It stands in, or makes, statement 2."));
}

TEST(Explain, RefusesANumberThatIsNotThere) {
  for (const std::size_t number : {std::size_t{0}, std::size_t{3}}) {
    const auto text = explain_statement(full_reading(), number, {});
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::bad_option);
    EXPECT_EQ(text.error().mend, "Give --statement a number from 1 to 2, as the table counts them.");
  }
  const auto text = explain_naming(view::plain_reading("No."), 1, {});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().message, "there is no name 1; the report has 0");
}

TEST(Explain, KeepsItsWidthAndLetsNoEscapeThrough) {
  Reading reading = full_reading();
  reading.report.name = "x\x1b[2J.txt";
  const auto text = explain_statement(reading, 1, {.colour = false, .width = 50});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->find('\x1b'), std::string::npos);
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(view::columns(line), 50U) << line;
}

TEST(Explain, CutsAVeryLongContentAtACharacter) {
  std::string text = "Ana Ruiz said \"";
  for (int i = 0; i < 400; ++i) text += "naïveté ";
  text += "now\".";
  Reading reading = view::plain_reading(text);
  reading.statements.push_back(
      view::statement_of(reading, "Ana Ruiz", "said", {std::string_view(text).substr(14, text.size() - 15)}));
  const std::string told = explained(reading, 1);
  EXPECT_TRUE(holds(told, " …”"));
  EXPECT_LT(told.size(), 2500U);
  EXPECT_FALSE(holds(told, "\xEF\xBF\xBD")) << "no broken character";
}

}  // namespace
}  // namespace onrecord
