# What `cmake --install` lays down: one archive with every room in it, the public headers, a package for find_package and one
# for pkg-config, the weights. The command, its manual page and completions are laid down by apps/cli. Why one archive: doc/decisions/0007.

get_property(rooms GLOBAL PROPERTY ONRECORD_ROOMS)
if(NOT rooms)
  return()
endif()

# --- The library ---------------------------------------------------------------------------------------------------------

add_library(onrecord_archive STATIC)
add_library(onrecord::onrecord ALIAS onrecord_archive)
set_target_properties(onrecord_archive PROPERTIES OUTPUT_NAME onrecord EXPORT_NAME onrecord LINKER_LANGUAGE CXX)
target_compile_features(onrecord_archive PUBLIC cxx_std_20)
target_include_directories(onrecord_archive
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

set(outside tl::expected)  # In a public header.
foreach(room IN LISTS rooms)
  target_sources(onrecord_archive PRIVATE $<TARGET_OBJECTS:${room}>)
  get_target_property(links ${room} LINK_LIBRARIES)
  list(APPEND outside ${links})
endforeach()
list(FILTER outside EXCLUDE REGEX "^(onrecord::|links-NOTFOUND)|onrecord_flags")
list(REMOVE_DUPLICATES outside)
foreach(library IN LISTS outside)
  if(library MATCHES "::" AND NOT TARGET ${library})
    message(FATAL_ERROR "A room links ${library}, which cmake/onrecord_outside.cmake does not find.")
  endif()
endforeach()
target_link_libraries(onrecord_archive PUBLIC ${outside})

install(TARGETS onrecord_archive EXPORT onrecordTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/onrecord DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")

# --- Its packages --------------------------------------------------------------------------------------------------------

include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/onrecord)
install(EXPORT onrecordTargets NAMESPACE onrecord:: DESTINATION ${package_dir})
configure_package_config_file(cmake/onrecordConfig.cmake.in ${PROJECT_BINARY_DIR}/onrecordConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/onrecordConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/onrecordConfig.cmake ${PROJECT_BINARY_DIR}/onrecordConfigVersion.cmake
              cmake/onrecord_outside.cmake
        DESTINATION ${package_dir})
file(RELATIVE_PATH up_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)  # So that the folder can be moved.
configure_file(cmake/onrecord.pc.in ${PROJECT_BINARY_DIR}/onrecord.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/onrecord.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# --- What the command reads (the command itself is laid down by apps/cli) -----------------------------------------------

install(FILES README.md LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES data/gazetteer/places.gaz DESTINATION ${CMAKE_INSTALL_DATADIR}/onrecord/gazetteer)
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_DATADIR}/onrecord PATTERN "tiny*" EXCLUDE)

# --- A Debian package ----------------------------------------------------------------------------------------------------

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the Onrecord maintainers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # What the program loads, found by dpkg-shlibdeps.
set(CPACK_STRIP_FILES ON)
file(STRINGS tools/packages.txt to_link_with REGEX "^build +lib.*-dev")
list(TRANSFORM to_link_with REPLACE "^build +([^ ]+).*" "\\1")
string(REPLACE ";" ", " CPACK_DEBIAN_PACKAGE_SUGGESTS "${to_link_with}")
include(CPack)
