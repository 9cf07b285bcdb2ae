// The results file: one HDF5 file per run (docs/results.md).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/stop_flag.hpp"
#include "experiment/block.hpp"

namespace orgsim {

// The version of the file's layout. A reader refuses a newer major version.
inline constexpr int kFormatMajor = 2;
inline constexpr int kFormatMinor = 4;

// A sink that writes to `path`. The file is built beside it as `path`.part and put in its place at the end,
// so that whatever stood there stays whole if anything fails; a file that appears there during the run is
// kept unless it may `replace`. Opens the file at once; throws SystemError or InputError if that is refused,
// or if the name ends in anything but .h5, .hdf5 or .nc.
// Once the run has ended, `digest` is the file's.
std::unique_ptr<RunSink> results_writer(const std::filesystem::path& path, bool replace,
                                        std::string* digest = nullptr);

// What summaries are made of: everything but the trajectories and bands of other series than the headline's,
// and the file's `digest`. Throws InputError if the file is none of ours, is not as it was written, is of a
// newer major version or of an unknown experiment; SystemError if it cannot be read.
RunResult read_results(const std::filesystem::path& path, const StopFlag& stop = {},
                       std::string* digest = nullptr);

// The digest of a results file that is as it was written: equal for the same results. Throws as
// read_results().
std::string digest_of_results(const std::filesystem::path& path, const StopFlag& stop = {});

// Copies a results file that is as it was written, under the rules of results_writer(). Throws as both.
void copy_results(const std::filesystem::path& from, const std::filesystem::path& path, bool replace);

}  // namespace orgsim
