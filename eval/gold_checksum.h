// eval/gold_checksum.h — SHA-256, by which an annotation knows the text that it was made on.

#ifndef ONRECORD_EVAL_GOLD_CHECKSUM_H_
#define ONRECORD_EVAL_GOLD_CHECKSUM_H_

#include <string>
#include <string_view>

namespace onrecord::eval {

// In 64 hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_CHECKSUM_H_
