// reading/find_weights.h — where the weights are looked for.

#ifndef ONRECORD_READING_FIND_WEIGHTS_H_
#define ONRECORD_READING_FIND_WEIGHTS_H_

#include <string>

#include "onrecord/error.h"

namespace onrecord::reading {

// Places by which the weights may be found, the first that is not empty before the others.
struct WeightsPlaces {
  std::string named;        // By the caller. Taken even if nothing is there: opening it tells.
  std::string environment;  // ONRECORD_WEIGHTS; likewise.
  std::string
      executable;  // The running program's own path: the weights are in ../share/onrecord/models from it.
  std::string installed;  // Where `make install` lays them, for programs elsewhere that link the library.
  std::string source;     // Where the program was built: the weights are in models/ there.
};

// The path of the weights. Fails with weights_missing, telling every place that was looked at.
Result<std::string> find_weights(const WeightsPlaces& places);

// What the system tells of this program.
WeightsPlaces usual_places(const std::string& named);

}  // namespace onrecord::reading

#endif  // ONRECORD_READING_FIND_WEIGHTS_H_
