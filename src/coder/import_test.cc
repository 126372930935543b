// Dictionaries in PETRARCH's format, made up, and the tables made of them.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "coder/petrarch_verbs.h"
#include "onrecord/coder.h"

namespace onrecord {
namespace {

ImportedLexicon verbs(std::string_view text) { return import_codes(text, "v.txt", CodeDictionary::verbs); }

bool has(const ImportedLexicon& imported, std::string_view line) {
  return imported.table.find("\n" + std::string(line) + "\n") != std::string::npos;
}

TEST(ImportCodes, RegularVerbsHaveTheFormsThatEnglishSpells) {
  EXPECT_EQ(coder::regular_forms("halt"), "halt|halts|halted|halting");
  EXPECT_EQ(coder::regular_forms("raze"), "raze|razes|razed|razing");
  EXPECT_EQ(coder::regular_forms("deny"), "deny|denies|denied|denying");
  EXPECT_EQ(coder::regular_forms("obey"), "obey|obeys|obeyed|obeying");
  EXPECT_EQ(coder::regular_forms("clash"), "clash|clashes|clashed|clashing");
}

TEST(ImportCodes, AVerbHasItsOwnCodeOrThatOfItsHead) {
  const auto imported = verbs("--- HALT [191] ---\nHALT  # x\nSLOW_ [014]\nBREAK {BROKE BROKEN}\n");
  EXPECT_TRUE(imported.faults.empty());
  EXPECT_TRUE(has(imported, "verb\thalt\thalt|halts|halted|halting\t191\t\t"));
  EXPECT_TRUE(has(imported, "verb\thalt\tslow|slows|slowed|slowing\t014\t\t"));
  EXPECT_TRUE(has(imported, "verb\thalt\tbreak|broke|broken\t191\t\t"));
}

TEST(ImportCodes, OfSeveralWordsTheMarkedOneIsTheVerb) {
  const auto imported =
      verbs("--- SEAL [192] ---\n+SEAL_OFF {+SEALED_OFF}\nPHONE_+TAP {PHONE_+TAPPED} [171]\nLASH OUT\n");
  EXPECT_TRUE(imported.faults.empty());
  EXPECT_TRUE(has(imported, "verb\tseal\t+seal off|+sealed off\t192\t\t"));
  EXPECT_TRUE(has(imported, "verb\tseal\tphone +tap|phone +tapped\t171\t\t"));
  EXPECT_TRUE(has(imported, "verb\tseal\tlash out|lashes out|lashed out|lashing out\t192\t\t"));
}

TEST(ImportCodes, PatternsAndSetsAreTakenAsWritten) {
  const auto imported = verbs(
      "&COINS_  # money\n+CROWNS\n+GOLD PIECES\n--- GIVE [070] ---\nGIVE {GIVES GAVE}\n"
      "- + WAS_ * &COINS $ [071:072]  # x\n- NOT_*  [---]\n- * X [###]\n");
  for (const Error& fault : imported.faults) ADD_FAILURE() << fault.message;
  EXPECT_TRUE(has(imported, "set\t&coins\tcrowns|gold pieces\t\t\t"));
  EXPECT_TRUE(has(imported, "pattern\tgive\t+ was_ * &coins $\t071:072\t\t"));
  EXPECT_TRUE(has(imported, "pattern\tgive\tnot_*\t---\t\t"));
  EXPECT_TRUE(has(imported, "pattern\tgive\t* x\t###\t\t")) << "no comment begins in brackets";
}

TEST(ImportCodes, LinesOutOfFormAreToldWithTheirMend) {
  const struct {
    const char* text;
    const char* place;
    const char* words;
  } cases[] = {
      {"--- HALT [191] ---\nHALT\n- TRADE [192]\n", "line 3", "where its verb stands"},
      {"--- HALT [191] ---\nHALT\n- * A * [192]\n", "line 3", "where its verb stands"},
      {"--- HALT [191] ---\nHALT\n- * &NOBODY [192]\n", "line 3", "nobody"},
      {"--- HALT [191] ---\nHALT\n- * TRADE\n", "line 3", "has no code"},
      {"--- HALT [191] ---\n- * TRADE [192]\n", "line 2", "of no verb"},
      {"--- HALT ---\nHALT\n", "line 1", "has no code"},
      {"--- BREAK [191] ---\nBREAK {BROKE\n", "line 2", "closing brace"},
      {"&A\n+X\n&A\n", "line 3", "stands twice"},
      {"--- HALT [1 9] ---\nHALT\n", "line 2", "no verb with a code"},
      {"HAL\xFFT\n", "line 1", "UTF-8"},
  };
  for (const auto& one : cases) {
    const auto imported = verbs(one.text);
    ASSERT_FALSE(imported.faults.empty()) << one.text;
    EXPECT_EQ(imported.faults.front().place, one.place) << one.text;
    EXPECT_EQ(imported.faults.front().file, "v.txt");
    EXPECT_NE(imported.faults.front().message.find(one.words), std::string::npos)
        << imported.faults.front().message;
    EXPECT_FALSE(imported.faults.front().mend.empty());
  }
}

TEST(ImportCodes, ActorsKeepTheirCodesAndDays) {
  const auto imported = import_codes("OLD_BELMOR_ [BEL]\n+THE_REALM\n\t[BELGOV 20100101-20101231]\n", "a.txt",
                                     CodeDictionary::actors);
  EXPECT_TRUE(imported.faults.empty());
  EXPECT_TRUE(has(imported, "actor\told_belmor\told_belmor|the_realm\tBEL\t\t"));
  EXPECT_TRUE(has(imported, "actor\told_belmor\t\tBELGOV\t2010-01-01\t2010-12-31"));
}

TEST(ImportCodes, AgentsHaveTheirPlurals) {
  const auto imported =
      import_codes("CLERIC [~REL]\nMINISTRY [~GOV]\nPRESS {} [~MED]\nGOOSE {GEESE} [~GGS]\n", "g.txt",
                   CodeDictionary::agents);
  EXPECT_TRUE(has(imported, "agent\tcleric\tcleric|clerics\t~REL\t\t"));
  EXPECT_TRUE(has(imported, "agent\tministry\tministry|ministries\t~GOV\t\t"));
  EXPECT_TRUE(has(imported, "agent\tpress\tpress\t~MED\t\t"));
  EXPECT_TRUE(has(imported, "agent\tgoose\tgoose|geese\t~GGS\t\t"));
}

TEST(ImportCodes, ADictionaryIsToldByItsLines) {
  EXPECT_EQ(sniff_codes("# x\n--- HALT [191] ---\nHALT\n"), CodeDictionary::verbs);
  EXPECT_EQ(sniff_codes("CLERIC [~REL]\n"), CodeDictionary::agents);
  EXPECT_EQ(sniff_codes("BELMOR [BEL]\n"), CodeDictionary::actors);
  EXPECT_EQ(sniff_codes("+TYPHOON\nCHESS CLUB\n"), CodeDictionary::discards);
  EXPECT_FALSE(sniff_codes("# nothing\n\n"));
}

// The first fault of a table of codes whose rows these are.
Error fault_of(const std::string& rows) {
  const auto coder = Coder::of_tables({"# source: made up\nkind\tname\twords\tcode\tfrom\tto\n" + rows});
  return coder ? Error{ErrorCode::bad_lexicon, ""} : coder.error();
}

TEST(CodingTable, RowsInFormAreTaken) {
  EXPECT_EQ(fault_of("set\t&coins\tcrowns|gold pieces\t\t\t\nverb\tgive\tgive|gave\t070\t\t\n"
                     "pattern\tgive\t* &coins\t071\t\t\nactor\tbelmor\tbelmor\tBEL\t2010-01-01\t\n"
                     "agent\tcleric\tcleric\t~REL\t\t\ndiscard\treport\ttyphoon\t\t\t\n")
                .message,
            "");
}

TEST(CodingTable, FaultsAreNamedWithTheirLine) {
  const struct {
    const char* row;
    const char* words;
  } cases[] = {
      {"verb\tgive\tgive", "3 columns"},
      {"verbs\tgive\tgive\t070\t\t", "no kind of line"},
      {"verb\t\tgive\t070\t\t", "no name"},
      {"verb\tgive\tgive\t0 7\t\t", "no code"},
      {"verb\tgive\tgive|\t070\t\t", "no word"},
      {"pattern\tgive\t* x\t070\t\t", "no verb here"},
      {"agent\tcleric\tcleric\tREL\t\t", "no code"},
      {"actor\tbelmor\tbelmor\tBEL\t2010-02-30\t", "no days"},
      {"actor\tbelmor\tbelmor\tBEL\t2011-01-01\t2010-01-01", "no days"},
      {"actor\tbelmor\tbelmor|belmor\tBEL\t\t", "stands twice"},
      {"actor\tbelmor\t\tBEL\t\t", "nobody"},
      {"discard\tpage\ttyphoon\t\t\t", "left out"},
      {"set\t&empty\t\t\t\t", "is empty"},
      {"verb\tgive\tgive\t070\t\t\npattern\tgive\t* &coins\t071\t\t", "nobody defines"},
      {"verb\tgive\tgive\t070\t\t\npattern\tgive\tcoins\t071\t\t", "its verb stands"},
      {"verb\tgive\tgive\t070\t\t\npattern\tgive\t*\t071\t\t", "nothing but"},
  };
  for (const auto& one : cases) {
    const Error fault = fault_of(std::string(one.row) + "\n");
    EXPECT_NE(fault.message.find(one.words), std::string::npos) << one.row << ": " << fault.message;
    EXPECT_TRUE(fault.place.starts_with("line ")) << one.row;
    EXPECT_FALSE(fault.mend.empty()) << one.row;
  }
}

TEST(CodingTable, SetsThatHoldThemselvesEndTheirReading) {
  EXPECT_NE(fault_of("set\ta\t&b\t\t\t\nset\tb\t&a\t\t\t\n").message.find("is empty"), std::string::npos);
}

TEST(CodingTable, IsToldByItsColumns) {
  EXPECT_TRUE(is_coding_table("# source: x\nkind\tname\twords\tcode\tfrom\tto\n"));
  EXPECT_FALSE(is_coding_table("words\tsectors\tsort\toffice\n"));
  EXPECT_FALSE(is_coding_table(""));
}

}  // namespace
}  // namespace onrecord
