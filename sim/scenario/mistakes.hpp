// Mistakes of one kind in a file: said once, with their number and the first of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"

namespace orgsim {

struct Mistakes {
  std::size_t count = 0;
  Place first;
  std::string text;  // what stands there, for a message

  void add(const Place& place, std::string_view what) {
    if (count++ > 0) return;
    first = place;
    text = excerpt(what);
  }
};

}  // namespace orgsim
