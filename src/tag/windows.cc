#include "tag/windows.h"

#include <algorithm>
#include <string_view>

namespace onrecord::tag {
namespace {

bool ends_sentences(std::string_view word) {
  return word == "…" || (!word.empty() && word.find_first_not_of(".!?") == std::string_view::npos);
}

bool closes(std::string_view word) {
  constexpr std::string_view kMarks[] = {"\"", "'", "''", "”", "’", "»", "“", ")", "]"};
  return std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks);
}

class Planner {
 public:
  Planner(const Document& document, std::span<const std::uint32_t> pieces, const WindowLimits& limits)
      : document_(document), pieces_(pieces), limits_(limits) {}

  void add_block(TokenRange words);
  std::vector<std::vector<WindowPart>> finish() {
    close();
    return std::move(windows_);
  }

 private:
  // With the [SEP] after it.
  std::size_t cost(TokenRange words) const {
    std::size_t sum = 1;
    for (std::uint32_t w = words.first; w < words.end; ++w) sum += pieces_[w];
    return sum;
  }
  std::uint32_t find_cut(TokenRange words) const;
  void add(TokenRange words, std::size_t its_cost, bool ends_block) {
    window_.push_back({words, ends_block});
    used_ += its_cost;
  }
  void close() {
    if (!window_.empty()) windows_.push_back(std::move(window_));
    window_.clear();
    used_ = 1;
  }

  const Document& document_;
  std::span<const std::uint32_t> pieces_;
  WindowLimits limits_;
  std::vector<std::vector<WindowPart>> windows_;
  std::vector<WindowPart> window_;
  std::size_t used_ = 1;  // [CLS]
};

void Planner::add_block(TokenRange words) {
  std::size_t whole = cost(words);
  while (!words.empty()) {
    if (used_ + whole <= limits_.target || (window_.empty() && used_ + whole <= limits_.most)) {
      add(words, whole, true);
      return;
    }
    close();
    if (used_ + whole <= limits_.most) continue;
    const std::uint32_t cut = find_cut(words);
    const TokenRange part{words.first, cut};
    const std::size_t its_cost = cost(part);
    add(part, its_cost, false);
    close();
    words.first = cut;
    whole -= its_cost - 1;
  }
}

// The last place where a sentence seems to end, if that fills a quarter of the window; else the last between
// two surface tokens.
std::uint32_t Planner::find_cut(TokenRange words) const {
  const std::size_t room = limits_.most - 2;
  std::size_t used = 0;
  std::uint32_t sentence_end = words.first;
  std::uint32_t surface_end = words.first;
  std::uint32_t w = words.first;
  for (; w < words.end && (w == words.first || used + pieces_[w] <= room); ++w) {
    if (w > words.first && !document_.tokens()[w].joins_left) {
      surface_end = w;
      if (used * 4 >= room && seems_to_end_before(document_, words, w)) sentence_end = w;
    }
    used += pieces_[w];
  }
  // The word that no longer fits may itself begin a sentence.
  if (w < words.end && !document_.tokens()[w].joins_left) {
    surface_end = w;
    if (seems_to_end_before(document_, words, w)) sentence_end = w;
  }
  if (sentence_end > words.first) return sentence_end;
  return surface_end > words.first ? surface_end : w;
}

}  // namespace

bool seems_to_end_before(const Document& document, TokenRange within, std::uint32_t word) {
  const auto& tokens = document.tokens();
  if (word <= within.first || !tokens[word - 1].space_after) return false;
  std::uint32_t last = word - 1;
  while (last > within.first && closes(document.word(last)) && !tokens[last - 1].space_after) --last;
  return ends_sentences(document.word(last));
}

std::vector<std::vector<WindowPart>> plan_windows(const Document& document,
                                                  std::span<const std::uint32_t> pieces,
                                                  const WindowLimits& limits) {
  Planner planner(document, pieces, limits);
  for (const Block& block : document.blocks()) planner.add_block(block.tokens);
  return planner.finish();
}

}  // namespace onrecord::tag
