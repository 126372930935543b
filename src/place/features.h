// place/features.h — what of a mention's surroundings tells whether it stands for somewhere or for someone.

#ifndef ONRECORD_PLACE_FEATURES_H_
#define ONRECORD_PLACE_FEATURES_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// Calls `see` with each feature of `draft`: "rel=nsubj", "prep=in", … A feature's name is the key of its
// weight.
class Features {
 public:
  Features(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer);
  void of(const Draft& draft, const std::function<void(std::string_view)>& see);

 private:
  // What kind of sentence a mention stands in.
  struct SentenceSigns {
    TokenRange words = {0, 0};
    std::string kind;  // "long no verb"
    bool no_verb = false, like_list = false;
  };
  const SentenceSigns& signs_of(TokenRange sentence);
  void read_roles(TokenRange sentence);

  const syntax::Tree& tree_;
  const gazetteer::Gazetteer& gazetteer_;
  // Of one sentence, read when its first mention is: by word, 1 + the number of the argument whose head it
  // is; 0: none.
  std::vector<std::uint32_t> role_at_;
  TokenRange roles_read_ = {0, 0};
  struct Role {
    std::uint32_t predicate;
    std::string_view label;
  };
  std::vector<Role> roles_;
  SentenceSigns signs_;
};

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_FEATURES_H_
