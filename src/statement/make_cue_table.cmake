# cmake -DTABLE=cues.tsv -DHEADER=cue_table.inc -P make_cue_table.cmake
#
# Turns the table of announcing words into rows of a C++ array, in the order of their lemmas.
file(STRINGS ${TABLE} lines ENCODING UTF-8)
set(rows)
foreach(line IN LISTS lines)
  if(line MATCHES "^#" OR line MATCHES "^lemma\t" OR line STREQUAL "")
    continue()
  endif()
  if(NOT line MATCHES "^([a-z]+)\t([A-Z]+)\t([01])\t([012])\t([01])\t([012])\t([a-z0]+)\t([012])$")
    message(FATAL_ERROR "${TABLE}: not a row of eight columns: ${line}")
  endif()
  list(APPEND rows 
    "{\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\", ${CMAKE_MATCH_3}, ${CMAKE_MATCH_4}, ${CMAKE_MATCH_5}, ${CMAKE_MATCH_6}, \"${CMAKE_MATCH_7}\", ${CMAKE_MATCH_8}},")
endforeach()
list(SORT rows)
list(JOIN rows "\n" text)
file(WRITE ${HEADER} "${text}\n")
