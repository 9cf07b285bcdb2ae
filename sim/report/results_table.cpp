#include "report/results_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "engine/series.hpp"
#include "report/markdown.hpp"
#include "results/layout.hpp"

namespace orgsim {

std::string results_markdown() {
  std::string text = "| dataset | dimensions | symbol | unit | meaning |\n|---|---|---|---|---|\n";
  const auto row = [&](const std::string& name, std::vector<std::string> over, std::string_view unit,
                       std::string_view meaning, std::string_view symbol = "") {
    text += fmt::format("| `{}` | {} | {} | {} | {} |\n", name, fmt::join(over, ", "),
                        markdown_cell(std::string(symbol)), markdown_cell(std::string(unit)), meaning);
  };
  const auto after = [](std::vector<std::string> first, const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
  };
  for (const results::VerdictVariable& v : results::verdict_variables())
    row(fmt::format("outcomes/{}", v.name), {"strategy", "replication"}, "", v.meaning);
  for (const results::OutcomeVariable& v : results::outcome_variables(MarketKind::network)) {
    row(fmt::format("outcomes/{}", v.name), after({"strategy", "replication"}, v.over), v.unit, v.meaning);
  }
  row("outcomes/drawn", {"replication", "parameter"}, "", "value drawn for each key that is a distribution");
  for (const Quantity& s : run_series()) {
    row(fmt::format("trajectories/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning,
        s.symbol);
  }
  for (const Quantity& s : audit_series()) {
    row(fmt::format("audit/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning,
        s.symbol);
  }
  return text;
}

std::string quantities_markdown() {
  std::string text =
      "| quantity | symbol | of each | unit | life | recorded in | meaning "
      "|\n|---|---|---|---|---|---|---|\n";
  for (const Quantity& q : quantities()) {
    const std::string recorded = q.record == Record::trajectories ? "trajectories, bands, means"
                                 : q.record == Record::audit      ? "audit"
                                                                  : "";
    text +=
        fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", q.name, markdown_cell(std::string(q.symbol)),
                    markdown_cell(fmt::format("{}", fmt::join(results::dimensions_of(q.extent), ", "))),
                    markdown_cell(std::string(q.unit)), q.life == Life::carried ? "carried" : "weekly",
                    markdown_cell(recorded), q.meaning);
  }
  return text;
}

}  // namespace orgsim
