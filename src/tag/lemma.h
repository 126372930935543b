// tag/lemma.h — how a word's lemma is made out of its form: an edit that many words share.

#ifndef ONRECORD_TAG_LEMMA_H_
#define ONRECORD_TAG_LEMMA_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace onrecord::tag {

// Written "l|0|3||y": its case, how many code points to cut from the front and the back, what to add in front
// and behind ("parties" → "party"); or "=be": the lemma is "be" whatever the form.
class LemmaScript {
 public:
  // One that cannot be read leaves the form as it is.
  explicit LemmaScript(std::string_view script);

  // `form` is UTF-8. A script that cuts more than there is, or that leaves nothing, leaves the form.
  std::string apply(std::string_view form) const;

 private:
  enum class Kind { leave, lower, keep, title, literal };

  Kind kind_ = Kind::leave;
  std::size_t cut_front_ = 0, cut_back_ = 0;
  std::string front_, back_;
};

// Whether English makes `form` out of `lemma` by one of its regular endings: "stopped", "stop". Both in lower
// case.
bool is_regular(std::string_view form, std::string_view lemma);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_LEMMA_H_
