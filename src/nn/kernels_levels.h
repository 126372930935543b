// nn/kernels_levels.h — the kernels of each level, whether this processor can run them or not.

#ifndef ONRECORD_NN_KERNELS_LEVELS_H_
#define ONRECORD_NN_KERNELS_LEVELS_H_

#include "nn/kernels.h"

namespace onrecord::nn {

extern const Kernels kKernelsV1;
#if defined(__x86_64__)
extern const Kernels kKernelsV3, kKernelsV4;
#endif

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_KERNELS_LEVELS_H_
