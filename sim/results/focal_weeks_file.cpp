#include "results/focal_weeks_file.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>

#include "results/hdf5.hpp"
#include "results/layout.hpp"

namespace orgsim {

namespace {

constexpr const char* kSeries[] = {"people", "users_end",   "nonusers", "zero_sum",
                                   "share",  "contributed", "credited"};

struct Stored {
  std::size_t each = 0;           // numbers of a week, without quantiles
  std::vector<double> quantiles;  // of one arm: week, number, quantile
  std::vector<double> means;      // week, number
};

// The series of one arm; those that an earlier version did not write are left out.
std::map<std::string, Stored, std::less<>> stored(const hdf5::Handle& file, const RunResult& result,
                                                  std::size_t arm) {
  std::map<std::string, Stored, std::less<>> all;
  const RowLayout layout(result.scenario.firms.size(), run_series());
  const auto weeks = static_cast<hsize_t>(result.scenario.parameters.run.weeks);
  for (const char* name : kSeries) {
    if (!results::has_series(file.id(), results::kBands, name)) continue;
    const std::size_t s = layout.index_of(name);
    std::vector<hsize_t> shape{result.arms.size(), weeks};
    if (layout.series[s].extent != Extent::market) shape.push_back(layout.firms);
    if (layout.series[s].extent == Extent::firm_department) shape.push_back(count_of<Department>);
    Stored& series = all[name];
    series.each = layout.count(s);
    if (results::has_series(file.id(), results::kMeans, name))
      series.means = hdf5::read_part(file.id(), fmt::format("/means/{}", name), shape, {arm});
    shape.push_back(kQuantiles.size());
    series.quantiles = hdf5::read_part(file.id(), fmt::format("/bands/{}", name), shape, {arm});
  }
  return all;
}

FocalWeeks weeks_of_arm(const hdf5::Handle& file, const RunResult& result, std::size_t arm) {
  const auto all = stored(file, result, arm);
  const auto number = [&](std::string_view name, std::vector<double> Stored::* numbers, std::size_t week,
                          std::size_t i, std::size_t count, std::size_t q) {
    const auto found = all.find(name);
    if (found == all.end() || (found->second.*numbers).empty())
      return std::numeric_limits<float>::quiet_NaN();
    return static_cast<float>((found->second.*numbers)[(week * found->second.each + i) * count + q]);
  };
  FocalWeeks weeks;
  const auto last = static_cast<std::size_t>(result.scenario.parameters.run.weeks);
  for (std::size_t week = 0; week < last; ++week) {
    add_week(
        weeks, result.scenario.firms.size(),
        {[&](std::string_view name, std::size_t i, std::size_t q) {
           return number(name, &Stored::quantiles, week, i, kQuantiles.size(), q);
         },
         [&](std::string_view name, std::size_t i) { return number(name, &Stored::means, week, i, 1, 0); }});
  }
  return weeks;
}

}  // namespace

std::vector<FocalWeeks> focal_weeks_of(const results::Opened& opened) {
  std::vector<FocalWeeks> weeks;
  results::reading(opened.file.path(), [&] {
    const hdf5::Handle file = hdf5::open_file(opened.file);
    for (std::size_t arm = 0; arm < opened.result.arms.size(); ++arm)
      weeks.push_back(weeks_of_arm(file, opened.result, arm));
  });
  return weeks;
}

}  // namespace orgsim
