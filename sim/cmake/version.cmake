# Writes core/version.cpp with the program's version and the commit it was built from, anew at every build so
# that the commit is never stale; the file changes, and is compiled again, only when they do.

# Where the repository is: the browser's build (web/) reads this file too.
cmake_path(SET orgsim_root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../..)
set(version_source ${PROJECT_BINARY_DIR}/version.cpp)
add_custom_target(orgsim_version BYPRODUCTS ${version_source}
  COMMAND ${CMAKE_COMMAND} -DVERSION=${PROJECT_VERSION} -DSOURCE=${orgsim_root} -DOUTPUT=${version_source}
          -DTEMPLATE=${orgsim_root}/sim/core/version.cpp.in
          -P ${orgsim_root}/sim/cmake/write_version.cmake)
target_sources(orgsim_core PRIVATE ${version_source})
add_dependencies(orgsim_core orgsim_version)
