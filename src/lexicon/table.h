// lexicon/table.h — a table of words and what is known of each.

#ifndef ONRECORD_LEXICON_TABLE_H_
#define ONRECORD_LEXICON_TABLE_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace onrecord::lexicon {

// Lines of "key<tab>value", or of a key alone; empty lines and lines that begin with '#' are passed over. A
// key that stands twice keeps its first value. Immutable: one serves any number of threads.
class Table {
 public:
  // `text` is not copied: it must outlive the table, as a string literal does.
  explicit Table(std::string_view text);

  // The value of `key`, empty where its row has none; nothing when there is no such row.
  std::optional<std::string_view> find(std::string_view key) const;

  std::size_t size() const { return size_; }

 private:
  struct Row {
    std::string_view key, value;  // An empty key marks a free place.
  };

  std::size_t place_of(std::string_view key) const;

  std::vector<Row> rows_;  // Hashed, the next free place taken; a power of two in size, at most half full.
  std::size_t size_ = 0;
};

}  // namespace onrecord::lexicon

#endif  // ONRECORD_LEXICON_TABLE_H_
