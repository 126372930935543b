#include "nn/product.h"

#include <array>
#include <dnnl.hpp>
#include <mutex>
#include <optional>
#include <string_view>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

extern "C" {  // Of the OpenMP runtime that oneDNN uses; omp.h comes with a compiler, not with oneDNN.
int omp_get_max_threads();
void omp_set_num_threads(int);
}

namespace onrecord::nn {
namespace {

using dnnl::memory;

const dnnl::engine& engine() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

memory::dim dim(std::size_t extent) { return static_cast<memory::dim>(extent); }

constexpr std::size_t kStep =
    8;  // Rows are rounded up to a multiple of this: so many ways are compiled at most.

}  // namespace

struct ProductScratch::Parts {
  dnnl::stream stream{engine()};
  Buffer<std::uint8_t> room;  // What oneDNN itself asks for.
};

ProductScratch::ProductScratch() {
  try {
    parts_ = std::make_unique<Parts>();
  } catch (const dnnl::error&) {
    parts_.reset();  // Products are then made plainly.
  }
}
ProductScratch::~ProductScratch() = default;

class ProductPlan {
 public:
  struct Way {
    dnnl::matmul matmul;
    memory::desc x, sums;
    std::size_t rows = 0, room = 0;
  };

  ProductPlan(std::size_t inputs, std::size_t outputs) : inputs_(inputs), outputs_(outputs) {
    try {
      Slot& most = slots_.back();
      std::call_once(most.once, [&] { most.way = find_way(Product::kRows, any_layout()); });
      if (most.way) layout_ = most.layout;
    } catch (const dnnl::error&) {
      layout_.reset();
    }
  }

  // The order of the weights in memory; nothing when oneDNN knows no good way.
  const std::optional<memory::desc>& layout() const { return layout_; }

  // A way for at least `rows` rows. There is one when there is a layout.
  const Way& way(std::size_t rows) {
    Slot& slot = slots_[(rows + kStep - 1) / kStep - 1];
    std::call_once(slot.once, [&] {
      try {
        slot.way = find_way((rows + kStep - 1) / kStep * kStep, *layout_);
      } catch (const dnnl::error&) {
        slot.way.reset();
      }
    });
    return slot.way ? *slot.way : *slots_.back().way;
  }

 private:
  struct Slot {
    std::once_flag once;
    std::optional<Way> way;
    memory::desc layout;
  };

  memory::desc any_layout() const {
    return {{dim(inputs_), dim(outputs_)}, memory::data_type::s8, memory::format_tag::any};
  }

  std::optional<Way> find_way(std::size_t rows, const memory::desc& weights) {
    const memory::desc x({dim(rows), dim(inputs_)}, memory::data_type::u8, memory::format_tag::ab);
    const memory::desc sums({dim(rows), dim(outputs_)}, memory::data_type::s32, memory::format_tag::ab);
    dnnl::primitive_attr attributes;
    // oneDNN's own room belongs to the thread that made the primitive; ours to the one that runs it.
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
#if DNNL_VERSION_MAJOR >= 3
    const dnnl::matmul::primitive_desc found(engine(), x, weights, sums, attributes);
#else
    const dnnl::matmul::primitive_desc found({x, weights, sums}, attributes, engine());
#endif
    if (std::string_view(found.impl_info_str()).starts_with("ref")) return std::nullopt;
    slots_[rows / kStep - 1].layout = found.weights_desc();
    return Way{dnnl::matmul(found), x, sums, rows, found.scratchpad_desc().get_size()};
  }

  std::size_t inputs_, outputs_;
  std::optional<memory::desc> layout_;
  std::array<Slot, Product::kRows / kStep> slots_;
};

std::shared_ptr<ProductPlan> make_plan(std::size_t inputs, std::size_t outputs) {
  return std::make_shared<ProductPlan>(inputs, outputs);
}

struct Product::Copy {
  memory weights;
};

Product::Product(std::shared_ptr<ProductPlan> plan, Tensor<std::int8_t> weight)
    : plan_(std::move(plan)), weight_(weight) {
  corrections_.need(weight.rows);
  for (std::size_t o = 0; o < weight.rows; ++o) {
    std::int32_t sum = 0;
    for (const auto w : weight.row(o)) sum += w;
    corrections_.data()[o] = 128 * sum;
  }
  if (!plan_->layout()) return;
  try {
    // The file holds a row an output: oneDNN's matrix on its side.
    const memory::desc as_filed({dim(weight.columns), dim(weight.rows)}, memory::data_type::s8,
                                memory::format_tag::ba);
    memory filed(as_filed, engine(), const_cast<std::int8_t*>(weight.data));
    auto copy = std::make_unique<Copy>();
    copy->weights = memory(*plan_->layout(), engine());
    dnnl::stream stream(engine());
    dnnl::reorder(filed, copy->weights).execute(stream, filed, copy->weights);
    stream.wait();
    copy_ = std::move(copy);
  } catch (const dnnl::error&) {
    copy_.reset();
  }
}
Product::Product(Product&&) noexcept = default;
Product::~Product() = default;

void Product::run(const std::uint8_t* x, std::size_t rows, std::int32_t* sums,
                  ProductScratch& scratch) const {
  ProductScratch::Parts* const parts = scratch.parts();
  if (copy_ != nullptr && parts != nullptr) {
    try {
      const ProductPlan::Way& way = plan_->way(rows);
      parts->room.need(way.room);
      const memory from(way.x, engine(), const_cast<std::uint8_t*>(x));
      const memory to(way.sums, engine(), sums);
      const memory::desc room({dim(way.room)}, memory::data_type::u8, memory::format_tag::a);
      const memory scratchpad(room, engine(), parts->room.data());
      const std::array<dnnl_exec_arg_t, 4> arguments = {{{DNNL_ARG_SRC, from.get()},
                                                         {DNNL_ARG_WEIGHTS, copy_->weights.get()},
                                                         {DNNL_ARG_DST, to.get()},
                                                         {DNNL_ARG_SCRATCHPAD, scratchpad.get()}}};
      const auto status = dnnl_primitive_execute(way.matmul.get(), parts->stream.get(),
                                                 static_cast<int>(arguments.size()), arguments.data());
      if (status == dnnl_success) return;
    } catch (const dnnl::error&) {  // Out of memory for a handle: the plain way needs none.
    }
  }
  multiply_plainly(x, rows, weight_, sums);
}

void multiply_plainly(const std::uint8_t* x, std::size_t rows, Tensor<std::int8_t> weight,
                      std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < weight.rows; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < weight.columns; ++i) {
        sum += std::int32_t{x[r * weight.columns + i]} * std::int32_t{weight.data[o * weight.columns + i]};
      }
      sums[r * weight.rows + o] = sum;
    }
  }
}

FixedSurroundings::FixedSurroundings() : threads_(omp_get_max_threads()), rounding_(0) {
  omp_set_num_threads(1);
#if defined(__SSE2__)
  rounding_ = _mm_getcsr();
  _mm_setcsr(0x1F80);
#endif
}

FixedSurroundings::~FixedSurroundings() {
#if defined(__SSE2__)
  _mm_setcsr(rounding_);
#endif
  omp_set_num_threads(threads_);
}

}  // namespace onrecord::nn
