#include "eval/results.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "eval/engine.h"
#include "eval/measure.h"
#include "eval/options.h"
#include "eval/speed.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

const RunStamp kStamp = {"2031-05-02", "abc123def", "A CPU, 2 threads", "tiny 1"};

TEST(Results, ComeBackFromJsonAsTheyWere) {
  const Figures figures = {{"ud.x.las", 88.125}, {"speed.1.words", 20000}};

  const auto back = figures_of_json(to_json(kStamp, figures), "x");

  ASSERT_TRUE(back);
  ASSERT_EQ(back->size(), 2U);
  EXPECT_EQ((*back)[0].name, "ud.x.las");
  EXPECT_DOUBLE_EQ((*back)[0].value, 88.125);
  EXPECT_FALSE(figures_of_json("{}", "x"));
}

TEST(Results, AreRecordedInAFileAndALine) {
  const std::string folder = testing::TempDir() + "/onrecord_results";
  std::filesystem::remove_all(folder);

  const auto file = record(folder, kStamp, {{"ud.ewt.las", 88.1}, {"speed.1.words", 20000}});
  const auto again = record(folder, kStamp, {{"ud.ewt.las", 88.2}});

  ASSERT_TRUE(file && again);
  EXPECT_TRUE(file->ends_with("/eval/results/2031-05-02-abc123def.json"));
  std::ifstream stream(folder + "/eval/results/README.md");
  const std::string table{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_NE(table.find("| 2031-05-02 | abc123def | A CPU, 2 threads | tiny 1 | | | 88.1 |"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("88.2"), std::string::npos);
  EXPECT_EQ(table.find("# Results"), 0U);
  EXPECT_EQ(table.rfind("# Results"), 0U) << "the head stands once";
  std::filesystem::remove_all(folder);
}

TEST(Floors, HoldOrAreNamed) {
  const auto floors = parse_floors("# a comment\nud.x.las\t85.5\nseed.right\t12  # of 14\n\n", "x");
  ASSERT_TRUE(floors);
  ASSERT_EQ(floors->size(), 2U);
  std::ostringstream out;

  EXPECT_TRUE(hold_against(*floors, {{"ud.x.las", 85.5}, {"seed.right", 13}}, out));
  EXPECT_FALSE(hold_against(*floors, {{"ud.x.las", 85.4}, {"seed.right", 13}}, out));
  EXPECT_NE(out.str().find("BELOW"), std::string::npos);
  EXPECT_FALSE(hold_against(*floors, {{"ud.x.las", 99}}, out)) << "what was not measured does not hold";
}

TEST(Floors, OfAnErrorAreCeilings) {
  const auto floors = parse_floors("facts.mae\t<=0.95\n", "x");
  ASSERT_TRUE(floors);
  std::ostringstream out;
  EXPECT_TRUE(hold_against(*floors, {{"facts.mae", 0.95}}, out));
  EXPECT_FALSE(hold_against(*floors, {{"facts.mae", 0.96}}, out));
  EXPECT_NE(out.str().find("ABOVE"), std::string::npos);
  EXPECT_FALSE(parse_floors("facts.mae\t<=\n", "x"));
}

TEST(Floors, TheFileInTheTreeIsRead) {
  EXPECT_TRUE(read_floors(parse_options({})->source));
  EXPECT_FALSE(parse_floors("ud.x.las\thigh\n", "x"));
  EXPECT_FALSE(parse_floors("ud.x.las\n", "x"));
}

TEST(Options, AreReadInAnyOrder) {
  const auto options = parse_options({"--data", "/d", "ud", "x.conllu", "--gold-tokens", "--threads", "1"});

  ASSERT_TRUE(options);
  EXPECT_EQ(options->what, "ud");
  EXPECT_EQ(options->files, (std::vector<std::string>{"x.conllu"}));
  EXPECT_EQ(options->data, "/d");
  EXPECT_TRUE(options->gold_tokens);
  EXPECT_EQ(options->threads, 1U);
}

TEST(Options, RefuseWhatIsNotOne) {
  EXPECT_EQ(parse_options({"ud", "--wrong"}).error().code, ErrorCode::bad_option);
  EXPECT_FALSE(parse_options({"ud", "--data"}));
  EXPECT_FALSE(parse_options({"speed", "--runs", "0"}));
  EXPECT_FALSE(parse_options({"speed", "--runs", "many"}));
}

TEST(Measure, WithoutDataSaysSoAndGivesNoFigures) {
  // Our own gold lies in the source tree, so that one is not there either.
  const auto options =
      parse_options({"all", "--data", "/nowhere", "--seed", "/nowhere", "--source", "/nowhere"});
  ASSERT_TRUE(options);
  std::ostringstream out;
  std::ostringstream err;

  const auto figures = measure_accuracy(Engine{}, *options, {out, err});
  const auto speed = measure_speed(Engine{}, *options, {out, err});

  ASSERT_TRUE(figures && speed);
  EXPECT_TRUE(figures->empty());
  EXPECT_TRUE(speed->empty());
  for (const char* what : {"skipped ewt-dev.conllu", "skipped worldwide-dev.tsv", "skipped seed",
                           "skipped dev", "skipped gold own", "skipped gold wikinews"}) {
    EXPECT_NE(out.str().find(what), std::string::npos) << what;
  }
  EXPECT_NE(err.str().find("/nowhere"), std::string::npos);
}

TEST(Speed, CountsStretchesBetweenWhiteSpace) {
  EXPECT_EQ(count_spaced_words(" one  two\nthree\t"), 3U);
  EXPECT_EQ(count_spaced_words(""), 0U);
  EXPECT_GT(peak_memory(), 1.0);
}

TEST(Speed, TimesTheGivenNumberOfRunsAndOneMore) {
  std::atomic<int> reports = 0;
  Engine engine;
  engine.report = [&](std::string name, std::string bytes) {
    ++reports;
    return plain_report(std::move(name), std::move(bytes));
  };
  engine.read = [](Report report) -> Result<Reading> {
    return Reading{std::move(report), spaced_words("x", {"a", "b"}, {0}).document, {}, {}};
  };

  const SpeedRow row = time_reading(engine, {{"1", "a b"}, {"2", "c d e"}}, 2, 3);

  EXPECT_EQ(reports, 8);
  EXPECT_EQ(row.words, 4U);
  EXPECT_EQ(row.spaced_words, 5U);
  EXPECT_GE(row.slowest, row.fastest);
}

TEST(ForEachIndex, CallsEveryIndexOnce) {
  std::vector<std::atomic<int>> calls(100);
  for_each_index(100, 4, [&](std::size_t i) { ++calls[i]; });
  for (const auto& count : calls) EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace onrecord::eval
