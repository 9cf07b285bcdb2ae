#include "report/results_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "engine/series.hpp"
#include "report/markdown.hpp"
#include "results/layout.hpp"

namespace orgsim {

std::string results_markdown() {
  std::string text = "| dataset | dimensions | unit | meaning |\n|---|---|---|---|\n";
  const auto row = [&](const std::string& name, std::vector<std::string> over, std::string_view unit,
                       std::string_view meaning) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", name, fmt::join(over, ", "),
                        markdown_cell(std::string(unit)), meaning);
  };
  const auto after = [](std::vector<std::string> first, const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
  };
  row("outcomes/verdict", {"strategy", "replication"}, "", "how the strategy is judged");
  for (const results::OutcomeVariable& v : results::outcome_variables()) {
    row(fmt::format("outcomes/{}", v.name), after({"strategy", "replication"}, v.over), v.unit, v.meaning);
  }
  row("outcomes/drawn", {"replication", "parameter"}, "", "value drawn for each key that is a distribution");
  for (const Series& s : run_series()) {
    row(fmt::format("trajectories/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning);
  }
  for (const Series& s : audit_series()) {
    row(fmt::format("audit/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning);
  }
  return text;
}

}  // namespace orgsim
