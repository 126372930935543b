// What is coded, and what must not be: made-up dictionaries over trees made by hand.

#include "onrecord/coder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "coder/test_page.h"

namespace onrecord {
namespace {

using coder::page;

constexpr std::string_view kActors =
    "ARDOR [ARD]\n+ARDORIAN\nBELMOR [BEL]\nCADRIA [CAD]\nTHE_HILLS [HIA/HIB]\nNOBODY [---]\n"
    "MARA_VENN [CAD]\n\t[CADGOV 20100101-20101231]\nRIVER GUARD [BELMIL]\nCROWN COUNCIL [ARDGOV]\n";
constexpr std::string_view kAgents =
    "CLERIC [~REL]\nMINISTER [~GOV]\nOFFICIAL [~GOV]\nSECURITY_OFFICIAL [~GOV]\nSOLDIER [~MIL]\nMEDIA {} "
    "[~MED]\n"
    "GOVERNMENT [~GOV]\nRELIEF_BODY [NGO~]\nLAWMAKER [~LEG]\n";
constexpr std::string_view kVerbs =
    "&COINS\n+CROWNS\n+GOLD PIECES\n"
    "--- PRAISE [051] ---\nPRAISE\n- NEVER_* [112]\n- * PEACE_PLAN [053]\n- * PLAN [052]\n- * &COINS [071]\n"
    "--- BLAME [121] ---\nBLAME\n- OPENLY * [122]\n"
    "--- VISIT [042:043] ---\nVISIT\n"
    "--- AGREE [057] ---\nAGREE\n- % * [057:057]\n"
    "--- RECEIVE [---] ---\nRECEIVE\n- + * COINS $ [071]\n"
    "--- TOAST [---] ---\nTOAST\n- * FEAST WITH ^ AND_LATER + [044]\n"
    "--- SEAL [192] ---\nSEAL\n+SEAL_OFF {+SEALED_OFF} [193]\n"
    "--- DECLARE [010] ---\nDECLARE\n";
constexpr std::string_view kDiscards = "CHESS CLUB\n+TYPHOON\n";

Coder coder_of() {
  std::vector<std::string> tables;
  const std::pair<std::string_view, CodeDictionary> all[] = {{kActors, CodeDictionary::actors},
                                                             {kAgents, CodeDictionary::agents},
                                                             {kVerbs, CodeDictionary::verbs},
                                                             {kDiscards, CodeDictionary::discards}};
  for (const auto& [text, of] : all) {
    ImportedLexicon imported = import_codes(text, "d.txt", of);
    for (const Error& fault : imported.faults) ADD_FAILURE() << fault.place << ": " << fault.message;
    tables.push_back(std::move(imported.table));
  }
  auto coder = Coder::of_tables(tables);
  EXPECT_TRUE(coder) << (coder ? "" : coder.error().message);
  return *coder;
}

std::string told(const Coding& coding) {
  std::string all;
  for (const CodedEvent& event : coding.events)
    all += (all.empty() ? "" : "; ") + event.source + " " + event.target + " " + event.code;
  return all;
}

std::string coded(const std::string& sentence, const CoderOptions& options = {},
                  std::optional<std::chrono::year_month_day> day = {}) {
  return told(coder_of().code(page({sentence}), options, day));
}

TEST(Coder, SubjectAndObjectAreSourceAndTarget) {
  const Reading reading = page({"Ardor/PROPN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2"});
  const Coding coding = coder_of().code(reading);
  ASSERT_EQ(told(coding), "ARD BEL 051");
  EXPECT_EQ(reading.document.text(coding.events[0].verb), "praised");
  ASSERT_TRUE(coding.events[0].source_words && coding.events[0].target_words);
  EXPECT_EQ(reading.document.text(*coding.events[0].source_words), "Ardor");
  EXPECT_EQ(reading.document.text(*coding.events[0].target_words), "Belmor");
}

TEST(Coder, NobodyKnownOnOneSideCodesNothing) {
  EXPECT_EQ(coded("Crowds/NOUN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2"), "");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 praised/VERB/root/0 poets/NOUN/obj/2"), "");
  EXPECT_EQ(coded("Nobody/PROPN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2"), "");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 praised/VERB/root/0 Ardor/PROPN/obj/2"), "");
}

TEST(Coder, WithoutADyadTheTargetMayBeOpenButMustBeSomebody) {
  const CoderOptions open{.require_dyad = false};
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 praised/VERB/root/0 poets/NOUN/obj/2", open), "ARD --- 051");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 declared/VERB/root/0 today/NOUN/obl:unmarked/2", open), "");
  EXPECT_EQ(coded("Crowds/NOUN/nsubj/2 praised/VERB/root/0 poets/NOUN/obj/2", open), "");
}

TEST(Coder, ThePassiveTurnsThemRoundWhereSomebodyStandsBehindBy) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 blamed/VERB/root/0 by/ADP/case/5 "
                  "Belmor/PROPN/obl:agent/3"),
            "BEL ARD 121");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 blamed/VERB/root/0 for/ADP/case/5 "
                  "delays/NOUN/obl/3 by/ADP/case/7 Belmor/PROPN/obl/3"),
            "BEL ARD 121");
}

