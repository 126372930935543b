// eval/names.h — names: F1 of exact spans with their kind.

#ifndef ONRECORD_EVAL_NAMES_H_
#define ONRECORD_EVAL_NAMES_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/engine.h"
#include "eval/spans.h"

namespace onrecord::eval {

// Words with BIO labels, as the name corpora give them.
struct NamedDocument {
  std::string id;
  std::vector<std::string> words, labels;
  std::vector<std::size_t> sentences;  // Words that begin one.
};

// Tab-separated lines, an empty line after each sentence, "# doc" or "# newdoc" before each document. A first
// column of numbers (as in UNER) is passed over.
Result<std::vector<NamedDocument>> parse_names(std::string_view text, const std::string& name);
Result<std::vector<NamedDocument>> read_names(const std::string& path);

// What a kind of the reader's is called in the gold; empty: not counted.
using KindMap = std::function<std::string(const std::string&)>;

// Location, Facility → LOC; Organization → ORG; Person → PER; others are not annotated there.
std::string uner_kind(const std::string& kind);

struct NamesOptions {
  bool sentence_blocks = false;  // Each sentence its own block, instead of a document in one.
  KindMap kind;                  // None: as they are.
  unsigned threads = 2;
};

// Gold words are given to the engine; sentences are its own business.
SpanScore score_names(const Engine& engine, const std::vector<NamedDocument>& documents,
                      const NamesOptions& options);

// The same for labels that another program gave to the same words.
Result<SpanScore> compare_names(const std::vector<NamedDocument>& gold,
                                const std::vector<NamedDocument>& system);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_NAMES_H_
