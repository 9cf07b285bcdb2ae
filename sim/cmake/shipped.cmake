# The scenarios that come with orgsim, by name; whatever else lies in scenarios/ is its owner's. Their texts are built
# into the program and the Python module, which then find them from any folder, and without files at all.

# Where the repository is: the browser's build (web/) reads this file too.
cmake_path(SET orgsim_root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../..)
set(shipped_names ai_commoditisation capital_winter catalogue chief_executive_voice direct_to_user endless_growth
  growth_to_stock natural_product perfect_storm red_queen selection weak_product word_on_the_street)

set(shipped_source ${PROJECT_BINARY_DIR}/shipped_texts.cpp)
set(shipped_script ${orgsim_root}/sim/cmake/write_shipped.cmake)
list(TRANSFORM shipped_names REPLACE "(.+)" "${orgsim_root}/scenarios/\\1.toml" OUTPUT_VARIABLE shipped_files)
add_custom_command(OUTPUT ${shipped_source} VERBATIM
  COMMAND ${CMAKE_COMMAND} "-DFILES=${shipped_files}" -DOUTPUT=${shipped_source} -P ${shipped_script}
  DEPENDS ${shipped_files} ${shipped_script}
  COMMENT "Writing the shipped scenarios into shipped_texts.cpp")
target_sources(orgsim_scenario_text PRIVATE ${shipped_source})

# What worlds are drawn by and from (docs/worlds.md), in the same way.
if(NOT shipped_table_files)
  set(shipped_table_files evidence.toml worlds.csv worlds_narrow.csv worlds_wide.csv)
  list(TRANSFORM shipped_table_files PREPEND "${orgsim_root}/scenarios/")
endif()
set(shipped_tables_source ${PROJECT_BINARY_DIR}/shipped_tables.cpp)
set(shipped_tables_script ${orgsim_root}/sim/cmake/write_shipped_tables.cmake)
add_custom_command(OUTPUT ${shipped_tables_source} VERBATIM
  COMMAND ${CMAKE_COMMAND} "-DFILES=${shipped_table_files}" -DOUTPUT=${shipped_tables_source}
    -P ${shipped_tables_script}
  DEPENDS ${shipped_table_files} ${shipped_tables_script}
  COMMENT "Writing the shipped evidence and worlds into shipped_tables.cpp")
target_sources(orgsim_scenario_text PRIVATE ${shipped_tables_source})