TEST(Coder, VerbsJoinedByAndShareTheirSubjectAndKeepTheirObjects) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2 and/CCONJ/cc/5 "
                  "blamed/VERB/conj/2 Cadria/PROPN/obj/5"),
            "ARD BEL 051; ARD CAD 121");
}

TEST(Coder, WhatACodedVerbGovernsIsNotCodedAgain) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 declared/VERB/root/0 Belmor/PROPN/nsubj/4 blamed/VERB/ccomp/2 "
                  "Cadria/PROPN/obj/4"),
            "ARD BEL 010");
  EXPECT_EQ(coded("Crowds/NOUN/nsubj/2 declared/VERB/root/0 Belmor/PROPN/nsubj/4 blamed/VERB/ccomp/2 "
                  "Cadria/PROPN/obj/4"),
            "BEL CAD 121")
      << "an outer verb that codes nothing hides nothing";
}

TEST(Coder, APronounIsTheSubjectOfTheClauseAbove) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 noted/VERB/root/0 it/PRON/nsubj/5 would/AUX/aux/5 blame/VERB/ccomp/2 "
                  "Cadria/PROPN/obj/5"),
            "ARD CAD 121");
}

TEST(Coder, NounsThatLookLikeVerbsAreNone) {
  EXPECT_EQ(
      coded("Ardor/PROPN/nsubj/2 chose/VERB/root/0 praise/NOUN/obj/2 for/ADP/case/5 Belmor/PROPN/nmod/3"),
      "");
}

TEST(Coder, PairsOfCodesAreWrittenThereAndBack) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 visited/VERB/root/0 Belmor/PROPN/obj/2"), "ARD BEL 042; BEL ARD 043");
}

TEST(Coder, CompoundsAreTakenApart) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/4 and/CCONJ/cc/3 Belmor/PROPN/conj/1 praised/VERB/root/0 "
                  "Cadria/PROPN/obj/4"),
            "ARD CAD 051; BEL CAD 051");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/4 and/CCONJ/cc/3 Belmor/PROPN/conj/1 agreed/VERB/root/0"),
            "ARD BEL 057; BEL ARD 057");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 praised/VERB/root/0 the/DET/det/4 Hills/PROPN/obj/2"),
            "ARD HIA 051; ARD HIB 051");
}

TEST(Coder, TheLongestPatternDecides) {
  const std::string head = "Ardor/PROPN/nsubj/2 praised/VERB/root/0 ";
  EXPECT_EQ(coded(head + "the/DET/det/4 plan/NOUN/obj/2 of/ADP/case/6 Belmor/PROPN/nmod/4"), "ARD BEL 052");
  EXPECT_EQ(
      coded(head + "the/DET/det/5 peace/NOUN/compound/5 plan/NOUN/obj/2 of/ADP/case/7 Belmor/PROPN/nmod/5"),
      "ARD BEL 053");
}

TEST(Coder, JoinedWordsMustStandTogetherAndOthersNeedNot) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/3 never/ADV/advmod/3 praised/VERB/root/0 Belmor/PROPN/obj/3"),
            "ARD BEL 112");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/4 never/ADV/advmod/4 once/ADV/advmod/4 praised/VERB/root/0 "
                  "Belmor/PROPN/obj/4"),
            "ARD BEL 051");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/4 openly/ADV/advmod/4 again/ADV/advmod/4 blamed/VERB/root/0 "
                  "Belmor/PROPN/obj/4"),
            "ARD BEL 122");
}

TEST(Coder, SetsStandForEachOfTheirPhrasesWhole) {
  const std::string head = "Ardor/PROPN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2 for/ADP/case/";
  EXPECT_EQ(coded(head + "6 gold/NOUN/compound/6 pieces/NOUN/obl/2"), "ARD BEL 071");
  EXPECT_EQ(coded(head + "5 pieces/NOUN/obl/2"), "ARD BEL 051");
}

TEST(Coder, MarksInAPatternSayWhoIsWho) {
  EXPECT_EQ(
      coded("Ardor/PROPN/nsubj/2 received/VERB/root/0 coins/NOUN/obj/2 from/ADP/case/5 Belmor/PROPN/obl/2"),
      "BEL ARD 071");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 received/VERB/root/0 letters/NOUN/obj/2 from/ADP/case/5 "
                  "Belmor/PROPN/obl/2"),
            "");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 toasted/VERB/root/0 a/DET/det/4 feast/NOUN/obj/2 with/ADP/case/6 "
                  "Cadria/PROPN/obl/2 and/CCONJ/cc/9 later/ADV/advmod/9 Belmor/PROPN/conj/6"),
            "ARD BEL 044")
      << "\"^\" passes over Cadria";
}

TEST(Coder, VerbsOfSeveralWordsNeedAllOfThem) {
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 sealed/VERB/root/0 off/ADP/compound:prt/2 Belmor/PROPN/obj/2"),
            "ARD BEL 193");
  EXPECT_EQ(coded("Ardor/PROPN/nsubj/2 sealed/VERB/root/0 Belmor/PROPN/obj/2"), "ARD BEL 192");
}

