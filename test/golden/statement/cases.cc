#include "cases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

namespace onrecord::golden {
namespace {

constexpr std::array<std::pair<std::string_view, BlockKind>, 8> kKinds = {
    {{"headline", BlockKind::headline},
     {"subheadline", BlockKind::subheadline},
     {"caption", BlockKind::caption},
     {"promo", BlockKind::promo},
     {"dateline", BlockKind::dateline},
     {"byline", BlockKind::byline},
     {"list", BlockKind::list_item},
     {"correction", BlockKind::correction}}};

constexpr std::array<std::string_view, 16> kMarks = {"“", "”",  "„", "‘",  "’",  "«", "»", "‹",
                                                     "›", "\"", "'", "``", "''", "`", "‚", "‟"};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(by, begin);
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    if (end == std::string_view::npos) return parts;
    begin = end + by.size();
  }
}

std::pair<BlockKind, std::string> block_of(std::string line) {
  for (const auto& [name, kind] : kKinds) {
    const std::string prefix = "[" + std::string(name) + "] ";
    if (line.starts_with(prefix)) return {kind, line.substr(prefix.size())};
  }
  return {BlockKind::paragraph, line};
}

// The columns after the fourth, in the order of line_of().
constexpr std::array<std::string_view, 7> kFurther = {"for",      "addressee", "channel", "where",
                                                      "language", "when",      "inside"};

// `columns` are the names of the table at hand.
void take_row(const std::string& line, std::vector<std::string>& columns, Case& a_case) {
  auto cells = split(line.substr(1, line.rfind('|') - 1), "|");
  if (cells[0].starts_with("---")) return;
  if (cells[0] == "form") {
    columns = cells;
    for (std::size_t i = 4; i < cells.size(); ++i) {
      if (std::find(kFurther.begin(), kFurther.end(), cells[i]) == kFurther.end())
        a_case.expected.push_back("no such column: " + cells[i]);
    }
    return;
  }
  std::string row;
  for (std::size_t i = 0; i < 4 && i < cells.size(); ++i) row += (i > 0 ? " | " : "") + cells[i];
  for (const auto name : kFurther) {
    const auto at =
        static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    if (at < cells.size() && cells[at] != "-") row += " | " + std::string(name) + ": " + cells[at];
  }
  a_case.expected.push_back(row);
}

void read_file(const std::filesystem::path& path, std::vector<Case>& cases) {
  std::ifstream file(path);
  bool open = false;
  std::vector<std::string> columns;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      cases.push_back({path.filename().string(), line.substr(3), {}, {}, {}});
      open = true;
    } else if (!open) {
      continue;
    } else if (line.starts_with("> ")) {
      cases.back().blocks.push_back(block_of(line.substr(2)));
    } else if (line.starts_with("- ")) {
      cases.back().facts.push_back(line.substr(2));
    } else if (line.starts_with("|")) {
      take_row(line, columns, cases.back());
    }
  }
}

