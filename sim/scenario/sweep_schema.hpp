// JSON Schema of what an entry of [sweep.vary] may be.
#pragma once

#include <nlohmann/json.hpp>

namespace orgsim {

// Refers to itself as "#/$defs/varied": keys without quotes make tables in tables.
nlohmann::ordered_json varied_schema();

}  // namespace orgsim