TEST(CoderActors, AgentsGiveTheirRolesOnceEach) {
  const std::string tail = " blamed/VERB/root/0 Belmor/PROPN/obj/";
  EXPECT_EQ(coded("Ardor/PROPN/nmod:poss/3 's/PART/case/1 clerics/NOUN/nsubj/4" + tail + "4"),
            "ARDREL BEL 121");
  EXPECT_EQ(coded("Crown/PROPN/compound/3 Council/PROPN/compound/3 officials/NOUN/nsubj/4" + tail + "4"),
            "ARDGOV BEL 121");
  EXPECT_EQ(coded("Relief/NOUN/compound/3 body/NOUN/compound/3 Ardor/PROPN/nsubj/4" + tail + "4"),
            "NGOARD BEL 121");
  EXPECT_EQ(coded("Clerics/NOUN/nsubj/2 blamed/VERB/root/0 Belmor/PROPN/obj/2"), "---REL BEL 121");
  EXPECT_EQ(coded("Former/ADJ/amod/3 Ardorian/ADJ/amod/3 soldiers/NOUN/nsubj/4" + tail + "4"),
            "ARDELI BEL 121");
}

TEST(CoderActors, AgentsTakeTheActorThatAPrepositionAdds) {
  EXPECT_EQ(coded("Soldiers/NOUN/nsubj/4 from/ADP/case/3 Ardor/PROPN/nmod/1 blamed/VERB/root/0 "
                  "Belmor/PROPN/obj/4"),
            "ARDMIL BEL 121");
  EXPECT_EQ(
      coded("Lawmakers/NOUN/nsubj/6 and/CCONJ/cc/3 officials/NOUN/conj/1 in/ADP/case/5 Ardor/PROPN/nmod/1 "
            "blamed/VERB/root/0 Belmor/PROPN/obj/6"),
      "ARDLEG BEL 121; ARDGOV BEL 121");
  EXPECT_EQ(coded("Ardorian/ADJ/amod/2 media/NOUN/nsubj/5 and/CCONJ/cc/4 government/NOUN/conj/2 "
                  "blamed/VERB/root/0 Belmor/PROPN/obj/5"),
            "ARDMED BEL 121; ARDGOV BEL 121");
}

TEST(CoderActors, NamesWhoseWordsAreNotJoinedMayHoldOthers) {
  EXPECT_EQ(coded("River/PROPN/compound/3 Border/PROPN/compound/3 Guard/PROPN/nsubj/4 blamed/VERB/root/0 "
                  "Ardor/PROPN/obj/4"),
            "BELMIL ARD 121");
  EXPECT_EQ(coded("Hills/PROPN/nsubj/2 blamed/VERB/root/0 Ardor/PROPN/obj/2"), "")
      << "the name is \"the Hills\"";
}

TEST(CoderActors, CodesHoldOnTheirDays) {
  using std::chrono::year_month_day;
  const std::string sentence = "Mara/PROPN/nsubj/3 Venn/PROPN/flat/1 blamed/VERB/root/0 Belmor/PROPN/obj/3";
  const auto day = [](int year) {
    return year_month_day{std::chrono::year(year), std::chrono::May, std::chrono::day(4)};
  };
  EXPECT_EQ(coded(sentence, {}, day(2010)), "CADGOV BEL 121");
  EXPECT_EQ(coded(sentence, {}, day(2011)), "CAD BEL 121");
}

TEST(CoderActors, WhoIsNotKnownIsCodedByNameWhenAsked) {
  const std::string sentence = "Vera/PROPN/nsubj/3 Holm/PROPN/flat/1 blamed/VERB/root/0 Belmor/PROPN/obj/3";
  EXPECT_EQ(coded(sentence, {.new_actor_words = 2}), "\"VERA HOLM\" BEL 121");
  EXPECT_EQ(coded(sentence, {.new_actor_words = 1}), "");
}

TEST(CoderDiscards, ASentenceOrTheWholeReportIsLeftOut) {
  const std::string good = "Ardor/PROPN/nsubj/2 praised/VERB/root/0 Belmor/PROPN/obj/2";
  const std::string club = good + " at/ADP/case/6 chess/NOUN/compound/6 club/NOUN/obl/2";
  const std::string storm = "A/DET/det/2 typhoon/NOUN/nsubj/3 came/VERB/root/0";
  EXPECT_EQ(told(coder_of().code(page({club, good}))), "ARD BEL 051");
  EXPECT_EQ(told(coder_of().code(page({good, storm}))), "");
  EXPECT_TRUE(coder_of().code(page({good, storm})).discards.front().report);
}

TEST(Coder, ReadsTreesThatAreNone) {
  EXPECT_EQ(coded("Ardor/PROPN/conj/3 praised/VERB/conj/1 Belmor/PROPN/conj/2"), "");
  EXPECT_EQ(told(coder_of().code(Reading{})), "");
}

}  // namespace
}  // namespace onrecord
