/* The two loops that PyTorch would walk memory many times for. Built at the start of training by model.py. */

#include <math.h>
#include <stddef.h>

/* y = the activation of doc/format/weights.md at x, slope = its derivative there. */
void parabola(const float* restrict x, float* restrict y, float* restrict slope, size_t n) {
  const float root = 0.70710678f;
  for (size_t i = 0; i < n; ++i) {
    const float v = x[i], a = fabsf(v) * root;
    const float t = (a < 1.769f ? a : 1.769f) - 1.769f;
    const float s = copysignf(1.0f - 0.2888f * t * t, v);
    y[i] = 0.5f * v * (1.0f + s);
    slope[i] = 0.5f * (1.0f + s) - v * 0.2888f * t * root;
  }
}

/* Each row of x cut to 2 * levels + 1 steps of its own scale, as the int8 program will see it. */
void cut_rows(const float* restrict x, float* restrict out, size_t rows, size_t n, float levels) {
  for (size_t r = 0; r < rows; ++r, x += n, out += n) {
    float most = 1e-8f;
    for (size_t i = 0; i < n; ++i) most = fabsf(x[i]) > most ? fabsf(x[i]) : most;
    const float scale = most / levels, inverse = levels / most;
    for (size_t i = 0; i < n; ++i) out[i] = nearbyintf(x[i] * inverse) * scale;
  }
}
