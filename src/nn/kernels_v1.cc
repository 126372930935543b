// The kernels for any x86-64 processor.

#include "nn/kernels_body.h"
#include "nn/kernels_levels.h"

namespace onrecord::nn {

const Kernels kKernelsV1 = kernels_of("x86-64");

}  // namespace onrecord::nn
