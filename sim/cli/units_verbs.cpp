// The command lines of all experiments that run units: what they share, and what each has of its own.
#include <fmt/format.h>

#include "cli/parser.hpp"
#include "cli/units_arguments.hpp"

namespace orgsim::cli {

namespace {

void add_own(CLI::App& verb, const std::shared_ptr<UnitsArguments>& arguments) {
  for (const OptionShape& shape : arguments->experiment->options()) {
    const std::string flag = flag_of(shape.name);
    if (shape.kind == OptionShape::Kind::flag) {
      verb.add_flag_callback(
          flag, [arguments, name = shape.name] { arguments->options[name].clear(); }, shape.meaning);
      continue;
    }
    const bool several = shape.kind == OptionShape::Kind::numbers || shape.kind == OptionShape::Kind::texts;
    auto* option = verb.add_option_function<std::vector<std::string>>(
        flag,
        [arguments, name = shape.name](const std::vector<std::string>& given) {
          arguments->options[name] = given;
        },
        shape.meaning + (several ? " (commas between)" : ""));
    option->type_name(several ? "A,B,.." : shape.kind == OptionShape::Kind::number ? "N" : "TEXT");
    option->allow_extra_args(false);
    if (several) {
      option->delimiter(',');
    } else {
      option->expected(1);
    }
  }
}

void add_verb(CLI::App& app, Action& action, const UnitsExperiment& experiment) {
  auto* verb = app.add_subcommand(std::string(experiment.name), std::string(experiment.question));
  auto arguments = std::make_shared<UnitsArguments>();
  arguments->experiment = &experiment;
  verb->add_option("scenario", arguments->path,
                   experiment.reads_runs ? std::string("Results file of a run (.h5), or: ") + kScenarioHelp
                                         : kScenarioHelp)
      ->required()
      ->type_name(experiment.reads_runs ? "SCENARIO|FILE.h5" : "SCENARIO");
  add_overrides(*verb, arguments->overrides);
  add_variants(*verb, arguments->overrides);
  add_own(*verb, arguments);
  if (experiment.compares) {
    verb->add_option("--against", arguments->against, "Another scenario, which this one is compared with")
        ->type_name("SCENARIO");
  }
  add_threads(*verb, arguments->threads);
  verb->add_option("-o,--output", arguments->output, "Write all that came of it (HDF5: .h5, .hdf5, .nc)")
      ->type_name("FILE");
  verb->add_flag("--force", arguments->force,
                 "Replace an existing file; a journal of something else is kept under another name");
  verb->add_flag("--quiet", arguments->quiet, "No progress bar and no summary");
  verb->add_flag("--json", arguments->json, "Print the summary as JSON");
  add_language(*verb, arguments->language);
  verb->callback([&action, arguments] { action = [arguments] { return units(*arguments); }; });
}

}  // namespace

void add_units(CLI::App& app, Action& action) {
  for (const UnitsExperiment& experiment : units_experiments()) add_verb(app, action, experiment);
}

}  // namespace orgsim::cli
