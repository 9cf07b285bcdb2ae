// orgsim: parses the command line, dispatches, prints errors.
// Exit codes: 0 done, 1 the machine refused or a bug, 2 a mistake in the input, 3 a sweep has points that are
// not done, 4 no world fits the evidence, 128 and the number of the signal that interrupted it (130 for
// Ctrl-C).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <new>
#include <sstream>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/parser.hpp"
#include "core/error.hpp"
#include "core/version.hpp"
#include "platform/signals.hpp"

namespace {

using namespace orgsim;

constexpr int kRefused = 1;
constexpr int kBadInput = 2;

constexpr const char* kExamples = R"(Examples:
  orgsim run capital_winter
  orgsim run capital_winter --only embed_in_product -o winter.h5
  orgsim run my.toml --kind mean_field --set market.taste=2 --set run.weeks=780
  orgsim run capital_winter red_queen my.toml
  sed 's/0.3/0.5/' my.toml | orgsim run - --quiet -o half.csv
  orgsim sweep capital_winter --vary market.taste=1:5 --points 64 -o taste.h5
  orgsim worlds -o worlds.csv
  orgsim fit quarters.csv --people 2e6 --firms 3 -o mine.csv
  orgsim window capital_winter --starts 0:390:13 -o window.h5
  orgsim describe executive.eta
  orgsim show winter.h5
  orgsim report winter.h5 -o winter.html
  orgsim export winter.h5 share -o share.csv)";

constexpr const char* kScenarios = "Scenario files (TOML), names from below, or - for standard input";

void add_run(CLI::App& app, std::function<int()>& action) {
  auto* run = app.add_subcommand("run", "Simulate the baseline and every strategy");
  auto arguments = std::make_shared<cli::RunArguments>();
  run->add_option("scenarios", arguments->paths,
                  std::string(kScenarios) + "; several are compared, a line each")
      ->required()
      ->type_name("SCENARIO ...");
  cli::add_overrides(*run, arguments->overrides);
  cli::add_doubts(*run, arguments->overrides);
  run->add_option("--only", arguments->only, "Only these strategies (commas between)")
      ->type_name("NAME,..")
      ->delimiter(',')
      ->allow_extra_args(false);
  run->add_option("--until", arguments->until,
                  "More replications, until 95 % intervals of the shares saved are narrower, in % points")
      ->type_name("WIDTH")
      ->check(CLI::PositiveNumber);
  run->add_option("--most-replications", arguments->most_replications,
                  fmt::format("At most so many (default: {})", arguments->most_replications))
      ->type_name("N")
      ->check(CLI::Range(1, 1000000));
  cli::add_threads(*run, arguments->threads);
  run->add_option("-o,--output", arguments->output,
                  "Write results (HDF5: .h5, .hdf5, .nc), or the outcomes as a table (.csv)")
      ->type_name("FILE");
  run->add_option("--report", arguments->report,
                  "Write a page for a browser with the answer and its pictures (.html)")
      ->type_name("FILE");
  run->add_flag("--force", arguments->force, "Replace existing files");
  run->add_flag("--quiet", arguments->quiet, "No progress bar and no summary");
  run->add_flag("--json", arguments->json, "Print the summary as JSON");
  cli::add_language(*run, arguments->language);
  run->callback([&action, arguments] { action = [arguments] { return cli::run(*arguments); }; });
}

