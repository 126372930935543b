#include "onrecord/coder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "actor_table/tables.h"
#include "coder/code.h"
#include "coder/dictionary.h"
#include "coder/scene.h"
#include "coder/table.h"
#include "syntax/tree.h"

namespace onrecord {
namespace {

constexpr std::uint32_t kLongest = 400;  // Words of a sentence; what is longer is no sentence.

// Discards that stand in the sentence.
void find_discards(const coder::Scene& scene, const coder::Dictionary& dictionary,
                   std::vector<CodeDiscard>& found) {
  const auto& words = scene.words();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const auto some = dictionary.discards.find(words[i].text);
    if (some == dictionary.discards.end()) continue;
    for (const coder::Discard& one : some->second) {
      bool stands = i + one.words.size() <= words.size();
      for (std::size_t k = 0; stands && k < one.words.size(); ++k) stands = words[i + k].text == one.words[k];
      if (!stands) continue;
      const auto last = static_cast<std::uint32_t>(i + one.words.size() - 1);
      found.push_back({scene.tree().document().span_of({words[i].token, words[last].token + 1}), one.report});
    }
  }
}

}  // namespace

struct Coder::Parts {
  coder::Dictionary dictionary;
};

bool is_coding_table(std::string_view text) { return actor_table::is_coding_table(text); }

LexiconCheck check_codes(const std::vector<std::string>& paths) {
  LexiconCheck check;
  coder::TableReader reader;
  for (const std::string& path : paths) {
    const auto files = actor_table::table_files(path);
    if (!files) {
      check.faults.push_back(files.error());
      continue;
    }
    for (const std::string& file : *files) {
      const auto text = actor_table::read_table(file);
      if (!text) check.faults.push_back(text.error());
      if (!text || !is_coding_table(*text)) continue;
      reader.read(*text, file);
      ++check.tables;
    }
  }
  reader.finish();
  check.rows = reader.rows();
  check.faults.insert(check.faults.end(), reader.faults().begin(), reader.faults().end());
  return check;
}

Result<Coder> Coder::open(const std::vector<std::string>& paths) {
  coder::TableReader reader;
  for (const std::string& path : paths) {
    const auto files = actor_table::table_files(path);
    if (!files) return fail(files.error());
    for (const std::string& file : *files) {
      const auto text = actor_table::read_table(file);
      if (!text) return fail(text.error());
      if (is_coding_table(*text)) reader.read(*text, file);
    }
  }
  auto parts = std::make_shared<Parts>();
  parts->dictionary = reader.finish();
  if (!reader.faults().empty()) return fail(reader.faults().front());
  if (reader.rows() == 0)
    return fail({ErrorCode::bad_lexicon, "no table of codes is there", paths.empty() ? "" : paths.front(), "",
                 "Make one with `onrecord lexicon import-codes`."});
  Coder coder;
  coder.parts_ = std::move(parts);
  return coder;
}

Result<Coder> Coder::of_tables(const std::vector<std::string>& tables) {
  coder::TableReader reader;
  for (std::size_t i = 0; i < tables.size(); ++i) reader.read(tables[i], fmt::format("table {}", i + 1));
  auto parts = std::make_shared<Parts>();
  parts->dictionary = reader.finish();
  if (!reader.faults().empty()) return fail(reader.faults().front());
  Coder coder;
  coder.parts_ = std::move(parts);
  return coder;
}

Coding Coder::code(const Reading& reading, const CoderOptions& options,
                   std::optional<std::chrono::year_month_day> day) const {
  Coding coding;
  if (!day) day = reading.report.published;
  const coder::Day on = day && day->ok()
                            ? static_cast<coder::Day>(std::chrono::sys_days(*day).time_since_epoch().count())
                            : actor_table::kLastDay;
  const syntax::Tree tree(reading.document, reading.tags);
  for (const TokenRange whole : reading.tags.sentences) {
    const TokenRange sentence{whole.first, std::min(whole.end, tree.size())};
    if (sentence.first >= sentence.end || sentence.size() > kLongest) continue;
    const coder::Scene scene(tree, sentence, parts_->dictionary, on, options.new_actor_words);
    const std::size_t before = coding.discards.size();
    find_discards(scene, parts_->dictionary, coding.discards);
    if (coding.discards.size() == before)
      coder::code_sentence(scene, parts_->dictionary, options, coding.events);
  }
  const bool none = std::any_of(coding.discards.begin(), coding.discards.end(),
                                [](const CodeDiscard& discard) { return discard.report; });
  if (none) coding.events.clear();
  return coding;
}

}  // namespace onrecord
