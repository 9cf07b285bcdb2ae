// JSON Schema of scenario files, for editors (docs/scenarios.md).
#pragma once

#include <string>

namespace orgsim {

std::string scenario_schema();

}  // namespace orgsim
