#include "results/units_file.hpp"

#include <numeric>
#include <stdexcept>

#include "experiment/units/all.hpp"
#include "platform/part_file.hpp"
#include "results/file_name.hpp"
#include "results/group_writer.hpp"
#include "scenario/text/reader.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;
using results::Array;
using results::Dimension;
using results::Group;

constexpr const char* kValues = "values";

std::vector<double> counted_up(std::size_t size) {
  std::vector<double> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0.0);
  return numbers;
}

// Variants and axes as TOML: what the arrays are of.
std::string layout_text(const UnitsShape& shape) {
  std::string text;
  for (const UnitVariant& variant : shape.variants) {
    text += fmt::format("[[variants]]\nname = {}\nunits = {}\nworlds = {}\n", toml_string(variant.name),
                        variant.units, variant.worlds);
    if (variant.rivals) text += fmt::format("rivals = {}\n", toml_string(name_of(*variant.rivals)));
  }
  for (const UnitAxis& axis : shape.axes) {
    text += fmt::format("[[axes]]\nname = {}\nmeaning = {}\nunit = {}\n", toml_string(axis.name),
                        toml_string(axis.meaning), toml_string(axis.unit));
    text += axis.labels.empty() ? fmt::format("numbers = {}\n", value_text(axis.numbers))
                                : fmt::format("labels = {}\n", value_text(axis.labels));
  }
  return text;
}

// Of something that may be missing: an empty text, or nothing.
std::string text_under(const Node& table, const char* key) {
  const Node* node = table.find(key);
  const std::string* text = node == nullptr ? nullptr : node->as<std::string>();
  return text == nullptr ? "" : *text;
}

const NodeList& list_under(const Node& table, const char* key) {
  const Node* node = table.find(key);
  const NodeList* list = node == nullptr ? nullptr : node->as<NodeList>();
  if (list == nullptr) throw std::out_of_range(key);
  return *list;
}

template <class Value>
const Value& needed(const Node& node) {
  const Value* value = node.as<Value>();
  if (value == nullptr) throw std::out_of_range("layout");
  return *value;
}

UnitAxis axis_from(const Node& table) {
  UnitAxis axis{text_under(table, "name"), text_under(table, "meaning"), text_under(table, "unit"), {}, {}};
  if (table.find("labels") != nullptr) {
    for (const Node& label : list_under(table, "labels")) axis.labels.push_back(needed<std::string>(label));
  } else {
    for (const Node& number : list_under(table, "numbers")) axis.numbers.push_back(needed<double>(number));
  }
  if (axis.size() == 0) throw std::out_of_range(axis.name);
  return axis;
}

UnitVariant variant_from(const Node& table, std::size_t first) {
  const Node* units = table.find("units");
  const Node* worlds = table.find("worlds");
  if (units == nullptr || worlds == nullptr) throw std::out_of_range("variants");
  const std::int64_t* count = units->as<std::int64_t>();
  const bool* in_worlds = worlds->as<bool>();
  if (count == nullptr || *count < 1 || in_worlds == nullptr) throw std::out_of_range("variants");
  return {text_under(table, "name"), named<Rivals>(text_under(table, "rivals")), *in_worlds, first,
          static_cast<std::size_t>(*count)};
}

Group units_group(const UnitsResult& result) {
  const UnitsShape& shape = result.shape;
  Group group{"units", "what each unit came to: a replication of a variant of the scenario", {}, {}};
  group.dimensions.push_back({"unit", "unit of work", "", counted_up(shape.units()), {}});
  std::vector<std::string> over{"unit"};
  for (const UnitAxis& axis : shape.axes) {
    group.dimensions.push_back({axis.name, axis.meaning, axis.unit, axis.numbers, axis.labels});
    over.push_back(axis.name);
  }
  std::vector<std::string> variants;
  std::vector<double> replications;
  for (std::size_t u = 0; u < shape.units(); ++u) {
    const UnitPlace place = place_of(shape, u);
    variants.push_back(place.variant->name);
    replications.push_back(static_cast<double>(place.replication));
  }
  group.arrays.push_back(
      {"variant", {"unit"}, "", "default, worlds (each unit in its own) or rivals that do so", variants});
  group.arrays.push_back({"replication", {"unit"}, "", "replication, and number of the world", replications});
  group.arrays.push_back({kValues, over, "", "what the unit came to", result.values});
  return group;
}

