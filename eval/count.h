// eval/count.h — right, found and expected; precision, recall and F1 out of them.

#ifndef ONRECORD_EVAL_COUNT_H_
#define ONRECORD_EVAL_COUNT_H_

#include <cstdint>
#include <string>
#include <vector>

namespace onrecord::eval {

struct Count {
  std::uint64_t gold = 0;    // What there is to find.
  std::uint64_t system = 0;  // What was found.
  std::uint64_t right = 0;   // What was found rightly.

  double precision() const { return percent(right, system); }
  double recall() const { return percent(right, gold); }
  // 2PR / (P + R), in percent; 0 when there is nothing on either side.
  double f1() const { return percent(2 * right, gold + system); }
  void add(const Count& other) {
    gold += other.gold;
    system += other.system;
    right += other.right;
  }

 private:
  static double percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
};

// A figure with its name, as it is printed, recorded and held against its floor: "ud.ewt.raw.las", 88.1.
struct Figure {
  std::string name;
  double value = 0;
};
using Figures = std::vector<Figure>;

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_COUNT_H_
