# Every library from outside that a room LINKS, found in one place: by the build and, installed under the same name,
# by a project that calls find_package(onrecord). Debian's and Ubuntu's packages of them stand in tools/packages.txt.

include(CMakeFindDependencyMacro)

find_dependency(Threads)
find_dependency(ZLIB)
find_dependency(ICU COMPONENTS uc)
find_dependency(fmt)
find_dependency(nlohmann_json)
find_dependency(simdjson)
find_dependency(tl-expected)

find_dependency(PkgConfig)
foreach(module libxxhash libzstd uchardet)
  if(NOT TARGET PkgConfig::${module})
    pkg_check_modules(${module} QUIET IMPORTED_TARGET GLOBAL ${module})
  endif()
  if(NOT TARGET PkgConfig::${module})
    set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
    set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "pkg-config does not know ${module}")
    return()
  endif()
endforeach()

# oneDNN's own package asks for the headers of OpenCL, which nothing here needs and its own package does not bring.
if(NOT TARGET DNNL::dnnl)
  find_path(DNNL_INCLUDE_DIR oneapi/dnnl/dnnl.hpp)
  find_library(DNNL_LIBRARY dnnl)
  mark_as_advanced(DNNL_INCLUDE_DIR DNNL_LIBRARY)
  if(NOT DNNL_INCLUDE_DIR OR NOT DNNL_LIBRARY)
    set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
    set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "oneDNN was not found")
    return()
  endif()
  add_library(DNNL::dnnl UNKNOWN IMPORTED)
  set_target_properties(DNNL::dnnl PROPERTIES
    IMPORTED_LOCATION ${DNNL_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${DNNL_INCLUDE_DIR})
endif()
