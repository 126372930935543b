#include "statement/quotes.h"

#include <algorithm>

#include "statement/marks.h"

namespace onrecord::statement {
namespace {

using Family = Mark::Family;
using Shape = Mark::Shape;

// How sure a pairing is, by what was wrong with it.
constexpr float kCurlyPair = 1.0F;
constexpr float kStraightPair = 0.95F;
constexpr float kSinglePair = 0.9F;
constexpr float kWeakPair = 0.8F;    // Closed by what may be an apostrophe.
constexpr float kMixedPair = 0.85F;  // “ closed by "
constexpr float kMended = 0.6F;      // Marks were put right to get it.
constexpr float kReopened = 0.9F;    // Left open, and the next paragraph opens again.
constexpr float kLeftOpen = 0.55F;   // Left open in mid-paragraph: the closing mark is missing.
constexpr float kUnpaired = 0.3F;    // An opening mark that nothing closes.

constexpr std::size_t kDeepest = 8;  // Marks open at once; with more, the first was astray.

bool closes(const Mark& opening, const Mark& closing) {
  if (opening.family != closing.family) return false;
  if (opening.shape == Shape::straight || closing.shape == Shape::straight) return true;
  if (opening.shape == Shape::low) return closing.shape != Shape::low;  // „ closes with “ or ”.
  return true;
}

float pair_confidence(const Mark& opening, const Mark& closing) {
  if (opening.family == Family::single) return closing.weak ? kWeakPair : kSinglePair;
  if (opening.shape == Shape::straight && closing.shape == Shape::straight) return kStraightPair;
  if (opening.shape == Shape::straight || closing.shape == Shape::straight) return kMixedPair;
  const bool proper = opening.shape != closing.shape || opening.family == Family::angle;
  return proper ? kCurlyPair : kMixedPair;
}

// Pairs the marks of one block.
class Pairing {
 public:
  Pairing(std::uint32_t block, Span bounds) : block_(block), bounds_(bounds) {}

  void take(const Mark& mark) {
    if (mark.can_open && mark.can_close) {
      holds(mark) ? close(mark) : open(mark);
    } else if (mark.can_open && !(mark.shape == Shape::left && closes_low(mark))) {
      open(mark);
    } else {
      close(mark);
    }
  }

  // Settles what is still open, and gives the quotes in order.
  std::vector<Quote> finish() {
    while (!open_.empty()) give_up(open_.size() - 1);
    std::sort(found_.begin(), found_.end(), [](const Quote& a, const Quote& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return std::move(found_);
  }

  // A closing mark with nothing to close stood before every other mark.
  bool starts_closing() const { return starts_closing_; }
  Span first_stray() const { return first_stray_; }

 private:
  struct Open {
    Mark mark;
    std::optional<Mark> weak_close;  // The apostrophe that may have closed it.
    bool nested_alike = false;       // A quote of the same family opened inside it.
  };

  bool holds(const Mark& mark) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return closes(o.mark, mark); });
  }

  bool closes_low(const Mark& mark) const {
    return !open_.empty() && open_.back().mark.shape == Shape::low && open_.back().mark.family == mark.family;
  }

  void open(const Mark& mark) {
    seen_ = true;
    if (mark.family == Family::single && !open_.empty() && open_.back().mark.family == Family::single) {
      give_up(open_.size() - 1);  // Single marks are never nested in single ones.
    }
    if (open_.size() == kDeepest) give_up(0);
    for (Open& o : open_) o.nested_alike |= o.mark.family == mark.family;
    open_.push_back({mark, std::nullopt, false});
  }

  void close(const Mark& mark) {
    std::size_t at = open_.size();
    while (at > 0 && !closes(open_[at - 1].mark, mark)) --at;
    if (at == 0) return note_stray(mark);
    --at;
    if (mark.weak) {
      if (!open_[at].weak_close) open_[at].weak_close = mark;
      return;
    }
    // A single mark closes over an open double one only if that one was opened inside it and looks astray.
    while (open_.size() > at + 1) give_up(open_.size() - 1);
    seen_ = true;
    pair(open_[at].mark, mark, pair_confidence(open_[at].mark, mark));
    open_.pop_back();
  }

  void note_stray(const Mark& mark) {
    if (mark.family == Family::single) return;  // An apostrophe.
    // "The 6" pipe burst," she said: what had closed the quote was a measure.
    if (!found_.empty() && closed_after_digit_ && found_.back().span.end < mark.span.begin) {
      found_.back().span.end = mark.span.end;
      found_.back().inner.end = mark.span.begin;
      found_.back().confidence = kMended;
      closed_after_digit_ = false;
      return;
    }
    if (!seen_ && !mark.after_digit) {
      starts_closing_ = true;
      first_stray_ = mark.span;
    }
    seen_ = true;
  }

