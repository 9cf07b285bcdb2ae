// Scenario files on the disk, and all that they name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/files.hpp"
#include "scenario/text/reader.hpp"
#include "scenario/text/shipped.hpp"

namespace orgsim {

// The disk: what a scenario's text names is looked for there.
const Files& disk();

// Reads a scenario file and what it extends, with `settings` laid over it; `sources` are the files that were
// read. A scenario without a title is called as its file. Throws InputError with everything that is wrong.
Scenario load_scenario(const std::filesystem::path& path, const std::vector<Setting>& settings = {},
                       std::vector<std::filesystem::path>* sources = nullptr);

// As load_scenario; but a word without '/' and '.toml' that is no file is the name of a shipped scenario,
// whose `sources` are none.
Scenario load_named_scenario(const std::string& name, const std::vector<Setting>& settings = {},
                             std::vector<std::filesystem::path>* sources = nullptr);

// As the function of scenario/text/shipped.hpp; what the settings name is on the disk.
inline Scenario load_shipped(const std::string& name, const std::vector<Setting>& settings = {}) {
  return load_shipped(name, settings, disk());
}

// As the functions of scenario/text/reader.hpp; files are on the disk, from the working folder on.
inline Scenario read_scenario(const Node& document, EdgeLists edge_lists = EdgeLists::read) {
  return read_scenario(document, disk(), edge_lists);
}
inline Scenario read_scenario(std::string_view text, const std::string& name,
                              EdgeLists edge_lists = EdgeLists::read) {
  return read_scenario(text, name, disk(), edge_lists);
}

}  // namespace orgsim
