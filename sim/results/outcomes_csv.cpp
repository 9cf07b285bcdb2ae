// The table of outcomes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/money.hpp"
#include "experiment/twins.hpp"
#include "platform/new_text_file.hpp"
#include "results/csv.hpp"
#include "results/csv_cells.hpp"
#include "results/layout.hpp"

namespace orgsim {

namespace {

using results::cell;

constexpr std::string_view kFirst = "strategy";  // what every table begins with

// Labels of what a variable extends over besides the firm; one without a name if it does not.
std::vector<std::string> labels_of(const results::OutcomeVariable& variable,
                                   const std::vector<results::Dimension>& dimensions) {
  if (variable.over.size() < 2) return {""};
  return results::only(dimensions, {variable.over[1]}).front().labels;
}

// The columns of a run, and their cells: of firms, the focal one; amounts in the currency.
class OutcomeCells {
 public:
  OutcomeCells(const Scenario& scenario, const std::vector<ArmTitle>& arms,
               const std::vector<std::string>& drawn, bool twins)
      : scenario_(scenario), arms_(arms), drawn_(drawn), dimensions_(results::dimensions(scenario, arms, 1)) {
    for (const results::VerdictVariable& variable : results::verdict_variables()) {
      if (twins || !variable.is_twin()) verdicts_.push_back(variable);
    }
    for (const results::OutcomeVariable& variable :
         results::outcome_variables(scenario.parameters.market.kind)) {
      if (twins || !variable.may_lack()) variables_.push_back(variable);
    }
  }

  std::string head() const {
    std::vector<std::string> head{std::string(kFirst), "replication"};
    for (const results::VerdictVariable& variable : verdicts_) head.emplace_back(variable.name);
    for (const results::OutcomeVariable& variable : variables_) {
      for (const std::string& label : labels_of(variable, dimensions_)) {
        head.push_back(std::string(variable.name) + (label.empty() ? "" : "_" + label));
      }
    }
    for (const std::string& key : drawn_) head.push_back(cell(key));
    if (has_currency(scenario_)) head.emplace_back("currency");
    return fmt::format("{}", fmt::join(head, ","));
  }

  std::string row(std::size_t arm, std::size_t replication, const Outcome& outcome,
                  std::span<const double> drawn) const {
    std::string row = fmt::format("{},{}", cell(arms_[arm].name), replication);
    for (const results::VerdictVariable& variable : verdicts_)
      row += fmt::format(",{}", name_of(outcome.*variable.value));
    for (const results::OutcomeVariable& variable : variables_) {
      const std::size_t labels = labels_of(variable, dimensions_).size();
      const double unit = is_amount(variable.unit) ? money_of(scenario_) : 1;
      for (std::size_t i = 0; i < labels; ++i) row += "," + cell(unit * variable.value(outcome, 0, i));
    }
    for (const double value : drawn) row += "," + cell(value);
    if (has_currency(scenario_)) row += "," + cell(scenario_.parameters.run.currency);
    return row;
  }

 private:
  const Scenario& scenario_;
  const std::vector<ArmTitle>& arms_;
  std::vector<std::string> drawn_;  // keys
  std::vector<results::VerdictVariable> verdicts_;
  std::vector<results::OutcomeVariable> variables_;
  std::vector<results::Dimension> dimensions_;
};

class OutcomesTable : public RunSink {
 public:
  OutcomesTable(const std::filesystem::path& path, bool replace) : file_(path, replace, kFirst) {}
  void begin(const Plan& /*plan*/) override {}
  void block(const WeekBlock& /*block*/, const BandBlock& /*bands*/) override {}
  void end(const RunResult& result) override {
    write_outcomes_table(result, [this](std::string_view text) { file_.write(text); });
    file_.commit();
  }

 private:
  NewTextFile file_;
};

}  // namespace

void write_outcomes_table(const RunResult& result, const TextSink& to) {
  const OutcomeCells cells(result.scenario, result.arms, paths_of(result.scenario.drawn), has_twins(result));
  to(cells.head() + "\n");
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    for (std::size_t r = 0; r < result.replications; ++r) {
      to(cells.row(a, r, result.outcomes[a][r], result.drawn[r]) + "\n");
    }
  }
}

void write_sweep_table(const SweepFile& file, const TextSink& to) {
  if (!file.scenario().sweep.keeps(Keep::outcomes)) {
    throw InputError(
        Problem{{file.path().string()}, "", "this sweep has kept no outcomes", "keep = [\"outcomes\"]"});
  }
  const OutcomeCells cells(file.scenario(), file.shape().arms, file.shape().drawn, file.has_twins());
  std::vector<std::string> keys;
  for (const std::string& name : file.shape().axes) keys.push_back(cell(name));
  to(fmt::format("point,{},{}\n", fmt::join(keys, ","), cells.head()));
  const std::size_t drawn = file.shape().drawn.size();
  for (const std::size_t point : file.shape().points) {
    const PointRecord record = file.record(point);
    std::string start = fmt::format("{},", point);
    for (const double value : record.values) start += cell(value) + ",";
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
      const std::size_t r = i % record.replications;
      to(start +
         cells.row(i / record.replications, r, record.outcomes[i],
                   std::span<const double>(record.drawn).subspan(r * drawn, drawn)) +
         "\n");
    }
  }
}

std::unique_ptr<RunSink> outcomes_table_writer(const std::filesystem::path& path, bool replace) {
  return std::make_unique<OutcomesTable>(path, replace);
}

void write_table_file(const std::filesystem::path& path, bool replace,
                      const std::function<void(const TextSink&)>& write) {
  NewTextFile file(path, replace, kFirst);
  write([&file](std::string_view text) { file.write(text); });
  file.commit();
}

}  // namespace orgsim
