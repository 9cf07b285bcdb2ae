// The page: one HTML file for a browser, with all that it needs inside, which asks for nothing else.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "experiment/focal_weeks.hpp"
#include "report/language.hpp"
#include "report/page/assets.hpp"
#include "report/page/data/bilingual.hpp"
#include "report/summary.hpp"
#include "report/units_report.hpp"
#include "results/opened.hpp"

namespace orgsim::page {

// What is missing, with the cure, if the program was built without what draws the charts.
std::optional<Problem> problem_of_charts(const Asset& charts = echarts());

// The data as a page that opens in the language. Whatever is in the data is shown as text. Throws InputError
// for problem_of_charts().
std::string html_of(const Json& data, Language language);

// Of a run, with the audit of the replications that are kept in full; the audit is left out if there are
// none.
Json data_of(const RunResult& result, const std::vector<FocalWeeks>& weeks,
             const std::vector<std::vector<AuditedWeek>>& audited);
// Of an experiment that runs units.
Json data_of(const UnitsResult& result);
// Of a results file of any experiment. Throws as open_checked() and the readers.
Json data_of_file(const std::filesystem::path& path);

// Writes a page under the rules of PartFile. Throws InputError and SystemError as it.
void write_page(const std::filesystem::path& path, const Json& data, Language language, bool replace);

}  // namespace orgsim::page
