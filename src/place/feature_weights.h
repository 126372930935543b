// place/feature_weights.h — what each feature weighs.

#ifndef ONRECORD_PLACE_FEATURE_WEIGHTS_H_
#define ONRECORD_PLACE_FEATURE_WEIGHTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord::place {

// From names of features to numbers. A mention asks for some seventy, most of which weigh nothing, so that
// names are not kept but their hashes, 47 bits of them: of as many names as a table has, one in 10^10 unknown
// is taken for a known one.
class FeatureWeights {
 public:
  // `table`: lines of "feature<tab>thousandths"; empty ones and those that begin with '#' are passed over. A
  // feature that stands twice keeps its first weight.
  explicit FeatureWeights(std::string_view table);

  float of(std::string_view feature) const { return at(key_of(feature)); }

  // In two steps, for many features at once: the key also sends for the weight, which is then there when it
  // is asked for.
  std::uint64_t key_of(std::string_view feature) const;
  float at(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;  // 0: free.
    std::int32_t thousandths = 0;
  };

  // Where the feature stands, or would.
  std::size_t place_of(std::uint64_t key) const;

  std::vector<Slot> slots_;  // The next free one taken; a power of two, at most half full.
};

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_FEATURE_WEIGHTS_H_
