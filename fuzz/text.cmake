# The text room's fuzzer.
add_executable(fuzz_text fuzz_text.cc)
target_link_libraries(fuzz_text PRIVATE onrecord::text onrecord_flags)
target_link_options(fuzz_text PRIVATE -fsanitize=fuzzer)
