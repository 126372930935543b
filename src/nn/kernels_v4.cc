// The kernels for processors with AVX-512 (F, BW, DQ, VL).

#include "nn/kernels_body.h"
#include "nn/kernels_levels.h"

namespace onrecord::nn {

const Kernels kKernelsV4 = kernels_of("x86-64-v4");

}  // namespace onrecord::nn
