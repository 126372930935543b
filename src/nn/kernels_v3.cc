// The kernels for processors with AVX2 and FMA.

#include "nn/kernels_body.h"
#include "nn/kernels_levels.h"

namespace onrecord::nn {

const Kernels kKernelsV3 = kernels_of("x86-64-v3");

}  // namespace onrecord::nn
