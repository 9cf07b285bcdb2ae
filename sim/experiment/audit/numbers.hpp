// A replication of `audit` as a table of numbers, as journals and results files hold it.
#pragma once

#include <span>
#include <vector>

#include "experiment/audit/audit.hpp"

namespace orgsim {

namespace audit_axis {
inline constexpr const char* row = "row";  // the movement over the weeks asked for, then the cuts
inline constexpr const char* measure = "measure";
}  // namespace audit_axis

// What is known of a row. Cuts are counted in the first row; returns and their differences are those of cuts.
enum class AuditMeasure {
  department,
  first_week,
  last_week,
  share_before,
  share_after,
  credit,
  noise,
  power,
  equality,
  rest,
  contributed_first,
  contributed_last,
  contributed_part_first,
  contributed_part_last,
  credited_first,
  credited_last,
  credited_part_first,
  credited_part_last,
  return_cut,
  return_cut_low,
  return_cut_high,
  return_gained,
  return_gained_low,
  return_gained_high,
  difference,
  difference_low,
  difference_high,
  cuts_product,
  cuts_marketing,
  cuts_sales,
  cuts_operations
};
template <>
struct Names<AuditMeasure> {
  static constexpr std::array<std::string_view, 31> value{"department",
                                                          "first_week",
                                                          "last_week",
                                                          "share_before",
                                                          "share_after",
                                                          "credit",
                                                          "noise",
                                                          "power",
                                                          "equality",
                                                          "rest",
                                                          "contributed_first",
                                                          "contributed_last",
                                                          "contributed_part_first",
                                                          "contributed_part_last",
                                                          "credited_first",
                                                          "credited_last",
                                                          "credited_part_first",
                                                          "credited_part_last",
                                                          "return_cut",
                                                          "return_cut_low",
                                                          "return_cut_high",
                                                          "return_gained",
                                                          "return_gained_low",
                                                          "return_gained_high",
                                                          "difference",
                                                          "difference_low",
                                                          "difference_high",
                                                          "cuts_product",
                                                          "cuts_marketing",
                                                          "cuts_sales",
                                                          "cuts_operations"};
};

inline constexpr std::size_t kAuditRows = 1 + kMostCuts;

std::vector<UnitAxis> audit_axes();

// Row by row; what a row does not have is NaN.
std::vector<double> numbers_of(const AuditedRun& run, const AuditRequest& request);
AuditedRun audited_run(std::span<const double> numbers);

}  // namespace orgsim
