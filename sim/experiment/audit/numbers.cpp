#include "experiment/audit/numbers.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "core/error.hpp"

namespace orgsim {

namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
using Column = AuditMeasure;

// One row of the table; Number is const where it is read.
template <class Number>
class AuditRow {
 public:
  explicit AuditRow(Number* numbers) : numbers_(numbers) {}
  Number& operator[](Column measure) const { return numbers_[static_cast<std::size_t>(measure)]; }
  // A column some places behind another.
  Number& operator()(Column measure, std::size_t places) const {
    return numbers_[static_cast<std::size_t>(measure) + places];
  }

 private:
  Number* numbers_;
};

// Both ways alike, so that they cannot drift apart: pass(number of the row, number of the value).
template <class Row, class Values, class Pass>
void pass_movement(const Row& row, Values& movement, Pass pass) {
  pass(row[Column::share_before], movement.before);
  pass(row[Column::share_after], movement.after);
  for (const Term term : every<Term>()) {
    const auto i = static_cast<std::size_t>(term);
    pass(row(Column::credit, i), movement.terms(static_cast<Eigen::Index>(i)));
  }
  const auto pass_worth = [&](Column first, auto& worth) {
    pass(row(first, 0), worth.first.money);
    pass(row(first, 1), worth.last.money);
    pass(row(first, 2), worth.first.part);
    pass(row(first, 3), worth.last.part);
  };
  pass_worth(Column::contributed_first, movement.contributed);
  pass_worth(Column::credited_first, movement.credited);
}

template <class Row, class Values, class Pass>
void pass_judgement(const Row& row, Values& judgement, Pass pass) {
  const auto pass_estimate = [&](Column first, auto& estimate) {
    pass(row(first, 0), estimate.mean);
    pass(row(first, 1), estimate.interval.low);
    pass(row(first, 2), estimate.interval.high);
  };
  pass_estimate(Column::return_cut, judgement.of_cut);
  pass_estimate(Column::return_gained, judgement.of_gainers);
  pass_estimate(Column::difference, judgement.difference);
}

constexpr auto kWrite = [](double& number, const double& value) { number = value; };
constexpr auto kRead = [](const double& number, double& value) { value = number; };

void write_place(const AuditRow<double>& row, Department department, const WeekSpan& weeks) {
  row[Column::department] = static_cast<double>(department);
  row[Column::first_week] = weeks.first;
  row[Column::last_week] = weeks.last;
}

FoundCut read_cut(const AuditRow<const double>& row) {
  FoundCut cut;
  const double department = row[Column::department];
  require(department >= 0 && department < static_cast<double>(count_of<Department>),
          "a cut has a department");
  cut.department = static_cast<Department>(department);
  cut.weeks = {static_cast<int>(row[Column::first_week]), static_cast<int>(row[Column::last_week])};
  pass_movement(row, cut.movement, kRead);
  if (std::isnan(row[Column::difference])) return cut;
  pass_judgement(row, cut.judgement.emplace(), kRead);
  return cut;
}

}  // namespace

std::vector<UnitAxis> audit_axes() {
  UnitAxis rows{
      audit_axis::row, "the weeks asked for, then the deepest cuts, the deepest first", "", {}, {"weeks"}};
  for (std::size_t cut = 1; cut < kAuditRows; ++cut) rows.labels.push_back(fmt::format("cut_{}", cut));
  UnitAxis measures{audit_axis::measure, "what is known of them (docs/audit.md)", "", {}, {}};
  for (const std::string_view name : Names<Column>::value) measures.labels.emplace_back(name);
  return {rows, measures};
}

std::vector<double> numbers_of(const AuditedRun& run, const AuditRequest& request) {
  constexpr std::size_t width = count_of<Column>;
  std::vector<double> numbers(kAuditRows * width, kNoNumber);
  const AuditRow<double> first(numbers.data());
  write_place(first, request.told(), request.weeks);
  pass_movement(first, run.movement, kWrite);
  for (std::size_t d = 0; d < run.cuts_of.size(); ++d)
    first(Column::cuts_product, d) = static_cast<double>(run.cuts_of[d]);
  for (std::size_t i = 0; i < run.cuts.size(); ++i) {
    const FoundCut& cut = run.cuts[i];
    const AuditRow<double> row(numbers.data() + (i + 1) * width);
    write_place(row, cut.department, cut.weeks);
    pass_movement(row, cut.movement, kWrite);
    if (cut.judgement) pass_judgement(row, *cut.judgement, kWrite);
  }
  return numbers;
}

AuditedRun audited_run(std::span<const double> numbers) {
  constexpr std::size_t width = count_of<Column>;
  require(numbers.size() == kAuditRows * width, "a replication of an audit has its numbers");
  AuditedRun run;
  const AuditRow<const double> first(numbers.data());
  pass_movement(first, run.movement, kRead);
  for (std::size_t d = 0; d < run.cuts_of.size(); ++d)
    run.cuts_of[d] = static_cast<std::size_t>(first(Column::cuts_product, d));
  for (std::size_t i = 1; i < kAuditRows; ++i) {
    const AuditRow<const double> row(numbers.data() + i * width);
    if (std::isnan(row[Column::first_week])) break;
    run.cuts.push_back(read_cut(row));
  }
  return run;
}

}  // namespace orgsim
