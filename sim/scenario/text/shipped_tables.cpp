#include "scenario/text/shipped_tables.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace orgsim {

std::string_view shipped_text(std::string_view name) {
  const std::span<const ShippedTable> all = shipped_tables();
  const auto found = std::ranges::find(all, name, &ShippedTable::name);
  require(found != all.end(), "a table that is asked for comes with orgsim");
  return found->text;
}

}  // namespace orgsim