  void pair(const Mark& opening, const Mark& closing, float confidence) {
    closed_after_digit_ = closing.after_digit && closing.shape == Shape::straight;
    Quote quote;
    quote.block = block_;
    quote.span = {opening.span.begin, closing.span.end};
    quote.inner = {opening.span.end, closing.span.begin};
    quote.confidence = confidence;
    if (!quote.inner.empty()) found_.push_back(quote);
  }

  // The quote opened at `at` has no closing mark in this block.
  void give_up(std::size_t at) {
    const Open gone = open_[at];
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
    if (gone.weak_close)
      return pair(gone.mark, *gone.weak_close, pair_confidence(gone.mark, *gone.weak_close));
    if (gone.mark.family == Family::single && !gone.mark.at_start) return;  // An apostrophe after all.
    Quote quote;
    quote.block = block_;
    quote.span = {gone.mark.span.begin, bounds_.end};
    quote.inner = {gone.mark.span.end, bounds_.end};
    const bool late = gone.mark.after_stop && !gone.mark.at_start && !gone.nested_alike;
    quote.confidence = late && gone.mark.family != Family::single ? kLeftOpen : kUnpaired;
    if (!quote.inner.empty()) found_.push_back(quote);
  }

  std::uint32_t block_;
  Span bounds_;
  std::vector<Open> open_;
  std::vector<Quote> found_;
  bool seen_ = false;
  bool closed_after_digit_ = false;
  bool starts_closing_ = false;
  Span first_stray_;
};

bool is_left_open(const Quote& quote) { return quote.inner.end == quote.span.end; }

bool carries_speech(BlockKind kind) { return kind == BlockKind::paragraph || kind == BlockKind::list_item; }

// Joins quotes over blocks: one left open at the end of a block goes on in the next that opens (or only
// closes).
class Runs {
 public:
  explicit Runs(std::vector<Quote>& quotes) : quotes_(quotes) {}

  // The quotes from `first` on are those of the block at hand.
  void take(std::size_t first, const std::vector<Mark>& marks, const Pairing& pairing, Span bounds,
            std::uint32_t block) {
    if (open_ && pairing.starts_closing()) {
      Quote tail;
      tail.block = block;
      tail.span = {bounds.begin, pairing.first_stray().end};
      tail.inner = {bounds.begin, pairing.first_stray().begin};
      tail.confidence = quotes_[*open_].confidence = kMended;
      tail.goes_on_from = open_;
      if (!tail.inner.empty()) quotes_.insert(quotes_.begin() + static_cast<std::ptrdiff_t>(first), tail);
    } else if (open_ && first < quotes_.size() && !marks.empty() && marks[0].at_start &&
               quotes_[first].span.begin == marks[0].span.begin) {
      quotes_[*open_].confidence = std::max(quotes_[*open_].confidence, kReopened);
      quotes_[first].goes_on_from = open_;
      quotes_[first].confidence = std::max(quotes_[first].confidence, kLeftOpen);
    }
    open_.reset();
    for (std::size_t i = first; i < quotes_.size(); ++i) {
      const bool inner_of_open = open_ && quotes_[i].span.begin == quotes_[*open_].inner.begin;  // “‘We
      if (is_left_open(quotes_[i]) && !inner_of_open) open_ = static_cast<std::uint32_t>(i);
    }
  }

 private:
  std::vector<Quote>& quotes_;
  std::optional<std::uint32_t> open_;
};

// Depths, once it is known which quotes stand. Doubtful ones hold nothing.
void set_depths(std::vector<Quote>& quotes) {
  std::vector<std::uint32_t> holders;  // Ends.
  for (Quote& quote : quotes) {
    while (!holders.empty() && holders.back() <= quote.span.begin) holders.pop_back();
    quote.depth = static_cast<std::uint8_t>(std::min<std::size_t>(holders.size(), 255));
    if (quote.confidence >= kUsable) holders.push_back(quote.span.end);
  }
}

}  // namespace

std::vector<Quote> find_quotes(const Document& document) {
  std::vector<Quote> quotes;
  Runs runs(quotes);
  const auto& blocks = document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const auto marks = find_marks(document.text(), blocks[i].span);
    Pairing pairing(i, blocks[i].span);
    for (const Mark& mark : marks) pairing.take(mark);
    const std::size_t first = quotes.size();
    const auto found = pairing.finish();
    quotes.insert(quotes.end(), found.begin(), found.end());
    if (carries_speech(blocks[i].kind)) runs.take(first, marks, pairing, blocks[i].span, i);
  }
  set_depths(quotes);
  return quotes;
}

std::vector<Quote> quotes_within(const std::vector<Quote>& quotes, const std::vector<Span>& contents) {
  std::vector<Quote> inner;
  auto content = contents.begin();
  for (const Quote& quote : quotes) {
    while (content != contents.end() && content->end <= quote.span.begin) ++content;
    if (content == contents.end()) break;
    if (quote.span.begin <= content->begin || quote.span.end > content->end) continue;
    inner.push_back(quote);
    inner.back().goes_on_from.reset();
  }
  set_depths(inner);
  return inner;
}

}  // namespace onrecord::statement
