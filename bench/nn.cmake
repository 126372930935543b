# How fast the neural reader's kernel is. ONRECORD_WEIGHTS names the weights file; without it random numbers serve.
find_package(benchmark REQUIRED)
add_executable(nn_bench nn_bench.cc)
target_link_libraries(nn_bench PRIVATE onrecord::nn_testing onrecord_flags benchmark::benchmark)
