#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>

#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/parser.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "core/text.hpp"
#include "experiment/fit/fit.hpp"
#include "experiment/worlds/plan.hpp"
#include "platform/new_text_file.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"
#include "report/fit_summary.hpp"
#include "results/file_name.hpp"
#include "scenario/quarters_file.hpp"

namespace orgsim::cli {

namespace {

struct FitArguments {
  std::string table;
  std::optional<std::string> scenario;
  Overrides overrides;
  FitSettings settings;
  std::optional<std::string> people;
  std::optional<std::string> firms;
  std::optional<std::string> age;
  std::vector<std::string> vary;
  std::vector<std::string> errors;
  int threads = 0;  // 0: all that there are
  std::optional<std::string> output;
  bool force = false;
  bool quiet = false;
  bool json = false;
  Language language = Language::english;
};

// "LOW:HIGH", or one number for both.
Span span_of(const std::string& text, const std::string& option) {
  const auto number = [&](std::string_view part) {
    if (const std::optional<double> value = number_in<double>(part)) return *value;
    throw InputError(Problem{
        {option}, "", fmt::format("'{}' is no number", excerpt(part)), "one number, or two as LOW:HIGH"});
  };
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return {number(text), number(text)};
  return {number(std::string_view(text).substr(0, colon)), number(std::string_view(text).substr(colon + 1))};
}

std::pair<std::string, Span> named_span(const std::string& text, const std::string& option) {
  const std::size_t equals = text.find('=');
  if (equals != std::string::npos) return {text.substr(0, equals), span_of(text.substr(equals + 1), option)};
  throw InputError(
      Problem{{option}, "", fmt::format("'{}' has no '='", excerpt(text)), "NAME=LOW:HIGH or NAME=NUMBER"});
}

FitSettings settings_of(const FitArguments& arguments) {
  FitSettings settings = arguments.settings;
  if (arguments.age) settings.age = span_of(*arguments.age, "--age");
  if (arguments.people) settings.vary["market.customers"] = span_of(*arguments.people, "--people");
  for (const std::string& text : arguments.vary) settings.vary.insert(named_span(text, "--vary"));
  for (const std::string& text : arguments.errors) {
    const auto [name, span] = named_span(text, "--error");
    const std::optional<ErrorKind> kind = named<ErrorKind>(name);
    if (!kind) {
      throw InputError(Problem{{"--error"},
                               name,
                               "is no kind of column that errs",
                               fmt::format("one of: {}", fmt::join(Names<ErrorKind>::value, ", "))});
    }
    settings.errors[static_cast<std::size_t>(*kind)] = span;
  }
  return settings;
}

FitPlan plan_of(const FitArguments& arguments) {
  Overrides overrides = arguments.overrides;
  if (arguments.firms) overrides.sets.push_back("market.firms=" + *arguments.firms);
  const Scenario scenario =
      arguments.scenario ? load(*arguments.scenario, overrides) : load_defaults(overrides);
  return plan_fit(scenario, read_quarters(arguments.table, {}), settings_of(arguments));
}

void expect_output(const FitArguments& arguments) {
  if (!arguments.output) {
    throw InputError(Problem{{"-o"}, "", "no file for the worlds", "name one, such as -o worlds.csv"});
  }
  std::vector<Problem> problems = problems_of_place(*arguments.output, arguments.force, "worlds.csv");
  if (problems.empty() && names_results(*arguments.output))
    problems.push_back({{*arguments.output}, "", "worlds are a table", "a name that ends in .csv"});
  if (!problems.empty()) throw InputError(problems);
}

std::string at_work(const FitProgress& progress) {
  if (progress.pilot)
    return fmt::format("{} worlds tried, looking for where noise matters", grouped(progress.evaluations));
  return fmt::format("{} worlds tried, {:.0f} % of the table's weight", grouped(progress.evaluations),
                     100 * progress.level);
}

int finish(const FitArguments& arguments, const Fit& fit) {
  if (arguments.json) {
    print_out(to_json(fit, arguments.language));
  } else if (!arguments.quiet || !fit.fits()) {
    print_out(to_text(fit, wants_colour(), arguments.language));
  }
  if (!fit.fits()) {
    print_error("no world fits the table: nothing was written\n");
    return kNoneFits;
  }
  const std::string text = worlds_csv(fit);
  NewTextFile file(*arguments.output, arguments.force, text.substr(0, text.find('\n') + 1));
  file.write(text);
  file.commit();
  if (!arguments.quiet)
    print_error(
        fmt::format("{} in '{}'.\n", how_many(fit.worlds.size(), "world", "worlds"), *arguments.output));
  return 0;
}

int fit(const FitArguments& arguments) {
  expect_output(arguments);
  const FitPlan plan = plan_of(arguments);
  ProgressLine line(!arguments.quiet);
  FitOptions options;
  options.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.stop = StopFlag(&watch_interrupts());
  options.tell = [&line](const FitProgress& progress) { line.show(at_work(progress)); };
  try {
    const Fit done = fit_quarters(plan, options);
    line.end();
    return finish(arguments, done);
  } catch (const Interrupted&) {
    line.end();
    print_error("interrupted: nothing was written\n");
    return kSignalled + interrupting_signal();
  }
}

// What is said of the market and of the table.
void add_unknowns(CLI::App& verb, FitArguments& arguments) {
  verb.add_option("--people", arguments.people, "Who could ever use such a product")->type_name("N|LOW:HIGH");
  verb.add_option("--firms", arguments.firms, "Firms in the market, this one among them")->type_name("N");
  verb.add_option("--age", arguments.age,
                  "Age of the market when the table begins, in weeks (default: 0:156)")
      ->type_name("N|LOW:HIGH");
  verb.add_option("--vary", arguments.vary, "Another range of a key; may be given again")
      ->type_name("KEY=LOW:HIGH")
      ->allow_extra_args(false);
  verb.add_option("--error", arguments.errors,
                  "Errors of reporting, as parts, of users, revenue, budgets or won (default: 0.02:0.2)")
      ->type_name("NAME=LOW:HIGH")
      ->allow_extra_args(false);
  FitSettings& settings = arguments.settings;
  verb.add_option("--rolling", settings.rolling, "Quarters that customers won are summed over (default: 1)")
      ->type_name("N")
      ->check(CLI::Range(1, 8));
  verb.add_option_function<std::string>(
          "--ranges", [&settings](const std::string& name) { settings.ranges = *named<Ranges>(name); },
          "plausible (default), or narrow and wide: half and twice as wide")
      ->type_name("RANGES")
      ->check(CLI::IsMember({"plausible", "narrow", "wide"}));
}

void add_effort(CLI::App& verb, FitArguments& arguments) {
  FitSettings& settings = arguments.settings;
  verb.add_option("--points", settings.points, fmt::format("Number of worlds (default: {})", settings.points))
      ->type_name("N")
      ->check(CLI::Range(kLeastWorlds, kMostWorlds));
  verb.add_option("--seed", settings.seed, "Seed of the draws (default: 1)")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  verb.add_option("--most-evaluations", settings.most_evaluations,
                  fmt::format("About so many worlds are tried (default: {})", settings.most_evaluations))
      ->type_name("N")
      ->check(CLI::Range(kLeastAsked, kMostAsked));
  add_threads(verb, arguments.threads);
}

}  // namespace

void add_fit(CLI::App& app, Action& action) {
  auto* verb = app.add_subcommand("fit", "Fit worlds to a firm's own quarters: users, revenue, budgets");
  auto arguments = std::make_shared<FitArguments>();
  verb->add_option(
          "table", arguments->table,
          "Table with a row per quarter; columns: quarter, users, revenue, product, marketing, sales, "
          "operations, won (any may be missing)")
      ->required()
      ->type_name("FILE.csv");
  verb->add_option("--scenario", arguments->scenario, "Scenario whose own word on keys stays")
      ->type_name("SCENARIO");
  verb->add_option("--set", arguments->overrides.sets, "Override a key, which then stays; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  add_unknowns(*verb, *arguments);
  add_effort(*verb, *arguments);
  verb->add_option("-o,--output", arguments->output, "File of the worlds (CSV), for run --worlds-file")
      ->type_name("FILE.csv");
  verb->add_flag("--force", arguments->force, "Replace an existing file");
  verb->add_flag("--quiet", arguments->quiet, "No progress and no summary");
  verb->add_flag("--json", arguments->json, "Print the summary as JSON");
  add_language(*verb, arguments->language);
  list_shipped(*verb);
  verb->callback([&action, arguments] { action = [arguments] { return fit(*arguments); }; });
}

}  // namespace orgsim::cli
