#include "report/json_page.hpp"

#include "core/version.hpp"

namespace orgsim {

nlohmann::ordered_json begun_json(std::string_view experiment) {
  return {{"program", "orgsim"},
          {"experiment", experiment},
          {"program_version", program_version()},
          {"git_commit", program_commit()}};
}

std::string printed(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace orgsim
