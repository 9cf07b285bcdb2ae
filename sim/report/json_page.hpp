// What every summary for programs begins with, and how it is printed.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace orgsim {

// The program that makes it, and the experiment.
nlohmann::ordered_json begun_json(std::string_view experiment);

// Two spaces deep; text that is not UTF-8 is replaced.
std::string printed(const nlohmann::ordered_json& json);

}  // namespace orgsim
