// nn/testing/random_weights.h — weights files of random numbers, for tests and measurements.

#ifndef ONRECORD_NN_TESTING_RANDOM_WEIGHTS_H_
#define ONRECORD_NN_TESTING_RANDOM_WEIGHTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "nn/weights.h"

namespace onrecord::nn::testing {

// A whole reader that knows nothing: small enough for a test to make in a millisecond. Change what the test
// is about.
struct RandomWeights {
  Config config = {.hidden = 32,
                   .layers = 2,
                   .heads = 2,
                   .ffn = 64,
                   .merge_after = 1,
                   .max_pieces = 64,
                   .cases = 10,
                   .arc = 16,
                   .rel = 16,
                   .role = 16,
                   .link = 16,
                   .coref = 16,
                   .party = 16,
                   .head_width = 16};
  std::uint64_t seed = 1;
  // The four special pieces come before these by themselves.
  std::vector<std::string> vocabulary = {
      ".",        ",",    "'",    "\"",    "-",   "$",   "the", "minister", "said", "on",
      "monday",   "he",   "she",  "a",     "b",   "c",   "d",   "e",        "s",    "t",
      "talk",     "##s",  "##ed", "##ing", "##a", "##b", "##c", "##d",      "##e",  "cafe",
      "ministry", "will", "not",  "pay",   "5",   "##0", "##th"};
  std::map<std::string, std::vector<std::string>> labels = {
      {"upos", {"NOUN", "VERB", "PUNCT", "PROPN"}},
      {"xpos", {"NN", "VBD", ".", "NNP", "DT"}},
      {"feats", {"_", "Number=Sing"}},
      {"lemma", {"_", "lower"}},
      {"deprel", {"root", "nsubj", "punct", "dep"}},
      {"name", {"O", "B-Person", "I-Person", "E-Person", "S-Person"}},
      {"sentence", {"_", "begin"}},
      {"predicate", {"_", "01", "02"}},
      {"role", {"O", "B-ARG0", "I-ARG0", "B-ARG1", "I-ARG1"}},
      {"attribution", {"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}},
      {"entity", {"_", "person", "place"}},
      {"event", {"_", "CONSULT", "ASSAULT"}},
      {"mode", {"_", "CONSULT visit"}},
      {"status", {"_", "HAPPENED", "PLANNED"}},
      {"party", {"O", "B-agent", "I-agent", "B-recipient", "I-recipient"}}};
  std::map<std::string, std::vector<std::string>> rolesets = {{"say", {"01"}}, {"talk", {"01", "02"}}};
  std::string architecture = "onrecord-encoder-1";
  std::uint32_t form = 1;  // The version of the form.
  // Tensors of the file that are left out, and numbers added to the first extent of some.
  std::vector<std::string> without = {};
  std::map<std::string, std::int64_t> stretched = {};
};

// The bytes of the file. The same numbers always give the same bytes.
std::string make_weights(const RandomWeights& numbers);

// The numbers of the real reader: 6 layers of 384, 25,000 pieces of random spelling.
RandomWeights full_size();

// Writes the file and returns its path; false when it cannot be written.
bool write_weights(const RandomWeights& numbers, const std::string& path);

// Opens such a file, or these bytes as one, by a name of this process's own that is gone again on return.
Result<std::shared_ptr<const Weights>> open_weights(const RandomWeights& numbers);
Result<std::shared_ptr<const Weights>> open_weights(const std::string& bytes);

}  // namespace onrecord::nn::testing

#endif  // ONRECORD_NN_TESTING_RANDOM_WEIGHTS_H_