void add_check(CLI::App& app, std::function<int()>& action) {
  auto* check = app.add_subcommand("check", "Say what is wrong with scenario files");
  auto paths = std::make_shared<std::vector<std::string>>();
  auto sets = std::make_shared<std::vector<std::string>>();
  check->add_option("scenarios", *paths, kScenarios)->required()->type_name("SCENARIO ...");
  cli::list_shipped(*check);
  check->add_option("--set", *sets, "Override a key; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  check->callback([&action, paths, sets] { action = [paths, sets] { return cli::check(*paths, *sets); }; });
}

void add_resolve(CLI::App& app, std::function<int()>& action) {
  auto* resolve = app.add_subcommand("resolve", "Print a scenario with all its defaults");
  auto path = std::make_shared<std::string>();
  auto overrides = std::make_shared<cli::Overrides>();
  resolve->add_option("scenario", *path, cli::kScenarioHelp)->required()->type_name("SCENARIO");
  cli::add_overrides(*resolve, *overrides);
  resolve->callback(
      [&action, path, overrides] { action = [path, overrides] { return cli::resolve(*path, *overrides); }; });
}

void add_describe(CLI::App& app, std::function<int()>& action) {
  auto* describe = app.add_subcommand("describe", "Say what a key means, or list all keys");
  auto key = std::make_shared<std::string>();
  auto markdown = std::make_shared<bool>(false);
  describe->add_option("key", *key, "A key, its last name, or a section")->type_name("[KEY]");
  describe->add_flag("--markdown", *markdown, "All keys as the table of docs/model.md");
  describe->callback(
      [&action, key, markdown] { action = [key, markdown] { return cli::describe(*key, *markdown); }; });
}

void add_schema(CLI::App& app, std::function<int()>& action) {
  auto* schema = app.add_subcommand("schema", "Print the JSON Schema of scenarios");
  schema->callback([&action] { action = cli::schema; });
}

void add_show(CLI::App& app, std::function<int()>& action) {
  auto* show = app.add_subcommand("show", "Print a results file's summary again");
  auto path = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  auto language = std::make_shared<Language>(Language::english);
  show->add_option("file", *path, "Results file of any experiment")->required()->type_name("FILE.h5");
  show->add_flag("--json", *json, "As JSON");
  cli::add_language(*show, *language);
  show->callback([&action, path, json, language] {
    action = [path, json, language] { return cli::show(*path, *json, *language); };
  });
}

void add_report(CLI::App& app, std::function<int()>& action) {
  auto* verb = app.add_subcommand("report", "Make a page for a browser from a results file");
  auto arguments = std::make_shared<cli::ReportArguments>();
  verb->add_option("file", arguments->file, "Results file of any experiment")
      ->required()
      ->type_name("FILE.h5");
  verb->add_option("-o,--output", arguments->output,
                   "Where to write the page (default: the file's name with .html)")
      ->type_name("FILE.html");
  verb->add_flag("--force", arguments->force, "Replace an existing file");
  cli::add_language(*verb, arguments->language);
  verb->footer("One file for any browser, without a network; docs/page.md says what it shows.");
  verb->callback([&action, arguments] { action = [arguments] { return cli::report(*arguments); }; });
}

void add_export(CLI::App& app, std::function<int()>& action) {
  auto* verb = app.add_subcommand("export", "Write a table of a results file as CSV");
  auto arguments = std::make_shared<cli::ExportArguments>();
  verb->add_option("file", arguments->file, "Results file that run -o wrote")
      ->required()
      ->type_name("FILE.h5");
  verb->add_option("series", arguments->series,
                   "outcomes, or a weekly series such as share (docs/results.md)")
      ->required()
      ->type_name("SERIES");
  verb->add_option("--of", arguments->group,
                   "Of a series: bands (quantiles; the default), means, trajectories or audit")
      ->type_name("GROUP");
  verb->add_option("-o,--output", arguments->output, "Write to a file instead of standard output")
      ->type_name("FILE.csv");
  verb->add_flag("--force", arguments->force, "Replace an existing file");
  verb->footer(
      "A series has a column per dimension, and its value:\n"
      "  orgsim export winter.h5 share -o share.csv\n"
      "  orgsim export winter.h5 profit --of trajectories | head");
  verb->callback([&action, arguments] { action = [arguments] { return cli::export_table(*arguments); }; });
}

int report(const std::exception& error, const char* prefix, int code) {
  cli::print_error(fmt::format("{}{}\n", prefix, error.what()));
  return code;
}

int guarded(const std::function<int()>& action) {
  try {
    return action();
  } catch (const InputError& error) {
    return report(error, "", kBadInput);
  } catch (const Interrupted&) {
    cli::print_error("interrupted; nothing was written\n");
    return cli::kSignalled + interrupting_signal();
  } catch (const SystemError& error) {
    return report(error, "orgsim: ", kRefused);
  } catch (const std::system_error& error) {
    return report(error, "orgsim: ", kRefused);
  } catch (const std::bad_alloc&) {
    cli::print_error("orgsim: not enough memory; lower run.replications, run.weeks or record.trajectories\n");
    return kRefused;
  } catch (const std::exception& error) {
    return report(error, "orgsim: a bug, please report it: ", kRefused);
  }
}

// What the parser itself has to say: help, the version, or a mistake.
int answer(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = app.exit(error, out, err) == 0 ? 0 : kBadInput;
  cli::print_error(err.str());
  cli::print_out(out.str());
  return code;
}

}  // namespace

int cli::program(int argc, char** argv) {
  occupy_closed_streams();
  CLI::App app{"orgsim: when is a marketing department marginalised, and what reverses it?", "orgsim"};
  app.footer(kExamples);
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  app.set_version_flag("--version",
                       fmt::format("orgsim {} (commit {})", program_version(), program_commit()));

  std::function<int()> action;
  add_run(app, action);
  cli::add_sweep(app, action);
  cli::add_merge(app, action);
  cli::add_worlds(app, action);
  cli::add_fit(app, action);
  cli::add_units(app, action);
  add_check(app, action);
  add_resolve(app, action);
  add_describe(app, action);
  add_schema(app, action);
  add_show(app, action);
  add_report(app, action);
  add_export(app, action);
  const std::string verb = argc > 1 ? argv[1] : "";
  if (verb == "help") {
    return guarded([&] {
      cli::print_out(app.help());
      return 0;
    });
  }
  if (!verb.empty() && verb[0] != '-' &&
      app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == verb; }).empty()) {
    cli::print_error(fmt::format("orgsim: no verb is called '{}'; `orgsim --help` lists them\n", verb));
    return kBadInput;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return guarded([&] { return answer(app, error); });
  }
  ignore_file_size_signal();
  return guarded(action);
}
