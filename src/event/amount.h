// event/amount.h — numbers of people as a report words them: "at least 12", "dozens", "between 10 and 15".

#ifndef ONRECORD_EVENT_AMOUNT_H_
#define ONRECORD_EVENT_AMOUNT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "event/ground.h"

namespace onrecord::event {

struct Amount {
  TokenRange words;  // With its hedges.
  Word last = 0;     // The word that carries the number.
  std::uint64_t low = 0;
  std::optional<std::uint64_t> high = {};  // None: open.
  bool approximate = false;
};

// All of them within `sentence`, in order; none overlaps another. Times and sums of money are left out.
std::vector<Amount> amounts_in(const Ground& ground, TokenRange sentence);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_AMOUNT_H_
