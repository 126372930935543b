#include "naming/find_namings.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "naming/draft.h"
#include "naming/marked.h"
#include "naming/quotes.h"
#include "naming/verbs.h"
#include "naming/words.h"
#include "onrecord/rules.h"

namespace onrecord::naming {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
constexpr std::uint32_t kLongestSentence = 600;  // Words; what is longer is a list or a table.

// Which statement has each word.
class Holders {
 public:
  Holders(const Tree& tree, std::span<const Statement> statements)
      : content_(tree.size(), kNone), cue_(tree.size(), kNone) {
    std::vector<std::pair<TokenRange, std::uint32_t>> contents;
    for (std::uint32_t s = 0; s < statements.size(); ++s) {
      for (const Span content : statements[s].contents) contents.emplace_back(tree.words(content), s);
      if (!statements[s].cue) continue;
      const TokenRange cue = tree.words(*statements[s].cue);
      for (Word word = cue.first; word < std::min(cue.end, cue.first + kLongestCue); ++word) cue_[word] = s;
    }
    // In order of their first words, the longer first: the last one still open is the innermost.
    std::sort(contents.begin(), contents.end(), [](const auto& a, const auto& b) {
      return a.first.first != b.first.first ? a.first.first < b.first.first : a.first.end > b.first.end;
    });
    std::vector<std::pair<TokenRange, std::uint32_t>> open;
    std::size_t next = 0;
    for (Word word = 0; word < tree.size(); ++word) {
      for (; next < contents.size() && contents[next].first.first <= word; ++next)
        open.push_back(contents[next]);
      while (!open.empty() && open.back().first.end <= word) open.pop_back();
      if (!open.empty()) content_[word] = open.back().second;
    }
  }

  std::optional<std::uint32_t> by_content(Word word) const { return at(content_, word); }
  std::optional<std::uint32_t> by_cue(Word word) const { return at(cue_, word); }

 private:
  static constexpr std::uint32_t kLongestCue = 16;

  static std::optional<std::uint32_t> at(const std::vector<std::uint32_t>& all, Word word) {
    if (all[word] == kNone) return std::nullopt;
    return all[word];
  }

  std::vector<std::uint32_t> content_, cue_;
};

// The namings found so far, and the words that they name by.
class Finder {
 public:
  Finder(const Tree& tree, std::span<const Statement> statements)
      : tree_(tree),
        statements_(statements),
        holders_(tree, statements),
        quotes_(tree),
        named_(tree.size()),
        in_running_text_(tree.size()) {}

  std::vector<Naming> find() {
    for (const Block& block : tree_.document().blocks()) {
      if (is_silent(block.kind)) continue;
      for (Word word = block.tokens.first; word < std::min(block.tokens.end, tree_.size()); ++word) {
        if (!is_readable(word)) continue;
        look_at(word);
        in_running_text_[word] = is_heading(block.kind) ? 0 : 1;
      }
    }
    for (const Quoted quoted : quotes_.all()) {
      if (in_running_text_[quoted.first] == 0 || is_taken(quoted) || holders_.by_content(quoted.first))
        continue;
      if (const auto draft = held_at_arms_length(tree_, quoted)) add(*draft);
    }
    std::sort(found_.begin(), found_.end(), [](const Naming& a, const Naming& b) {
      return a.name.begin != b.name.begin ? a.name.begin < b.name.begin : a.name.end < b.name.end;
    });
    return std::move(found_);
  }

 private:
  // Nobody's words: advertisements and the like.
  static bool is_silent(BlockKind kind) {
    return kind == BlockKind::promo || kind == BlockKind::byline || kind == BlockKind::dateline;
  }

  // Headings quote their sources without naming them.
  static bool is_heading(BlockKind kind) {
    return kind == BlockKind::headline || kind == BlockKind::subheadline;
  }

  bool is_readable(Word word) const {
    const TokenRange sentence = tree_.sentence(word);
    return sentence.size() <= kLongestSentence && sentence.end <= tree_.size();
  }

  void look_at(Word word) {
    if (const auto draft = held_off_by(tree_, quotes_, word)) {
      add(*draft);
    } else if (const auto aside = given_aside(tree_, quotes_, word)) {
      add(*aside);
    } else if (const auto worded = given_in_the_words_of(tree_, quotes_, word)) {
      add(*worded);
    } else if (const auto gone = given_by_the_name(tree_, quotes_, word)) {
      add(*gone);
    } else if (const auto given = given_by_verb(tree_, quotes_, word)) {
      add(*given);
    }
  }

  bool is_taken(TokenRange words) const {
    return std::any_of(named_.begin() + words.first, named_.begin() + words.end,
                       [](char named) { return named != 0; });
  }

  void add(const Draft& draft) {
    if (is_taken(draft.name.words)) return;
    std::fill(named_.begin() + draft.name.words.first, named_.begin() + draft.name.words.end, char{1});
    const auto span_of = [&](const std::optional<TokenRange>& words) {
      return words ? std::optional(tree_.document().span_of(*words)) : std::nullopt;
    };
    Naming naming;
    naming.name = tree_.document().span_of(draft.name.words);
    naming.named = span_of(draft.named);
    naming.namer = span_of(draft.namer);
    naming.cue = span_of(draft.cue);
    naming.quoted = draft.name.quoted;
    naming.statement = draft.cue ? holders_.by_cue(draft.cue->first) : std::nullopt;
    if (!naming.statement) naming.statement = holders_.by_content(draft.name.words.first);
    // What somebody says in their own words is named by them.
    if (!naming.namer && naming.statement) {
      const Statement& statement = statements_[*naming.statement];
      if (statement.form == Form::direct || statement.form == Form::continuation)
        naming.namer = statement.speaker;
    }
    naming.score = score_of(naming_rule(naming));
    found_.push_back(naming);
  }

  const Tree& tree_;
  std::span<const Statement> statements_;
  Holders holders_;
  Quotes quotes_;
  std::vector<char> named_;            // Whether a word stands in a name.
  std::vector<char> in_running_text_;  // Whether it stands in a paragraph or the like.
  std::vector<Naming> found_;
};

}  // namespace

std::vector<Naming> find_namings(const syntax::Tree& tree, std::span<const Statement> statements) {
  if (tree.size() == 0) return {};
  return Finder(tree, statements).find();
}

}  // namespace onrecord::naming
