// The table of outcomes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/new_text_file.hpp"
#include "results/csv.hpp"
#include "results/csv_cells.hpp"
#include "results/layout.hpp"
#include "results/money.hpp"

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
  const std::vector<results::Dimension> dimensions =
      results::dimensions(result.scenario, result.arms, result.replications);
  std::vector<std::string> head{std::string(kFirst), "replication", "verdict"};
  for (const results::OutcomeVariable& variable : results::outcome_variables()) {
    for (const std::string& label : labels_of(variable, dimensions)) {
      head.push_back(std::string(variable.name) + (label.empty() ? "" : "_" + label));
    }
  }
  for (const DrawnKey& key : result.scenario.drawn) head.push_back(cell(key.path));
  const bool in_currency = results::has_currency(result.scenario);
  if (in_currency) head.emplace_back("currency");
  to(fmt::format("{}\n", fmt::join(head, ",")));
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    for (std::size_t r = 0; r < result.replications; ++r) {
      const Outcome& outcome = result.outcomes[a][r];
      std::string row = fmt::format("{},{},{}", cell(result.arms[a].name), r, name_of(outcome.verdict));
      for (const results::OutcomeVariable& variable : results::outcome_variables()) {
        const std::size_t labels = labels_of(variable, dimensions).size();
        const double unit = results::is_amount(variable.unit) ? results::money_of(result.scenario) : 1;
        for (std::size_t i = 0; i < labels; ++i) row += "," + cell(unit * variable.value(outcome, 0, i));
      }
      for (std::size_t k = 0; k < result.scenario.drawn.size(); ++k) row += "," + cell(result.drawn[r][k]);
      if (in_currency) row += "," + cell(result.scenario.parameters.run.currency);
      to(row + "\n");
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
