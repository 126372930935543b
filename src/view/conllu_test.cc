#include <gtest/gtest.h>

#include <string>

#include "onrecord/view.h"
#include "view/sample_reading.h"

namespace onrecord {
namespace {

using view::plain_reading;

Reading refusal() {
  Reading reading = plain_reading("They don't pay.\nWho came");
  // they 0, do 1, n't 2, pay 3, . 4 | Who 5, came 6
  reading.tags.words[0] = {.upos = 1, .xpos = 1, .feats = 1, .deprel = 2, .head = 3, .lemma = "they"};
  reading.tags.words[3] = {.upos = 2, .xpos = 2, .feats = 0, .deprel = 1, .head = kRoot, .lemma = "pay"};
  return reading;
}

TEST(Conllu, WritesSurfaceTokensSpacesAndHeads) {
  Reading reading = refusal();
  const std::string text = to_conllu(reading);
  EXPECT_EQ(text.substr(0, text.find("# newpar\n", 40)),
            "# newdoc id = a.txt\n"
            "# newpar\n"
            "# sent_id = a.txt-1\n"
            "# text = They don't pay.\n"
            "1\tThey\tthey\tNOUN\tNN\tNumber=Sing\t4\tnsubj\t_\t_\n"
            "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tdo\t_\tX\tFW\t_\t0\tdep\t_\t_\n"
            "3\tn't\t_\tX\tFW\t_\t0\tdep\t_\t_\n"
            "4\tpay\tpay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
            "5\t.\t_\tX\tFW\t_\t0\tdep\t_\t_\n"
            "\n");
}

TEST(Conllu, CountsWordsAnewInEverySentence) {
  Reading reading = refusal();
  reading.tags.words[5].head = 6;
  EXPECT_NE(to_conllu(reading).find("# sent_id = a.txt-2\n# text = Who came\n1\tWho\t_\tX\tFW\t_\t2\t"),
            std::string::npos);
}

TEST(Conllu, OpensAParagraphAtEachBlockAndOnlyThere) {
  Reading reading = plain_reading("One. Two.");
  reading.tags.sentences = {{0, 2}, {2, 4}};
  const std::string text = to_conllu(reading);
  EXPECT_EQ(text.find("# newpar"), text.rfind("# newpar"));
  EXPECT_NE(text.find("# sent_id = a.txt-2"), std::string::npos);
}

TEST(Conllu, LeavesNoPlaceForAHeadOutsideTheSentence) {
  Reading reading = refusal();
  reading.tags.words[5].head = 1;
  EXPECT_NE(to_conllu(reading).find("1\tWho\t_\tX\tFW\t_\t0\t"), std::string::npos);
}

TEST(Conllu, NamesSentencesWithoutSpacesOrSlashes) {
  Reading reading = refusal();
  reading.report.name = "my news/a.txt";
  const std::string text = to_conllu(reading);
  EXPECT_NE(text.find("# newdoc id = my news/a.txt\n"), std::string::npos);
  EXPECT_NE(text.find("# sent_id = my_news_a.txt-1\n"), std::string::npos);
}

TEST(Conllu, EndsWithAnEmptyLine) {
  const std::string text = to_conllu(refusal());
  EXPECT_EQ(text.substr(text.size() - 2), "\n\n");
}

}  // namespace
}  // namespace onrecord
