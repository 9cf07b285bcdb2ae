// The results file: one HDF5 file per run (docs/results.md).
#pragma once

#include <filesystem>
#include <memory>

#include "experiment/block.hpp"

namespace orgsim {

// The version of the file's layout. A reader refuses a newer major version.
inline constexpr int kFormatMajor = 1;
inline constexpr int kFormatMinor = 1;

// A sink that writes to `path`. The file is built beside it as `path`.part and put in its place at the end,
// so that whatever stood there stays whole if anything fails; a file that appears there during the run is
// kept unless it may `replace`. Opens the file at once; throws SystemError or InputError if that is refused,
// or if the name ends in anything but .h5, .hdf5 or .nc.
std::unique_ptr<RunSink> results_writer(const std::filesystem::path& path, bool replace);

// What summaries are made of: everything but the trajectories and bands of other series than the headline's.
// Throws InputError if the file is none of ours, of a newer major version or of an unknown experiment.
RunResult read_results(const std::filesystem::path& path);

}  // namespace orgsim
