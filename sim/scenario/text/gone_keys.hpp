// Keys of the model's first version that its second calls otherwise.
#pragma once

#include <optional>
#include <string>

#include "scenario/text/document.hpp"

namespace orgsim {

// What to write instead of a key that is gone, by its path (executive.NAME) or its last name alone, and what
// its value is now: a number, a distribution or what a sweep makes of it. Nothing if there never was one.
std::optional<std::string> advice_on_gone(const std::string& path, const Node* value = nullptr);

// Writes them as they are called now, with what their values are now. For scenarios that results hold.
void renew_gone_keys(Node& document);

// The path of a key as it is called now, and how many times what it was it is. For tables that results hold.
struct RenewedKey {
  std::string path;
  double factor = 1;
};
RenewedKey renewed(const std::string& path);

}  // namespace orgsim
