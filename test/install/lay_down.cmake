# Installs BUILD into PLACE, and looks whether what users rely on lies there.

file(REMOVE_RECURSE ${PLACE})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PLACE} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

foreach(wanted include/onrecord/reader.h lib*/libonrecord.a lib*/cmake/onrecord/onrecordConfig.cmake
               lib*/pkgconfig/onrecord.pc)
  file(GLOB found ${PLACE}/${wanted})
  if(NOT found)
    message(SEND_ERROR "${wanted} was not installed")
  endif()
endforeach()

# Headers of rooms are nobody's business, and no installed file may name the folder it was built in.
file(GLOB_RECURSE headers RELATIVE ${PLACE}/include ${PLACE}/include/*)
list(FILTER headers EXCLUDE REGEX "^onrecord/[a-z_]+\\.h$")
if(headers)
  message(SEND_ERROR "installed, but not public: ${headers}")
endif()
file(GLOB_RECURSE packages ${PLACE}/*.cmake ${PLACE}/*.pc)
foreach(package IN LISTS packages)
  file(READ ${package} text)
  string(FIND "${text}" ${BUILD} at)
  if(NOT at EQUAL -1)
    message(SEND_ERROR "${package} names the build folder")
  endif()
endforeach()
