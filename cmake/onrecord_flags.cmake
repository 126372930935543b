# How everything is compiled: onrecord_flags is linked by every room, test and program, and is never exported.

add_library(onrecord_flags INTERFACE)

# No contraction: a product and a sum stay two roundings (unless std::fma says one), on every machine alike.
target_compile_options(onrecord_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -ffp-contract=off)

# GCC 12 raises these two falsely inside std::vector's destructor and std::string's operator+ when it optimises. The
# sanitizers and clang-tidy look for the real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(onrecord_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()

# Warnings are errors with the compiler that CI has. Another one may know warnings that nobody here has seen yet,
# and a newcomer's first build should not fail by them.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^12\\.")
  set(strict_default ON)
else()
  set(strict_default OFF)
endif()
option(ONRECORD_STRICT "Warnings are errors" ${strict_default})
if(ONRECORD_STRICT)
  target_compile_options(onrecord_flags INTERFACE -Werror)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# A program that links the library exports none of its symbols.
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

if(ONRECORD_SANITIZE)
  add_compile_options(-fsanitize=${ONRECORD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ONRECORD_SANITIZE})
endif()
if(ONRECORD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "The fuzzers need clang. Configure with -DCMAKE_CXX_COMPILER=clang++, or call `make fuzz`.")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)  # Each fuzzer itself links with -fsanitize=fuzzer.
endif()

if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  find_program(CCACHE_PROGRAM ccache)
  mark_as_advanced(CCACHE_PROGRAM)
  if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  endif()
endif()
