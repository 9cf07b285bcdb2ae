// The file of an experiment that runs units: one HDF5 file with all that each unit came to (docs/results.md).
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "experiment/units/run.hpp"
#include "results/opened.hpp"

namespace orgsim {

// Under the rules of results_writer(). Once it is written, `digest` is the file's.
void write_units(const std::filesystem::path& path, const UnitsResult& result, bool replace,
                 std::string* digest = nullptr);

// Throws InputError if it holds no such experiment or is of a newer format, SystemError if it cannot be read.
UnitsResult read_units(results::CheckedFile file);

// Runs what the journal beside the file does not have yet, and writes the file. `replace`: a file that is
// there is replaced, and a journal of something else is put under another name. `note` is told what a user
// should know. Throws InputError if a file is there that may not be replaced, or if the journal is of
// something else or in use; SystemError; Interrupted.
UnitsResult units_to_file(const UnitsPlan& plan, const std::filesystem::path& path,
                          const WorkOptions& options, bool replace,
                          const std::function<void(const std::string&)>& note = {});

}  // namespace orgsim
