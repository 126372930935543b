// eval/measure.h — each kind of measuring, from the files to its figures; tables and talk go to the streams
// given.

#ifndef ONRECORD_EVAL_MEASURE_H_
#define ONRECORD_EVAL_MEASURE_H_

#include <iosfwd>

#include "eval/count.h"
#include "eval/engine.h"
#include "eval/options.h"
#include "onrecord/error.h"

namespace onrecord::eval {

// Where the data is not there, the functions say so and give no figures.
struct Talk {
  std::ostream& out;
  std::ostream& err;
};

// Where there is no such file: says so and gives true.
bool skip(const std::string& path, Talk talk);

Result<Figures> measure_ud(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_names(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_roles(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_polnear(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_seed(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_gold(const Engine& engine, const Options& options, Talk talk);
// Fits data/lexicon/en/stance_scores.tsv on the own gold; writes it with --record.
Result<Figures> measure_calibration(const Engine& engine, const Options& options, Talk talk);
// No measure: prints what pronouns may stand for, for train/pronouns.py.
Result<Figures> write_clues(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_coref(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_places(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_metonymy(const Engine& engine, const Options& options, Talk talk);
// Events annotated by hand, beside the statements of the same texts.
Result<Figures> measure_events(const Engine& engine, const Options& options, Talk talk);
// Sentences of our own with numbers of people (eval/sets/counts).
Result<Figures> measure_counts(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_plover(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_wikievents(const Engine& engine, const Options& options, Talk talk);
Result<Figures> measure_speed(const Engine& engine, const Options& options, Talk talk);

// All that need no more than what was read.
Result<Figures> measure_accuracy(const Engine& engine, const Options& options, Talk talk);

// Another program's output against the gold: no engine.
Result<Figures> measure_conllu(const Options& options, Talk talk);
Result<Figures> measure_named(const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_MEASURE_H_
