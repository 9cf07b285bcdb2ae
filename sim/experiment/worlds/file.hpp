// Worlds into a CSV file: a column for each number, by its path, and a row for each world.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "experiment/worlds/worlds.hpp"

namespace orgsim {

// The text of that file. All rows are of equal weight, and in random order: the first N are a sample too.
std::string to_csv(const Worlds& worlds);

// Draws worlds, continuing what the journal beside the file has, and writes the file unless no world fits.
// `replace`: a file that is there is replaced, and a journal of something else is put under another name.
// `note` is told what a user should know. Throws InputError if a file is there that may not be replaced, or
// if the journal is of something else or in use; SystemError; Interrupted.
Worlds worlds_to_file(const WorldsPlan& plan, const std::filesystem::path& path, const WorldsOptions& options,
                      bool replace, const std::function<void(const std::string&)>& note = {});

}  // namespace orgsim
