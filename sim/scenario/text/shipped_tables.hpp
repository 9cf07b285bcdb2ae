// The evidence and the worlds that come with orgsim (docs/worlds.md), as their files have them. They are part
// of the program, as the shipped scenarios are.
#pragma once

#include <span>
#include <string_view>

namespace orgsim {

struct ShippedTable {
  std::string_view name;  // of the file in scenarios/
  std::string_view text;
};

// All of them. The build writes it (sim/cmake/shipped.cmake).
std::span<const ShippedTable> shipped_tables();

// The text of the one of that name, such as "worlds.csv", which there is.
std::string_view shipped_text(std::string_view name);

}  // namespace orgsim
