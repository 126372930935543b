// nn/network.h — the two ways to compute the network.

#ifndef ONRECORD_NN_NETWORK_H_
#define ONRECORD_NN_NETWORK_H_

#include <memory>

#include "nn/encoder.h"

namespace onrecord::nn {

class Encoder::Network {
 public:
  virtual ~Network() = default;
  virtual void run(const Window& window, Scratch::Parts& scratch, Matrix& projected) const = 0;
};

std::unique_ptr<const Encoder::Network> make_fast_network(const Weights& weights);
std::unique_ptr<const Encoder::Network> make_slow_network(const Weights& weights);

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_NETWORK_H_
