# Writes core/version.cpp with the program's version and the commit it was built from, anew at every build so
# that the commit is never stale; the file changes, and is compiled again, only when they do.
set(version_source ${PROJECT_BINARY_DIR}/version.cpp)
add_custom_target(orgsim_version BYPRODUCTS ${version_source}
  COMMAND ${CMAKE_COMMAND} -DVERSION=${PROJECT_VERSION} -DSOURCE=${PROJECT_SOURCE_DIR} -DOUTPUT=${version_source}
          -DTEMPLATE=${PROJECT_SOURCE_DIR}/sim/core/version.cpp.in
          -P ${PROJECT_SOURCE_DIR}/sim/cmake/write_version.cmake)
target_sources(orgsim_core PRIVATE ${version_source})
add_dependencies(orgsim_core orgsim_version)
