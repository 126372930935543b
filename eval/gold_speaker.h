// eval/gold_speaker.h — whether the reader knows who speaks.
//
// An entity of ours stands for that gold entity with which it shares most mentions; where two share as many,
// for none. Pronouns do not count: an entity that has nothing else tells nobody who it is, and is no answer.

#ifndef ONRECORD_EVAL_GOLD_SPEAKER_H_
#define ONRECORD_EVAL_GOLD_SPEAKER_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "eval/gold_score.h"

namespace onrecord::eval {

class SpeakerJudge {
 public:
  SpeakerJudge(const Reading& reading, const GoldDocument& gold);

  // `ours`: null where none was paired with it.
  void count(const GoldStatement& expected, const Statement* ours, GoldScore& score) const;

  // The gold's key of an entity of ours; nothing where it stands for none.
  std::optional<std::string> stands_for(std::uint32_t entity) const {
    return entity < stands_for_.size() ? stands_for_[entity] : std::nullopt;
  }

 private:
  std::set<std::uint32_t> parts_of(const Statement& ours, bool split) const;
  bool is_answer(std::uint32_t entity) const;
  bool are_parts_of(const std::set<std::uint32_t>& found, const std::string& group) const;
  bool fits(const std::set<std::uint32_t>& found, const std::set<std::string>& expected) const;

  const Reading& reading_;
  const GoldDocument& gold_;
  std::vector<std::optional<std::string>> stands_for_;  // One an entity of ours: the gold's key.
};

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_SPEAKER_H_
