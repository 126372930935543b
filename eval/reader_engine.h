// eval/reader_engine.h — the real reader as an Engine.

#ifndef ONRECORD_EVAL_READER_ENGINE_H_
#define ONRECORD_EVAL_READER_ENGINE_H_

#include <string>

#include "eval/engine.h"
#include "onrecord/reader.h"

namespace onrecord::eval {

struct OpenedEngine {
  Engine engine;
  std::string weights;  // Which weights, as the reader names them.
};
Result<OpenedEngine> open_engine(const ReaderOptions& options);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_READER_ENGINE_H_
