// stance/shape.h — the content's main clause, and the shape in which it follows its cue.

#ifndef ONRECORD_STANCE_SHAPE_H_
#define ONRECORD_STANCE_SHAPE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/statement.h"
#include "stance/words.h"

namespace onrecord::stance {

enum class Shape : std::uint8_t {
  none,         // No content word.
  clause,       // A finite clause, or a quotation of one.
  question,     // "whether …", "who …"
  infinitive,   // "to hold talks"
  told,         // "Ruiz to resign": an infinitive with somebody else's doing.
  gerund,       // "taking bribes"
  description,  // "the plan a disaster": what is said of an object.
  noun          // "the plan"
};

struct Content {
  std::optional<Word> head;  // Of the main clause: the first of the content's sentences that has one.
  Shape shape = Shape::none;
  std::optional<Word> mark;  // "to", "whether": the word that gives the shape.
  // In another part of the content, the word that makes the head hang on it: "[Had they waited], he said, …"
  std::optional<Word> condition;
  std::optional<Word> last;  // The last word of the head's sentence within the content.
  bool quoted = false;       // The words are the speaker's own.
};

// `cue` is the cue's own word, if it has one.
Content read_content(const Tree& tree, const Statement& statement, std::optional<Word> cue);

bool is_verbal(const Tree& tree, Word word);                              // A verb or an auxiliary.
bool has_feature(const Tree& tree, Word word, std::string_view feature);  // "Tense=Past"
// The word that makes `clause` a condition: "if", the inverted "had".
std::optional<Word> condition_mark(const Tree& tree, Word clause);
// The child "to" of an infinitive.
std::optional<Word> to_of(const Tree& tree, Word word);
// The child that carries tense and person: an auxiliary, a copula, or the word itself.
std::optional<Word> finite_of(const Tree& tree, Word word);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_SHAPE_H_
