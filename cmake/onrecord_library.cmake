# onrecord_library(<room> SOURCES ... USES <room>... [LINKS <library>...] [TESTS ...])
#
# One room of src/: an object-like static library onrecord_<room> that may include only the public headers, itself, and the
# rooms it USES. tools/check_arrows.sh holds the same list against the #includes. LINKS are libraries from outside.
function(onrecord_library room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LINKS;TESTS")

  add_library(onrecord_${room} STATIC ${arg_SOURCES})
  add_library(onrecord::${room} ALIAS onrecord_${room})
  set_target_properties(onrecord_${room} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_compile_features(onrecord_${room} PUBLIC cxx_std_20)
  target_include_directories(onrecord_${room}
    PUBLIC  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
            $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_link_libraries(onrecord_${room} PRIVATE $<BUILD_INTERFACE:onrecord_flags>)
  foreach(used IN LISTS arg_USES)
    target_link_libraries(onrecord_${room} PUBLIC onrecord::${used})
  endforeach()
  target_link_libraries(onrecord_${room} PRIVATE ${arg_LINKS})
  set_property(GLOBAL APPEND PROPERTY ONRECORD_ROOMS onrecord_${room})

  if(ONRECORD_DEVELOPER AND arg_TESTS)
    add_executable(${room}_test ${arg_TESTS})
    target_link_libraries(${room}_test PRIVATE onrecord::${room} onrecord_flags GTest::gtest_main ${arg_LINKS})
    target_compile_definitions(${room}_test PRIVATE ONRECORD_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${room}_test TEST_PREFIX "${room}." NO_PRETTY_VALUES
      PROPERTIES LABELS ${room} DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
