// place/features.h — what of a mention's surroundings tells whether it stands for somewhere or for someone.

#ifndef ONRECORD_PLACE_FEATURES_H_
#define ONRECORD_PLACE_FEATURES_H_

#include <functional>
#include <string_view>
#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// Calls `see` with each feature of `draft`: "rel=nsubj", "prep=in", … A feature's name is the key of its
// weight.
class Features {
 public:
  Features(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer);
  void of(const Draft& draft, const std::function<void(std::string_view)>& see) const;

 private:
  const syntax::Tree& tree_;
  const gazetteer::Gazetteer& gazetteer_;
  std::vector<std::uint32_t> role_at_;  // By word: 1 + the number of the argument whose head it is; 0: none.
  struct Role {
    std::uint32_t predicate;
    std::string_view label;
  };
  std::vector<Role> roles_;
};

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_FEATURES_H_
