// place/draft.h — mentions of places while they are being read.

#ifndef ONRECORD_PLACE_DRAFT_H_
#define ONRECORD_PLACE_DRAFT_H_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "onrecord/place.h"
#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::place {

// What the neural reader called the words.
enum class Label : std::uint8_t { none, location, facility, people, organization, person, other };

// The places that a name may mean, less those to which it leads in a way that does not count where it stands.
class CandidateList {
 public:
  using Candidate = gazetteer::Candidate;

  class Iterator {
   public:
    using value_type = Candidate;
    using reference = Candidate;
    using pointer = const Candidate*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator(const CandidateList* list, std::uint32_t at) : list_(list), at_(at) { pass_over(); }
    const Candidate& operator*() const { return one_; }
    const Candidate* operator->() const { return &one_; }
    Iterator& operator++() {
      ++at_;
      pass_over();
      return *this;
    }
    friend bool operator==(const Iterator& one, const Iterator& other) { return one.at_ == other.at_; }

   private:
    void pass_over() {
      for (; at_ < list_->all_.size(); ++at_) {
        one_ = list_->all_[at_];
        if (!list_->leaves_out(one_.lead)) return;
      }
    }
    const CandidateList* list_;
    std::uint32_t at_;
    Candidate one_ = {};
  };

  CandidateList() = default;
  explicit CandidateList(gazetteer::Candidates all) : all_(all) {}

  void leave_out(gazetteer::Lead lead) { left_out_ |= 1U << static_cast<unsigned>(lead); }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, all_.size()}; }
  bool empty() const { return begin() == end(); }
  Candidate front() const { return *begin(); }
  void clear() { *this = CandidateList(); }
  // The same for lists of the same places.
  std::uint64_t number() const { return std::uint64_t{all_.number()} << 8U | left_out_; }

 private:
  bool leaves_out(gazetteer::Lead lead) const { return (left_out_ >> static_cast<unsigned>(lead) & 1U) != 0; }

  gazetteer::Candidates all_;
  unsigned left_out_ = 0;  // A bit for each Lead.
};

struct Draft {
  TokenRange words;
  Label label = Label::none;
  bool inside = false;       // The name that bears the label is longer than these words.
  bool at_head = false;      // Stands where a report says where it was written.
  std::uint32_t given = 0;   // 1 + the number of the span that somebody gave; 0: found.
  bool road = false;         // A road that is called after a place.
  bool postal = false;       // Is read as a postal code behind its town.
  std::string key;           // Of make_key; of abbreviations, of make_exact_key.
  CandidateList candidates;  // In the order of the file.
  PlaceUse use = PlaceUse::unknown;
  float use_score = 0, somewhere = 0;
  std::uint32_t place = gazetteer::kNoPlace;
  float place_score = 0;
  std::string_view rule = {};
};

// The word of `words` that the others hang on.
inline syntax::Word head_of(const syntax::Tree& tree, TokenRange words) {
  for (syntax::Word word = words.first; word < words.end; ++word) {
    if (!words.contains(tree.head(word)) && !tree.is_punctuation(word)) return word;
  }
  return words.end - 1;
}

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_DRAFT_H_
