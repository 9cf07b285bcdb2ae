#include "cli/loaded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/output_path.hpp"
#include "cli/scenario_arguments.hpp"
#include "experiment/drawn.hpp"
#include "experiment/guards.hpp"
#include "platform/parallel.hpp"
#include "report/page/page.hpp"
#include "results/file_name.hpp"

namespace orgsim::cli {

namespace {

namespace fs = std::filesystem;

std::vector<Problem> problems_of_output(const RunArguments& arguments) {
  if (!arguments.output) return {};
  if (arguments.paths.size() > 1) {
    return {
        {{"-o"},
         "",
         fmt::format("there are {} scenarios, and a file holds the results of one", arguments.paths.size()),
         "run them one by one, or leave -o out"}};
  }
  std::vector<Problem> problems = problems_of_place(*arguments.output, arguments.force, "results.h5");
  const std::optional<Problem> wrong = problem_of_results_name(*arguments.output, true);
  if (problems.empty() && wrong) problems.push_back(*wrong);
  return problems;
}

std::vector<Problem> problems_of_report(const RunArguments& arguments) {
  if (!arguments.report) return {};
  if (const std::optional<Problem> missing = page::problem_of_charts()) return {*missing};
  if (arguments.paths.size() > 1) {
    return {{{"--report"},
             "",
             fmt::format("there are {} scenarios, and a page is of one", arguments.paths.size()),
             "run them one by one, or leave --report out"}};
  }
  if (arguments.report == arguments.output)
    return {{{*arguments.report}, "", "it would be the results and the page", "name two files"}};
  std::vector<Problem> problems =
      problems_of_place(*arguments.report, arguments.force, "page.html", "--report");
  const std::optional<Problem> wrong = problem_of_page_name(*arguments.report);
  if (problems.empty() && wrong) problems.push_back(*wrong);
  return problems;
}

std::vector<Problem> problems_of_files(const RunArguments& arguments) {
  std::vector<Problem> problems = problems_of_output(arguments);
  for (const Problem& problem : problems_of_report(arguments)) problems.push_back(problem);
  return problems;
}

// Whether results would be written over what the scenario is read from.
std::vector<Problem> problems_of_sources(const RunArguments& arguments,
                                         const std::vector<fs::path>& sources) {
  for (const fs::path& source : sources) {
    std::error_code error;
    for (const std::optional<std::string>& target : {arguments.output, arguments.report}) {
      if (!target || !fs::equivalent(*target, source, error)) continue;
      return {{{*target},
               "",
               "the scenario is read from this file, and nothing was run",
               "name another file for the results"}};
    }
  }
  return {};
}

// What a run would refuse only when its turn comes.
void expect_runnable(const Scenario& scenario, const RunOptions& options) {
  const std::size_t arms = arms_of(scenario, options).size();
  check_draws(scenario);
  expect_memory(scenario, arms, replications_of(scenario), options.work.threads);
}

class Loader {
 public:
  explicit Loader(const RunArguments& arguments)
      : arguments_(arguments), options_(options_of(arguments)), problems_(problems_of_files(arguments)) {}

  std::vector<Loaded> load_all() {
    expect_one_pipe(arguments_.paths);
    for (const std::string& path : arguments_.paths) load_one(path);
    if (!problems_.empty()) throw InputError(problems_);
    return std::move(loaded_);
  }

 private:
  void load_one(const std::string& path) {
    std::vector<fs::path> sources;
    const std::string name = called(path);
    const bool several = arguments_.paths.size() > 1;
    try {
      loaded_.push_back({name, load(path, arguments_.overrides, &sources)});
      const std::vector<Problem> taken = problems_of_sources(arguments_, sources);
      if (!taken.empty()) problems_ = taken;
      if (several) {
        options_.only_place = fmt::format("--only ({})", name);
        expect_runnable(loaded_.back().scenario, options_);
      }
    } catch (const InputError& error) {
      for (const Problem& problem : several ? placed(error, name) : error.problems()) add(problem);
    }
  }

  // A mistake in an option is one of every scenario.
  void add(const Problem& problem) {
    const std::string text = to_string(problem);
    const bool known = std::any_of(problems_.begin(), problems_.end(),
                                   [&](const Problem& other) { return to_string(other) == text; });
    if (!known) problems_.push_back(problem);
  }

  const RunArguments& arguments_;
  RunOptions options_;
  std::vector<Problem> problems_;
  std::vector<Loaded> loaded_;
};

}  // namespace

std::vector<Loaded> load_all(const RunArguments& arguments) {
  return Loader(arguments).load_all();
}

RunOptions options_of(const RunArguments& arguments) {
  RunOptions options;
  options.work.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.only = arguments.only;
  options.only_place = "--only";
  return options;
}

std::vector<Problem> placed(const InputError& error, const std::string& name) {
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) {
    if (problem.place.file.empty()) problem.place.file = name;
  }
  return problems;
}

}  // namespace orgsim::cli
