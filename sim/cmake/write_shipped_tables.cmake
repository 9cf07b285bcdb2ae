# Run by the build: writes FILES, the shipped evidence and worlds, into OUTPUT as what scenario/text/shipped_tables.hpp
# promises. Compilers count the characters of a long text one by one where they are not told how many there are.
set(texts "")
set(entries "")
set(number 0)
foreach(file IN LISTS FILES)
  cmake_path(GET file FILENAME name)
  file(READ ${file} text)
  string(APPEND texts "constexpr char text_${number}[] = R\"text(${text})text\";\n")
  string(APPEND entries "    ShippedTable{\"${name}\", {text_${number}, sizeof text_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Written by sim/cmake/write_shipped_tables.cmake.
// Compilers need not take so long a text, but these do.
#pragma GCC diagnostic ignored \"-Woverlength-strings\"

#include <array>

#include \"scenario/text/shipped_tables.hpp\"

namespace orgsim {

namespace {

${texts}
}  // namespace

std::span<const ShippedTable> shipped_tables() {
  static constexpr std::array tables{
${entries}  };
  return tables;
}

}  // namespace orgsim
")