std::string_view mark_at(std::string_view text) {
  for (const auto mark : kMarks) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// The size of the word at the head of `text`. An apostrophe or hyphen between letters is part of it; so is
// the full stop of an initial or of "Mr.".
std::size_t word_size(std::string_view text) {
  if (const auto mark = mark_at(text); !mark.empty()) return mark.size();
  for (const std::string_view dash : {"—", "–", "…"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  if (!is_word_byte(text[0])) return 1;
  std::size_t size = 0;
  while (size < text.size()) {
    const auto rest = text.substr(size);
    if (rest.starts_with("—") || rest.starts_with("–") || rest.starts_with("…")) break;
    if (const auto mark = mark_at(rest); !mark.empty()) {
      const bool single = mark == "'" || mark == "’";
      if (!single || rest.size() <= mark.size() || !is_word_byte(rest[mark.size()])) break;
      if (!mark_at(rest.substr(mark.size())).empty() || rest.substr(mark.size()).starts_with("—")) break;
      size += mark.size();
    } else if (is_word_byte(rest[0])) {
      ++size;
    } else if ((rest[0] == '-' || rest[0] == '.' || rest[0] == ',') && rest.size() > 1 &&
               is_word_byte(rest[1]) && mark_at(rest.substr(1)).empty() && !rest.substr(1).starts_with("—")) {
      ++size;
    } else {
      break;
    }
  }
  const auto word = text.substr(0, size);
  const bool abbreviation = word == "Mr" || word == "Mrs" || word == "Dr" || word == "Gov" || word == "St" ||
                            (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word != "I");
  return abbreviation && text.substr(size).starts_with(".") ? size + 1 : size;
}

bool is_pronoun(std::string_view word) {
  constexpr std::array<std::string_view, 30> kPronouns = {
      "he",      "she", "they", "it",  "we",   "I",   "you",  "who",  "that", "this",
      "He",      "She", "They", "It",  "We",   "You", "That", "This", "what", "which",
      "nothing", "him", "her",  "his", "them", "me",  "us",   "His",  "Her",  "their"};
  return std::find(kPronouns.begin(), kPronouns.end(), word) != kPronouns.end();
}

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" || word == "An";
}

bool is_preposition(std::string_view word) {
  constexpr std::array<std::string_view, 20> kPrepositions = {
      "in",     "on",  "at",   "to",   "of", "for", "with", "by",      "from",    "before",
      "during", "via", "over", "near", "In", "On",  "At",   "outside", "through", "about"};
  return std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
}

bool is_punctuation(std::string_view word) {
  return !mark_at(word).empty() || word == "—" || word == "–" || word == "…" || !is_word_byte(word[0]);
}

// Forms whose ending is no rule's.
const std::map<std::string_view, std::string_view>& odd_forms() {
  static const std::map<std::string_view, std::string_view> forms = {
      {"said", "say"},          {"told", "tell"},   {"wrote", "write"},   {"thought", "think"},
      {"denied", "deny"},       {"denies", "deny"}, {"replied", "reply"}, {"cried", "cry"},
      {"testified", "testify"}, {"dubbed", "dub"},  {"written", "write"}, {"referred", "refer"},
      {"quipped", "quip"},      {"called", "call"}, {"termed", "term"}};
  return forms;
}

std::string lemma_of(std::string_view word, bool is_verb) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (!is_verb) return lower;
  if (const auto odd = odd_forms().find(lower); odd != odd_forms().end()) return std::string(odd->second);
  const bool keeps_e = [&] {
    constexpr std::array<std::string_view, 16> kStems = {
        "describ", "declar",     "argu",    "conced", "observ", "not",   "urg",  "continu",
        "stat",    "acknowledg", "announc", "recit",  "pledg",  "accus", "quot", "emphasis"};
    return std::any_of(kStems.begin(), kStems.end(), [&](std::string_view stem) {
      return lower == std::string(stem) + "ed" || lower == std::string(stem) + "ing";
    });
  }();
  for (const std::string_view ending : {"ing", "ed", "s"}) {
    if (!lower.ends_with(ending) || lower.size() < ending.size() + 3) continue;
    return lower.substr(0, lower.size() - ending.size()) + (keeps_e && ending != "s" ? "e" : "");
  }
  return lower;
}

// Takes names of labels, gives ids.
class Labels {
 public:
  std::uint16_t operator()(std::vector<std::string>& names, const std::string& name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto id = static_cast<std::uint16_t>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    return id;
  }
};

// Builds the tags of one case, fact by fact.
class Builder {
 public:
  Builder(const Document& document, std::vector<std::string>& faults) : document_(document), faults_(faults) {
    tags_.words.resize(document.tokens().size());
    relation_.assign(tags_.words.size(), "");
    verb_.assign(tags_.words.size(), false);
    by_default_.assign(tags_.words.size(), false);
    upos_.assign(tags_.words.size(), "");
    tags_.labels = labels_;
  }

  void take(const std::string& fact) {
    if (fact.starts_with("tagged: ")) return take_attribution(fact.substr(8));
    const auto open = fact.find('(');
    const auto comma = fact.find(", ", open);
    if (open == std::string::npos || !fact.ends_with(")")) return fault(fact);
    if (fact.starts_with("verb(")) {
      if (const auto words = find(fact.substr(5, fact.size() - 6))) verb_[words->first] = true;
      return;
    }
    if (fact.starts_with("adj(") || fact.starts_with("noun(")) {
      const auto words = find(fact.substr(open + 1, fact.size() - open - 2));
      if (words) upos_[words->first] = fact.starts_with("adj(") ? "ADJ" : "NOUN";
      return;
    }
    if (comma == std::string::npos) return fault(fact);
    if (fact.starts_with("name(")) {
      return take_name(fact.substr(5, comma - 5), fact.substr(comma + 2, fact.size() - comma - 3));
    }
    take_arc(fact.substr(0, open), fact.substr(open + 1, comma - open - 1),
             fact.substr(comma + 2, fact.size() - comma - 3));
  }

  Tags finish() {
    cut_sentences();
    hang_the_rest();
    const auto& labels = labels_;
    const Labels id;
    for (std::uint32_t i = 0; i < tags_.words.size(); ++i) {
      WordTags& word = tags_.words[i];
      const auto text = document_.word(i);
      std::string pos = "NOUN";
      if (is_punctuation(text))
        pos = "PUNCT";
      else if (!upos_[i].empty())
        pos = upos_[i];
      else if (verb_[i])
        pos = "VERB";
      else if (is_pronoun(text))
        pos = "PRON";
      else if (is_article(text))
        pos = "DET";
      else if (is_preposition(text))
        pos = "ADP";
      else if (text[0] >= 'A' && text[0] <= 'Z')
        pos = "PROPN";
      word.upos = id(labels->upos, pos);
      word.deprel = id(labels->deprel, relation_[i]);
      word.lemma = lemma_of(text, verb_[i]);
    }
    std::sort(tags_.attributions.begin(), tags_.attributions.end(),
              [](const Attribution& a, const Attribution& b) {
                return a.contents.front().first < b.contents.front().first;
              });
    std::sort(tags_.names.begin(), tags_.names.end(),
              [](const Name& a, const Name& b) { return a.words.first < b.words.first; });
    return std::move(tags_);
  }

 private:
  void fault(const std::string& what) { faults_.push_back("no such words or fact: " + what); }

  // The words of `phrase`: "said/2" is the second "said" of the report.
  std::optional<TokenRange> find(std::string phrase) {
    std::size_t nth = 1;
    if (const auto slash = phrase.rfind('/'); slash != std::string::npos && slash + 2 == phrase.size()) {
      nth = static_cast<std::size_t>(phrase.back() - '0');
      phrase.resize(slash);
    }
    for (auto at = phrase.find(" ¶ "); at != std::string::npos; at = phrase.find(" ¶ ")) {
      phrase.replace(at, std::string_view(" ¶ ").size(), "\n\n");
    }
    phrase.erase(std::remove(phrase.begin(), phrase.end(), '*'), phrase.end());
    for (std::uint32_t first = 0; first < document_.tokens().size(); ++first) {
      const std::uint32_t begin = document_.tokens()[first].span.begin;
      if (!document_.text().substr(begin).starts_with(phrase)) continue;
      std::uint32_t end = first;
      while (end < document_.tokens().size() && document_.tokens()[end].span.end <= begin + phrase.size())
        ++end;
      if (end > first && document_.tokens()[end - 1].span.end == begin + phrase.size() && --nth == 0) {
        return TokenRange{first, end};
      }
    }
    fault(phrase);
    return std::nullopt;
  }

  void take_arc(const std::string& relation, const std::string& head, const std::string& phrase) {
    const auto above = find(head);
    const auto below = find(phrase);
    if (!above || !below) return;
    std::uint32_t top = below->end - 1;
    if (const auto star = phrase.find('*'); star != std::string::npos) {
      const std::uint32_t at = document_.tokens()[below->first].span.begin + static_cast<std::uint32_t>(star);
      top = below->first;
      while (document_.tokens()[top].span.begin < at) ++top;
    }
    if (relation.starts_with("nsubj") || relation == "ccomp") verb_[above->first] = true;
    if (relation == "parataxis" || relation == "advcl" || relation == "conj") verb_[top] = true;
    for (std::uint32_t word = below->first; word < below->end; ++word) {
      if (word == top || (!relation_[word].empty() && !by_default_[word])) continue;
      hang(word, top, default_relation(word));
      by_default_[word] = true;
    }
    hang(top, above->first, relation);
    by_default_[top] = false;
  }

  std::string default_relation(std::uint32_t word) const {
    const auto text = document_.word(word);
    if (is_punctuation(text)) return "punct";
    if (text == "that" || text == "That") return "mark";
    if (text == "and" || text == "But" || text == "but" || text == "And") return "cc";
    if (text == "has" || text == "had" || text == "was" || text == "will" || text == "did" || text == "have")
      return "aux";
    if (text == "not" || text == "also" || text == "never" || text == "repeatedly") return "advmod";
    if (text == "his" || text == "her" || text == "His" || text == "Her") return "nmod:poss";
    if (is_preposition(text)) return "case";
    return is_article(text) ? "det" : "dep";
  }

  void hang(std::uint32_t word, std::uint32_t head, const std::string& relation) {
    tags_.words[word].head = head;
    relation_[word] = relation;
  }

  void take_name(const std::string& kind, const std::string& phrase) {
    const Labels id;
    if (const auto words = find(phrase)) tags_.names.push_back({*words, id(labels_->name, kind), 0.9F});
  }

  void take_attribution(const std::string& fact) {
    const auto cells = split(fact, "|");
    if (cells.size() < 3) return fault(fact);
    Attribution attribution;
    attribution.score = 0.9F;
    if (cells[0] != "-") attribution.source = find(cells[0]);
    if (cells[1] != "-") {
      if (const auto cue = find(cells[1])) attribution.cue = *cue;
    }
    for (const std::string& part : split(cells[2], " + ")) {
      if (const auto words = find(part)) attribution.contents.push_back(*words);
    }
    if (attribution.contents.empty()) return fault(fact);
    tags_.attributions.push_back(std::move(attribution));
  }

  // A sentence ends with . ? ! and the marks after it, if what follows begins with a capital or a mark.
  bool ends_sentence(std::uint32_t word, std::uint32_t end) const {
    if (word + 1 >= end) return true;
    std::uint32_t stop = word;
    while (stop > 0 && !mark_at(document_.word(stop)).empty()) --stop;
    const auto text = document_.word(stop);
    if (text != "." && text != "?" && text != "!") return false;
    const auto next = document_.word(word + 1);
    const bool opens = document_.tokens()[word].space_after && !mark_at(next).empty();
    return opens || (next[0] >= 'A' && next[0] <= 'Z');
  }

  void cut_sentences() {
    for (const Block& block : document_.blocks()) {
      std::uint32_t first = block.tokens.first;
      for (std::uint32_t word = first; word < block.tokens.end; ++word) {
        // joins_left stands for the "~" of the case.
        const bool glued = word + 1 < block.tokens.end && document_.tokens()[word + 1].joins_left;
        if (!ends_sentence(word, block.tokens.end) || glued) continue;
        tags_.sentences.push_back({first, word + 1});
        first = word + 1;
      }
    }
  }

  // Whatever no fact hangs up depends on the sentence's root: its first verb without a head, or its first
  // word.
  void hang_the_rest() {
    for (const TokenRange sentence : tags_.sentences) {
      std::uint32_t root = kRoot;
      for (std::uint32_t word = sentence.first; word < sentence.end && root == kRoot; ++word) {
        if (verb_[word] && relation_[word].empty()) root = word;
      }
      for (std::uint32_t word = sentence.first; word < sentence.end && root == kRoot; ++word) {
        if (relation_[word].empty()) root = word;
      }
      for (std::uint32_t word = sentence.first; word < sentence.end; ++word) {
        if (word == root)
          relation_[word] = "root";
        else if (relation_[word].empty())
          hang(word, root, default_relation(word));
      }
    }
  }

  const Document& document_;
  std::vector<std::string>& faults_;
  Tags tags_;
  std::shared_ptr<LabelSets> labels_ = std::make_shared<LabelSets>();
  std::vector<std::string> upos_;  // As a fact told; empty for most.
  std::vector<std::string> relation_;
  std::vector<bool> verb_;
  std::vector<bool> by_default_;  // Hung up because it stood in a phrase; a later fact may do it better.
};

}  // namespace

