// The way of a document: its words in pieces, windows of them through the encoder, and of what comes out
// attributions by the window and everything else by the sentence.

#include "tag/tagger.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "nn/wordpiece.h"
#include "tag/attribution.h"
#include "tag/heads.h"
#include "tag/sentence.h"
#include "tag/things.h"
#include "tag/windows.h"

namespace onrecord::tag {
namespace {

// A sentence that runs over the edge of a window is read whole up to this many words.
constexpr std::size_t kLongestCarried = 256;

struct Workspace {
  nn::Scratch encoder;
  nn::Window window;
  nn::Matrix projected;
  HeadScratch heads;
  std::vector<std::uint32_t> pieces, piece_counts;
  std::vector<const float*> rows;              // Of the window's words.
  std::vector<const float*> sentence;          // Of the words of the sentence not yet read.
  std::vector<float> carried, carried_before;  // Rows of its words from windows gone by.
  std::vector<float> things;                   // What each thing found is to later ones.
};

// Lends each running call a workspace of its own and takes it back.
class Workspaces {
 public:
  std::unique_ptr<Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Workspace>();
    auto space = std::move(idle_.back());
    idle_.pop_back();
    return space;
  }
  void give_back(std::unique_ptr<Workspace> space) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(space));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> idle_;
};

}  // namespace

struct Tagger::Parts {
  Parts(Heads its_heads, nn::Arithmetic arithmetic)
      : heads(std::move(its_heads)), encoder(heads.weights, arithmetic), cutter(heads.weights) {
    limits.most = heads.weights->config().max_pieces;
    limits.target = std::max<std::size_t>(limits.most * 128 / 256, 3);
  }

  Heads heads;
  nn::Encoder encoder;
  nn::WordPiece cutter;
  WindowLimits limits;
  mutable Workspaces workspaces;
};

namespace {

// One document on its way.
class Pass {
 public:
  Pass(const Tagger::Parts& parts, const Document& document, Workspace& space)
      : parts_(parts),
        document_(document),
        space_(space),
        reader_(parts.heads, document, space.heads, tags_),
        things_(parts.heads, space.things, tags_) {
    tags_.labels = parts.heads.labels;
    tags_.words.resize(document.tokens().size());
  }

  Tags run() {
    cut_words();
    for (const auto& window : plan_windows(document_, space_.piece_counts, parts_.limits)) {
      encode(window);
      find_attributions(parts_.heads, {window.front().words.first, space_.rows}, space_.heads,
                        tags_.attributions);
      read_sentences(window);
    }
    return std::move(tags_);
  }

 private:
  void cut_words();
  void encode(const std::vector<WindowPart>& window);
  void add_unit(nn::Case written, std::span<const std::uint32_t> pieces);
  void read_sentences(const std::vector<WindowPart>& window);
  bool begins_sentence(std::uint32_t word, const float* row) const;
  void finish_sentence();
  void carry();

  const Tagger::Parts& parts_;
  const Document& document_;
  Workspace& space_;
  Tags tags_;
  SentenceReader reader_;
  ThingReader things_;
  std::uint32_t sentence_first_ = 0;
  std::size_t next_piece_ = 0;
};

void Pass::cut_words() {
  space_.pieces.clear();
  space_.piece_counts.clear();
  const std::size_t room = parts_.limits.most - 2;
  for (std::uint32_t w = 0; w < document_.tokens().size(); ++w) {
    const std::size_t begin = space_.pieces.size();
    const std::size_t count = std::min(parts_.cutter.cut(document_.word(w), space_.pieces), room);
    space_.pieces.resize(begin + count);
    space_.piece_counts.push_back(static_cast<std::uint32_t>(count));
  }
}

void Pass::add_unit(nn::Case written, std::span<const std::uint32_t> pieces) {
  nn::Window& window = space_.window;
  window.unit_begins.push_back(static_cast<std::uint32_t>(window.pieces.size()));
  window.pieces.insert(window.pieces.end(), pieces.begin(), pieces.end());
  window.cases.insert(window.cases.end(), pieces.size(), written);
}

// Runs the encoder and points `rows` at the words' rows.
void Pass::encode(const std::vector<WindowPart>& window) {
  const std::uint32_t begin = parts_.cutter.begin();
  const std::uint32_t separator = parts_.cutter.separator();
  space_.window.pieces.clear();
  space_.window.cases.clear();
  space_.window.unit_begins.clear();
  add_unit(nn::Case::none, {&begin, 1});
  for (const WindowPart& part : window) {
    for (std::uint32_t w = part.words.first; w < part.words.end; ++w) {
      const std::size_t count = space_.piece_counts[w];
      add_unit(nn::case_of(document_.word(w)), {space_.pieces.data() + next_piece_, count});
      next_piece_ += count;
    }
    add_unit(nn::Case::none, {&separator, 1});
  }
  parts_.encoder.run(space_.window, space_.encoder, space_.projected);

  space_.rows.clear();
  std::size_t unit = 1;
  for (const WindowPart& part : window) {
    for (std::uint32_t w = part.words.first; w < part.words.end; ++w) {
      space_.rows.push_back(space_.projected.row(unit++).data());
    }
    ++unit;
  }
}

bool Pass::begins_sentence(std::uint32_t word, const float* row) const {
  if (document_.tokens()[word].joins_left) return false;
  const float* scores = row + parts_.heads.sentence.begin;
  const std::size_t begins = parts_.heads.sentence_begins;
  return scores[begins] > scores[1 - begins];
}

void Pass::finish_sentence() {
  if (space_.sentence.empty()) return;
  reader_.read({sentence_first_, space_.sentence});
  things_.read({sentence_first_, space_.sentence});
  space_.sentence.clear();
}

void Pass::read_sentences(const std::vector<WindowPart>& window) {
  auto row = space_.rows.begin();
  for (const WindowPart& part : window) {
    for (std::uint32_t w = part.words.first; w < part.words.end; ++w, ++row) {
      if (begins_sentence(w, *row)) finish_sentence();
      if (space_.sentence.empty()) sentence_first_ = w;
      space_.sentence.push_back(*row);
    }
    if (part.ends_block) finish_sentence();
  }
  carry();
}

// The rows of an unfinished sentence outlive their window in a copy.
void Pass::carry() {
  if (space_.sentence.size() > kLongestCarried) finish_sentence();
  if (space_.sentence.empty()) return;
  const std::size_t width = space_.projected.columns();
  space_.carried_before.resize(space_.sentence.size() * width);
  float* to = space_.carried_before.data();
  for (const float*& row : space_.sentence) {
    std::copy(row, row + width, to);
    row = to;
    to += width;
  }
  space_.carried.swap(space_.carried_before);
}

}  // namespace

Tagger::Tagger(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<Tagger> Tagger::make(std::shared_ptr<const nn::Weights> weights, nn::Arithmetic arithmetic) {
  auto heads = Heads::make(std::move(weights));
  if (!heads) return fail(std::move(heads.error()));
  return Tagger(std::make_shared<const Parts>(*std::move(heads), arithmetic));
}

Tags Tagger::tag(const Document& document) const {
  auto space = parts_->workspaces.take();
  Tags tags = Pass(*parts_, document, *space).run();
  parts_->workspaces.give_back(std::move(space));
  return tags;
}

}  // namespace onrecord::tag
