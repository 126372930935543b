// nn/buffer.h — memory that begins on a cache line, grows and never shrinks.

#ifndef ONRECORD_NN_BUFFER_H_
#define ONRECORD_NN_BUFFER_H_

#include <cstddef>
#include <memory>
#include <new>

namespace onrecord::nn {

// For plain numbers. What it held is lost when it grows; new memory is all zeros.
template <typename T>
class Buffer {
 public:
  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }

  void need(std::size_t size) {
    if (size <= size_) return;
    data_.reset(new (kLine) T[size]());
    size_ = size;
  }

 private:
  static constexpr std::align_val_t kLine{64};
  struct Free {
    void operator()(T* data) const { ::operator delete[](data, kLine); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t size_ = 0;
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_BUFFER_H_
