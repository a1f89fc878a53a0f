# Sets NIANBAO_EMBEDDED_DATA to a generated .cpp with every file of standard/data and the rule pages of docs/rules.
# It is made at build time by embed_files.cmake (no tool of the host needed, so it works when cross-compiling too).
set(embedded_roots_ "${CMAKE_CURRENT_LIST_DIR}/data" "${CMAKE_CURRENT_LIST_DIR}/../../docs/rules")
list(GET embedded_roots_ 0 embedded_data_root_)
list(GET embedded_roots_ 1 embedded_page_root_)
file(GLOB_RECURSE embedded_data_ CONFIGURE_DEPENDS RELATIVE "${embedded_data_root_}" "${embedded_data_root_}/*.json"
     "${embedded_data_root_}/*.css")
file(GLOB_RECURSE embedded_pages_ CONFIGURE_DEPENDS RELATIVE "${embedded_page_root_}" "${embedded_page_root_}/*.md")
list(FILTER embedded_pages_ EXCLUDE REGEX "README\\.md$")  # the index for people is no page of a rule
list(SORT embedded_data_)
list(SORT embedded_pages_)

set(embedded_list_ "")
set(embedded_inputs_ "")
foreach(file_ IN LISTS embedded_data_)
  string(APPEND embedded_list_ "${file_}|${embedded_data_root_}/${file_}\n")
  list(APPEND embedded_inputs_ "${embedded_data_root_}/${file_}")
endforeach()
foreach(file_ IN LISTS embedded_pages_)
  string(APPEND embedded_list_ "rules/${file_}|${embedded_page_root_}/${file_}\n")
  list(APPEND embedded_inputs_ "${embedded_page_root_}/${file_}")
endforeach()

set(embedded_list_file_ "${CMAKE_CURRENT_BINARY_DIR}/embedded_files.txt")
file(CONFIGURE OUTPUT "${embedded_list_file_}" CONTENT "${embedded_list_}" @ONLY)
set(NIANBAO_EMBEDDED_DATA "${CMAKE_CURRENT_BINARY_DIR}/embedded_data.cpp")
add_custom_command(
  OUTPUT "${NIANBAO_EMBEDDED_DATA}"
  COMMAND "${CMAKE_COMMAND}" "-DLIST=${embedded_list_file_}" "-DOUTPUT=${NIANBAO_EMBEDDED_DATA}"
          -P "${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake"
  DEPENDS ${embedded_inputs_} "${embedded_list_file_}" "${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake"
  COMMENT "Embedding the standard"
  VERBATIM)