std::vector<Case> read_cases(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const auto& path : paths) read_file(path, cases);
  return cases;
}

Document document_of(const Case& a_case) {
  Document::Parts parts;
  for (const auto& [kind, source] : a_case.blocks) {
    Block block;
    block.kind = kind;
    if (!parts.text.empty()) parts.text += "\n\n";
    block.span.begin = static_cast<std::uint32_t>(parts.text.size());
    block.tokens.first = static_cast<std::uint32_t>(parts.tokens.size());
    bool glued = false;
    for (std::size_t at = 0; at < source.size();) {
      if (source[at] == '~') {  // No sentence ends here, whatever it looks like.
        glued = true;
        ++at;
        continue;
      }
      if (source[at] == ' ') {
        parts.text += ' ';
        if (!parts.tokens.empty()) parts.tokens.back().space_after = true;
        ++at;
        continue;
      }
      const std::size_t size = word_size(std::string_view(source).substr(at));
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += source.substr(at, size);
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, false, glued});
      glued = false;
      at += size;
    }
    if (!parts.tokens.empty()) parts.tokens.back().space_after = true;
    block.span.end = static_cast<std::uint32_t>(parts.text.size());
    block.tokens.end = static_cast<std::uint32_t>(parts.tokens.size());
    parts.blocks.push_back(block);
  }
  return Document(std::move(parts));
}

Tags tags_of(const Case& a_case, const Document& document, std::vector<std::string>& faults) {
  Builder builder(document, faults);
  for (const std::string& fact : a_case.facts) builder.take(fact);
  return builder.finish();
}

std::string line_of(const Statement& statement, const Document& document) {
  std::string line(to_string(statement.form));
  if (statement.in_heading) line += ", heading";
  line += " | " + (statement.speaker ? std::string(document.text(*statement.speaker)) : "-");
  line += " | " + (statement.cue ? std::string(document.text(*statement.cue)) : "-") + " | ";
  for (std::size_t i = 0; i < statement.contents.size(); ++i) {
    line += (i > 0 ? " + " : "") + std::string(document.text(statement.contents[i]));
  }
  const std::pair<std::string_view, const std::optional<Span>&> further[] = {
      {"for", statement.on_behalf_of}, {"addressee", statement.addressee}, {"channel", statement.channel},
      {"where", statement.where},      {"language", statement.language},   {"when", statement.when}};
  for (const auto& [name, span] : further) {
    if (span) line += " | " + std::string(name) + ": " + std::string(document.text(*span));
  }
  if (statement.inside) line += " | inside: " + std::to_string(*statement.inside + 1);
  return line;
}

}  // namespace onrecord::golden
