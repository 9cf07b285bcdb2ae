# Run by the build: writes FILES, the shipped scenarios, into OUTPUT as what scenario/text/shipped.hpp promises.
set(entries "")
foreach(file IN LISTS FILES)
  cmake_path(GET file STEM name)
  file(READ ${file} text)
  string(APPEND entries "    ShippedScenario{\"${name}\", R\"toml(${text})toml\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Written by sim/cmake/write_shipped.cmake.
#include <array>

#include \"scenario/text/shipped.hpp\"

namespace orgsim {

std::span<const ShippedScenario> shipped_scenarios() {
  static constexpr std::array scenarios{
${entries}  };
  return scenarios;
}

}  // namespace orgsim
")
