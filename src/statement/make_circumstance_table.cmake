# cmake -DTABLE=circumstances.tsv -DHEADER=circumstance_table.inc -P make_circumstance_table.cmake
#
# Turns the table of nouns that stand round an announcement into rows of a C++ array, in the order of their lemmas.
file(STRINGS ${TABLE} lines ENCODING UTF-8)
set(rows)
foreach(line IN LISTS lines)
  if(line MATCHES "^#" OR line MATCHES "^lemma\t" OR line STREQUAL "")
    continue()
  endif()
  if(NOT line MATCHES "^([^\t ]+)\t([a-z_]+)$")
    message(FATAL_ERROR "${TABLE}: not a row of two columns: ${line}")
  endif()
  list(APPEND rows "{\"${CMAKE_MATCH_1}\", Surrounding::${CMAKE_MATCH_2}},")
endforeach()
list(SORT rows)
list(JOIN rows "\n" text)
file(WRITE ${HEADER} "${text}\n")
