# Every library from outside that a room LINKS, found in one place: by the build and, installed under the same name,
# by a project that calls find_package(onrecord). Debian's and Ubuntu's packages of them stand in tools/packages.txt.

include(CMakeFindDependencyMacro)

find_dependency(Threads)
find_dependency(ZLIB)
find_dependency(ICU COMPONENTS uc)
find_dependency(dnnl)
find_dependency(fmt)
find_dependency(nlohmann_json)
find_dependency(simdjson)
find_dependency(tl-expected)

find_dependency(PkgConfig)
foreach(module gumbo libxxhash libzstd uchardet)
  if(NOT TARGET PkgConfig::${module})
    pkg_check_modules(${module} QUIET IMPORTED_TARGET GLOBAL ${module})
  endif()
  if(NOT TARGET PkgConfig::${module})
    set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
    set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "pkg-config does not know ${module}")
    return()
  endif()
endforeach()