Group worlds_group(const UnitsShape& shape) {
  Group group{"worlds", "the worlds that units of the variant worlds are in", {}, {}};
  group.dimensions.push_back(
      {"world", "world", "", counted_up(shape.worlds.size() / shape.world_keys.size()), {}});
  group.dimensions.push_back({"key", "path of the number", "", {}, shape.world_keys});
  group.arrays.push_back({kValues, {"world", "key"}, "", "what the world has", shape.worlds});
  return group;
}

Scenario scenario_in(hid_t file, const char* attribute, const fs::path& path) {
  try {
    return read_scenario(hdf5::read_text_attribute(file, attribute), path.string(), Files(),
                         EdgeLists::leave);
  } catch (const InputError&) {
    throw SystemError("its scenario cannot be read");
  }
}

void read_layout(UnitsShape& shape, const std::string& text, const fs::path& path) {
  const Node layout = parse_document(text, path.string());
  for (const Node& variant : list_under(layout, "variants"))
    shape.variants.push_back(variant_from(variant, shape.units()));
  for (const Node& axis : list_under(layout, "axes")) shape.axes.push_back(axis_from(axis));
  if (shape.variants.empty() || shape.axes.empty()) throw std::out_of_range("layout");
}

UnitsResult read_all(hid_t file, const fs::path& path, const std::string& experiment) {
  UnitsResult result;
  UnitsShape& shape = result.shape;
  shape.experiment = experiment;
  shape.scenario = scenario_in(file, "scenario", path);
  shape.options = hdf5::read_text_attribute(file, "options");
  if (hdf5::has_attribute(file, "against")) shape.against = scenario_in(file, "against", path);
  read_layout(shape, hdf5::read_text_attribute(file, "layout"), path);
  std::vector<hsize_t> size{shape.units()};
  for (const UnitAxis& axis : shape.axes) size.push_back(axis.size());
  result.values = hdf5::read_numbers(file, "/units/values", size);
  if (hdf5::has_link(file, "/worlds")) {
    const std::vector<hsize_t> worlds = hdf5::extent(file, "/worlds/values");
    shape.world_keys = hdf5::read_strings(file, "/worlds/key", {worlds.at(1)});
    shape.worlds = hdf5::read_numbers(file, "/worlds/values", worlds);
  }
  return result;
}

}  // namespace

void write_units(const fs::path& path, const UnitsResult& result, bool replace, std::string* digest) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  const UnitsShape& shape = result.shape;
  hdf5::NewFile file(path, replace);
  file.write([&] {
    results::write_identity(file.id(), shape.experiment, shape.scenario);
    hdf5::set_attribute(file.id(), "options", shape.options);
    hdf5::set_attribute(file.id(), "layout", layout_text(shape));
    if (shape.against) hdf5::set_attribute(file.id(), "against", to_toml(*shape.against));
    results::write_group(file.id(), units_group(result));
    if (!shape.world_keys.empty()) results::write_group(file.id(), worlds_group(shape));
  });
  file.flush();
  const std::string written = file.commit();
  if (digest != nullptr) *digest = written;
}

UnitsResult read_units(results::CheckedFile checked) {
  const fs::path path = checked.file.path();
  UnitsResult result;
  results::reading(path, [&] {
    const hdf5::Handle file = hdf5::open_file(checked.file);
    hdf5::expect_self_contained(file.id());
    const std::string experiment = results::check_kind(file.id(), path);
    if (units_experiment(experiment) == nullptr)
      throw InputError(Problem{{path.string()},
                               "",
                               fmt::format("it holds the experiment '{}'", experiment),
                               "name a file of another experiment"});
    try {
      result = read_all(file.id(), path, experiment);
    } catch (const InputError&) {
      throw SystemError("its layout cannot be read");
    }
    results::expect_unchanged(checked);
  });
  return result;
}

UnitsResult units_to_file(const UnitsPlan& plan, const fs::path& path, const WorkOptions& options,
                          bool replace, const std::function<void(const std::string&)>& note) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  expect_free_target(path, replace);
  NumbersJournal journal(journal_of(path), journal_words(plan.experiment), text_of(plan) + plan.source,
                         replace);
  if (note && !journal.put_aside().empty())
    note(fmt::format("the old journal is now '{}'", journal.put_aside().string()));
  if (note && !journal.damage().empty()) note(journal.damage());
  UnitsResult result = run_units(plan, options, &journal);
  write_units(path, result, replace);
  journal.remove();
  return result;
}

}  // namespace orgsim
