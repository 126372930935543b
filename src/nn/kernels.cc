#include "nn/kernels.h"

#include <vector>

#include "nn/kernels_levels.h"

namespace onrecord::nn {
namespace {

std::vector<const Kernels*> levels_here() {
  std::vector<const Kernels*> levels = {&kKernelsV1};
#if defined(__x86_64__)
  const bool v3 =
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
  const bool v4 = v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                  __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                  __builtin_cpu_supports("avx512cd");
  if (v3) levels.push_back(&kKernelsV3);
  if (v4) levels.push_back(&kKernelsV4);
#endif
  return levels;
}

const Kernels* chosen = nullptr;

}  // namespace

std::span<const Kernels* const> kernel_levels() {
  static const std::vector<const Kernels*> kLevels = levels_here();
  return kLevels;
}

const Kernels& kernels() { return chosen != nullptr ? *chosen : *kernel_levels().back(); }

void use_kernels(const Kernels* level) { chosen = level; }

}  // namespace onrecord::nn
