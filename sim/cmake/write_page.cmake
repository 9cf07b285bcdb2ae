# Run by the build: writes the page's STYLE, SCRIPTS and LIBRARY (a script, then its licences; may be empty) into OUTPUT
# as what report/page/assets.hpp promises.
set(texts "")
set(functions "")
function(add_asset name text)
  string(SHA256 hash "${text}")
  set(texts "${texts}constexpr char ${name}_text[] = R\"asset~(${text})asset~\";\n" PARENT_SCOPE)
  set(functions "${functions}const Asset& ${name}() {
  static constexpr Asset asset{{${name}_text, sizeof ${name}_text - 1}, \"${hash}\"};
  return asset;
}\n" PARENT_SCOPE)
endfunction()

# Puts the files together, a newline between them.
function(read_all variable)
  set(all "")
  foreach(file IN LISTS ARGN)
    file(READ "${file}" text)
    string(APPEND all "${text}\n")
  endforeach()
  set(${variable} "${all}" PARENT_SCOPE)
endfunction()

file(READ "${STYLE}" style)
add_asset(style "${style}")
read_all(scripts ${SCRIPTS})
add_asset(scripts "${scripts}")
set(library "")
set(licences "")
if(LIBRARY)
  list(POP_FRONT LIBRARY script)
  file(READ "${script}" library)
  read_all(licences ${LIBRARY})
endif()
add_asset(echarts "${library}")
add_asset(echarts_licence "${licences}")

file(WRITE ${OUTPUT} "// Written by sim/cmake/write_page.cmake.
#pragma GCC diagnostic ignored \"-Woverlength-strings\"

#include \"report/page/assets.hpp\"

namespace orgsim::page {

namespace {

${texts}
}  // namespace

${functions}
}  // namespace orgsim::page
")
