#include "results/group_writer.hpp"

#include <fmt/format.h>

#include "core/version.hpp"
#include "results/results.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::results {

using hdf5::Grid;
using hdf5::Handle;
using hdf5::Storage;

void write_identity(hid_t root, std::string_view experiment, const Scenario& scenario) {
  const auto text = [&](const char* name, const std::string& value) {
    hdf5::set_attribute(root, name, value);
  };
  text("format_version", fmt::format("{}.{}", kFormatMajor, kFormatMinor));
  text("program", "orgsim");
  text("experiment", std::string(experiment));
  text("program_version", std::string(program_version()));
  text("git_commit", std::string(program_commit()));
  hdf5::set_attribute(root, "seed", scenario.parameters.run.seed);
  text("title", scenario.title);
  text("scenario", to_toml(scenario));
}

void write_group(hid_t file, const Group& written) {
  const std::size_t slash = written.name.find('/');
  const std::string around = written.name.substr(0, slash == std::string::npos ? 0 : slash);
  if (!around.empty() && !hdf5::has_link(file, "/" + around)) hdf5::create_group(file, around);
  const Handle group = hdf5::create_group(file, written.name);
  hdf5::set_attribute(group.id(), "long_name", written.meaning);
  Grid grid(group.id(), written.dimensions);
  for (const Array& array : written.arrays) {
    if (const auto* labels = std::get_if<std::vector<std::string>>(&array.values)) {
      grid.write_strings(array.name, array.over, *labels, array.meaning);
      continue;
    }
    std::vector<hsize_t> size;
    for (const std::string& dimension : array.over)
      size.push_back(only(written.dimensions, {dimension}).front().size());
    const Handle dataset =
        grid.create(array.name, array.over, Storage::float64, {}, array.unit, array.meaning);
    hdf5::write_block(dataset.id(), std::vector<hsize_t>(size.size(), 0), size,
                      std::span<const double>(std::get<std::vector<double>>(array.values)));
  }
}

}  // namespace orgsim::results
