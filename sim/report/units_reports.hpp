// The list of what experiments that run units say: an entry for each of experiment/units/all.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "report/units_report.hpp"

namespace orgsim {

struct UnitsReport {
  std::string_view name;  // of the experiment
  std::string (*text)(const UnitsResult& result, bool colour, Language language);
  // What it has beside what all have; its last member is `conclusion`.
  nlohmann::ordered_json (*json)(const UnitsResult& result, Language language);
};
std::span<const UnitsReport> units_reports();

nlohmann::ordered_json units_json(const UnitsResult& result, Language language);

std::string explain_text(const UnitsResult& result, bool colour, Language language);
nlohmann::ordered_json explain_json(const UnitsResult& result, Language language);

std::string select_text(const UnitsResult& result, bool colour, Language language);
nlohmann::ordered_json select_json(const UnitsResult& result, Language language);

std::string window_text(const UnitsResult& result, bool colour, Language language);
nlohmann::ordered_json window_json(const UnitsResult& result, Language language);

std::string audit_text(const UnitsResult& result, bool colour, Language language);
nlohmann::ordered_json audit_json(const UnitsResult& result, Language language);
std::string value_text(const UnitsResult& result, bool colour, Language language);
nlohmann::ordered_json value_json(const UnitsResult& result, Language language);

// A number as JSON has it: what is infinite or no number is null.
nlohmann::ordered_json json_number(double number);

}  // namespace orgsim
